"""Which sheet of a workbook is which of ours: by its name, by one close to it, by the headings it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.errors import DataError, Problem
from generator.faults import Code
from generator.patterns import late
from generator.wording.characters import fold
from generator.wording.nearest import TAKEN, did_you_mean
from generator.workbook.reading.headings import best_headings
from generator.workbook.reading.said import Said
from generator.workbook.sheets.columns import Column
from generator.workbook.sheets.layout import AGENCY, BODY, DOCUMENTS, GUIDE, LISTS, OBJECTIVES, PLAN, RESULTS
from generator.workbook.xlsx.grid import Grid, read_grid
from generator.workbook.xlsx.package import Package, SheetPart

_NOT_READ = frozenset(map(fold, (GUIDE, LISTS)))
_DRAFT = late(r"(?:nháp|bản nháp)\b|nhap\d*$", re.IGNORECASE)
_TELLING = 3  # headings of ours that make a sheet one of ours
_TABLE = 2  # rows, and columns, that make a table
# How offices call these sheets, without diacritics and spaces.
_CALLED = (
    (late(r"kq|ketqua|solieu|dulieu|data|bangsolieu|nhaplieu|baocaoso|thongke|result"), RESULTS),
    (late(r"mt(?:cl)?\d*$|muctieu|chitieu|mtcl"), OBJECTIVES),
    (late(r"kh\d*$|kehoach|congviec|nhiemvu|tiendo"), PLAN),
)
_DRAFTS = "bản nháp thì đặt tên bắt đầu bằng «Nháp»"


class SheetFinder:
    """The sheets of ours by name; of each other sheet it is said that it is not read, or asked which it was."""

    def __init__(self, package: Package, columns: Mapping[str, Sequence[Column]], said: Said) -> None:
        self.found: dict[str, Grid] = {}
        self.failed = False
        self._package = package
        self._columns = columns
        self._said = said
        left = list(self._by_name())
        left = list(self._by_likeness(left))
        for part in left:
            self._tell(part)
        said.notes += [f"Sheet «{grid.name}» đang ẩn, vẫn đọc" for grid in self.found.values() if grid.hidden]
        for name in (AGENCY, DOCUMENTS):
            if name not in self.found:
                fix = f"thêm sheet «{name}», hoặc tạo tệp mới: vanthu workbook new"
                self._fail(Problem(package.label, f"thiếu sheet «{name}»", fix, Code.NO_SHEET))

    def _by_name(self) -> Iterator[SheetPart]:
        wanted = {fold(name): name for name in self._columns}
        for part in self._package.sheets:
            name = wanted.get(fold(part.name))
            if name and name in self.found:
                what, fix = f"có hai sheet «{name}»", "xóa hoặc đổi tên một sheet; dữ liệu dồn về một sheet"
                self._fail(Problem(self._package.label, what, fix, Code.UNKNOWN_SHEET))
            elif name:
                self.found[name] = self._read(part)
            elif fold(part.name) not in _NOT_READ:
                yield part

    def _by_likeness(self, parts: Sequence[SheetPart]) -> Iterator[SheetPart]:
        """Takes a sheet for the one it is called much like, where no other is; yields the rest."""
        free = [name for name in self._columns if name not in self.found]
        meant: dict[str, list[SheetPart]] = {}
        for part in parts:
            close = [] if _is_draft(part) else did_you_mean(part.name, free, likeness=TAKEN)
            if close:
                meant.setdefault(close[0], []).append(part)
            else:
                yield part
        for name, alike in meant.items():
            if len(alike) == 1:
                self.found[name] = self._read(alike[0])
                self._said.notes.append(f"Sheet «{alike[0].name}» được hiểu là «{name}»")
                continue
            names = ", ".join(f"«{part.name}»" for part in alike)
            what, fix = f"chưa rõ sheet nào là «{name}»: {names}", f"dồn dữ liệu vào một sheet tên «{name}»; {_DRAFTS}"
            self._fail(Problem(self._package.label, what, fix, Code.UNKNOWN_SHEET))

    def _tell(self, part: SheetPart) -> None:
        """Say that the sheet is not read; a problem where it holds what one of ours should."""
        grid = self._peek(part)
        rows = _filled_rows(grid)
        meant, why = ("", "") if _is_draft(part) or not rows else self._meant(part, grid, rows)
        if not meant:
            self._said.notes.append(f"Sheet «{part.name}» không thuộc hồ sơ, bỏ qua")
            return
        rows = _filled_rows(grid, self._columns[meant])
        if not rows:  # one of ours renamed that was never filled
            self._said.notes.append(f"Sheet «{part.name}» giống sheet «{meant}» nhưng không có dữ liệu, bỏ qua")
            return
        what = f"có {rows} dòng mà không được đọc: {why}"
        if meant in self.found:
            fix = f"chuyển các dòng đó sang sheet «{self.found[meant].name}» rồi xóa sheet này; {_DRAFTS}"
        else:
            fix = f"đổi tên sheet thành «{meant}»; {_DRAFTS}"
        self._fail(Problem(f"Sheet {part.name}", what, fix, Code.UNKNOWN_SHEET))

    def _meant(self, part: SheetPart, grid: Grid, rows: int) -> tuple[str, str]:
        """The sheet of ours it was meant to be, and what tells; empty for one of the agency's own."""
        hits = {name: best_headings(grid, columns)[1] for name, columns in self._columns.items()}
        name = max(hits, key=lambda one: (hits[one], one not in self.found))
        if hits[name] >= min(_TELLING, len(self._columns[name])):
            return name, f"tiêu đề cột như của sheet «{name}»"
        called = next((ours for pattern, ours in _CALLED if pattern.match(fold(part.name))), "")
        if called and (called not in self.found or not _filled_rows(self.found[called], self._columns[called])):
            return called, f"hồ sơ không có dữ liệu ở sheet «{called}»"
        if RESULTS not in self.found and rows > _TABLE and _is_table(grid):
            return RESULTS, f"hồ sơ thiếu sheet «{RESULTS}»"
        return "", ""

    def _peek(self, part: SheetPart) -> Grid:
        """The cells of a sheet that is not ours; none when it cannot be read, which is nobody's concern."""
        try:
            return read_grid(self._package, part)
        except DataError:
            return Grid(part.name, part.hidden)

    def _read(self, part: SheetPart) -> Grid:
        """The cells of the sheet; none, with the problem said, when it cannot be read whole."""
        try:
            return read_grid(self._package, part)
        except DataError as error:
            self._fail(*error.problems)
            return Grid(part.name, part.hidden)

    def _fail(self, *problems: Problem) -> None:
        self._said.problems += problems
        self.failed = True


def tell_missing(found: Mapping[str, Grid], said: Said) -> None:
    """Note the sheets that say what a dossier is about and are gone."""
    for name in (BODY, OBJECTIVES, PLAN, RESULTS):
        if name not in found:
            said.notes.append(f"Không có sheet «{name}»: coi như không có dòng nào")


def _is_draft(part: SheetPart) -> bool:
    return bool(_DRAFT.match(part.name.strip()))


def _filled_rows(grid: Grid, columns: Sequence[Column] = ()) -> int:
    """How many rows say something; below the headings, with the columns given."""
    head = best_headings(grid, columns)[0] if columns else 0
    return sum(
        number > head
        and any(not cell.formula for cell in cells.values())
        and not next(iter(cells.values())).text.startswith("VD:")
        for number, cells in grid.rows.items()
    )


def _is_table(grid: Grid) -> bool:
    wide = [cells for cells in grid.rows.values() if len(cells) >= _TABLE]
    return len(wide) >= _TABLE and any(cell.number is not None for cells in wide for cell in cells.values())
