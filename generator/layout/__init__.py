"""A finished DOCX read into a tree in which every property is effective; lengths in points."""

from .reader import read
from .tree import Document

__all__ = ["Document", "read"]
