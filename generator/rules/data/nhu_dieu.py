"""Nơi nhận ghi «Như Điều …», «Như trên» thì văn bản phải có Điều ấy, có «Kính gửi».

Quy định: nơi nhận để thực hiện ghi «Như Điều …» (ND30-I.2.9c); «Như trên» chỉ nơi đã ở «Kính gửi» (ND30-I.2.9b2).

Vì sao: người nhận tìm Điều không có; thường là còn lại từ văn bản cũ.

Sai: văn bản có 2 Điều, noi_nhan ghi «Như Điều 3»; quyết định ghi «Như trên».

Đúng: để trống dòng ấy: chương trình tự ghi «Như Điều 2» khi văn bản giao việc.
"""

from __future__ import annotations

from generator.findings import Level
from generator.rules.base import Rule

RULE = Rule(__name__, Level.WARNING, "document", clause="ND30-I.2.9c")
