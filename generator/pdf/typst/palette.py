"""The looks a document uses: each becomes one short Typst function, written once and called by name."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from generator.layout.tree import Border, ParagraphFormat, TextFormat
from generator.patterns import late
from generator.pdf.measuring.coverage import Coverage
from generator.pdf.measuring.line_metrics import SCRIPT_SIZE, SUBSCRIPT_DROP, SUPERSCRIPT_RISE, edges, share
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.typst.literals import pt, rgb, string, stroke, wavy

LineKey: TypeAlias = tuple[str | float, ...]
_THIN, _THICK = 0.049, 0.098
_UNDERLINES = {
    "single": (_THIN, "single"), "words": (_THIN, "single"), "double": (_THIN * 0.7, "single"),
    "thick": (_THICK, "single"), "dotted": (_THIN, "dotted"), "dottedHeavy": (_THICK, "dotted"),
    "dash": (_THIN, "dashed"), "dashedHeavy": (_THICK, "dashed"), "dashLong": (_THIN, "dashed"),
    "dashLongHeavy": (_THICK, "dashed"), "dotDash": (_THIN, "dotDash"), "dashDotHeavy": (_THICK, "dotDash"),
    "dotDotDash": (_THIN, "dotDash"), "dashDotDotHeavy": (_THICK, "dotDash"),
}  # fmt: skip
_UNDERLINE_OFFSET = 0.109
_OUTLINE = 0.5  # points
# Wavy lines, in shares of the size: how thick they are, and how far below one another.
_WAVES = {"wave": (_THIN, 0.0), "wavyHeavy": (_THICK, 0.0), "wavyDouble": (_THIN * 0.7, 0.14)}
_WAVE_HEIGHT, _WAVE_LENGTH = 0.05, 0.3
# Signs whose colour is their meaning, as their names say: three equal black circles would say nothing.
_COLOURS = {
    "🔴🟥🔺🔻📕": "DD2E44", "🟠🟧🧡🔶🔸📙": "F4900C", "🟡🟨💛": "FDCB58", "🟢🟩💚📗": "78B159",
    "🔵🟦💙🔷🔹📘": "55ACEE", "🟣🟪💜": "AA8ED6", "🟤🟫🤎": "A0522D",
}  # fmt: skip
_OF = {sign: colour for signs, colour in _COLOURS.items() for sign in signs}
_SIGN = late(r"([🔴🟥🔺🔻📕🟠🟧🧡🔶🔸📙🟡🟨💛🟢🟩💚📗🔵🟦💙🔷🔹📘🟣🟪💜🟤🟫🤎])")


def unset(form: TextFormat, base: TextFormat) -> list[str]:
    """The arguments of Typst's ``text`` that take away what ``base`` sets and ``form`` lacks."""
    undone: list[str] = []
    if base.kerned and not form.kerned:
        undone.append("kerning: false")
    if base.ligated and not form.ligated:
        undone.append("ligatures: false")
    if base.spacing and not form.spacing:
        undone.append("tracking: 0pt")
    if base.outlined and not form.outlined:
        undone.append("stroke: none")
    if (base.color or base.outlined) and not (form.color or form.outlined):
        undone.append("fill: black")
    return undone


class Palette:
    """Names the looks of text and keeps their definitions in order of first use."""

    def __init__(self, faces: Faces, coverage: Coverage) -> None:
        self._faces, self._coverage = faces, coverage
        self._names: dict[tuple[TextFormat, LineKey], str] = {}
        # Formats are shared objects: their identity is a cheaper key than their twenty fields.
        self._near: dict[tuple[int, int, int], tuple[str, TextFormat, ParagraphFormat, TextFormat]] = {}
        self._defined: dict[str, str] = {}

    def define(self, parameters: str, body: str) -> str:
        """The name of the function with this definition, the same for equal definitions."""
        definition = f"({parameters}) = {body}"
        name = self._defined.get(definition)
        if name is None:
            name = self._defined[definition] = f"f{len(self._defined)}"
        return name

    @property
    def definitions(self) -> list[str]:
        """The Typst source of every definition."""
        return [f"#let {name}{definition}" for definition, name in self._defined.items()]

    def share(self, form: TextFormat, paragraph: ParagraphFormat) -> float:
        """What the paragraph's line spacing adds below a line of this look, in points."""
        return share(self._faces.face(form.font), form.size, paragraph)

    def arguments(self, form: TextFormat, paragraph: ParagraphFormat, leading: float) -> str:
        """The arguments of Typst's ``text`` that give this look in lines ``leading`` points apart."""
        face = self._faces.face(form.font)
        # How far text is raised is measured by the height of the line, not of the letters.
        shift = form.raised * (face.ascent + face.descent + face.gap)
        size, baseline = form.size, -shift
        above, below = edges(face, form.size, paragraph, shift)
        below += max(share(face, form.size, paragraph, shift) - leading, 0.0)
        if form.vertical == "superscript":
            size, baseline = form.size * SCRIPT_SIZE, baseline - form.size * SUPERSCRIPT_RISE
        elif form.vertical == "subscript":
            size, baseline = form.size * SCRIPT_SIZE, baseline + form.size * SUBSCRIPT_DROP
        parts = [
            f"font: {string(face.family)}",
            f"size: {pt(size)}",
            f'weight: "{"bold" if form.bold else "regular"}"',
            f'style: "{"italic" if form.italic else "normal"}"',
            f"top-edge: {pt(above)}",
            f"bottom-edge: {pt(-below)}",
        ]
        if baseline:
            parts.append(f"baseline: {pt(baseline)}")
        if form.kerned:
            parts.append("kerning: true")
        if form.ligated:
            parts.append("ligatures: true")
        if form.spacing:
            parts.append(f"tracking: {pt(form.spacing)}")
        if form.outlined:
            parts.append(f"fill: white, stroke: {stroke(_OUTLINE, form.color)}")
        elif form.color:
            parts.append(f"fill: {rgb(form.color)}")
        return ", ".join(parts)

    def text(self, form: TextFormat, paragraph: ParagraphFormat, base: TextFormat) -> str:
        """The name of the function that gives text this look in lines of this paragraph, most of it of ``base``."""
        known = self._near.get((id(form), id(paragraph), id(base)))
        if known is not None:
            return known[0]
        name = self._text(form, paragraph, self.share(base, paragraph), unset(form, base))
        # Kept alive, so that no id comes twice.
        self._near[id(form), id(paragraph), id(base)] = name, form, paragraph, base
        return name

    def _text(self, form: TextFormat, paragraph: ParagraphFormat, leading: float, undone: list[str]) -> str:
        cache_key = (form, (paragraph.line_rule, paragraph.line, leading, *undone))
        name = self._names.get(cache_key)
        if name is None:
            body = f"text({', '.join([self.arguments(form, paragraph, leading), *undone])}, b)"
            name = self._names[cache_key] = self.define("b", self._decorated(form, body))
        return name

    def _decorated(self, form: TextFormat, body: str) -> str:
        if form.underline in _WAVES:
            body = self._waved(form, body)
        elif form.underline:
            thickness, dash = _UNDERLINES.get(form.underline, (0.0, ""))
            if not thickness:
                self._coverage.cannot(f"gạch chân kiểu “{form.underline}”")
                thickness = _THIN
            line = stroke(thickness * form.size, form.color, dash)
            offsets = [_UNDERLINE_OFFSET]
            if form.underline == "double":
                offsets.append(_UNDERLINE_OFFSET + 2 * thickness)
            for offset in offsets:
                body = f"underline(evade: false, offset: {pt(offset * form.size)}, stroke: {line}, {body})"
        if form.strike:
            body = f"strike(stroke: {stroke(_THIN * form.size, form.color)}, {body})"
        if form.highlight:
            face = self._faces.face(form.font)
            top, bottom = pt(face.ascent * form.size), pt(-face.descent * form.size)
            body = f"highlight(fill: {rgb(form.highlight)}, top-edge: {top}, bottom-edge: {bottom}, {body})"
        if form.border is not None:
            body = self._framed(form, form.border, body)
        return body

    def _framed(self, form: TextFormat, border: Border, body: str) -> str:
        face, off = self._faces.face(form.font), border.space + border.width / 2
        top, bottom = pt(face.ascent * form.size + off), pt(-face.descent * form.size - off)
        line = stroke(border.width, border.color, border.style)
        sides = ", ".join(f"{side}: {line}" for side in ("top", "bottom", "left", "right") if side not in form.goes_on)
        return f"highlight(fill: none, stroke: ({sides}), top-edge: {top}, bottom-edge: {bottom}, {body})"

    @staticmethod
    def _waved(form: TextFormat, body: str) -> str:
        thickness, apart = _WAVES[form.underline or "wave"]
        line = wavy(thickness * form.size, form.color, _WAVE_HEIGHT * form.size, _WAVE_LENGTH * form.size)
        for offset in sorted({0.0, apart}):
            down = (_UNDERLINE_OFFSET + _WAVE_HEIGHT + offset) * form.size
            body = f"underline(evade: false, offset: {pt(down)}, stroke: {line}, {body})"
        return body

    @staticmethod
    def is_plain(form: TextFormat) -> bool:
        """Whether ``set text`` alone gives this look, without lines or fills around the text."""
        drawn = form.underline or form.strike or form.highlight or form.border
        return not drawn and form.vertical == "baseline"


def coloured(text: str, form: TextFormat) -> list[tuple[str, TextFormat]]:
    """The text cut at signs named after a colour, each in its colour whatever the colour of the text."""
    if _SIGN.search(text) is None:
        return [(text, form)]
    parts = [part for part in _SIGN.split(text) if part]
    return [(part, replace(form, color=_OF[part]) if part in _OF else form) for part in parts]
