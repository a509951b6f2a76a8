"""Rows of a table that are no records: headings again, numbers of columns, titles of groups, remarks, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.patterns import late
from generator.wording.characters import fold, normalise
from generator.workbook.reading.row import Row
from generator.workbook.xlsx.cells import Cell

# How rows below a table begin that are no records: remarks and totals; and, after a gap, who signs.
_NOTE = late(
    r"(?:ghi chú|lưu ý|chú thích|nguồn)(?: [^:]{0,30})?[:.]|(?:tổng cộng|tổng số|tổng|cộng)(?: chung)? *:?$", re.I
)
_AFTER_GAP = late(r"[*(]|người lập|lập biểu|thủ trưởng|xác nhận của|[^,]{2,40}, ngày", re.I)
_SIGNS = late(
    r"người (?:lập|tổng hợp|kiểm tra|báo cáo|ký|thực hiện)\b.*|(?:lập|kiểm tra) (?:biểu|bảng)\b.*|thủ trưởng\b.*|"
    r"kế toán\b.*|xác nhận(?: của .*)?|(?:tm|kt|tl|tuq|q)\.\s?.+|"
    r"(?:phó )?(?:chủ tịch|giám đốc|hiệu trưởng|trưởng phòng)(?: .+)?|(?:phó )?chánh văn phòng(?: .+)?|"
    r"\(?ký(?:,| (?:tên|và|ghi|rõ|đóng|họ)\b).*|\(đã ký\)|.{2,40}, ngày .*(?:tháng|/).*|ghi chú|\(?\*+\)?.*|\(.+\)",
    re.I,
)
_TITLE = late(
    r"(?:[IVXLC]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)\s*[.)/:–-]\s*\S.*|"
    r"(?:khối|nhóm|cụm|phần|mục|lĩnh vực|các|đơn vị thuộc|bảng|biểu)\b.*",
    re.I,
)
_NUMBER_OF_GROUP = late(r"(?:[IVXLC]{1,5}|[A-ZĐ]|\d{1,2})[.)]?")
_COLUMN_LABEL = late(r"[(\[]?\d{1,2}[)\]]?|[(\[]?[A-ZĐ][)\]]?|[(\[]?\d{1,2}[)\]]?\s*=[\s\d()+*/:x×%.,–-]+", re.I)
_FEWEST_LABELS = 3
_FEW = 3  # cells: a record has as many


def words_of(text: str) -> str:
    """The text in NFC on one line."""
    return " ".join(normalise(text).split())


def is_remark(text: str) -> bool:
    """Whether a row that begins with the text is a remark or a total without figures."""
    return bool(_NOTE.match(text))


def is_remark_after_gap(text: str) -> bool:
    """Whether a row that begins with the text, below an empty one, is a remark or a signature."""
    return bool(_AFTER_GAP.match(text))


def own_cells(row: Row) -> list[Cell]:
    """All cells typed in the row, under a heading of ours or not; none merged from above, none that is computed."""
    return [cell for number, cell in _typed(row) if number not in row.sheet.header.live]


def live_cells(row: Row) -> list[Cell]:
    """The cells of the row in columns that compute themselves."""
    return [cell for number, cell in _typed(row) if number in row.sheet.header.live]


def _typed(row: Row) -> list[tuple[int, Cell]]:
    found = row.sheet.grid.rows[row.number]
    return [(number, cell) for number, cell in sorted(found.items()) if cell.ref.endswith(str(row.number))]


def repeats_headings(row: Row) -> bool:
    """Whether the row says the headings of the table again, as at the head of a printed page."""
    same = sum(1 for heading, cell in row.cells.items() if cell.number is None and _same(cell.text, heading))
    return same >= 2 and 2 * same >= len(own_cells(row))


@lru_cache(maxsize=4096)  # a table says the same words in row after row
def _same(text: str, heading: str) -> bool:
    return fold(text) == fold(heading)


def numbers_columns(row: Row) -> bool:
    """Whether the row numbers the columns: ``(1) (2) (3)``, ``A B 1 2``, ``(5)=(3)/(4)``."""
    texts = [cell.text.strip() for cell in own_cells(row)]
    return len(texts) >= _FEWEST_LABELS and all(map(_COLUMN_LABEL.fullmatch, texts)) and len({*texts}) == len(texts)


def is_crossed_out(row: Row) -> bool:
    """Whether all the row says is crossed out, remarks of the clerk left aside."""
    typed = [cell for heading, cell in row.cells.items() if heading != "Ghi chú"]
    return bool(typed) and all(cell.crossed_out for cell in typed)


def is_signature(row: Row) -> bool:
    """Whether all cells of the row are what stands under a table: who made it, who signs, when."""
    own = own_cells(row)
    return bool(own) and all(cell.number is None and _SIGNS.fullmatch(words_of(cell.text)) for cell in own)


def title_of(row: Row, columns: Sequence[str]) -> str:
    """What the row says as the title of those below; empty for a record.

    That is its only text, in one of the columns, or a text behind a number in one of them, or in none of ours: «II» and
    «Khối chuyên môn». A number in any other column is a value.
    """
    own = own_cells(row)
    texts = [words_of(cell.text) for cell in own]
    if not own or own[-1].number is not None:
        return ""
    here = next((heading for heading, cell in row.cells.items() if cell is own[0]), "")
    if len(own) == 2 and (here in columns or not here) and _NUMBER_OF_GROUP.fullmatch(texts[0]):
        return f"{texts[0].rstrip('.)')}. {texts[1]}"
    return texts[0] if len(own) == 1 and here in columns else ""


def is_group(title: str) -> bool:
    """Whether a row that says no more than this is the title of a group: ``I. Khối văn phòng``."""
    return bool(_TITLE.fullmatch(title))


def is_few(row: Row) -> bool:
    """Whether the row has fewer cells than a record of any sheet that a remark is told from."""
    return len({id(cell) for cell in row.cells.values()}) < _FEW
