"""Citing from a dossier: bases by number, markers in running text, a law's number, the judgement of a document."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.compose import compose
from generator.dossier import load_dossier
from generator.dossier.reading.reader import build_dossier
from generator.errors import DataError
from generator.findings import Level
from generator.judgement.judging import DocumentReview, judge_documents, suggest_for
from generator.resources import example_folders
from tests.samples import sample, unjoined

VT = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"


def _composed(data: dict[str, Any]) -> Any:
    dossier = build_dossier(data)
    return compose(dossier, dossier.documents[0]).main.context


def _bases(data: dict[str, Any]) -> list[str]:
    return [unjoined(line) for line in _composed(data)["can_cu"]]


def _starts(data: dict[str, Any]) -> list[str]:
    return [line.removeprefix("Căn cứ ")[:12] for line in _bases(data)[:-1]]


def _body(data: dict[str, Any]) -> str:
    return "\n".join(_text(block) for block in _composed(data)["noi_dung"])


def _text(block: Any) -> str:
    return unjoined(f"{block.nhan} {block.tieu_de}{block.chu}")


def _judged(data: dict[str, Any], today: date = date(2026, 11, 20)) -> DocumentReview:
    dossier = build_dossier(data)
    (judged,) = judge_documents(dossier, dossier.documents[:1], today=today)
    return judged


def _codes(judgement: DocumentReview, *levels: Level) -> list[tuple[str, str]]:
    return [(f.place, f.rule) for f in judgement.findings if f.level in levels]


def test_a_law_is_printed_with_its_number_only_where_the_dossier_asks() -> None:
    data = sample()
    assert _bases(data)[0] == "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
    data["cai_dat"] = {"so_luat": "có"}
    assert _bases(data)[0] == "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;"
    assert ("căn cứ 1", "luat-co-so") not in _codes(_judged(data), Level.WARNING)


def test_bases_are_sorted_only_where_the_dossier_asks() -> None:
    data = sample(can_cu=["30/2020/NĐ-CP", {"loi_van": "Kết luận của Đảng ủy xã"}, "72/2025/QH15"])
    assert _starts(data) == ["Nghị định số", "Kết luận của", "Luật Tổ chức"]
    assert ("căn cứ 1", "thu-tu") in _codes(_judged(data), Level.WARNING)
    data["cai_dat"] = {"xep_can_cu": "có"}
    assert _starts(data) == ["Luật Tổ chức", "Kết luận của", "Nghị định số"]
    assert not [code for _, code in _codes(_judged(data), Level.WARNING) if code == "thu-tu"]


def test_running_text_cites_in_full_first_and_short_after() -> None:
    body = _body(
        sample(
            noi_dung=[
                {"dieu": "Thực hiện {can_cu: 30/2020/NĐ-CP} và {can_cu: 72/2025/QH15}."},
                {"dieu": "Thể thức theo {dam: {can_cu: nd-30-2020}}; {can_cu: 19/2014/QĐ-TTg}."},
            ]
        )
    )
    assert f"Thực hiện {VT} và Luật Tổ chức chính quyền địa phương." in body
    assert "Thể thức theo " in body
    assert body.count(VT) == 1
    assert body.count("Nghị định số 30/2020/NĐ-CP") == 2
    assert "Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng" in body


def test_the_opening_comes_before_the_body() -> None:
    context = _composed(
        sample(
            loai="kế hoạch",
            mo_dau="Thực hiện {can_cu: 30/2020/NĐ-CP}:",
            noi_dung=[{"muc": "Theo {can_cu: 30/2020/NĐ-CP}"}],
        )
    )
    assert unjoined(context["mo_dau"][0]) == f"Thực hiện {VT}:"
    assert VT.upper() not in "\n".join(_text(block) for block in context["noi_dung"])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"can_cu": ["41/2026/QĐ-TTg"]}, "chưa dẫn được «41/2026/QĐ-TTg»"),
        ({"can_cu": ["TCVN ISO 9001:2015"]}, "là tiêu chuẩn"),
        ({"trich_yeu": "Về việc {can_cu: 30/2020/ND-CP}"}, "có phải ý bạn là «30/2020/NĐ-CP»"),
        ({"noi_dung": [{"dieu": "Theo {can_cu: 23/2025/NĐ-CP}."}]}, "chưa xác minh được ngày ban hành"),
        ({"mo_dau": "Theo {can_cu: 30/2020/NĐ-CP}:"}, "mẫu quyết định không có lời mở đầu"),
        ({"noi_dung": [{"dieu": "Theo {can_cu: }."}]}, "chưa ghi văn bản nào"),
        ({"noi_dung": [{"dieu": "Theo {căn cứ: 30/2020/NĐ-CP}."}]}, "có phải ý bạn là «{can_cu:»"),
    ],
)
def test_what_cannot_be_printed_is_refused_when_the_dossier_is_read(change: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError) as caught:
        build_dossier(sample(**change))
    assert words in str(caught.value)


def test_a_free_basis_that_misquotes_a_known_document_is_shown_both() -> None:
    wrong = "Nghị định số 30/2020/NĐ-CP ngày 03 tháng 5 năm 2020 của Thủ tướng Chính phủ về công tác lưu trữ"
    judgement = _judged(sample(can_cu=["72/2025/QH15", {"loi_van": wrong}]))
    found = {f.rule: f.what for f in judgement.findings if f.place == "căn cứ 2"}
    assert "«03 tháng 5 năm 2020»" in found["ngay"]
    assert "ngày 05 tháng 3 năm 2020" in found["ngay"]
    assert "«Thủ tướng Chính phủ», đúng là «Chính phủ»" in found["co-quan"]
    assert "thiếu «văn thư»; thừa «lưu trữ»" in found["trich-yeu"]


def test_a_final_with_an_error_is_held_and_a_draft_is_not() -> None:
    early = sample(ngay="3/2/2025")  # the law of 16/6/2025 did not exist
    judgement = _judged(early)
    assert judgement.held
    assert [finding.rule for finding in judgement.errors] == ["chua-hieu-luc"]
    early["van_ban"][0]["so"] = None
    assert not _judged(early).held
    assert not _judged(sample()).held


def test_a_draft_is_judged_today_and_every_basis_has_a_verdict() -> None:
    judgement = _judged(sample(so=None, ngay=None), date(2026, 9, 1))
    assert judgement.day == date(2026, 9, 1)
    assert [(label, findings[0].level) for label, findings in judgement.bases] == [
        ("Luật Tổ chức chính quyền địa phương (số 72/2025/QH15)", Level.FINE),
        ("Nghị định số 30/2020/NĐ-CP", Level.FINE),
    ]


def test_what_is_said_of_a_basis_no_list_holds_stands_with_it() -> None:
    plan = "Kế hoạch số 5/KH-UBND ngày 02 tháng 01 năm 2026 của Ủy ban nhân dân xã Mẫu về cải cách hành chính"
    judgement = _judged(sample(can_cu=["72/2025/QH15", {"loi_van": plan}]))
    ((_, findings),) = [basis for basis in judgement.bases if basis[0].startswith("Kế hoạch")]
    assert [finding.rule for finding in findings] == ["chua-biet"]


def test_a_district_as_issuer_after_its_end_blocks() -> None:
    data = sample(ngay="3/2/2026")
    data["co_quan"]["ten"] = ["Ủy ban nhân dân", "huyện Mẫu"]
    judgement = _judged(data)
    assert ("tên cơ quan", "cap-huyen") in _codes(judgement, Level.ERROR)
    assert judgement.held


def test_another_document_of_the_dossier_is_known() -> None:
    data = sample()
    plan = {**data["van_ban"][0], "ten_tep": "ke-hoach", "loai": "kế hoạch", "so": "7", "ngay": "4/2/2026"}
    data["van_ban"].append({**plan, "can_cu": ["72/2025/QH15", "quyet-dinh"], "trich_yeu": "Thực hiện mục tiêu"})
    dossier = build_dossier(data)
    (judgement,) = judge_documents(dossier, dossier.documents[1:2])
    assert [label for label, _ in judgement.bases][1] == "Quyết định số 05/QĐ-UBND"
    assert [f.rule for f in judgement.findings if f.level is not Level.NOTE] == []


@pytest.mark.parametrize("folder", example_folders(), ids=lambda folder: folder.name)
def test_no_example_is_held(folder: Any) -> None:
    dossier = load_dossier(folder)
    for document in dossier.documents:
        (judgement,) = judge_documents(dossier, [document], today=date(2026, 11, 20))
        assert judgement.errors == ()


def test_suggestions_leave_out_what_is_cited() -> None:
    dossier = build_dossier(sample(trich_yeu="Về việc ban hành mục tiêu chất lượng năm {nam}"))
    offered = [document.number for one in suggest_for(dossier, dossier.documents[0]) for document, _ in one.documents]
    assert offered == ["19/2014/QĐ-TTg", "26/2014/TT-BKHCN", "07/2025/TT-BKHCN", "101/QĐ-BKHCN"]
