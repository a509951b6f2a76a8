"""Drawings as Typst code: where they stand, pictures and boxes, outlines and the heads of lines."""
