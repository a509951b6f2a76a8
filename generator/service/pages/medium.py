"""A page as a medium: fields by their titles, parts by the names of their pages, places as marks of paths."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import quote, unquote

from generator.dossier.model import Dossier
from generator.errors import Problem
from generator.faults import Add, Fault, Fill, Path_, Reference
from generator.patterns import late
from generator.service.pages.fields import node_at
from generator.service.pages.words import PageWords
from generator.typed.json_nodes import json_number
from generator.typed.labels import titles
from generator.typed.source import Source
from generator.wording.characters import composed

_OPEN, _CLOSE = "⟦", "⟧"
_MARK = late(r"⟦([^⟦⟧]*)⟧")


class Page(PageWords):
    """The page with its buttons: what is missing from a list of parts is added by one."""

    def word(self, part: Reference) -> str:
        """The reference as a page shows it."""
        if isinstance(part, Add | Fill):
            node = node_at(part.path)
            if node is not None and node.kind in ("groups", "grid"):
                return f"bấm «Thêm» ở phần «{node.title}»"
        return super().word(part)


PAGE = Page()


def mark(path: Path_) -> str:
    """The path as a mark that stands in places, and can be found in any text again."""
    return f"{_OPEN}{pointer(path)}{_CLOSE}"


def pointer(path: Path_) -> str:
    """The path as names of form fields and addresses have it: ``/van_ban/0/so``."""
    return "".join(map(_step, path))


@lru_cache(maxsize=4096)
def _step(step: str | int) -> str:
    return f"/{quote(str(step), safe='')}"


def path_of(text: str, data: Any = None) -> Path_:
    """The path a pointer means in these values: a number is a place in a list unless the values say a field of it."""
    path: list[str | int] = []
    for step in map(unquote, text.split("/")[1:]):
        is_place = step.isascii() and step.isdigit() and len(step) <= _LONGEST_PLACE and not isinstance(data, dict)
        path.append(int(step) if is_place else step)
        try:
            data = data[path[-1]]
        except (KeyError, IndexError, TypeError):
            data = None
    return tuple(path)


_LONGEST_PLACE = 6  # digits


def places_in(text: str, data: Any = None) -> Iterator[Path_]:
    """The paths whose marks stand in the text, in order."""
    return (path_of(found[1], data) for found in _MARK.finditer(text))


def unmarked(text: str, data: Any = None) -> str:
    """The text with each mark said in words."""

    def said(found: re.Match[str]) -> str:
        path = path_of(found[1], data)
        return f"«{titles(Dossier, path, data)}»" if path else "hồ sơ"

    return _MARK.sub(said, text) if _OPEN in text else text


class PageSource(Source):
    """Values read of a page's dossier; a place is a mark of the path the value has on the page."""

    def __init__(self) -> None:
        super().__init__(medium=PAGE)

    def read_bytes(self, raw: bytes, label: str, path: Path_, *, is_json: bool) -> Any:
        """The values of the JSON text; where each stands is its path."""
        if is_json and not path and (found := _quickly(raw)) is not None:
            value, self.lines = found
            return value
        value = super().read_bytes(raw, label, path, is_json=is_json)
        self.lines = {one: pointer(one) for one in self.lines}
        return value

    def place(self, path: Path_) -> str:
        """The mark of the path; what documents were left out does not change what its number was."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return f"{_OPEN}{self.lines[path[:length]]}{pointer(path[length:])}{_CLOSE}"
        return mark(path)

    def problem(self, fault: Fault) -> Problem:
        """The fault in the words of the page."""
        return fault.problem(self.place(fault.path), PAGE)


def _quickly(raw: bytes) -> tuple[dict[str, Any], dict[Path_, str]] | None:
    """The values of a JSON text and the pointer of each; None for one of which a reader of lines may have to complain.

    Read by the part of ``json`` in C, which does not say on which line a value stands.
    """
    if not raw.startswith(b"{") or len(raw) > _SHORT or b"\\ud" in raw.lower():  # half a sign may be written so
        return None
    lines: dict[Path_, str] = {}
    try:
        data = json.loads(raw, object_pairs_hook=_once, parse_int=str, parse_float=json_number, parse_constant=str)
        return _noted(data, (), "", lines), lines
    except (ValueError, RecursionError):
        return None


_SHORT = 1_000_000  # bytes
_DEEP = 100
_WORDS: dict[Any, str | None] = {None: None, True: "true", False: "false"}


def as_read(value: Any, depth: int = 0) -> Any:
    """The values as they are read of the JSON text they make; raises RecursionError for what no reader takes."""
    if isinstance(value, str):
        return composed(value)
    if depth > _DEEP:
        raise RecursionError
    if isinstance(value, dict):
        read = ((key, as_read(item, depth + 1)) for key, item in value.items())
        return {key: item for key, item in read if item is not None}
    if isinstance(value, list):
        return [as_read(item, depth + 1) for item in value]
    if isinstance(value, float):
        return json_number(repr(value))
    return _WORDS[value] if value is None or isinstance(value, bool) else str(value)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key comes twice")
    return found


def _noted(value: Any, path: Path_, at: str, lines: dict[Path_, str]) -> Any:
    """The value as it is read, keys without one left out; notes where each of it stands."""
    lines[path] = at
    if isinstance(value, str):
        return composed(value)
    if len(path) > _DEEP:
        raise RecursionError
    if isinstance(value, dict):
        read = ((key, _noted(item, (*path, key), at + _step(key), lines)) for key, item in value.items())
        return {key: item for key, item in read if item is not None}
    if isinstance(value, list):
        return [_noted(item, (*path, n), at + _step(n), lines) for n, item in enumerate(value)]
    return _WORDS[value]
