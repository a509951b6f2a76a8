"""Where a line may end and how tall it is, said to LibreOffice: a sign without width or ink stands there."""

from __future__ import annotations

import re
from itertools import pairwise

_PARAGRAPH = re.compile(rb"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?</w:p>", re.S)
_RUN = re.compile(rb"<w:r(?: [^>]*)?>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?((?:(?!</w:r>).)*)</w:r>", re.S)
_WRITTEN = re.compile(rb"<w:(t|br|drawing|pict|object|sym|fldChar|fldSimple|instrText|footnoteReference)(?![a-zA-Z])")
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:(tab/|ptab )|(?:br|cr|drawing|pict|object)\b)")
_HELD = re.compile(
    rb"(?<=[ \t])(?=[.,:;!?/)\]}])|(?<=\t)(?=\xe2\x80\xa6)|(?<=[(\[{]) +(?=[^ \t\n])|(?<=[0-9A-Za-z\x80-\xff]-)(?=\d)"
)
_NOTHING = "\u200b".encode()
# What gives a line its height. LibreOffice takes some lines of U+200B for empty, from the second dozen on.
_STANDS = "\u200d".encode()
_BLANK = re.compile(rb"<w:t(?: [^>]*)?>(?:[ \t\n]|\xc2\xa0)+</w:t>")
_FIXED = "\u00a0".encode()
_BROKEN_OFF = re.compile(rb'<w:br(?: w:type="textWrapping")?\s*/></w:r>(?=</w:p>)')
_MARK = re.compile(rb"<w:pPr>(?:(?!</w:pPr>).)*?(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)(?:(?!<w:rPr>).)*?</w:pPr>", re.S)


def parted(data: bytes) -> bytes:
    """The part with a break offered where Unicode holds words and marks together: every space is an end to Word.

    So is every hyphen, before a figure as well (17.3.3.18), and every tab.
    """
    return _PARAGRAPH.sub(_part, data)


def _part(paragraph: re.Match[bytes]) -> bytes:
    found = list(_TEXT.finditer(paragraph[0]))
    texts = [text[1] if text[1] is not None else b"\t" if text[2] else b"\n" for text in found]
    places = [match.end() for match in _HELD.finditer(b"".join(texts))]
    made: list[bytes] = []
    end = at = 0
    for text, said in zip(found, texts, strict=True):
        here = [place - at for place in places if at <= place < at + len(said)]
        if here and text[1] is not None:
            cuts = [said[start:stop] for start, stop in pairwise([0, *here, len(said)])]
            made += [paragraph[0][end : text.start(1)], _NOTHING.join(cuts)]
            end = text.end(1)
        at += len(said)
    return b"".join([*made, paragraph[0][end:]])


def tall(data: bytes) -> bytes:
    """The part with text of no width in lines of blanks alone, which LibreOffice makes as tall as their style says.

    Tabs and fixed spaces are as tall as their runs (17.3.2.38), spaces as the tallest of theirs and of the mark, also
    beside tabs. The empty line behind a last break is as tall as the mark.
    """

    def spell_out(paragraph: re.Match[bytes]) -> bytes:
        text = paragraph[0]
        broken, marked = _BROKEN_OFF.search(text), _MARK.search(text)
        if broken is not None and marked is not None:
            return b"%s<w:r>%s<w:t>%s</w:t></w:r></w:p>" % (text[: broken.end()], marked[1], _STANDS)
        runs = [run for run in _RUN.finditer(text) if b"<w:tab/>" in run[2] or _BLANK.search(run[2])]
        if not runs or _WRITTEN.search(_BLANK.sub(b"", text)):
            return text
        telling = [run for run in runs if b"<w:tab/>" in run[2] or _FIXED in run[2]]
        spaces = [run for run in runs if run not in telling]
        looks = [run[1] or b"" for run in [*telling[-1:], *spaces]]
        mark = _MARK.search(text)
        if spaces:
            looks.append(mark[1] if mark else b"")
        at = (telling or runs)[-1].end()
        told = b"".join(b"<w:r>%s<w:t>%s</w:t></w:r>" % (look, _STANDS) for look in dict.fromkeys(looks))
        return text[:at] + told + text[at:]

    return _PARAGRAPH.sub(spell_out, data)
