"""Build the font of signs that Liberation Serif lacks: a subset of DejaVu Sans, renamed as its licence demands.

Takes the path of ``DejaVuSans.ttf``; the same file gives the same bytes.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from generator.fonts import FOLDER, SIGNS_FAMILY, SIGNS_FILE, advances

# Punctuation, arrows and mathematics, enclosed numbers, shapes and dingbats.
_RANGES = ((0x2010, 0x2060), (0x2190, 0x2300), (0x2460, 0x2500), (0x25A0, 0x27C0))
_SOURCE = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
_NAMES = {1: SIGNS_FAMILY, 2: "Regular", 3: f"{SIGNS_FAMILY} 1.0", 4: SIGNS_FAMILY, 6: SIGNS_FAMILY.replace(" ", "")}
_KEPT_NAMES = (0, 5, 13, 14)  # copyright, version, licence and its address


def built(source: Path) -> TTFont:
    """The font, ready to be saved."""
    font = TTFont(source, recalcTimestamp=False)
    lacking = font.getBestCmap().keys() - advances().keys()
    signs = {
        code
        for first, last in _RANGES
        for code in range(first, last)
        if code in lacking and unicodedata.category(chr(code))[0] in "SNP"
    }
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[*_NAMES, *_KEPT_NAMES])
    options.drop_tables += ["FFTM", "GDEF", "GPOS", "GSUB", "MATH"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=signs)
    subsetter.subset(font)
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in _KEPT_NAMES and record.platformID == 3]
    for number, text in _NAMES.items():
        names.setName(text, number, 3, 1, 0x409)
    return font


if __name__ == "__main__":
    built(Path(sys.argv[1]) if len(sys.argv) > 1 else _SOURCE).save(FOLDER / SIGNS_FILE)
