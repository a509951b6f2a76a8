"""Tables of objectives with a column for each unit: all targets are printed under their units, or nothing is made."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.compose import compose
from generator.dossier.reading.reader import build_dossier, read_dossier_bytes
from generator.errors import DataError
from generator.faults import Code
from tests.samples import sample, unjoined

_OF_TWO = ({"in_ra": "≥ 95%", "don_vi": "Phòng Nội vụ"}, {"in_ra": "≥ 97%", "don_vi": "Phòng Kinh tế"})
_COMMON = {"in_ra": "≥ 90%"}


def _of(unit: str) -> dict[str, str]:
    return {"truong": "chi_tieu", "don_vi": unit}


def _dossier(columns: list[Any], targets: Any = (*_OF_TWO, _COMMON)) -> dict[str, Any]:
    view = {"muc_tieu": {"dang": "bang", "cot": ["stt", "noi_dung", *columns]}}
    data = sample(noi_dung=[{"dieu": "Ban hành."}, view, {"dieu": "Thi hành."}])
    data["co_quan"]["don_vi_bao_cao"] = ["Phòng Nội vụ = PNV; Nội vụ", "Phòng Kinh tế"]
    return data | {"muc_tieu": [{"id": "mt1", "noi_dung": "Hồ sơ đúng hạn", "chi_tieu": list(targets)}]}


NOI_VU, KINH_TE = _of("Phòng Nội vụ"), _of("Phòng Kinh tế")
REFUSED: dict[str, tuple[list[Any], Any, list[tuple[Code, str, str]]]] = {
    # columns, targets, what is said: its code, words of it and of what to do
    "a unit misspelt": (
        [_of("Phòng Nội vu"), KINH_TE, "chi_tieu"], (*_OF_TWO, _COMMON),
        [(Code.UNKNOWN, "«Phòng Nội vu»", "có phải ý bạn là «Phòng Nội vụ»?")]),
    "a unit that has no target": (
        [_of("Sở Y tế"), KINH_TE, "chi_tieu", "don_vi"], (*_OF_TWO, _COMMON),
        [(Code.UNKNOWN, "«Sở Y tế»", "chưa có cột: Phòng Nội vụ")]),
    "another number is another unit": (
        [_of("Phòng 1"), "chi_tieu", "don_vi"], ({"in_ra": "≥ 95%", "don_vi": "Phòng 2"},),
        [(Code.UNKNOWN, "«Phòng 1»", "chưa có cột: Phòng 2")]),
    "a unit twice": (
        [NOI_VU, _of("phòng  nội vụ"), KINH_TE, "chi_tieu"], (*_OF_TWO, _COMMON),
        [(Code.DUPLICATE, "«phòng nội vụ» đã có cột ở", "bỏ một cột")]),
    "a unit twice, by two of its names": (
        [NOI_VU, _of("PNV"), KINH_TE, "chi_tieu"], (*_OF_TWO, _COMMON),
        [(Code.DUPLICATE, "«PNV» đã có cột ở", "bỏ một cột")]),
    "targets without a column": (
        [NOI_VU], (*_OF_TWO, _COMMON),
        [(Code.NOT_PRINTED, "chỉ tiêu của đơn vị «Phòng Kinh tế»: «≥ 97%»", "don_vi: Phòng Kinh tế"),
         (Code.NOT_PRINTED, "chung của cả cơ quan: «≥ 90%»", "thêm cột chi_tieu")]),
    "a common column that says no unit": (
        [NOI_VU, "chi_tieu"], _OF_TWO,
        [(Code.NOT_PRINTED, "mà không nói là của đơn vị «Phòng Kinh tế»", "thêm cột don_vi")]),
    "units named together, one without a column": (
        [NOI_VU], ({"in_ra": "≥ 95%", "don_vi": "Phòng Nội vụ, Phòng Kinh tế"},),
        [(Code.NOT_PRINTED, "của đơn vị «Phòng Nội vụ, Phòng Kinh tế»", "don_vi: Phòng Nội vụ, Phòng Kinh tế")]),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_target_that_no_column_prints_is_refused_by_name(name: str) -> None:
    columns, targets, said = REFUSED[name]
    with pytest.raises(DataError) as refused:
        read_dossier_bytes(json.dumps(_dossier(columns, targets)).encode(), "ho-so.json")
    problems = refused.value.problems
    assert [problem.code for problem in problems] == [code for code, _, _ in said]
    for problem, (_, what, fix) in zip(problems, said, strict=True):
        assert what in problem.what
        assert fix in problem.fix
        assert "muc_tieu, cot" in problem.place


PRINTED: dict[str, tuple[list[Any], Any, list[list[str]]]] = {
    "each unit in its column, the rest in the common one": (
        [_of("phòng nội vụ"), KINH_TE, "chi_tieu"], (*_OF_TWO, _COMMON),
        [["1", "Hồ sơ đúng hạn", "≥ 95%", "≥ 97%", "≥ 90%"]]),
    "units named together": (
        [NOI_VU, KINH_TE], ({"in_ra": "≥ 95%", "don_vi": "Phòng Nội vụ, Phòng Kinh tế"},),
        [["1", "Hồ sơ đúng hạn", "≥ 95%", "≥ 95%"]]),
    "the rest with its unit": (
        [NOI_VU, "chi_tieu", "don_vi"], _OF_TWO, [["1", "Hồ sơ đúng hạn", "≥ 95%", "≥ 97%", "Phòng Kinh tế"]]),
    "units by what else the list calls them": (
        [_of("PNV"), KINH_TE], ({"in_ra": "≥ 95%", "don_vi": "Nội vụ"}, {"in_ra": "≥ 97%", "don_vi": "Phòng Kinh tế"}),
        [["1", "Hồ sơ đúng hạn", "≥ 95%", "≥ 97%"]]),
    "a unit of which nothing is asked, all others having columns": (
        [NOI_VU, KINH_TE, _of("Phòng Văn hóa")], _OF_TWO, [["1", "Hồ sơ đúng hạn", "≥ 95%", "≥ 97%", ""]]),
}  # fmt: skip


@pytest.mark.parametrize("name", PRINTED)
def test_targets_stand_under_their_units(name: str) -> None:
    columns, targets, rows = PRINTED[name]
    dossier = build_dossier(_dossier(columns, targets))
    (table,) = (block.bang for block in compose(dossier, dossier.documents[0]).main.context["noi_dung"] if block.bang)
    assert [[unjoined(" ".join(map(str, cell.paragraphs))) for cell in row.cells] for row in table.body] == rows


def test_columns_that_nobody_filled_in_are_printed_only_if_asked_for() -> None:
    data = _dossier([])
    view = data["van_ban"][0]["noi_dung"][1]["muc_tieu"]
    del view["cot"]
    data["muc_tieu"][0]["phuong_phap"] = ["Số hồ sơ đúng hạn trên tổng số"]
    headings = []
    for asked in (None, ["stt", "bien_phap"]):
        dossier = build_dossier(data | ({} if asked is None else {"van_ban": [_with(data, asked)]}))
        (table,) = (one.bang for one in compose(dossier, dossier.documents[0]).main.context["noi_dung"] if one.bang)
        headings.append([unjoined(" ".join(map(str, cell.paragraphs))) for cell in table.header[0].cells])
    assert [len(one) for one in headings] == [5, 2]
    assert headings[0][-1] == "Phương pháp tính toán kết quả thực hiện"


def _with(data: dict[str, Any], columns: list[str]) -> dict[str, Any]:
    document = data["van_ban"][0]
    first, _, last = document["noi_dung"]
    return document | {"noi_dung": [first, {"muc_tieu": {"dang": "bang", "cot": columns}}, last]}
