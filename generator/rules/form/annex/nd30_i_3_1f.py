"""Mỗi phụ lục bắt đầu ở trang mới.

Quy định: suy ra từ quy định số trang đánh riêng theo từng phụ lục (Phụ lục I, phần I, mục III, khoản 1, điểm đ) và
Mẫu 2.1.

Vì sao: phụ lục bắt đầu giữa trang của văn bản thì không đánh số trang riêng được.

Sai: «Phụ lục II» ngay dưới nội dung của «Phụ lục I»

Đúng: «Phụ lục II» ở đầu trang mới
"""

from __future__ import annotations

from generator.edits import SetParagraph
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.annex._labels import labelled

RULE = form_rule(__name__, "D")


def check(reading: FileReading) -> Said:
    """Each annex that begins on the page of what is before it."""
    for one in labelled(reading):
        if one.annex.new_page or (one.nth == 1 and reading.parts.kind == "annex"):
            continue
        yield RULE.found(
            f"«{one.label.text}» không bắt đầu ở trang mới", "đặt ngắt trang trước phụ lục (Ctrl+Enter)",
            place=one.place, spot=one.spot,
            repairs=(SetParagraph(one.spot, new_page=True),) if one.spot is not None else (),
        )  # fmt: skip
