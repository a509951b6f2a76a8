"""Không nêu là đang áp dụng một tiêu chuẩn đã hủy bỏ, hay một TCVN chưa được công bố.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; ngày hủy bỏ lấy từ quyết định của Bộ Khoa học và Công nghệ
ghi trong danh mục (TCVN ISO 9001:2008 hủy bỏ ngày 31/12/2015).

Vì sao: áp dụng tiêu chuẩn đã hủy bỏ thì mục tiêu, giấy chứng nhận theo nó không còn giá trị. Tên văn bản có năm của
tiêu chuẩn cũ, lời kể lại việc chuyển đổi không bị nêu.

Sai: duy trì Hệ thống quản lý chất lượng theo TCVN ISO 9001:2008 (văn bản năm 2024)

Đúng: duy trì Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.standards import standards_to_mend
from generator.rules.base import Rule
from generator.rules.law._reading import ParagraphReading

RULE = Rule(__name__, Level.WARNING, "paragraph")


def check(reading: ParagraphReading) -> Iterator[Finding]:
    """Each standard named as one to go by that was cancelled or never announced."""
    for one in standards_to_mend(reading.text, reading.day, reading.registry, reading.covered):
        if one.standard is None:
            what = f"«{one.printed}»: mới có tiêu chuẩn quốc tế {one.name}, chưa thấy công bố thành tiêu chuẩn quốc gia"
            yield RULE.found(f"{what} (TCVN)", "ghi TCVN đang áp dụng", subject=one.name)
            continue
        since = f" từ {one.standard.expired:%d/%m/%Y}" if one.standard.expired else ""
        new = one.standard.replaced_by
        what = f"«{one.printed}» đã bị hủy bỏ{since}, không còn là tiêu chuẩn đang áp dụng"
        fix = f"ghi {', '.join(new)}" if new else ""
        yield RULE.found(what, fix, subject=one.name, successors=new)
