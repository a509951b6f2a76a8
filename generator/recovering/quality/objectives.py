"""Objectives read from a table of theirs, or from units of the text that follow words about objectives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.dossier.quality.columns import OBJECTIVE_COLUMNS
from generator.parts.model import Sure
from generator.patterns import late
from generator.records import record
from generator.recovering.body import Node
from generator.recovering.quality.headings import Column, counted, names_a_unit, objective_columns, view_columns
from generator.recovering.quality.stated import DOUBT, stated_target
from generator.recovering.said import Said, Tree
from generator.recovering.tables.grid import Grid, Slot
from generator.recovering.texts import Piece, marked, without_start, words_of
from generator.wording.characters import fold
from generator.wording.numerals.ordinals import point_letter

_POINT = late(r"^(?P<letter>[a-zđ])\)\s+")
STATES = late(r"\d|một|hai|xuất sắc|loại tốt|toàn bộ|tất cả", 2)
_LINES = {"phoi_hop", "phuong_phap", "bien_phap"}
_LEADS = late(r"\b(?:mục tiêu|MTCL|chỉ tiêu chất lượng)\b[^;.]{0,110}:$", 2)
_OF_REPORTS = late(r"kết quả thực hiện|báo cáo|số liệu|kế hoạch thực hiện", 2)
_NUMBERED = late(r"^(?:[IVX]+|\d{1,2}|[A-Z])\s*[./)-]+\s*")
_LEAST = 2
_POINTS_BELOW = {"khoan": "diem", "diem": "gach", "gach": "cong"}  # units objectives are, and those of their points
_BEHIND = "đứng sau lời dẫn về mục tiêu"


@record()
class ReadObjectives:
    """Objectives in order, and how the document prints them."""

    objectives: list[dict[str, Tree]]
    view: dict[str, Tree]


def objectives_of_table(grid: Grid) -> ReadObjectives | None:
    """The objectives of a table whose headings are theirs; None for any other table, or one that holds more."""
    columns = objective_columns(grid)
    if columns is None:
        return None
    starts = _starts(grid, columns)
    if not starts:
        return None
    made: list[dict[str, Tree]] = []
    for begin, stop in zip(starts, [*starts[1:], len(grid.rows)], strict=True):
        objective = _objective(grid, columns, begin, stop, len(made) + 1)
        if objective is None:
            return None
        made.append(objective)
    view: dict[str, Tree] = {"dang": "bang"}
    chosen = view_columns(columns, OBJECTIVE_COLUMNS, grid)
    if chosen is not None:
        view["cot"] = chosen
    return ReadObjectives(made, view)


def _starts(grid: Grid, columns: Sequence[Column]) -> list[int]:
    """The rows in which an objective begins: where its text does; none where the rows do not fit objectives."""
    at = next(n for n, column in enumerate(columns) if column.key == "noi_dung")
    starts = []
    for number in range(grid.heading, len(grid.rows)):
        slot = next((slot for slot in grid.rows[number] if slot.column == at), None)
        if any(slot.columns > 1 for slot in grid.rows[number]):
            return []  # a heading of groups: the dossier has no such thing among objectives
        if slot is not None and slot.texts:
            starts.append(number)
    return starts if starts and starts[0] == grid.heading else []


def _objective(grid: Grid, columns: Sequence[Column], begin: int, stop: int, number: int) -> dict[str, Tree] | None:
    made: dict[str, Tree] = {"id": f"mt{number}"}
    per_row: dict[str, list[Slot | None]] = {}
    beside: list[Tree] = []  # targets of units that have a column each
    for at, column in enumerate(columns):
        slots = [grid.at(row, at) for row in range(begin, stop)]
        if column.unit is not None:
            filled = {id(slot): slot for slot in slots if slot is not None and slot.texts}
            beside += [_target(slot, column.unit) for slot in filled.values()]
            continue
        if column.key in ("chi_tieu", "don_vi"):
            per_row[column.key] = slots
            continue
        own = list({id(slot): slot for slot in slots if slot is not None and slot.texts}.values())
        if column.key == "stt":
            if own and counted(own[0].words) != number:
                return None
            continue
        if not own:
            continue
        if column.key == "noi_dung":
            text, points = _points([paragraph for slot in own for paragraph in slot.paragraphs])
            place = own[0].place
            made["noi_dung"] = Said(marked(text), place, words_of(text))
            if points:
                made["diem"] = [Said(marked(point), place, words_of(point)) for point in points]
        else:
            key = "theo_doi" if column.key == "theo_doi" else column.key
            made[key] = _lines(own)
    if "noi_dung" not in made:
        return None
    targets, responsible = _targets(per_row)
    targets += beside
    if targets:
        made["chi_tieu"] = targets
    if responsible is not None:
        made["theo_doi"] = responsible
    return {
        key: made[key]
        for key in ("id", "noi_dung", "diem", "chi_tieu", "theo_doi", "phoi_hop", "phuong_phap", "bien_phap")
        if key in made
    }


def _points(paragraphs: Sequence[list[Piece]]) -> tuple[list[Piece], list[list[Piece]]]:
    """The text of an objective and its points a, b, c below it."""
    text: list[Piece] = []
    points: list[list[Piece]] = []
    for paragraph in paragraphs:
        found = _POINT.match(words_of(paragraph))
        if text and found and found["letter"] == point_letter(len(points) + 1):
            points.append(without_start(paragraph, found.end()))
        elif points:
            points[-1] = [*points[-1], Piece(" "), *paragraph]
        else:
            text = [*text, Piece("\n"), *paragraph] if text else list(paragraph)
    return text, points


def _targets(per_row: dict[str, list[Slot | None]]) -> tuple[list[Tree], Tree | None]:
    """One target a row; of a single one without units of their own the unit is who is responsible."""
    printed, units = per_row.get("chi_tieu", []), per_row.get("don_vi", [])
    rows = max(len(printed), len(units))
    several = len({id(slot) for slot in units if slot is not None}) > 1
    targets: list[Tree] = []
    for n in range(rows):
        target, unit = printed[n] if n < len(printed) else None, units[n] if n < len(units) else None
        again = n > 0 and target is not None and target is printed[n - 1]
        if target is None or not target.texts or (again and not several):
            continue
        targets.append(_target(target, unit if several and unit is not None and unit.texts else None))
    shared = next((slot for slot in units if slot is not None and slot.texts), None)
    return targets, None if several or shared is None else _lines([shared])


def _target(target: Slot, unit: Slot | None) -> dict[str, Tree]:
    made = {"in_ra": Said("\n".join(target.texts), target.place, target.words)}
    if unit is None:
        return made
    several = all(names_a_unit(text) for text in unit.texts)  # each on its line; else one name that lines break
    return {**made, "don_vi": Said("\n".join(unit.texts) if several else unit.text, unit.place, unit.words)}


def _lines(slots: Sequence[Slot]) -> Tree:
    texts = [(text, slot) for slot in slots for text in slot.texts]
    made = [Said(text, slot.place, text) for text, slot in texts]
    return made[0] if len(made) == 1 else made


def objectives_of_units(parent: Node, before: Sequence[str]) -> tuple[int, int, list[dict[str, Tree]], str] | None:
    """The run of khoản, điểm or dashed lines below ``parent`` that are objectives: from, to, what, the form of view.

    ``before`` are the words that lead to them, nearest last: a title, an article, a paragraph.
    """
    begin = next((n for n, child in enumerate(parent.children) if child.unit in _POINTS_BELOW), None)
    if begin is None:
        return None
    form = parent.children[begin].unit
    stop = begin
    while stop < len(parent.children) and parent.children[stop].unit == form:
        stop += 1
    units = parent.children[begin:stop]
    lead = [*before, parent.words, *(child.words for child in parent.children[:begin])]
    lead = [words for words in lead if words]
    if len(units) < _LEAST or not _lead_to_objectives(lead, titled=form == "khoan"):
        return None
    figures = sum(bool(STATES.search(one.words[len(one.number) + 1 :]) or one.children) for one in units)
    if figures * 2 < len(units):
        return None
    made = []
    for number, unit in enumerate(units, start=1):
        below = unit.children
        if unit.text is None or any(one.unit != _POINTS_BELOW[form] or one.children or one.looks for one in below):
            return None
        said = unit.text
        objective: dict[str, Tree] = {
            "id": f"mt{number}",
            "noi_dung": Said(said.value, said.place, said.words, Sure.LIKELY, _BEHIND),
        }
        points = [child.text for child in below if child.text is not None]
        if points:
            objective["diem"] = points
        target, doubt = stated_target([said, *points])
        if target is not None:
            objective["chi_tieu"] = [{"in_ra": target}]
        elif doubt:
            objective["noi_dung"] = replace(objective["noi_dung"], why=f"{_BEHIND}; {DOUBT}")
        made.append(objective)
    return begin, stop, made, form


def _lead_to_objectives(lead: Sequence[str], *, titled: bool) -> bool:
    """Whether what stands above says that objectives follow: «… hoàn thành các mục tiêu sau:», or a title of theirs.

    ``titled`` units are theirs below a title wherever a colon leads to them.
    """
    last = _NUMBERED.sub("", lead[-1].rstrip()) if lead else ""
    if last.endswith(":"):
        found = _LEADS.search(last)
        told = found is not None and not _OF_REPORTS.search(last)
        return told or (titled and fold(lead[0]).startswith("muctieuchatluong"))
    return fold(last).startswith("muctieuchatluong")
