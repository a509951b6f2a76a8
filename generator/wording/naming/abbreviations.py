"""Abbreviations of a document that it nowhere writes out: «QLCL», «MTCL» without «… (sau đây viết tắt là MTCL)»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.patterns import late
from generator.wording.characters import UPPER

_SHORT = late(rf"(?<![\w./&@+-])[{UPPER}]{{3,10}}(?![\w/&@+]|-[\w]|\.\w)")
_EXPLAINED = late(
    rf"\((?:[^()]{{0,60}}?(?:gọi|viết)(?: tắt)?[^()]{{0,20}}? là:? ?)?[“\"]?(?P<a>[{UPPER}]{{3,10}})[”\"]?\)"
    rf"|(?:gọi tắt|viết tắt|gọi chung)[^.;]{{0,30}}? là:? ?[“\"]?(?P<b>[{UPPER}]{{3,10}})\b"
    rf"|\b(?P<c>[{UPPER}]{{3,10}}) ?(?:\((?!QT|\d)[^()]{{8,}}\)|: )"
)
# Known to every office, or the name of a thing from abroad.
_KNOWN_LISTED = """
    UBND HĐND HĐNN MTTQ TCVN QCVN ISO IEC BHXH BHYT BHTN CHXHCN XHCN THCS THPT GDP ODA FDI WTO ASEAN UNESCO WHO APEC
    PDF DOCX XLSX XML SMS VNEID ATM VAT USD VND VNĐ CCCD CMND HTX TNHH ĐBQH ĐĐBQH TAND VKSND VKSNDTC TANDTC UBMTTQ
    UBTVQH
    TNCS LĐLĐ CCB TTXVN VTV VOV ĐKĐĐ CBCCVC CNTT PCCC HIV AIDS STT GPS LAN WAN WIFI USB HTML JSON HTTP HTTPS API
    VIII VII XII XIII XIV XVI XVII XVIII XIX III KPI SWOT PDCA PTNT KCN KKT
"""
_KNOWN = frozenset(_KNOWN_LISTED.split())


def unexplained(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each abbreviation the texts use in running words and never explain, with the place of the first.

    ``texts`` are (place, text) in order. Texts IN HOA, numbers of documents and what stands joined to other signs are
    not looked into.
    """
    first: dict[str, str] = {}
    explained: set[str] = set()
    for place, text in texts:
        for match in _EXPLAINED.finditer(text):
            explained |= {one for one in match.groups() if one}
        if not text.isupper():
            for match in _SHORT.finditer(text):
                around = text[max(0, match.start() - 30) : match.end() + 30]
                if not around.replace(match[0], "").isupper():
                    first.setdefault(match[0], place)
    for short, place in first.items():
        if short not in explained and short not in _KNOWN:
            yield short, place
