"""Địa danh, thời gian."""
