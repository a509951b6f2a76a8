"""Columns that hold values and are none of ours: the agency's own, which is said, or one of ours under another name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.errors import Problem
from generator.faults import Code
from generator.patterns import late
from generator.wording.characters import fold
from generator.workbook.reading.said import Said
from generator.workbook.sheets.columns import Column, Kind
from generator.workbook.sheets.layout import HELP, OBJECTIVES, PLAN, RESULTS
from generator.workbook.xlsx.cells import Cell
from generator.workbook.xlsx.grid import Grid

_TOLD = 3  # cells of a column without a heading that are named
_OFFERED = 4  # headings a column may have had
_NUMBERS = frozenset({Kind.WHOLE, Kind.NUMBER, Kind.FIGURE})
_DAYS = frozenset({Kind.DAY, Kind.MOMENT})
_DAY = late(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")

# How offices head the columns of results, without diacritics and spaces, and which of ours that is.
_CALLED = tuple(
    (late(pattern), heading)
    for pattern, heading in (
        (r"(?:ten)?(?:coquan|phong|ban|bophan|xa|thon|khoa|truong|coso|noi)|dvi$|dv$", "Đơn vị"),
        (r"tong|tatca|sophatsinh|sotiepnhan|sodagiaiquyet|.*phaidat|mau", "Mẫu số"),
        (r".*(?:dunghan|truochan|dat|hailong)|so(?:hoso|luong|viec|nguoi|phieu)|tu$", "Tử số"),
        (r"tyle|tile|ketqua|diem|sothuchien|thuchien|kq|socuoi", "Giá trị"),
        (r"xeploai|danhgia|loai|muc", "Mức xếp loại"),
        (r"thoigian|quy|thang|dot|ky", "Kỳ báo cáo"),
        (r"lydo|vuongmac|tontai", "Nguyên nhân"),
        (r"giaiphap|bienphap|khacphuc|huongxuly", "Hành động khắc phục"),
    )
)

# The same of targets and of the work planned; sheets have too many columns to name them all.
_ALSO_CALLED = {
    fold(OBJECTIVES): tuple(
        (late(pattern), key)
        for pattern, key in (
            (r"chitieu|muctieu(?!chatluong)|mucdat|muctieucandat|yeucau", ("in_ra",)),
            (r"donvi|coquan|phong|bophan|nguoi(?:thuchien|phutrach)|chutri", ("don_vi", "theo_doi")),
            (r"mucchatluong|tenmuctieu|muctieuchatluong", ("noi_dung",)),
            (r"cachtinh|congthuc|phuongphap", ("phuong_phap",)),
            (r"thoihan|han|thoigian", ("thoi_gian",)),
        )
    ),
    fold(PLAN): tuple(
        (late(pattern), key)
        for pattern, key in (
            (r"nhiemvu|hoatdong|noidung|viec", ("noi_dung",)),
            (r"donvi|coquan|phong|bophan|nguoi(?:thuchien|phutrach)|thuchien", ("chu_tri",)),
            (r"thoihan|tiendo|han|thoigian", ("thoi_gian",)),
            (r"sanpham|daura|ketqua", ("ket_qua",)),
            (r"chiphi|ngansach|nguonluc|kinhphi", ("kinh_phi",)),
        )
    ),
}


def tell_unread(
    grid: Grid, row: int, found: Mapping[str, int], left: Mapping[int, Cell], columns: Sequence[Column], said: Said
) -> None:
    """Say of every column that holds values and is not read what it may be; ``left`` are the headings not known.

    It is a problem where one of our columns that holds such values is gone: it may be that one under another name.
    """
    gone = [column for column in columns if not column.live and column is not HELP and column.heading not in found]
    headed = set(grid.rows[row])
    for number, cells in sorted(_below(grid, row).items()):
        if number in left:
            heading = left[number]
            typed = " ".join(heading.text.split())[:60]
            what, place = f"cột «{typed}»", grid.place(heading.ref)
            harmless = f"{place}: {what} không dùng, bỏ qua"
        elif number not in headed:
            refs = [cell.ref for cell in cells]
            listed = ", ".join(refs[:_TOLD]) + (f" và {len(refs) - _TOLD} ô nữa" if len(refs) > _TOLD else "")
            typed, what, place = "", "cột không có tiêu đề", f"Sheet {grid.name}, ô {listed}"
            harmless = f"{place}: {what}, không đọc"
        else:
            continue
        meant = _meant(_sheet_of(columns), typed, cells, gone)
        if meant:
            said.problems.append(_problem(place, what, len(cells), meant))
        else:
            said.notes.append(harmless)


def _sheet_of(columns: Sequence[Column]) -> str:
    """Which of our sheets has the columns, however the clerk calls it."""
    keys = {column.path[-1] for column in columns if column.path}
    if "in_ra" in keys:
        return OBJECTIVES
    return RESULTS if "tu_so" in keys else PLAN if "chu_tri" in keys else ""


def _problem(place: str, what: str, filled: int, meant: Sequence[str]) -> Problem:
    names = ", ".join(f"«{name}»" for name in meant[:_OFFERED]) + (" …" if len(meant) > _OFFERED else "")
    one = f"«{meant[0]}»" if len(meant) == 1 else f"tên cột đúng ({names})"
    fix = f"ghi tiêu đề thành {one}; nếu là cột riêng thì thêm lại cột thiếu, để trống"
    said = f"{what} có {filled} ô dữ liệu mà không được đọc, trong khi thiếu cột {names}"
    return Problem(place, said, fix, Code.UNKNOWN_COLUMN)


def _below(grid: Grid, row: int) -> dict[int, list[Cell]]:
    """The cells below the headings by column, those merged from above left out."""
    found: dict[int, list[Cell]] = {}
    for number, cells in sorted(grid.rows.items()):
        if number > row:
            for column, cell in sorted(cells.items()):
                if cell.ref.endswith(str(number)):
                    found.setdefault(column, []).append(cell)
    return found


def _meant(sheet: str, typed: str, cells: Sequence[Cell], gone: Sequence[Column]) -> list[str]:
    """The headings that are gone and hold values such as these: the one that is called so, else all of them."""
    fitting = [column.heading for column in gone if column.kind in _kinds(cells)]
    name = fold(typed)
    for pattern, keys in _ALSO_CALLED.get(fold(sheet), ()) if name else ():
        called = [column.heading for column in gone if column.path[-1:] and column.path[-1] in keys]
        if called and pattern.match(name):
            return called
    if fold(sheet) == fold(RESULTS) or "Tử số" in fitting:
        for pattern, heading in _CALLED:
            if heading in fitting and name and pattern.match(name):
                return [heading]
    return fitting


def _kinds(cells: Sequence[Cell]) -> frozenset[Kind]:
    """The kinds of column that hold such values."""
    numbers = sum(cell.number is not None or bool(cell.wrong) for cell in cells)
    if 2 * numbers >= len(cells):
        return _NUMBERS
    if 2 * sum(bool(_DAY.search(cell.text)) for cell in cells) >= len(cells):
        return _DAYS
    return frozenset(Kind) - _NUMBERS - _DAYS - {Kind.FLAG}
