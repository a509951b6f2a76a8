"""Whether what was found of a document stands where its part stands: what does not is text, and no value.

The parts of a document are found for any paper, so that a wrong one can be judged; values are read from a sound one
alone. A form has headings where a signature may stand, a student's paper capitals where an agency may.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.law.types import TYPES_BETWEEN_PARTIES, TYPES_SIGNED_BY_CHAIR
from generator.parts import recognising as says
from generator.parts.lines import Line, is_drawn
from generator.parts.model import Component, Level, Part, Parts, Sure
from generator.patterns import late
from generator.wording.characters import fold

_HEAD = (Part.NATIONAL, Part.MOTTO, Part.NUMBER, Part.PLACE_DATE)
_OF_HEAD = (Part.NATIONAL, Part.NUMBER, Part.PLACE_DATE)  # without one of them capitals are no agency's name
_SIGNATURE = (Part.SIGN_AUTHORITY, Part.SIGNER)
_PLACE = late(r"^(?P<table>.*bảng \d+), hàng (?P<row>\d+), cột (?P<column>\d+)$")
_ROOM = 9  # rows that a signature may keep free between two of its lines
_NEXT = 3  # rows from one recipient to the next, at most
_PAPER = late(
    r"\W*(?:đơn(?!\s+vị)|tờ khai|phiếu|giấy|biên bản|hợp đồng|bảng|danh sách|lý lịch|sơ yếu|nhiệm vụ đồ án)\b", 2
)
_BLANK = late(r"\{\{.*?\}\}|\{[\w. ]*\}|[^\w{}]|_")
_BLANKS = late(r"\{\{|[.…_]{4,}")
_ROLE = late(
    r"\W*(?:(?:người\s+)?đại diện|bên\s+[a-h]|xác nhận|ý kiến|người|cán bộ|cá nhân|nhân viên|khách hàng|"
    r"chủ\s+(?:hộ|xe|cơ sở|đầu tư))\b",
    2,
)
_MAKER = late(r"\W*người\s+(?:lập|báo cáo)\b", 2)
_DASHED = ("-", "–", "—", "+", "•", "*")


def blank(text: str) -> bool:
    """Whether the text is a place to be filled in and nothing else: dots, a tag of a form."""
    return not _BLANK.sub("", text)


def has_blank(text: str) -> bool:
    """Whether the text has a place to be filled in."""
    return bool(_BLANKS.search(text))


def names_a_paper(text: str) -> bool:
    """Whether the words open the title of a paper that people fill in: đơn, phiếu, hợp đồng."""
    return bool(_PAPER.match(text))


def placed(parts: Parts) -> Parts:
    """The parts that stand in their places; the lines of all others are unread, in the order of the file."""
    gone = [*_names(parts), *_title(parts), *_recipients(parts), *_signatures(parts)]
    if not gone:
        return parts
    lost = {id(line) for line in gone}
    components = []
    for one in parts.components:
        lines = [line for line in one.lines if id(line) not in lost]
        if any(map(_written, lines)) or len(lines) == len(one.lines):
            components.append(replace(one, lines=lines))
    unread = sorted([*parts.unread, *gone], key=lambda line: (line.section, line.row, line.step))
    return replace(parts, components=components, unread=unread)


def _written(line: Line) -> bool:
    return bool(line.text) and not is_drawn(line.text)


def _lines(components: Iterable[Component]) -> list[Line]:
    return [line for one in components for line in one.lines if _written(line)]


def _reaches(line: Line, rows: Iterable[int], between: Iterable[int]) -> bool:
    """Whether nothing unread stands between the line and the nearest of the rows."""
    nearest = min(rows, key=lambda row: abs(row - line.row), default=None)
    if nearest is None:
        return False
    first, last = sorted((nearest, line.row))
    return not any(first < row < last for row in between)


def _unread_rows(parts: Parts) -> list[int]:
    return [line.row for line in parts.unread if any(map(str.isalnum, line.text))]


def _names(parts: Parts) -> Iterator[Line]:
    """Names that stand apart from the head, which alone says whose document it is."""
    rows = [line.row for line in _lines(parts.of(*_HEAD))] if any(parts.of(*_OF_HEAD)) else []
    between = _unread_rows(parts)
    for line in _lines(parts.of(Part.PARENT, Part.ISSUER)):
        if not _reaches(line, rows, between):
            yield line


def _title(parts: Parts) -> Iterator[Line]:
    """A title of no known type that stands apart from the head; a subject below it, or one that is a note."""
    title = parts.first(Part.TYPE)
    subjects = list(parts.of(Part.SUBJECT))
    notes = [one for one in subjects if one.text.startswith("(") and one.text.rstrip(".").endswith(")")]
    yield from _lines(notes)
    if title is None or _named_title(title):
        return
    rows = [line.row for line in _lines(parts.of(*_HEAD, Part.PARENT, Part.ISSUER))] if any(parts.of(*_OF_HEAD)) else []
    if not _reaches(title.lines[0], rows, _unread_rows(parts)):
        yield from _lines([title, *(one for one in subjects if one not in notes)])


def _named_title(title: Component) -> bool:
    return title.sure is not Sure.GUESS or names_a_paper(title.text)


def _recipients(parts: Parts) -> Iterator[Line]:
    """What does not go on with the list that «Nơi nhận» opens, and that label where nothing does."""
    label = parts.first(Part.RECIPIENTS_LABEL)
    last = label.lines[0] if label is not None else None
    kept = False
    for one in parts.of(Part.RECIPIENT):
        line = one.lines[0]
        if last is None or not _goes_on(last, line):
            yield from _lines([one])
            continue
        last, kept = line, True
    if label is not None and not kept and fold(label.text) == fold("Nơi nhận"):
        yield from _lines([label])


def _goes_on(last: Line, line: Line) -> bool:
    """Whether the line is the next of the list: in the same cell, in the cell below, or a few rows down the page."""
    dashed = line.text[:1] in _DASHED
    first, second = _PLACE.match(last.place), _PLACE.match(line.place)
    if first is None or second is None:
        return (first is second or dashed) and line.row <= last.row + _NEXT
    if last.place == line.place:
        return True
    below = int(second["row"]) - int(first["row"])
    return _in_column(last, line) and dashed and 0 < below <= _NEXT


def _in_column(one: Line, other: Line) -> bool:
    """Whether both stand in one column of a table: a merged cell beside them changes how many cells come before."""
    same = one.cell is not None and other.cell is not None and one.cell[0] == other.cell[0]
    return (
        same
        and one.span is not None
        and other.span is not None
        and max(one.span[0], other.span[0]) < min(one.span[1], other.span[1])
    )


def signing_blocks(parts: Parts) -> list[list[Component]]:
    """The components of each signature: powers and positions with the name below them, in one column."""
    made: list[list[Component]] = []
    for one in parts.of(*_SIGNATURE):
        last = made[-1][-1] if made else None
        if last is None or last.part is Part.SIGNER or not _goes_below(last.lines[-1], one):
            made.append([])
        made[-1].append(one)
    return made


def _first(component: Component) -> Line:
    return next(filter(_written, component.lines), component.lines[0])


def _goes_below(one: Line, component: Component) -> bool:
    """Whether the component stands below the line, in its column; a name may stand below the table of its position."""
    other = _first(component)
    if one.place == other.place:
        return one.side == other.side
    first, second = _PLACE.match(one.place), _PLACE.match(other.place)
    if first is not None and second is not None:
        return abs(int(second["row"]) - int(first["row"])) <= _NEXT and _in_column(one, other)
    apart = first is not second and component.part is Part.SIGNER and not other.upper
    return abs(other.row - one.row) <= _ROOM and (apart or (first is second and one.side == other.side))


def _signatures(parts: Parts) -> Iterator[Line]:
    """Headings that no person of the agency signs below: of the parties to a paper, of a form's columns."""
    if fold(parts.text(Part.TYPE)) in set(map(fold, TYPES_BETWEEN_PARTIES | TYPES_SIGNED_BY_CHAIR)):
        return  # read by the fixed lines of the type, which say who the parties are
    blocks = signing_blocks(parts)
    signing = [block for block in blocks if _signs(block)]
    kept = [block for block in signing if _is_named(block)]
    unnamed = [block for block in signing if not _is_named(block)]
    right = next((block for block in unnamed if _first(block[0]).side == "right"), None)
    if any(parts.of(Part.ISSUER, Part.NUMBER)):  # a draft of an office; on other papers it is where to sign
        kept += [right] if right is not None else unnamed[:1] if not kept else []
    yield from _lines(one for block in blocks if not any(block is own for own in kept) for one in block)


def _is_named(block: list[Component]) -> bool:
    return any(one.part is Part.SIGNER for one in block)


def _signs(block: list[Component]) -> bool:
    """Whether a person signs there by a power or a position."""
    titles = [line.text for line in _lines(one for one in block if one.part is Part.SIGN_AUTHORITY)]
    named = _is_named(block)
    guessed = any(one.part is Part.SIGNER and one.sure is Sure.GUESS for one in block)
    if not titles or guessed or any(_is_role(text, named) or _counts(text) or blank(text) for text in titles):
        return False
    return named or any(says.sign_authority(text) or says.position(text) for text in titles)


def _is_role(text: str, named: bool) -> bool:
    """Whether the words say what the signer is to the paper, not to the agency."""
    return bool(_ROLE.match(text)) and not (named and _MAKER.match(text))


def _counts(text: str) -> bool:
    label = says.ordinal(text)
    return label is not None and label.level is not Level.DASH
