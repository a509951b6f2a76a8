"""Objectives, results and tasks of tables that stay tables, for no view of the dossier prints all that they say."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.parts.model import Sure
from generator.patterns import late
from generator.records import record
from generator.recovering.quality.headings import OBJECTIVE, OTHER, Column, columns_of_tasks, takes_time, work_column
from generator.recovering.quality.kept_columns import (
    SAME_TIME,
    Known,
    cleaned,
    fields_of,
    known_columns,
    target_column,
    units_beside,
)
from generator.recovering.quality.labels import time_headed, who_does
from generator.recovering.quality.objectives import objective_of_rows
from generator.recovering.quality.plan import Group, group_row, task_of_row, who_of, wide_row
from generator.recovering.quality.results.rows import fits, reported_by_unit, reported_of_rows
from generator.recovering.quality.units import names_a_unit
from generator.recovering.said import Said, Tree, plain
from generator.recovering.tables.grid import Grid, Slot
from generator.wording.characters import fold
from generator.wording.naming.totals import is_no_unit, is_total
from generator.wording.times.periods import parse_period

KEPT = "bảng giữ nguyên trong nội dung văn bản: sửa thì sửa cả hai nơi"
_FRACTION = late(r"(?P<part>\d[\d.]*)\s*/\s*(?P<whole>\d[\d.]*)(?:\s+[^\d\W]\D*)?")
_NUMBER = late(r"\d[\d.,]*\s*%?")
_OF_OBJECTIVES = ("muctieu", "mtcl", "chitieu")
_OF_TASKS = ("congviec", "nhiemvu", "hoatdong", "hanhdong", "viec", "bienphap", "noidungthuchien")
_FIELDS_OF_WORK = (
    "linhvuc",
    "linhvuccongtac",
    "nhom",
    "nhommuctieu",
    "quatrinh",
    "mangcongviec",
    "mangcongtac",
    "khiacanh",
)
_FEW = 2
_WHO = ("donvi", "coquan", "bophan", "nguoi", "canbo", "congchuc")
_LABEL = late(r"[IVXLC]+|[A-ZĐ]")
_YEAR_BEFORE = late(r"năm\s+(?:trước|ngoái)", 2)


@record()
class KeptObjectives:
    """The objectives of a table and the results that it reports on them, each result with its objective's place.

    ``with_tasks`` is whether the table says their tasks as well.
    """

    objectives: list[dict[str, Tree]]
    results: list[tuple[int, dict[str, Tree]]]
    with_tasks: bool = False


def with_head(grid: Grid) -> Grid:
    """The table, its first row as its head where nothing else tells one; of columns numbered below it, the numbers."""
    head = grid.heading or 1
    if len(grid.rows) <= head:
        return grid
    below = [slot.words.strip(" ().") for slot in grid.rows[head]]
    numbered = len(below) > _FEW and below == [str(n) for n, _ in enumerate(below, start=1)]
    if not numbered:
        return replace(grid, heading=head)
    return replace(grid, heading=head, rows=[*grid.rows[:head], [], *grid.rows[head + 1 :]])


def kept_objectives(grid: Grid, *, year: int | None, period: Said | None, lead: str) -> KeptObjectives | None:
    """What the table says of objectives; None where it does not say that it is of these.

    ``period`` is what a report tells of, None for papers that set objectives; ``lead`` the words above the table.
    """
    grid = with_head(grid)
    known = known_columns(grid)
    works = work_column(grid)
    if works is not None:
        known = [one if at < works else replace(one, key=OTHER) for at, one in enumerate(known)]
    target = target_column(grid, known, year)
    content = next((fold(one.heading) for one in known if one.key == "noi_dung"), "")
    if not content or any(word in content for word in _OF_TASKS):
        return None
    said = content + fold(" ".join(one.heading for one in known if one.key == "chi_tieu"))
    units = units_beside(grid, known) if target is None else []
    if units:
        target = next((at for at, one in enumerate(known) if one.key == "toan_bo"), None)
    elif target is None:  # those of parts of the year only, which no field holds
        said, lead = content, ""
        if not _times_say_figures(grid, known):
            return None
    if not any(word in said + fold(lead) for word in _OF_OBJECTIVES):
        return None
    if period is not None:
        known = _reported(known, parse_period(str(period.value)).kind == "năm")
    reported = [at for at, one in enumerate(known) if one.key == "ket_qua"]
    columns = fields_of(known, target, units)
    bare = cleaned(grid, known, [*([target] if target is not None else []), *units, *reported])
    found = KeptObjectives([], [], works is not None)
    above: list[Said] = []
    for begin, stop in _spans(bare, columns):
        heading = _heading(bare, begin, columns)
        if heading is not None:
            above = [*above, *heading]
            continue
        objective = objective_of_rows(bare, columns, begin, stop, len(found.objectives) + 1)
        if objective is None or ("chi_tieu" not in objective and target is not None):
            continue
        if is_total(str(plain(objective["noi_dung"]))) or is_no_unit(str(plain(objective["noi_dung"]))):
            continue
        if above:
            objective["nhom"], above = above[0] if len(above) == 1 else above, []
        own = _field_of_work(bare, known, begin, found.objectives)
        if own is not None and "nhom" not in objective:
            objective["nhom"] = own
        at = len(found.objectives)
        found.results += [(at, one) for one in _results(bare, known, objective, begin, stop, period, year)]
        found.objectives.append(objective)
    return found if found.objectives else None


def _field_of_work(grid: Grid, known: Sequence[Known], row: int, before: Sequence[dict[str, Tree]]) -> Said | None:
    """The words of a column that parts the objectives in fields of work, where they differ from those above."""
    at = next((n for n, one in enumerate(known) if one.key == OTHER and fold(one.heading) in _FIELDS_OF_WORK), None)
    slot = grid.at(row, at) if at is not None else None
    last = next((one["nhom"] for one in reversed(before) if "nhom" in one), None)
    if slot is None or not slot.texts or (isinstance(last, Said) and fold(last.words) == fold(slot.words)):
        return None
    return Said(slot.text, slot.place, slot.words)


_WHOLE_YEAR = ("canam", "chungcanam", "binhquannam", "binhquancanam", "tonghopcanam", "tonghopnam")


def _reported(known: list[Known], of_year: bool) -> list[Known]:
    """The columns where those of quarters or months alone, beside the target of the year, are what was reached.

    ``of_year`` is whether the report tells of a year: «Cả năm» beside the quarters is what was reached then.
    """
    if of_year:
        whole = [at for at, one in enumerate(known) if one.slot is not None and fold(one.slot.words) in _WHOLE_YEAR]
        known = [replace(one, key="ket_qua") if at in whole else one for at, one in enumerate(known)]
    beside = ("luyke", SAME_TIME)
    told = any(one.key == "ket_qua" and not any(word in fold(one.heading) for word in beside) for one in known)
    return known if told else [replace(one, key="ket_qua") if one.key == "ky" else one for one in known]


def _times_say_figures(grid: Grid, known: Sequence[Known]) -> bool:
    times = [at for at, one in enumerate(known) if one.of_part]
    cells = [slot.words for row in grid.body for slot in row if slot.column in times and slot.texts]
    return bool(cells) and all(any(map(str.isdigit, words)) for words in cells)


def _spans(grid: Grid, columns: Sequence[Column]) -> list[tuple[int, int]]:
    """The rows of each objective, or of a row that is none: from, to."""
    at = next(n for n, column in enumerate(columns) if column.key == "noi_dung")
    starts = []
    for number in range(grid.heading, len(grid.rows)):
        own = next((slot for slot in grid.rows[number] if slot.column == at), None)
        wide = any(slot.columns > 1 for slot in grid.rows[number])
        if wide or (own is not None and own.texts):
            starts.append(number)
    return list(zip(starts, [*starts[1:], len(grid.rows)], strict=True))


def _heading(grid: Grid, at: int, columns: Sequence[Column]) -> list[Said] | None:
    """The row's words where it heads those below: one cell over the table, or a number in letters with words alone."""
    group = wide_row(grid, at, columns)
    if group is not None:
        return group.own
    filled = [slot for slot in grid.rows[at] if slot.texts]
    if any(slot.columns > 1 for slot in filled):
        return []
    labelled = len(filled) == 2 and filled[0].column == 0 and _LABEL.fullmatch(filled[0].words.strip(" ."))
    if labelled and columns[filled[1].column].key == "noi_dung":
        label, words = filled[0].words.strip(" ."), filled[1]
        return [Said(f"{label}. {words.text}", words.place, words.words)]
    return None


def _results(
    grid: Grid,
    known: Sequence[Known],
    objective: dict[str, Tree],
    begin: int,
    stop: int,
    period: Said | None,
    year: int | None,
) -> list[dict[str, Tree]]:
    """What is reported of the objective, where it is certain whose figure it is, of which time and of what kind."""
    targets = objective.get("chi_tieu", [])
    by_unit = reported_by_unit(grid, known, targets, range(begin, stop), period, year)
    by_unit = [one for one in by_unit if fits(one, objective)]
    if len(targets) != 1:
        return by_unit
    made = reported_of_rows(grid, known, str(plain(targets[0]["in_ra"])), range(begin, stop), period, year)
    if "don_vi" in targets[0]:
        made = [one if "nam" in one else {**one, "don_vi": targets[0]["don_vi"]} for one in made]
    return [one for one in made if fits(one, objective)] + by_unit


def kept_tasks(grid: Grid, time: Said | None) -> list[Group]:
    """The tasks of a table that says who leads each and when, or for what; ``time`` is what the words above it say."""
    grid = with_head(grid)
    columns = columns_of_tasks(grid)
    keys = {column.key for column in columns}
    content = fold(next((column.heading for column in columns if column.key == "noi_dung"), ""))
    worked = any(column.time for column in columns) or any(word in content for word in _OF_TASKS)
    columns = [_who_column(grid, at, one, keys) for at, one in enumerate(columns)]
    keys = {column.key for column in columns}
    unknown = [fold(column.heading) for column in columns if column.key == OTHER]
    if not content or not ("chu_tri" in keys or (worked and {"thoi_gian", "ket_qua"} <= keys)):
        return []
    if any(word in heading for heading in unknown for word in _WHO) or takes_time(grid, columns):
        return []
    served = next((at for at, one in enumerate(columns) if one.key == OBJECTIVE), None)
    if served is not None:  # numbers may be those of objectives
        columns = [replace(one, key=OTHER) if one.key in ("stt", OBJECTIVE) else one for one in columns]
    ends = _ends(columns)
    bare = cleaned(grid, (), ())
    groups = [Group([], grid.place)]
    when = None if "thoi_gian" in keys else time
    for at in range(bare.heading, len(bare.rows)):
        heading = group_row(bare, at, columns)
        own = _heading(bare, at, columns) if heading is None else None
        if own:
            heading = Group([], own[0].place, own=own)
        if heading is not None:
            named = time_headed(heading.text or heading.own[0].words)
            if named and "thoi_gian" not in keys:
                when = Said(named, heading.place, heading.text)
            groups.append(heading)
            continue
        above = bare.at(at, served) if served is not None else None
        if above is not None and above.texts and above.words != groups[-1].text:
            groups.append(_group_of(above))
        task = task_of_row(bare, at, columns)
        if task is None or is_total(str(plain(task["noi_dung"]))):
            continue
        task.pop(OTHER, None)
        task |= who_of(task)
        if ends and (span := _span(bare, at, ends)) is not None:
            task["thoi_gian"] = span
        if when is not None:
            task["thoi_gian"] = when
        if task.keys() & {"chu_tri", "thoi_gian", "ket_qua"}:
            groups[-1].tasks.append(task)
    tasks = [task for group in groups for task in group.tasks]
    told = sum(len(task.keys() & {"thoi_gian", "ket_qua", "phoi_hop"}) > 0 for task in tasks)
    return [group for group in groups if group.tasks] if tasks and told * 2 >= len(tasks) else []


def _who_column(grid: Grid, at: int, column: Column, taken: Collection[str]) -> Column:
    """The column; one of units whose cells say who leads and who supports is that of who leads.

    So is «Thực hiện» where all its cells name units: what was done is told in other words.
    """
    heading, cells = fold(column.heading), grid.cells(at)
    if column.key != OTHER or "chu_tri" in taken:
        return column
    if heading == "thuchien" and cells and all(names_a_unit(slot.words) for slot in cells):
        return replace(column, key="chu_tri")
    if not any(word in heading for word in _WHO):
        return column
    told = sum(bool(who_does(slot.texts)) for slot in cells)
    return replace(column, key="chu_tri") if cells and told * 2 >= len(cells) else column


def _group_of(slot: Slot) -> Group:
    """The objective in a cell beside its tasks, as their heading."""
    return Group([list(one) for one in slot.paragraphs], slot.place, own=[Said(slot.text, slot.place, slot.words)])


_BEGIN = ("batdau", "tu", "tungay", "tuthang", "thoigianbatdau", "ngaybatdau")
_END = ("ketthuc", "den", "denngay", "denthang", "thoigianketthuc", "ngayketthuc")


def _ends(columns: Sequence[Column]) -> tuple[int, int] | None:
    """The columns, side by side, of when tasks begin and end: «Bắt đầu», «Kết thúc»; «Từ», «Đến»."""
    headings = [fold(column.heading) for column in columns]
    pairs = enumerate(pairwise(headings))
    return next(((at, at + 1) for at, (first, last) in pairs if first in _BEGIN and last in _END), None)


def _span(grid: Grid, row: int, ends: tuple[int, int]) -> Said | None:
    first, last = (grid.at(row, at) for at in ends)
    if first is None or last is None or not first.texts or not last.texts:
        return None
    words = f"{first.words} {last.words}"
    return Said(f"{first.words} - {last.words}", first.place, words, Sure.LIKELY, "hai ô bắt đầu, kết thúc thành một")
