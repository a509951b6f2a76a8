"""Whether every line of a document has gone somewhere: what no value holds is named, so that nothing is dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.layout.tree import Paragraph
from generator.parts.lines import Line, halves, is_drawn
from generator.parts.model import Annex, Part, Parts
from generator.patterns import late
from generator.recovering.said import Said, Tree, readings
from generator.wording.characters import fold

# What the program prints itself, in its own words.
_PRINTED = frozenset(
    {
        Part.NATIONAL, Part.MOTTO, Part.RECIPIENTS_LABEL, Part.ANNEX_LABEL, Part.REFERENCE, Part.ENACTING,
        Part.AUTHORITY, Part.SIGN_AUTHORITY, Part.E_SIGNATURE, Part.PLACE_DATE, Part.TYPE,
    }
)  # fmt: skip
_LABEL = late(r"\W*(?:[IVXLC]+|\d{1,3}|[a-zđ])\W*")  # a number that the program gives itself
_OURS = late(r"^[\s\-–+]*(?:như\s+(?:trên|điều\s+\d+)|k[ií]nh g[uửư]i\s*:?|\./\.?)[\s;.,]*$", 2)
_CELL = late(r"^.*?bảng \d+, hàng \d+, cột \d+")
_TABLE = late(r"^.*?bảng \d+")
_HOLDS_SEVERAL = late(r", cột \d+|khung chữ")
_MARKS = late(r"\{(?:dam|nghieng): ?")


def unaccounted(lines: Iterable[Line], tree: Tree, file: str, again: Sequence[Said] = ()) -> list[Line]:
    """The lines of a file whose words no value of the dossier was read from, each as often as that is so.

    ``again`` are readings that the dossier says already, or that the program prints of itself: a head of a table said
    once more, the numbers of rows. A line is looked for among what was read where it stands, then among what was read
    elsewhere and is left there: paragraphs put together, what all files of the dossier say and one value holds.
    """
    held = _Held([*(one.said for one in readings(tree)), *again], file)
    waiting = [line for line in lines if _counts(line) and not held.take(fold(line.text), _cell(line.place))]
    left = []
    for line in waiting:
        pieces = [fold(piece) for half in halves(line) for piece in half.text.split(";")]  # bases in one paragraph
        if not held.take_anywhere([fold(line.text)]) and not held.take_anywhere(pieces):
            left.append(line)
    return left


def lines_of(parts: Parts) -> Iterator[Line]:
    """The lines of the document and its annexes, but for those of parts that the program prints by itself."""
    for component in parts.components:
        if component.part not in _PRINTED:
            yield from component.lines
    yield from (one.line for one in parts.body)
    for annex in parts.annexes:
        yield from annex_lines(annex)


def annex_lines(annex: Annex) -> Iterator[Line]:
    """The same of one annex."""
    attached = (Part.ISSUER, Part.PARENT) if annex.attached else ()
    for component in annex.components:
        if component.part not in _PRINTED and component.part not in attached:
            yield from component.lines
    yield from (one.line for one in annex.body)


def paragraphs_of(parts: Parts) -> Iterator[Paragraph]:
    """The paragraphs that any part of the document was found in."""
    pieces = [*parts.components, *(component for annex in parts.annexes for component in annex.components)]
    bodies = [*parts.body, *(one for annex in parts.annexes for one in annex.body)]
    lines = [*(line for one in pieces for line in one.lines), *(one.line for one in bodies), *parts.unread, *parts.copy]
    return (line.paragraph for line in lines)


def _counts(line: Line) -> bool:
    """Whether the line holds words of its author's: in a table a number alone is one."""
    if not any(map(str.isalnum, line.text)) or is_drawn(line.text) or _OURS.match(line.text):
        return False
    return line.holder == "table" or not _LABEL.fullmatch(line.text)


def _cell(place: str) -> str:
    """The cell that the place lies in, with what stands deeper inside it; the place itself outside of tables."""
    found = _CELL.match(place)
    return found[0] if found else place


class _Held:
    """The words that values were read from, by place; what a line has been found in is taken out."""

    def __init__(self, found: Iterable[Said], file: str) -> None:
        self._here: dict[str, list[str]] = {}
        away: list[str] = []
        for (own, place, text), times in _counted(found).items():
            if own in ("", file):
                self._here.setdefault(place, []).extend([text] * times)
            else:
                away.append(text)
        self._rest: list[str] = away
        self._whole = ""

    def take(self, text: str, place: str) -> bool:
        """Whether it was read where it stands."""
        return _taken(self._here.get(place, []), text)

    def take_anywhere(self, texts: Sequence[str]) -> bool:
        """Whether all of the texts were read elsewhere, in a paragraph: what a table says stands in it."""
        if not self._whole:
            here = [text for place, own in self._here.items() if not _TABLE.match(place) for text in own]
            self._whole = " ".join([*here, *self._rest])
        whole = self._whole
        for text in filter(None, texts):
            if text not in whole:
                return False
            whole = whole.replace(text, " ", 1)
        self._whole = whole or " "
        return True


def _taken(strings: list[str], text: str) -> bool:
    """Whether the text is one of the strings, else in one, of which it is taken out."""
    found = [n for n, one in enumerate(strings) if text in one]
    if found:
        at = next((n for n in found if strings[n] == text), found[0])
        strings[at] = strings[at].replace(text, " ", 1)
    return bool(found)


def _counted(found: Iterable[Said]) -> dict[tuple[str, str, str], int]:
    """The words read at each place of each file, and how often: one line may give several values, each once."""
    values: dict[tuple[str, str, str], Counter[str]] = {}
    for one in found:
        values.setdefault((one.file, _cell(one.place), _text(one)), Counter())[str(one.value)] += 1
    return {
        key: max(times.values()) if _HOLDS_SEVERAL.search(key[1]) else 1  # one value holds all lines of a paragraph
        for key, times in values.items()
    }


def _text(one: Said) -> str:
    words, value = fold(one.words), fold(_MARKS.sub("", str(one.value)))
    return words if value in words else value if words in value else f"{words} {value}"
