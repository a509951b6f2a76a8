"""How wide a line is as it is set, and where its middle stands."""

from __future__ import annotations

from generator.edits import SetParagraph
from generator.findings import Unjudged
from generator.fonts import text_width
from generator.layout.tree import Run, Tab
from generator.parts.lines import Line
from generator.parts.model import Part
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of

_PARTED = late(r"\S {4,}\S")
_NEAR = 10.0  # points by which nobody sees that a line is off the middle
_SHARE = 0.06  # of the room, likewise
_FULL = 0.9  # of its room: a line as long as that stands in the middle wherever it begins
_WRAPS = 1.08  # times its room: words that surely take a second line
_SMALL = 0.65  # of its size is a superscript


def width_of(line: Line) -> float:
    """The width in points of the line's words, set on one line."""
    runs = [item for item in line.items if isinstance(item, Run) and not item.format.hidden]
    return sum(map(_run_width, runs)) - _edge(runs, leading=True) - _edge(runs, leading=False)


def middle_of(line: Line) -> float | None:
    """Where the middle of the line stands, points from the edge of its cell or column.

    ``None`` where tabs or spaces decide.
    """
    if any(isinstance(item, Tab) for item in line.paragraph.items) or line.holder == "box":
        return None
    text = line.paragraph.text.replace("\xa0", " ")
    if _PARTED.search(text) and all(" ".join(typed.split()) != line.text for typed in text.split("\n")):
        return None  # half of a line that spaces part
    form = line.paragraph.format
    room, width = line.room, width_of(line)
    first = form.first_line if line.first else 0.0
    if width >= _FULL * room:
        return form.left + room / 2
    if form.align == "center":
        return form.left + (room + first) / 2
    if form.align == "right":
        return form.left + room - width / 2
    runs = [item for item in line.items if isinstance(item, Run) and not item.format.hidden]
    return form.left + first + _edge(runs, leading=True) + width / 2


def begins_at(line: Line) -> float | None:
    """Where the first word of a paragraph stands, spaces before it counted; ``None`` where a tab decides."""
    if any(isinstance(item, Tab) for item in line.items):
        return None
    form = line.paragraph.format
    runs = [item for item in line.items if isinstance(item, Run) and not item.format.hidden]
    return form.left + form.first_line + _edge(runs, leading=True)


def centred(line: Line) -> bool | None:
    """Whether the line stands in the middle of its cell, as a reader sees it; ``None`` where that is not known."""
    middle = middle_of(line)
    if middle is None or line.holder != "table":
        return None
    form = line.paragraph.format
    whole = form.left + line.room + form.right
    return not _wraps_aside(line) and abs(middle - whole / 2) <= max(_NEAR, _SHARE * whole)


def in_page_middle(line: Line) -> bool | None:
    """Whether the line stands in the middle of the page's text, or of its cell; ``None`` where that is not known."""
    middle = middle_of(line)
    if middle is None:
        return None
    form = line.paragraph.format
    whole = form.left + line.room + form.right
    return not _wraps_aside(line) and abs(middle - whole / 2) <= max(_NEAR + 2, _SHARE * whole)


def _wraps_aside(line: Line) -> bool:
    """Whether the words take two lines of which the last does not stand in the middle."""
    width = width_of(line)
    short = line.room > 0 and width / line.room > _WRAPS and width % line.room < _FULL * line.room
    return short and line.paragraph.format.align in ("left", "both", "right")


def centring(line: Line) -> SetParagraph | None:
    """What puts the line in the middle, where its place in the file is known."""
    spot, right = spot_of(line), line.paragraph.format.right
    return SetParagraph(spot, align="center", left=right, first_line=0) if spot is not None else None


def in_the_middle(reading: FileReading, rule: Rule, part: Part, fix: str) -> Said:
    """A finding for each component whose first line does not stand in the middle of its cell."""
    for component in reading.judged(rule, part):
        if isinstance(component, Unjudged):
            yield component
            continue
        line = component.lines[0]
        middle, spot = centred(line), spot_of(line)
        if middle is None:
            yield Unjudged(rule.id, "vị trí do dấu tab hoặc khung chữ quyết định", place_of(component))
        elif not middle:
            name = str(part)
            edit = centring(line)
            yield rule.found(
                f"{name} không ở giữa ô", fix, place=place_of(component), spot=spot,
                repairs=(edit,) if edit is not None else (),
            )  # fmt: skip


def below(line: Line, above: Line) -> bool | None:
    """Whether the line stands in the middle below the other; ``None`` where that cannot be told."""
    one, other = middle_of(line), middle_of(above)
    if one is None or other is None or line.holder != above.holder:
        return None
    return abs(one - other) <= _NEAR


def _run_width(run: Run) -> float:
    form = run.format
    text = run.text.replace("\xa0", " ")
    size = form.size * (1.0 if form.vertical == "baseline" else _SMALL)
    shown = text.upper() if form.caps else text
    return text_width(shown, size, bold=form.bold, italic=form.italic) * form.stretch + form.spacing * len(text)


def _edge(runs: list[Run], *, leading: bool) -> float:
    """The width of the spaces before or behind the words."""
    total = 0.0
    for run in runs if leading else reversed(runs):
        text = run.text.replace("\xa0", " ")
        bare = text.lstrip() if leading else text.rstrip()
        if len(bare) < len(text):
            total += _run_width(Run(" " * (len(text) - len(bare)), run.format))
        if bare:
            break
    return total if any(run.text.strip() for run in runs) else 0.0
