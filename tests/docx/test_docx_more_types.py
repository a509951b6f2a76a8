"""The pages of the types made of the decree's other Mẫu, of marks and of several signatures: lines, places, looks."""

from __future__ import annotations

from typing import Any

import pytest

from generator.compose import compose
from generator.docx import Template
from generator.docx.word.ooxml import find, parse, w
from generator.docx.word.package import Package
from generator.dossier.reading.reader import build_dossier
from generator.law.figures import HEADER_LEFT_COLUMN, PAGE, mm_to_twips
from tests.docx.docx_samples import TEMPLATES, text_of
from tests.docx.test_docx_types import head_cells, lines, look, page, style_of, text_of_paragraph
from tests.samples import agreement, introduction, leave, letter, sample, typed

_CO_SIGNED = {
    "nguoi": "pct",
    "cung_ky": [{"chuc_vu": ["TM. Ban Thường vụ", "Chủ tịch"], "ho_ten": "Lê Đào"}],
}


def signatures(tree: Any) -> list[list[str]]:
    """The texts of each cell of the last table, row by row."""
    rows = find(find(tree, "//w:tbl")[-1], "./w:tr")
    return [[text_of(cell).strip() for cell in find(row, "./w:tc")] for row in rows]


def marginal(data: dict[str, Any], part: str) -> Any:
    """A header or footer of the first document, printed."""
    dossier = build_dossier(data)
    main = compose(dossier, dossier.documents[0]).main
    made = Template.load(TEMPLATES / f"{main.template}.docx").render(main.context)
    return parse(Package.read(made).parts[part])


def test_a_resolution_has_the_lines_of_mau_1_1_in_order() -> None:
    data = sample(loai="nghị quyết", trich_yeu="Về chương trình giám sát")
    data["co_quan"] |= {"ten": ["Hội đồng nhân dân", "xã Mẫu"], "viet_tat": "HĐND"}
    tree = page(data)
    assert head_cells(tree)[2:] == ["Số: 05/NQ-HĐND", "Mẫu, ngày 03 tháng 02 năm 2026"]
    text = lines(tree)
    assert text[:3] == ["NGHỊ QUYẾT", "Về chương trình giám sát", "HỘI ĐỒNG NHÂN DÂN XÃ MẪU"]
    assert [line.split()[0] for line in text[3:6]] == ["Căn", "Căn", "Theo"]
    assert text[6] == "QUYẾT NGHỊ:"


def test_a_wire_has_the_lines_of_mau_1_6_in_order() -> None:
    tree = page(typed("công điện", {"nhan_dien": ["Công an xã", "Trạm Y tế xã"]}, trich_yeu="Về ứng phó mưa lũ"))
    assert head_cells(tree)[2] == "Số: 05/CĐ-UBND"
    assert lines(tree) == [
        "CÔNG ĐIỆN",
        "Về ứng phó mưa lũ",
        "Ủy ban nhân dân xã Mẫu điện:",
        "- Công an xã;",
        "- Trạm Y tế xã.",
        "Nội dung./.",
    ]
    assert look("cong-dien", style_of(tree, "Ủy ban nhân dân xã Mẫu điện"))["jc.val"] == "center"
    assert int(look("cong-dien", style_of(tree, "- Công an xã"))["ind.left"]) == pytest.approx(mm_to_twips(55), abs=170)


def test_an_introduction_has_the_lines_of_mau_1_8_and_no_subject_under_its_title() -> None:
    tree = page(introduction({"trich_yeu": "Liên hệ công tác"}))
    assert lines(tree) == [
        "GIẤY GIỚI THIỆU",
        "Ủy ban nhân dân xã Mẫu trân trọng giới thiệu:",
        "Ông (bà) Lê Thị D.",
        "Chức vụ: Công chức Văn phòng.",
        "Được cử đến: Sở Nội vụ.",
        "Về việc: Liên hệ công tác.",
        "Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.",
        "Giấy này có giá trị đến hết ngày 31 tháng 12 năm 2026./.",
    ]
    rule = find(tree, "//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'KeNgangTruocNoiDung')]")
    assert len(rule) == 1  # under the title


def test_leave_has_the_lines_of_mau_1_10() -> None:
    tree = page(leave(xac_nhan="có"))
    assert lines(tree) == [
        "GIẤY NGHỈ PHÉP",
        "Xét Đơn đề nghị nghỉ phép ngày 01 tháng 02 năm 2026 của ông (bà) Lê Thị D, Ủy ban nhân dân xã Mẫu cấp cho:",
        "Ông (bà): Lê Thị D.",
        "Chức vụ: Công chức Văn phòng.",
        "Được nghỉ phép trong thời gian 05 ngày kể từ ngày 09 tháng 02 năm 2026 đến hết ngày 13 tháng 02 năm 2026 "
        "tại xã Mẫu.",
        "Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ hằng năm./.",
    ]
    ((confirmation, _),) = signatures(tree)
    assert confirmation.startswith("Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép")
    confirmed = look("giay-nghi-phep", style_of(tree, "Xác nhận của"))
    assert (confirmed["sz.val"], "i" in confirmed) == ("22", True)
    assert "Xác nhận" not in str(lines(page(leave()))) + str(signatures(page(leave())))


def test_a_slip_and_a_mandate_open_with_fixed_lines() -> None:
    slip = page(typed("phiếu chuyển", {"gui_den": ["Phòng A", "Phòng B"], "tai_lieu": "Đơn, 01 bản"}))
    assert lines(slip)[2:] == [
        "Ủy ban nhân dân xã Mẫu chuyển đến:",
        "- Phòng A;",
        "- Phòng B.",
        "Tài liệu chuyển kèm theo phiếu này: Đơn, 01 bản.",
        "Nội dung./.",
    ]
    own = {"nguoi_duoc_uy_quyen": "Lê Văn C", "tu_ngay": "1/3/2026", "den_ngay": "31/3/2026"}
    assert lines(page(typed("giấy ủy quyền", own)))[2:] == [
        "Người ủy quyền: Nguyễn Văn A, Chủ tịch Ủy ban nhân dân xã Mẫu.",
        "Người được ủy quyền: Lê Văn C.",
        "Thời hạn ủy quyền: từ ngày 01 tháng 3 năm 2026 đến hết ngày 31 tháng 3 năm 2026.",
        "Nội dung ủy quyền:",
        "Nội dung./.",
    ]


def test_an_agreement_names_its_parties_and_both_sign_above_the_recipients() -> None:
    tree = page(agreement(thong_tin="Địa chỉ: thôn Một"))
    assert lines(tree)[3:9] == [
        "Bên A: Ủy ban nhân dân xã Mẫu",
        "Địa chỉ: thôn Một.",
        "Đại diện: Nguyễn Văn A, Chủ tịch.",
        "Bên B: Công ty Mẫu",
        "Đại diện: Trần Văn Y, Giám đốc.",
        "Nội dung./.",
    ]
    assert signatures(tree) == [
        ["ĐẠI DIỆN BÊN B\nGIÁM ĐỐC\n\nTrần Văn Y", "ĐẠI DIỆN BÊN A\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A"]
    ]
    assert lines(tree)[-2:] == ["- Thường trực Đảng ủy xã;", "- Lưu: VT."]


def test_three_who_sign_stand_in_two_rows() -> None:
    others = [{"ten": "Công ty", "ho_ten": name, "chuc_vu": "Giám đốc"} for name in ("Trần B", "Lê C")]
    rows = signatures(page(agreement(cac_ben=others)))
    assert [[cell.rpartition("\n")[2] for cell in row] for row in rows] == [["Trần B", "Nguyễn Văn A"], ["Lê C", ""]]


def test_a_public_letter_greets_below_its_title() -> None:
    tree = page(typed("thư công", {"ten_thu": "Thư khen", "loi_xung": "Thân gửi các em!"}, trich_yeu="Gửi học sinh"))
    assert lines(tree) == ["THƯ KHEN", "Gửi học sinh", "Thân gửi các em!", "Nội dung./."]


def test_names_of_agencies_that_sign_together_stand_level() -> None:
    ((left, right),) = signatures(page(sample(loai="kế hoạch", ky=_CO_SIGNED)))
    assert left.splitlines() == ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "", "Lê Đào"]
    assert right.splitlines() == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị B"]


def test_another_title_stands_between_the_room_to_sign_and_the_name() -> None:
    tree = page(sample(ky={"nguoi": "ct", "chuc_danh_khac": ["Trưởng Ban Chỉ đạo", "xã"]}))
    (cells,) = signatures(tree)
    assert cells[1].splitlines()[-3:] == ["TRƯỞNG BAN CHỈ ĐẠO", "XÃ", "Nguyễn Văn A"]
    title, name = (look("quyet-dinh", style_of(tree, words)) for words in ("TRƯỞNG BAN", "Nguyễn Văn A"))
    assert int(title["spacing.before"]) / 20 >= 57  # 2 cm to sign in (ND30-I.2.7e4)
    assert name["spacing.before"] == "0"


@pytest.mark.parametrize(("degree", "width"), [("hỏa tốc", 30), ("thượng khẩn", 40), ("khẩn", 20)])
def test_a_degree_of_urgency_is_framed_in_red_below_the_number(degree: str, width: int) -> None:
    tree = page(letter(do_khan=degree, trich_yeu="gửi số liệu"))
    assert head_cells(tree)[2].splitlines()[-1] == degree.upper()
    style = style_of(tree, degree.upper())
    frame = look("cong-van", style)
    indents = int(frame["ind.left"]) + int(frame["ind.right"])
    assert mm_to_twips(HEADER_LEFT_COLUMN) - indents == pytest.approx(mm_to_twips(width), abs=1)
    assert int(frame["spacing.line"]) / 20 + 2 == pytest.approx(8 / 25.4 * 72, abs=0.1)  # 8 mm with its lines
    assert (frame["sz.val"], "b" in frame, frame["jc.val"]) == ("26", True, "center")
    styles = parse(Package.read((TEMPLATES / "cong-van.docx").read_bytes()).parts["word/styles.xml"])
    edges = find(styles, f"//w:style[@w:styleId='{style}']//w:pBdr/*")
    assert {edge.get(w("color")) for edge in edges} == {"FF0000"}
    assert len(edges) == 4
    assert find(styles, f"//w:style[@w:styleId='{style}']//w:color")[0].get(w("val")) == "FF0000"


def test_a_document_without_marks_has_none() -> None:
    tree = page(sample())
    assert head_cells(tree)[2] == "Số: 05/QĐ-UBND"
    assert text_of(marginal(sample(), "word/header2.xml")).strip() == ""
    assert text_of(marginal(sample(), "word/footer1.xml")).strip() == ""


def test_the_room_for_the_stamp_of_a_secret_stands_above_the_degree_of_urgency() -> None:
    tree = page(sample(do_mat="mật", do_khan="khẩn"))
    cell = find(find(tree, "//w:tbl")[0], ".//w:tc")[2]
    styles = [find(item, "./w:pPr/w:pStyle")[0].get(w("val")) for item in find(cell, "./w:p")]
    assert styles == ["SoKyHieu", "ChoDauMat", "Khan"]
    assert [text_of_paragraph(item) for item in find(cell, "./w:p")][1] == ""


def test_a_limit_of_circulation_stands_framed_in_the_top_margin_of_the_first_page() -> None:
    head = marginal(sample(pham_vi_luu_hanh="lưu hành nội bộ"), "word/header2.xml")
    assert text_of(head).strip() == "LƯU HÀNH NỘI BỘ"
    frame = look("quyet-dinh", "LuuHanh")
    assert frame["ind.right"] == "0"
    assert int(frame["ind.left"]) > mm_to_twips(PAGE.text_width / 2)  # the right half


def test_the_contact_stands_at_the_foot_of_the_first_page_under_a_whole_line() -> None:
    data = sample(in_lien_he="có")
    data["co_quan"]["lien_he"] = ["Địa chỉ: xã Mẫu", "Điện thoại: 000"]
    assert text_of(marginal(data, "word/footer1.xml")).strip() == "Địa chỉ: xã Mẫu\nĐiện thoại: 000"
    found = look("quyet-dinh", "LienHe")
    assert found["sz.val"] == "22"
    assert "ind.left" not in found  # its line is as long as the text is wide


def test_a_file_of_its_own_shows_the_signatures_line_at_the_top_right() -> None:
    annexed = {"tieu_de": "Biểu", "noi_dung": ["Một đoạn."], "tep_rieng": "có"}
    dossier = build_dossier(sample(phu_luc=[annexed]))
    (part,) = compose(dossier, dossier.documents[0]).attachments
    tree = parse(
        Package.read(Template.load(TEMPLATES / "phu-luc.docx").render(part.context)).parts["word/document.xml"]
    )
    assert lines(tree)[0].startswith("Số: 05/QĐ-UBND;")
    found = look("phu-luc", style_of(tree, "Số: 05/QĐ-UBND;"))
    assert (found["sz.val"], found["jc.val"]) == ("20", "right")
