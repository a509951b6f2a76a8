"""The target in the sentence of an objective is read where it is certain, in the file's own words; else it is told."""

from __future__ import annotations

import pytest

from generator.dossier import load_dossier
from generator.recovering.quality.stated import stated_targets
from generator.recovering.said import Said
from generator.service.yearly.reading import read_bytes
from tests.recovering.measuring import EXAMPLES, compared, in_docx, printed, read_again


def said(text: str) -> Said:
    return Said(text, "đoạn 1", text)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("100% hồ sơ thủ tục hành chính được giải quyết đúng hạn.", "100%"),
        ("Tỷ lệ hài lòng của người dân đạt từ 95% trở lên.", "từ 95% trở lên"),
        ("Tỷ lệ {dam: hài lòng} đạt 95% trở lên", "95% trở lên"),
        ("Thời gian xử lý văn bản đến không quá 2 ngày làm việc.", "không quá 2 ngày làm việc"),
        ("Trên 98% tổ chức, công dân hài lòng", "Trên 98%"),
        ("Năm 2024 có 100% cán bộ được đào tạo theo Quyết định số 12/QĐ-UBND", "100%"),
        ("Tỷ lệ hồ sơ trực tuyến đạt từ 60% đến 80%", "từ 60% đến 80%"),
        ("Tổ chức đối thoại ít nhất 02 lần mỗi quý", "ít nhất 02 lần mỗi quý"),
        ("Hoàn thành trước ngày 15/12/2026 đạt tối thiểu 90%", "tối thiểu 90%"),
        ("Tỷ lệ giải ngân đạt 95,5% kế hoạch", "95,5%"),
        ("Không quá 5% hồ sơ trễ hạn", "Không quá 5%"),
        ("Số vụ khiếu nại về thái độ phục vụ: 0 vụ.", "0 vụ"),  # alone behind what it counts
        ("Số sáng kiến được công nhận: 03 sáng kiến", "03 sáng kiến"),
        ("Giảm 10% số đơn thư so với năm 2023", "Giảm 10% số đơn thư so với năm 2023"),
        ("100% công chức giữ gìn phẩm chất, không gây phiền hà", "100%"),  # what follows has no figure
        ("Duy trì hệ thống theo TCVN ISO 9001:2015; 100% đơn vị áp dụng", "100%"),
    ],
)
def test_a_certain_figure_is_the_target(text: str, target: str) -> None:
    found, doubt = stated_targets([said(text)])
    assert ([one["in_ra"].value for one in found], doubt) == ([target], False)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "Phấn đấu 100% TTHC giải quyết đúng; ít nhất 98% hồ sơ được trả đúng hạn.",
            {"Phấn đấu 100% TTHC giải quyết đúng": "100%", "ít nhất 98% hồ sơ được trả đúng hạn": "ít nhất 98%"},
        ),
        (
            "Hồ sơ đúng hạn đạt trên 98%, trong đó lĩnh vực đất đai, xây dựng đạt trên 95%",
            {"Hồ sơ đúng hạn đạt trên 98%": "trên 98%",
             "trong đó lĩnh vực đất đai, xây dựng đạt trên 95%": "trên 95%"},
        ),
    ],
)  # fmt: skip
def test_each_clause_with_a_certain_figure_is_a_target(text: str, clauses: dict[str, str]) -> None:
    found, doubt = stated_targets([said(text)])
    assert ({one["in_ra"].value: one["gia_tri"].value for one in found}, doubt) == (clauses, False)


@pytest.mark.parametrize(
    "text",
    [
        "đạt 100% chỉ tiêu trong quý I, 90% chỉ tiêu trong quý II",
        "Giảm 10% số đơn thư khiếu nại",  # a change needs what it is from
        "100% hồ sơ đúng hạn; tổ chức 02 lớp tập huấn",  # all or none
        "Tổ chức 02 lớp tập huấn cho công chức",  # a number of things
        "Giải quyết trong vòng 03 ngày làm việc",
        "Dưới 95% là không đạt",
        "Tỷ lệ không hài lòng không được vượt quá 5%",
    ],
)
def test_an_uncertain_figure_is_left_in_the_words_and_said(text: str) -> None:
    assert stated_targets([said(text)]) == ([], True)


@pytest.mark.parametrize("text", ["Duy trì hệ thống theo TCVN ISO 9001:2015.", "Không để xảy ra khiếu nại"])
def test_words_without_a_target_leave_no_doubt(text: str) -> None:
    assert stated_targets([said(text)]) == ([], False)


def test_objectives_in_clauses_bring_targets_and_print_as_before() -> None:
    dossier = load_dossier(EXAMPLES / "giong-rieng-2019")
    document = dossier.documents[0]
    files = in_docx(dossier, document)
    objectives = read_bytes(files).data["muc_tieu"]
    text = str(printed(dossier, document))
    targets = [target["in_ra"] for one in objectives for target in one.get("chi_tieu", ())]
    assert targets
    assert all(target in one["noi_dung"] + str(one.get("diem", "")) for one in objectives
               for target in (own["in_ra"] for own in one.get("chi_tieu", ())))  # fmt: skip
    assert all(target in text for target in targets)
    _, again = read_again(files)
    assert again is not None
    shown = compared(printed(dossier, document), printed(again, again.documents[0]))
    assert (shown["wrong"], shown["lost"], shown["made_up"]) == ([], [], [])
