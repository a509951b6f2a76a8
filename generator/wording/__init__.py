"""Vietnamese text: characters, dates, numbers and numbers in words, ordinals."""
