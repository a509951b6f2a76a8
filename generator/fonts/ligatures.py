"""By how much letters drawn as one are narrower than they are apart: the ``liga`` feature of a font's GSUB table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.fonts.features import lookups

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_LIGATURES = 4  # the type of a lookup that makes one glyph of several


class Ligatures:
    """The letters that one face draws as one: ``widths`` by those letters, apart and together, in em."""

    def __init__(self, font: TTFont) -> None:
        units: int = font["head"].unitsPerEm
        letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
        advances = {glyph: advance / units for glyph, (advance, _) in font["hmtx"].metrics.items()}
        self.widths: dict[str, tuple[list[float], float]] = {}
        for tables in lookups(font, "GSUB", "liga", _LIGATURES):
            for first, made in [
                (first, one) for table in tables for first, ones in table.ligatures.items() for one in ones
            ]:
                glyphs = [first, *made.Component]
                if all(glyph in letters for glyph in glyphs):
                    text = "".join(letters[glyph] for glyph in glyphs)
                    self.widths.setdefault(text, ([advances[glyph] for glyph in glyphs], advances[made.LigGlyph]))
        longest_first = sorted(self.widths, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def found(self, text: str) -> list[tuple[int, str]]:
        """Which letters of the text are drawn as one, each with the place behind the last of them."""
        return [(match.end(), match[0]) for match in self._pattern.finditer(text)]

    def between(self, text: str) -> float:
        """The sum of what the letters of the text lose by it, in em; mostly negative."""
        return sum(self.widths[one][1] - sum(self.widths[one][0]) for _, one in self.found(text))
