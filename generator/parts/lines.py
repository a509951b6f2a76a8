"""A line as a reader sees it, with the side of the page it stands on, whatever holds it, and the rules drawn at it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import field
from typing import Literal, TypeAlias

from generator.layout.tree import Border, Inline, Paragraph, Run, Tab
from generator.patterns import late
from generator.records import kept, record
from generator.wording.characters import fold

Side: TypeAlias = Literal["left", "right", "full"]
Holder: TypeAlias = Literal["body", "table", "box", "header", "footer"]

_GAP = late(r" {4,}|\t+")
_DRAWN = late(r"[_\-–—―─━═=~.*o0O\s]{3,}")  # «-------», «_______», «———–o0o———–»
_STROKE = late(r"[_\-–—―─━═=]{3,}")
_STROKES = frozenset("_-–—―─━═=~.*o0O")  # and spaces: what a rule drawn with characters begins with


@record(frozen=True)
class Drawn:
    """A rule that somebody drew: how, how long in points (``None`` for a whole line of its cell), where it begins.

    ``kind`` is ``drawing`` (a line or flat shape), ``border`` (of a paragraph), ``typed`` (underscores, dashes) or
    ``underline`` (of the letters themselves). ``centred`` is whether it stands in the middle, where that can be told.
    """

    kind: Literal["drawing", "border", "typed", "underline"]
    width: float | None = None
    left: float | None = None
    line: Border | None = None
    centred: bool | None = None


@record()
class Line:
    """One line as it was typed: a paragraph, or what stands between two soft line breaks or tabs of one.

    ``text`` is NFC with single spaces, letters as typed; ``items`` what it is made of. ``row`` counts what follows
    one another down the page: cells of one table row share it, and so do two halves of a line with a tab between;
    ``step`` counts the lines within. ``room`` is the width in points that the line may take. ``cell`` are the table,
    the row and the column it stands in, counted from 1 as ``place`` names them, ``span`` the columns of the table's
    grid that the cell covers, from and to; of a table in a table the outer ones.
    """

    text: str
    items: list[Inline]
    paragraph: Paragraph
    place: str
    side: Side = "full"
    holder: Holder = "body"
    section: int = 0
    row: int = 0
    step: int = 0
    room: float = 0.0
    first: bool = True
    framed: bool = False
    cell: tuple[int, int, int] | None = None
    span: tuple[int, int] | None = None
    rules: list[Drawn] = field(default_factory=list)

    @kept
    def runs(self) -> list[Run]:
        """The visible text of the line, piece by piece."""
        return [item for item in self.items if isinstance(item, Run) and not item.format.hidden and item.text.strip()]

    @kept
    def folded(self) -> str:
        """The text without case, accents and separators."""
        return fold(self.text)

    @kept
    def upper(self) -> bool:
        """Whether all its letters are shown as capitals."""
        letters = False
        for run in self.runs:
            caps = run.format.caps
            for char in run.text:
                if char.isalpha():
                    if not caps and char.islower():
                        return False
                    letters = True
        return letters

    @kept
    def bold(self) -> bool:
        """Whether every letter is bold."""
        return bool(self.runs) and all(run.format.bold for run in self.runs)

    @kept
    def italic(self) -> bool:
        """Whether every letter is slanted."""
        return bool(self.runs) and all(run.format.italic for run in self.runs)

    @kept
    def parted(self) -> bool:
        """Whether a tab or many spaces stand in it."""
        for item in self.items:
            if isinstance(item, Run):
                if "    " in item.text.replace("\xa0", " "):
                    return True
            elif isinstance(item, Tab):
                return True
        return False

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle of its room, by its alignment or by its tab."""
        return self.paragraph.format.align == "center"


def halves(line: Line) -> list[Line]:
    """The line parted where tabs or many spaces part it, a left and a right half; itself where nothing does."""
    if not line.parted:
        return [line]
    pieces: list[list[Inline]] = [[]]
    for item in line.items:
        if isinstance(item, Tab):
            pieces.append([])
        elif isinstance(item, Run) and "    " in item.text.replace("\xa0", " "):
            texts = _GAP.split(item.text.replace("\xa0", " "))
            for n, text in enumerate(texts):
                if n:
                    pieces.append([])
                if text.strip():
                    pieces[-1].append(Run(text, item.format, item.link))
        else:
            pieces[-1].append(item)
    filled: list[list[Inline]] = []
    label = line.paragraph.label.strip()
    for piece in pieces:
        text = text_of(piece)
        listed = len(filled) == 1 and text and text_of(filled[0]) in (label, "-", "–", "+")
        if filled and (listed or text[:1] in ("/", ":") or text.casefold().startswith(("tháng", "năm"))):
            # «Số:        /QĐ-UBND» is one, and so are «ngày       tháng       năm», «Nơi nhận    :», «-    Như trên;»
            filled[-1].extend([Run(" ", line.paragraph.mark), *piece])
        elif text:
            filled.append(piece)
    if len(filled) != 2:
        return [line]
    halved: list[Line] = []
    for items, side in zip(filled, ("left", "right"), strict=True):
        half = _line(line, items)
        half.side = side  # type: ignore[assignment]
        half.rules = [drawn for drawn in line.rules if _half(drawn, line) == side]
        if side == "right" and is_drawn(half.text):
            half.rules.append(Drawn("typed"))
        half.room = line.room / 2
        halved.append(half)
    return halved


def set_in(line: Line, words: str) -> tuple[int, int]:
    """How many tabs, and how many characters, were typed before the words that the line ends with."""
    typed = "".join("\t" if isinstance(item, Tab) else item.text for item in line.items if isinstance(item, Tab | Run))
    at = typed.rfind(words.split()[0]) if words else 0
    return typed.count("\t", 0, at), at


def _half(drawn: Drawn, line: Line) -> Side:
    """The half of the line below which the rule is drawn; the left one where that cannot be told."""
    if drawn.kind != "drawing" or drawn.left is None or drawn.width is None or not line.room:
        return "left"
    return "right" if drawn.left + drawn.width / 2 > line.room / 2 else "left"


def is_drawn(text: str) -> bool:
    """Whether the text is nothing but a rule drawn with characters."""
    first = text[:1]
    if first not in _STROKES and not first.isspace():  # as nearly all
        return False
    return bool(_DRAWN.fullmatch(text) and _STROKE.search(text))


def _line(of: Line, items: list[Inline]) -> Line:
    return Line(
        text=text_of(items), items=items, paragraph=of.paragraph, place=of.place, side=of.side, holder=of.holder,
        section=of.section, row=of.row, step=of.step, room=of.room, first=of.first, framed=of.framed, cell=of.cell,
        span=of.span,
    )  # fmt: skip


def text_of(items: Iterable[Inline]) -> str:
    """What a reader sees of the items: NFC with single spaces, hidden text left out."""
    parts = []
    for item in items:
        if isinstance(item, Run):
            if not item.format.hidden:
                parts.append(item.text)
        elif isinstance(item, Tab):
            parts.append(" ")
    return unicodedata.normalize("NFC", " ".join("".join(parts).replace("\xad", "").split()))
