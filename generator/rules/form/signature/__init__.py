"""Quyền hạn, chức vụ, họ tên và chữ ký."""
