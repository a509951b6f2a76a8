"""What comes behind the signature: each phụ lục, and each document issued with this one."""

from __future__ import annotations

from collections.abc import Collection

from generator.layout.tree import PageBreak
from generator.parts import recognising as says
from generator.parts.body import read_body
from generator.parts.closing import closing_at, read_closing, signs
from generator.parts.head import Head
from generator.parts.lines import Line, halves, is_drawn
from generator.parts.model import Annex, Component, Part, Sure
from generator.parts.opening import Opening, title_at

_TITLE_LINES = 8
_HEAD_LINES = 20
_WIDEST = 160  # letters: no line of a head is longer, be both columns in it


def annex_starts(lines: list[Line], start: int) -> list[int]:
    """Where annexes and attached documents begin among the lines, none before ``start``."""
    found: list[int] = []
    national = [n for n, line in enumerate(lines) if _national(line)]
    again = {*national[1:]}
    for n in range(start, len(lines)):
        line = lines[n]
        if not line.text:
            continue
        label = says.annex_label(line.text) or (says.annex_run_on(line.text) and line.centred and line.bold)
        if label and line.holder == "body" and (line.centred or line.upper or line.bold):
            found.append(n)
        elif line.holder == "body" and line.centred and says.reference(line.text.lstrip("( ")):
            title = _title_above(lines, n, max([start, *found]))
            if title is not None:
                found.append(_form_above(lines, title, max([start, *found])))
            elif _heads_page(lines, n, start):
                found.append(n)
        elif n in again:
            found.append(_row_start(lines, n))
        elif _heads_page(lines, n, start):
            found.append(n)
    return sorted(set(found))


def read_annex(lines: list[Line], above: list[Line], continuous: Collection[int] = ()) -> Annex:
    """The annex whose lines these are, and those ``above`` it in the file.

    ``continuous`` are the sections that begin on the page of the one before them.
    """
    first = next((line for line in lines if line.text), lines[0])
    parted = bool(above) and any(n not in continuous for n in range(above[-1].section + 1, first.section + 1))
    new_page = not above or parted or _breaks(lines, above)
    if says.reference(first.text.lstrip("( ")):
        reference = Component(Part.REFERENCE, [first])
        at = lines.index(first) + 1
        while at < len(lines) and not lines[at].text:
            at += 1
        opening = Opening(attached=True)
        opening.take(lines[at:], Sure.GUESS)
        at += opening.taken
        annex = Annex([reference, *opening.components], [], attached=True, section=first.section, new_page=new_page)
    elif says.annex_label(first.text) or says.annex_run_on(first.text) or says.form_label(first.text):
        components, at = _labelled(lines)
        annex = Annex(components, [], section=first.section, new_page=new_page)
    else:
        title = title_at(lines)
        if not any(_national(line) for line in lines[:_HEAD_LINES]):  # it has no head: its first line is its title
            title = lines.index(first), Sure.LIKELY if says.type_name(first.text) else Sure.GUESS
        split = title[0] if title else 0
        head = Head()
        head.take(lines[:split])
        opening = Opening(attached=True)
        opening.take(lines[split:], title[1] if title else None)
        at = split + opening.taken
        annex = Annex(
            [*head.components, *opening.components], [], attached=True, section=first.section, new_page=new_page
        )
    end = closing_at(lines, at)
    annex.body.extend(read_body(lines[at:end]))
    if end is not None:
        annex.components.extend(read_closing(lines[end:])[0])
    return annex


def _labelled(lines: list[Line]) -> tuple[list[Component], int]:
    """Label, title and chỉ dẫn of a phụ lục, and how many lines they take."""
    at = next(n for n, line in enumerate(lines) if line.text)
    run_on = says.annex_run_on(lines[at].text)
    why = "chữ «Phụ lục» và tiêu đề trên một dòng" if run_on else ""
    made = [Component(Part.ANNEX_LABEL, [lines[at]], Sure.LIKELY if run_on else Sure.SURE, why)]
    at += 1
    for n in range(at, min(at + _TITLE_LINES, len(lines))):
        line = lines[n]
        if not line.text or is_drawn(line.text):
            if line.rules:
                made[-1].lines.append(line)
            at = n + 1
            continue
        if says.reference(line.text.lstrip("( ")):
            titled = made[-1].part is Part.ANNEX_TITLE
            reference = Component(Part.REFERENCE, [line])
            made.append(reference)
            at = n + 1
            while at < len(lines) and not reference.text.rstrip(".").endswith(")") and len(reference.lines) < 4:
                if not lines[at].text or lines[at].centred != line.centred or says.basis(lines[at].text):
                    break
                reference.lines.append(lines[at])
                at += 1
            while at < len(lines) and (lines[at].rules and (not lines[at].text or is_drawn(lines[at].text))):
                reference.lines.append(lines[at])
                at += 1
            return made, at if titled or run_on else _title_below(lines, at, made)
        if line.holder != "body" or not ((line.centred or _refers(lines[n + 1 :])) and (line.upper or line.bold)):
            break
        _take_title(made, line)
        at = n + 1
    return made, at


def _title_below(lines: list[Line], at: int, made: list[Component]) -> int:
    """Behind the title that stands below its chỉ dẫn, which is put with the parts; ``at`` where none does."""
    for n in range(at, min(at + _TITLE_LINES, len(lines))):
        line = lines[n]
        if not line.text or is_drawn(line.text):
            continue
        begun = made[-1].part is Part.ANNEX_TITLE
        if line.holder != "body" or not (line.centred and line.bold) or not (line.upper or begun):
            break
        _take_title(made, line)
        at = n + 1
    return at


def _take_title(made: list[Component], line: Line) -> None:
    """Adds a line of the title of an annex, which goes on where the parts end with it."""
    if made[-1].part is Part.ANNEX_TITLE:
        made[-1].lines.append(line)
    else:
        made.append(Component(Part.ANNEX_TITLE, [line]))


def _refers(lines: list[Line]) -> bool:
    """Whether the next line that says something is the chỉ dẫn: what stands above it then is the title."""
    below = next((line.text for line in lines if line.text), "")
    return says.reference(below.lstrip("( "))


def _title_above(lines: list[Line], at: int, start: int) -> int | None:
    """Where the title of an attached text begins that has no head of its own, only «(Kèm theo …)» below it."""
    if any(map(_national, lines[max(start, at - _HEAD_LINES) : at])):
        return None  # it begins with a head, and has been found
    first: int | None = None
    for n in range(at - 1, max(start, at - _TITLE_LINES) - 1, -1):
        line = lines[n]
        if not line.text or is_drawn(line.text):
            continue
        named = says.annex_label(line.text) or says.annex_run_on(line.text) or says.national(line.text)
        if named or says.motto(line.text) or says.number(line.text):
            return None  # it begins there, and has been found
        if (
            line.holder != "body"
            or line.section != lines[at].section
            or not line.centred
            or not (line.bold or line.upper)
        ):
            break
        if signs(line):
            break
        if line.upper:
            first = n
    return first


def _heads_page(lines: list[Line], at: int, start: int) -> bool:
    """Whether the line is a chỉ dẫn at the top of a page, above the title of what it belongs to."""
    line = lines[at]
    if line.holder != "body" or not line.text.startswith("(") or not says.reference(line.text.lstrip("( ")):
        return False
    below = next((other for other in lines[at + 1 : at + 4] if other.text), None)
    if below is None or below.holder != "body" or not (below.centred and below.upper and below.bold):
        return False
    above = next((other for other in reversed(lines[start:at]) if other.text), None)
    return above is None or above.section != line.section or _breaks(lines[at:], lines[:at])


def _form_above(lines: list[Line], at: int, start: int) -> int:
    """Where the number of a form stands right above the title: «Biểu số 01»; the title where there is none."""
    above = next((n for n in range(at - 1, start - 1, -1) if lines[n].text and not is_drawn(lines[n].text)), None)
    if above is None or lines[above].holder != "body" or lines[above].section != lines[at].section:
        return at
    return above if says.form_label(lines[above].text) else at


def _national(line: Line) -> bool:
    """Whether the line, or one of its halves, is the Quốc hiệu."""
    if len(line.text) > _WIDEST or not says.may_be_national(line.text):
        return False
    if not line.parted:  # as nearly all
        return says.national(line.text) is not None
    return any(says.national(piece.text) is not None for piece in halves(line))


def _row_start(lines: list[Line], at: int) -> int:
    while at and lines[at - 1].row == lines[at].row:
        at -= 1
    return at


def _breaks(lines: list[Line], above: list[Line]) -> bool:
    """Whether a page ends between the last words above the annex and its first."""
    if lines[0].paragraph.format.page_break_before:
        return True
    for line in (lines[0], *reversed(above)):
        if any(isinstance(item, PageBreak) and not item.column for item in line.paragraph.items):
            return True
        if line.text and line is not lines[0]:
            return line.paragraph is not lines[0].paragraph and line.holder == "body" and _ends_page(line)
    return False


def _ends_page(line: Line) -> bool:
    return bool(line.paragraph.items) and isinstance(line.paragraph.items[-1], PageBreak)
