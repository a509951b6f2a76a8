"""The fields of old forms (``w:ffData``): boxes to tick, and lists of which one entry is chosen."""

from __future__ import annotations

from dataclasses import replace

from generator.layout.names import VAL, Element, W, flag, integer, points, value
from generator.layout.tree import Run, TextFormat

KINDS = ("FORMCHECKBOX", "FORMDROPDOWN")
_BOX, _TICKED = "☐", "☒"


def shown(kind: str, data: Element | None, form: TextFormat) -> Run | None:
    """What Word prints for such a field: a box, crossed out when it is ticked, or the chosen entry of a list.

    ``None`` for a list without entries.
    """
    if kind == "FORMCHECKBOX":
        box = data.find(W + "checkBox") if data is not None else None
        said = [state for name in ("checked", "default") if (state := flag(box, name)) is not None]
        size = points(value(box, "size"), 2)
        return Run(_TICKED if said and said[0] else _BOX, replace(form, size=size) if size else form)
    choice = data.find(W + "ddList") if data is not None else None
    entries = choice.findall(W + "listEntry") if choice is not None else []
    numbers = (integer(value(choice, name)) for name in ("result", "default"))
    index = next((number for number in numbers if number is not None), 0)
    text = entries[index].get(VAL, "") if 0 <= index < len(entries) else ""
    return Run(text, form) if text else None
