"""At which box of a form a fault is shown: the field itself, or the nearest thing around it that the form has."""

from __future__ import annotations

from typing import Any

from generator.faults import Path_
from generator.service.pages.fields import dossier_fields
from generator.typed.labels import value_inside


def anchor(path: Path_, data: Any) -> tuple[Path_, str]:
    """The path of the box, and of what stands inside it (a row of a table) where in words."""
    nodes = dossier_fields()
    found: list[str | int] = []
    node = None
    for depth, step in enumerate(path):
        around, data = data, value_inside(data, step)
        if isinstance(step, int):
            if node is None or node.kind not in ("groups", "cells") or data is None:
                break
            found.append(step)
            if node.kind == "cells":
                break
            continue
        node = nodes.get(step)
        if node is None:
            break
        found.append(step)
        if node.kind == "grid":
            row, item = _row(node.inside(around), path[depth + 1 :]), found[-2] if len(found) > 1 else None
            return tuple(found), f"mục {item + 1}, {row}" if row and isinstance(item, int) else row
        nodes = {one.key: one for one in node.inside(around)}
    return tuple(found), ""


def _row(columns: Any, rest: Path_) -> str:
    if not rest or not isinstance(rest[0], int):
        return ""
    title = next((one.title for one in columns if len(rest) > 1 and one.key == rest[1]), "")
    return f"dòng {rest[0] + 1}" + (f", «{title}»" if title else "")
