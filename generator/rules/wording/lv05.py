"""Cả văn bản đặt dấu thanh một kiểu (hòa hay hoà), trừ tên cơ quan, địa danh, họ tên trong hồ sơ.

Quy định: không điều khoản nào nói riêng; Nghị định 30 viết «hòa». Cơ quan chọn kiểu ở «cai_dat: loi_van: dau_thanh».

Vì sao: hai kiểu lẫn lộn làm một tên thành hai. Sửa khi in ra.

Sai: hoà giải, hòa bình trong một văn bản

Đúng: hòa giải, hòa bình
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.FINE, "text", treatment="tự sửa", known_as="LV05")
