"""The looks of paragraphs as Typst functions, one for each format."""

from __future__ import annotations

from typing import NamedTuple

from generator.layout.tree import ParagraphFormat, TextFormat
from generator.pdf.typst.frames import Edges, frame
from generator.pdf.typst.literals import pt
from generator.pdf.typst.palette import Palette

_ALIGN = {"left": "left", "center": "center", "right": "right", "both": "left", "distribute": "left"}


class Kind(NamedTuple):
    """What a paragraph's function must do beyond its format.

    ``keep`` holds its lines together, ``drawn`` takes drawings, ``bare`` gives it no tag, ``slack`` makes
    its lines longer, in points.
    """

    is_text: bool = True
    keep: bool = False
    drawn: bool = False
    bare: bool = False
    slack: float = 0.0


class ParagraphFunctions:
    """Defines the function of each look in the palette when it is first asked for."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        # Formats are shared objects: their identity is a cheaper key than their thirty fields.
        self._near: dict[tuple[int, int, Edges, Kind], tuple[str, ParagraphFormat, TextFormat]] = {}

    def name(self, form: ParagraphFormat, base: TextFormat, edges: Edges, kind: Kind) -> str:
        """The name of the function for paragraphs of a format whose text looks like ``base``."""
        near = self._near.get((id(form), id(base), edges, kind))
        if near is not None:
            return near[0]
        parameters = "g, d, e, b" if kind.drawn else "g, b"
        name = self._palette.define(parameters, self._definition(form, base, edges, kind))
        self._near[id(form), id(base), edges, kind] = name, form, base  # kept alive, so that no id comes twice
        return name

    def _definition(self, form: ParagraphFormat, base: TextFormat, edges: Edges, kind: Kind) -> str:
        outer = ["above: g", "width: 100%"]
        if form.keep_next:
            outer.append("sticky: true")
        if kind.keep:
            outer.append("breakable: false")
        left = form.left + min(form.first_line, 0.0)
        inner = self._inside(form, base, kind.bare) if kind.is_text else "b"
        framed = frame(form, edges)
        if not framed:
            outer.append(f"inset: (left: {pt(left)}, right: {pt(form.right - kind.slack)})")
            return f"block({', '.join(outer)}, {_around(inner, kind.drawn)})"
        if leading := self._palette.share(base, form):
            inner = f"{{{inner}; v({pt(leading)})}}"
        pads, frames = framed
        pad = {"left": left, "right": form.right - kind.slack, "top": 0.0, "bottom": 0.0}
        for side, length in pads.items():
            pad[side] += length
        padding = ", ".join(f"{side}: {pt(length)}" for side, length in pad.items() if length)
        for arguments in reversed(frames):
            inner = f"block({arguments}, {inner})"
        body = f"pad({padding + ', ' if padding else ''}{inner})"
        return f"block({', '.join(outer)}, {_around(body, kind.drawn)})"

    def _inside(self, form: ParagraphFormat, base: TextFormat, bare: bool) -> str:
        leading = self._palette.share(base, form)
        rules = [f"set text({self._palette.arguments(base, form, leading)})"]
        if not form.widow_control:
            rules.append("set text(costs: (widow: 0%, orphan: 0%))")
        arguments: list[str] = []
        if leading:
            arguments.append(f"leading: {pt(leading)}")
        if form.align in ("both", "distribute"):
            arguments.append("justify: true")
        inside = "b"
        if form.first_line > 0 and _ALIGN[form.align] != "left":
            inside = f"{{h({pt(form.first_line)}); b}}"  # Typst indents the first line at the left margin only
        elif form.first_line > 0:
            arguments.append(f"first-line-indent: (amount: {pt(form.first_line)}, all: true)")
        elif form.first_line < 0:
            arguments.append(f"hanging-indent: {pt(-form.first_line)}")
        if _ALIGN[form.align] != "left":
            rules.append(f"set align({_ALIGN[form.align]})")
        if bare:
            rules.extend(f"set par({argument})" for argument in arguments)
            return "{" + "; ".join([*rules, inside]) + "}"
        return "{" + "; ".join(rules) + f"; par({', '.join([*arguments, inside])})}}"


def _around(body: str, drawn: bool) -> str:
    """The body with what is drawn behind it before it, and what covers it after it."""
    return f"{{d; {body}; e}}" if drawn else body
