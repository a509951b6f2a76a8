"""How wide the columns of a table are: their shares of the width, but never narrower than their longest word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.content import Column
from generator.docx.blocks.grid import Place, SpanError
from generator.fonts import text_width
from generator.law.figures import TABLE_TEXT_SIZE, TWIPS_PER_POINT
from generator.patterns import late

_CELL_MARGINS = 2 * 108  # twips: what Word leaves left and right of a cell's text
_SLACK = 20  # twips, so that another reader's rounding does not break the word
_MOST = 0.25  # of the table: a longer word may break
_BREAKS = late(r"\s+|(?<=-)(?=\w)")

_Rows = Sequence[Sequence[Place]]


def column_widths(columns: Sequence[Column], header: _Rows, body: _Rows, width: int) -> list[int]:
    """The columns' widths in twips; they add up to the given width exactly."""
    if not columns or any(column.width <= 0 for column in columns):
        raise SpanError("a table needs columns with a positive width")
    shares = [column.width for column in columns]
    least = [min(need, width * _MOST) for need in _longest_words(len(columns), header, body)]
    held: set[int] = set()  # columns that take their least width; the others share what is left
    while True:
        free = [index for index in range(len(shares)) if index not in held]
        room = width - sum(least[index] for index in held)
        total = sum(shares[index] for index in free)
        narrow = {index for index in free if room * shares[index] / total < least[index]}
        if not narrow:
            break
        if len(narrow) == len(free):  # too many columns for the sheet: their shares decide, and words break
            held, room, total = set(), width, sum(shares)
            break
        held |= narrow
    edges = [0.0]
    for index, share in enumerate(shares):
        edges.append(edges[-1] + (least[index] if index in held else room * share / total))
    return [round(right) - round(left) for left, right in pairwise(edges)]


def _longest_words(columns: int, header: _Rows, body: _Rows) -> list[float]:
    """The width each column needs, in twips, for the longest word of the cells that are its own."""
    plain: list[set[str]] = [set() for _ in range(columns)]
    bold: list[set[str]] = [set() for _ in range(columns)]
    for rows, heading in ((header, True), (body, False)):
        for row in rows:
            for place in row:
                cell = place.cell
                if cell is None or place.columns > 1:
                    continue
                words = (bold if heading or cell.bold else plain)[place.column]
                for text in cell.paragraphs:
                    words.update(_BREAKS.split(str(text)))
    return [_need(plain[index], bold[index]) for index in range(columns)]


def _need(plain: set[str], bold: set[str]) -> float:
    widths = [text_width(word, TABLE_TEXT_SIZE) for word in plain if word]
    widths += [text_width(word, TABLE_TEXT_SIZE, bold=True) for word in bold if word]
    return _CELL_MARGINS + _SLACK + TWIPS_PER_POINT * max(widths) if widths else 0.0
