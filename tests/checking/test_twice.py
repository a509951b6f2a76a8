"""One fault told by two rules of the same words is heard once; a like one elsewhere, or another one there, is heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checking.twice import not_reviewed, told_once
from generator.edits import Spot
from generator.findings import Finding, Level
from generator.service.checking.checked import CheckOptions, check_bytes
from generator.service.checking.terms import Terms
from tests.layout.word_maker import make, para, run
from tests.parts.heads import BOLD, REST, TAB, in_a_table
from tests.rules.form_cases import changed_file

HERE, THERE = Spot("word/document.xml", 5), Spot("word/document.xml", 9)
ONE_FAULT = [
    ("ND30-I.2.4b2", "ngày ban hành ghi «5»", "LV27", "«ngày 5 tháng 02»: số 0 trước ngày, tháng"),
    ("ND30-I.2.4b3", "tháng ban hành ghi «2»", "dau-van-ban", "ngày ký ghi «ngày 05 tháng 2 năm 2026»"),
    ("ND30-I.2.5b4", "trích yếu dưới tên loại mở đầu bằng «V/v»", "dau-van-ban", "trích yếu bắt đầu bằng «V/v»"),
    ("ND30-I.2.6b4", "«Nghị định 30/2020/NĐ-CP» không có chữ «số»", "thieu-chu-so", "Nghị định: thiếu chữ «số»"),
    ("ND30-I.2.7b3", "viết «KT»", "quyen-han-ky", "quyền hạn ký ghi «KT CHỦ TỊCH»"),
    ("ND30-I.3.1a2", "phụ lục ghi «Phụ lục 1»", "phu-luc-so", "«Phụ lục 1» đánh số bằng chữ số Ả Rập"),
    ("ND30-I.2.3c5", "ký hiệu viết «05 /QĐ-UBND»", "LV16", "số, ký hiệu «05 /QĐ-UBND» có dấu cách"),
    ("ND30-I.2.3c2", "viết «Số :»", "LV11", "dấu cách thừa trước «:»: «Số : 05/QĐ-UBND»"),
    ("ND30-I.2.9e1", "«Nơi nhận :» có dấu cách trước «:»", "LV11", "dấu cách thừa trước «:»: «Nơi nhận :»"),
    ("ND30-I.2.9d1", "«Kính gửi :» có dấu cách trước «:»", "LV11", "dấu cách thừa trước «:»: «Kính gửi : Sở A»"),
    ("ND30-I.2.9e3", "cuối dòng nơi nhận «- A» không có dấu chấm phẩy", "noi-nhan", "dòng «- A» không kết thúc"),
    ("ND30-I.2.9d3", "cuối dòng «- A» không có dấu chấm phẩy", "dau-cuoi-liet-ke", "kết thúc bằng nhiều thứ dấu"),
    ("ND30-I.2.3c5", "ký hiệu viết «QC–THX»", "LV37", "chữ viết tắt chưa được giải thích: THX"),
    ("ND30-I.2.1a1", "Quốc hiệu viết «CHỦ NGHIÃ»", "LV20", "chữ «NGHIÃ» đặt sai dấu thanh"),
    ("ND30-A.7.1", "tên loại viết «QUYÊT ĐỊNH»", "LV33", "«QUYÊT ĐỊNH» không phải là một từ ở đây"),
    ("ND30-I.2.4d", "có chỗ không có số 0, như «ngày 6 tháng 6…»", "LV27", "«ngày 6 tháng 6»: số 0 trước ngày, tháng"),
]
TWO_FAULTS = [
    ("ND30-I.2.4b2", "ngày ban hành ghi «5»", "LV11", "dấu cách thừa trước «,»: «Mẫu , ngày 5»"),
    ("ND30-I.2.4d", "có chỗ không có số 0, như «ngày 6 tháng 6…»", "LV27", "«ngày 7 tháng 6»: số 0 trước ngày, tháng"),
    ("ND30-I.2.3c2", "viết «Số :»", "LV11", "dấu cách chỉ ở một bên «-»: «Số : 05/QĐ -UBND»"),
    ("ND30-I.2.6a7", "căn cứ kết thúc bằng «.»", "thieu-chu-so", "Nghị định: thiếu chữ «số»"),
    ("ND30-I.2.1a1", "Quốc hiệu viết «CHỦ NGHIÃ»", "chua-biet", "danh mục chưa có"),
]


def _finding(rule: str, what: str, spot: Spot | None = HERE, also: tuple[Spot, ...] = ()) -> Finding:
    return Finding(rule, Level.WARNING, what, spot=spot, also=also)


@pytest.mark.parametrize(("rule", "what", "other", "other_what"), ONE_FAULT)
def test_one_fault_is_heard_once_where_both_tell_it(rule: str, what: str, other: str, other_what: str) -> None:
    said, audited = [_finding(rule, what)], [_finding(other, other_what), _finding(other, other_what, THERE)]
    assert [one.spot for one in told_once(said, audited)] == [THERE]


def test_what_is_said_of_the_whole_file_is_told_once_wherever_it_is_placed() -> None:
    said = [_finding("ND30-I.2.9c", "quyết định mà nơi nhận không có «Như Điều …»")]
    other = _finding("noi-nhan", "dòng «- A» thừa dấu chấm phẩy trước ngoặc", THERE)
    audited = [_finding("noi-nhan", "nơi nhận không có «Như Điều …»", THERE), other]
    assert list(told_once(said, audited)) == [other]


@pytest.mark.parametrize(("rule", "what", "other", "other_what"), TWO_FAULTS)
def test_another_fault_of_the_same_paragraph_is_heard(rule: str, what: str, other: str, other_what: str) -> None:
    audited = [_finding(other, other_what)]
    assert list(told_once([_finding(rule, what)], audited)) == audited


def test_what_is_said_once_for_several_places_is_told_at_each() -> None:
    said = [_finding("ND30-I.2.6a7", "căn cứ kết thúc bằng «.» (ở 2 chỗ)", HERE, (THERE,))]
    audited = [_finding("dau-cuoi-can-cu", "dòng căn cứ kết thúc bằng «.»", spot) for spot in (HERE, THERE, None)]
    assert [one.spot for one in told_once(said, audited)] == [None]


def test_a_day_without_its_zero_is_heard_once_of_the_head_and_once_of_the_text() -> None:
    changes = [
        {"phan": "địa danh, thời gian", "chu": "{dia_danh}, ngày 3 tháng 02 năm 2026"},
        {"phan": "kính gửi", "them": "Thực hiện Công văn số 15/UBND-VP ngày 5 tháng 01 năm 2026;"},
    ]
    docx = changed_file({"nen": "cong-van", "sua": changes})
    found = check_bytes(Path("a.docx"), docx, CheckOptions(pages=False), Terms()).findings
    about = [one for one in found if one.rule in ("ND30-I.2.4b2", "dau-van-ban", "LV27")]
    assert [one.rule for one in about] == ["ND30-I.2.4b2", "LV27"]
    assert "ngày 5 tháng 01" in about[1].what


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_that_the_audit_tells_one_is_heard_whichever_comes_first(turned: bool) -> None:
    told = _finding("kem-theo-so-khac", "chỉ dẫn kèm theo ghi số 216/QĐ-UBND")
    audited = [told, _finding("chua-biet", "Quyết định số 216/QĐ-UBND: danh mục chưa có")]
    assert list(told_once([], audited[::-1] if turned else audited)) == [told]


def test_what_tabs_set_beside_a_recipient_is_no_part_of_it() -> None:
    beside = para(run("- Đảng ủy xã;") + TAB + run("PHÓ CHỦ TỊCH", BOLD))
    end = para(run("Nơi nhận:", BOLD)) + para("- Như Điều 2;") + beside + para("- Lưu: VT.") + para("Trần Thị Bình")
    docx = make(in_a_table() + REST + end)
    found = check_bytes(Path("a.docx"), docx, CheckOptions(pages=False), Terms()).findings
    assert not [one for one in found if one.rule == "noi-nhan" and "PHÓ CHỦ TỊCH" in one.what]


def test_what_the_data_were_told_of_already_is_not_told_of_the_file_made_of_them() -> None:
    reviewed = [_finding("noi-nhan-hai-lan", "«Sở Nội vụ» đã có ở nơi nhận 1")]
    said = [_finding("ND30-A.17.1", f"«{name}» đã có ở dòng trên của «Nơi nhận»") for name in ("Sở Nội vụ", "Sở Y tế")]
    assert list(not_reviewed(said, reviewed)) == said[1:]
