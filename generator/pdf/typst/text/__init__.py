"""The inside of paragraphs as Typst code."""
