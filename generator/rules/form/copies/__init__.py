"""Bản sao sang định dạng giấy và điện tử."""
