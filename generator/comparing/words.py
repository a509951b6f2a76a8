"""Two texts word by word: which words became which."""

from __future__ import annotations

from difflib import SequenceMatcher

from generator.patterns import late
from generator.records import record

_TOKEN = late(r"\s+|\w+|[^\w\s]")


@record(frozen=True)
class WordChange:
    """Letters of a text from one place to another, and what stands there instead."""

    start: int
    end: int
    new: str


def plain(text: str) -> str:
    """The text with ordinary spaces, for comparing: how words are kept together on a line is no change."""
    return " ".join(text.split())


def word_changes(old: str, new: str) -> list[WordChange]:
    """What became of the words, in order; kinds of space are not told apart, and what stays keeps those of ``old``."""
    first, second = _TOKEN.findall(old), _TOKEN.findall(new)
    keys = [" " if token.isspace() else token for token in first]
    news = [" " if token.isspace() else token for token in second]
    places = [0]
    for token in first:
        places.append(places[-1] + len(token))
    found = []
    for tag, a, a_end, b, b_end in SequenceMatcher(None, keys, news, autojunk=False).get_opcodes():
        if tag != "equal":
            found.append(WordChange(places[a], places[a_end], "".join(second[b:b_end])))
    return _joined(old, found)


def _joined(old: str, changes: list[WordChange]) -> list[WordChange]:
    """Changes with nothing but a space between them as one: three words of three are one change."""
    made: list[WordChange] = []
    for change in changes:
        between = old[made[-1].end : change.start] if made else "."
        if made and not between.strip():
            last = made.pop()
            change = WordChange(last.start, change.end, last.new + between + change.new)
        made.append(change)
    return made
