"""What a template reads of a dossier besides what was composed: lines, groups of fields, lists, what nobody filled in.

Plain and read-only: a template finds no method of the program on any of them. ``said`` names the place in the dossier,
in words, with the path of keys in marks that whoever knows files and lines puts these in place of (``placed``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, SupportsIndex

from generator.content import Rich, Span
from generator.patterns import late
from generator.records import record

Keys = tuple[str | int, ...]
_PATH = late(r" \(⟪([^⟪⟫]*)⟫\)")


def at(path: Keys) -> str:
    """The mark of a place in the dossier, put behind the words that name what stands there."""
    return f" (⟪{'/'.join(map(str, path))}⟫)"


def placed(text: str, place: Callable[[Keys], str] | None) -> str:
    """The text with file and line in place of its marks, and without them where no place is known."""

    def name(mark: re.Match[str]) -> str:
        keys = tuple(int(key) if key.isdecimal() else key for key in mark[1].split("/") if key)
        where = place(keys) if place else ""
        return f" ({where})" if where else ""

    return _PATH.sub(name, text)


def at_place(text: str) -> bool:
    """Whether the text names a place in the dossier."""
    return _PATH.search(text) is not None


class Blank:
    """A field nobody filled in: false, empty, and a problem where it is printed unless ``text`` stands for it.

    ``text`` is the room a draft leaves for it, ``words`` the same as running text has it, ``what`` what is missing.
    """

    __slots__ = ("text", "what", "words")

    def __init__(self, what: str, text: str = "", words: str = "") -> None:
        self.what = what
        self.text = text
        self.words = words or text

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __contains__(self, item: object) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Blank) or other is None or other == ""

    def __hash__(self) -> int:
        return hash("")

    def __str__(self) -> str:
        return self.text


class Texts(tuple[str | Rich, ...]):
    """Lines of text, to be gone through one by one or printed together, each on a line of its own."""

    __slots__ = ()

    def __str__(self) -> str:
        return "\n".join(map(str, self))

    def __eq__(self, other: object) -> bool:
        return str(self) == other if isinstance(other, str) else tuple.__eq__(self, other)

    def __hash__(self) -> int:
        return tuple.__hash__(self)

    def rich(self) -> Rich:
        """The lines as one text with its emphasis, a line break between each and the next."""
        spans = ([Span("\n")] * (n > 0) + list(_spans(line)) for n, line in enumerate(self))
        return Rich.of(chain.from_iterable(spans))


def _spans(line: str | Rich) -> Iterable[Span]:
    return line if isinstance(line, Rich) else (Span(line),)


class Group(Mapping[str, object]):
    """Fields by name, each worked out when it is first read; ``shown`` is what is printed of the group as a whole."""

    __slots__ = ("_known", "_read", "names", "said", "shown")

    def __init__(
        self, names: Sequence[str], read: Callable[[str], object], said: str = "", shown: str | None = None
    ) -> None:
        self.names = names
        self.said = said
        self.shown = shown
        self._read = read
        self._known: dict[str, object] = {}

    def __getitem__(self, name: str) -> object:
        if name not in self._known:
            if name not in self.names:
                raise KeyError(name)
            self._known[name] = self._read(name)
        return self._known[name]

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


class Items(tuple[Group, ...]):
    """A list of groups; ``what`` says, where it is empty, what the dossier lacks."""

    what: str

    def __new__(cls, items: Iterable[Group], what: str = "") -> Items:
        """The groups in order."""
        made = tuple.__new__(cls, items)
        made.what = what
        return made


class Printed(list[Any]):
    """Lines as they are printed, which also have the fields they were made of, by name."""

    def __init__(self, lines: Iterable[Any], fields: Mapping[str, object]) -> None:
        super().__init__(lines)
        self.fields = fields

    def __getitem__(self, key: SupportsIndex | slice | str) -> Any:
        return self.fields[key] if isinstance(key, str) else super().__getitem__(key)


@record(frozen=True)
class Owed:
    """What a document has and its template must print: in words, its texts, the paths that print it, what to do.

    Without ``texts`` it is enough that a tag prints one of the ``names``; a ``mark``, that one asks for it. ``counts``
    are numbers of items, which loops and Word's lists count as well. ``said`` is quoted of it, where it has no texts.
    """

    what: str
    names: tuple[str, ...]
    fix: str
    texts: tuple[str, ...] = ()
    mark: bool = False
    counts: bool = False
    said: str = ""


def is_emphasised(value: Rich | Texts) -> bool:
    """Whether any of it is bold or italic."""
    spans = value.rich() if isinstance(value, Texts) else value
    return any(span.bold or span.italic for span in spans)
