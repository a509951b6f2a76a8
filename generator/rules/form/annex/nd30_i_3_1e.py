"""Số trang đánh riêng cho từng phụ lục.

Quy định: số trang của phụ lục được đánh số riêng theo từng phụ lục (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục
III, khoản 1, điểm đ).

Vì sao: phụ lục có thể tách khỏi văn bản; số trang chạy tiếp thì tưởng thiếu trang.

Sai: trang của phụ lục đánh số tiếp theo trang của văn bản

Đúng: mỗi phụ lục một section, số trang bắt đầu từ 1, không hiện ở trang đầu
"""

from __future__ import annotations

from generator.edits import SetSection
from generator.layout.tree import Field, Paragraph
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.annex._labels import labelled

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each annex whose pages are counted on from those before it."""
    if not _numbered(reading):
        return
    before = 0
    for one in labelled(reading):
        section, own = one.annex.section, one.annex.section != before
        before = section
        if reading.parts.kind == "annex" and one.nth == 1:
            continue
        if own and reading.document.sections[section].number_start == 1:
            continue
        yield RULE.found(
            f"số trang của «{one.label.text}» đánh tiếp theo trang trước",
            "bắt đầu phụ lục bằng section mới (Layout → Breaks → Next Page), số trang bắt đầu từ 1 "
            "(Format Page Numbers → Start at 1)",
            place=one.place, spot=one.spot,
            repairs=(SetSection(section, number_start=1, title_page=True),) if own else (),
        )  # fmt: skip


def _numbered(reading: FileReading) -> bool:
    """Whether the file shows page numbers at all."""
    for section in reading.document.sections:
        for running in (section.headers, section.footers):
            for blocks in running.values():
                for block in blocks:
                    if isinstance(block, Paragraph) and any(isinstance(item, Field) for item in block.items):
                        return True
    return False
