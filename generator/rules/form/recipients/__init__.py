"""Nơi nhận và kính gửi."""
