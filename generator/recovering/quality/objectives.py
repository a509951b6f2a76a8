"""Objectives read from a table of theirs, or from units of the text that follow words about objectives."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from generator.dossier.quality.columns import OBJECTIVE_COLUMNS
from generator.parts.model import Sure
from generator.patterns import late
from generator.records import record
from generator.recovering.body import Node
from generator.recovering.quality.headings import (
    Column,
    counted,
    field_called,
    objective_columns,
)
from generator.recovering.quality.plan import wide_row
from generator.recovering.quality.stated import DOUBT, stated_targets
from generator.recovering.quality.units import names_a_unit
from generator.recovering.quality.views import view_columns
from generator.recovering.said import Said, Tree
from generator.recovering.tables.grid import Grid, Slot
from generator.recovering.texts import Piece, marked, without_start, words_of
from generator.wording.characters import fold
from generator.wording.numerals.ordinals import point_letter

_POINT = late(r"^(?P<letter>[a-zđ])\)\s+")
STATES = late(r"\d|một|hai|xuất sắc|loại tốt|toàn bộ|tất cả", 2)
_LINES = {"phoi_hop", "phuong_phap", "bien_phap", "tan_suat", "thoi_gian"}
_LEADS = late(r"\b(?:mục tiêu|MTCL|chỉ tiêu chất lượng)\b[^;.]{0,110}:$", 2)
_OF_REPORTS = late(
    r"kết quả thực hiện|báo cáo|số liệu|kế hoạch thực hiện|"
    r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính|hủy bỏ)\b"
    r"(?=.*\b(?:nội dung|điểm|khoản|điều|mục|cụm từ|phụ lục|của))",
    2,
)
"""What follows such words are no objectives: results of them, or changes of what another paper says."""
_NUMBERED = late(r"^(?:[IVX]+|\d{1,2}|[A-Z])\s*[./)-]+\s*")
_LEAST = 2
_POINTS_BELOW = {"khoan": "diem", "khoan_tieu_de": "diem", "diem": "gach", "gach": "cong"}
"""The units objectives are, and those that their points are unless the view says so."""
_POINTS = ("diem", "gach", "cong", "doan")
_CALLED = late(r"^\W*(?:\d{1,2}\W+)?mục tiêu(?: chất lượng)?(?: số)? \d", 2)
_LABELLED = late(r"^(?P<label>[^\W\d][^:;.\d]{2,60}):\s+(?P<said>\S.*)$")
_ENDED = late(r";\s*")
_UNIT_FIRST = late(r"^\W*(?P<unit>[^\W\d][^:;]*?)\s*[:–]\s*(?P<target>[^:;]+)$")
_UNIT_LAST = late(r"^\W*(?P<target>[^():;]*\d[^():;]*?)\s*\((?P<unit>[^()]+)\)$")
_ORDER = (
    "id", "noi_dung", "diem", "chi_tieu", "theo_doi", "phoi_hop", "phuong_phap", "bien_phap", "tan_suat",
    "thoi_gian", "ghi_chu", "nhom",
)  # fmt: skip
_BEHIND = "đứng sau lời dẫn về mục tiêu"


@record()
class ReadObjectives:
    """Objectives in order, and how the document prints them."""

    objectives: list[dict[str, Tree]]
    view: dict[str, Tree]


def objectives_of_table(grid: Grid, lead: str = "") -> ReadObjectives | None:
    """The objectives of a table whose headings are theirs, or the words that lead to it; None for any other."""
    columns = objective_columns(grid, lead)
    if columns is None:
        return None
    heads = {at: group for at in range(grid.heading, len(grid.rows)) if (group := wide_row(grid, at, columns))}
    starts = _starts(grid, columns, heads)
    targets = [at for at, column in enumerate(columns) if column.key == "chi_tieu" and column.unit is None]
    units = [at for at, column in enumerate(columns) if column.unit is not None]
    dashes = any(slot.texts and not any(map(str.isalnum, slot.words)) for slot in grid.cells(*units))
    if not starts or dashes or any(_by_unit(slot) for slot in grid.cells(*targets)):  # which no view prints
        return None
    made: list[dict[str, Tree]] = []
    numbers: list[list[str]] = [[]]
    above: list[Said] = []
    for begin, stop in zip(starts, [*starts[1:], len(grid.rows)], strict=True):
        if begin in heads:
            above += heads[begin].own
            continue
        objective = objective_of_rows(grid, columns, begin, stop, len(made) + 1)
        if objective is None:
            return None
        if above:
            objective["nhom"], above = above[0] if len(above) == 1 else above, []
            numbers.append([])
        slot = grid.at(begin, 0) if columns[0].key == "stt" else None
        numbers[-1].append(slot.words.strip(" .") if slot else "")
        made.append(objective)
    running = _numbered([number for group in numbers for number in group])
    if not made or above or not (running or all(map(_numbered, numbers))):
        return None
    view: dict[str, Tree] = {"dang": "bang"} | ({} if running else {"danh_so": "theo_nhom"})
    chosen = view_columns(columns, OBJECTIVE_COLUMNS, grid)
    if chosen is not None:
        view["cot"] = chosen
    return ReadObjectives(made, view)


def _numbered(numbers: Sequence[str]) -> bool:
    """Whether the numbers count from 1, or none is typed."""
    return all(not words or counted(words) == n for n, words in enumerate(numbers, start=1))


def _starts(grid: Grid, columns: Sequence[Column], heads: Container[int]) -> list[int]:
    """The rows in which an objective or a group begins; none where the rows do not fit objectives."""
    at = next(n for n, column in enumerate(columns) if column.key == "noi_dung")
    starts = []
    for number in range(grid.heading, len(grid.rows)):
        slot = next((slot for slot in grid.rows[number] if slot.column == at), None)
        if number in heads:
            starts.append(number)
            continue
        if any(slot.columns > 1 for slot in grid.rows[number]):
            return []
        if slot is not None and slot.texts:
            starts.append(number)
    return starts if starts and starts[0] == grid.heading else []


def objective_of_rows(
    grid: Grid, columns: Sequence[Column], begin: int, stop: int, number: int
) -> dict[str, Tree] | None:
    """The objective that the rows from ``begin`` up to ``stop`` say; None where they have no words for it."""
    made: dict[str, Tree] = {"id": f"mt{number}"}
    per_row: dict[str, list[Slot | None]] = {}
    beside: list[Tree] = []  # targets of units that have a column each
    for at, column in enumerate(columns):
        slots = [grid.at(row, at) for row in range(begin, stop)]
        if column.unit is not None:
            filled = {id(slot): slot for slot in slots if slot is not None and any(map(str.isalnum, slot.words))}
            beside += [_target(slot, column.unit) for slot in filled.values()]
            continue
        if column.key in ("chi_tieu", "don_vi"):
            per_row[column.key] = slots
            continue
        own = list({id(slot): slot for slot in slots if slot is not None and slot.texts}.values())
        if column.key == "stt":
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
    return {key: made[key] for key in _ORDER if key in made}


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
        apart = _by_unit(target) if unit is None or not several else []
        if apart:
            targets += [_target(own, named) for own, named in apart]
            continue
        targets.append(_target(target, unit if several and unit is not None and unit.texts else None))
    shared = next((slot for slot in units if slot is not None and slot.texts), None)
    return targets, None if several or shared is None else _lines([shared])


def _by_unit(slot: Slot) -> list[tuple[Slot, Slot]]:
    """The targets that a cell says of a unit each, with the units: «Phòng Nội vụ: 98%», «98% (Phòng Nội vụ)»."""
    made = []
    for line in (part for text in slot.texts for part in _ENDED.split(text.strip(" ;.")) if part.strip()):
        found = _UNIT_FIRST.match(line) or _UNIT_LAST.match(line)
        if found is None or not names_a_unit(found["unit"].strip()) or not STATES.search(found["target"]):
            return []
        target, unit = (replace(slot, texts=[found[key].strip()], words=line) for key in ("target", "unit"))
        made.append((target, unit))
    return made


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


def objectives_of_units(parent: Node, before: Sequence[str]) -> tuple[int, int, ReadObjectives] | None:
    """The run of khoản, điểm or dashed lines below ``parent`` that are objectives: from, to, and these.

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
    if len(units) < _LEAST or not leads_to_objectives(lead, titled=form.startswith("khoan")):
        return None
    if any(one.children and names_a_unit(one.words[len(one.number) :].strip(" .:;")) for one in units):
        return None  # what is below the name of a unit are its objectives
    figures = sum(bool(STATES.search(one.words[len(one.number) + 1 :]) or one.children) for one in units)
    if figures * 2 < len(units):
        return None
    made = []
    points_are = {one.unit for unit in units for one in unit.children} or {_POINTS_BELOW[form]}
    if len(points_are) > 1 or not points_are <= {*_POINTS} or points_are == {form}:
        return None
    for number, unit in enumerate(units, start=1):
        if unit.text is None or any(one.text is None or one.children or one.looks for one in unit.children):
            return None
        points = [one.text for one in unit.children if one.text is not None]
        objective = _of_unit(number, unit.text, points)
        if form == "khoan_tieu_de" and not (_CALLED.match(unit.words) or "chi_tieu" in objective):
            return None
        made.append(objective)
    view: dict[str, Tree] = {"dang": form}
    if points_are != {_POINTS_BELOW[form]}:
        view["diem"] = points_are.pop()
    return begin, stop, ReadObjectives(made, view)


def _of_unit(number: int, said: Said, points: list[Said]) -> dict[str, Tree]:
    """The objective that a unit and the points below it say; the words of labelled points are fields as well."""
    objective: dict[str, Tree] = {
        "id": f"mt{number}",
        "noi_dung": Said(said.value, said.place, said.words, Sure.LIKELY, _BEHIND),
    }
    if points:
        objective["diem"] = points
    for point in points:
        found = _LABELLED.match(str(point.value))
        key = field_called(found["label"]) if found else ""
        if found is None or key not in (*_LINES, "chi_tieu", "don_vi") or ";" in found["said"].rstrip(" .;"):
            continue
        own = replace(point, value=found["said"].rstrip(" .;"), sure=Sure.LIKELY, why="điểm có nhãn của mục tiêu")
        if key == "chi_tieu":
            objective["chi_tieu"] = [*objective.get("chi_tieu", []), {"in_ra": own}]
        else:
            objective.setdefault("theo_doi" if key == "don_vi" else key, own)
    if "chi_tieu" not in objective:
        targets, doubt = stated_targets([said, *points])
        if targets:
            objective["chi_tieu"] = targets
        elif doubt:
            objective["noi_dung"] = replace(objective["noi_dung"], why=f"{_BEHIND}; {DOUBT}")
    return {key: objective[key] for key in _ORDER if key in objective}


def leads_to_objectives(lead: Sequence[str], *, titled: bool = False) -> bool:
    """Whether what stands above says that objectives follow: «… hoàn thành các mục tiêu sau:», or a title of theirs.

    ``titled`` units are theirs below a title wherever a colon leads to them.
    """
    last = _NUMBERED.sub("", lead[-1].rstrip()) if lead else ""
    if last.endswith(":"):
        found = _LEADS.search(last)
        told = found is not None and not _OF_REPORTS.search(last)
        return told or (titled and fold(lead[0]).startswith("muctieuchatluong"))
    return fold(last).startswith("muctieuchatluong")
