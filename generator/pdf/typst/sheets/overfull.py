"""Boxes whose text goes on over their end: drawn as high as it is where the paper is empty, as pictures of pages tell.

Elsewhere it is cut off, as Word cuts it everywhere.

One picture is drawn without what goes on, another with a coloured patch on top in its place: where the second has the
patch, the first must be white.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

OVERFULL = "khung văn bản có chữ dài hơn khung"
DPI = 48.0
_MODE = "#let vanthu-over = {}"
_CUT = "#let vanthu-cut = ({})"
DEFINITION = (
    _MODE.format(0)
    + "\n"
    + _CUT.format("")
    + """
#let over(n, w, high, top, bottom, least, ..looks, b) = context {
  let tall = measure(block(width: w, b)).height
  let full = top + tall + bottom
  if top + tall <= high + least { block(height: high, ..looks, b) } else if vanthu-over == 0 and n not in vanthu-cut {
    block(height: full, breakable: false, ..looks, b)
  } else {
    block(height: high, breakable: false, clip: true, ..looks, block(width: w, height: tall, breakable: false, b))
    let at = here().position()
    let wide = looks.named().width
    [#metadata((n: n, x: at.x, y: at.y + high + 2pt, w: wide, h: calc.max(full - high - 1pt, 1pt)))<vanthu-beyond>]
  }
}
#set page(foreground: if vanthu-over == 2 { context {
  for mark in query(<vanthu-beyond>) { if mark.location().page() == here().page() {
    let (n, x, y, w, h) = mark.value
    let code = rgb(n, calc.rem(89 * n + 7, 256), calc.rem(3 * n * n + 1, 256))
    place(top + left, dx: x, dy: y, rect(width: w, height: h, stroke: none, fill: code))
  } }
} })"""
)
MOST = 256  # boxes that can be told apart
_WHITE = 250
_ALONE = (0, 1)  # what PNG takes off a row without regard to the one above it
_SHOWN = 40  # letters of a box that name it
_GROWN = "vẽ khung cao thêm cho đủ chữ (Word cắt phần thừa)"
_CUT_OFF = "phần thừa che chỗ khác nên bị cắt (Word cũng cắt)"
_PERHAPS = "phần thừa che chỗ khác nên bị cắt; máy thiếu phông {}, có phông ấy thì có thể không thừa"
_FIX = "kéo khung cao thêm, hoặc cho khung tự giãn theo chữ (Resize shape to fit text)"


def probes(text: str) -> tuple[str, str]:
    """The source without what goes on over the ends of its boxes, and with patches in its place."""
    plain, bare, patched = (_MODE.format(mode) for mode in range(3))
    return text.replace(plain, bare, 1), text.replace(plain, patched, 1)


def cut(text: str, boxes: Iterable[int]) -> str:
    """The source with these boxes cut off at their end."""
    return text.replace(_CUT.format(""), _CUT.format("".join(f"{box}, " for box in sorted(boxes))), 1)


def told(
    names: Sequence[str], bare: Sequence[bytes], patched: Sequence[bytes], missing: Sequence[str] = ()
) -> tuple[list[str], set[int]]:
    """For the reader: whose text goes on over the end, by the pages of both probes as PNG.

    With the boxes whose text would cover something, or leave the page: these are to be cut off. Where other typefaces
    stand in for the ``missing``, it is not said that Word cuts too.
    """
    cut_off = _PERHAPS.format(", ".join(missing)) if missing else _CUT_OFF
    beyond: set[int] = set()
    covering: set[int] = set()
    for one, other in zip(bare, patched, strict=True):
        if len(covering) == len(names):
            break
        for under, row, is_last in _unlike(one, other) if one != other else ():
            for at in range(0, len(row), 4):
                box = row[at]
                if box >= len(names) or box in covering or row[at + 1 : at + 3] != _code(box):
                    continue
                if under[at : at + 3] != row[at : at + 3]:
                    beyond.add(box)
                    if is_last or min(under[at : at + 3]) < _WHITE:
                        covering.add(box)
    notes = [
        f"{_named(names[box])}: chữ dài hơn khung, {cut_off if box in covering else _GROWN}; {_FIX}"
        for box in sorted(beyond | covering)
    ]
    return notes, covering


def _code(box: int) -> bytes:
    """Green and blue of its patch: what edges mix of it and another, or the paper, is hardly a third's."""
    return bytes(((89 * box + 7) % 256, (3 * box * box + 1) % 256))


def _named(text: str) -> str:
    shown = " ".join(text.split())
    return f"khung văn bản “{shown[:_SHOWN]}{'…' if len(shown) > _SHOWN else ''}”"


def _unlike(one: bytes, other: bytes) -> Iterator[tuple[bytearray, bytearray, bool]]:
    """The rows in which two PNG differ, four bytes to the dot, each pair with whether it is the lowest.

    What is alike in both is decoded only where a row below it builds on it: of a page that is nearly nothing.
    """
    below, above = _filtered(one), _filtered(other)
    waiting: list[bytes] = []  # rows alike in both, not decoded yet
    under = over = bytearray(len(below[0]) - 1)
    is_alike = True
    for left, (raw, patched) in enumerate(zip(below, above, strict=True), 1 - len(below)):
        alone = raw[0] in _ALONE
        if raw == patched and (is_alike or alone):
            waiting = [] if alone else waiting
            waiting.append(raw)
            is_alike = True
            continue
        for row in waiting:
            under = over = _unfiltered(row, under)
        waiting = []
        under, over = _unfiltered(raw, under), _unfiltered(patched, over)
        is_alike = under == over
        if not is_alike:
            yield under, over, left == 0


def _filtered(png: bytes) -> list[bytes]:
    """The rows of a PNG as they are packed, each behind the number of what was taken off it."""
    at, packed, width = 8, bytearray(), 0
    while at < len(png):
        size, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        if kind == b"IHDR":
            width = int.from_bytes(png[at + 8 : at + 12], "big")
        elif kind == b"IDAT":
            packed += png[at + 8 : at + 8 + size]
        at += 12 + size
    data, step = zlib.decompress(packed), width * 4 + 1
    return [data[start : start + step] for start in range(0, len(data), step)]


def _unfiltered(packed: bytes, above: bytearray) -> bytearray:
    row = bytearray(packed[1:])
    _unfilter(packed[0], row, above)
    return row


def _unfilter(kind: int, row: bytearray, above: bytearray) -> None:
    """Undo what PNG took off each byte: the one of the dot before, of the row above, or what both foretell."""
    if kind == 1:
        for channel in range(4):
            sums: list[int] = list(accumulate(row[channel::4], _byte_sum))
            row[channel::4] = bytes(sums)
        return
    if kind == 2:
        row[:] = bytes(map(_byte_sum, row, above)) if any(row) else above
        return
    for at in range(len(row)) if kind else ():
        left = row[at - 4] if at >= 4 else 0
        up, corner = above[at], above[at - 4] if at >= 4 else 0
        if kind == 4:
            guess = left + up - corner
            far = abs(guess - left), abs(guess - up), abs(guess - corner)
            taken = (left, up, corner)[far.index(min(far))]
        else:
            taken = (left + up) // 2
        row[at] = (row[at] + taken) & 255


def _byte_sum(one: int, other: int) -> int:
    return (one + other) & 255
