"""The end of a document: nơi nhận on the left, quyền hạn, chức vụ and họ tên of who signs on the right."""

from __future__ import annotations

from dataclasses import replace

from generator.parts import recognising as says
from generator.parts.lines import Line, Side, halves, set_in
from generator.parts.model import Component, Part, Sure
from generator.patterns import late
from generator.wording.filing import opens_filing

_NOTE = late(r"\W*\(?\s*(?:đã\s+)?k[ýí](?:\s|,|tên|và|\.|&|\)|$)", 2)
_UNFINISHED = late(r"[.…_\s]{3,}$")
_DASHES = ("-", "–", "—", "+", "•", "*")
_NAME_WORDS = 7
_NEXT = 3  # rows from one item of a list to the next, at most
_RANK = late(r"(?:thiếu|trung|thượng|đại)\s+(?:úy|uý|tá|tướng)\s+", 2)
_AS_FAR = 0.6  # share of the characters before a right half that spaces alone make up for
_ROOM = 24.0  # points above a name, for a signature
_BACK = 25  # lines above «Nơi nhận» in which a signature may begin


def closing_at(lines: list[Line], start: int) -> int | None:
    """Where the end begins among the lines, from ``start`` on; ``None`` where nobody signs and nothing is sent."""
    at = next((n for n in range(len(lines) - 1, start - 1, -1) if _lists_recipients(lines[n])), None)
    if at is not None:
        return _signed_above(lines, start, _row_start(lines, at))
    return _signed(lines, start)


def read_closing(lines: list[Line]) -> tuple[list[Component], list[Line]]:
    """The parts of the end, and the lines of it that fit none."""
    reader = _Closing()
    right: tuple[int, int] | None = None  # tabs and characters before the right half of a line
    for line in lines:
        pieces = halves(line)
        if len(pieces) > 1:
            right = set_in(line, pieces[1].text)
        elif right is not None and line.side == "full" and line.text and _as_far(set_in(line, line.text), right):
            pieces = [replace(line, side="right")]  # nothing is beside it
        for piece in pieces:
            reader.take(piece)
    return reader.done()


def _lists_recipients(line: Line) -> bool:
    """Whether the line, or its left half, opens with «Nơi nhận»."""
    return says.recipients(line.text) and says.recipients(halves(line)[0].text)


def _as_far(own: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether the words were moved as far to the right as those of a right half."""
    return own[0] >= right[0] if right[0] else own[1] >= _AS_FAR * right[1]


def _row_start(lines: list[Line], at: int) -> int:
    while at and lines[at - 1].row == lines[at].row and lines[at].holder in ("table", "box"):
        at -= 1
    return at


def signs(line: Line) -> bool:
    """Whether the line opens a signature: capitals that are an authority or a position."""
    return line.upper and (says.sign_authority(line.text) or says.position(line.text)) and len(line.text) < 80


def _signed_above(lines: list[Line], start: int, at: int) -> int:
    """Where a signature begins that stands above «Nơi nhận», else ``at``."""
    for n in range(max(start, at - _BACK), at):
        line = lines[n]
        if (
            signs(line)
            and (line.side == "right" or line.centred)
            and not any(says.ordinal(other.text) for other in lines[n:at] if other.text)
        ):
            return _row_start(lines, n)
    return at


def _signed(lines: list[Line], start: int) -> int | None:
    """Where the last lines of the document begin to be a signature."""
    for n in range(max(start, len(lines) - 40), len(lines)):
        line = lines[n]
        if signs(line) and line.holder != "header" and (line.bold or line.side != "full" or line.centred):
            rest = [other for other in lines[n:] if other.text]
            if len(rest) <= 16 and not any(len(other.text) > 90 for other in rest):
                return _row_start(lines, n)
    return None


class _Closing:
    def __init__(self) -> None:
        self._components: list[Component] = []
        self._unread: list[Line] = []
        self._signing: dict[Side, list[Line]] = {}
        self._listed_side: Side | None = None

    def take(self, line: Line) -> None:
        """One line, or one half of it."""
        text = line.text
        if not text:
            beside = self._signing if line.side == "full" else ()  # an empty line is room in each column
            for side in {line.side, *beside}:
                self._signing.setdefault(side, []).append(line)
            return
        if says.recipients(text):
            self._components.append(Component(Part.RECIPIENTS_LABEL, [line]))
            self._listed_side = line.side
            return
        if says.mark(text):
            return
        listed = text[:1] in _DASHES or (text.endswith(";") and not line.centred)
        alone = self._listed_side == "left" and line.side == "full" and listed  # nothing beside it
        if (self._listed_side == line.side or alone) and self._is_recipient(line):
            self._components.append(Component(Part.RECIPIENT, [line]))
            return
        if says.drafter(text) and len(text) < 20:
            self._components.append(Component(Part.DRAFTER, [line]))
            return
        if says.address_foot(text):
            self._components.append(Component(Part.ADDRESS, [line]))
            return
        self._signing.setdefault(line.side, []).append(line)

    def _is_recipient(self, line: Line) -> bool:
        """Whether the line is an item of nơi nhận, or goes on with the one before."""
        before = next((c for c in reversed(self._components) if c.part is Part.RECIPIENT), None)
        if before is not None and line.row > before.lines[-1].row + _NEXT:
            return False  # the list has ended long before
        if line.text[:1] in _DASHES:
            return True
        last = next((c.text for c in reversed(self._components) if c.part is Part.RECIPIENT), "")
        if last.endswith(".") or (signs(line) and line.bold):
            return False
        if opens_filing(last) and line.row != next(reversed(self._components)).lines[-1].row:
            return False
        return line.side == "left" or not (line.upper or line.centred)

    def done(self) -> tuple[list[Component], list[Line]]:
        """What was found."""
        for lines in self._signing.values():
            self._signature(lines)
        return self._components, self._unread

    def _signature(self, lines: list[Line]) -> None:
        """The authority, the notes and the name of who signs in one column."""
        written = [line for line in lines if line.text]
        if not written:
            return
        if not any(_titles(line) or line.upper for line in written):
            if (
                len(written) == 1
                and _is_name(written[0])
                and any(c.part is Part.SIGN_AUTHORITY for c in self._components)
            ):
                self._components.append(Component(Part.SIGNER, written, Sure.LIKELY, "họ tên đứng ngoài khối chữ ký"))
            else:
                self._unread.extend(written)
            return
        head: list[Line] = []
        room: list[Line] = []
        named = False
        signs_at: Line | None = None
        for line in lines:
            if signs_at is not None and (line.section != signs_at.section or line.framed > signs_at.framed):
                if line.text:  # of a list below the end
                    self._unread.append(line)
            elif not line.text:
                room.append(line)
            elif _NOTE.match(line.text):
                self._components.append(Component(Part.SIGN_NOTE, [line]))
            elif _titles(line) or (not (named or room) and _in_capitals(line) and not (head and _apart(line))):
                if head and room:
                    self._put(head)
                    head = []
                head.append(line)
                signs_at = line
                room, named = [], False
            elif _is_name(line) and not named:
                titled = any(map(_titles, head))
                self._put(head, named=not line.upper)
                head = []
                sure = Sure.SURE if not line.upper else Sure.LIKELY if titled else Sure.GUESS
                why = "" if sure is not Sure.GUESS else "chữ in hoa ở chỗ của họ tên, phía trên không có chức vụ"
                self._components.append(Component(Part.SIGNER, [*room, line], sure, why))
                named, room = True, []
            else:
                self._unread.append(line)
        self._put(head)

    def _put(self, head: list[Line], *, named: bool = False) -> None:
        """Capitals above a name are who signs; without either a power, a position or a name they may be anything."""
        if head:
            known = named or any(map(_titles, head))
            why = "" if known else "chữ in hoa không nêu quyền hạn, chức vụ, phía dưới không có họ tên"
            self._components.append(Component(Part.SIGN_AUTHORITY, head, Sure.SURE if known else Sure.GUESS, why))


def _titles(line: Line) -> bool:
    """Whether the line names a power or a position above a signature, be it not in capitals."""
    small = line.bold and line.side == "right" and len(line.text) < 60 and line.text[-1:] not in ":;,."
    return signs(line) or (small and (says.sign_authority(line.text) or says.position(line.text)))


def _in_capitals(line: Line) -> bool:
    return line.upper and line.text[-1:] not in ";,:"


def _apart(line: Line) -> bool:
    """Whether the line keeps room above it to sign."""
    return line.first and line.paragraph.format.before >= _ROOM


def _is_name(line: Line) -> bool:
    words = _RANK.sub("", line.text.rstrip("."), count=1).split()
    if not 1 < len(words) <= _NAME_WORDS or any(char.isdigit() for char in line.text) or _UNFINISHED.match(line.text):
        return False
    return all(word[:1].isupper() for word in words) and line.text[-1:] not in ":;,"
