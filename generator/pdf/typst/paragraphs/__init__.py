"""Paragraphs: their text, what it flows beside, what hangs on them, their place in the outline."""
