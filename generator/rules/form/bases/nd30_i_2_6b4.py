"""Giữa tên loại và số, ký hiệu có chữ «số».

Quy định: mọi ví dụ của Nghị định 30/2020/NĐ-CP đều viết «tên loại số <số, ký hiệu>» (Điều 37; Phụ lục II, mục V, khoản
7); không câu nào quy định thành lời.

Vì sao: viết một kiểu thì dễ đọc, dễ tìm.

Sai: «Quyết định 245/QĐ-UBND»

Đúng: «Quyết định số 245/QĐ-UBND»
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Unjudged
from generator.law.citations import Citation, find_numbers
from generator.parts.model import Part
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._many import together
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form._text import place_in
from generator.rules.form.bases._cited import cited, own_form

RULE = form_rule(__name__, "S")
_BY_NAME = late(r"(?:Bộ )?luật|pháp lệnh|hiến pháp", 2)


def check(reading: FileReading) -> Said:
    """Each document cited with its number straight behind its type."""
    yield from together(_each(reading))


def _each(reading: FileReading) -> Iterator[Finding | Unjudged]:
    for component in () if own_form(reading) else reading.judged(RULE, Part.BASIS):
        if isinstance(component, Unjudged):
            yield component
            continue
        for line in component.lines:
            for citation in find_numbers(line.text):
                if _bare(citation):
                    words = line.text[citation.start :].partition(";")[0][:60]
                    yield RULE.found(
                        *_said(citation), place=place_of(component), spot=spot_of(line, words) or spot_of(line)
                    )
    for one in cited(reading, RULE):
        if isinstance(one, Unjudged):
            yield one
        elif _bare(one.citation):
            yield RULE.found(*_said(one.citation), place=place_in(one.line), spot=one.spot)


def _bare(citation: Citation) -> bool:
    return bool(citation.type) and not citation.has_word_so and not _BY_NAME.fullmatch(citation.type)


def _said(citation: Citation) -> tuple[str, str]:
    return (
        f"«{citation.type} {citation.number}» không có chữ «số»",
        f"ghi «{citation.type} số {citation.number}»",
    )
