"""The dossier's plan as one table grouped by objective, or as a heading and a table for each objective."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from generator.compose.inline import Inline
from generator.compose.tables import block_of, chosen_columns, group_row, kind_headers, typed_headings
from generator.content import Block, Cell, Column, Rich, Row, Table
from generator.dossier import Dossier
from generator.dossier.documents.blocks import PlanView
from generator.dossier.quality.columns import DEFAULT_PLAN_COLUMNS, PLAN_COLUMNS, ColumnKind, lines_in
from generator.dossier.quality.objectives import Objective, PlanGroup, Task
from generator.dossier.quality.target_lines import unit_key
from generator.wording.numerals.ordinals import point_letter, roman

_Columns = Sequence[tuple[str, ColumnKind]]
MARK = "x"
"""What says in a column of a time that a task is done then."""


def plan_table(dossier: Dossier, inline: Inline, view: PlanView) -> Block:
    """All tasks in one table; each objective opens its group with a line of its own."""
    columns = chosen_columns(view.columns, PLAN_COLUMNS, _usual(dossier))
    groups = _ordered(dossier, view)
    headings = (_heading(n, dossier, one, view, columns, inline) for n, one in enumerate(groups, start=1))
    return _table(view, columns, groups, headings, inline)


def _heading(
    number: int, dossier: Dossier, group: PlanGroup, view: PlanView, columns: _Columns, inline: Inline
) -> Row | None:
    """The line above a group's tasks: its objective, or a heading of its own; None for a group without one."""
    if group.objective is not None:
        label = f"{number}." if view.numbers == "nhieu_cap" else f"{roman(number)}."
        return _group_row(label, _objective(dossier, group.objective), columns, inline)
    return group_row(group.heading, columns, inline) if group.heading else None


def plan_by_objective(dossier: Dossier, inline: Inline, view: PlanView, first_number: int) -> Iterator[Block]:
    """For each objective a khoản with heading, and the table of its tasks."""
    columns = chosen_columns(view.columns, PLAN_COLUMNS, _usual(dossier))
    number = first_number
    for group in _ordered(dossier, view):
        if (heading := _clause(dossier, group, view, inline)) is not None:
            yield Block("khoan_tieu_de", nhan=f"{number}.", tieu_de=heading)
            number += 1
        yield _table(view, columns, [group], [None], inline)


def headed(dossier: Dossier, view: PlanView) -> int:
    """How many groups that the view prints have a heading."""
    return sum(bool(group.objective or group.heading) for group in _ordered(dossier, view))


def _usual(dossier: Dossier) -> list[str]:
    """The columns printed unless others are asked for: the number, and those that any task has words for."""
    tasks = [task for group in dossier.plan for task in group.tasks]
    return [key for key in DEFAULT_PLAN_COLUMNS if key == "stt" or any(lines_in(task, key) for task in tasks)]


def _clause(dossier: Dossier, group: PlanGroup, view: PlanView, inline: Inline) -> Rich | None:
    if group.objective is None:
        return inline.rich(" ".join(group.heading)) if group.heading else None
    objective = _objective(dossier, group.objective)
    number = str(dossier.objective_numbers[objective.id])
    return inline.rich(view.heading, so=number, noi_dung=inline.plain(objective.text))


def _ordered(dossier: Dossier, view: PlanView) -> list[PlanGroup]:
    """The groups of the view in the order of the objectives they serve; those that serve none behind, as typed."""
    last = len(dossier.objectives) + 1
    chosen = [one for n, one in enumerate(dossier.plan, start=1) if view.groups is None or n in view.groups]
    return sorted(chosen, key=lambda group: dossier.objective_numbers.get(group.objective or "", last))


def _objective(dossier: Dossier, name: str) -> Objective:
    return dossier.objectives[dossier.objective_numbers[name] - 1]


def _table(
    view: PlanView,
    columns: _Columns,
    groups: Sequence[PlanGroup],
    headings: Iterable[Row | None],
    inline: Inline,
) -> Block:
    times = {unit_key(kind.time) for _, kind in columns if kind.time}
    numbers = _numbers(groups, view)
    rows = []
    for heading, group in zip(headings, groups, strict=True):
        rows.append((heading, [_task_row(next(numbers), task, columns, times, inline) for task in group.tasks]))
    table = Table(
        columns=tuple(Column(kind.width, kind.align) for _, kind in columns),
        header=kind_headers(columns),
        body=tuple(row for heading, below in rows for row in ([heading, *below] if heading else below)),
        description="Kế hoạch thực hiện mục tiêu chất lượng",
    )
    if times:  # one field in columns that no template can tell apart
        return Block("bang", bang=table)
    said = [(key, kind.heading) for key, kind in columns]
    more = _unprinted(groups, [key for key in PLAN_COLUMNS if key not in dict(columns)], inline)
    return block_of("ke_hoach", table, said, rows, typed_headings(view.columns), more)


def _unprinted(
    groups: Sequence[PlanGroup], keys: Sequence[str], inline: Inline
) -> Iterator[Mapping[str, Sequence[Rich]]]:
    """Of each task what the table has no column for."""
    say = partial(inline.aside, in_cell=True)
    for group in groups:
        for task in group.tasks:
            yield {key: tuple(map(say, lines_in(task, key))) for key in keys if key != "stt"}


def _group_row(label: str, objective: Objective, columns: _Columns, inline: Inline) -> Row:
    numbered = columns[0][0] == "stt" and len(columns) > 1
    title = inline.rich(objective.text if numbered else f"{label} {objective.text}", bold=True)
    points = tuple(inline.rich(f"{point_letter(n)}) {point}") for n, point in enumerate(objective.points, start=1))
    text = Cell((title, *points), columns=len(columns) - numbered, align="both")
    if not numbered:
        return Row((text,), keep_with_next=True)
    return Row((Cell((Rich.plain(label, bold=True),), align="center"), text), keep_with_next=True)


def _numbers(groups: Sequence[PlanGroup], view: PlanView) -> Iterator[str]:
    """The number of each task, group by group."""
    whole = 0
    for number, group in enumerate(groups, start=1):
        for own in range(1, len(group.tasks) + 1):
            whole += 1
            yield {"theo_nhom": f"{own}", "lien_tuc": f"{whole}", "nhieu_cap": f"{number}.{own}"}[view.numbers]


def _task_row(number: str, task: Task, columns: _Columns, times: set[str], inline: Inline) -> Row:
    cells = []
    for key, kind in columns:
        if key == "stt":
            texts = [Rich.plain(number)]
        elif kind.time:
            marked = any(unit_key(line) == unit_key(kind.time) for line in task.time or ())
            texts = [Rich.plain(MARK)] if marked else []
        else:
            texts = [inline.cell(line) for line in lines_in(task, key)]
            if key == "thoi_gian" and times:
                texts = [inline.cell(line) for line in task.time or () if unit_key(line) not in times]
        cells.append(Cell(tuple(texts), align="center" if kind.time else None))
    return Row(tuple(cells))
