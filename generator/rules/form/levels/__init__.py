"""Phần, chương, mục, tiểu mục, điều, khoản, điểm."""
