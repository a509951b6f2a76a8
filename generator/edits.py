"""What may be changed in a Word file, as data: where, and what it shall be. Lengths are points."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.records import record

Align: TypeAlias = Literal["left", "center", "right", "both"]


@record(frozen=True)
class Spot:
    """A place in a Word file: the part, which of its ``w:p`` elements (from 1), and the words there.

    Without ``text`` it is the whole paragraph; ``nth`` is which of several like words is meant, from 1.
    """

    part: str
    paragraph: int
    text: str = ""
    nth: int = 1


@record(frozen=True)
class SetLook:
    """The words of a spot get this look; ``None`` leaves a property as it is, ``colour`` is RRGGBB or ``auto``."""

    spot: Spot
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    underline: bool | None = None
    colour: str | None = None


@record(frozen=True)
class SetParagraph:
    """The paragraph of a spot stands like this; ``line`` is in lines, ``first_line`` hangs where it is negative.

    ``contextual`` is whether it keeps no distance to paragraphs of its own style.
    """

    spot: Spot
    align: Align | None = None
    left: float | None = None
    right: float | None = None
    first_line: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    new_page: bool | None = None
    contextual: bool | None = None


@record(frozen=True)
class Rewrite:
    """The words of a spot become others in the same look."""

    spot: Spot
    new: str


@record(frozen=True)
class Remove:
    """The paragraph of a spot goes."""

    spot: Spot


@record(frozen=True)
class Insert:
    """A paragraph that stands like that of the spot comes behind it, or before it."""

    spot: Spot
    text: str
    before: bool = False


@record(frozen=True)
class RemoveRow:
    """The row of a table that holds the paragraph of a spot goes."""

    spot: Spot


@record(frozen=True)
class InsertRow:
    """A row that looks like the one of the spot comes behind it, or before it, with the paragraphs of each cell."""

    spot: Spot
    texts: tuple[tuple[str, ...], ...]
    before: bool = False


@record(frozen=True)
class SetSection:
    """The section of that number (from 0) gets this paper, these margins, these page numbers; ``gutter`` counts apart.

    Its paper lies on its long side where ``width`` is more than ``height``.
    """

    section: int
    width: float | None = None
    height: float | None = None
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    gutter: float | None = None
    title_page: bool | None = None
    number_start: int | None = None
    number_format: str | None = None


@record(frozen=True)
class SetPageNumber:
    """The pages of a section show their number in the middle of the header, in this font and size; nothing else."""

    section: int
    font: str
    size: float


Edit: TypeAlias = (
    SetLook | SetParagraph | Rewrite | Remove | Insert | RemoveRow | InsertRow | SetSection | SetPageNumber
)
