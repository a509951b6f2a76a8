"""Every rule there is, found by looking into the folders beside this module."""

from __future__ import annotations

import importlib
import os
from functools import cache
from pathlib import Path

from generator.rules.base import Entry, Reads

GROUPS = ("law", "wording", "data", "figures")
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


def cases_file(entry: Entry) -> Path:
    """The file of the rule's cases: what must be found, and what must draw nothing."""
    return Path(__file__).parent / entry.rule.group / f"{entry.rule.module.rpartition('.')[2]}.yml"
