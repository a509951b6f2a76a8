"""A page as it is kept and sent: what stands on it, and by name the letters it is written with.

Most of a page's SVG is the outlines of its letters, which are the same on every page, and most of the rest what stood
on it before the last key. Who asks is sent what is new: letters not met yet, what differs from a page that is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.patterns import late
from generator.records import record

_LETTER = late(rb'<symbol id="([^"]*)" overflow="visible"><path d="M 0 0([^"]*)"/></symbol>')
_AROUND = len('<symbol id="" overflow="visible"><path d="M 0 0"/></symbol>')
_OPEN, _BARE, _END = b"<defs>", b"<defs></defs></svg>", b"</svg>"
_MOST_LETTERS = 20_000  # of all typefaces and sizes; each in one copy, on however many pages it stands
_letters: dict[bytes, tuple[str, str]] = {}


@record(frozen=True)
class Leaf:
    """A page: its SVG but for the outlines of letters, and these by name."""

    svg: str
    letters: Mapping[str, str]

    def __len__(self) -> int:
        """How long the SVG is, for who counts what is kept."""
        return len(self.svg)

    def whole(self) -> str:
        """The SVG with its letters, as it was drawn."""
        if not self.letters:
            return self.svg
        symbols = "".join(
            f'<symbol id="{name}" overflow="visible"><path d="M 0 0{outline}"/></symbol>'
            for name, outline in self.letters.items()
        )
        front, defs, rest = self.svg.partition("<defs>")
        return f"{front}{defs}{symbols}{rest}" if defs else f"{front[: -len(_END)]}<defs>{symbols}</defs></svg>"


def parted(svg: bytes) -> tuple[bytes, dict[str, str]]:
    """The SVG without the outlines of its letters, and these by name; what else is defined beside them stays."""
    at = svg.find(_OPEN)
    if at < 0:
        return svg, {}
    if len(_letters) > _MOST_LETTERS:
        _letters.clear()
    tail = svg[at:]
    found = _LETTER.findall(tail)
    for name, outline in found:
        if name not in _letters:
            _letters[name] = name.decode(), outline.decode()
    bare = len(tail) - sum(_AROUND + len(name) + len(outline) for name, outline in found) == len(_BARE)
    return svg[:at] + (_END if bare else _LETTER.sub(b"", tail)), dict(_letters[name] for name, _ in found)


def change(leaf: Leaf, known: Iterable[tuple[str, Leaf]]) -> dict[str, Any]:
    """What makes the page of one of those that are known, by digest: so many signs of its front, new ones, of its end.

    Without ``goc`` the new ones are all of it. In ``giua`` stands what is new.
    """
    best: dict[str, Any] = {"giua": leaf.svg}
    if not leaf.svg.isascii():  # a browser counts signs otherwise
        return best
    for digest, other in known:
        front = _common(leaf.svg, other.svg)
        end = _common(leaf.svg[front:][::-1], other.svg[front:][::-1])
        if len(leaf.svg) - front - end < len(best["giua"]):
            middle = leaf.svg[front : len(leaf.svg) - end]
            best = {"goc": digest, "dau": front, "cuoi": end, "giua": middle}
    return best


def _common(one: str, other: str) -> int:
    """How many signs both begin with; found by halving, for comparing long texts is quick and counting signs is not."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        half = (least + most + 1) // 2
        if one.startswith(other[least:half], least):
            least = half
        else:
            most = half - 1
    return least
