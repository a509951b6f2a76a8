"""What a person did on a form, as changes by path: applied to a dossier's values, sound or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, Literal

import yaml

from generator.faults import Path_
from generator.records import record
from generator.service.pages.fields import FieldNode, new_item, node_at
from generator.service.pages.medium import path_of

Act = Literal["ghi", "them", "xoa", "len", "xuong", "loai"]
Typed = tuple[Act, str, Any]
"""What a page's script says was done: the act, the name of its box, what was typed there."""
_MOST_PLACES = 5_000  # of one list: what a form sends, not what a file may hold


@record(frozen=True)
class Change:
    """One change by path.

    ``ghi`` sets what was typed, ``them`` adds to a list (``value``: the values, or which of several kinds), ``xoa``
    takes out, ``len`` and ``xuong`` move up and down, ``loai`` makes a part one of another kind.
    """

    act: Act
    path: Path_
    value: Any = None


def patched(data: dict[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """The values with the changes, in order; a change whose place is not there any more is left out.

    What did not change is the same object in both.
    """
    found = data
    for change in changes:
        found = _apart(found, change.path)
        _patch(found, change)
    return found


def typed_upon(data: dict[str, Any], typed: Sequence[Typed]) -> dict[str, Any]:
    """The values with what was typed, in order: a box's name means what it stands for after all typed before it."""
    for act, box, value in typed:
        data = patched(data, (Change(act, path_of(box, data), value),))
    return data


def _apart(value: Any, path: Path_) -> Any:
    """The value with all that stands on the path copied, so that a change there leaves the value itself as it was."""
    if not isinstance(value, dict | list):
        return value
    own: Any = value.copy()
    if path:
        with suppress(KeyError, IndexError, TypeError):  # the place is new
            own[path[0]] = _apart(own[path[0]], path[1:])
    return own


def _patch(data: dict[str, Any], change: Change) -> None:
    if not change.path:
        return
    if change.act == "ghi":
        _set(data, change.path, _typed(node_at(change.path, data), change.path, change.value))
    elif change.act == "them":
        _add(data, change.path, change.value)
    else:
        _move(data, change)


def shown(value: Any) -> str:
    """The value as it stands in a box of a form; what has names of its own as lines of ``name: value``."""
    if isinstance(value, dict):
        return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000).rstrip("\n") if value else ""
    if isinstance(value, list):
        return "\n".join(map(shown, value))
    return "" if value is None else str(value)


def unit_of(node: FieldNode | None, item: Any) -> str:
    """Which of several kinds a part is; empty where it says none."""
    keys = item if isinstance(item, dict) else {}
    return next((key for key in node.one_of if key in keys), "") if node is not None else ""


def _typed(node: FieldNode | None, path: Path_, value: Any) -> Any:
    """What is kept of what was typed: the text as it is, each line of a list its own."""
    if isinstance(value, list):
        return [_typed_row(node, one) for one in value[:_MOST_PLACES]]
    if not isinstance(value, str):
        return value
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    if node is None:
        return text
    if node.kind == "free":
        return _free(text)
    if node.kind == "lines":
        return [line for line in text.split("\n") if line.strip()]
    if node.kind == "cells":
        return text.split("\n") if "\n" in text else text
    return text if text.strip() else ""


def _free(text: str) -> Any:
    """The fields of a form's own typed as lines; the text itself, which is told as a fault, where it is no such lines.

    Every value stays a text. What stands for other parts of the text (YAML's aliases) would grow without end.
    """
    try:
        if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text, Loader=yaml.BaseLoader)):
            return text
        found = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return text
    return found if isinstance(found, dict) else text if text.strip() else ""


def _typed_row(node: FieldNode | None, row: Any) -> Any:
    if node is None or not isinstance(row, dict):
        return row
    known = {one.key: one for one in node.inside()}
    typed = {key: _typed(known.get(key), (key,), value) for key, value in row.items()}
    return {key: value for key, value in typed.items() if value not in ("", [], None)}


def _set(data: Any, path: Path_, value: Any) -> None:
    ways: list[tuple[Any, str | int]] = []
    at = data
    for step, after in zip(path, (*path[1:], None), strict=True):
        if not _fits(at, step):
            return
        ways.append((at, step))
        if after is None:
            break
        if isinstance(at, list) and step == len(at):
            return
        if not isinstance(at, list) and at.get(step) in (None, ""):
            at[step] = [] if isinstance(after, int) else {}
        at = at[step]
    holder, last = ways[-1]
    if value in ("", [], None) and isinstance(holder, dict) and not _says_unit(path, data):
        holder.pop(last, None)
        _pruned(ways)
    elif isinstance(holder, list) and last == len(holder):
        holder.append(value)
    else:
        holder[last] = value


def _fits(at: Any, step: str | int) -> bool:
    if isinstance(step, int):
        return isinstance(at, list) and 0 <= step <= len(at)
    return isinstance(at, dict)


def _says_unit(path: Path_, data: Any) -> bool:
    """Whether the field is what says of which kind its part is, and so stays when it is emptied."""
    around = node_at(path[:-1], data)
    return around is not None and path[-1] in around.one_of


def _pruned(ways: list[tuple[Any, str | int]]) -> None:
    """Groups of which nothing is left go, places of lists stay."""
    for (holder, step), (emptied, _) in zip(ways[-2::-1], ways[:0:-1], strict=True):
        if emptied or not isinstance(holder, dict) or isinstance(emptied, list):
            return
        holder.pop(step, None)


def _add(data: Any, path: Path_, unit: Any) -> None:
    item = new_item(path, data, unit.get("loai", "") if isinstance(unit, dict) else "")
    node = node_at(path, data)
    if node is None or node.kind not in ("groups", "grid", "cells"):
        return
    if node.kind == "cells":
        item = ""
    elif isinstance(unit, dict):
        item |= unit
    elif node.one_of:
        unit = unit if unit in node.one_of else node.one_of[0]
        item = {unit: _empty(node, unit)}
    places = inside(data, path)
    if isinstance(places, list):
        if len(places) < _MOST_PLACES:
            places.append(item)
    else:
        _set(data, path, [item])


def _empty(node: FieldNode, unit: str) -> Any:
    """What a part of the kind begins with."""
    return {} if any(one.key == unit and one.kind == "group" for one in node.inside()) else ""


def _move(data: Any, change: Change) -> None:
    *before, last = change.path
    holder = inside(data, tuple(before))
    if change.act == "xoa":
        if isinstance(holder, dict):
            holder.pop(last, None)
        elif _has(holder, last):
            del holder[last]
            if not holder:
                _set(data, tuple(before), [])
    elif change.act == "loai":
        _rename(inside(data, change.path), node_at(change.path, data), change.value)
    elif isinstance(last, int):
        other = last + (-1 if change.act == "len" else 1)
        if _has(holder, last) and _has(holder, other):
            holder[last], holder[other] = holder[other], holder[last]


def _rename(item: Any, node: FieldNode | None, unit: Any) -> None:
    """The part made one of another kind, what was typed of it taken along."""
    if not isinstance(item, dict) or node is None or unit not in node.one_of:
        return
    was = unit_of(node, item)
    if was != unit:
        kinds = {one.key: one.kind for one in node.inside()}
        value = item.pop(was, "")
        plain = value if isinstance(value, str) else shown(value) if kinds.get(was) == "lines" else ""
        lines = [one for one in plain.split("\n") if one]
        kept = {unit: lines if kinds.get(unit) == "lines" else plain or _empty(node, unit), **item}
        item.clear()
        item |= kept


def _has(holder: Any, step: str | int) -> bool:
    return isinstance(holder, list) and isinstance(step, int) and 0 <= step < len(holder)


def inside(data: Any, path: Path_) -> Any:
    """The value at the path; None where there is none."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
