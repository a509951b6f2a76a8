"""What a paragraph style says by itself, spelt out for LibreOffice.

It sets text that a style raises or lowers (17.3.2.24) at little more than half its size, and gives a style built on
none the indents of the default style as soon as a paragraph says one of its own (17.7.4.3). In tables it sets text in
10 pt instead of the default style's size, where the file says no size for all of it. A paragraph whose style the file
lacks loses a page break before it, too (17.3.1.27).
"""

from __future__ import annotations

import re

_STYLE = re.compile(rb'(<w:style\b(?=[^>]*w:type="paragraph")[^>]*>)(.*?)(</w:style>)', re.S)
_ID = re.compile(rb'w:styleId="([^"]*)"')
_BASE = re.compile(rb'<w:basedOn w:val="([^"]*)"')
_POSITION = re.compile(rb'<w:position w:val="(-?\d+)"/>')
_PARAGRAPH = re.compile(rb"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?</w:p>", re.S)
_PARAGRAPH_STYLE = re.compile(rb'<w:pStyle w:val="([^"]*)"')
_OF_TEXT = re.compile(rb'<w:style\b(?![^>]*w:type="(?!paragraph"))[^>]*>')
_NAMED = re.compile(rb'<w:pStyle\b[^>]*w:val="([^"]*)"[^>]*/>')
_RUN = re.compile(rb"(<w:r(?: [^>]*)?>)(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?", re.S)
_MARK = re.compile(rb"()(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)(?=(?:<w:sectPr\b.*?)?</w:pPr>)", re.S)
_SIDES = (b"left", b"right", b"firstLine")
_DEFAULTS = re.compile(rb"<w:rPrDefault>\s*<w:rPr>.*?</w:rPr>", re.S)
_SIZE = re.compile(rb"<w:sz (?:[^>]* )?w:val")
_DEEPEST = 12


def alone(styles: bytes) -> bytes:
    """The styles, those built on none with indents of their own where the default style has some."""
    usual = [said for start, said, _ in _STYLE.findall(styles) if b'w:default="1"' in start]
    if not usual or b"<w:ind " not in usual[-1]:
        return styles

    def spell_out(style: re.Match[bytes]) -> bytes:
        start, said, end = style.groups()
        if b'w:default="1"' in start or b"<w:basedOn" in said or b"<w:ind " in said:
            return style[0]
        none = b"<w:ind %s/>" % b" ".join(b'w:%s="0"' % side for side in _SIDES)
        if b"<w:pPr>" in said:
            return start + said.replace(b"<w:pPr>", b"<w:pPr>" + none, 1) + end
        at = said.find(b"<w:rPr>")
        at = len(said) if at < 0 else at
        return b"%s%s<w:pPr>%s</w:pPr>%s%s" % (start, said[:at], none, said[at:], end)

    return _STYLE.sub(spell_out, styles)


def sized(styles: bytes) -> bytes:
    """The styles with the default style's size as that of the whole file, where this says none, which means 10 pt.

    In tables LibreOffice takes those 10 pt for what a table style says, and sets them before the style's size.
    """
    defaults = _DEFAULTS.search(styles)
    usual = next((said for start, said, _ in _STYLE.findall(styles) if b'w:default="1"' in start), b"")
    size = re.search(rb'<w:sz w:val="\d+"/>', usual)
    if defaults is None or _SIZE.search(defaults[0]) or size is None:
        return styles

    def spell_out(style: re.Match[bytes]) -> bytes:
        start, said, end = style.groups()
        if b'w:default="1"' in start or b"<w:basedOn" in said or _SIZE.search(said):
            return style[0]
        ten = b'<w:sz w:val="20"/>'
        if b"<w:rPr>" in said:
            return start + said.replace(b"<w:rPr>", b"<w:rPr>" + ten, 1) + end
        return b"%s%s<w:rPr>%s</w:rPr>%s" % (start, said, ten, end)

    told = _STYLE.sub(spell_out, styles)
    return told.replace(defaults[0], defaults[0].replace(b"</w:rPr>", size[0] + b"</w:rPr>"), 1)


def level(styles: bytes) -> bytes:
    """The styles without what they say of raised and lowered text."""
    return _STYLE.sub(lambda style: _POSITION.sub(b"", style[0]), styles)


def known(data: bytes, styles: bytes) -> bytes:
    """The part without names of paragraph styles that the file does not have."""
    ids = {found[1] for start in _OF_TEXT.findall(styles) if (found := _ID.search(start))}
    return _NAMED.sub(lambda named: named[0] if named[1] in ids else b"", data) if ids else data


def raised(data: bytes, styles: bytes) -> bytes:
    """The part with each run raised or lowered as the style of its paragraph says."""
    if not any(_POSITION.search(said) for _, said, _ in _STYLE.findall(styles)):
        return data
    found: dict[bytes, tuple[bytes, bytes | None]] = {}
    usual = b""
    for start, said, _ in _STYLE.findall(styles):
        known, base, own = _ID.search(start), _BASE.search(said), _POSITION.search(said)
        if known is not None:
            found[known[1]] = base[1] if base else b"", own[1] if own else None
            usual = known[1] if b'w:default="1"' in start else usual

    def height(style: bytes) -> bytes:
        for _ in range(_DEEPEST):
            style, own = found.get(style, (b"", None))
            if own is not None:
                return own
        return b"0"

    def spell_out(paragraph: re.Match[bytes]) -> bytes:
        style = _PARAGRAPH_STYLE.search(paragraph[0])
        said = height(style[1] if style else usual)
        if said == b"0":
            return paragraph[0]

        def raise_it(run: re.Match[bytes]) -> bytes:
            looks = run[2] or b"<w:rPr></w:rPr>"
            if b"<w:position" in looks:
                return run[0]
            return run[1] + looks.replace(b"<w:rPr>", b'<w:rPr><w:position w:val="%s"/>' % said, 1)

        return _RUN.sub(raise_it, _MARK.sub(raise_it, paragraph[0]))

    return _PARAGRAPH.sub(spell_out, data)
