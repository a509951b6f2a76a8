"""What the codes of symbol fonts show, as characters of Unicode."""
