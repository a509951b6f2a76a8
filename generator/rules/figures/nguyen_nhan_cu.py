"""Nguyên nhân, biện pháp của lần không đạt này không chép nguyên của kỳ trước.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; mỗi lần không đạt có nguyên nhân và hành động khắc phục
riêng (TCVN ISO 9001:2015, 10.2).

Vì sao: thường là chép dòng cũ rồi quên sửa.

Sai: quý II không đạt, nguyen_nhan đúng từng chữ như của quý I.

Đúng: ghi nguyên nhân của quý II.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "document")
