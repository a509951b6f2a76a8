"""Whether two lines of the head follow each other at single spacing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import Edit, SetParagraph
from generator.findings import Finding
from generator.parts.lines import Line
from generator.rules.base import Rule
from generator.rules.form._reading import decimal, spot_of

_LINE = (0.9, 1.1)  # lines that nobody tells from single spacing; Word's own 1.08 is among them
_EXACT = (1.0, 1.4)  # times the size of the letters, where the height is given in points
_GAP = 4.0  # points that nobody sees between two lines of capitals


def single_spaced(rule: Rule, above: Line, below: Line, what: str, place: str) -> Iterator[Finding]:
    """A finding where the two lines, of two paragraphs, stand further apart or nearer than at single spacing."""
    if above.paragraph is below.paragraph:
        return
    first, second = above.paragraph.format, below.paragraph.format
    said: list[str] = []
    repairs: list[Edit] = []
    near = first.contextual and second.contextual and first.style_id == second.style_id
    gap = 0.0 if near else max(first.after, second.before)
    if gap > _GAP:
        said.append(f"cách nhau thêm {decimal(gap)} pt")
    spread = [line for line in (above, below) if not _single(line)]
    if spread:
        said.append("không giãn dòng đơn")
    none = 0.0 if gap > _GAP else None
    for line in (above, below):
        spot, spacing = spot_of(line), 1.0 if line in spread else None
        if spot is not None and (none is not None or spacing is not None):
            after, before = (none, None) if line is above else (None, none)
            repairs.append(SetParagraph(spot, line=spacing, after=after, before=before))
    if said:
        yield rule.found(
            f"{what} {', '.join(said)}",
            "đặt giãn dòng đơn (Single), khoảng cách trước và sau 0 pt (Home → Line and Paragraph Spacing)",
            place=place, spot=spot_of(below), repairs=tuple(repairs),
        )  # fmt: skip


def _single(line: Line) -> bool:
    form = line.paragraph.format
    if form.line_rule == "auto":
        return _LINE[0] <= form.line <= _LINE[1]
    size = max((run.format.size for run in line.runs), default=13.0)
    low = _EXACT[0] if form.line_rule == "exact" else 0.0
    return low * size <= form.line <= _EXACT[1] * size
