"""A finished DOCX read into a tree in which every property is effective; lengths in points."""

from generator.layout.reader import read
from generator.layout.tree import Document

__all__ = ["Document", "read"]
