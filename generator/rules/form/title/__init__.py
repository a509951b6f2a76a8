"""Tên loại and trích yếu."""
