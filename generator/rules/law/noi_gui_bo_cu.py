"""Không gửi văn bản đến bộ, cơ quan trung ương không còn vào ngày ký.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; đây là phép so ngày với danh mục cơ quan trung ương, mỗi mục
có nguồn và mức xác minh. Ở kính gửi là cảnh báo, ở nơi nhận là thông tin; chưa xác minh thì chỉ là thông tin. Sở,
phòng cùng tên không thuộc quy tắc này.

Vì sao: từ 01/3/2025 năm bộ và Ủy ban Dân tộc không còn (Nghị quyết 176/2025/QH15); văn bản gửi tên cũ dễ thất lạc.

Sai: Kính gửi: Bộ Kế hoạch và Đầu tư (văn bản ký ngày 10/8/2025)

Đúng: Kính gửi: Bộ Tài chính
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.loading.shared import central_bodies
from generator.rules.base import Rule
from generator.rules.law._reading import NamesReading

RULE = Rule(__name__, Level.WARNING, "names")


def check(reading: NamesReading) -> Iterator[Finding]:
    """A body of the centre that was gone on the day, as addressee or recipient."""
    if reading.role not in ("addressee", "recipient"):
        return
    text = reading.text.casefold()
    for body in central_bodies():
        names = (name for name in (body.name, *body.shortened) if name.casefold() in text)
        if not body.gone(reading.day) or not any(_names(name, reading.text) for name in names):
            continue
        level = Level.NOTE if body.verification == "chưa xác minh" else reading.level
        what = f"{reading.quoted}: từ {body.until:%d/%m/%Y} không còn {body.name}"
        yield RULE.found(what, f"nay là {', '.join(body.into)}" if body.into else "", level=level)


def _names(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.I) is not None
