"""Words that Typst and Word would part at different places: what must hold together stands in boxes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TypeAlias

from generator.layout.tree import TextFormat
from generator.pdf.measuring import tokens
from generator.pdf.measuring.paragraph_parts import Piece
from generator.pdf.typst.literals import pt
from generator.pdf.typst.text.pieces import Line, PieceWriter, evened, room_of, widest

_BREAK = len("text(bottom-edge: 0pt, linebreak(")
Cut: TypeAlias = Callable[[int, int], list[Piece]]  # the pieces from here to there


class HeldWriter:
    """Writes text with marks or over-long words at which Typst and Word would break differently."""

    def __init__(self, pieces: PieceWriter) -> None:
        self._pieces = pieces

    def write(self, pieces: list[Piece], joined: str, line: Line, parts: list[str], parted: bool, begins: bool) -> None:
        """Adds the pieces, ``joined`` all their text, to the parts of a paragraph.

        ``parted`` says that a line may end before its first word, which Unicode would hold back, ``begins`` that the
        paragraph begins with it.
        """
        cut = _cutter(pieces)
        first = line.width - (line.format.first_line if begins else 0.0)  # the room for the first word
        plain_from = at = 0
        wide = room_of(line, joined.split(" "))
        # No letters as few as this are too long.
        safe = min(first, line.width) / max(widest(form) for _, form, _ in pieces)
        stretched = any(form.stretch != 1.0 for _, form, _ in pieces)  # each piece is a box then

        def flush(stop: int, hanging: bool = False) -> None:
            if hanging:  # the spaces before a break are text, but take no room on the line
                stripped = len(joined[plain_from:stop].rstrip(" ")) + plain_from
                spaces, stop = cut(stripped, stop), stripped
            else:
                spaces = []
            if plain_from < stop:
                parts.extend(self._pieces.write_all(cut(plain_from, stop), line))
            parts.extend(f"box(width: 0pt, {self._pieces.write(text, form, None, line)})" for text, form, _ in spaces)

        for token in tokens.tokens(joined):
            if token[0] == " ":
                at += len(token)
                continue
            units = tokens.pieces(token)
            for piece, boxed in units:
                end = at + len(piece)
                boxed = boxed or (stretched and (len(units) > 1 or len(cut(at, end)) > 1))
                room = wide if at else wide - line.width + first
                if len(piece) > safe and self._pieces.on_grid(cut(at, end)) > room:
                    flush(at, hanging=True)
                    # Word gives an over-long word a line of its own to start on, unless it has one already.
                    if parts and "linebreak(" not in parts[-1][:_BREAK]:
                        parts.append(self._pieces.line_break(line))
                    self._long(cut, tokens.long_pieces(joined, at, end, begins), (room, wide), line, parts)
                    plain_from = end
                elif boxed or (parted and not at) or tokens.is_held(joined, at, end):
                    lost = _unspaced(cut(at - 1, at)[0][1]) if plain_from < at and joined[at - 1] != " " else 0.0
                    flush(at)
                    parts.append(self._box(cut(at, end), line, lost))
                    plain_from = end
                at = end
        flush(at)

    def _long(
        self, cut: Cut, bounds: list[tuple[int, int]], rooms: tuple[float, float], line: Line, parts: list[str]
    ) -> None:
        """Adds an over-long word, which may be parted at these bounds.

        ``rooms`` are those of its first line and of the others.
        """
        for number, (start, end) in enumerate(bounds):
            left = rooms[1] if number else rooms[0]
            held = self._pieces.on_grid(cut(start, end)) <= left
            if number and not held:
                parts.append(self._pieces.line_break(line))
            for span in [(start, end)] if held else self._spans(cut, start, end, left, rooms[1]):
                parts += [self._pieces.line_break(line)] if span[0] > start else []
                parts.append(self._box(cut(*span), line))

    def _spans(self, cut: Cut, start: int, end: int, room: float, wide: float) -> list[tuple[int, int]]:
        """The spans of an over-long word that lines hold, the first of them with this ``room``."""
        spans: list[tuple[int, int]] = []
        for index in range(start + 1, end):
            if self._pieces.on_grid(cut(start, index + 1)) > room:
                spans.append((start, index))
                start, room = index, wide
        return [*spans, (start, end)]

    def _box(self, pieces: list[Piece], line: Line, lost: float = 0.0) -> str:
        """The pieces in a box, ``lost`` points behind the text before it.

        Typst spaces the letters of a text between them only, Word after the last one too (17.3.2.35).
        """
        inner = [
            self._pieces.write(text.replace("\u2011", "-"), form, link, line) for text, form, link in evened(pieces)
        ]
        spacing = _unspaced(pieces[-1][1])
        inner = [*([f"h({pt(lost)})"] if lost else []), *inner, *([f"h({pt(spacing)})"] if spacing else [])]
        return f"box({inner[0]})" if len(inner) == 1 else "box({" + ";".join(inner) + "})"


def _cutter(pieces: list[Piece]) -> Cut:
    """What gives the pieces of a part of their text."""
    if len(pieces) == 1:
        text, form, link = pieces[0]
        return lambda start, stop: [(text[start:stop], form, link)] if stop and start < len(text) else []
    bounds: list[int] = []
    end = 0
    for piece in pieces:
        end += len(piece[0])
        bounds.append(end)

    def cut(start: int, stop: int) -> list[Piece]:
        found = []
        index = bisect_right(bounds, start)
        begin = bounds[index - 1] if index else 0
        while index < len(pieces) and begin < stop:
            text, form, link = pieces[index]
            found.append((text[max(start - begin, 0) : stop - begin], form, link))
            begin = bounds[index]
            index += 1
        return found

    return cut


def _unspaced(form: TextFormat) -> float:
    """The room still to be left behind the last letter, in points; words drawn wider or narrower have theirs."""
    return form.spacing if form.stretch == 1.0 else 0.0
