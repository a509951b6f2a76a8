"""Bold and its like that a paragraph's style and its characters' style both say, said to LibreOffice as off.

The second undoes the first (17.7.3); LibreOffice takes either for enough.
"""

from __future__ import annotations

import re

_STYLE = re.compile(rb"<w:style\b([^>]*)>(.*?)</w:style>", re.S)
_ID = re.compile(rb'w:styleId="([^"]*)"')
_BASE = re.compile(rb'<w:basedOn w:val="([^"]*)"')
_LOOKS = re.compile(rb"<w:rPr>(.*?)</w:rPr>", re.S)
_TOGGLE = re.compile(rb'<w:(b|i|caps|smallCaps|strike)(?: w:val="([^"]*)")?/>')
_PARAGRAPH = re.compile(rb"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?</w:p>", re.S)
_PARAGRAPH_STYLE = re.compile(rb'<w:pStyle w:val="([^"]*)"')
_RUN_LOOKS = re.compile(rb'(<w:r(?: [^>]*)?><w:rPr>)<w:rStyle w:val="([^"]*)"/>((?:(?!</w:rPr>).)*)', re.S)
_OFF = (b"0", b"false", b"off")
_DEEPEST = 12


def toggled(data: bytes, styles: bytes) -> bytes:
    """The part with what two styles say together spelt out in each run."""
    if b"<w:rStyle" not in data:
        return data
    found: dict[bytes, tuple[bytes, dict[bytes, bool]]] = {}
    usual = b""
    for attributes, said in _STYLE.findall(styles):
        known = _ID.search(attributes)
        if known is None:
            continue
        looks = _LOOKS.search(re.sub(rb"<w:pPr>.*?</w:pPr>", b"", said, flags=re.S))
        base = _BASE.search(said)
        own = {name: value not in _OFF for name, value in _TOGGLE.findall(looks[1] if looks else b"")}
        found[known[1]] = base[1] if base else b"", own
        if b'w:type="paragraph"' in attributes and b'w:default="1"' in attributes:
            usual = known[1]

    def on(style: bytes) -> set[bytes]:
        said: dict[bytes, bool] = {}
        for _ in range(_DEEPEST):
            if style not in found:
                break
            style, own = found[style]
            said = own | said
        return {name for name, value in said.items() if value}

    def spell_out(paragraph: re.Match[bytes]) -> bytes:
        style = _PARAGRAPH_STYLE.search(paragraph[0])
        above = on(style[1] if style else usual)

        def undo(run: re.Match[bytes]) -> bytes:
            direct = {name for name, _ in _TOGGLE.findall(run[3])}
            off = sorted((above & on(run[2])) - direct)
            added = b"".join(b'<w:%s w:val="0"/>' % name for name in off)
            return b'%s<w:rStyle w:val="%s"/>%s%s' % (run[1], run[2], added, run[3])

        return _RUN_LOOKS.sub(undo, paragraph[0]) if above else paragraph[0]

    return _PARAGRAPH.sub(spell_out, data)
