"""What is found in a text: where, by which rule, and what to write instead."""

from __future__ import annotations

from generator.records import record


@record(frozen=True)
class Remark:
    """One fault found in a text: where (character offsets), by which rule, what it is, what to write instead."""

    start: int
    end: int
    rule: str
    what: str
    suggestion: str = ""
