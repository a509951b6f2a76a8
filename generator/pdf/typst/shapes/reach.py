"""How far WordArt reaches: what lies beyond the edge of the paper nobody can read.

Word leaves a drawing that text does not flow round where its anchor says, on the paper or not. Other text is looked for
in the finished PDF; the letters of WordArt may be outlines there.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin
from typing import NamedTuple

from generator.layout.tree import Block, Box, Drawing, Group, Page, Paragraph
from generator.pdf.measuring.paragraph_parts import is_visible
from generator.pdf.typst.literals import pt
from generator.pdf.typst.setting import Setting

OFF_PAPER = "hình vẽ có chữ nằm ngoài mép giấy"
_SLACK = 3.0  # points beyond the edge by which letters lose nothing that tells them apart


class Reach(NamedTuple):
    """A rectangle, in points from the corner of a drawing."""

    left: float
    top: float
    right: float
    bottom: float


def reach(drawing: Drawing, wide: float) -> Reach | None:
    """The rectangle that all WordArt of a drawing stands in, ``None`` without any."""
    found = list(_texts(drawing, wide))
    if not found:
        return None
    lefts, tops, rights, feet = zip(*found, strict=True)
    return Reach(min(lefts), min(tops), max(rights), max(feet))


def off_paper(text: Reach, across: float, down: tuple[float, bool], line: float, setting: Setting) -> str | bool:
    """Whether a text lies beyond the paper; where only Typst can see that, code that stops when it does.

    The drawing stands ``across`` points from the edge of its column and ``down`` as ``places.down`` says, on a
    paragraph whose first line is ``line`` points high.
    """
    page = setting.page
    y, absolute = down
    if setting.cell is None and page.columns == 1 and not page.mirrored:
        x = page.left + across
        if x + text.left < -_SLACK or x + text.right > page.width + _SLACK:
            return True
    high, low = y + text.top, y + text.bottom
    if absolute:
        return high < -_SLACK or low > page.height + _SLACK
    return _seen(high, low, line, page, in_text=setting.breaks or setting.cell is not None)


def _seen(high: float, low: float, line: float, page: Page, *, in_text: bool) -> str | bool:
    """Code that looks at the place of what hangs on a paragraph, unless that cannot reach beyond the paper."""
    above, below = (page.top, page.bottom) if in_text else (0.0, 0.0)
    if high >= -above - _SLACK and low <= line + below + _SLACK:
        return False
    return (
        f"place(top + left, context {{ let p = here().position(); if p.y + {pt(high)} < {pt(-_SLACK)} or "
        f'p.y + {pt(low)} > {pt(page.height + _SLACK)} {{ panic("{OFF_PAPER}") }} }})'
    )


def _texts(drawing: Drawing, wide: float) -> Iterator[Reach]:
    content = drawing.content
    found: Iterator[Reach] = iter(())
    if isinstance(content, Group):
        found = (
            Reach(x + text.left, y + text.top, x + text.right, y + text.bottom)
            for x, y, part in content.parts
            for text in _texts(part, part.width)
        )
    elif isinstance(content, Box) and content.stretched and any(map(_prints, content.blocks)):
        found = iter((Reach(0.0, 0.0, wide, drawing.height),))
    for text in found:
        yield _turned(text, drawing.turned, wide, drawing.height) if drawing.turned else text


def _prints(block: Block) -> bool:
    return not isinstance(block, Paragraph) or is_visible(block.items)


def _turned(text: Reach, turn: float, wide: float, height: float) -> Reach:
    """The rectangle around one that is turned about the middle of its drawing."""
    sine, cosine = sin(radians(turn)), cos(radians(turn))
    x, y = wide / 2, height / 2
    corners = [(across - x, down - y) for across in (text.left, text.right) for down in (text.top, text.bottom)]
    lefts = [x + across * cosine - down * sine for across, down in corners]
    tops = [y + across * sine + down * cosine for across, down in corners]
    return Reach(min(lefts), min(tops), max(lefts), max(tops))
