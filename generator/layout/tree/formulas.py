"""Formulas: letters and signs, and the parts of mathematics they stand in."""

from __future__ import annotations

from typing import Literal, TypeAlias

from generator.layout.tree.looks import TextFormat
from generator.records import record

Kind: TypeAlias = Literal[
    "fraction", "stack", "slanted", "script", "root", "delimited", "matrix", "equations", "accent", "over", "under",
    "grouped", "limits", "operator", "framed", "function",
    "listed", "overlaid", "raised",
]  # fmt: skip


@record(frozen=True)
class Letters:
    """Text of a formula; ``script`` names an alphabet of its own, such as ``double-struck``.

    ``upright`` letters are not slanted as variables are; ``words`` are no mathematics: their hyphen is none of a minus.
    """

    text: str
    format: TextFormat
    upright: bool = False
    words: bool = False
    script: str = ""


@record(frozen=True)
class Part:
    """One part of a formula: what stands in its places, and its signs.

    fraction, stack, slanted: above, below · script: base, sub, sup, sub and sup before it · root: what is under it, its
    degree · delimited: any number, ``signs`` the left, the dividing, the right sign · matrix, equations: cells row by
    row, ``columns`` to the row, ``aligned`` · accent: base · over, under, framed: base · grouped: base, the sign under
    or ``above`` it · limits: base, below, above · operator: below, above, what follows · function: name, what follows ·
    listed: any number · overlaid: a frame, what is in it · raised: base, ``signs`` by how many points.
    """

    kind: Kind
    slots: tuple[tuple[Piece, ...], ...]
    signs: tuple[str, ...] = ()
    columns: int = 1
    aligned: Literal["left", "center", "right"] = "center"
    above: bool = False


Piece: TypeAlias = Letters | Part


@record(frozen=True)
class Formula:
    """A formula in the line, or on a line of its own where it is ``displayed``, there ``aligned``.

    ``spoken`` reads it from left to right. One that is ``boxed`` takes just the width it is said to have.
    """

    pieces: tuple[Piece, ...]
    format: TextFormat
    displayed: bool = False
    spoken: str = ""
    aligned: Literal["left", "center", "right"] = "center"
    boxed: bool = False
