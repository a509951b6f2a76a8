"""What styles, lists and direct properties say of paragraphs and text, and what comes of it together."""
