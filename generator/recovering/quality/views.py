"""How the dossier asks for the columns of a table as it was typed: fields, headings of one's own, groups, units."""

from __future__ import annotations

from collections.abc import Mapping

from generator.dossier.quality.columns import (
    DEFAULT_OBJECTIVE_COLUMNS,
    DEFAULT_PLAN_COLUMNS,
    OBJECTIVE_COLUMNS,
    ColumnKind,
)
from generator.parts.model import Sure
from generator.recovering.quality.headings import Column
from generator.recovering.said import Said, Tree
from generator.recovering.tables.grid import Grid


def view_columns(columns: list[Column], kinds: Mapping[str, ColumnKind], grid: Grid) -> list[Tree] | None:
    """How the dossier asks for these columns; None where they are what it prints unasked."""
    if not grid.heading:
        keys = [column.key for column in columns]
        return None if len(keys) == len(kinds) or kinds is OBJECTIVE_COLUMNS else list(keys)
    default = DEFAULT_OBJECTIVE_COLUMNS if kinds is OBJECTIVE_COLUMNS else DEFAULT_PLAN_COLUMNS
    made: list[Tree] = []
    usual = True
    for column in columns:
        kind = kinds[column.key]
        choice: dict[str, Tree] = {"truong": column.key}
        if column.unit is not None:
            choice["don_vi"] = Said(column.unit.text, column.unit.place, column.unit.words)
        elif column.time:
            choice |= _of_time(column)
        elif column.heading != kind.heading:
            choice["ten"] = Said(column.heading, grid.place, column.heading)
        # a heading of one's own stands alone unless grouped
        if column.group != ("" if "ten" in choice else kind.group):
            choice["nhom"] = Said(column.group, grid.place, column.group) if column.group else ""
        if choice.get("nhom") == "":
            return [{**one} for one in _alone(columns, kinds, grid)]
        usual = usual and len(choice) == 1
        made.append(choice if len(choice) > 1 else column.key)
    if usual and tuple(column.key for column in columns) == tuple(default):
        return None
    return made


def _of_time(column: Column) -> dict[str, Tree]:
    """How the dossier asks for a column that marks a time; its heading where it says less than the time."""
    assert column.head is not None
    words = f"{column.group} {column.heading}"
    made: dict[str, Tree] = {"thoi_gian": Said(column.time, column.head.place, words)}
    if column.heading != column.time:
        made["ten"] = Said(column.heading, column.head.place, column.heading)
    return made


def _alone(columns: list[Column], kinds: Mapping[str, ColumnKind], grid: Grid) -> list[dict[str, Tree]]:
    """All columns with their headings typed: one that the program groups unasked stands alone here."""
    made = []
    for column in columns:
        choice: dict[str, Tree] = {
            "truong": column.key,
            "ten": Said(column.heading, grid.place, column.heading, Sure.SURE),
        }
        if column.unit is not None:
            choice["don_vi"] = Said(column.unit.text, column.unit.place, column.unit.words)
        if column.time:
            choice |= _of_time(column)
        if column.group:
            choice["nhom"] = Said(column.group, grid.place, column.group)
        made.append(choice)
    return made
