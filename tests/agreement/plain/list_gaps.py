"""Gaps of lists that are said not to be automatic: LibreOffice takes them for automatic ones, which it leaves out.

Where a list goes on, it draws none of what ``w:before`` and ``w:after`` say, for an automatic gap that is turned off
(``w:beforeAutospacing="0"``, 17.3.1.33). So a paragraph of a list turns none off; where its style has one, it gets a
style that has none.
"""

from __future__ import annotations

import re

_PARAGRAPH = re.compile(rb"<w:pPr>(?=(?:(?!</w:pPr>).)*<w:numPr>)(?:(?!</w:pPr>).)*</w:pPr>", re.S)
_OFF = re.compile(rb' w:(?:before|after)Autospacing="(?:0|false|off)"')
_ON = re.compile(rb'w:(?:before|after)Autospacing="(?:1|true|on)"')
_NAMED = re.compile(rb'<w:pStyle w:val="([^"]*)"/>')
_STYLE = re.compile(rb'<w:style\b(?=[^>]*w:type="paragraph")[^>]*w:styleId="([^"]*)"[^>]*>.*?</w:style>', re.S)
_BASED = re.compile(rb'<w:basedOn w:val="([^"]*)"/>')
_BOTH = 2
_GAPS = b'<w:pPr><w:spacing w:beforeAutospacing="0" w:afterAutospacing="0"/></w:pPr>'


def list_gaps_said(data: bytes, styles: bytes) -> tuple[bytes, bytes]:
    """The part with the gaps of its lists as the file says them, and the styles with those they need."""
    known = {match[1]: match[0] for match in _STYLE.finditer(styles)}
    made: set[bytes] = set()

    def plain(match: re.Match[bytes]) -> bytes:
        turned = _OFF.sub(b"", match[0])
        named = _NAMED.search(turned)
        if named is None or not _is_automatic(named[1], known):
            return turned
        if len(_OFF.findall(match[0])) < _BOTH:
            return match[0]
        made.add(named[1])
        return turned.replace(named[0], b'<w:pStyle w:val="%s-gaps"/>' % named[1])

    told = _PARAGRAPH.sub(plain, data)
    new = b"".join(
        b'<w:style w:type="paragraph" w:customStyle="1" w:styleId="%s-gaps"><w:name w:val="%s-gaps"/>'
        b'<w:basedOn w:val="%s"/>%s</w:style>' % (name, name, name, _GAPS)
        for name in sorted(made)
    )
    return told, styles.replace(b"</w:styles>", new + b"</w:styles>") if new else styles


def _is_automatic(name: bytes, known: dict[bytes, bytes]) -> bool:
    for _ in known:
        style = known.get(name, b"")
        if _ON.search(style):
            return True
        based = _BASED.search(style)
        if based is None:
            return False
        name = based[1]
    return False
