"""Sổ văn bản đi: the register with its searches and exports, one line of it, files, how numbers are given."""

from generator.web.pages.so import archives, lines, numbers, register
from generator.web.pages.so.common import router as router

__all__ = ["archives", "lines", "numbers", "register", "router"]
