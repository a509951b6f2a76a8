"""Standards named in a text: one that was cancelled, or that no one announced, must not be named as in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.findings import Finding, Level
from generator.law.bases import LegalDocument, Registry
from generator.law.force import lapsed
from generator.law.titles import words

_STANDARD = re.compile(r"(?P<national>TCVN\s+)?(?P<body>ISO)\s*(?P<number>\d{4,5})\s*:\s*(?P<year>\d{4})")
_AS_HISTORY = re.compile(
    r"(?:thay thế|thay cho|hủy bỏ|huỷ bỏ|chuyển đổi|từ phiên bản|trước đây|cũ)[^.;]{0,60}$"
    r"|\btừ\s+(?:tiêu chuẩn )?(?:quốc gia )?$",
    re.I,
)
_AS_OLD = re.compile(r"\s*(?:sang|lên|đã (?:hết|bị|được thay)|\(cũ\)|trước đây|được thay thế)", re.I)
_CONTEXT = 5  # words on each side by which an official title is recognised


def standard_findings(
    text: str, place: str, day: date, registry: Registry, covered: list[tuple[int, int]]
) -> Iterator[Finding]:
    """A warning for each cancelled standard named outside ``covered``, the spans of the citations and their titles."""
    for match in _STANDARD.finditer(text):
        if any(start <= match.start() < end for start, end in covered):
            continue
        name = f"TCVN ISO {match['number']}:{match['year']}"
        found = registry.find(name)
        if not found:
            yield from _unannounced(match, registry, place)
            continue
        standard = found[0]
        if not lapsed(standard, day, registry) or _history(text, match) or _in_title(text, match, registry):
            continue
        since = f" từ {standard.expired:%d/%m/%Y}" if standard.expired else ""
        message = f"«{match[0]}» đã bị hủy bỏ{since}, không còn là tiêu chuẩn đang áp dụng"
        successors = standard.replaced_by
        fix = f"ghi {', '.join(successors)}" if successors else ""
        yield Finding("tieu-chuan", Level.WARNING, message, fix, place, standard.number, successors)


def _unannounced(match: re.Match[str], registry: Registry, place: str) -> Iterator[Finding]:
    name = f"ISO {match['number']}:{match['year']}"
    if match["national"] and registry.find(name):
        message = f"«{match[0]}»: mới có tiêu chuẩn quốc tế {name}, chưa thấy công bố thành tiêu chuẩn quốc gia (TCVN)"
        yield Finding("tieu-chuan", Level.WARNING, message, "ghi TCVN đang áp dụng", place, name)


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
