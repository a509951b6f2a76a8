"""A formula read from left to right, for those who hear it, and how much room it takes at most, nearly."""

from __future__ import annotations

import unicodedata

from generator.layout.tree.formulas import Letters, Part, Piece

_TALL, _SMALL = 1.2, 0.7


def spoken(pieces: tuple[Piece, ...]) -> str:
    """The formula on one line."""
    return "".join(piece.text if isinstance(piece, Letters) else _part(piece) for piece in pieces)


def _part(part: Part) -> str:
    said = [spoken(slot) for slot in part.slots]
    match part.kind:
        case "fraction" | "stack" | "slanted":
            return f"{_closed(said[0])}/{_closed(said[1])}"
        case "script":
            base, sub, sup, before, above = said
            return f"{_sub('_', before)}{_sub('^', above)}{base}{_sub('_', sub)}{_sub('^', sup)}"
        case "root":
            return f"√{_closed(said[0])}" if not said[1] else f"{said[1]}√{_closed(said[0])}"
        case "delimited":
            left, between, right = part.signs
            return f"{left}{between.join(said)}{right}"
        case "matrix" | "equations":
            rows = [said[at : at + part.columns] for at in range(0, len(said), part.columns)]
            return "; ".join(", ".join(row) for row in rows)
        case "operator":
            return f"{part.signs[0]}{_sub('_', said[0])}{_sub('^', said[1])} {said[2]}"
        case "limits":
            return f"{said[0]}{_sub('_', said[1])}{_sub('^', said[2])}"
        case "function":
            return f"{said[0]} {said[1]}"
        case "listed":
            return part.signs[0].join(said)
        case "raised" | "overlaid":
            return "".join(said)
    return "".join([*said, *part.signs])


def _closed(said: str) -> str:
    return said if len(said) < 2 or said.isalnum() else f"({said})"


def _sub(sign: str, said: str) -> str:
    return f"{sign}{_closed(said)}" if said else ""


def size_of(pieces: tuple[Piece, ...], size: float, displayed: bool) -> tuple[float, float]:
    """About how wide and how high the formula is, in points."""
    sizes = [_size(piece, size, displayed) for piece in pieces]
    return sum(width for width, _ in sizes), max((height for _, height in sizes), default=size * _TALL)


def _em(char: str) -> float:
    """How wide a character is at most, nearly, in em, with the room around an operator."""
    if char.isalpha():
        return 0.9 if char in "mwMW" else 0.75 if char.isupper() else 0.55
    return 1.4 if unicodedata.category(char) == "Sm" or char in "-*" else 0.55


def _size(piece: Piece, size: float, displayed: bool) -> tuple[float, float]:
    if isinstance(piece, Letters):
        return sum(_em(char) for char in piece.text) * size, size * _TALL
    small = size * _SMALL
    inner = size if displayed or piece.kind not in ("fraction", "stack") else small
    sizes = [size_of(slot, inner, displayed) for slot in piece.slots] or [(0.0, 0.0)]
    widest, tallest = max(wide for wide, _ in sizes), max(high for _, high in sizes)
    match piece.kind:
        case "fraction" | "stack":
            return widest + size * 0.3, sum(high for _, high in sizes)
        case "script" | "limits":
            return sizes[0][0] + sum(wide for wide, _ in sizes[1:]) * _SMALL, tallest * 1.4
        case "operator":
            wide = max(sizes[0][0], sizes[1][0]) * _SMALL
            return wide + size + sizes[2][0], max(tallest, size * (2.6 if displayed else 1.6))
        case "matrix" | "equations":
            rows = len(sizes) // piece.columns
            return (widest + size * 0.6) * piece.columns, tallest * rows
    return sum(wide for wide, _ in sizes) + size, tallest * 1.1
