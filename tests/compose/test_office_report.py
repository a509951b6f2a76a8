"""What an office puts into a report beside its table: the year's plan, places, actions, estimates, reviews."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from generator.compose import ComposedDocument, compose
from generator.compose.report.context import short_name
from generator.content import Block, Picture, Table
from generator.dossier import load_dossier
from generator.dossier.reading.reader import build_dossier
from generator.resources import DATA
from tests.samples import sample, unjoined

_WHY = {"nguyen_nhan": "Thiếu người.", "khac_phuc": "Bổ sung người."}
_RATE = {"id": "m", "noi_dung": "Hồ sơ đúng hạn", "chi_tieu": ["≥ 95%"]}
_CLASSES = {"id": "lop", "noi_dung": "Tập huấn", "chi_tieu": ["ít nhất 20 lớp/năm"]}


def _composed(
    objectives: list[dict[str, Any]], results: list[dict[str, Any]], *parts: str, period: str = "quý II", **more: Any
) -> ComposedDocument:
    content = [{"muc": "Kết quả", "noi_dung": [{"ket_qua": part} for part in parts]}] if parts else None
    fields = {"loai": "báo cáo", "ky_bao_cao": period, "noi_dung": content, "theo_de_nghi": None, **more}
    data = {**sample(**fields), "nam": 2026, "muc_tieu": objectives, "ket_qua": results}
    dossier = build_dossier(data)
    return compose(dossier, dossier.documents[0])


def _blocks(composed: ComposedDocument) -> list[Block]:
    blocks: list[Block] = composed.main.context["noi_dung"]
    return blocks


def _text(composed: ComposedDocument) -> str:
    return "\n".join(unjoined(f"{b.nhan} {b.tieu_de}{b.chu}".strip()) for b in _blocks(composed))


def _tables(composed: ComposedDocument) -> list[list[list[str]]]:
    return [
        [[" ".join(map(str, cell.paragraphs)) for cell in row.cells] for row in block.bang.body]
        for block in _blocks(composed)
        if isinstance(block.bang, Table)
    ]


def _of(unit: str, above: int, below: int, period: str = "quý II", **more: Any) -> dict[str, Any]:
    return {"muc_tieu": "m", "don_vi": unit, "ky": period, "tu_so": above, "mau_so": below, **more}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Tỷ lệ giải quyết hồ sơ TTHC đúng hạn", "Tỷ lệ giải quyết hồ sơ TTHC đúng hạn"),
        ("Phấn đấu 100% hồ sơ đúng hạn.", "100% hồ sơ đúng hạn"),
        ("Về Dịch vụ công:", "Dịch vụ công"),
        (
            "Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ; phấn đấu đến cuối năm đạt 80% ở tất cả các xã của tỉnh",
            "Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ",
        ),
        (
            "Nhiệm vụ Ủy ban nhân dân tỉnh, Chủ tịch Ủy ban nhân dân tỉnh giao hoàn thành đúng hạn trong năm",
            "Nhiệm vụ Ủy ban nhân dân tỉnh, Chủ tịch Ủy ban nhân dân tỉnh giao hoàn thành đúng hạn trong năm",
        ),
    ],
)
def test_an_objective_is_called_by_words_that_can_stand_alone(typed: str, name: str) -> None:
    assert short_name(typed) == name


def test_a_number_of_the_year_is_told_against_the_plan_and_a_year_ago() -> None:
    results = [
        {"muc_tieu": "lop", "ky": "quý I", "gia_tri": 4},
        {"muc_tieu": "lop", "ky": "quý II", "gia_tri": 6},
        {"muc_tieu": "lop", "ky": "6 tháng", "nam": 2025, "gia_tri": 8},
    ]
    composed = _composed([_CLASSES], results, "luy_ke")
    ((row,),) = _tables(composed)
    assert row[1:] == ["ít nhất 20 lớp/năm", "10 lớp", "50,00%", "8 lớp", "+2 (+25,00%)"]
    assert "6 tháng đầu năm 2026, lũy kế" in _text(composed)
    assert "50,00%" in {figure.text for figure in composed.trace}


def test_without_a_number_of_the_year_the_plan_is_not_told_of() -> None:
    assert "Lũy kế" not in _text(_composed([_RATE], [_of("Sở A", 96, 100)]))


def test_units_are_ranked_with_equals_on_one_place_and_those_without_figures_named() -> None:
    results = [_of("Sở A", 96, 100), _of("Sở B", 99, 100), _of("Sở C", 48, 50), _of("Sở D", 0, 0)]
    composed = _composed([_RATE], results, "xep_hang")
    (rows,) = _tables(composed)
    assert [(row[0], row[1]) for row in rows] == [("1", "Sở B"), ("2", "Sở A"), ("2", "Sở C")]
    assert "Đơn vị không xếp hạng: không phát sinh trong kỳ: Sở D." in _text(composed)


def test_where_little_is_better_the_least_comes_first() -> None:
    few = {**_RATE, "chi_tieu": ["không quá 5%"]}
    composed = _composed([few], [_of("Sở A", 4, 100), _of("Sở B", 1, 100), _of("Sở C", 2, 100)], "xep_hang")
    assert [row[1] for row in _tables(composed)[0]] == ["Sở B", "Sở C", "Sở A"]


@pytest.mark.parametrize("count", [2, 3])
def test_two_units_or_equal_ones_are_not_ranked(count: int) -> None:
    results = [_of(f"Sở {name}", 96, 100) for name in "ABC"[:count]]
    assert "XẾP HẠNG" not in _text(_composed([_RATE], results)).upper()


def test_units_that_owe_figures_and_units_that_were_late_are_named() -> None:
    results = [
        _of("Sở A", 96, 100, ngay_bao_cao="25/6/2026"),
        _of("Sở B", 96, 100, "quý I"),
        _of("Sở C", 96, 100, ngay_bao_cao="5/7/2026"),
    ]
    text = _text(_composed([_RATE], results, "don_vi_thieu", han_so_lieu="30/6/2026"))
    assert "chưa nhận được báo cáo của 01 đơn vị: Sở B." in text
    assert "- Sở C: gửi ngày 05/7/2026, chậm 5 ngày (mục tiêu 1)." in text
    assert "- Sở A" not in text


def test_an_action_is_followed_until_it_is_done() -> None:
    def first(**more: Any) -> dict[str, Any]:
        return {"muc_tieu": "m", "ky": "quý I", "tu_so": 9, "mau_so": 10, **_WHY, **more}

    def standing(period: str, **more: Any) -> str:
        typed = first(nguoi_khac_phuc="Ông A", han_khac_phuc="31/5/2026", **more)
        later = {"muc_tieu": "m", "ky": period, "tu_so": 10, "mau_so": 10}
        tables = _tables(_composed([_RATE], [typed, later], "hanh_dong", period=period))
        return tables[0][0][-1] if tables else ""

    assert standing("quý II") == "Quá hạn 30 ngày"
    assert standing("quý II", xong_khac_phuc="20/5/2026") == "Xong ngày 20/5/2026"
    assert standing("quý II", xong_khac_phuc="10/6/2026") == "Xong ngày 10/6/2026, chậm 10 ngày"
    assert standing("quý II", xong_khac_phuc="10/7/2026") == "Quá hạn 30 ngày"  # done after the period
    assert standing("quý III", xong_khac_phuc="20/5/2026") == ""  # told of in quý II
    untold = _tables(_composed([_RATE], [first(), {**first(), "ky": "quý II"}], "hanh_dong"))
    assert untold[0][0][-1] == "Chưa xác định hạn"


def test_an_overdue_action_is_said_and_the_one_of_the_period_names_who_and_when() -> None:
    results = [
        {"muc_tieu": "m", "ky": "quý I", "tu_so": 9, "mau_so": 10, **_WHY, "han_khac_phuc": "31/5/2026"},
        {
            "muc_tieu": "m", "ky": "quý II", "tu_so": 8, "mau_so": 10, "nguyen_nhan": "Lỗi phần mềm.",
            "khac_phuc": "Nâng cấp.", "nguoi_khac_phuc": "Bà B", "han_khac_phuc": "31/8/2026",
        },
    ]  # fmt: skip
    text = _text(_composed([_RATE], results))
    assert "đến hết ngày 30/6/2026: 01 quá hạn chưa xong:" in text
    assert "+ Biện pháp khắc phục: Nâng cấp. Chịu trách nhiệm: Bà B; hạn: 31/8/2026." in text


def test_an_estimate_is_never_told_as_final() -> None:
    results = [
        {"muc_tieu": "m", "ky": "quý I", "tu_so": 96, "mau_so": 100},
        {"muc_tieu": "m", "ky": "quý II", "tu_so": 98, "mau_so": 100, "uoc": "có"},
    ]
    composed = _composed([_RATE], results, period="6 tháng")
    text = _text(composed)
    assert "01/01 mục tiêu chất lượng đạt (trong đó 01 mục tiêu ước đạt)" in text
    assert "ước đạt; kết quả ước 97,00%" in text
    assert "(quý II năm 2026)" in text
    row = _tables(composed)[0][-1]
    assert row[1] == "ước 97,00%"
    assert row[-1] == "Ước đạt"
    final = _text(_composed([_RATE], results[:1], period="quý I"))
    assert "ước" not in final.replace("trước", "")


def test_a_corrected_figure_says_what_was_published_and_why() -> None:
    typed = {"muc_tieu": "m", "ky": "quý I", "tu_so": 96, "mau_so": 100}
    corrected = {**typed, "so_da_cong_bo": "98/100", "dinh_chinh": "Thống kê trùng 02 hồ sơ."}
    composed = _composed([_RATE], [corrected], period="quý I")
    text = _text(composed)
    said = "quý I năm 2026: số đã công bố 98/100, nay đính chính là 96/100; lý do: thống kê trùng 02 hồ sơ."
    assert said in text
    assert "96,00% (*)" in _tables(composed)[0][-1]
    assert any("98/100" in source for figure in composed.trace for source in figure.sources)
    assert "(*)" not in _text(_composed([_RATE], [typed], period="quý I"))


def test_the_inputs_of_a_review_stand_in_the_standards_order_and_what_lacks_is_told_to_the_clerk() -> None:
    results = [{"muc_tieu": "m", "ky": "quý II", "tu_so": 96, "mau_so": 100}]
    review = [
        {"dau_vao": "cai_tien", "noi_dung": "Số hóa quy trình"},
        {"dau_vao": "danh_gia_noi_bo", "noi_dung": ["Nêu 02 điểm", "Đã khắc phục"]},
    ]
    composed = _composed([_RATE], results, xem_xet=review)
    text = _text(composed)
    inputs = text.partition("ĐẦU VÀO XEM XÉT CỦA LÃNH ĐẠO\n")[2]
    assert inputs.startswith("1. Thông tin về kết quả thực hiện")
    assert "- Kết quả đánh giá nội bộ: Nêu 02 điểm. Đã khắc phục." in inputs
    assert "- Mức độ thực hiện mục tiêu chất lượng: Quý II năm 2026, 01/01 mục tiêu" in inputs
    assert inputs.rstrip().endswith("2. Cơ hội cải tiến\n- Số hóa quy trình./.")
    (finding,) = [found for found in composed.findings if found.rule == "xem-xet-thieu-dau-vao"]
    assert "«Sự đầy đủ của nguồn lực»" in finding.what
    assert "nguồn lực" not in text


def test_a_chart_over_periods_leaves_a_gap_and_counts_on() -> None:
    results = [
        {"muc_tieu": "m", "ky": f"quý {n}", "tu_so": 96, "mau_so": 100} for n in ("I", "III", "IV")
    ]  # quý II is not there
    composed = _composed([_RATE], results, "xu_huong", "bieu_do", period="năm")
    pictures = [block.bang for block in _blocks(composed) if isinstance(block.bang, Picture)]
    assert "quý II không có số liệu" in pictures[0].description
    assert "Biểu đồ 1. Kết quả qua các quý, năm 2026" in _text(composed)


def test_a_long_chart_is_made_of_strips_and_only_the_last_is_kept_with_the_caption() -> None:
    targets = [{"in_ra": "≥ 95%", "don_vi": f"Sở Số {n}"} for n in range(1, 13)]
    results = [_of(f"Sở Số {n}", 96, 100) for n in range(1, 13)]
    composed = _composed([{**_RATE, "chi_tieu": targets}], results, "bieu_do")
    pictures = [block.bang for block in _blocks(composed) if isinstance(block.bang, Picture)]
    assert [picture.keep_with_next for picture in pictures] == [False, False, True]
    assert all(picture.height < 200 for picture in pictures)


@pytest.mark.parametrize(("level", "said"), [("đạt", "đạt."), ("không đạt", "không đạt.")])
def test_an_objective_in_words_alone_is_judged_by_what_the_assessor_said(level: str, said: str) -> None:
    words = {"id": "w", "noi_dung": "Duy trì hệ thống quản lý chất lượng"}
    results = [{"muc_tieu": "w", "ky": "quý II", "muc": level, **(_WHY if level != "đạt" else {})}]
    composed = _composed([words], results)
    text = _text(composed)
    assert f"- Mục tiêu 1 - Duy trì hệ thống quản lý chất lượng: {said}" in text
    assert _tables(composed)[0][-1][-1].lower() == level
    assert "chưa xác định" not in text


def test_the_places_of_a_provinces_units_are_those_of_an_independent_sum() -> None:
    dossier = load_dossier(DATA / "tra-son-2026")
    composed = compose(dossier, next(document for document in dossier.documents if document.name == "bao-cao-nam"))
    sums: dict[str, list[int]] = {}
    for result in dossier.results:
        if result.objective == "dung-han" and result.year is None and result.unit:
            both = sums.setdefault(result.unit, [0, 0])
            both[0] += result.numerator or 0
            both[1] += result.denominator or 0
    best_first = sorted(sums, key=lambda unit: -Fraction(*sums[unit]))
    ranking = next(table for table in _tables(composed) if len(table) == len(sums) == 20)
    assert [row[1] for row in ranking] == best_first
    for row in ranking:
        above, below = sums[row[1]]
        printed = Fraction(row[3].removeprefix("ước ").removesuffix("%").replace(",", "."))
        assert abs(Fraction(100 * above, below) - printed) <= Fraction(1, 200)
        assert row[2].replace(".", "") == f"{above}/{below}"
    text = _text(composed)
    assert "08/12 mục tiêu chất lượng đạt (trong đó 02 mục tiêu ước đạt)" in text
    assert "- UBND xã Khe Vàng: mục tiêu 2" in text
    assert "- Sở Y tế: gửi ngày 14/12/2026, chậm 4 ngày (mục tiêu 1)." in text
