"""How a document's number is written: of the state and of the Party, of letters, of old documents, damaged by scanning.

The grammar, as the shapes of a number (N is the ordinal, 30, 01a, 66.7):

- N/2020/NĐ-CP, N/2025/QH15, N/2014/TTLT-BGDĐT-BTC: with its year;
- N/QĐ-UBND, N/NQ-UBTVQH15: type and body, without a year;
- N/BTC-NSNN, N/TTg-KSTT, N/CCTTHC: a letter goes by its body and the unit that drafted it (ND30-I.2.3b2);
- N-NQ/TW, N-CT/TU: the Party's;
- N/CP, N-TTg, N/HĐBT, N-L/CTN: before 1997.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from generator.patterns import late
from generator.records import record
from generator.wording.characters import fold

DIGIT = "[0-9OoIl]"
LOOKALIKES = str.maketrans("OoIl", "0011")
"""Letters that scanners put for digits, and the digits."""

TYPE_OF_SYMBOL = {
    "NĐ": "Nghị định",
    "QĐ": "Quyết định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "NQLT": "Nghị quyết liên tịch",
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "KH": "Kế hoạch",
    "TTr": "Tờ trình",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "BC": "Báo cáo",
    "CTr": "Chương trình",
    "VBHN": "Văn bản hợp nhất",
    "ĐA": "Đề án",
    "PA": "Phương án",
    "CĐ": "Công điện",
    "BB": "Biên bản",
    "KL": "Kết luận",
    "L": "Lệnh",
    "PL": "Pháp lệnh",
    "QyĐ": "Quy định",
}
"""What a symbol's first part stands for."""

_OTHER_KINDS = ("ND", "NÐ", "QD", "QÐ", "CTHĐ", "CTPH", "KHPH", "QCPH", "QC", "TTR", "GM", "SY", "TL", "ĐLĐ", "CV")
_KINDS = "|".join(sorted([*TYPE_OF_SYMBOL, *_OTHER_KINDS], key=len, reverse=True))
_BODY = r"[A-ZĐÐ][A-Za-zĐđÐ]{1,17}\d{0,2}"
_PLUS = r"(?:-[A-ZĐÐ]?\d{2,4})?"  # «-C04», a unit; «-2024», a company's year
_BODIES = rf"{_BODY}(?:\s?[-–&.]\s?{_BODY})*{_PLUS}"
OLD_KINDS = ("CP", "TTg", "HĐBT", "CTN", "HĐNN", "UBTVQH")
"""What every number holds one of that has no «/»."""
NUMBER = late(
    rf"(?=[\dOoIl])(?:(?<![\w/.-])|(?<=[sS]ố))(?:"
    rf"(?P<n1>{DIGIT}{{1,4}}(?:\.\d{{1,3}})?[a-zđ]?|(?<=[sS]ố )\d{{1,2}}\s\d{{1,3}})\s?/\s?(?P<year>[12]{DIGIT}{{3}})"
    rf"\s?[/-]?\s?"
    rf"(?P<s1>(?:UBTV)?QH\s?\d{{1,2}}|(?i:{_KINDS})(?:\s?[-–/_.]\s?|\s)?(?:(?i:CP|TTg)\b|{_BODIES})"
    rf"|[A-ZĐÐ]{{1,8}}\s?[-–/]\s?{_BODIES})"
    rf"|(?P<n2>(?:\d{{1,2}}\.\d{{3}}|\d{{1,5}})[a-zđ]?|(?<=[sS]ố )\d{{1,2}}\s\d{{3}})\s?/\s?"
    rf"(?P<s2>(?i:{_KINDS})\s?[-–/_]\s?{_BODIES})"
    rf"|(?P<n3>(?:\d{{1,2}}\.\d{{3}}|\d{{1,5}})[a-zđ]?)\s?/\s?(?P<s3>{_BODY}(?:\s?[-–&./]\s?{_BODY})*{_PLUS})"
    rf"|(?P<n4>\d{{1,5}}[a-zđ]?)\s?[-–]\s?(?P<s4>[A-ZĐÐ][A-Za-zĐđÐ]{{0,6}}\s?/\s?{_BODIES})"
    rf"|(?P<n5>\d{{1,4}})\s?[-–]\s?(?P<s5>{'|'.join(OLD_KINDS)})"
    rf")(?![\w])"
)
"""A number; one of group ``s3`` or ``s5`` is a number only where a type or the word «số» stands before it."""

_PARTY = late(r"\s*\d{1,5}[a-zđ]?\s?[-–]\s?(?P<kind>[A-ZĐÐa-zđ]{1,6})\s?/\s?(?P<body>[^\s/]+)\s*$")
_KNOWN_KIND = {fold(kind): kind for kind in (*_OTHER_KINDS, *TYPE_OF_SYMBOL)}

Form = Literal["state", "letter", "party", "parliament", "old", ""]


@record(frozen=True)
class Symbol:
    """What a number's symbol names: the type it stands for (``QĐ``), the body (``BKHCN``), and whose form it has.

    A letter's body is the office that sends it, without the unit that drafted it.
    """

    kind: str = ""
    body: str = ""
    form: Form = ""


@lru_cache(maxsize=4096)
def symbol_of(number: str, *, letter: bool = False) -> Symbol:
    """What the symbol of the number names; ``letter`` where it is known to be that of a công văn."""
    number = "".join(number.split()).replace("–", "-").replace("Ð", "Đ")
    party = _PARTY.match(number)
    if party:
        return Symbol(party["kind"], party["body"], "party")
    if "/" not in number:
        return Symbol("", number.rpartition("-")[2], "old")
    tail = number.split("/", 1)[1]
    tail = re.sub(rf"^[12]{DIGIT}{{3}}[/-]?", "", tail)
    if re.fullmatch(r"(?:UBTV)?QH\d*", tail, re.I):
        return Symbol("", tail, "parliament")
    first, _, rest = re.sub(r"[/_.]", "-", tail, count=1).partition("-")
    if fold(first) in _KNOWN_KIND and rest and not letter:
        return Symbol(first, rest, "state")
    glued = next((kind for kind in ("NĐ", "NQ", "QĐ") if first in (f"{kind}CP", f"{kind}TTg")), "")
    if glued and not rest:  # 30c/NQCP
        return Symbol(glued, first.removeprefix(glued), "state")
    return Symbol("", first, "letter" if rest or letter else "old")


def type_of(symbol: Symbol) -> str:
    """The type the symbol stands for; empty where its kind says none for certain.

    The Party's QĐ is a quyết định or a quy định.
    """
    return "" if symbol.form == "party" else TYPE_OF_SYMBOL.get(symbol.kind, "")
