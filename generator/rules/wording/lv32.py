"""Chữ phông cũ lẫn với chữ Unicode, hoặc không rõ là phông nào, thì bị từ chối khi đọc hồ sơ.

Quy định: văn bản dùng bộ mã Unicode theo TCVN 6909:2001.

Vì sao: đoán sai phông thì in ra chữ sai mà không ai biết.

Sai: Về việc ban hµnh môc tiªu

Đúng: gõ lại cả đoạn bằng Unicode
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.ERROR, "text", clause="ND30-I.1.4b", treatment="từ chối", known_as="LV32")
