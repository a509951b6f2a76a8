"""A report says what an office says in every state of its data; what is meant for the clerk is a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_args

import pytest

from generator.compose import ComposedDocument, compose
from generator.content import Rich
from generator.dossier.documents.blocks import ResultsPart
from generator.dossier.reading.reader import build_dossier
from generator.findings import Level
from generator.patterns import late
from tests.samples import sample, unjoined

_PARTS = get_args(ResultsPart)
# What only who fills in the dossier understands; «hồ sơ» is also what citizens hand in: only as the program means it.
_CLERKS = late(
    r"\b(?:hồ sơ tổng hợp|trong hồ sơ|của hồ sơ|hồ sơ không|ghi|điền|khai|nhập|xóa|sửa|bỏ qua|chương trình|trường|"
    r"tệp|thư mục|kết quả thứ|không cộng được|không so được|tính sẵn|không rõ ngày|tử số,? (?:và )?mẫu số|tử số lớn)\b"
    r"|\w+_\w+|\w+\.(?:ya?ml|json|xlsx)|None|\{|\}",
    re.IGNORECASE,
)
_OF_PARTS = {
    "chua-co-ke-hoach",
    "chua-co-muc-tieu",
    "khong-co-bieu-do",
    "xem-xet-thieu-dau-vao",
}  # what a part asked for has nothing to show
_WHY = {"nguyen_nhan": "Thiếu người.", "khac_phuc": "Bổ sung người."}


def _texts(value: Any) -> Iterator[str]:
    """Every text of a composed value: spans, cells, captions, descriptions of tables and pictures."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Rich):
        yield unjoined(value)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name not in ("kieu", "nguon", "align", "png"):
                yield from _texts(getattr(value, one.name))


def _printed(composed: ComposedDocument) -> list[str]:
    parts = (composed.main, *composed.attachments)
    summary = composed.summary
    own = (summary.title, summary.subject, *summary.keywords)
    return [text for part in parts for text in _texts(part.context)] + list(own)


def _composed(
    target: Any, entries: list[dict[str, Any]], *, period: str = "6 tháng", laid_out: bool = True, plan: Any = ()
) -> ComposedDocument:
    content = None if laid_out else [{"muc": "Kết quả", "noi_dung": [{"ket_qua": part} for part in _PARTS]}]
    document = sample(loai="báo cáo", ky_bao_cao=period, noi_dung=content, theo_de_nghi=None)
    objectives = [{"id": "m", "noi_dung": "Việc đúng hạn", "chi_tieu": target}] if target is not None else []
    results = [{"muc_tieu": "m", "ky": "6 tháng", **entry} for entry in entries]
    dossier = build_dossier({**document, "muc_tieu": objectives, "ket_qua": results, "ke_hoach": list(plan)})
    return compose(dossier, dossier.documents[0], lambda path: "ket-qua.yaml, dòng 7")


_STATES: dict[str, tuple[Any, list[dict[str, Any]], str]] = {
    "chưa có số liệu": (["≥ 95%"], [], ""),
    "một quý": (["≥ 95%"], [{"ky": "quý I", "tu_so": 1, "mau_so": 1}], "thieu-so-lieu"),
    "tỷ lệ tính sẵn": (["≥ 95%"], [{"ky": f"quý {n}", "gia_tri": "96%"} for n in (1, 2)], "khong-cong-duoc"),
    "mức từng quý": (["loại tốt"], [{"ky": f"quý {n}", "muc": "tốt"} for n in (1, 2)], "khong-cong-duoc"),
    "lẫn hai kiểu": (
        ["≥ 95%"],
        [{"ky": "quý I", "tu_so": 1, "mau_so": 1}, {"ky": "quý II", "gia_tri": "96%"}],
        "khong-cong-duoc",
    ),
    "các đơn vị lẫn kiểu": (
        ["≥ 95%"],
        [{"don_vi": "Thôn 1", "tu_so": 1, "mau_so": 1}, {"don_vi": "Thôn 2", "gia_tri": "96%"}],
        "khong-cong-duoc",
    ),
    "thiếu một đơn vị": (
        [{"in_ra": "≥ 95%", "don_vi": "A, B"}],
        [{"don_vi": "A", "tu_so": 1, "mau_so": 1}],
        "thieu-so-lieu",
    ),
    "mức cho con số": (["≥ 95%"], [{"muc": "tốt"}], "ket-qua-khac-kieu"),
    "tỷ lệ cho con số": (["không quá 3 vụ"], [{"tu_so": 1, "mau_so": 2}], "ket-qua-khac-kieu"),
    "mức ngoài thang": (["loại tốt"], [{"muc": "ổn"}], "muc-khong-so-duoc"),
    "không phát sinh": (["≥ 95%"], [{"tu_so": 0, "mau_so": 0}], ""),
    "trên 100%": (["≥ 95%"], [{"tu_so": 105, "mau_so": 100}], "tu-so-lon-hon-mau-so"),
    "không đạt": (["≥ 95%"], [{"tu_so": 1, "mau_so": 2, **_WHY}], ""),
    "không có năm trước": (["giảm 1% so với cùng kỳ"], [{"gia_tri": 5}], "thieu-cung-ky"),
    "năm trước khác kiểu": (
        ["giảm 1% so với cùng kỳ"],
        [{"gia_tri": 5}, {"nam": 2026, "tu_so": 1, "mau_so": 2}],
        "thieu-cung-ky",
    ),
    "năm trước bằng 0": (["giảm 1% so với cùng kỳ"], [{"gia_tri": 5}, {"nam": 2026, "gia_tri": 0}], ""),
    "chưa đến hạn": (["02 lần/năm"], [{"gia_tri": 1}], ""),
    "theo quý mà ghi cả kỳ": (["01 lần/quý"], [{"gia_tri": 2}], ""),
    "theo quý, một quý khác kiểu": (
        ["01 lần/quý"],
        [{"ky": "quý I", "tu_so": 1, "mau_so": 1}, {"ky": "quý II", "gia_tri": 1}],
        "khong-cong-duoc",
    ),
    "chỉ tiêu từ giữa năm": ([{"in_ra": "≥ 95%", "tu": "01/7/2027"}], [{"tu_so": 1, "mau_so": 2}], ""),
    "chỉ tiêu đổi": (
        ["≥ 90%", {"in_ra": "≥ 95%", "tu": "01/4/2027"}],
        [{"tu_so": 96, "mau_so": 100}],
        "",
    ),
    "nhiều kết quả": (["≥ 95%"], [{"don_vi": f"Thôn {n}", "tu_so": 9, "mau_so": 9} for n in range(20)], ""),
    "mục tiêu không chỉ tiêu": ([], [], "muc-tieu-khong-chi-tieu"),
}


@pytest.mark.parametrize("laid_out", [True, False], ids=["bố cục thường dùng", "tự sắp xếp"])
@pytest.mark.parametrize("state", _STATES)
def test_nothing_meant_for_the_clerk_is_printed(state: str, laid_out: bool) -> None:
    target, entries, rule = _STATES[state]
    composed = _composed(target, entries, laid_out=laid_out)
    said = [text for text in _printed(composed) if _CLERKS.search(text)]
    assert said == []
    told = [found for found in composed.findings if found.rule not in _OF_PARTS]
    assert {found.rule for found in told} == ({rule} if rule else set())
    assert all(found.what and found.fix and found.place and found.source == "ket-qua.yaml, dòng 7" for found in told)


@pytest.mark.parametrize(
    ("task", "rule"),
    [
        ({}, "viec-khong-ro-han"),
        ({"thoi_gian": "Sau hội nghị"}, "viec-khong-ro-han"),
        ({"thoi_gian": "Thường xuyên"}, ""),
        ({"han": "01/3/2027"}, ""),
        ({"han": "01/3/2027", "hoan_thanh": "01/4/2027"}, ""),
        ({"han": "01/9/2027"}, ""),
    ],
)
def test_the_progress_of_a_plan_is_told_as_an_office_tells_it(task: dict[str, str], rule: str) -> None:
    plan = [{"muc_tieu": "m", "cong_viec": [{"noi_dung": "Rà soát quy trình", **task}]}]
    composed = _composed(["≥ 95%"], [{"tu_so": 1, "mau_so": 1}], plan=plan, laid_out=False)
    assert [text for text in _printed(composed) if _CLERKS.search(text)] == []
    told = [(found.rule, found.level) for found in composed.findings if found.rule not in _OF_PARTS]
    assert told == ([(rule, Level.NOTE)] if rule else [])


def test_a_report_on_a_plan_that_is_not_there_says_so_in_an_offices_words() -> None:
    composed = _composed(["≥ 95%"], [{"tu_so": 1, "mau_so": 1}], laid_out=False)
    assert "Chưa có kế hoạch thực hiện mục tiêu chất lượng." in _printed(composed)
    assert "chua-co-ke-hoach" in [found.rule for found in composed.findings]


def test_a_chart_asked_for_and_not_drawn_is_told() -> None:
    def told(*entries: dict[str, Any], laid_out: bool = False) -> list[str]:
        findings = _composed(["≥ 95%"], list(entries), laid_out=laid_out).findings
        return [found.what for found in findings if found.rule == "khong-co-bieu-do"]

    quarters = [{"ky": f"quý {n}", "tu_so": 1, "mau_so": 1} for n in (1, 2)]
    assert told(*quarters) == []
    (trend,) = told({"tu_so": 1, "mau_so": 1})
    assert "biểu đồ qua các quý" in trend
    assert len(told()) == 2
    assert told(laid_out=True) == []  # the usual layout draws what there is to draw


def test_a_report_without_objectives_says_so() -> None:
    composed = _composed(None, [], laid_out=False)
    assert "Chưa có mục tiêu chất lượng để đánh giá kết quả thực hiện." in _printed(composed)
    assert not [text for text in _printed(composed) if "00" in text or _CLERKS.search(text)]
    assert {found.rule for found in composed.findings} == _OF_PARTS


@pytest.mark.parametrize("text", ["ghi gia_tri", "không có trong hồ sơ tổng hợp", "xem ket-qua.yaml", "điền vào đây"])
def test_the_list_of_the_clerks_words_finds_them(text: str) -> None:
    assert _CLERKS.search(text)
