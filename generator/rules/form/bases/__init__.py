"""Căn cứ and viện dẫn."""
