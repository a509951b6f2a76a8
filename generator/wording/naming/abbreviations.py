"""Abbreviations of a document that it nowhere writes out: «QLCL», «MTCL» without «… (sau đây viết tắt là MTCL)»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.patterns import late
from generator.wording.characters import UPPER
from generator.wording.filing import opens_filing
from generator.wording.naming.glance import SHORT, glance
from generator.wording.syllables import is_syllable

_SHORT = late(r"(?<![\w./&@+-])[A-ZĐ]{3,10}(?![\w/&@+]|-[\w]|\.\w)")
_EXPLAINED = late(
    rf"\((?:[^()]{{0,60}}?(?:gọi|viết)(?: tắt)?[^()]{{0,20}}? là:? ?)?[“\"]?(?P<a>[{UPPER}]{{3,10}})[”\"]?\)"
    rf"|(?:gọi tắt|viết tắt|gọi chung)[^.;]{{0,30}}? là:? ?[“\"]?(?P<b>[{UPPER}]{{3,10}})\b"
    rf"|\b(?P<c>[{UPPER}]{{3,10}}) ?(?:\(|: ?)(?P<words>[^()]{{8,80}})"
)
_EXPLAINING = ("(", ":", "tắt", "gọi chung")  # what every match of it holds
_FILED = late(r"\W*VT\b")  # the rest of a line «Lưu» that breaks
_SENT = late(r"\W*Nơi nhận\b")  # agencies that know their own short names
# Known to every office, or the name of a thing from abroad.
_KNOWN_LISTED = """
    UBND HĐND HĐNN MTTQ TCVN QCVN ISO IEC BHXH BHYT BHTN CHXHCN XHCN THCS THPT GDP ODA FDI WTO ASEAN UNESCO WHO APEC
    PDF DOCX XLSX XML SMS VNEID ATM VAT USD VND VNĐ CCCD CMND HTX TNHH ĐBQH ĐĐBQH TAND VKSND VKSNDTC TANDTC UBMTTQ
    UBTVQH TNCS LĐLĐ CCB TTXVN VTV VOV ĐKĐĐ CBCCVC CNTT PCCC HIV AIDS STT GPS LAN WAN WIFI USB HTML JSON HTTP HTTPS
    API TUQ CPI URL OTP UNDP VNPT GTGT ĐVT CLB OCOP PCT TTĐT KHCN KHCNMT TNMT GDĐT VHTT VHXH LĐTBXH VIII VII XII
    XIII XIV XVI XVII XVIII XIX III KPI SWOT PDCA PTNT KCN KKT
"""
_KNOWN = frozenset(_KNOWN_LISTED.split())


def unexplained(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each abbreviation the texts use in running words and never explain, with the place of the first.

    ``texts`` are (place, text) in order. Texts IN HOA, numbers of documents and what stands joined to other signs are
    not looked into, nor the list of nơi nhận.
    """
    first: dict[str, str] = {}
    shortened: list[str] = []
    listed = False
    for place, text in texts:
        listed = (listed and text.startswith("-")) or ("Nơi nhận" in text and _SENT.match(text) is not None)
        if not glance(text) & SHORT:
            continue
        shortened.append(text)
        if not listed and not text.isupper() and not opens_filing(text) and not _FILED.match(text):
            for match in _SHORT.finditer(text):
                if not is_syllable(match[0].lower()):  # a word of a heading IN HOA
                    first.setdefault(match[0], place)
    asked = {short: place for short, place in first.items() if short not in _KNOWN}
    explained = set(_explained(text for text in shortened if any(short in text for short in asked)))
    for short, place in asked.items():
        if short not in explained:
            yield short, place


def _explained(texts: Iterable[str]) -> Iterator[str]:
    """The abbreviations that the texts write out."""
    for text in texts:
        for match in _EXPLAINED.finditer(text) if any(sign in text for sign in _EXPLAINING) else ():
            if not match["c"] or match["c"] in "".join(word[:1] for word in match["words"].upper().split()):
                yield match["a"] or match["b"] or match["c"]
