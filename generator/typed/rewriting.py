"""A YAML text in which single values are changed: every other character, comments and line breaks too, stays as typed.

Only what the changes name is written anew; the text is read again after them, and a text that would then say anything
else is refused, so that the caller can write the values in another way and say so.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import yaml

from generator.patterns import late
from generator.records import record
from generator.typed.source import Path_, Source

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = late(r"[^\W_][^#:{}\[\],&*!|>'\"%@`\n]*")
_NO_TEXT = frozenset({"", "~", "null", "true", "false", "yes", "no", "on", "off"})


@record(frozen=True)
class Piece:
    """A stretch of a text and what takes its place."""

    start: int
    end: int
    text: str


@record(frozen=True)
class SetValue:
    """The text at the path is replaced, whole."""

    path: Path_
    value: str


@record(frozen=True)
class SetPieces:
    """Stretches of the text at the path are replaced, in order of their place; the lines it is folded into stay."""

    path: Path_
    pieces: tuple[Piece, ...]


@record(frozen=True)
class Remove:
    """The field, or the item of a list, at the path is taken out."""

    path: Path_


@record(frozen=True)
class AddField:
    """A field is put behind the one at the path."""

    after: Path_
    key: str
    value: str


@record(frozen=True)
class AddItem:
    """An item is put behind the one at the path."""

    after: Path_
    value: str


Rewrite = SetValue | SetPieces | Remove | AddField | AddItem


def with_pieces(text: str, pieces: Iterable[Piece]) -> str:
    """The text with the stretches replaced; they must not overlap."""
    for piece in sorted(pieces, key=lambda one: one.start, reverse=True):
        text = text[: piece.start] + piece.text + text[piece.end :]
    return text


def changed_data(data: Any, rewrites: Iterable[Rewrite]) -> Any:
    """A copy of the values as read, with the changes made; what a list loses or gains, it does last."""
    made = _copied(data)
    resized: list[tuple[Path_, str | None]] = []
    for one in rewrites:
        if isinstance(one, Remove | AddItem):
            resized.append((one.path, None) if isinstance(one, Remove) else (one.after, one.value))
            continue
        *way, key = one.after if isinstance(one, AddField) else one.path
        around = _at(made, way)
        if isinstance(one, AddField):
            items = list(around.items())
            at = next((n for n, (name, _) in enumerate(items) if name == key), len(items) - 1)
            around.clear()
            around.update([*items[: at + 1], (one.key, one.value), *items[at + 1 :]])
        elif isinstance(one, SetValue):
            around[key] = one.value
        else:
            around[key] = with_pieces(str(around[key]), one.pieces)
    for path, value in sorted(resized, key=lambda one: _last_first(one[0]), reverse=True):
        around, key = _at(made, path[:-1]), path[-1]
        if value is None:
            del around[key]
        else:
            around.insert(int(key) + 1, value)
    return made


def rewritten(text: str, rewrites: Sequence[Rewrite]) -> str | None:
    """The YAML text with the changes made, paths being of this text alone; None where that cannot be done in place."""
    before = _read(text)
    root = yaml.compose(text, Loader=_Loader)
    if root is None:
        return None
    for repeat in (False, True):  # pieces first; what does not come out so is written whole
        pieces = [piece for one in rewrites for piece in _pieces(text, root, one, whole=repeat)]
        made = with_pieces(text, pieces)
        if _overlap(pieces):
            return None
        if _read(made) == changed_data(before, rewrites):
            return made
    return None


def _pieces(text: str, root: yaml.Node, one: Rewrite, *, whole: bool) -> Iterator[Piece]:
    if isinstance(one, AddField):
        yield _added(text, root, one)
    elif isinstance(one, AddItem):
        yield _added_item(text, root, one)
    elif isinstance(one, Remove):
        yield _removed(text, root, one.path)
    else:
        node = _node(root, one.path)
        raw = text[node.start_mark.index : node.end_mark.index]
        inside = None
        if isinstance(one, SetPieces) and not whole:
            inside = _inside(raw, str(node.value), one.pieces)
        if inside is not None:
            at = node.start_mark.index
            yield from (Piece(at + piece.start, at + piece.end, piece.text) for piece in inside)
        else:
            value = one.value if isinstance(one, SetValue) else with_pieces(str(node.value), one.pieces)
            ends = "\n" if raw.endswith("\n") else ""  # a block of lines ends with the break of its last
            yield Piece(node.start_mark.index, node.end_mark.index, _scalar(value) + ends)


def _inside(raw: str, value: str, pieces: Iterable[Piece]) -> list[Piece] | None:
    """The same stretches in the text as typed, which differs from the value in line breaks and marks around it only."""
    letters = [at for at, char in enumerate(value) if not char.isspace()]
    typed = [at for at, char in enumerate(raw) if not char.isspace()]
    wanted = "".join(value[at] for at in letters)
    start = "".join(raw[at] for at in typed).find(wanted)
    if start < 0 or not wanted:
        return None
    places = dict(zip(letters, typed[start:], strict=False))
    found = []
    for piece in pieces:
        inner = [at for at in range(piece.start, piece.end) if at in places]
        if not inner or inner[0] != piece.start or inner[-1] != piece.end - 1:
            return None
        first, last = places[inner[0]], places[inner[-1]] + 1
        if raw[first:last] != value[piece.start : piece.end] and "\n" not in raw[first:last]:
            return None
        found.append(Piece(first, last, piece.text))
    return found


def _added(text: str, root: yaml.Node, one: AddField) -> Piece:
    key, value = _entry(root, one.after)
    field = f"{one.key}: {_scalar(one.value)}"
    if _node(root, one.after[:-1]).flow_style:
        return Piece(value.end_mark.index, value.end_mark.index, f", {field}")
    end = _line_end(text, _last(text, value))
    return Piece(end, end, f"\n{' ' * key.start_mark.column}{field}")


def _added_item(text: str, root: yaml.Node, one: AddItem) -> Piece:
    item = _node(root, one.after)
    if _node(root, one.after[:-1]).flow_style:
        return Piece(item.end_mark.index, item.end_mark.index, f", {_scalar(one.value)}")
    line = text.rfind("\n", 0, item.start_mark.index) + 1
    end = _line_end(text, _last(text, item))
    return Piece(end, end, f"\n{text[line : item.start_mark.index]}{_scalar(one.value)}")


def _removed(text: str, root: yaml.Node, path: Path_) -> Piece:
    around: Any = _node(root, path[:-1])
    if isinstance(around, yaml.MappingNode):
        starts = [(key.start_mark.index, value) for key, value in around.value]
        at = next(n for n, (key, _) in enumerate(around.value) if key.value == path[-1])
    else:
        starts = [(item.start_mark.index, item) for item in around.value]
        at = int(path[-1])
    first, value = starts[at]
    last = _last(text, value)
    if around.flow_style:
        if at > 0:
            return Piece(starts[at - 1][1].end_mark.index, last, "")
        return Piece(first, starts[1][0] if len(starts) > 1 else last, "")
    line = text.rfind("\n", 0, first) + 1
    if isinstance(around, yaml.MappingNode) and text[line:first].strip() and len(starts) > 1:
        return Piece(first, starts[1][0], "")  # it stands behind the dash of its item, as the next will
    end = _line_end(text, last)
    remark = text[last:end].strip()
    kept = f"{text[line:first].replace('-', ' ')}{remark}\n" if remark else ""
    return Piece(line, min(end + 1, len(text)), kept)


def _last(text: str, node: Any) -> int:
    """Where the value's last character stands, blank lines and remarks behind it left out."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style or not node.value:
        end: int = node.end_mark.index
        start: int = node.start_mark.index
        return start + len(text[start:end].rstrip())
    last = node.value[-1]
    return _last(text, last[1] if isinstance(node, yaml.MappingNode) else last)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _node(root: yaml.Node, path: Path_) -> Any:
    for key in path:
        root = root.value[key] if isinstance(key, int) else _pair(root, key)[1]
    return root


def _entry(root: yaml.Node, path: Path_) -> tuple[yaml.Node, yaml.Node]:
    return _pair(_node(root, path[:-1]), path[-1])


def _pair(node: yaml.Node, key: str | int) -> tuple[yaml.Node, yaml.Node]:
    return next((name, value) for name, value in node.value if name.value == key)


def _scalar(value: str) -> str:
    """The text as YAML writes it anywhere: plain where nothing in it means more, else between quotes."""
    plain = _PLAIN.fullmatch(value) and value == value.strip() and value.casefold() not in _NO_TEXT
    return value if plain else json.dumps(value, ensure_ascii=False)


def _overlap(pieces: Sequence[Piece]) -> bool:
    spans = sorted((piece.start, piece.end) for piece in pieces)
    return any(after[0] < before[1] for before, after in itertools.pairwise(spans))


def _read(text: str) -> Any:
    source = Source()
    value = source.read_bytes(text.encode(), "", (), is_json=False)
    return None if source.problems else value


def _at(data: Any, path: Iterable[str | int]) -> Any:
    for key in path:
        data = data[key]
    return data


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list) else value


def _last_first(path: Path_) -> tuple[tuple[int, str], ...]:
    return tuple((key, "") if isinstance(key, int) else (-1, key) for key in path)
