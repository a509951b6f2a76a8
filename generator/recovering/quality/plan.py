"""The plan read from a table grouped by objective, or from a heading and a table for each objective."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace
from difflib import SequenceMatcher

from generator.dossier.quality.columns import PLAN_COLUMNS
from generator.parts.model import Sure
from generator.patterns import late
from generator.records import record
from generator.recovering.body import Node
from generator.recovering.quality.headings import Column, counted, plan_columns
from generator.recovering.quality.labels import who_does
from generator.recovering.quality.stated import stated_targets
from generator.recovering.quality.views import view_columns
from generator.recovering.said import Said, Tree
from generator.recovering.tables.grid import Grid, Slot
from generator.recovering.texts import Piece, all_bold, marked, without_start, words_of
from generator.wording.characters import fold
from generator.wording.numerals.ordinals import point_letter

_LABEL = late(r"^(?:[IVX]+|\d{1,2})\s*[./)]\s*")
_POINT = late(r"^[a-zđ]\)\s+")
_NEAR = 0.93
_MUCH_THE_SAME = 0.6
USUAL_HEADING = "Mục tiêu chất lượng số {so}: {noi_dung}"


@record()
class Group:
    """The tasks below one heading of the plan, and the words of that heading.

    ``own`` is the heading as one that names no objective; ``numbers`` are those of the tasks as typed.
    """

    title: list[list[Piece]]
    place: str
    tasks: list[dict[str, Tree]] = field(default_factory=list)
    label: str = ""
    own: list[Said] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The heading's first paragraph, without its number."""
        return words_of(self.title[0]) if self.title else ""


@record()
class ReadPlan:
    """The groups of a plan and how the document prints them."""

    groups: list[Group]
    view: dict[str, Tree]
    of_objectives: bool = False  # a heading says that its groups are objectives


def plan_of_table(grid: Grid) -> ReadPlan | None:
    """The plan in one table whose rows are grouped by objective; None for a table that is none, or holds more."""
    columns = plan_columns(grid)
    if columns is None:
        return None
    groups: list[Group] = []
    for at in range(grid.heading, len(grid.rows)):
        title = group_row(grid, at, columns)
        if title is not None:
            if groups and not groups[-1].tasks:  # a heading below a heading
                title = Group([], title.place, own=[*groups.pop().own, *title.own])
            groups.append(title)
            continue
        groups = groups or [Group([], grid.place)]
        if not _take_task(groups[-1], grid, at, columns):
            return None
    numbers = _numbering(groups)
    if not groups or numbers is None or not all(group.tasks for group in groups):
        return None
    if any(who_of(task) for group in groups for task in group.tasks):
        return None  # no view prints both in one cell
    said = fold(" ".join(column.heading for column in columns))
    view = _view("bang", columns, grid)
    if numbers:
        view["danh_so"] = numbers
    return ReadPlan(groups, view, "muctieu" in said or "mtcl" in said)


def wide_row(grid: Grid, at: int, columns: Sequence[Column]) -> Group | None:
    """The row as the heading of a group that is one cell over the table, or over all but its number."""
    filled = [slot for slot in grid.rows[at] if slot.texts]
    return group_row(grid, at, columns) if filled and filled[-1].columns > 1 else None


def _take_task(group: Group, grid: Grid, at: int, columns: Sequence[Column]) -> bool:
    """Whether the row is a task, which the group then has, with its number."""
    if group.tasks and _more_of(group.tasks[-1], grid, at, columns):
        return True
    task = task_of_row(grid, at, columns)
    if task is None:
        return False
    group.tasks.append(task)
    slot = grid.at(at, 0) if columns[0].key == "stt" else None
    group.numbers.append(slot.words.strip(" .") if slot else "")
    return True


def who_of(task: dict[str, Tree]) -> dict[str, Tree]:
    """Who leads and who supports, where the task's one cell says both and which is which; else none."""
    cell = task.get("chu_tri", [])
    lines = cell if isinstance(cell, list) else [cell]
    found = who_does([str(one.value) for one in lines]) if lines and "phoi_hop" not in task else []
    return {key: Said(said, lines[0].place, " ".join(one.words for one in lines)) for key, said in found}


def _numbering(groups: Sequence[Group]) -> str | None:
    """How the tasks are numbered, as the view says it: empty for the usual way; None for one that it has not."""
    typed = [number for group in groups for number in group.numbers]
    anew = [f"{n}" for group in groups for n, _ in enumerate(group.numbers, start=1)]
    below = [f"{g}.{n}" for g, group in enumerate(groups, start=1) for n, _ in enumerate(group.numbers, start=1)]
    labels = [group.label.strip(" .") in ("", str(g)) for g, group in enumerate(groups, start=1)]
    running = [f"{n}" for n, _ in enumerate(typed, start=1)]
    ways = {"": anew, "lien_tuc": running} | ({"nhieu_cap": below} if all(labels) else {})
    for way, numbers in ways.items():
        if all(_plain_number(one) in ("", number) for one, number in zip(typed, numbers, strict=True)):
            return way
    return None


def _plain_number(words: str) -> str:
    number = counted(words)
    return words if number is None else str(number)


def tasks_of_table(grid: Grid) -> tuple[list[dict[str, Tree]], dict[str, Tree]] | None:
    """The tasks of a table without groups, and how it prints them."""
    columns = plan_columns(grid)
    if columns is None:
        return None
    group = Group([], grid.place)
    for at in range(grid.heading, len(grid.rows)):
        if group_row(grid, at, columns) or not _take_task(group, grid, at, columns):
            return None
    if any(map(who_of, group.tasks)):
        return None
    return (group.tasks, _view("theo_muc_tieu", columns, grid)) if group.tasks and _numbering([group]) == "" else None


def _view(form: str, columns: list[Column], grid: Grid) -> dict[str, Tree]:
    view: dict[str, Tree] = {"dang": form}
    chosen = view_columns(columns, PLAN_COLUMNS, grid)
    if chosen is not None:
        view["cot"] = chosen
    return view


def group_row(grid: Grid, at: int, columns: Sequence[Column]) -> Group | None:
    """The row as the heading of a group: one cell over all columns, or a number and one over the rest."""
    filled = [slot for slot in grid.rows[at] if slot.texts]
    if not filled or len(filled) > 2:
        return None
    last = filled[-1]
    wide = last.columns >= max(2, len(columns) - 1)
    alone = last.columns == 1 and columns[last.column].key == "noi_dung" and last.bold
    if not (wide or alone) or last.rows > 1:
        return None
    label = filled[0].words if len(filled) == 2 else ""
    if len(filled) == 2 and columns[filled[0].column].key != "stt":
        return None
    title = [list(one) for one in last.paragraphs]
    own = [Said(marked(one, bold=all_bold(one)), last.place, words_of(one)) for one in title]
    if label:
        own[0] = replace(own[0], value=f"{label.rstrip('.')}. {own[0].value}")
    else:
        found = _LABEL.match(words_of(title[0]))
        if found:
            label = found[0].strip()
            title[0] = without_start(title[0], found.end())
    return Group(title, last.place, label=label, own=own)


def task_of_row(grid: Grid, at: int, columns: Sequence[Column]) -> dict[str, Tree] | None:
    """The task that begins in the row; None for a row that is none, or whose cells span fields."""
    made: dict[str, Tree] = {}
    times: list[Said] = []
    for n, column in enumerate(columns):
        slot = grid.at(at, n)
        if slot is None:
            continue
        if column.time:
            if slot.columns > 1 or slot.rows > 1:
                return None
            times += [Said(column.time, slot.place, f"{column.group} {column.heading}")] if slot.texts else []
            continue
        if slot.columns > 1 and not _of_both(slot, columns):
            return None
        if slot.column < n:
            continue
        again = slot.row != at  # a cell over several rows says the same of all its tasks
        if column.key == "stt":
            if again:
                return None
            continue
        if column.key == "noi_dung" and again:
            return None
        if slot.texts:
            shared = "ô ghi chung" if slot.columns > 1 else "cột ghi chung" if column.shared else ""
            made[column.key] = _lines(slot, shared and f"{shared} chủ trì và phối hợp", again=again)
    if times:
        common = made.get("thoi_gian", [])
        made["thoi_gian"] = [*(common if isinstance(common, list) else [common]), *times]
        if len(made["thoi_gian"]) == 1:
            made["thoi_gian"] = times[0]
    return made if "noi_dung" in made else None


def _of_both(slot: Slot, columns: Sequence[Column]) -> bool:
    """Whether the cell stands over two columns of who does the task: it is told of the first."""
    keys = {one.key for one in columns[slot.column : slot.column + slot.columns]}
    return keys <= {"chu_tri", "phoi_hop", "theo_doi"}


def _more_of(task: dict[str, Tree], grid: Grid, at: int, columns: Sequence[Column]) -> bool:
    """Whether the row goes on with the task whose text stands beside it too; its lines are then the task's."""
    text = next((slot for n, one in enumerate(columns) if one.key == "noi_dung" and (slot := grid.at(at, n))), None)
    if text is None or text.row == at or any(one.time for one in columns):
        return False
    for slot in grid.rows[at]:
        key = columns[slot.column].key
        if key == "stt" or (slot.columns > 1 and not _of_both(slot, columns)):
            return False
        if slot.texts:
            had, own = task.get(key, []), _lines(slot, "nhiều hàng của bảng thành một công việc", again=False)
            lines = [*(had if isinstance(had, list) else [had]), *(own if isinstance(own, list) else [own])]
            task[key] = lines[0] if len(lines) == 1 else lines
    return True


def _lines(slot: Slot, doubt: str, *, again: bool) -> Tree:
    why = "; ".join(filter(None, (doubt, "ô gộp, áp dụng cho mọi dòng của nó" if again else "")))
    sure = Sure.LIKELY if why else Sure.SURE
    texts = [marked(one) for one in slot.paragraphs]
    made = [Said(text, slot.place, words_of(one), sure, why) for text, one in zip(texts, slot.paragraphs, strict=True)]
    return made[0] if len(made) == 1 else made


def linked(groups: Sequence[Group], objectives: list[dict[str, Tree]]) -> list[str] | None:
    """The id of the objective each group serves; None where one is of none, or two are of one.

    A dossier without objectives is given those the plan names.
    """
    if not objectives:
        if not all(group.title for group in groups):
            return None
        for number, group in enumerate(groups, start=1):
            objective: dict[str, Tree] = {
                "id": f"mt{number}",
                "noi_dung": Said(
                    marked(group.title[0], bold=all_bold(group.title[0])),
                    group.place,
                    group.text,
                    Sure.LIKELY,
                    "tiêu đề nhóm trong kế hoạch",
                ),
            }
            points = [
                without_start(one, found.end()) for one in group.title[1:] if (found := _POINT.match(words_of(one)))
            ]
            if len(points) != len(group.title) - 1:
                return None
            if points:
                objective["diem"] = [Said(marked(one), group.place, words_of(one)) for one in points]
            targets, _ = stated_targets([objective["noi_dung"], *objective.get("diem", ())])
            if targets:
                objective["chi_tieu"] = targets
            objectives.append(objective)
        return [str(objective["id"]) for objective in objectives]
    ids = []
    for n, group in enumerate(groups):
        same = _same(group, objectives) or _in_turn(group, n, len(groups), objectives)
        if not same or same in ids:
            return None
        ids.append(same)
    numbers = [next(n for n, one in enumerate(objectives) if one["id"] == name) for name in ids]
    return ids if numbers == sorted(numbers) else None


def objective_of(group: Group, objectives: Sequence[dict[str, Tree]]) -> str:
    """The id of the objective that the heading names; empty where it is of none."""
    return _same(group, objectives) if group.title else ""


def _same(group: Group, objectives: Sequence[dict[str, Tree]]) -> str:
    """The objective whose words the heading says, all but all of them."""
    wanted = fold(group.text)
    best, ratio = "", 0.0
    for objective in objectives:
        own = fold(_words(objective["noi_dung"]))
        if own == wanted:
            return str(objective["id"])
        if own and wanted:
            likeness = SequenceMatcher(None, own, wanted, autojunk=False).ratio()
            if likeness > ratio:
                best, ratio = str(objective["id"]), likeness
    return best if ratio >= _NEAR else ""


def _in_turn(group: Group, number: int, of: int, objectives: Sequence[dict[str, Tree]]) -> str:
    """The objective of the same number, where there are as many groups and the two say much the same."""
    if of != len(objectives):
        return ""
    own, wanted = fold(_words(objectives[number]["noi_dung"])), fold(group.text)
    near = SequenceMatcher(None, own, wanted, autojunk=False).ratio() >= _MUCH_THE_SAME
    return str(objectives[number]["id"]) if near or (wanted and own.startswith(wanted)) else ""


def _words(text: Said) -> str:
    return re.sub(r"\{(?:dam|nghieng): ?|\}", "", str(text.value))


def heading_of(node: Node, number: int, text: str) -> str:
    """The heading of one objective's tasks with its number and its words left open; empty where it has neither."""
    value = str(node.text.value) if node.text else ""
    if text and text in value:
        value = value.replace(text, "{noi_dung}")
    value = re.sub(rf"(?<![\d\w]){number}(?![\d\w])", "{so}", value, count=1)
    return value if "{so}" in value or "{noi_dung}" in value else ""


def points_said(group: Group) -> list[str]:
    """The points below a group's heading, with their letters."""
    return [words_of(one) for one in group.title[1:]]


def point_texts(objective: dict[str, Tree]) -> list[str]:
    """The points of an objective as the plan prints them."""
    return [f"{point_letter(n)}) {_words(point)}" for n, point in enumerate(objective.get("diem", ()), start=1)]
