"""What is drawn from data between the paragraphs: tables, pictures and the short rules."""
