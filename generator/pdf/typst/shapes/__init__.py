"""Shapes as Typst code: outlines and the heads of lines."""
