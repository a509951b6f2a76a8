"""Viện dẫn những lần sau chỉ ghi tên loại và số, ký hiệu.

Quy định: trong các lần viện dẫn tiếp theo, chỉ ghi tên loại và số, ký hiệu của văn bản đó (Nghị định 30/2020/NĐ-CP, Phụ
lục I, phần I, mục II, khoản 6, điểm b).

Vì sao: ghi lại cả ngày và trích yếu thì câu văn dài; bỏ ký hiệu thì không biết văn bản nào.

Sai: «Nghị định 30» ở lần sau; ghi đủ ngày, cơ quan ban hành lần thứ hai

Đúng: «Nghị định số 30/2020/NĐ-CP» ở lần sau
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.edits import Spot
from generator.findings import Finding, Level, Unjudged
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._many import together
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import Text, place_in, texts
from generator.rules.form.bases._cited import cited, numbers_of_bases

RULE = form_rule(__name__, "M")
_SHORT = late(
    r"\b(?P<type>Nghị định|Thông tư|Nghị quyết|Quyết định|Kế hoạch)\s+(?:số\s+)?(?P<n>\d{1,4})(?![\d/-]|[.,]\d)"
)
_BARE = late(
    r"\b(?P<words>(?:Nghị định|Thông tư|Quyết định)\s+(?:số\s+)?\d{1,4})(?=\s+(?:ngày\s+\d{1,2}\s*(?:/|tháng\s)|"
    r"của\s+(?:Chính phủ|Thủ tướng|Bộ (?!Chính trị)|(?:Chủ tịch )?(?:[UỦ][yỷ] ban nhân dân|UBND))))"
)  # with its day or its issuer, so it is a document and not a count
_ABBREVIATIONS = {"Nghị định": "NĐ", "Thông tư": "TT", "Nghị quyết": "NQ", "Quyết định": "QĐ", "Kế hoạch": "KH"}
_NAMED = late(r"(?:gọi (?:tắt )?là|viết tắt là|sau đây)\W*$", 2)


def check(reading: FileReading) -> Said:
    """Each document named without its symbol, or in full a second time."""
    yield from together(_each(reading))


def _each(reading: FileReading) -> Iterator[Finding | Unjudged]:
    found = list(cited(reading, RULE))
    full: set[str] = set()
    for one in found:
        if isinstance(one, Unjudged):
            yield one
            continue
        citation = one.citation
        if citation.day_text and citation.issuer:
            if citation.number in full and one.leads:
                yield RULE.found(
                    f"viện dẫn lại «{one.label}» vẫn ghi cả ngày và cơ quan ban hành", f"chỉ ghi «{one.label}»",
                    level=Level.WARNING, place=place_in(one.line), spot=one.spot,
                )  # fmt: skip
            full.add(citation.number)
    known = {one.citation.number for one in found if not isinstance(one, Unjudged)} | numbers_of_bases(reading)
    for text in texts(reading, RULE):
        if isinstance(text, Text):
            told = list(_shortened(text, known))
            yield from told
            yield from _bare(text, {finding.spot for finding in told})


def _shortened(text: Text, known: set[str]) -> Iterator[Finding]:
    if not known:
        return
    agreed = " ".join(one.line.text for one in text.lines)
    for one in text.sentences:
        for found in _SHORT.finditer(one.line.text):
            meant = sorted(number for number in known if _is_of(number, found["n"], found["type"]))
            words = found[0]
            named = any(_NAMED.search(before) for before in agreed.split(words)[:-1])
            if meant and not named:
                yield RULE.found(
                    f"viện dẫn «{words}» thiếu ký hiệu",
                    "ghi " + " hoặc ".join(f"«{found['type']} số {number}»" for number in meant),
                    place=place_in(one), spot=spot_of(one.line, words),
                )  # fmt: skip


def _bare(text: Text, told: set[Spot | None]) -> Iterator[Finding]:
    """Each document named by its number alone that bears its day or issuer; not those ``told`` already."""
    agreed = " ".join(one.line.text for one in text.lines)
    for one in text.sentences:
        for found in _BARE.finditer(one.line.text):
            words, spot = found["words"], spot_of(one.line, found["words"])
            if spot in told or any(_NAMED.search(before) for before in agreed.split(words)[:-1]):
                continue
            yield RULE.found(
                f"viện dẫn «{words}» thiếu ký hiệu", "ghi đủ số, ký hiệu: «Nghị định số 30/2020/NĐ-CP»",
                place=place_in(one), spot=spot,
            )  # fmt: skip


def _is_of(number: str, count: str, kind: str) -> bool:
    """Whether a document's number counts so, and its symbol is that of the type named."""
    counted, _, symbol = number.partition("/")
    return counted == count and _ABBREVIATIONS[kind] in re.split(r"[/-]", symbol)
