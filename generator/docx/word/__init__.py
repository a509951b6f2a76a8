"""The Word file itself: its package and parts, WordprocessingML's names, styles, sections, text and properties."""
