"""Orders, medals and titles of honour (Phụ lục II, mục V, khoản 2)."""

from __future__ import annotations

HONOURS = """
Huân chương Sao vàng
Huân chương Hồ Chí Minh
Huân chương Độc lập
Huân chương Quân công
Huân chương Lao động
Huân chương Chiến công
Huân chương Bảo vệ Tổ quốc
Huân chương Dũng cảm
Huân chương Hữu nghị
Huân chương Đại đoàn kết dân tộc
Huân chương Kháng chiến
Huân chương Chiến sĩ vẻ vang
Huân chương Chiến thắng
Huân chương Giải phóng
Huân chương Lê-nin
Huy chương Quân kỳ quyết thắng
Huy chương Vì an ninh Tổ quốc
Huy chương Chiến sĩ vẻ vang
Huy chương Hữu nghị
Huy chương Kháng chiến
Huy chương Dũng cảm
Anh hùng Lao động
Anh hùng Lực lượng vũ trang nhân dân | Anh hùng Lực lượng vũ trang Nhân dân
Bà mẹ Việt Nam anh hùng | Bà mẹ Việt Nam Anh hùng
Nghệ sĩ Nhân dân
Nghệ sĩ Ưu tú
Nghệ nhân Nhân dân
Nghệ nhân Ưu tú
Nhà giáo Nhân dân
Nhà giáo Ưu tú
Thầy thuốc Nhân dân
Thầy thuốc Ưu tú
Giải thưởng Hồ Chí Minh
Giải thưởng Nhà nước
Bằng Tổ quốc ghi công
"""
