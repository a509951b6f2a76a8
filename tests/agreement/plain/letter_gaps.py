"""Letters set closer or apart (``w:spacing``), said to LibreOffice, which leaves the last one of a run as it is.

Each is, up to what follows it (17.3.2.35). What the last one lacks is taken from a space beside it, which is drawn
wider or narrower, so that lines end as before; inside a word two letters of the run stand nearer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TypeAlias

_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?</w:p>", re.S)
_RUN = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?((?:(?!</w:r>).)*)</w:r>", re.S)
_PLAIN = re.compile(r"(?:<w:lastRenderedPageBreak/>)?<w:t(?: [^>]*)?>([^<]*)</w:t>")
_LETTER = re.compile("(?:&[^;]*;|.)[\u0300-\u036f]*", re.S)
_DRAWN = re.compile(r"[\w.,:…/{}-]")
_CLOSER = re.compile(r'<w:spacing w:val="(-?\d+)"/>')
_SIZE = re.compile(r'<w:sz w:val="(\d+)"/>')
_SCALE = re.compile(r'<w:w w:val="(\d+)"/>')
_STYLE = re.compile(r'<w:style\b(?=[^>]*"paragraph")[^>]*w:styleId="([^"]*)".*?</w:style>', re.S)
_BASED = re.compile(r'<w:basedOn w:val="([^"]*)"/>')
_NAMED = re.compile(r'<w:pStyle w:val="([^"]*)"/>')
_BLANKS = " \u00a0"
_SPACE = 0.25  # of the size, in the typefaces of papers


@dataclass(slots=True)
class _Run:
    """A run of plain text: where it stands, its look, its letters, and how some of them look by themselves."""

    place: tuple[int, int]
    look: str
    letters: list[str]
    looks: dict[int, str] = field(default_factory=dict)

    def __str__(self) -> str:
        made = []
        for look, numbers in groupby(range(len(self.letters)), lambda number: self.looks.get(number, self.look)):
            text = "".join(self.letters[number] for number in numbers)
            made.append(f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>')
        return "".join(made)


_Letter: TypeAlias = tuple[_Run, int]


def spaced(data: bytes, styles: bytes = b"") -> bytes:
    """The part with text as wide as the room added behind each of its letters makes it."""
    if b"<w:spacing w:val=" not in data:
        return data
    sizes = _sizes(styles.decode())
    return _PARAGRAPH.sub(lambda paragraph: _told(paragraph[0], sizes), data.decode()).encode()


def _sizes(styles: str) -> dict[str, int]:
    """The size of text, in half points, by the ids of paragraph styles, and by none that of the usual style."""
    found = {style[1]: style[0] for style in _STYLE.finditer(styles)}
    usual = next((name for name, style in found.items() if 'w:default="1"' in style), "")
    defaults = _SIZE.search(styles[: styles.find("</w:docDefaults>") + 1])
    sizes = {}
    for name in [*found, ""]:
        style, said = found.get(name or usual, ""), None
        for _ in found:
            said = said or _SIZE.search(style)
            based = _BASED.search(style)
            style = found.get(based[1], "") if based else ""
        if said := said or defaults:
            sizes[name] = int(said[1])
    return sizes


def _told(paragraph: str, sizes: dict[str, int]) -> str:
    if _CLOSER.search(paragraph) is None:
        return paragraph
    named = _NAMED.search(paragraph)
    usual = sizes.get(named[1] if named else "")
    runs: list[_Run] = []
    alike: list[list[_Letter]] = []  # letters of one look that follow one another, none where another thing stands
    for run in _RUN.finditer(paragraph):
        plain = _PLAIN.fullmatch(run[2])
        if plain is None:
            alike.append([])
            continue
        made = _Run(run.span(), run[1] or "", _LETTER.findall(plain[1]))
        if not made.letters:
            continue
        letters = [(made, number) for number in range(len(made.letters))]
        if alike and alike[-1] and alike[-1][0][0].look == made.look:
            alike[-1] += letters
        else:
            alike.append(letters)
        runs.append(made)
    _even(alike, usual)
    for made in reversed(runs):
        if made.looks:
            start, end = made.place
            paragraph = paragraph[:start] + str(made) + paragraph[end:]
    return paragraph


def _even(alike: list[list[_Letter]], usual: int | None) -> None:
    """Says of letters how they look by themselves; ``usual`` is the size where none is said."""
    owed = 0  # of what stands before, in twentieths of a point
    for number, letters in enumerate(alike):
        if not letters:
            owed = 0
            continue
        room, beside = _room(letters), [_room(alike[at]) for at in (number - 1, number + 1) if 0 <= at < len(alike)]
        if all(map(_is_blank, letters)):
            if room < 0 or room not in beside:
                _widen(letters, room, owed, usual)
            elif owed:
                _widen(letters[:1], 0, owed, usual)
            owed = 0
            continue
        least = min(room, 0)
        if owed and _is_blank(letters[0]) and _widen(letters[:1], least, owed, usual):
            letters, owed = letters[1:], 0
        behind = 0
        if least and number + 1 < len(alike):  # behind the last letter of all nothing is near
            follows = alike[number + 1]
            if len(letters) > 1 and _is_blank(letters[-1]) and _widen(letters[-1:], 2 * least, 0, usual):
                letters = letters[:-1]
            elif follows and _is_blank(follows[0]):
                behind = least
            else:
                owed += least
        if owed and room <= 0 and _near(letters, owed):
            owed = 0
        owed += behind


def _is_blank(letter: _Letter) -> bool:
    run, number = letter
    return run.letters[number] in _BLANKS


def _room(letters: list[_Letter]) -> int:
    """What is added behind each letter, in twentieths of a point."""
    found = _CLOSER.search(letters[0][0].look) if letters else None
    return int(found[1]) if found else 0


def _widen(blanks: list[_Letter], room: int, more: int, usual: int | None) -> bool:
    """Draws each blank wider by the room, the first by ``more`` as well; whether its size is known."""
    for run, number in blanks:
        look = run.look or "<w:rPr></w:rPr>"
        said, scale = _SIZE.search(look), _SCALE.search(look)
        size = int(said[1]) if said else None if "<w:rStyle" in look else usual
        if size is None:
            return False
        share = (int(scale[1]) if scale else 100) + round((room + more) * 10 / (size * _SPACE))
        if not 1 <= share <= 600:
            return False
        look = _SCALE.sub("", look)
        told = f'<w:w w:val="{share}"/>'
        run.looks[number] = (
            _CLOSER.sub(told, look) if _CLOSER.search(look) else look.replace("</w:rPr>", told + "</w:rPr>")
        )
        more = 0
    return True


def _near(letters: list[_Letter], owed: int) -> bool:
    """Sets two of the letters nearer by what is owed, whether there are two."""
    for at, ((run, number), (other, following)) in enumerate(pairwise(letters)):
        if (
            run is not other
            or _SCALE.search(run.look)
            or not all(map(_DRAWN.fullmatch, run.letters[number : following + 1]))
        ):
            continue
        # LibreOffice takes them for a run of their own, and each cut leaves one letter more as wide as it is.
        room = _room(letters)
        spacing = owed + room * (1 + (at > 0) + (at + 2 < len(letters)))
        look = _CLOSER.sub("", run.look or "<w:rPr></w:rPr>").replace(
            "</w:rPr>", f'<w:spacing w:val="{spacing}"/></w:rPr>'
        )
        run.looks[number] = run.looks[following] = look
        return True
    return False
