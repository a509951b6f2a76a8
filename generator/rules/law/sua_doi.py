"""Căn cứ đã được sửa đổi, bổ sung thì xem có cần dẫn kèm văn bản sửa đổi không.

Quy định: không điều khoản nào của Nghị định 30 buộc dẫn văn bản sửa đổi; thông tin này theo cách làm thường thấy.

Vì sao: nội dung đang soạn có thể dựa vào chính điều đã sửa. Chỉ nêu văn bản sửa đổi đang có hiệu lực vào ngày ký và
chưa được dẫn bên cạnh.

Sai: Ký năm 2022, căn cứ Nghị định số 61/2018/NĐ-CP mà không xem Nghị định số 107/2021/NĐ-CP sửa đổi

Đúng: Căn cứ cả hai nghị định, hoặc đã xem nội dung sửa đổi không liên quan
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.force import amendments, name_of
from generator.rules.base import Rule
from generator.rules.law._reading import ForceReading

RULE = Rule(__name__, Level.NOTE, "force")


def check(reading: ForceReading) -> Iterator[Finding]:
    """A basis with amending acts in force that are not cited beside it."""
    document = reading.in_force
    if document is None:
        return
    offers = [act for act in amendments(document, reading.day, reading.law.registry) if act.id not in reading.beside]
    if offers:
        yield RULE.found(
            f"{document.label} đã được sửa đổi, bổ sung bởi {', '.join(act.label for act in offers)}",
            "dẫn kèm nếu nội dung sửa đổi liên quan",
            subject=document.label,
            offers=tuple(name_of(act) for act in offers),
        )
