"""Dấu chỉ độ mật, mức độ khẩn, phạm vi lưu hành, ký hiệu người soạn thảo, địa chỉ cơ quan."""
