"""The SVG a metafile becomes, in units of its device."""

from __future__ import annotations

import binascii
from collections.abc import Iterable

from generator.layout.metafiles.bitmaps import Bitmap
from generator.layout.metafiles.errors import MetafileError
from generator.layout.metafiles.matrices import Matrix
from generator.layout.metafiles.state import Pen

_MAX_LENGTH = 4_000_000  # characters of paths and texts
_NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def escaped(text: str) -> str:
    """The text as it stands in SVG, also in an attribute."""
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, name)
    return text


def number(value: float) -> str:
    """The number in its shortest form, to a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def numbers(values: Iterable[float]) -> str:
    """The numbers, spaces between them."""
    return " ".join(map(number, values))


class Canvas:
    """Collects what is drawn; what stands under one clip is held together."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._clips: list[str] = []
        self._known: dict[tuple[str, str, str], str] = {}
        self._open = ""
        self._length = 0

    def path(self, d: str, fill: str | None, rule: str, pen: Pen | None, width: float, miter: float, clip: str) -> None:
        """Fill and stroke the path; ``width`` is that of the line in units of the device."""
        if not d or (fill is None and (pen is None or pen.color is None)):
            return
        said = f'fill="{fill}" fill-rule="{rule}"' if fill else 'fill="none"'
        if pen is not None and pen.color is not None:
            said += (f' stroke="{pen.color}" stroke-width="{number(width)}" stroke-linecap="{pen.cap}" '
                     f'stroke-linejoin="{pen.join}" stroke-miterlimit="{number(max(miter, 1.0))}"')  # fmt: skip
            if pen.dashes:
                said += f' stroke-dasharray="{numbers(dash * width for dash in pen.dashes)}"'
        self._add(f'<path d="{d}" {said}/>', clip)

    def text(self, text: str, places: list[float], anchor: str, style: str, matrix: Matrix, clip: str) -> None:
        """Write the text, each letter at its place; without places as its font has it, from the anchor."""
        at = f'x="{numbers(places)}"' if places else f'text-anchor="{anchor}"'
        self._add(f'<text xml:space="preserve" transform="matrix({numbers(matrix)})" {at} {style}>'
                  f"{escaped(text)}</text>", clip)  # fmt: skip

    def bitmap(self, bitmap: Bitmap, part: tuple[int, int, int, int], matrix: Matrix, alpha: float, clip: str) -> None:
        """Draw the part (x, y, width, height) of the bitmap into the unit square that the matrix turns and scales."""
        x, y, wide, high = part
        picture = bitmap.png  # compressed each time it is asked for
        kind = "jpeg" if picture.startswith(b"\xff\xd8") else "png"
        data = binascii.b2a_base64(picture, newline=False).decode()
        seen = f' opacity="{number(alpha)}"' if alpha < 1 else ""
        image = (f'<image width="{bitmap.width}" height="{bitmap.height}" preserveAspectRatio="none"'
                 f' xlink:href="data:image/{kind};base64,{data}"/>')  # fmt: skip
        a, b, c, d, e, f = matrix
        turned = [a / wide, b / wide, c / high, d / high, e, f]
        if (x, y, wide, high) != (0, 0, bitmap.width, bitmap.height):
            image = f'<svg width="{wide}" height="{high}" viewBox="{x} {y} {wide} {high}">{image}</svg>'
        scaled = " ".join(f"{value:.6g}" for value in turned)
        self._length -= len(data)  # its pixels are counted elsewhere
        self._add(f'<g transform="matrix({scaled})"{seen}>{image}</g>', clip)

    def clip(self, d: str, rule: str, within: str) -> str:
        """The name of the clip that the path makes of the clip ``within`` (empty for all)."""
        known = self._known.get((d, rule, within))
        if known is None:
            known = self._known[d, rule, within] = f"c{len(self._known)}"
            self._count(len(d) + 50)
            held = f' clip-path="url(#{within})"' if within else ""
            self._clips.append(f'<clipPath id="{known}"{held}><path d="{d}" clip-rule="{rule}"/></clipPath>')
        return known

    def svg(self, x: float, y: float, width: float, height: float) -> bytes:
        """The whole drawing, which shows that part of the device."""
        end = "</g>" if self._open else ""
        return (
            f'<svg {_NS} width="{number(width)}" height="{number(height)}" preserveAspectRatio="none" '
            f'viewBox="{numbers((x, y, width, height))}"><defs>{"".join(self._clips)}</defs>'
            f"{''.join(self._parts)}{end}</svg>"
        ).encode()

    def _add(self, part: str, clip: str) -> None:
        self._count(len(part))
        if clip != self._open:
            self._parts.append(("</g>" if self._open else "") + (f'<g clip-path="url(#{clip})">' if clip else ""))
            self._open = clip
        self._parts.append(part)

    def _count(self, length: int) -> None:
        self._length += length
        if self._length > _MAX_LENGTH:
            raise MetafileError("quá nhiều nét vẽ")
