"""The fields that follow from what was typed: numbers of objectives, verdicts, printed results, who signs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.compose.head import agency_or_head, position_at, symbol
from generator.compose.reach.kinds import Kind, Shape
from generator.compose.reach.reading import Reading
from generator.compose.report.context import short_name
from generator.dossier.agency import Agency, Person, Rank
from generator.dossier.documents.document import Document
from generator.dossier.documents.signing import Signature
from generator.dossier.quality.objectives import Objective, PlanGroup, Task
from generator.dossier.quality.results import Result
from generator.dossier.quality.targets import Target
from generator.dossier.types.cong_dien import Wire
from generator.dossier.types.giay_uy_quyen import Mandate
from generator.dossier.types.hop_dong import Agreement
from generator.results.deadlines import deadline_in
from generator.results.judging.judgement import Verdict
from generator.results.row import Row

_Path = tuple[str | int, ...]


def _objective(reading: Reading, ref: str | None) -> Objective | None:
    return next((one for one in reading.dossier.objectives if one.id == ref), None)


def _number(reading: Reading, record: Objective | PlanGroup | Result, _: _Path) -> int | None:
    ref = record.id if isinstance(record, Objective) else record.objective
    return reading.dossier.objective_numbers.get(ref or "")


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


def _symbol(reading: Reading, document: Document, _: _Path) -> str | None:
    return symbol(reading.dossier, document) or None


def _year(reading: Reading, document: Document, _: _Path) -> int:
    return document.date.year if document.date else reading.dossier.year


def _power(reading: Reading, signature: Signature, _: _Path) -> str | None:
    if reading.dossier.people[signature.person].rank is Rank.DEPUTY:
        return "KT"
    return "TM" if reading.dossier.decides_collectively(reading.document) else None


def _giver(reading: Reading, _: Any, __: _Path) -> str:
    signer = reading.dossier.people[reading.document.signature.person]
    return f"{signer.name}, {position_at(reading.dossier, signer)}"


def _deadline(reading: Reading, task: Task, _: _Path) -> date | None:
    return deadline_in(task.time or (), reading.dossier.year)


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

UNTYPED: Mapping[tuple[type, str], Any] = {
    (Agency, "ten_goi_tat"): lambda _, agency, __: agency.full_name,
    (Agency, "tap_the"): lambda _, agency, __: agency.collective_name,
    (Agency, "nguoi_dung_dau"): lambda _, agency, __: agency.head_position,
    (Document, "ky_hieu"): _symbol,
    (Document, "nam_ban_hanh"): _year,
    (Document, "do_mat"): lambda *_: "",  # as the marks that are composed: a document without one prints none
    (Document, "pham_vi_luu_hanh"): lambda *_: "",
    (Signature, "quyen_han"): _power,
    (Wire, "ben_dien"): lambda reading, _, __: agency_or_head(reading.dossier, reading.document),
    (Mandate, "nguoi_uy_quyen"): _giver,
    (Agreement, "dia_diem"): lambda reading, _, __: reading.dossier.agency.place,
    (Objective, "ten_goi"): _name,
    (Target, "gia_tri"): lambda _, target, __: target.text,
    (Target, "cach_cong"): lambda _, target, __: target.measure.adding,
    (Task, "han"): _deadline,
    (Result, "nam"): lambda reading, _, __: reading.dossier.year,
}
"""What stands for a field that nobody typed, where the program works it out: the same as it prints itself."""

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
