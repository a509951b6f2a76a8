"""The paragraphs of DrawingML as those of WordprocessingML."""

from __future__ import annotations

from lxml import etree

from generator.layout.drawings.parts import DrawingParts, NotDrawnError
from generator.layout.names import A, Element, W, integer, local, truth

_ALIGN = {"ctr": "center", "r": "right", "just": "both", "justLow": "both", "dist": "distribute", "thaiDist": "both"}
_EMU_TWIP = 635.0
_SIZE = 1800  # hundredths of a point
_UNDERLINES = {"sng": "single", "dbl": "double", "none": "none"}


def paragraphs(body: Element, parts: DrawingParts) -> list[Element]:
    """What a ``txBody`` holds as ``w:p``; none when it shows no text."""
    held = [child for child in body if child.tag == A + "p"]
    if not any((text.text or "").strip() for one in held for text in one.iter(A + "t")):
        return []
    levels = body.find(A + "lstStyle")
    made = [_paragraph(one, levels, parts) for one in held]
    for paragraph, side in ((made[0], "before"), (made[-1], "after")):  # no room at the edges of the text
        spacing = paragraph.find(f"{W}pPr/{W}spacing")
        if spacing is not None:
            spacing.set(W + side, "0")
    return made


def _paragraph(paragraph: Element, levels: Element | None, parts: DrawingParts) -> Element:
    own = paragraph.find(A + "pPr")
    number = integer(own.get("lvl")) or 0 if own is not None else 0
    level = levels.find(f"{A}lvl{number + 1}pPr") if levels is not None else None
    default = level.find(A + "defRPr") if level is not None else None
    said = [part for part in (own, level) if part is not None]
    size = next((s for run in paragraph.iter(A + "rPr", A + "endParaRPr") if (s := integer(run.get("sz")))), None)
    size = size or (integer(default.get("sz")) if default is not None else None) or _SIZE
    made = etree.Element(W + "p")
    properties = etree.SubElement(made, W + "pPr")
    spacing = {W + "before": "0", W + "after": "0", W + "line": "240", W + "lineRule": "auto"}
    spacing[W + "before"] = _gap(said, "spcBef", size)
    spacing[W + "after"] = _gap(said, "spcAft", size)
    spacing |= _line(said)
    etree.SubElement(properties, W + "spacing", spacing)
    left, hanging = _length(said, "marL"), -_length(said, "indent")
    indent = {
        W + "left": str(left),
        W + "right": "0",
        W + ("hanging" if hanging > 0 else "firstLine"): str(abs(hanging)),
    }
    etree.SubElement(properties, W + "ind", indent)
    align = next((part.get("algn") for part in said if part.get("algn")), None) or "l"
    etree.SubElement(properties, W + "jc", {W + "val": _ALIGN.get(align, "left")})
    if any(part.find(A + name) is not None for part in said for name in ("buAutoNum", "buBlip")):
        raise NotDrawnError("sơ đồ SmartArt có danh sách đánh số")
    bullet = next((b for part in said for b in part if local(b) in ("buNone", "buChar")), None)
    if bullet is not None and local(bullet) == "buChar":
        run = _run(made, next(iter(paragraph.iter(A + "rPr")), None), default, parts)
        etree.SubElement(run, W + "t").text = bullet.get("char", "•")
        etree.SubElement(run, W + "tab")
    for child in paragraph:
        kind = local(child)
        if kind in ("r", "fld"):
            run = _run(made, child.find(A + "rPr"), default, parts)
            text = etree.SubElement(run, W + "t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
            text.text = child.findtext(A + "t") or ""
        elif kind == "br":
            etree.SubElement(_run(made, child.find(A + "rPr"), default, parts), W + "br")
        elif kind not in ("pPr", "endParaRPr", ""):
            raise NotDrawnError("sơ đồ SmartArt có công thức")
    mark = etree.SubElement(properties, W + "rPr")
    etree.SubElement(mark, W + "sz", {W + "val": str(size // 50)})
    return made


def _length(said: list[Element], name: str) -> int:
    found = next((integer(part.get(name)) for part in said if part.get(name)), 0)
    return round((found or 0) / _EMU_TWIP)


def _gap(said: list[Element], name: str, size: int) -> str:
    """The room above or below in twips: a share of the size of the text, or points."""
    found = next((gap for part in said if (gap := part.find(A + name)) is not None), None)
    for kind in found if found is not None else ():
        amount = integer(kind.get("val")) or 0
        return str(round(amount / 100_000 * size / 5 if local(kind) == "spcPct" else amount / 5))
    return "0"


def _line(said: list[Element]) -> dict[str, str]:
    found = next((line for part in said if (line := part.find(A + "lnSpc")) is not None), None)
    for kind in found if found is not None else ():
        amount = integer(kind.get("val")) or 0
        if local(kind) == "spcPct":
            return {W + "line": str(round(amount / 100_000 * 240)), W + "lineRule": "auto"}
        return {W + "line": str(round(amount / 5)), W + "lineRule": "exact"}
    return {}


def _run(paragraph: Element, own: Element | None, default: Element | None, parts: DrawingParts) -> Element:
    """A run of that look at the end of the paragraph."""
    run = etree.SubElement(paragraph, W + "r")
    look = etree.SubElement(run, W + "rPr")
    said = [part for part in (own, default) if part is not None]
    latin = next((font.get("typeface") for part in said if (font := part.find(A + "latin")) is not None), None)
    theme = "majorHAnsi" if latin == "+mj-lt" else "minorHAnsi"
    fonts = {W + "asciiTheme": theme, W + "hAnsiTheme": theme}
    if latin and not latin.startswith("+"):
        fonts = {W + "ascii": latin, W + "hAnsi": latin, W + "cs": latin}
    etree.SubElement(look, W + "rFonts", fonts)
    for name in ("b", "i"):
        on = next((part.get(name) for part in said if part.get(name)), "0")
        etree.SubElement(look, W + name, {W + "val": "1" if truth(on) else "0"})
    if any(part.get("strike", "noStrike") != "noStrike" for part in said):
        etree.SubElement(look, W + "strike")
    if any(part.get("cap") == "all" for part in said):
        etree.SubElement(look, W + "caps")
    painted = next((fill for part in said if (fill := part.find(A + "solidFill")) is not None), None)
    color = parts.color(painted)
    if color is not None:
        etree.SubElement(look, W + "color", {W + "val": color[:6]})
    size = next((s for part in said if (s := integer(part.get("sz")))), _SIZE)
    etree.SubElement(look, W + "sz", {W + "val": str(round(size / 50))})
    underline = next((part.get("u") for part in said if part.get("u")), None)
    if underline:
        etree.SubElement(look, W + "u", {W + "val": _UNDERLINES.get(underline, "single")})
    raised = next((r for part in said if (r := integer(part.get("baseline")))), 0)
    if raised:
        etree.SubElement(look, W + "vertAlign", {W + "val": "superscript" if raised > 0 else "subscript"})
    return run
