"""The pages of công văn, giấy mời, biên bản: every line of their Mẫu, where it stands and how it is set."""

from __future__ import annotations

from typing import Any

import pytest

from generator.compose import compose
from generator.docx import Template
from generator.docx.word.ooxml import find, parse, w
from generator.docx.word.package import STYLES, Package
from generator.dossier.reading.reader import build_dossier
from generator.law.figures import NATIONAL_MOTTO, NATIONAL_NAME
from tests.docx.docx_samples import TEMPLATES, document, text_of
from tests.samples import invitation, letter, minutes, unjoined


def page(data: dict[str, Any]) -> Any:
    """The main part of the first document of the dossier, printed."""
    dossier = build_dossier(data)
    main = compose(dossier, dossier.documents[0]).main
    return document(Template.load(TEMPLATES / f"{main.template}.docx").render(main.context))


def head_cells(tree: Any) -> list[str]:
    """The four cells of the head."""
    return [text_of(cell).strip() for cell in find(find(tree, "//w:tbl")[0], ".//w:tc")]


def lines(tree: Any) -> list[str]:
    """The paragraphs outside tables that say something."""
    return [text for item in find(tree, "//w:body/w:p") if (text := text_of_paragraph(item))]


def text_of_paragraph(paragraph: Any) -> str:
    return unjoined("".join(item.text or "" for item in find(paragraph, ".//w:t")))


def style_of(tree: Any, words: str) -> str:
    """The id of the style of the paragraph that begins with the words."""
    (found,) = [item for item in find(tree, "//w:p") if text_of_paragraph(item).startswith(words)]
    return str(find(found, "./w:pPr/w:pStyle")[0].get(w("val")))


def look(template: str, style: str) -> dict[str, str]:
    """The figures of a style: size in half points, bold, spaces and indents in twips."""
    styles = parse(Package.read((TEMPLATES / f"{template}.docx").read_bytes()).parts[STYLES])
    (found,) = find(styles, f"//w:style[@w:styleId='{style}']")
    names = ("sz", "b", "i", "caps", "spacing", "ind", "jc")
    return {
        f"{name}.{key.partition('}')[2]}" if key else name: value
        for name in names
        for item in find(found, f".//w:{name}")
        for key, value in (item.attrib.items() or [("", "1")])
    }


def test_a_letters_subject_stands_below_its_number_and_it_has_no_type_name() -> None:
    tree = page(letter(so="12", trich_yeu="V/v gửi số liệu"))
    assert head_cells(tree) == [
        "ỦY BAN NHÂN DÂN\nXÃ MẪU",
        f"{NATIONAL_NAME}\n{NATIONAL_MOTTO}",
        "Số: 12/UBND-VP\nV/v gửi số\u00a0liệu",
        "Mẫu, ngày 03 tháng 02 năm 2026",
    ]
    assert lines(tree) == ["Kính gửi: Sở Nội vụ", "Đề nghị gửi số liệu./."]
    subject = look("cong-van", style_of(tree, "V/v"))
    assert subject["sz.val"] == "24"  # 12 pt, upright and not bold (ND30-I.2.5c1)
    assert not {"b", "i", "caps"} & subject.keys()
    assert (subject["spacing.before"], subject["jc.val"]) == ("120", "center")  # 6 pt (ND30-I.2.5c2)
    assert not find(tree, "//w:tc[contains(., 'V/v')]//w:p[contains(w:pPr/w:pStyle/@w:val, 'KeNgang')]")


def test_a_letters_addressees_stand_below_the_colon() -> None:
    tree = page(letter(kinh_gui=["Phòng Kinh tế;", "- Phòng Văn hóa - Xã hội"]))
    assert lines(tree)[:3] == ["Kính gửi:", "- Phòng Kinh tế;", "- Phòng Văn hóa - Xã hội."]
    label, item = (look("cong-van", style_of(tree, words)) for words in ("Kính gửi", "- Phòng Kinh"))
    start = int(label["ind.left"]) - int(label["ind.hanging"])
    assert start == pytest.approx(1984, abs=1)  # 35 mm, as Mẫu 1.5
    assert start < int(item["ind.left"]) < int(label["ind.left"])


def test_an_invitation_has_the_lines_of_its_mau_in_order() -> None:
    tree = page(invitation(document={"so": "97"}))
    assert head_cells(tree)[2:] == ["Số: 97/GM-UBND", "Mẫu, ngày 03 tháng 02 năm 2026"]
    assert lines(tree) == [
        "GIẤY MỜI",
        "Về việc ban hành mục tiêu chất lượng năm 2027",
        "Ủy ban nhân dân xã Mẫu trân trọng kính mời: Trưởng các phòng.",
        "Tới dự cuộc họp xem xét của lãnh đạo.",
        "Chủ trì: Chủ tịch Ủy ban nhân dân xã.",
        "Thời gian: 08 giờ 00, thứ Sáu, ngày 20 tháng 11 năm 2026.",
        "Địa điểm: Phòng họp tầng 2.",
        "Nội dung./.",
    ]


def test_minutes_have_no_place_and_date_and_their_lines_in_order() -> None:
    tree = page(minutes(document={"so": "11"}, vang_mat="Trưởng ban A"))
    assert head_cells(tree)[2:] == ["Số: 11/BB-UBND", ""]
    assert lines(tree)[2:] == [
        "Thời gian bắt đầu: 08 giờ 00, ngày 20 tháng 11 năm 2026.",
        "Địa điểm: Phòng họp tầng 2.",
        "Thành phần tham dự:",
        "- Trưởng Phòng Kinh tế;",
        "- Trưởng Phòng Văn hóa - Xã hội.",
        "Vắng mặt: Trưởng ban A.",
        "Chủ trì (chủ tọa): Nguyễn Văn A, Chủ tịch Ủy ban nhân dân xã Mẫu.",
        "Thư ký (người ghi biên bản): Đỗ Thị D, Công chức Văn phòng.",
        "Nội dung (theo diễn biến cuộc họp):",
        "Nội dung.",
        "Cuộc họp kết thúc vào 10 giờ 45, ngày 20 tháng 11 năm 2026./.",
        "Nơi nhận:",
        "- Thường trực Đảng ủy xã;",
        "- Lưu: VT, Hồ sơ.",
    ]


def test_minutes_are_signed_by_two_side_by_side_above_the_recipients() -> None:
    tree = page(minutes())
    (row,) = find(find(tree, "//w:tbl")[-1], "./w:tr")
    assert [text_of(cell).strip() for cell in find(row, "./w:tc")] == ["Thư ký\nĐỗ Thị D", "Chủ tọa\nNguyễn Văn A"]
    title, name = (look("bien-ban", style_of(tree, words)) for words in ("Chủ tọa", "Nguyễn Văn A"))
    assert {"b", "caps"} <= title.keys()  # THƯ KÝ, CHỦ TỌA
    assert int(name["spacing.before"]) / 20 >= 57  # 2 cm to sign in (ND30-I.2.7e4)
    label = look("bien-ban", style_of(tree, "Nơi nhận:"))
    assert label["sz.val"] == "24"
    assert {"b", "i"} <= label.keys()
