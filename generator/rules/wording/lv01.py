"""Chữ có dấu gõ rời (tổ hợp) thành chữ dựng sẵn (NFC); ngắt dòng kiểu Windows thành một kiểu.

Quy định: văn bản dùng bộ mã Unicode theo TCVN 6909:2001.

Vì sao: chữ tổ hợp trông giống chữ dựng sẵn nhưng tìm không ra, so không bằng nhau. Sửa khi đọc hồ sơ; tệp dữ liệu
không bị ghi lại.

Sai: Ủy ban gõ bằng U và dấu rời

Đúng: Ủy ban gõ bằng chữ Ủ dựng sẵn
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.FINE, "text", clause="ND30-I.1.4b", treatment="tự sửa", known_as="LV01")
