"""Văn bản đã hết hiệu lực vào ngày ký thì dẫn văn bản thay thế.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; đây là phép so ngày ký với ngày văn bản hết hiệu lực đã xác
minh. Văn bản được thay trọn bộ thì cả bộ thay thế được nêu, kèm văn bản sửa đổi đang có hiệu lực.

Vì sao: căn cứ đã hết hiệu lực không còn là căn cứ. Chỉ là cảnh báo vì người soạn có thể biết quy định chuyển tiếp. Chỗ
kể lại việc thay thế, bãi bỏ trong nội dung không bị nêu.

Sai: Quyết định ký ngày 10/8/2025 căn cứ Nghị định số 61/2018/NĐ-CP (hết hiệu lực từ 01/7/2025)

Đúng: Quyết định ký ngày 10/8/2025 căn cứ Nghị định số 118/2025/NĐ-CP
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.force import is_too_new, lapsed, name_of, set_mates, successors
from generator.rules.base import Rule
from generator.rules.law._reading import ForceReading

RULE = Rule(__name__, Level.WARNING, "force")


def check(reading: ForceReading) -> Iterator[Finding]:
    """A basis whose force has ended, with the whole set that is to be cited instead."""
    document, day, law = reading.document, reading.day, reading.law
    if document is None or is_too_new(document, day) or not lapsed(document, day, law.registry):
        return
    since = f"từ {document.expired:%d/%m/%Y}" if document.expired else "(chưa xác minh được ngày)"
    new = successors(document, day, law)
    named = tuple(name_of(item) for item in new) or document.replaced_by
    what = f"{document.label} đã hết hiệu lực {since}; ngày ký xét: {day:%d/%m/%Y}"
    mates = [other for other in set_mates(document, day, law) if other.id in reading.beside]
    if not named:
        fix = "tìm văn bản thay thế"
    elif document.kind == "tiêu chuẩn":
        fix = f"thay bằng: {', '.join(document.replaced_by)}"
    elif mates:
        fix = f"thay cả bộ ({', '.join(mate.label for mate in (document, *mates))}) bằng: " + "; ".join(named)
    else:
        fix = "thay bằng: " + "; ".join(named)
    yield RULE.found(what, fix, subject=document.label, successors=named)
