"""What the rules of wording are given to read: one text and what was remarked in it, or all texts together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.findings import Finding
from generator.records import record
from generator.rules.base import Rule
from generator.wording.remarks import Remark

Placed = tuple[str, str, str]
"""The place of a text, where it was typed, and the text."""


@record(frozen=True)
class TextReading:
    """One tidied text with its place, and everything remarked in it, found once for all rules."""

    place: str
    source: str
    remarks: Sequence[Remark]

    def by(self, rule: Rule) -> Iterator[Finding]:
        """The remarks of one rule as findings."""
        for remark in self.remarks:
            if remark.rule == rule.id:
                fix = f"viết là «{remark.suggestion}»" if remark.suggestion else ""
                yield rule.found(remark.what, fix, place=self.place, source=self.source)


@record(frozen=True)
class TextsReading:
    """All texts read together; ``names`` are those the agency spells itself, ``typed`` the texts before any tidying.

    ``is_put_right`` says whether they are printed tidied: of a document that is only read nothing is put right.
    """

    texts: Sequence[Placed]
    names: tuple[str, ...] = ()
    typed: Sequence[Placed] = ()
    is_put_right: bool = True


def listed(values: Iterable[str]) -> str:
    """The distinct places on one line, the first three by name."""
    distinct = [value for value in dict.fromkeys(values) if value]
    return "; ".join(distinct[:3]) + (f"; và {len(distinct) - 3} chỗ nữa" if len(distinct) > 3 else "")
