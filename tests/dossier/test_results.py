"""Results are read as clerks type them, and each belongs to one target: what does not is said with its place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.dossier.model import Dossier
from generator.dossier.quality.results import Result
from generator.dossier.quality.target_lines import TargetLine, TargetLines
from generator.dossier.reading.reader import build_dossier
from generator.errors import DataError
from generator.typed.source import Source
from generator.wording.times.periods import Period
from tests.samples import sample

OBJECTIVES: list[dict[str, Any]] = [
    {
        "id": "mt1",
        "noi_dung": "Hồ sơ đúng hạn",
        "chi_tieu": [
            {"in_ra": "≥ 95%", "don_vi": "Phòng Kinh tế"},
            {"in_ra": "≥ 97%", "don_vi": "Phòng Kinh tế", "tu": "01/7/2024"},
            {"in_ra": "100%", "don_vi": "Phòng Tư pháp, Văn phòng"},
        ],
    },
    {"id": "mt2", "noi_dung": "Hài lòng", "chi_tieu": ["≥ 90%"]},
    {"id": "mt3", "noi_dung": "Nhiều chỉ tiêu", "chi_tieu": ["100% quy trình", "từ 01 - 02 lần/năm"]},
]


def _dossier(*results: dict[str, Any]) -> Dossier:
    return build_dossier({**sample(), "nam": 2024, "muc_tieu": OBJECTIVES, "ke_hoach": [], "ket_qua": list(results)})


def _entry(**values: Any) -> dict[str, Any]:
    return {"muc_tieu": "mt2", "ky": "quý I", **values}


@pytest.mark.parametrize(
    ("typed", "read"),
    [("95,5", "95.5"), ("95.5", "95.5"), ("95,5 %", "95.5"), ("1.234", "1234"), ("-2,5", "-2.5"), (0.1 + 0.2, "0.3")],
)
def test_values_are_read_as_typed_and_written_so_that_they_are_read_again(typed: object, read: str) -> None:
    result = Result.model_validate(_entry(gia_tri=typed))
    assert result.value == Decimal(read)
    again = Result.model_validate_json(result.model_dump_json(by_alias=True, exclude_none=True))
    assert again == result


def test_whole_numbers_may_have_dots_between_thousands() -> None:
    result = Result.model_validate(_entry(tu_so="1.285", mau_so="1.300", ky="6 tháng"))
    assert (result.numerator, result.denominator) == (1285, 1300)
    assert result.period_in(2024) == Period("6 tháng đầu", 0, 2024)


@pytest.mark.parametrize(
    ("entry", "position"),
    [
        ({"muc_tieu": "mt1", "don_vi": "phòng  kinh tế"}, 0),
        ({"muc_tieu": "mt1", "don_vi": "Phòng Tư pháp, Văn phòng"}, 2),
        ({"muc_tieu": "mt1", "don_vi": "Văn phòng"}, 2),
        ({"muc_tieu": "mt2"}, 0),
        ({"muc_tieu": "mt2", "don_vi": "Thôn 1"}, 0),
        ({"muc_tieu": "mt3", "chi_tieu": "2"}, 1),
        ({"muc_tieu": "mt3", "chi_tieu": "100 % quy trình"}, 0),
    ],
)
def test_a_result_finds_its_target(entry: dict[str, Any], position: int) -> None:
    dossier = _dossier(_entry(gia_tri="1", **entry) if entry["muc_tieu"] == "mt3" else _entry(**entry))
    line = TargetLines(dossier.objectives).find(dossier.results[0])
    assert isinstance(line, TargetLine)
    assert line.position == position


def test_a_unit_of_another_objective_may_report_without_a_target() -> None:
    dossier = _dossier({"muc_tieu": "mt1", "don_vi": "Phòng Kinh tế", "ky": "năm"})
    without = Result.model_validate({"muc_tieu": "mt2", "don_vi": "Phòng Kinh tế", "ky": "năm"})
    objectives = [dossier.objectives[0], dossier.objectives[1].model_copy(update={"targets": ()})]
    assert TargetLines(objectives).find(without) is None


@pytest.mark.parametrize(
    ("entries", "path", "words"),
    [
        ([_entry(muc_tieu="mt9")], "muc_tieu", ["không có mục tiêu «mt9»", "mt"]),
        ([_entry(muc_tieu="mt1", don_vi="Phòng Kinh té")], "don_vi", ["có phải ý bạn là «Phòng Kinh tế»?"]),
        ([_entry(muc_tieu="mt1", don_vi="Thôn 1")], "don_vi", ["không có chỉ tiêu nào của đơn vị «Thôn 1»"]),
        ([_entry(muc_tieu="mt1")], "don_vi", ["giao chỉ tiêu cho từng đơn vị", "Phòng Kinh tế"]),
        ([_entry(muc_tieu="mt3")], "chi_tieu", ["có 2 chỉ tiêu", "2 (từ 01 - 02 lần/năm)"]),
        ([_entry(muc_tieu="mt3", chi_tieu="3")], "chi_tieu", ["không có chỉ tiêu «3»"]),
        ([_entry(), _entry(ky="quý 1/2024")], None, ["đã ghi ở", "quý I năm 2024", "giữ một nơi"]),
        ([_entry(ky="quý I/2023", nam=2024)], "nam", ["kỳ ghi năm 2023", "2024"]),
        ([_entry(tu_so=3, mau_so=4, gia_tri="75%")], "gia_tri", ["theo 2 cách"]),
        ([_entry(tu_so=3)], "tu_so", ["thiếu mẫu số"]),
        ([_entry(mau_so=3)], "mau_so", ["thiếu tử số"]),
        ([_entry(tu_so=3, mau_so=0)], "mau_so", ["mẫu số là 0 mà tử số là 3"]),
        ([_entry(gia_tri="0,95")], "gia_tri", ["không rõ là bao nhiêu phần trăm", "95%"]),
        ([_entry(tu_so="2,5", mau_so=3)], "tu_so", ["có phần lẻ"]),
        ([_entry(gia_tri="98.565%")], "gia_tri", ["không rõ là bao nhiêu phần trăm", "98,565%"]),
        ([_entry(gia_tri="98.565")], "gia_tri", ["không thể là tỷ lệ phần trăm", "có phải là 98,565%?"]),
        ([_entry(gia_tri="9500%")], "gia_tri", ["không thể là tỷ lệ phần trăm", "có phải là 95%?"]),
        ([_entry(gia_tri=9500)], "gia_tri", ["có phải là 95%?"]),
        ([_entry(gia_tri="-5%")], "gia_tri", ["«-5%» không thể là kết quả"]),
        ([_entry(muc_tieu="mt3", chi_tieu="2", gia_tri=-1)], "gia_tri", ["số lượng không âm"]),
        ([_entry(gia_tri="100000000000000000000")], "gia_tri", ["lớn quá"]),
        ([_entry(tu_so=1, mau_so=10**20)], "mau_so", ["lớn quá"]),
        ([_entry(tu_so=-1, mau_so=2)], "tu_so", []),
        ([_entry(nam=2062, gia_tri="96%")], "nam", ["năm 2062", "năm 2024"]),
        ([_entry(ky="quý I/2062", gia_tri="96%")], "ky", ["năm 2062"]),
        ([_entry(gia_tri="96%", ngay_bao_cao="5/4/2062")], "ngay_bao_cao", ["năm 2062"]),
        ([_entry(ky="tuần 3")], "ky", ["không phải là kỳ báo cáo"]),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    entries: list[dict[str, Any]], path: str | None, words: list[str]
) -> None:
    data = {**sample(), "nam": 2024, "muc_tieu": OBJECTIVES, "ke_hoach": [], "ket_qua": entries}
    source = Source()
    for index, entry in enumerate(entries):
        source.lines[("ket_qua", index)] = f"dòng {index + 1}"
        source.lines |= {("ket_qua", index, key): f"dòng {index + 1}, {key}" for key in entry}
    with pytest.raises(DataError) as caught:
        build_dossier(data, source)
    (problem,) = caught.value.problems
    last = f"dòng {len(entries)}"
    assert problem.place == (f"{last}, {path}" if path and path in entries[-1] else last)
    for word in words:
        assert word in f"{problem.what} → {problem.fix}"


@pytest.mark.parametrize(
    "entry",
    [
        _entry(tu_so=0, mau_so=0),
        _entry(tu_so=105, mau_so=100),
        _entry(nguyen_nhan="Mưa lũ"),
        _entry(gia_tri="98,565%"),
        _entry(gia_tri="100%"),
        _entry(gia_tri="0%"),
        _entry(gia_tri="105%"),
        _entry(nam=2016, gia_tri="96%"),
        _entry(muc_tieu="mt3", chi_tieu="2", gia_tri="98.565"),
    ],
)
def test_nothing_arisen_more_than_all_and_words_alone_are_allowed(entry: dict[str, Any]) -> None:
    assert _dossier(entry).results
