"""Where a line may end and how tall it is, said to LibreOffice: a sign without width or ink stands there."""

from __future__ import annotations

import re

_PARAGRAPH = re.compile(rb"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?</w:p>", re.S)
_RUN = re.compile(rb"<w:r(?: [^>]*)?>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?((?:(?!</w:r>).)*)</w:r>", re.S)
_WRITTEN = re.compile(rb"<w:(t|br|drawing|pict|object|sym|fldChar|fldSimple|instrText|footnoteReference)(?![a-zA-Z])")
_TEXT = re.compile(rb"(<w:t(?: [^>]*)?>)([^<]*)(?=</w:t>)")
_HELD = re.compile(rb"(?<= )(?=[.,:;!?/)\]}])|(?<=[(\[{] )(?=[^ ])|(?<=[0-9A-Za-z\x80-\xff]-)(?=\d)")
_HYPHEN = re.compile(rb"[0-9A-Za-z\x80-\xff]-$")
_HELD_BEFORE = re.compile(rb"[.,:;!?/)\]}]")
_SPACES = re.compile(rb"<w:t(?: [^>]*)?>(?: |\xc2\xa0)+</w:t>")
_CLOSER = re.compile(rb'<w:spacing w:val="(-?\d+)"/>')
_SIZE = re.compile(rb'<w:sz w:val="(\d+)"/>')
_SPACE = 0.25  # of the size, in the typefaces of papers
_NOTHING = "\u200b".encode()
# What gives a line its height. LibreOffice takes some lines of U+200B for empty, from the second dozen on.
_STANDS = "\u200d".encode()
_BLANK = re.compile(rb"<w:t(?: [^>]*)?>(?:[ \t\n]|\xc2\xa0)*</w:t>")
_FIXED = "\u00a0".encode()
_MARK = re.compile(rb"<w:pPr>(?:(?!</w:pPr>).)*?(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)(?:(?!<w:rPr>).)*?</w:pPr>", re.S)


def parted(data: bytes) -> bytes:
    """The part with a break offered where Unicode holds words and marks together: every space is an end to Word.

    So is every hyphen, before a figure as well (17.3.3.18).
    """

    def part(paragraph: re.Match[bytes]) -> bytes:
        said = b""  # the last signs of the texts before

        def offer(text: re.Match[bytes]) -> bytes:
            nonlocal said
            mark = said.endswith(b" ") and _HELD_BEFORE.match(text[2])
            figure = _HYPHEN.search(said) and text[2][:1].isdigit()
            said = (said + text[2])[-4:]
            return text[1] + (_NOTHING if mark or figure else b"") + _HELD.sub(_NOTHING, text[2])

        return _TEXT.sub(offer, paragraph[0])

    return _PARAGRAPH.sub(part, data)


def spaced(data: bytes) -> bytes:
    """The part with spaces as wide as the room added to each of them makes them (17.3.2.35).

    LibreOffice adds it between the letters of a run alone, so a single space among other runs gets none.
    """
    return _PARAGRAPH.sub(_with_wide_spaces, data) if b"<w:spacing w:val=" in data else data


def _with_wide_spaces(paragraph: re.Match[bytes]) -> bytes:
    runs = list(_RUN.finditer(paragraph[0]))
    rooms = [_room(run) for run in runs]
    text = paragraph[0]
    for index, run in reversed(list(enumerate(runs))):
        size = _SIZE.search(run[1] or b"")
        beside = rooms[max(index - 1, 0) : index] + rooms[index + 1 : index + 2]
        if not rooms[index] or rooms[index] in beside or size is None or not _SPACES.fullmatch(run[2]):
            continue
        share = round(100 + rooms[index] * 10 / (int(size[1]) * _SPACE))  # twentieths of a point, of half points
        if 1 <= share <= 600 and b"<w:w " not in run[0]:
            text = text[: run.start()] + _CLOSER.sub(b'<w:w w:val="%d"/>' % share, run[0], count=1) + text[run.end() :]
    return text


def _room(run: re.Match[bytes]) -> int:
    found = _CLOSER.search(run[1] or b"")
    return int(found[1]) if found else 0


def tall(data: bytes) -> bytes:
    """The part with text of no width in lines of blanks alone, which LibreOffice makes as tall as their style says.

    Tabs and fixed spaces are as tall as their runs (17.3.2.38), spaces as the tallest of theirs and of the mark.
    """

    def spell_out(paragraph: re.Match[bytes]) -> bytes:
        text = paragraph[0]
        runs = [run for run in _RUN.finditer(text) if b"<w:tab/>" in run[2] or _BLANK.search(run[2])]
        if not runs or _WRITTEN.search(_BLANK.sub(b"", text)):
            return text
        telling = [run for run in runs if b"<w:tab/>" in run[2] or _FIXED in run[2]]
        looks = [telling[-1][1] or b""] if telling else [run[1] or b"" for run in runs]
        mark = _MARK.search(text)
        if not telling:
            looks.append(mark[1] if mark else b"")
        at = (telling or runs)[-1].end()
        told = b"".join(b"<w:r>%s<w:t>%s</w:t></w:r>" % (look, _STANDS) for look in dict.fromkeys(looks))
        return text[:at] + told + text[at:]

    return _PARAGRAPH.sub(spell_out, data)
