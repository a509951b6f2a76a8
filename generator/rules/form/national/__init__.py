"""Quốc hiệu and Tiêu ngữ."""
