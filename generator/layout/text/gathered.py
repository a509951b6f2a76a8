"""The items of a paragraph as they come: text is cleaned of what nothing prints, and joined where it looks alike."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.limits import MAX_PARAGRAPH_TEXT, MAX_PIECES, refuse
from generator.layout.notes import Notes
from generator.layout.tree import Inline, LineBreak, Run, Tab, TextFormat

# Line ends are spaces; what only chooses between looks of a sign, and a control nothing prints, have no glyph. The
# byte order mark inside a text is the word joiner of today; PDF/A knows no other.
_SPACES = str.maketrans(
    {"\n": " ", "\r": " ", "\x85": None, "\ufe0e": None, "\ufe0f": None, "\ufeff": "\u2060", "\u2029": "\u2028"}
)
_OPTIONAL = "\u00ad"  # a hyphen where a word may be parted
_LINE_END = "\u2028"  # Unicode's own line break inside a text
# Text put together from the codes of Windows has controls where those have dashes and quotes: they are read as such, as
# HTML prescribes and Word's own converters do.
_WINDOWS = {
    code: shown for code in range(0x80, 0xA0) if code != 0x85 and (shown := bytes([code]).decode("cp1252", "ignore"))
}
_CONTROLS = frozenset(map(chr, _WINDOWS))
_CARE = tuple(map(chr, _SPACES))
_PRINTABLE = [char for char in _CARE if char.isprintable()]  # two; all else to care for here is not


class Gathered:
    """The ``items`` of the paragraph being read."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self.items: list[Inline] = []
        self._pieces = self._length = 0

    def begin(self) -> None:
        """Begins a paragraph."""
        self.items = []
        self._pieces = self._length = 0

    def text(self, text: str, form: TextFormat, link: str | None) -> None:
        """Adds text of one look, its tabs and line ends as items of their own."""
        if text.isprintable() and _PRINTABLE[0] not in text and _PRINTABLE[1] not in text:
            self._add(text, form, link)
            return
        if any(char in text for char in _CARE):
            text = text.translate(_SPACES)
        if not text.isprintable() and not form.old_font and not _CONTROLS.isdisjoint(text):
            self._notes.controls.update((char, _WINDOWS[ord(char)]) for char in text if char in _CONTROLS)
            text = text.translate(_WINDOWS)
        if _LINE_END in text:
            self._lines(text, form, link)
            return
        first, *others = text.split("\t")
        self._add(first, form, link)
        for part in others:
            self.items.append(Tab(form))
            self._add(part, form, link)

    def _lines(self, text: str, form: TextFormat, link: str | None) -> None:
        first, *others = text.split(_LINE_END)
        self.text(first, form, link)
        for line in others:
            self.items.append(LineBreak(form))
            self.text(line, form, link)

    def _add(self, text: str, form: TextFormat, link: str | None) -> None:
        if not text:
            return
        self._pieces += 1
        self._length += len(text)
        if self._pieces > MAX_PIECES or self._length > MAX_PARAGRAPH_TEXT:
            raise refuse("có một đoạn văn quá dài", "tách đoạn đó thành nhiều đoạn")
        last = self.items[-1] if self.items else None
        if isinstance(last, Run) and last.format is form and last.link == link:
            last.text += text  # Word splits runs at every edit; joined they are one piece of text again
        else:
            self.items.append(Run(text, form, link))


def without_last_hyphens(items: list[Inline]) -> list[Inline]:
    """The items without the optional hyphens behind which a paragraph or a line ends, or a tab stands.

    One shows where it parts a word, and there is none to part.
    """
    if not any(isinstance(item, Run) and item.text[-1:] == _OPTIONAL for item in items):
        return items
    made: list[Inline] = []
    ends = True
    for item in reversed(items):
        if isinstance(item, Run):
            if ends and item.text.endswith(_OPTIONAL):
                text = item.text.rstrip(_OPTIONAL)
                if not text:
                    continue
                item = replace(item, text=text)
            ends = False
        else:
            ends = isinstance(item, LineBreak | Tab)
        made.append(item)
    return made[::-1]
