"""Phụ lục và văn bản kèm theo."""
