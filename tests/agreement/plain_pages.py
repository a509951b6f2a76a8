"""Pages said to LibreOffice in its own measure: paper that is nearly A4 it makes A4."""

from __future__ import annotations

import re

_SECTION = re.compile(rb"<w:sectPr\b.*?</w:sectPr>", re.S)
_PAPERS = (8391, 11906, 12240, 15840, 16838)  # twips: the sides of A5, A4 and Letter
_SNAPS = 11  # twips, two tenths of a millimetre
_MARGINS = re.compile(rb"<w:pgMar\b[^>]*>")
_SIDES = re.compile(rb'\bw:(right|bottom|footer)="(\d+)"')


def snapped(data: bytes) -> bytes:
    """The part with margins that give the text the place it has on paper as large as the file says."""
    return _SECTION.sub(lambda section: _moved(section[0]), data)


def _moved(section: bytes) -> bytes:
    wider, higher = _more(section, b"w"), _more(section, b"h")

    def move(side: re.Match[bytes]) -> bytes:
        more = wider if side[1] == b"right" else higher
        return b'w:%s="%d"' % (side[1], max(int(side[2]) + more, 0))

    if not wider and not higher:
        return section
    return _MARGINS.sub(lambda margins: _SIDES.sub(move, margins[0]), section)


def _more(section: bytes, side: bytes) -> int:
    """By how many twips LibreOffice makes this side of the paper longer."""
    said = re.search(rb'<w:pgSz\b[^>]*\bw:%s="(\d+)"' % side, section)
    size = int(said[1]) if said else 0
    return next((paper - size for paper in _PAPERS if abs(paper - size) <= _SNAPS), 0)
