"""Text beside a picture that stands at one edge of the column: its lines, broken at the narrower width."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.layout.tree import Box, Drawing, Inline, LineBreak, ParagraphFormat, Run, TextFormat
from generator.pdf.measuring.tokens import pieces, tokens
from generator.records import record

BESIDE = "đoạn văn chảy quanh ảnh mà có tab, trường, chữ nghiêng, khung hoặc nhiều cỡ chữ"
"""What cannot be broken beside a picture, as a user is told."""
AROUND = "đoạn văn nhiều dòng mà một hình vẽ chen giữa các dòng"
"""The same of a drawing that no line may stand beside."""


@record(frozen=True)
class Obstacle:
    """What text flows beside: from ``top`` to ``bottom`` below the first line, ``left`` or ``right`` points wide.

    Both widths are measured from the edges of the column; one of them is 0. Where it is ``blocked``, both are: it
    stands in the middle, and only empty lines may stand beside it. One that is ``full`` lets no line stand beside it.
    """

    top: float
    bottom: float
    left: float
    right: float
    blocked: bool = False
    full: bool = False

    def lower(self, height: float) -> Obstacle | None:
        """What is left of it ``height`` points further down, ``None`` when the text has passed it."""
        if self.bottom <= height:
            return None
        return replace(self, top=self.top - height, bottom=self.bottom - height)


def spacer(length: float) -> list[Inline]:
    """Room in a line where the picture stands: an empty drawing without height; nothing for no length."""
    return [Drawing(Box(), length, 0.0)] if length else []


def is_spacer(drawing: Drawing) -> bool:
    """Whether the drawing is room beside a picture."""
    return drawing.content == Box() and not drawing.height


def break_beside(
    items: list[Inline],
    form: ParagraphFormat,
    width: float,
    line: float,
    obstacle: Obstacle,
    measure: Callable[[str, TextFormat], float],
) -> tuple[list[Inline], int]:
    """The items with a break after every line that is too narrow, and how many lines they fill; runs only."""
    left = max(obstacle.left - form.left, 0.0) if obstacle.left else 0.0
    right = max(obstacle.right - form.right, 0.0) if obstacle.right else 0.0
    last = max((n for n in range(int(obstacle.bottom / line) + 2) if n * line < obstacle.bottom - 0.03), default=-1)

    def narrow(number: int) -> bool:
        return number <= last and (number + 1) * line > obstacle.top + 0.05

    made: list[Inline] = spacer(left) if narrow(0) else []
    number, x, fresh = 0, form.first_line, True
    for item in items:
        if not isinstance(item, Run) or item.format.hidden:
            made.append(item)
            continue
        start = at = 0
        for token in tokens(item.text):
            if token[0] == " ":
                x += measure(token, item.format)
                at += len(token)
                continue
            for piece, _ in pieces(token):
                length = measure(piece, item.format)
                room = width - (left + right if narrow(number) else 0.0)
                if x + length > room and not fresh:
                    if number <= last:
                        text = item.text[start:at]
                        kept = text.rstrip(" ")
                        if kept:
                            made.append(Run(kept, item.format, item.link))
                        if narrow(number):
                            made += spacer(right)
                        if text != kept:
                            made.append(Run(text[len(kept) :], item.format, item.link))
                        made.append(LineBreak(item.format))
                        if narrow(number + 1):
                            made += spacer(left)
                        start = at
                    number, x = number + 1, 0.0
                x, fresh = x + length, False
                at += len(piece)
        if start < len(item.text):
            made.append(Run(item.text[start:], item.format, item.link))
    if narrow(number):
        made += spacer(right)
    return made, number + 1


def hard_to_break(items: list[Inline], form: ParagraphFormat) -> bool:
    """Whether the lines beside a picture cannot be told from widths alone."""
    runs = [item for item in items if isinstance(item, Run) and not item.format.hidden]
    looks = {(run.format.font, run.format.size, run.format.vertical, run.format.raised) for run in runs}
    return (
        len(runs) < len(items)
        or len(looks) > 1
        or any(run.format.italic for run in runs)
        or form.first_line < 0
        or bool(form.borders or form.shading)
    )
