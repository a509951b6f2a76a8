"""The fields that follow from what was typed: numbers of objectives, verdicts, printed results, who signs."""

from __future__ import annotations

from typing import Any

from generator.compose.reach.kinds import Kind, Shape
from generator.compose.reach.reading import Reading
from generator.compose.report.context import short_name
from generator.dossier.agency import Person
from generator.dossier.quality.objectives import Objective, PlanGroup
from generator.dossier.quality.results import Result
from generator.results.judging.judgement import Verdict
from generator.results.row import Row

_Path = tuple[str | int, ...]


def _objective(reading: Reading, ref: str) -> Objective | None:
    return next((one for one in reading.dossier.objectives if one.id == ref), None)


def _number(reading: Reading, record: Objective | PlanGroup | Result, _: _Path) -> int | None:
    ref = record.id if isinstance(record, Objective) else record.objective
    return reading.dossier.objective_numbers.get(ref)


def _name(reading: Reading, objective: Objective, _: _Path) -> str:
    return objective.name or short_name(objective.text)


def _text(reading: Reading, record: PlanGroup | Result, _: _Path) -> str | None:
    found = _objective(reading, record.objective)
    return found.text if found else None


def _printed(reading: Reading, result: Result, path: _Path) -> str | None:
    row = reading.row_of(result, int(path[-1]))
    return row.result.text if row and row.result else result.level


def _verdict(reading: Reading, result: Result, path: _Path) -> str | None:
    row = reading.row_of(result, int(path[-1]))
    return row.state or None if row else None


def _row(name: str) -> Any:
    return lambda _reading, row, _path: getattr(row, name)


def _figure(name: str) -> Any:
    return lambda _reading, row, _path: found.text if (found := getattr(row, name)) else None


def _rows(reading: Reading, _: Any, __: _Path) -> tuple[Row, ...]:
    period = reading.document.period
    return reading.assessed(period).rows if period else ()


def _signer(reading: Reading, _: Any, __: _Path) -> Person:
    return reading.dossier.people[reading.document.signature.person]


_SO = Shape("so", Kind.NUMBER, "Số thứ tự", "Số thứ tự của mục tiêu khi in", read=_number)
_OF_OBJECTIVE = (
    Shape("so_muc_tieu", Kind.NUMBER, "Số thứ tự mục tiêu", "Số thứ tự của mục tiêu khi in", read=_number),
    Shape("noi_dung_muc_tieu", Kind.RICH, "Nội dung mục tiêu", "Cả câu của mục tiêu", read=_text),
)
DERIVED: dict[type, tuple[Shape, ...]] = {
    Objective: (_SO, Shape("ten", Kind.RICH, "Tên ngắn", "Tên mà báo cáo gọi mục tiêu", read=_name)),
    PlanGroup: _OF_OBJECTIVE,
    Result: (
        *_OF_OBJECTIVE,
        Shape("in_ra", Kind.TEXT, "Kết quả in ra", "Ví dụ: 95,00%", read=_printed),
        Shape("danh_gia", Kind.TEXT, "Đánh giá", "Đạt, Không đạt, Chưa có số liệu …", read=_verdict),
    ),
    Row: (
        Shape("so_muc_tieu", Kind.NUMBER, "Số thứ tự mục tiêu", read=_row("number")),
        Shape("muc_tieu", Kind.RICH, "Nội dung mục tiêu", read=lambda _, row, __: row.objective.text),
        Shape("chi_tieu", Kind.RICH, "Chỉ tiêu", read=lambda _, row, __: row.target.text if row.target else None),
        Shape("don_vi", Kind.RICH, "Đơn vị", "Trống là chung cả cơ quan", read=_row("unit")),
        Shape("ket_qua", Kind.TEXT, "Kết quả trong kỳ", "Ví dụ: 95,00%", read=_figure("result")),
        Shape(
            "danh_gia",
            Kind.TEXT,
            "Đánh giá",
            "Đạt, Không đạt, Chưa có số liệu …",
            read=lambda _, row, __: row.state or None,
        ),
        Shape("dat", Kind.FLAG, "Đạt hay không", read=lambda _, row, __: row.verdict is Verdict.MET),
        Shape("chenh_lech", Kind.TEXT, "Chênh lệch so với chỉ tiêu", read=_figure("difference")),
        Shape("nguyen_nhan", Kind.LINES, "Nguyên nhân", read=_row("causes")),
        Shape("khac_phuc", Kind.LINES, "Hành động khắc phục", read=_row("actions")),
        Shape("minh_chung", Kind.LINES, "Minh chứng", read=_row("evidence")),
    ),
}
"""What follows from the fields of a record, behind those that are typed."""

OF_DOCUMENT = (
    Shape("nguoi_ky", Kind.GROUP, "Người ký", "Người của cơ quan ký văn bản này", model=Person, read=_signer),
    Shape(
        "danh_gia",
        Kind.LIST,
        "Đánh giá kết quả",
        "Từng mục tiêu, chỉ tiêu, đơn vị trong kỳ báo cáo của văn bản (ky_bao_cao)",
        model=Row,
        read=_rows,
    ),
)
"""What follows from the document as a whole."""
