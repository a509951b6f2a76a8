"""Numbers in figures, in words and as ordinals, written and read back."""
