"""Objectives and plan taken out of the bodies of documents, and views of them left in their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from generator.parts.model import Sure
from generator.patterns import late
from generator.records import record
from generator.recovering.body import Node
from generator.recovering.quality.headings import Column, plan_columns
from generator.recovering.quality.named import numbered_objective
from generator.recovering.quality.objectives import STATES, objectives_of_table, objectives_of_units
from generator.recovering.quality.plan import (
    USUAL_HEADING,
    Group,
    heading_of,
    linked,
    plan_of_table,
    point_texts,
    points_said,
    tasks_of_table,
)
from generator.recovering.said import Said, Tree, filed, plain, readings
from generator.recovering.tables.grid import Grid
from generator.wording.characters import fold

VIEW = "_view"
_NUMBER = late(r"\W*(?:[IVXLC]+|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*)\W*")


@record()
class Quality:
    """The objectives and the plan of a dossier, as far as its documents print them."""

    objectives: list[dict[str, Tree]] = field(default_factory=list)
    plan: list[dict[str, Tree]] = field(default_factory=list)
    others: list[str] = field(default_factory=list)  # objectives or plans beside those taken, which stay text
    again: list[Said] = field(default_factory=list)  # what is said once more, or printed by the program of itself
    views: list[dict[str, Tree]] = field(default_factory=list)  # of the plan, which may print some of its groups
    results: list[dict[str, Tree]] = field(default_factory=list)
    apart: bool = False  # a document has several tables of objectives, which no one view prints
    kept: bool = False  # the objectives are of tables that stay tables
    stated: bool = False  # documents that set objectives have told them, before those that report on them
    tables: list[Node] = field(default_factory=list)  # those that objectives were read from and that stay
    _told: int = 0  # how many of the others have their file

    def file(self, name: str) -> None:
        """Tell the file that everything read since the last was read from."""
        self.others[self._told :] = [f"{name}, {one}" for one in self.others[self._told :]]
        self._told = len(self.others)
        for tree in (self.objectives, self.plan, self.results, self.again):
            tree[:] = filed(tree, name)

    def tell_no_more(self, place: str) -> None:
        """Leave out what was told of the place, which begins with its file."""
        self.others = [one for one in self.others if not one.startswith(place)]
        self._told = len(self.others)

    def view_of_all(self, view: dict[str, Tree]) -> None:
        """Let the view print the groups that the plan has by now, whatever is added to these."""
        view["nhom"] = [*range(1, len(self.plan) + 1)]
        self.views.append(view)

    def close(self) -> None:
        """Leave the numbers of groups out of views that print the whole plan."""
        for view in self.views:
            if len(view["nhom"]) == len(self.plan):
                del view["nhom"]

    def of_file(self, name: str) -> list[Said]:
        """What is said once more in the file."""
        return [one for one in self.again if one.file == name]


def _printed(grid: Grid, columns: Sequence[Column] = ()) -> list[Said]:
    """What the program prints of itself around the values of a table: its head, the numbers of its rows, marks."""
    head = [*(slot for row in grid.rows[: grid.heading] for slot in row), *grid.again]
    numbers = [slot for row in grid.body for slot in row if slot.column == 0 and _NUMBER.fullmatch(slot.words)]
    times = [n for n, column in enumerate(columns) if column.time]
    marks = [slot for row in grid.body for slot in row if slot.column in times and slot.columns == 1]
    return [Said("", slot.place, slot.words) for slot in (*head, *numbers, *marks)]


def _values(tree: Tree) -> list[Said]:
    return [one.said for one in readings(tree)]


def lift_objectives(root: Node, before: Sequence[str], quality: Quality) -> None:
    """Take the objectives that the body states; others than those a document before has stated stay text."""
    found = objectives_of_units(root, [*before])
    if found is not None:
        begin, stop, read = found
        if _taken(read.objectives, quality):
            root.children[begin:stop] = [Node(VIEW, root.children[begin].rank, looks={"muc_tieu": read.view})]
    for n, child in enumerate(root.children):
        if child.grid is not None:
            table = None if quality.apart else objectives_of_table(child.grid, " ".join([*before[-2:], root.words]))
            if table is not None and _taken(table.objectives, quality):
                quality.again += _printed(child.grid)
                root.children[n] = Node(VIEW, child.rank, looks={"muc_tieu": table.view})
        elif child.children:
            lift_objectives(child, [*before, root.words], quality)


def _taken(objectives: list[dict[str, Tree]], quality: Quality) -> bool:
    if not quality.objectives:
        quality.objectives += objectives
        return True
    if plain(quality.objectives) != plain(objectives):
        place = objectives[0]["noi_dung"].place
        quality.others.append(
            f"{place}: {len(objectives)} mục tiêu khác các mục tiêu đã đọc; giữ thành lời, thành bảng"
        )
        return False
    quality.again += _values(objectives)
    return True


def lift_plan(root: Node, quality: Quality, title: str) -> None:
    """Take the plan that the body below the title prints, in one table or in one for each objective."""
    for n, child in enumerate(root.children):
        if child.grid is not None:
            read = plan_of_table(child.grid)
            if read is None or not (quality.objectives or read.of_objectives or of_objectives(read.groups, title)):
                continue
            if _planned(read.groups, quality):
                quality.again += _printed(child.grid, plan_columns(child.grid) or ())
                quality.view_of_all(read.view)
                root.children[n] = Node(VIEW, child.rank, looks={"ke_hoach": read.view})
        elif child.children:
            lift_plan(child, quality, title)
    _lift_by_objective(root, quality)


def lift_tasks(root: Node, quality: Quality, *, planning: bool) -> None:
    """Take the tasks of tables whose groups are no objectives, where the dossier has no plan of its objectives.

    ``planning`` says that the document sets tasks, and does not tell of them. Other plans stay tables.
    """
    for n, child in enumerate(root.children):
        if child.grid is None:
            lift_tasks(child, quality, planning=planning)
            continue
        columns = plan_columns(child.grid) or ()
        read = plan_of_table(child.grid)
        if read is None:
            continue
        led = planning and any(column.key == "chu_tri" for column in columns)
        above = root.children[n - 1].words if n else root.words
        if not any(group.own for group in read.groups) and numbered_objective(above, quality.objectives):
            continue  # the view of an objective's tasks has a heading of its own
        plan = [
            {**({"nhom": _one_or_all(group.own)} if group.own else {}), "cong_viec": group.tasks}
            for group in read.groups
        ]
        if not led or any("muc_tieu" in group for group in quality.plan):
            if quality.objectives or quality.plan:
                quality.others.append(f"{child.grid.place}: bảng kế hoạch ngoài kế hoạch đã đọc; giữ thành bảng")
            continue
        read.view["nhom"] = _among(plan, quality)
        quality.views.append(read.view)
        quality.again += _printed(child.grid, columns)
        root.children[n] = Node(VIEW, child.rank, looks={"ke_hoach": read.view})


def _among(plan: list[dict[str, Tree]], quality: Quality) -> list[int]:
    """Which groups of the dossier's plan these are: those it has already, in the same words, or new ones."""
    whole, own = plain(quality.plan), plain(plan)
    starts = (at for at in range(len(whole)) if whole[at : at + len(own)] == own)
    at = next(starts, len(whole))
    if at == len(whole):
        quality.plan += plan
    else:
        quality.again += _values(plan)
    return list(range(at + 1, at + 1 + len(own)))


def _one_or_all(lines: list[Said]) -> Tree:
    return lines[0] if len(lines) == 1 else lines


def of_objectives(groups: Sequence[Group], title: str) -> bool:
    """Whether the groups below a title about objectives are these: half of them say what is to be reached."""
    stating = sum(bool(STATES.search(group.text)) for group in groups)
    return "muctieuchatluong" in fold(title) and stating * 2 >= len(groups)


def _planned(groups: list[Group], quality: Quality) -> bool:
    objectives = list(quality.objectives)
    ids = linked(groups, objectives)
    if ids is None:
        return False
    plan = [
        {"muc_tieu": _link(name, group, quality), "cong_viec": group.tasks}
        for name, group in zip(ids, groups, strict=True)
    ]
    titles = [one for name, group in zip(ids, groups, strict=True) for one in _heading(group, name, objectives)]
    if not quality.plan:
        quality.objectives[:] = objectives
        quality.plan += plan
    elif plain(quality.plan) == plain(plan):
        quality.again += _values(plan)
    else:
        return False
    quality.again += titles
    return True


def _heading(group: Group, name: str, objectives: Sequence[dict[str, Tree]]) -> Iterator[Said]:
    """What the program prints of a group's heading: the objective with its number, its points below."""
    own = next(one for one in objectives if one["id"] == name)
    said = {fold(one) for one in points_said(group)}
    yield Said("", group.place, f"{group.label} {group.text}")
    yield from (Said("", group.place, one) for one in point_texts(own) if fold(one) in said)  # each once


def _link(name: str, group: Group, quality: Quality) -> Said:
    exact = any(one["id"] == name and str(plain(one["noi_dung"])) == group.text for one in quality.objectives)
    if exact or not quality.objectives:
        return Said(name, group.place, group.text)
    return Said(name, group.place, group.text, Sure.LIKELY, "tiêu đề nhóm gần giống lời của mục tiêu này")


def _lift_by_objective(root: Node, quality: Quality) -> None:
    """A run of headed khoản, each with the table of the tasks of one objective."""
    run: list[int] = []
    for n, child in enumerate([*root.children, Node("", 0)]):
        if child.unit == "khoan_tieu_de" and [one.grid is not None for one in child.children] == [True]:
            run.append(n)
            continue
        if run and quality.objectives and _lift_run(root, run, quality):
            return
        run = []


def _lift_run(root: Node, run: list[int], quality: Quality) -> bool:
    groups: list[Group] = []
    views: list[dict[str, Tree]] = []
    headings: list[str] = []
    ids: list[str] = []
    numbers = {str(one["id"]): n for n, one in enumerate(quality.objectives, start=1)}
    for n in run:
        node = root.children[n]
        grid = node.children[0].grid
        tasks = tasks_of_table(grid) if grid is not None else None
        if tasks is None or node.text is None:
            return False
        said = next(
            (
                (str(one["id"]), heading)
                for one in quality.objectives
                if (heading := heading_of(node, numbers[str(one["id"])], str(plain(one["noi_dung"]))))
                and "{noi_dung}" in heading
            ),
            None,
        )
        if said is None:
            return False
        ids.append(said[0])
        headings.append(said[1])
        views.append(tasks[1])
        groups.append(Group([], node.text.place, tasks[0]))
    order = [numbers[name] for name in ids]
    if len(set(headings)) != 1 or any(plain(view) != plain(views[0]) for view in views) or order != sorted(set(order)):
        return False
    plan = [
        {"muc_tieu": Said(name, group.place, root.children[n].words), "cong_viec": group.tasks}
        for name, group, n in zip(ids, groups, run, strict=True)
    ]
    if quality.plan and plain(quality.plan) != plain(plan):
        return False
    quality.again += _values(quality.plan) if quality.plan else []
    quality.plan[:] = plan
    quality.again += [one for n in run if (grid := root.children[n].children[0].grid) for one in _printed(grid)]
    view = dict(views[0])
    if headings[0] != USUAL_HEADING:
        view["tieu_de"] = Said(headings[0], groups[0].place, root.children[run[0]].words)
    quality.view_of_all(view)
    root.children[run[0] : run[-1] + 1] = [Node(VIEW, root.children[run[0]].rank, looks={"ke_hoach": view})]
    return True
