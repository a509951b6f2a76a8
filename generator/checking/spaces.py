"""Two spaces and more between the words of a sentence, which lines of a Word file are read without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.edits import Rewrite, Spot
from generator.findings import Finding, Level
from generator.layout.tree import Run
from generator.parts.lines import Line
from generator.parts.model import Part
from generator.parts.recognising import ordinal
from generator.patterns import late
from generator.rules.form._many import together
from generator.rules.form._reading import FileReading
from generator.rules.form._text import Text, texts_of
from generator.rules.wording.lv02 import RULE
from generator.wording.mistyped.spacing import single_spaces

# Of four spaces a column is made, as tabs make it; behind a colon values stand below one another.
_GAP = late(r"(?P<left>[^\s.…_:]*[\w,;.)%”])(?<!\.\.)(?P<gap>[ \u00a0]{2,3})(?=(?P<right>[\w(“][^\s.…_]*))")
_SPACED_OUT = late(r"(?:\b\w ){3}")  # «T H Ô N G  B Á O»
_SHORT = 100  # letters: a line that is no more may be a row of a table that spaces make
_WHAT = "hai dấu cách trở lên liền nhau giữa các từ"


def doubled_spaces(reading: FileReading) -> Iterator[Finding]:
    """A note (LV02) of all such places in sentences, căn cứ and trích yếu, and what puts them right.

    Room left for a pen, columns made with spaces or tabs and what follows a label draw nothing.
    """
    lines = [
        line for found in reading.components(Part.BASIS, Part.SUBJECT, Part.LETTER_SUBJECT) for line in found.lines
    ]
    lines += [one.line for text in texts_of(reading) if isinstance(text, Text) for one in text.sentences]
    for one in together(found for line in lines for found in _in_line(line)):
        if isinstance(one, Finding):
            yield one


def _in_line(line: Line) -> Iterator[Finding]:
    origin = line.paragraph.origin
    typed = "".join([item.text for item in line.items if isinstance(item, Run) and not item.format.hidden])
    if "  " not in typed.replace("\xa0", " "):  # as nearly all
        return
    columns = line.text.count(":") > 1 and len(line.text) < _SHORT  # «Nam: 5   Nữ: 7»
    if origin is None or line.parted or columns or _SPACED_OUT.search(line.text):
        return
    begins = line.paragraph.text.find(typed)
    label = ordinal(line.text)
    for match in _GAP.finditer(typed):
        if _is_room(match) or (label and _is_label(typed[: match.end("left")], label.number)):
            continue
        words = f"{match['left']} {match['right']}"
        spot = Spot(*origin, words, _nth(words, line.paragraph.text, begins + match.start()))
        edits = (Rewrite(spot, words),)
        yield RULE.found(_WHAT, "để một dấu cách", level=Level.NOTE, place=line.place, spot=spot, repairs=edits)


def _is_room(match: re.Match[str]) -> bool:
    """Whether the gap was left for a pen: «ngày   tháng»."""
    words = f"{match[0]}{match['right']}"
    return single_spaces(words) == words


def _is_label(before: str, number: str) -> bool:
    """Whether nothing but the label of a unit stands there: «Điều 1.», «a)»."""
    return len(before.split()) <= 2 and before.rstrip(" .)/:-").endswith(number)


def _nth(words: str, text: str, at: int) -> int:
    """Which of the like words of the text those are that stand there."""
    alike = re.finditer(r"\s+".join(map(re.escape, words.split())), text)
    return 1 + sum(found.start() < at for found in alike)
