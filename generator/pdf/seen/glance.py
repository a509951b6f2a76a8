"""Whether text of a PDF of Typst may lie beyond the paper: told fast, rather once too often than once too few."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from itertools import repeat

from generator.patterns import late
from generator.pdf.finishing.plain import NotPlainError, PlainPdf
from generator.records import record

_EDGE = 1.0  # points beyond the edge of the paper; closer to it nothing is lost
_RISE = 0.5  # of the size: as high as small letters are
_FINE = 200.0  # steps of an em in which widths are told, always a step too many
_BOX = late(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]")
_CONTENT = late(rb"/Contents (\d+) 0 R")
_RESOURCES = late(rb"/Resources (\d+) 0 R")
_FONTS = late(rb"/Font\s*<<([^<>]*)>>")
_FONT = late(rb"/([^\s/]+) (\d+) 0 R")
_DESCENDANT = late(rb"/DescendantFonts\s*\[(\d+) 0 R\]")
_WIDTHS = late(rb"/W\s*\[([^\]]*(?:\[[^\]]*\][^\]]*)*)\]")
_BEGIN, _END = "\nBT", "\nET"
_SHOW, _PLACE = " 0 Tr/", " Tf 1 0 0 -1 0 0 Tm"  # around the font and its size, behind the matrix of the place
_PIECE = late(r" 0 Tr/(\S+) ([\d.]+) Tf 1 0 0 -1 (\S+) (\S+) Tm((?:(?! 0 Tr/|\nEMC|/Span<<).)+)", re.DOTALL)
_UPRIGHT = "q 1 0 0 -1 "
_MOVE = late(r"\)(-?[\d.]+)\(")
_HEX = late(r"<[0-9A-Fa-f]")  # «<» in brackets is followed by an escape: no font has as many letters as begin otherwise
_HEX_OR_NUMBER = late(r"<([0-9A-Fa-f]*)>|(-?[\d.]+)")
_BRACKET = late(r"\\.|[()]", re.DOTALL)
_TEXTS = late(rb"/ToUnicode (\d+) 0 R")
_SPACE = late(rb"<([0-9A-Fa-f]{4})>\s*<0020>")
_ESCAPES = {8: r"\b", 9: r"\t", 10: r"\n", 12: r"\f", 13: r"\r", 40: r"\(", 41: r"\)", 92: r"\\"}
_NOTHING = ("[()]TJ", "()Tj")


@record(frozen=True)
class _Font:
    """The widths of letters: ``low`` of those whose code has one byte, in steps, ``all`` in ems."""

    low: bytes
    all: dict[int, float]


def pages_beyond(pdf: bytes) -> list[int] | None:
    """The pages, from 0, that may have text beyond the paper; ``None`` where the file is not written as Typst does."""
    try:
        file = PlainPdf.read(pdf)
        pages = file.pages()
    except NotPlainError:
        return None
    fonts: dict[int, _Font] = {}
    return [number for number, page in enumerate(pages) if _may(file, page, fonts)]


def _may(file: PlainPdf, page: bytes, fonts: dict[int, _Font]) -> bool:
    box, content, resources = _BOX.search(page), _CONTENT.search(page), _RESOURCES.search(page)
    if box is None or content is None or resources is None:
        return True
    try:
        said = _FONTS.search(file.object(int(resources[1])))
        held = _FONT.findall(said[1]) if said else []
        named = {name.decode(): _font(file, int(number), fonts) for name, number in held}
        drawn = zlib.decompress(_stream(file, int(content[1])))
        shown, wide, high = drawn.decode("latin-1"), float(box[1]), float(box[2])
        if not _reaches(shown, wide, high, named):
            return False
        spaces = {name.decode(): space for name, number in held if (space := _space(file, int(number)))}
        return _reaches(shown, wide, high, named, spaces)
    except (NotPlainError, ValueError, KeyError, IndexError, zlib.error):
        return True


def _stream(file: PlainPdf, number: int) -> memoryview:
    at = file.offset(number) + len(file.object(number))
    start = file.data.index(b"\n", at) + 1
    return memoryview(file.data)[start : file.data.index(b"endstream", start)]


def _font(file: PlainPdf, number: int, fonts: dict[int, _Font]) -> _Font:
    if number not in fonts:
        widths = _widths(file, number)
        most = max(widths.values(), default=1.0)
        low = bytearray([min(int(most * _FINE) + 1, 255)]) * 256
        if most * _FINE < 255:
            for code, width in widths.items():
                if code < 256:
                    low[code] = int(width * _FINE) + 1
        fonts[number] = _Font(bytes(low) if most * _FINE < 255 else b"", widths)
    return fonts[number]


def _widths(file: PlainPdf, font: int) -> dict[int, float]:
    """The widths of the letters of a font by their codes, in its size."""
    descendant = _DESCENDANT.search(file.object(font))
    said = _WIDTHS.search(file.object(int(descendant[1]))) if descendant else None
    if said is None:
        raise NotPlainError
    made: dict[int, float] = {}
    parts = said[1].replace(b"[", b" [ ").replace(b"]", b" ] ").split()
    at = 0
    while at < len(parts):
        first, end = int(parts[at]), at + 3
        if parts[at + 1] == b"[":
            end = parts.index(b"]", at) + 1
            made.update(enumerate((float(width) / 1000 for width in parts[at + 2 : end - 1]), first))
        else:
            made.update(zip(range(first, int(parts[at + 1]) + 1), repeat(float(parts[at + 2]) / 1000)))
        at = end
    return made


def _space(file: PlainPdf, font: int) -> str:
    """How a text in brackets says a space of the font, nothing where it has none."""
    texts = _TEXTS.search(file.object(font))
    code = _SPACE.search(zlib.decompress(_stream(file, int(texts[1])))) if texts else None
    if code is None:
        return ""
    raw = bytes.fromhex(code[1].decode())
    return "".join(_ESCAPES.get(byte) or (chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}") for byte in raw)


def _reaches(
    drawn: str, wide: float, high: float, fonts: dict[str, _Font], spaces: Mapping[str, str] | None = None
) -> bool:
    """Whether text may lie beyond a page; where the ``spaces`` of the fonts are given, other than those at its end."""
    head, *blocks = drawn.split(_BEGIN)
    for block in blocks:
        line = head[head.rfind("\n") + 1 :]
        head = block
        matrix = line.split(" ", 7)
        if len(matrix) < 8 or matrix[0] != "q" or not matrix[7].startswith("cm"):
            return True
        left, top, is_upright = float(matrix[5]), float(matrix[6]), line.startswith(_UPRIGHT)
        a, b, c, d = (1.0, 0.0, 0.0, -1.0) if is_upright else map(float, matrix[1:5])
        for name, size, right, down, shown in _pieces(block[: block.index(_END)]):
            if spaces and name in spaces and (shown := _unspaced(shown, spaces[name])) in _NOTHING:
                continue
            long, rise = _length(shown, fonts[name], size), _RISE * size
            x, y = left + a * right + c * down, top + b * right + d * down
            if is_upright:
                if x < -_EDGE or x + long > wide + _EDGE or y < -_EDGE or y + rise > high + _EDGE:
                    return True
                continue
            xs = x, x + a * long, x - c * rise, x + a * long - c * rise
            ys = y, y + b * long, y - d * rise, y + b * long - d * rise
            if min(xs) < -_EDGE or max(xs) > wide + _EDGE or min(ys) < -_EDGE or max(ys) > high + _EDGE:
                return True
    return False


def _pieces(block: str) -> list[tuple[str, float, float, float, str]]:
    """What a block shows: font, size, how far right and down of the block's place, text; ``ValueError`` if unknown."""
    if block.startswith(_SHOW):
        at = block.index(_PLACE)
        name, _, size = block[len(_SHOW) : at].partition(" ")
        if _SHOW not in (shown := block[at + len(_PLACE) :]):
            return [(name, float(size), 0.0, 0.0, shown)]
    found = _PIECE.findall(block)  # a sign put together, which says what it means
    if not found or len(found) != block.count(" Tf "):
        raise ValueError
    return [(name, float(size), float(right), float(down), shown) for name, size, right, down, shown in found]


def _unspaced(shown: str, space: str) -> str:
    """What is shown in brackets without the spaces at its end."""
    return re.sub(rf"(?:{re.escape(space)}|\)-?[\d.]+\()+(?=\)(?:\]TJ|Tj)$)", "", shown)


def _length(shown: str, font: _Font, size: float) -> float:
    """How long what is shown is at most: ``[(…)-71<…>]TJ``, ``(…)Tj`` or ``<…>Tj``, in brackets or in hexadecimal."""
    moved = 0.0
    if "<" in shown and _HEX.search(shown):
        raw, moved = _taken_apart(shown)
    elif shown.startswith("["):
        pieces = _MOVE.split(shown[2:-4])
        raw = _plain("".join(pieces[::2]) if len(pieces) > 1 else pieces[0])
        moved = sum(map(float, pieces[1::2]))
    else:
        raw = _plain(shown[1:-3])
    if font.low and not any(raw[::2]):
        steps = sum(raw[1::2].translate(font.low)) / _FINE
    else:
        steps = sum(map(font.all.__getitem__, map(ord, raw.decode("utf-16-be"))))
    return (steps - moved / 1000) * size


def _taken_apart(shown: str) -> tuple[bytes, float]:
    """The bytes of all texts shown and the sum of the moves between them; brackets may stand in brackets."""
    raw, moved, at = bytearray(), 0.0, 0
    while at < len(shown):
        if shown[at] == "(":
            depth, end = 0, at
            for mark in _BRACKET.finditer(shown, at):
                depth += {"(": 1, ")": -1}.get(mark[0], 0)
                if not depth:
                    end = mark.end()
                    break
            raw += _plain(shown[at + 1 : end - 1])
            at = max(end, at + 1)
        elif found := _HEX_OR_NUMBER.match(shown, at):
            raw += bytes.fromhex(found[1] or "")
            moved += float(found[2] or 0)
            at = found.end()
        else:
            at += 1
    return bytes(raw), moved


def _plain(text: str) -> bytes:
    """The bytes of a text in brackets, its escapes undone."""
    raw = text.encode("latin-1")
    if b"\\" in raw:
        raw = raw.replace(rb"\\", rb"\134").replace(rb"\(", rb"\050").replace(rb"\)", rb"\051")
        raw = raw.decode("unicode_escape").encode("latin-1")
    return raw
