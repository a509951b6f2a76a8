"""Reports composed from results: what they say is what the figures are, in the ordinary and in the odd cases."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from generator.compose import ComposedDocument, compose
from generator.content import Block, Picture, Table
from generator.dossier import Dossier, load_dossier
from generator.dossier.reading.reader import build_dossier
from generator.errors import DataError
from generator.resources import DATA
from tests.samples import sample, unjoined

_TARGETS = [
    {"id": "mt1", "noi_dung": "Hồ sơ đúng hạn", "chi_tieu": ["≥ 95%"]},
    {"id": "mt2", "noi_dung": "Mức độ hài lòng", "chi_tieu": ["trên 90%"]},
]
_WHY = {"nguyen_nhan": "Thiếu người.", "khac_phuc": "Bổ sung người."}


def _result(objective: str, above: int, below: int, period: str = "quý I", **more: Any) -> dict[str, Any]:
    return {"muc_tieu": objective, "ky": period, "tu_so": above, "mau_so": below, **more}


def _report(*results: dict[str, Any], **document: Any) -> Dossier:
    fields = {"loai": "báo cáo", "ky_bao_cao": "quý I", "noi_dung": None, "theo_de_nghi": None, **document}
    return build_dossier({**sample(**fields), "muc_tieu": _TARGETS, "ket_qua": list(results)})


def _composed(*results: dict[str, Any], **document: Any) -> ComposedDocument:
    dossier = _report(*results, **document)
    return compose(dossier, dossier.documents[0])


def _blocks(composed: ComposedDocument) -> list[Block]:
    blocks: list[Block] = composed.main.context["noi_dung"]
    return blocks


def _text(composed: ComposedDocument) -> str:
    return "\n".join(f"{b.nhan} {b.tieu_de}{b.chu}".strip() for b in _blocks(composed))


def _rows(table: Table) -> list[list[str]]:
    return [["\n".join(map(str, cell.paragraphs)) for cell in row.cells] for row in table.body]


def _table(composed: ComposedDocument) -> list[list[str]]:
    return next(_rows(block.bang) for block in _blocks(composed) if isinstance(block.bang, Table))


def test_all_met_says_so_and_names_no_miss() -> None:
    text = _text(_composed(_result("mt1", 19, 20), _result("mt2", 10, 10)))
    assert "Quý I năm 2027, 02/02 mục tiêu chất lượng đạt. Cụ thể:" in text
    assert "- Mục tiêu 1 - Hồ sơ đúng hạn: đạt; kết quả 95,00%, chỉ tiêu ≥ 95%." in text
    assert "Trong kỳ không có chỉ tiêu nào không đạt./." in text


def test_nothing_reported_gives_no_verdict() -> None:
    composed = _composed()
    text = _text(composed)
    assert "chưa đánh giá được mục tiêu nào trong 02 mục tiêu" in text
    assert "Chưa có số liệu để đánh giá chỉ tiêu không đạt./." in text
    assert "không có chỉ tiêu nào không đạt" not in text
    assert not any(isinstance(block.bang, Picture) for block in _blocks(composed))


def test_a_miss_by_a_hair_is_printed_as_a_miss_with_cause_and_action() -> None:
    composed = _composed(_result("mt1", 94_996, 100_000, **_WHY), _result("mt2", 10, 10))
    text = _text(composed)
    assert "01/02 mục tiêu chất lượng đạt; 01/02 mục tiêu không đạt" in text
    assert "- Mục tiêu 1 - Hồ sơ đúng hạn: chỉ tiêu ≥ 95%, kết quả 94,996% (94.996/100.000)." in text
    assert "+ Nguyên nhân: Thiếu người." in text
    assert "+ Biện pháp khắc phục: Bổ sung người./." in text
    assert ["≥ 95%", "94,996%", "-0,004", "Không đạt"] in _table(composed)


def test_a_miss_nobody_explained_stops_the_report() -> None:
    with pytest.raises(DataError) as caught:
        _composed(_result("mt1", 9, 10), _result("mt2", 10, 10))
    (problem,) = caught.value.problems
    assert "«Nguyên nhân» (nguyen_nhan) và «Hành động khắc phục» (khac_phuc)" in problem.what
    assert "kết quả thứ 1" in problem.place


def test_only_some_reported() -> None:
    text = _text(_composed(_result("mt1", 20, 20)))
    assert "01/02 mục tiêu chất lượng đạt; 01/02 mục tiêu chưa có số liệu" in text
    assert "Mục tiêu 2 - Mức độ hài lòng: chưa có số liệu (chưa nhận được số liệu quý I năm 2027)." in text


def test_nothing_to_count_is_neither_met_nor_missed_nor_missing() -> None:
    composed = _composed(_result("mt1", 20, 20), _result("mt2", 0, 0))
    assert "- Mục tiêu 2 - Mức độ hài lòng: không phát sinh trong kỳ." in _text(composed)
    assert ["trên 90%", "0/0", "–", "Không phát sinh trong kỳ (0/0)"] in _table(composed)


def test_a_report_upward_is_addressed_and_says_as_above() -> None:
    context = _composed(_result("mt1", 20, 20), kinh_gui="Ủy ban nhân dân tỉnh").main.context
    assert context["kinh_gui"] == ["Ủy ban nhân dân tỉnh"]
    assert context["noi_nhan"][0] == "- Như trên;"
    assert str(context["can_cu"][0]).startswith("Căn cứ Luật")
    assert "báo cáo kết quả thực hiện mục tiêu chất lượng quý I năm 2027 như sau:" in unjoined(context["mo_dau"][0])


def test_direction_and_proposals_close_the_report() -> None:
    text = _text(_composed(_result("mt1", 20, 20), phuong_huong=["Giữ vững."], de_xuat=["Cấp máy."]))
    closing = text.partition("PHƯƠNG HƯỚNG VÀ ĐỀ XUẤT, KIẾN NGHỊ\n")[2]
    assert closing == "1. Phương hướng\n- Giữ vững.\n2. Đề xuất, kiến nghị\n- Cấp máy./."


@pytest.mark.parametrize(("others", "label"), [(0, "Phụ lục"), (1, "Phụ lục II"), (3, "Phụ lục IV")])
def test_a_composed_report_refers_to_its_own_annex_by_its_label(others: int, label: str) -> None:
    annexes = [{"tieu_de": f"Danh sách {n}", "noi_dung": ["Một."]} for n in range(others)]
    composed = _composed(_result("mt1", 20, 20), phu_luc=annexes)
    assert f"Kết quả thực hiện từng chỉ tiêu như sau (số liệu chi tiết tại {label} kèm theo):" in unjoined(
        _text(composed)
    )
    assert composed.attachments[-1].context["nhan"] == label
    assert "SỐ LIỆU CHI TIẾT" in unjoined(str(composed.attachments[-1].context["tieu_de"][0]))


def test_an_agency_arranges_the_parts_itself() -> None:
    content = [{"muc": "Đánh giá", "noi_dung": [{"ket_qua": "khong_dat"}, {"ket_qua": "bang"}]}]
    composed = _composed(_result("mt1", 20, 20), _result("mt2", 10, 10), noi_dung=content)
    kinds = [block.kieu for block in _blocks(composed)]
    assert kinds == ["muc", "doan", "bang", "doan"]  # the last is the mark that ends a text (Mẫu 1.4)
    assert composed.attachments == ()


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"ky_bao_cao": None}, "văn bản chưa có nội dung"),
        ({"loai": "thông báo"}, "văn bản chưa có nội dung"),
        ({"ky_bao_cao": None, "noi_dung": [{"ket_qua": "bang"}]}, "in kết quả mà văn bản chưa ghi kỳ báo cáo"),
        ({"noi_dung": ["Có."], "de_xuat": ["Cấp máy."]}, "de_xuat chỉ dùng với báo cáo soạn từ kết quả"),
    ],
)
def test_what_cannot_be_composed_is_said(document: dict[str, Any], said: str) -> None:
    with pytest.raises(DataError) as caught:
        _report(**document)
    assert any(said in problem.what for problem in caught.value.problems)


@pytest.mark.parametrize(("name", "quarters"), [("bao-cao-nam", 4), ("bao-cao-quy-1", 1)])
def test_printed_rates_are_those_of_an_independent_sum(name: str, quarters: int) -> None:
    dossier = load_dossier(DATA / "bau-bang-2024")
    composed = compose(dossier, next(document for document in dossier.documents if document.name == name))
    table = _table(composed)
    checked = 0
    for target in dossier.objectives[0].targets:
        own = [
            r for r in dossier.results
            if r.objective == "mt1" and r.unit == target.unit and r.year is None and r.period.number <= quarters
        ]  # fmt: skip
        above, below = sum(r.numerator or 0 for r in own), sum(r.denominator or 0 for r in own)
        row = next(row for row in table if row[0] == target.unit)
        if not below:
            assert row[2] == "–" or "không phát sinh" in row[-1].casefold()
            continue
        hundredths = Fraction(above * 10_000, below)
        printed = int(row[2].removesuffix("%").replace(",", ""))
        assert abs(hundredths - printed) <= Fraction(1, 2)
        asked = Fraction((target.text or "").removesuffix("%"))
        assert row[-1] == ("Đạt" if Fraction(100 * above, below) >= asked else "Không đạt")
        checked += 1
    assert checked >= 10


def test_charts_say_in_words_what_they_draw_and_are_the_same_every_time() -> None:
    results = [_result("mt1", 97, 100), _result("mt1", 99, 100, "quý II"), _result("mt2", 9, 10, "6 tháng", **_WHY)]
    first, second = (_composed(*results, ky_bao_cao="6 tháng") for _ in range(2))
    pictures = [block.bang for block in _blocks(first) if isinstance(block.bang, Picture)]
    assert [p.png for p in pictures] == [b.bang.png for b in _blocks(second) if isinstance(b.bang, Picture)]
    targets, trend = pictures
    assert "98,00%, chỉ tiêu 95%" in targets.description
    assert "90,00%, chỉ tiêu 90%" in targets.description
    assert "Mục tiêu 1 - Hồ sơ đúng hạn (chỉ tiêu 95%): quý I 97,00%, quý II 99,00%" in trend.description


def test_every_percentage_of_the_text_is_traced_to_its_sources() -> None:
    composed = _composed(_result("mt1", 9, 10, **_WHY), _result("mt2", 10, 10))
    traced = {(figure.text, figure.formula) for figure in composed.trace}
    assert ("90,00%", "9/10 = 90,00%") in traced
    first = next(figure for figure in composed.trace if figure.text == "90,00%")
    assert first.sources == ("kết quả thứ 1: tử số 9", "kết quả thứ 1: mẫu số 10")
    printed = {cell for row in _table(composed) for cell in row if cell.endswith("%") and "," in cell}
    assert printed <= {figure.text for figure in composed.trace}


def test_a_text_that_ends_on_a_table_closes_below_it() -> None:
    table = {"bang": {"cot": ["Tên"], "dong": [["Một"], ["Hai"]]}}
    annex = {"tieu_de": "Danh sách", "noi_dung": [table]}
    attached = {"ten_loai": "Quy chế", "trich_yeu": "Làm việc", "noi_dung": [{"dieu": "Một.", "noi_dung": [table]}]}
    dossier = build_dossier(sample(phu_luc=[annex], van_ban_kem_theo=[attached], noi_dung=[{"dieu": "Một."}]))
    composed = compose(dossier, dossier.documents[0])
    assert str(composed.main.context["noi_dung"][-1].chu) == "Một./."
    for part in composed.attachments:
        closing = part.context["noi_dung"][-2:]
        assert [block.kieu for block in closing] == ["bang", "doan"]
        assert str(closing[1].chu) == "./."
        assert [row.keep_with_next for row in closing[0].bang.body][-1]  # the mark never stands alone on a page


def test_an_objective_without_a_target_is_not_said_to_lack_data() -> None:
    data = sample(loai="báo cáo", ky_bao_cao="quý I", noi_dung=None, theo_de_nghi=None)
    data["muc_tieu"] = [_TARGETS[0], {"id": "mt2", "noi_dung": "Mức độ hài lòng"}]
    data["ket_qua"] = [_result("mt1", 19, 20), _result("mt2", 96, 100)]
    dossier = build_dossier(data)
    composed = compose(dossier, dossier.documents[0])
    assert "- Mục tiêu 2 - Mức độ hài lòng: chưa xác định chỉ tiêu để đánh giá." in _text(composed)
    assert "Chưa xác định chỉ tiêu" in "\n".join(map(str, _table(composed)))
    assert "muc-tieu-khong-chi-tieu" in {finding.rule for finding in composed.findings}
