"""Hai văn bản không mang cùng số, ký hiệu trong một năm.

Quy định: số văn bản là số thứ tự đăng ký trong năm (ND30-I.2.3a1); mỗi văn bản một số (ND30-A.15).

Vì sao: số cấp trùng làm sổ đăng ký, căn cứ và nơi nhận không phân biệt được hai văn bản.

Sai: quyet-dinh và quyet-dinh-2 cùng so: 59, cùng ký hiệu QĐ-UBND, cùng năm.

Đúng: mỗi văn bản một số; số trùng nhau nhưng khác ký hiệu (59/QĐ-UBND, 59/KH-UBND) là hai số.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compose.head import number_and_symbol
from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.readings import DossierReading

RULE = Rule(__name__, Level.ERROR, "dossier", clause="ND30-I.2.3a1")


def check(together: DossierReading) -> Iterator[tuple[str, Finding]]:
    """Each document whose number, symbol and year another document of the dossier has too."""
    dossier = together.dossier
    by_number: dict[tuple[str, int], list[str]] = {}
    names = {id(reading.document): reading.name for reading in together.documents}
    for position, document in enumerate(dossier.documents, start=1):
        if document.number:
            year = document.date.year if document.date else document.year or dossier.year
            name = document.name or names.get(id(document)) or f"van-ban-{position}"
            by_number.setdefault((_key(number_and_symbol(dossier, document)), year), []).append(name)
    for reading in together.documents:
        document = reading.document
        if not document.number:
            continue
        year = document.date.year if document.date else document.year or dossier.year
        shown = number_and_symbol(dossier, document)
        others = [name for name in by_number.get((_key(shown), year), ()) if name != reading.name]
        if others:
            what = f"số {shown} năm {year} cũng là số của văn bản {', '.join(others)}"
            finding = RULE.found(what, "cấp lại số cho một văn bản", place="số, ký hiệu", source=reading.typed_at("so"))
            yield reading.name, finding


def _key(shown: str) -> str:
    """Number and symbol as they are compared: however its parts are joined, case aside."""
    return re.sub(r"[\s–—−_-]+", "-", re.sub(r"\s*([-–—−_/])\s*", r"\1", shown.strip())).casefold()
