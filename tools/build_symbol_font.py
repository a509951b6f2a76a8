"""Build the font of signs that Liberation Serif lacks: a subset of DejaVu Sans, renamed as its licence demands.

What DejaVu Sans lacks too and papers use (✅, 🔴) is composed of its outlines by ``symbol_shapes.py``. Takes the folder
of ``DejaVuSans.ttf`` and ``DejaVuSans-Bold.ttf``; the same files give the same bytes. Run ``build_ready.py`` next.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from symbol_shapes import composed

from generator.fonts import FOLDER, SIGNS_FAMILY, SIGNS_FILE, advances

# Punctuation, indices, money, letterlike signs, arrows, mathematics and pieces of brackets, enclosed numbers, lines,
# shapes, dingbats, long arrows, a lozenge, what could not be read, faces.
_RANGES = (
    (0x2010, 0x2060), (0x2070, 0x20D0), (0x2100, 0x2460), (0x2460, 0x2500), (0x2500, 0x2800), (0x29EB, 0x29EC),
    (0x2B00, 0x2C00), (0xFFFD, 0xFFFE), (0x1F600, 0x1F650),
)  # fmt: skip
_LETTERS = range(0x2070, 0x2190)
_SOURCE = Path("/usr/share/fonts/truetype/dejavu")
_NAMES = {1: SIGNS_FAMILY, 2: "Regular", 3: f"{SIGNS_FAMILY} 1.0", 4: SIGNS_FAMILY, 6: SIGNS_FAMILY.replace(" ", "")}
_KEPT_NAMES = (0, 5, 13, 14)  # copyright, version, licence and its address


def built(source: Path) -> TTFont:
    """The font, ready to be saved."""
    font = TTFont(source / "DejaVuSans.ttf", recalcTimestamp=False)
    composed_signs = composed(font, TTFont(source / "DejaVuSans-Bold.ttf"))
    lacking = font.getBestCmap().keys() - advances().keys()
    signs = {
        code
        for first, last in _RANGES
        for code in range(first, last)
        if code in lacking and unicodedata.category(chr(code))[0] in ("SNPL" if code in _LETTERS else "SNP")
    }
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[*_NAMES, *_KEPT_NAMES])
    options.drop_tables += ["FFTM", "GDEF", "GPOS", "GSUB", "MATH"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=signs)
    subsetter.subset(font)
    _add(font, composed_signs)
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in _KEPT_NAMES and record.platformID == 3]
    for number, text in _NAMES.items():
        names.setName(text, number, 3, 1, 0x409)
    return font


def _add(font: TTFont, signs: dict[int, tuple[Glyph, int]]) -> None:
    names = {code: f"u{code:X}" for code in signs}
    font.setGlyphOrder([*font.getGlyphOrder(), *names.values()])
    for code, (glyph, advance) in signs.items():
        font["glyf"][names[code]] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][names[code]] = advance, glyph.xMin
    for table in font["cmap"].tables:  # one of format 12 is there, for the faces
        table.cmap.update({code: name for code, name in names.items() if code < 0x10000 or table.format == 12})


if __name__ == "__main__":
    built(Path(sys.argv[1]) if len(sys.argv) > 1 else _SOURCE).save(FOLDER / SIGNS_FILE)
