"""Drawings, in DrawingML and in VML: lines, pictures and boxes of text."""
