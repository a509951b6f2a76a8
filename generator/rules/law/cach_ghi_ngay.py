"""Ngày trong căn cứ, ngày ban hành của văn bản ghi bằng chữ, có số 0 trước ngày dưới 10, tháng 1, tháng 2.

Quy định: ngày, tháng, năm ban hành ghi đầy đủ, ngày dưới 10 và tháng 1, 2 thêm số 0 phía trước (ND30-I.2.4b1,
ND30-I.2.4b2, ND30-I.2.4b3). Điều ấy nói về ngày của chính văn bản; ngày trong căn cứ theo các ví dụ của Nghị định, nên
ở đó chỉ là thông tin. Tháng 3 đến tháng 9 ghi số 0 hay không đều được.

Vì sao: «05/3/2020» đọc được hai cách; «ngày 5», «tháng 1» sửa thêm được một chữ số.

Sai: Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;

Đúng: Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.written.days import as_written
from generator.rules.base import Rule
from generator.rules.law._reading import CitationReading

RULE = Rule(__name__, Level.NOTE, "citation")


def check(reading: CitationReading) -> Iterator[Finding]:
    """The day of a basis that is short or lacks a zero."""
    written = as_written(reading.citation.day_text)
    if written and reading.options.decree and reading.one.is_basis and not reading.one.nested:
        what = f"{reading.label}: ngày ghi «{reading.citation.day_text}»"
        yield RULE.found(what, f"ghi: {written}", subject=reading.label)
