"""Outlines of shapes: what they are made of, and those that DrawingML knows by name."""
