"""One fault that two rules tell of the same words: the one that says more of it, or puts it right, is heard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.checking.remarks import entry_of
from generator.findings import Finding
from generator.patterns import late

_DATE_LINE = ("ND30-I.2.4b1", "ND30-I.2.4b2", "ND30-I.2.4b3", "ND30-I.2.4b4")
_IN_PARAGRAPH: dict[str, tuple[str, ...]] = {
    "mot-dong": ("ND30-I.2.6a6",),
    "dau-cuoi-can-cu": ("ND30-I.2.6a7",),
    "thieu-chu-so": ("ND30-I.2.6b4",),
    "dau-ket-thuc": ("ND30-I.2.6e7",),
    "dau-van-ban": (*_DATE_LINE, "ND30-I.2.5b4"),
    "LV27": (*_DATE_LINE, "dau-van-ban"),
    "LV40": (*_DATE_LINE, "ngay"),
    "phu-luc-so": ("ND30-I.3.1a2",),
    "noi-nhan": ("ND30-I.2.9e3", "ND30-I.2.9e4"),
    "dau-cuoi-liet-ke": ("ND30-I.2.9d3",),
    "LV34": ("ND30-I.2.6d8",),
    "LV37": ("ND30-I.2.3c5",),
    "chua-biet": ("ND30-I.2.3c5", "kem-theo-so-khac"),
    "quyen-han-ky": ("ND30-I.2.7b1", "ND30-I.2.7b2", "ND30-I.2.7b3", "ND30-I.2.7b4", "ND30-I.2.7b5"),
}
"""Rules of the audit and of wording, and those that tell the same fault, of which a paragraph has but one."""
_IN_WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "LV27": (("ND30-I.2.4d", ""), ("cach-ghi-ngay", "")),
    "cach-ghi-ngay": (("ND30-I.2.4d", ""),),
    "LV16": (("ND30-I.2.3c5", ""),),
    "LV11": (
        ("ND30-I.2.3c2", "trước «:»"),
        ("ND30-I.2.9d1", "trước «:»"),
        ("ND30-I.2.9e1", "trước «:»"),
        ("ND30-I.2.3c5", "chỉ ở một bên"),
    ),
}
"""The same of faults that a paragraph may have several of: both quote the words, and the first says these of them."""
_IN_FILE = {"noi-nhan": ("ND30-I.2.9c", "«Như Điều …»"), "khong-ro-ngay-ky": ("ND30-I.2.4b1", "")}
"""The same of what is said of the file as a whole, wherever either is told."""
_WHOLE_LINE = ("ND30-I.2.1a1", "ND30-I.2.1b1", "ND30-A.7.1")
"""Rules that hold a whole line against the one way it is written: no word of it need be told once more."""
_WORDING = late(r"LV\d|ND30-C\.\d+$")
_QUOTED = late(r"«([^«»]{3,})»")


def not_reviewed(said: Iterable[Finding], reviewed: Iterable[Finding]) -> Iterator[Finding]:
    """Those of a document just made whose fault its data were told of already, by a rule on the same clause."""
    heard: dict[str, list[Finding]] = defaultdict(list)
    for finding in reviewed:
        entry = entry_of(finding)
        if entry is not None:
            heard[entry.rule.clause].append(finding)
    for finding in said:
        if not any(_share_words(finding, other) for other in heard[finding.rule]):
            yield finding


def told_once(said: Sequence[Finding], audited: Iterable[Finding]) -> Iterator[Finding]:
    """Those of the audit and of wording that tell of a fault which no other tells at the same place."""
    given = list(audited)
    told: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    rules = {finding.rule for finding in said}
    for finding in (*said, *given):
        for spot in (finding.spot, *finding.also):
            if spot is not None:
                told[spot.part, spot.paragraph].append(finding)
    for finding in given:
        by, sign = _IN_FILE.get(finding.rule, ("", ""))
        if by in rules and sign in finding.what:
            continue
        spot = finding.spot
        if spot is None or not any(_is_told(finding, by=other) for other in told[spot.part, spot.paragraph]):
            yield finding


def _is_told(finding: Finding, *, by: Finding) -> bool:
    """Whether the other, of the same paragraph, tells the finding's fault."""
    if by.rule in _IN_PARAGRAPH.get(finding.rule, ()):
        return True
    if by.rule in _WHOLE_LINE and _WORDING.match(finding.rule):
        return True
    signs = [sign for rule, sign in _IN_WORDS.get(finding.rule, ()) if rule == by.rule]
    return any(sign in finding.what for sign in signs) and _share_words(finding, by)


def _share_words(one: Finding, other: Finding) -> bool:
    return any(a in b or b in a for a in _words(one) for b in _words(other))


def _words(finding: Finding) -> list[str]:
    """The words the finding quotes, as far as it shows them."""
    return [" ".join(words.split()).removeprefix("ngày ").strip("… ") for words in _QUOTED.findall(finding.what)]
