"""Every rule there is, found by looking into the folders beside this module."""

from __future__ import annotations

import importlib
import os
from functools import cache
from pathlib import Path

from generator.rules.base import Entry, Reads

GROUPS = ("law", "wording", "data", "figures")
FORM = "form"
"""The rules of form that a Word file is judged by, in rooms by the component they are of."""
_PACKAGE = __name__.rpartition(".")[0]


@cache
def group(name: str) -> dict[str, Entry]:
    """The rules of one folder by id, in the order of their files."""
    found: dict[str, Entry] = {}
    for file in sorted(os.listdir(Path(__file__).parent / name)):  # noqa: PTH208 – every command sorts these names
        if not file.endswith(".py") or file.startswith("_"):
            continue  # cases, and what several rules of the folder share
        module = importlib.import_module(f"{_PACKAGE}.{name}.{file.removesuffix('.py')}")
        found[module.RULE.id] = Entry(module.RULE, module.__doc__ or "", getattr(module, "check", None))
    return found


@cache
def all_rules() -> dict[str, Entry]:
    """Every rule by id, folder by folder."""
    return {id_: entry for name in GROUPS for id_, entry in group(name).items()}


@cache
def reading(name: str, reads: Reads) -> tuple[Entry, ...]:
    """The rules of a folder that read one kind of thing and have something to find."""
    return tuple(entry for entry in group(name).values() if entry.rule.reads == reads and entry.check is not None)


@cache
def form_rules() -> dict[str, Entry]:
    """The rules of form by id, room by room."""
    found: dict[str, Entry] = {}
    top = Path(__file__).parent / FORM
    for room in sorted(one.name for one in top.iterdir() if one.is_dir() and one.name[0] not in "_."):
        for file in sorted((top / room).glob("[!_]*.py")):
            module = importlib.import_module(f"{_PACKAGE}.{FORM}.{room}.{file.stem}")
            found[module.RULE.id] = Entry(module.RULE, module.__doc__ or "", module.check)
    return found


def cases_file(entry: Entry) -> Path:
    """The file of the rule's cases: what must be found, and what must draw nothing."""
    _, _, *rooms, name = entry.rule.module.split(".")
    return Path(__file__).parent.joinpath(*rooms) / f"{name}.yml"
