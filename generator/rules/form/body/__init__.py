"""The running text: its letters, its paragraphs."""
