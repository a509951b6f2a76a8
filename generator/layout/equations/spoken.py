"""A formula read from left to right, for those who hear it, and how much room it takes at most, nearly."""

from __future__ import annotations

from generator.layout.tree.formulas import Letters, Part, Piece

_WIDE, _TALL, _SMALL = 0.55, 1.2, 0.7


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
    return "".join([*said, *part.signs])


def _closed(said: str) -> str:
    return said if len(said) < 2 or said.isalnum() else f"({said})"


def _sub(sign: str, said: str) -> str:
    return f"{sign}{_closed(said)}" if said else ""


def size_of(pieces: tuple[Piece, ...], size: float, displayed: bool) -> tuple[float, float]:
    """About how wide and how high the formula is, in points."""
    sizes = [_size(piece, size, displayed) for piece in pieces]
    return sum(width for width, _ in sizes), max((height for _, height in sizes), default=size * _TALL)


def _size(piece: Piece, size: float, displayed: bool) -> tuple[float, float]:
    if isinstance(piece, Letters):
        return len(piece.text) * size * _WIDE, size * _TALL
    small = size * _SMALL
    inner = size if displayed or piece.kind not in ("fraction", "stack") else small
    sizes = [size_of(slot, inner, displayed) for slot in piece.slots] or [(0.0, 0.0)]
    widest, tallest = max(wide for wide, _ in sizes), max(high for _, high in sizes)
    match piece.kind:
        case "fraction" | "stack":
            return widest, sum(high for _, high in sizes)
        case "script" | "limits":
            return sizes[0][0] + sum(wide for wide, _ in sizes[1:]) * _SMALL, tallest * 1.4
        case "operator":
            wide = max(sizes[0][0], sizes[1][0]) * _SMALL
            return wide + size + sizes[2][0], max(tallest, size * (2.6 if displayed else 1.6))
        case "matrix" | "equations":
            rows = len(sizes) // piece.columns
            return (widest + size * 0.6) * piece.columns, tallest * rows
    return sum(wide for wide, _ in sizes) + size, tallest * 1.1
