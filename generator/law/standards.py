"""Standards named in a text: one that was cancelled, or that no one announced, must not be named as in force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from generator.law.bases import LegalDocument, Registry
from generator.law.force import lapsed
from generator.law.titles import words
from generator.patterns import late
from generator.records import record

_STANDARD = late(r"(?P<national>TCVN\s+)?(?P<body>ISO)\s*(?P<number>\d{4,5})\s*:\s*(?P<year>\d{4})")
_AS_HISTORY = late(
    r"(?:thay thế|thay cho|hủy bỏ|huỷ bỏ|chuyển đổi|từ phiên bản|trước đây|cũ)[^.;]{0,60}$"
    r"|\btừ\s+(?:tiêu chuẩn )?(?:quốc gia )?$",
    re.I,
)
_AS_OLD = late(r"\s*(?:sang|lên|đã (?:hết|bị|được thay)|\(cũ\)|trước đây|được thay thế)", re.I)
_CONTEXT = 5  # words on each side by which an official title is recognised


@record(frozen=True)
class NamedStandard:
    """A standard named as one to go by: as printed, and the standard it is; None for one announced by no one."""

    printed: str
    name: str
    standard: LegalDocument | None


def standards_to_mend(
    text: str, day: date, registry: Registry, covered: Sequence[tuple[int, int]]
) -> Iterator[NamedStandard]:
    """Each standard named outside ``covered`` (citations with their titles) that was cancelled or never announced."""
    for match in _STANDARD.finditer(text) if "ISO" in text else ():
        if any(start <= match.start() < end for start, end in covered):
            continue
        found = registry.find(f"TCVN ISO {match['number']}:{match['year']}")
        name = f"ISO {match['number']}:{match['year']}"
        if not found:
            if match["national"] and registry.find(name):
                yield NamedStandard(match[0], name, None)
            continue
        standard = found[0]
        if lapsed(standard, day, registry) and not _history(text, match) and not _in_title(text, match, registry):
            yield NamedStandard(match[0], standard.number, standard)


def _history(text: str, match: re.Match[str]) -> bool:
    return bool(
        _AS_HISTORY.search(text[max(0, match.start() - 90) : match.start()]) or _AS_OLD.match(text, match.end())
    )


def _in_title(text: str, match: re.Match[str], registry: Registry) -> bool:
    """Whether the words around the standard are those of an official title that names it."""
    before = [w.bare for w in words(text[: match.start()])][-_CONTEXT:]
    after = [w.bare for w in words(text[match.end() :])][:_CONTEXT]
    return any(_surrounds(document, match, before, after) for document in registry.by_id.values() if document.title)


def _surrounds(document: LegalDocument, match: re.Match[str], before: list[str], after: list[str]) -> bool:
    for own in _STANDARD.finditer(document.title):
        if (own["number"], own["year"]) != (match["number"], match["year"]):
            continue
        left = words(document.title[: own.start()])[-_CONTEXT:]
        right = words(document.title[own.end() :])[:_CONTEXT]
        if (
            len(left) == _CONTEXT
            and [w.bare for w in left] == before
            and [w.bare for w in right] == after[: len(right)]
        ):
            return bool(right) or not after
    return False
