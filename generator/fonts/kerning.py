"""By how much the letters of a pair stand nearer than their widths say: the ``kern`` feature of a font's GPOS table."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from generator.fonts.features import lookups

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_PAIRS = 2  # the type of a lookup that places pairs
_BY_GLYPH = 1


class _Pairs(dict[tuple[str, str], float]):
    """What is between two letters, in em, each pair worked out when it is first met."""

    def __init__(self, find: Callable[[tuple[str, str]], float]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, pair: tuple[str, str]) -> float:
        made = self[pair] = self._find(pair)
        return made


class Kerning:
    """The pairs of one face."""

    def __init__(self, font: TTFont) -> None:
        self._units: int = font["head"].unitsPerEm
        self._glyphs: dict[int, str] = font.getBestCmap()
        self._lookups = lookups(font, "GPOS", "kern", _PAIRS)
        self.pairs = _Pairs(self._pair)

    def between(self, text: str) -> float:
        """The sum of all that is between the letters of the text, in em; mostly negative."""
        return sum(map(self.pairs.__getitem__, pairwise(text)))

    def _pair(self, pair: tuple[str, str]) -> float:
        left, right = self._glyphs.get(ord(pair[0])), self._glyphs.get(ord(pair[1]))
        units = sum(_advance(tables, left, right) for tables in self._lookups) if left and right else 0
        return units / self._units


def _advance(tables: list[Any], first: str, second: str) -> int:
    """What the first table that knows the pair adds after its first glyph, in units of the font."""
    for table in tables:
        if first not in table.Coverage.glyphs:
            continue
        if table.Format == _BY_GLYPH:
            pairs = table.PairSet[table.Coverage.glyphs.index(first)].PairValueRecord
            found = next((pair for pair in pairs if pair.SecondGlyph == second), None)
            if found is None:
                continue
            return _x_advance(found.Value1)
        row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
        return _x_advance(row[table.ClassDef2.classDefs.get(second, 0)].Value1)
    return 0


def _x_advance(value: Any) -> int:
    return int(getattr(value, "XAdvance", 0) or 0)
