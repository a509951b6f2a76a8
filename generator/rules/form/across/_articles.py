"""The Điều of a document, each with all that stands below it."""

from __future__ import annotations

from generator.parts.model import Level, Parts
from generator.records import record


@record(frozen=True)
class Article:
    """One Điều: its number as typed, and its words with those of its khoản and điểm."""

    number: int
    text: str


def articles(parts: Parts) -> list[Article]:
    """The Điều of the document itself, in order; none of what is issued with it."""
    found: list[tuple[int, list[str]]] = []
    for one in parts.body:
        if one.level is Level.ARTICLE and one.ordinal.isdigit():
            found.append((int(one.ordinal), [one.line.text]))
        elif found:
            found[-1][1].append(one.line.text)
    return [Article(number, "\n".join(lines)) for number, lines in found]
