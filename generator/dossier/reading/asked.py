"""Documents nobody asked for, left out of a dossier where they alone are wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from generator.faults import Fault
from generator.typed.source import Source


def name_of(document: Any, index: int) -> str:
    """What a document, as typed, is asked for by: its name, else its number among the documents."""
    named = document.get("ten_tep") if isinstance(document, dict) else None
    return str(named or f"van-ban-{index + 1}")


def leave_out(data: dict[str, Any], source: Source, faults: Iterable[Fault], only: Collection[str]) -> list[str]:
    """Take out of the values the documents that are wrong and not asked for; their names, none where others are wrong.

    ``source`` goes on naming the places of those that stay.
    """
    documents = data.get("van_ban")
    if not only or source.problems or not isinstance(documents, list):
        return []
    names = [name_of(document, index) for index, document in enumerate(documents)]
    wrong: set[int] = set()
    for fault in faults:
        match fault.path:
            case ("van_ban", int(index), *_) if index < len(names) and names[index] not in only:
                wrong.add(index)
            case _:
                return []
    kept = [index for index in range(len(documents)) if index not in wrong]
    if not kept or not wrong:
        return []
    data["van_ban"] = [documents[index] for index in kept]
    _renumber(source, {old: new for new, old in enumerate(kept)})
    return [names[index] for index in sorted(wrong)]


def _renumber(source: Source, numbers: dict[int, int]) -> None:
    lines, source.lines = source.lines, {}
    for path, place in lines.items():
        match path:
            case ("van_ban", int(index), *rest):
                if index in numbers:
                    source.lines["van_ban", numbers[index], *rest] = place
            case _:
                source.lines[path] = place
