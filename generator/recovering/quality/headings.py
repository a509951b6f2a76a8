"""Which column of a table is which field of an objective or of a task, by its heading, as offices name them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.dossier.quality.columns import (
    DEFAULT_OBJECTIVE_COLUMNS,
    DEFAULT_PLAN_COLUMNS,
    OBJECTIVE_COLUMNS,
    PLAN_COLUMNS,
    ColumnKind,
)
from generator.patterns import late
from generator.records import record
from generator.recovering.quality.units import names_a_unit
from generator.recovering.tables.grid import Grid, Slot
from generator.wording.characters import fold
from generator.wording.naming.totals import is_total

_FIGURE = late(r"\d|loại|đạt", 2)
_DURATION = late(r"\W*\d+(?:[.,/]\d+)?\s*(?:ngày|giờ|phút|buổi)(?:\s+làm việc)?\W*", 2)
_TIME = late(r"tháng|quý|năm|thường xuyên|định kỳ|hằng|hàng|trước|khi|\d{1,2}/\d", 2)
OTHER = "khac"
"""The key of a column that no field fits."""
OBJECTIVE = "muc_tieu"
"""The key of a column that says which objective the tasks beside it serve."""
_SERVED = late(
    r"(?:tên\s+|nội dung\s+)?(?:các\s+)?(?:mục tiêu|MTCL)(?:\s+(?:chất lượng|số|cụ thể|năm \d{4}|liên quan))*", 2
)
_GROUP = late(r"(?:nhóm|lĩnh vực|mảng)(?:\s+(?:nhiệm vụ|công việc|việc|nội dung|công tác|hoạt động|giải pháp))*", 2)
_PROVED = 0.8  # share of a column's cells that must say what the column is for
NUMBERS = ("stt", "tt", "sott", "sothutu", "so")
"""Headings of the column that numbers the rows."""
_PERIOD = late(r"(?P<kind>quý|tháng|tuần|t\.?)\s*(?P<number>[IVX]+|\d{1,2})(?:/\d{4}| năm \d{4})?", 2)
_PERIODS = {"quy": "Quý", "thang": "Tháng", "tuan": "Tuần"}  # what columns below count, by the words above them
_WHO_DOES = ("ailam", "aithuchien")  # whole headings: «việc phải làm» ends like the first
_WHO_WORKS = late(
    r"(?:cac)?(?:(?:donvi|coquan|phongban|phong|bophan|nguoi|canbo|canhan|congchuc|vienchuc|tochuc)(?:va|hoac)?)+"
    r"(?:duocgiao|chutri|phoihop)?(?:thuchien|trienkhai|phutrach|damnhiem)|phancong(?:thuchien|nhiemvu)?|"
    r"(?:trachnhiem|giao)thuchien"
)
"""Folded headings of who does a task, however many are named: «Đơn vị, cá nhân thực hiện»."""
_MARKS = frozenset("xX✓✔√●•+")
_OBJECTIVE_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ghi_chu", ("ghichu",)),
    ("tan_suat", ("tansuat", "chuky", "kydanhgia", "kydo", "kybaocao", "dinhky")),
    ("thoi_gian", ("thoigian", "thoihan", "hanhoanthanh", "mochoanthanh", "thoidiem")),
    ("phuong_phap", (
        "phuongphap", "phuongthuc", "cachtinh", "cachdo", "cachthucdo", "cachxacdinh", "cachtheodoi", "cachdanhgia",
        "cancudanhgia", "cancutinh", "cancutheodoi", "cancuxacdinh", "cosodanhgia", "nguonsolieu", "nguondulieu",
        "congthuc", "congcudo",
    )),
    ("bien_phap", ("bienphap", "giaiphap")),
    ("phoi_hop", ("phoihop", "donvithamgia", "coquanthamgia")),
    ("chi_tieu", (
        "muctieudera", "chitieu", "mucdat", "mucphandau", "kehoachnam", "candat", "phaidat", "mucchatluong", "camket",
        "mucyeucau", "giatrimuctieu",
    )),
    ("don_vi", (
        "cqcm", "donvi", "bophan", "theodoi", "coquan", "trachnhiem", "phutrach", "nguoithuchien", "chutri", "daumoi",
        "noithuchien",
    )),
    ("noi_dung", ("muctieu", "noidung", "tieuchi", "chiso")),
)  # fmt: skip
_PLAN_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ghi_chu", ("ghichu",)),
    ("kinh_phi", ("kinhphi", "nguonluc", "dutoan")),
    ("theo_doi", ("theodoi", "giamsat", "kiemtra", "lanhdaophutrach", "lanhdaochidao", "chidaothuchien")),
    ("ket_qua", ("ketqua", "sanpham", "hoso", "cachthuc", "minhchung", "bangchung", "dautra")),
    ("phoi_hop", ("phoihop", "hotro", "donvithamgia", "coquanthamgia", "bophanthamgia")),
    ("chu_tri", (
        "chutri", "daumoi", "thuchienchinh", "phutrach", "donvithuchien", "bophanthuchien", "trachnhiemthuchien",
        "nguoithuchien", "coquanthuchien", "canbothuchien", "noithuchien", "chiutrachnhiem",
    )),
    ("thoi_gian", ("thoigian", "thoihan", "tiendo", "thoidiem", "hoanthanh", "mocthoigian", "baogio", "khinao")),
    ("noi_dung", ("noidung", "viec", "nhiemvu", "bienphap", "hoatdong", "hanhdong", "muctieu", "hangmuc")),
)  # fmt: skip


@record(frozen=True)
class Column:
    """A column as recognised: the field, its heading as typed, the heading it shares with its neighbours.

    ``unit`` is the cell that heads a column with the targets of one unit, ``time`` the time whose tasks a column
    marks, as the dossier says it, ``head`` the cell that heads this.
    """

    key: str
    heading: str
    group: str = ""
    unit: Slot | None = None
    time: str = ""
    head: Slot | None = None

    @property
    def shared(self) -> bool:
        """Whether the heading names two fields, of which the column can be but one: «Chủ trì/Phối hợp»."""
        return self.key == "chu_tri" and "phoihop" in fold(self.heading)


def _unheaded(grid: Grid, orders: tuple[tuple[str, ...], ...], telling: str, says: re.Pattern[str]) -> list[Column]:
    """The columns of a table without a head, in the usual order of as many; ``telling`` is the one that proves it."""
    keys = next((order for order in orders if len(order) == grid.columns), ())
    if grid.heading or not keys:
        return []
    rows = [[slot for slot in row if slot.columns == 1] for row in grid.rows]
    numbered = [row[0].words.strip(" .") for row in rows if row and row[0].column == 0]
    at = keys.index(telling)
    said = [slot.words for row in rows for slot in row if slot.column == at and slot.texts]
    proved = sum(bool(says.search(words)) for words in said) >= _PROVED * max(len(said), 1)
    if not said or not proved or not any(one.isdecimal() for one in numbered):
        return []
    return [Column(key, "") for key in keys]


def objective_columns(grid: Grid, lead: str = "") -> list[Column] | None:
    """The columns of a table of objectives; None where a heading is of none of its fields.

    ``lead`` are the words above it: below a title of theirs objectives may be called contents.
    """
    if grid.noted:
        return None
    if not grid.heading:
        return _unheaded(grid, (DEFAULT_OBJECTIVE_COLUMNS,), "chi_tieu", _FIGURE) or None
    columns = _columns(grid, OBJECTIVE_COLUMNS, _OBJECTIVE_WORDS)
    if columns is None:
        return None
    keys = [column.key for column in columns]
    content = next((column for column in columns if column.key == "noi_dung"), None)
    if (
        content is None
        or "chi_tieu" not in keys
        or "muctieu" not in fold(f"{content.heading} {_of(columns, 'chi_tieu')} {lead}")
    ):
        return None
    return columns


def plan_columns(grid: Grid) -> list[Column] | None:
    """The columns of a table of tasks; None where a heading is of none of its fields."""
    if grid.noted:
        return None
    if not grid.heading:
        return _unheaded(grid, (DEFAULT_PLAN_COLUMNS, DEFAULT_PLAN_COLUMNS[:5]), "thoi_gian", _TIME) or None
    columns = _columns(grid, PLAN_COLUMNS, _PLAN_WORDS)
    if columns is None:
        return None
    keys = [column.key for column in columns]
    if takes_time(grid, columns):
        return None
    return columns if "noi_dung" in keys and "thoi_gian" in keys and ("chu_tri" in keys or "ket_qua" in keys) else None


def takes_time(grid: Grid, columns: Sequence[Column]) -> bool:
    """Whether the times are how long each takes, as of the steps of a procedure, and not when it is done."""
    at = [n for n, column in enumerate(columns) if column.key == "thoi_gian" and not column.time]
    said = [slot.words for slot in grid.cells(*at)]
    return bool(said) and sum(bool(_DURATION.fullmatch(words)) for words in said) * 2 >= len(said)


def columns_of_tasks(grid: Grid) -> list[Column]:
    """The columns of a table that may hold tasks, ``OTHER`` those that no field of a task fits.

    ``OBJECTIVE`` is the one that heads the tasks beside it, an objective or a group of tasks, where a column of these
    stands behind it: «Nhóm nhiệm vụ», then «Nội dung»; or «Nhiệm vụ» over several rows, then «Công việc cụ thể».
    """
    made = _columns(grid, PLAN_COLUMNS, _PLAN_WORDS, others=True) or []
    at = next((n for n, one in enumerate(made) if one.key == "noi_dung" and _heads_tasks(grid, n, one)), None)
    works = [
        n for n, one in enumerate(made) if at is not None and n > at and one.key == OTHER and _of_work(one.heading)
    ]
    if at is None or not works:
        return made
    made[at], made[works[0]] = replace(made[at], key=OBJECTIVE), replace(made[works[0]], key="noi_dung")
    return made


def _heads_tasks(grid: Grid, at: int, column: Column) -> bool:
    heading = column.heading.strip()
    if _SERVED.fullmatch(heading) or _GROUP.fullmatch(heading):
        return True
    return any(slot.rows > 1 and slot.columns == 1 for slot in grid.cells(at))


def serves_objectives(grid: Grid) -> bool:
    """Whether a column says of each task which objective it serves: «Mục tiêu», beside it «Công việc»."""
    return any(one.key == OBJECTIVE and _SERVED.fullmatch(one.heading.strip()) for one in columns_of_tasks(grid))


def work_column(grid: Grid) -> int | None:
    """The column of the tasks that serve the objectives beside them in one table; None where the table holds no such.

    Measures («biện pháp») are an objective's own, but where several stand beside one.
    """
    columns = columns_of_tasks(grid)
    keys = [column.key for column in columns]
    if OBJECTIVE not in keys or "chu_tri" not in keys:
        return None
    served, works = keys.index(OBJECTIVE), keys.index("noi_dung")
    own = "bienphap" in fold(columns[works].heading) or "giaiphap" in fold(columns[works].heading)
    return works if not own or any(slot.rows > 1 for slot in grid.cells(served)) else None


def _of_work(heading: str) -> bool:
    words = next(words for key, words in _PLAN_WORDS if key == "noi_dung")
    return any(word in fold(heading) for word in (*words, "giaiphap") if word != "muctieu")


def _of(columns: list[Column], key: str) -> str:
    return next((column.heading for column in columns if column.key == key), "")


def _columns(
    grid: Grid,
    kinds: Mapping[str, ColumnKind],
    known: tuple[tuple[str, tuple[str, ...]], ...],
    *,
    others: bool = False,
) -> list[Column] | None:
    """The columns by their headings; None where one is of no field, which ``others`` calls ``OTHER``."""
    if not grid.heading:
        return None
    made: list[Column] = []
    units = unit_columns(grid) if kinds is OBJECTIVE_COLUMNS else ()
    times = _time_columns(grid) if kinds is PLAN_COLUMNS else {}
    for at in range(grid.columns):
        levels = levels_of(grid, at)
        if others and (not levels or len(levels) > 2 or levels[-1].columns > 1):
            made.append(Column(OTHER, ""))
            continue
        if not levels or len(levels) > 2:
            return None
        heading, group = levels[-1].text, levels[0].text if len(levels) == 2 else ""
        if any(slot.columns > 1 for slot in levels[-1:]):
            return None
        if at in units:
            made.append(Column("chi_tieu", heading, group, levels[-1]))
            continue
        if at in times:
            made.append(Column("thoi_gian", heading, group, time=times[at], head=levels[-1]))
            continue
        key = _key(heading, at, kinds, known, {column.key for column in made})
        if not key and not others:
            return None
        made.append(Column(key or OTHER, heading, group))
    return made


def unit_columns(grid: Grid) -> list[int]:
    """The columns with the targets of one unit each, two at least: «Chỉ tiêu», below it «Văn phòng», «Phòng Nội vụ»."""
    levels = [levels_of(grid, at) for at in range(grid.columns)]
    found = [at for at, own in enumerate(levels) if own and _of_a_unit(own[-1].text, own[0].text if own[1:] else "")]
    found = _with_those_beside(levels, found)
    cells = [slot.words for row in grid.body for slot in row if slot.column in found and slot.texts]
    return (
        found if len(found) > 1 and sum(bool(_FIGURE.search(words)) for words in cells) >= _PROVED * len(cells) else []
    )


def _with_those_beside(levels: list[list[Slot]], found: list[int]) -> list[int]:
    """The columns of units with all below the same heading: most are known as units, the others stand for units too."""
    made = set(found)
    for group in {id(levels[at][0]): levels[at][0] for at in found if levels[at][1:]}.values():
        below = [at for at, own in enumerate(levels) if own[1:] and own[0] is group]
        known = [at for at in below if at in found]
        rest = [levels[at][-1].text for at in below if at not in found]
        if 2 * len(known) >= len(below) and not any(map(_says_else, rest)):
            made.update(below)
    return sorted(made)


def _says_else(heading: str) -> bool:
    """Whether the heading is known to be of something else than a unit: a period, a year, another field, a total."""
    return bool(
        field_called(heading) or any(map(str.isdigit, heading)) or _PERIOD.fullmatch(heading) or is_total(heading)
    )


def _time_columns(grid: Grid) -> dict[int, str]:
    """The columns that mark what is done in a time, two at least, and that time: «Quý I», or «1» below «Tháng»."""
    found: dict[int, str] = {}
    for at in range(grid.columns):
        levels = levels_of(grid, at)
        own = levels[-1].text.strip() if levels else ""
        above = fold(levels[0].text) if levels[1:] else ""
        counts = next((_PERIODS[word] for word in _PERIODS if word in above), "")
        if counts and re.fullmatch(r"[IVX]+|\d{1,2}", own):
            found[at] = f"{counts} {own}"
        elif match := _PERIOD.fullmatch(own):
            short = match["kind"].rstrip(".").lower() == "t"
            found[at] = f"Tháng {match['number']}" if short else own
    cells = [slot.words for row in grid.body for slot in row if slot.column in found and slot.columns == 1]
    marked = [words for words in cells if words]
    return found if len(found) > 1 and marked and all(words in _MARKS for words in marked) else {}


def _of_a_unit(heading: str, group: str) -> bool:
    """Whether the heading names a unit, below one that says «Chỉ tiêu» or alone: its cells are what it is to reach."""
    if not names_a_unit(heading):
        return False
    targets = next(words for key, words in _OBJECTIVE_WORDS if key == "chi_tieu")
    return not group or any(word in fold(group) for word in targets)


def field_called(label: str) -> str:
    """The key of the field of an objective that the words before a colon name; empty where they name none."""
    folded = fold(label)
    return next((key for key, words in _OBJECTIVE_WORDS if any(word in folded for word in words)), "")


def counted(words: str) -> int | None:
    """The number that a row is given: «1», «01.»; None for other words."""
    number = words.strip(" .")
    return int(number) if number.isdecimal() else None


def levels_of(grid: Grid, column: int) -> list[Slot]:
    """The headings above a column, the widest first."""
    found: list[Slot] = []
    for row in range(grid.heading):
        slot = grid.at(row, column)
        if slot is not None and slot not in found and slot.texts:
            found.append(slot)
    return found


def _key(
    heading: str,
    at: int,
    kinds: Mapping[str, ColumnKind],
    known: tuple[tuple[str, tuple[str, ...]], ...],
    taken: set[str],
) -> str:
    folded = fold(heading)
    if at == 0 and folded in NUMBERS:
        return "stt"
    own = next((key for key, kind in kinds.items() if fold(kind.heading) == folded and key not in taken), "")
    if own:
        return own
    if known is _PLAN_WORDS and folded in _WHO_DOES and "chu_tri" not in taken:
        return "chu_tri"
    if known is _PLAN_WORDS and "chutri" in folded and "phoihop" in folded and "chu_tri" not in taken:
        return "chu_tri"
    if known is _PLAN_WORDS and _WHO_WORKS.fullmatch(folded) and "chu_tri" not in taken:
        return "chu_tri"
    return next((key for key, words in known if key not in taken and any(word in folded for word in words)), "")
