"""Objectives, tasks and results that the dossier has beside the tables and texts that say them, which stay as typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.parts.model import Sure
from generator.patterns import late
from generator.recovering.body import Node
from generator.recovering.quality.headings import serves_objectives
from generator.recovering.quality.kept_tables import KEPT, KeptObjectives, kept_objectives, kept_tasks
from generator.recovering.quality.kept_texts import grouped, told_objectives, told_tasks
from generator.recovering.quality.labels import time_headed
from generator.recovering.quality.lifting import Quality, of_objectives
from generator.recovering.quality.listed import listed_objectives
from generator.recovering.quality.named import NUMBER, named_objective, numbered_objective
from generator.recovering.quality.objectives import objectives_of_table
from generator.recovering.quality.plan import linked, objective_of
from generator.recovering.quality.results.by_unit import (
    objectives_above_units,
    results_below_objectives,
    results_in_groups,
    results_of_units,
)
from generator.recovering.quality.results.rows import fits
from generator.recovering.quality.results.told import TOLD, told_causes, told_results
from generator.recovering.quality.units import names_a_unit
from generator.recovering.said import Said, Tree, doubted, plain
from generator.wording.characters import fold
from generator.wording.times.periods import parse_period

_OF = late(r"\b(?:của|đối với|tại)\s+(?P<unit>.+?)(?:\s*,?\s*năm\s+\d{4})?\W*$", 2)
_UNIT_ABOVE = "đơn vị nêu ở tiêu đề phía trên bảng"


class Above:
    """What stands above a table: the words of all that leads to it, and the nearest text of its own."""

    def __init__(self, words: Sequence[str], nearest: Said | None) -> None:
        self.words = list(words)
        self.nearest = nearest

    @property
    def time(self) -> Said | None:
        """The time that the nearest words name."""
        named = time_headed(self.nearest.words) if self.nearest else ""
        return Said(named, self.nearest.place, self.nearest.words) if self.nearest and named else None

    def objective(self, objectives: Sequence[dict[str, Tree]]) -> str:
        """The id of the objective that the nearest words name: «Mục tiêu 1: …», «2. Mục tiêu …»; else empty."""
        return numbered_objective(self.nearest.words, objectives) if self.nearest is not None else ""

    @property
    def unit(self) -> Said | None:
        """The unit that the nearest words name: «I. Văn phòng Sở», «Mục tiêu chất lượng của Phòng Nội vụ năm 2026»."""
        if self.nearest is None:
            return None
        words = self.nearest.words.strip()
        bare = NUMBER.sub("", words).rstrip(" .:;")
        found = None if words.endswith(":") else _OF.search(bare)  # a line that leads to it goes on behind the name
        name = next((one for one in (bare, found["unit"] if found else "") if names_a_unit(one)), "")
        return Said(name, self.nearest.place, self.nearest.words, Sure.LIKELY, _UNIT_ABOVE) if name else None


def tables_below(root: Node, title: str) -> Iterator[tuple[Node, Above]]:
    """Each table that stays one, with what stands above it."""
    yield from _tables(root, [title], None)


def _tables(parent: Node, words: list[str], nearest: Said | None) -> Iterator[tuple[Node, Above]]:
    for child in parent.children:
        if child.grid is not None:
            yield child, Above(words, nearest)
        elif child.text is not None:
            own = Said(child.words, child.text.place, child.words)
            yield from _tables(child, [*words, child.words], own)
            if not child.children:
                nearest = own
            words = [*words[-6:], child.words] if not child.children else words


def stand_apart(roots: Sequence[Node]) -> bool:
    """Whether two tables of the document have other objectives each, that one view of all would not print so."""
    found: list[set[str]] = []
    for root in roots:
        for node, above in tables_below(root, ""):
            read = objectives_of_table(node.grid, " ".join(above.words[-3:])) if node.grid else None
            if read is not None:
                found.append({fold(str(plain(one["noi_dung"]))) for one in read.objectives})
    return any(one.isdisjoint(other) for n, one in enumerate(found) for other in found[:n])


def keep_objectives(
    root: Node, title: str, quality: Quality, *, file: str, year: int | None, period: Said | None = None
) -> None:
    """Add the objectives and results of the tables that stay ones; those the dossier has are not added again."""
    for node, above in tables_below(root, title):
        if node.grid is None:
            continue
        lead = " ".join(above.words[-3:])
        read = results_in_groups(node.grid, period, year) if period is not None else None
        read = read or kept_objectives(node.grid, year=year, period=period, lead=lead)
        if read is None and period is None:
            read = objectives_above_units(node.grid, lead)
        if read is None and period is not None:
            read = results_below_objectives(node.grid, quality.objectives, period)
            read = read if read.results else None
        if read is None:
            read = results_of_units(node.grid, above.nearest, period=period, year=year)
        if read is None:
            continue
        if not read.with_tasks:
            quality.tables.append(node)
        ids = _ids(read, above, quality, reported=period is not None)
        if all(ids):
            quality.tell_no_more(f"{file}, {node.grid.place}: ")
        _keep_results([(ids[at], read.objectives[at], result) for at, result in read.results], quality, KEPT)


def keep_told_results(root: Node, quality: Quality, period: Said) -> None:
    """Add the results that a report tells in words, and their objectives where no document sets any."""
    told = told_results(root, period)
    read = KeptObjectives([objective for objective, _ in told], [])
    ids = _ids(read, Above((), None), quality, reported=True)
    _keep_results([(name, *one) for name, one in zip(ids, told, strict=True)], quality, TOLD)


def keep_told_causes(root: Node, quality: Quality, period: Said) -> None:
    """Add to the results of the period why an objective was missed and what is done, where the text names it."""
    told = told_causes(root, quality.objectives)
    when = parse_period(str(period.value))
    for name, said in told.items():
        own = [one for one in quality.results if plain(one["muc_tieu"]) == name and "nam" not in one]
        own = [one for one in own if parse_period(str(plain(one["ky"]))) == when]
        if len(own) == 1:
            for key, value in said.items():
                own[0].setdefault(key, value if len(value) > 1 else value[0])


def _keep_results(read: Sequence[tuple[str, dict[str, Tree], dict[str, Tree]]], quality: Quality, why: str) -> None:
    """Add the results, each with the id of its objective and what was read of that; one of each objective and time."""
    for name, objective, result in read:
        own = next((one for one in quality.objectives if name and one["id"] == name), None)
        if own is None or not fits(result, own) or any(_alike(result, name, had) for had in quality.results):
            continue
        named = Said(name, result["ky"].place, str(plain(objective["noi_dung"])))
        quality.results.append(doubted({"muc_tieu": named, **result}, why))


def _alike(result: dict[str, Tree], objective: str, other: dict[str, Tree]) -> bool:
    """Whether both are of one objective, unit and time: a dossier holds but one such."""
    same = all(plain(result.get(key)) == plain(other.get(key)) for key in ("don_vi", "nam"))
    times = [parse_period(str(plain(one["ky"]))) for one in (result, other)]
    return same and times[0] == times[1] and plain(other["muc_tieu"]) == objective


def keep_told(root: Node, title: str, quality: Quality, *, corpus: str) -> None:
    """Add the objectives that the text says with labelled lines below each, or lists below words about them."""
    if quality.objectives and not quality.kept:
        return
    told = told_objectives(root, "muctieu" in fold(title))
    for one in told or ([] if quality.objectives else listed_objectives(root, title, corpus)):
        quality.kept = True
        if not any(_same(had, one) for had in quality.objectives):
            quality.objectives.append({"id": f"mt{len(quality.objectives) + 1}", **one})


def _ids(read: KeptObjectives, above: Above, quality: Quality, *, reported: bool) -> list[str]:
    """The id in the dossier of each of the objectives, which it is given where it may have more; else empty.

    What is ``reported`` is of the objectives that other documents set, where there are such.
    """
    if quality.objectives and (not quality.kept or (reported and quality.stated)):
        return [named_objective(str(plain(one["noi_dung"])), quality.objectives) for one in read.objectives]
    quality.kept = True
    unit = above.unit
    ids = []
    for one in read.objectives:
        if unit is not None and "theo_doi" not in one and not any("don_vi" in own for own in one.get("chi_tieu", ())):
            one = {**one, "theo_doi": unit}
        same = next((had for had in quality.objectives if _same(had, one)), None)
        if same is None and "chi_tieu" not in one and reported:
            ids.append("")  # of what no one set
            continue
        if same is None:
            same = {**doubted(one, KEPT), "id": f"mt{len(quality.objectives) + 1}"}
            quality.objectives.append(same)
        ids.append(str(same["id"]))
    return ids


def _same(one: dict[str, Tree], other: dict[str, Tree]) -> bool:
    keys = ("noi_dung", "theo_doi")
    return [fold(str(plain(one.get(key)))) for key in keys] == [fold(str(plain(other.get(key)))) for key in keys]


def keep_tasks(root: Node, title: str, quality: Quality, *, file: str) -> None:
    """Add the tasks of the tables and the texts of a plan that stay as typed."""
    plan: list[dict[str, Tree]] = []
    for node, above in tables_below(root, title):
        if node.grid is None or any(node is one for one in quality.tables):
            continue
        groups = kept_tasks(node.grid, above.time)
        if not quality.objectives and serves_objectives(node.grid) and of_objectives(groups, title):
            quality.kept = linked(groups, quality.objectives) is not None
        ids = linked(groups, quality.objectives) if quality.objectives else None
        for n, group in enumerate(groups):
            name = ids[n] if ids else objective_of(group, quality.objectives)
            name = name or ("" if group.own else above.objective(quality.objectives))
            heading = group.own[0] if len(group.own) == 1 else group.own
            made: dict[str, Tree] = {"nhom": heading} if group.own else {}
            if name:
                made = {"muc_tieu": Said(name, group.place, group.text)}
            plan.append(doubted({**made, "cong_viec": group.tasks}, KEPT))
        if groups:
            quality.tell_no_more(f"{file}, {node.grid.place}: ")
    had = [plain(task) for group in quality.plan for task in group["cong_viec"]]  # said by another document as well
    for one in [*plan, *grouped(told_tasks(root))]:
        tasks = [task for task in one["cong_viec"] if plain(task) not in had]
        quality.plan += [{**one, "cong_viec": tasks}] if tasks else []
