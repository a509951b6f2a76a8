"""How far the text of drawings reaches: what lies beyond the edge of the paper nobody can read.

Word leaves a drawing that text does not flow round where its anchor says, on the paper or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from math import cos, radians, sin
from typing import NamedTuple

from generator.layout.tree import Block, Box, Drawing, Group, Page, Paragraph, Tab
from generator.pdf.measuring.framed import natural_width
from generator.pdf.measuring.heights import blocks_height
from generator.pdf.measuring.line_metrics import line_height
from generator.pdf.measuring.paragraph_parts import base_look, is_visible
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import text_width
from generator.pdf.typst.literals import pt
from generator.pdf.typst.setting import Setting

OFF_PAPER = "hình vẽ có chữ nằm ngoài mép giấy"
_SLACK = 3.0  # points beyond the edge by which letters lose nothing that tells them apart
_DEPTH = 0.3  # of a line: what hangs below the letters of most words
_SHARES = {"center": 0.5, "right": 1.0}


class Reach(NamedTuple):
    """A rectangle, in points from the corner of a drawing."""

    left: float
    top: float
    right: float
    bottom: float


def reach(drawing: Drawing, wide: float, faces: Faces) -> Reach | None:
    """The rectangle that all text of a drawing stands in, ``None`` without any."""
    found = list(_texts(drawing, wide, faces))
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


def _texts(drawing: Drawing, wide: float, faces: Faces) -> Iterator[Reach]:
    content = drawing.content
    found: Iterator[Reach] = iter(())
    if isinstance(content, Group):
        found = (
            Reach(x + text.left, y + text.top, x + text.right, y + text.bottom)
            for x, y, part in content.parts
            for text in _texts(part, part.width, faces)
        )
    elif isinstance(content, Box) and any(_prints(block) for block in content.blocks):
        found = iter((_lines(content, wide, drawing.height, faces),))
    for text in found:
        yield _turned(text, drawing.turned, wide, drawing.height) if drawing.turned else text


def _prints(block: Block) -> bool:
    return not isinstance(block, Paragraph) or is_visible(block.items)


def _lines(box: Box, wide: float, height: float, faces: Faces) -> Reach:
    """The rectangle of the text of a box, as far as its frame reaches: what goes on below that is looked at later."""
    if box.stretched or box.text_turn:
        return Reach(0.0, 0.0, wide, height)
    left, top, right, bottom = box.margins
    if box.outline is not None:
        more = box.outline.inset
        left, top, right, bottom = left + more[0], top + more[1], right + more[2], bottom + more[3]
    inner = max(wide - left - right, 0.0)
    blocks = list(box.blocks)
    while len(blocks) > 1 and not _prints(blocks[-1]):
        blocks.pop()
    tall = blocks_height(blocks, inner, faces)
    spare = max(height - top - bottom - tall, 0.0)
    start = top + spare * {"center": 0.5, "bottom": 1.0}.get(box.valign, 0.0)
    starts, ends, depth = [inner], [0.0], 0.0
    for block in blocks:
        if not isinstance(block, Paragraph):
            starts.append(0.0)
            continue
        if not is_visible(block.items):
            continue
        form = block.format
        depth = form.after + _DEPTH * line_height(faces.face(block.mark.font), base_look(block.items, block.mark), form)
        text = replace(block, items=[item for item in block.items if not isinstance(item, Tab)])
        length = natural_width([text], partial(text_width, faces), inner)  # wider is refused where it cannot wrap
        if len(text.items) < len(block.items):
            length = 0.0  # how far tabs bring it is not looked at
        start_of = (inner - length) * _SHARES.get(form.align, 0.0)
        starts.append(start_of)
        ends.append(start_of + length)
    foot = start + tall - depth
    return Reach(left + min(starts), start, left + max(ends), foot if box.grows else min(foot, height))


def _turned(text: Reach, turn: float, wide: float, height: float) -> Reach:
    """The rectangle around one that is turned about the middle of its drawing."""
    sine, cosine = sin(radians(turn)), cos(radians(turn))
    x, y = wide / 2, height / 2
    corners = [(across - x, down - y) for across in (text.left, text.right) for down in (text.top, text.bottom)]
    lefts = [x + across * cosine - down * sine for across, down in corners]
    tops = [y + across * sine + down * cosine for across, down in corners]
    return Reach(min(lefts), min(tops), max(lefts), max(tops))
