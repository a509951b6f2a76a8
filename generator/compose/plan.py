"""The dossier's plan as one table grouped by objective, or as a heading and a table for each objective."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from generator.compose.inline import Inline
from generator.compose.tables import block_of, chosen_columns, kind_headers, typed_headings
from generator.content import Block, Cell, Column, Rich, Row, Table
from generator.dossier import Dossier
from generator.dossier.documents.blocks import PlanView
from generator.dossier.quality.columns import DEFAULT_PLAN_COLUMNS, PLAN_COLUMNS, ColumnKind
from generator.dossier.quality.objectives import Objective, PlanGroup, Task
from generator.wording.numerals.ordinals import point_letter, roman

_Columns = Sequence[tuple[str, ColumnKind]]


def plan_table(dossier: Dossier, inline: Inline, view: PlanView) -> Block:
    """All tasks in one table; each objective opens its group with a line of its own."""
    columns = chosen_columns(view.columns, PLAN_COLUMNS, _usual(dossier))
    groups = _ordered(dossier)
    headings = (_group_row(n, _objective(dossier, one), columns, inline) for n, one in enumerate(groups, start=1))
    return _table(view, columns, groups, headings, inline)


def plan_by_objective(dossier: Dossier, inline: Inline, view: PlanView, first_number: int) -> Iterator[Block]:
    """For each objective a khoản with heading, and the table of its tasks."""
    columns = chosen_columns(view.columns, PLAN_COLUMNS, _usual(dossier))
    for number, group in enumerate(_ordered(dossier), start=first_number):
        objective = _objective(dossier, group)
        heading = inline.rich(
            view.heading,
            so=str(dossier.objective_numbers[objective.id]),
            noi_dung=inline.plain(objective.text),
        )
        yield Block("khoan_tieu_de", nhan=f"{number}.", tieu_de=heading)
        yield _table(view, columns, [group], [None], inline)


def _usual(dossier: Dossier) -> list[str]:
    """The columns printed unless others are asked for: those that any task has words for."""
    tasks = [task for group in dossier.plan for task in group.tasks]
    return [key for key in DEFAULT_PLAN_COLUMNS if any(_task_text(key, 1, task, Rich.plain) for task in tasks)]


def _ordered(dossier: Dossier) -> list[PlanGroup]:
    """The groups in the order of the objectives they serve."""
    return sorted(dossier.plan, key=lambda group: dossier.objective_numbers[group.objective])


def _objective(dossier: Dossier, group: PlanGroup) -> Objective:
    return dossier.objectives[dossier.objective_numbers[group.objective] - 1]


def _table(
    view: PlanView,
    columns: _Columns,
    groups: Sequence[PlanGroup],
    headings: Iterable[Row | None],
    inline: Inline,
) -> Block:
    rows = [(one, list(_task_rows(group.tasks, columns, inline))) for one, group in zip(headings, groups, strict=True)]
    table = Table(
        columns=tuple(Column(kind.width, kind.align) for _, kind in columns),
        header=kind_headers(columns),
        body=tuple(row for heading, below in rows for row in ([heading, *below] if heading else below)),
        description="Kế hoạch thực hiện mục tiêu chất lượng",
    )
    said = [(key, kind.heading) for key, kind in columns]
    more = _unprinted(groups, [key for key in PLAN_COLUMNS if key not in dict(columns)], inline)
    return block_of("ke_hoach", table, said, rows, typed_headings(view.columns), more)


def _unprinted(
    groups: Sequence[PlanGroup], keys: Sequence[str], inline: Inline
) -> Iterator[Mapping[str, Sequence[Rich]]]:
    """Of each task what the table has no column for."""
    say = partial(inline.aside, in_cell=True)
    for group in groups:
        for number, task in enumerate(group.tasks, start=1):
            yield {key: _task_text(key, number, task, say) for key in keys}


def _group_row(number: int, objective: Objective, columns: _Columns, inline: Inline) -> Row:
    label = f"{roman(number)}."
    numbered = columns[0][0] == "stt" and len(columns) > 1
    title = inline.rich(objective.text if numbered else f"{label} {objective.text}", bold=True)
    points = tuple(inline.rich(f"{point_letter(n)}) {point}") for n, point in enumerate(objective.points, start=1))
    text = Cell((title, *points), columns=len(columns) - numbered, align="both")
    if not numbered:
        return Row((text,), keep_with_next=True)
    return Row((Cell((Rich.plain(label, bold=True),), align="center"), text), keep_with_next=True)


def _task_rows(tasks: Sequence[Task], columns: _Columns, inline: Inline) -> Iterator[Row]:
    for number, task in enumerate(tasks, start=1):
        yield Row(tuple(Cell(_task_text(key, number, task, inline.cell)) for key, _ in columns))


def _task_text(key: str, number: int, task: Task, say: Callable[[str], Rich]) -> tuple[Rich, ...]:
    if key == "stt":
        return (Rich.plain(str(number)),)
    texts = {
        "noi_dung": task.text,
        "chu_tri": task.lead,
        "phoi_hop": task.support,
        "thoi_gian": task.time,
        "theo_doi": task.monitor,
        "ket_qua": task.evidence,
    }[key]
    return tuple(say(text) for text in texts or ())
