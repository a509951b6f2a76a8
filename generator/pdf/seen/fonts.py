"""The fonts of a PDF: what each code shows, and how wide."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from typing import Any

from generator.patterns import late
from generator.records import record

_MAPS = late(rb"beginbf(char|range)(.*?)endbf", 16)  # re.DOTALL
_PART = late(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_UNKNOWN = "\ufffd"


@record(frozen=True)
class Typeface:
    """The widths of codes in ems and their texts; ``long`` codes have two bytes."""

    widths: dict[int, float]
    default: float
    texts: dict[int, str]
    long: bool

    def codes(self, said: bytes) -> Iterator[tuple[int, str]]:
        """The codes of a string, each with its text."""
        step = 2 if self.long else 1
        for at in range(0, len(said) - step + 1, step):
            code = int.from_bytes(said[at : at + step], "big")
            yield code, self.texts.get(code, _UNKNOWN if self.long else chr(code))

    def width(self, code: int) -> float:
        """How wide a code is, in ems."""
        return self.widths.get(code, self.default)

    def is_space(self, code: int) -> bool:
        """Whether the room between words is added to the code."""
        return code == 32 and not self.long


class FontReader:
    """Reads each font of a file once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, Typeface]] = {}

    def read(self, font: Any) -> Typeface | None:
        """The font that a dictionary describes, ``None`` without one."""
        if font is None:
            return None
        if id(font) not in self._known:
            self._known[id(font)] = font, _read(font)  # kept alive, so that no id comes twice
        return self._known[id(font)][1]


def _read(font: Any) -> Typeface:
    given = font.get("/ToUnicode")
    texts = _texts(given.get_object().get_data()) if hasattr(given, "get_object") else {}
    if font.get("/Subtype") == "/Type0":
        inner = font["/DescendantFonts"][0].get_object()
        return Typeface(_long_widths(inner.get("/W", ())), float(inner.get("/DW", 1000)) / 1000, texts, long=True)
    scale = float(font["/FontMatrix"][0]) if "/FontMatrix" in font else 0.001
    first = int(font.get("/FirstChar", 0))
    listed = font.get("/Widths")
    widths = dict(enumerate((float(said) * scale for said in listed.get_object()), first)) if listed is not None else {}
    return Typeface(widths, 0.5, texts, long=False)


def _long_widths(said: Any) -> dict[int, float]:
    made: dict[int, float] = {}
    parts = [part.get_object() for part in said.get_object()] if said else []
    at = 0
    while at + 1 < len(parts):
        first, end = int(parts[at]), at + 2
        if isinstance(parts[at + 1], list):
            made.update(enumerate((float(width) / 1000 for width in parts[at + 1]), first))
        elif at + 2 < len(parts):
            made.update(zip(range(first, int(parts[at + 1]) + 1), repeat(float(parts[at + 2]) / 1000)))
            end += 1
        at = end
    return made


def _texts(said: bytes) -> dict[int, str]:
    made: dict[int, str] = {}
    for found in _MAPS.finditer(said):
        parts = [(_bytes(part[1]) if part[1] is not None else part[0].decode()) for part in _PART.finditer(found[2])]
        at = 0
        while at + 1 < len(parts):
            first = _code(parts[at])
            if found[1] == b"char":
                made[first] = _text(parts[at + 1])
                at += 2
            elif at + 2 >= len(parts):
                break
            elif parts[at + 2] == "[":
                end = parts.index("]", at) if "]" in parts[at:] else len(parts)
                made.update(enumerate(map(_text, parts[at + 3 : end]), first))
                at = end + 1
            else:
                start = _text(parts[at + 2])
                for code in range(first, min(_code(parts[at + 1]), first + 65_535) + 1):
                    made[code] = start[:-1] + chr(ord(start[-1]) + code - first) if start else ""
                at += 3
    return made


def _bytes(digits: bytes) -> bytes:
    held = b"".join(digits.split())
    return bytes.fromhex((held + b"0" * (len(held) % 2)).decode())


def _code(said: bytes | str) -> int:
    return int.from_bytes(said, "big") if isinstance(said, bytes) else 0


def _text(said: bytes | str) -> str:
    return said.decode("utf-16-be", "replace") if isinstance(said, bytes) else ""
