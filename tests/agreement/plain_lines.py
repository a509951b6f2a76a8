"""Where a line may end and how tall it is, said to LibreOffice: a sign without width or ink stands there."""

from __future__ import annotations

import re

_PARAGRAPH = re.compile(rb"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?</w:p>", re.S)
_RUN = re.compile(rb"<w:r(?: [^>]*)?>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?((?:(?!</w:r>).)*)</w:r>", re.S)
_WRITTEN = re.compile(rb"<w:(t|br|drawing|pict|object|sym|fldChar|fldSimple|instrText|footnoteReference)(?![a-zA-Z])")
_TEXT = re.compile(rb"(<w:t(?: [^>]*)?>)([^<]*)(?=</w:t>)")
_HELD = re.compile(rb"(?<= )(?=[.,:;!?/)\]}])|(?<=[(\[{] )(?=[^ ])")
_HELD_BEFORE = re.compile(rb"[.,:;!?/)\]}]")
_NOTHING = "\u200b".encode()
# What gives a line its height. LibreOffice takes some lines of U+200B for empty, from the second dozen on.
_STANDS = "\u200d".encode()
_BLANK = re.compile(rb"<w:t(?: [^>]*)?>(?:[ \t\n]|\xc2\xa0)*</w:t>")
_FIXED = "\u00a0".encode()
_MARK = re.compile(rb"<w:pPr>(?:(?!</w:pPr>).)*?(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)(?:(?!<w:rPr>).)*?</w:pPr>", re.S)


def parted(data: bytes) -> bytes:
    """The part with a break offered where Unicode holds words and marks together over spaces: all are ends to Word."""

    def part(paragraph: re.Match[bytes]) -> bytes:
        after_space = False

        def offer(text: re.Match[bytes]) -> bytes:
            nonlocal after_space
            before = _NOTHING if after_space and _HELD_BEFORE.match(text[2]) else b""
            after_space = text[2].endswith(b" ") if text[2] else after_space
            return text[1] + before + _HELD.sub(_NOTHING, text[2])

        return _TEXT.sub(offer, paragraph[0])

    return _PARAGRAPH.sub(part, data)


def tall(data: bytes) -> bytes:
    """The part with text of no width in lines of blanks alone, which LibreOffice makes as tall as their style says.

    Tabs and fixed spaces are as tall as their runs (17.3.2.38), spaces as their paragraph's mark.
    """

    def spell_out(paragraph: re.Match[bytes]) -> bytes:
        text = paragraph[0]
        runs = [run for run in _RUN.finditer(text) if b"<w:tab/>" in run[2] or _BLANK.search(run[2])]
        if not runs or _WRITTEN.search(_BLANK.sub(b"", text)):
            return text
        telling = [run for run in runs if b"<w:tab/>" in run[2] or _FIXED in run[2]]
        mark = _MARK.search(text)
        look = (telling[-1][1] if telling else mark and mark[1]) or b""
        at = (telling or runs)[-1].end()
        return text[:at] + b"<w:r>" + look + b"<w:t>" + _STANDS + b"</w:t></w:r>" + text[at:]

    return _PARAGRAPH.sub(spell_out, data)
