"""Công văn, giấy mời, biên bản: what the program adds to each, and what each refuses."""

from __future__ import annotations

from typing import Any

import pytest

from generator.compose import compose
from generator.dossier.reading.reader import build_dossier, load_dossier
from generator.errors import DataError
from generator.resources import TEMPLATES, example_folders
from tests.samples import invitation, letter, minutes, sample, unjoined


def _context(data: dict[str, Any]) -> Any:
    dossier = build_dossier(data)
    return compose(dossier, dossier.documents[0]).main.context


@pytest.mark.parametrize("typed", ["Về việc gửi số liệu", "V/v gửi số liệu", "V/v: gửi số liệu", "gửi số liệu"])
def test_a_letter_is_numbered_by_its_drafting_unit_and_opens_its_subject_with_v_v(typed: str) -> None:
    context = _context(letter(so="12", luu="VT, VP (2)", trich_yeu=typed))
    assert context["so_ky_hieu"] == "Số: 12/UBND-VP"
    assert unjoined(str(context["trich_yeu"])) == "V/v gửi số liệu"
    assert context["noi_nhan"][0] == "- Như trên;"


def test_a_letter_of_a_field_takes_the_symbol_given() -> None:
    assert _context(letter(so="12", luu="VT", ky_hieu="UBND-VX"))["so_ky_hieu"] == "Số: 12/UBND-VX"


def test_a_letter_is_the_agencys_though_signed_by_order_of_its_head() -> None:
    data = letter(phu_luc=[{"tieu_de": "Biểu", "noi_dung": ["x"]}], tham_quyen="nguoi_dung_dau")
    data["van_ban"][0]["ky"] = {"nguoi": "cvp", "quyen_han": "TL"}
    dossier = build_dossier(data)
    annex = compose(dossier, dossier.documents[0]).attachments[0]
    assert str(annex.context["kem_theo"]).endswith("của Ủy ban nhân dân xã Mẫu)")


def test_a_letter_is_cited_with_its_subject_in_full() -> None:
    data = letter(ten_tep="cong-van", so="12", trich_yeu="V/v gửi số liệu")
    data["van_ban"].append(sample(ten_tep="ke-hoach", loai="kế hoạch", can_cu=["cong-van"])["van_ban"][0])
    dossier = build_dossier(data)
    context: Any = compose(dossier, dossier.documents[1]).main.context
    assert unjoined(context["can_cu"][0]) == (
        "Căn cứ Công văn số 12/UBND-VP ngày 03 tháng 02 năm 2026 của Ủy ban nhân dân xã Mẫu về việc gửi số liệu;"
    )


def test_an_invitation_says_the_day_of_the_week_and_closes_its_lines() -> None:
    context = _context(invitation(kinh_moi=["- Phòng A;", "Phòng B"], toi_du="Tới dự cuộc họp"))
    assert context["ben_moi"] == "Ủy ban nhân dân xã Mẫu"
    assert [str(line) for line in context["kinh_moi"]] == ["Phòng A;", "Phòng B."]
    assert str(context["toi_du"]) == "cuộc họp."
    assert context["thoi_gian"] == "08 giờ 00, thứ Sáu, ngày 20 tháng 11 năm 2026."


def test_minutes_close_with_the_time_they_end_at() -> None:
    context = _context(minutes(hinh_thuc="hoi_nghi"))
    assert context["bat_dau"] == "08 giờ 00, ngày 20 tháng 11 năm 2026."
    assert context["ket_thuc"] == "Hội nghị kết thúc vào 10 giờ 45, ngày 20 tháng 11 năm 2026"
    assert not str(context["noi_dung"][-1].chu).endswith("./.")
    assert str(context["chu_tri"]) == "Nguyễn Văn A, Chủ tịch Ủy ban nhân dân xã Mẫu."
    assert (context["ho_ten_thu_ky"], context["ho_ten"]) == ("Đỗ Thị D", "Nguyễn Văn A")


def test_minutes_prepared_before_the_meeting_keep_gaps_for_its_hours() -> None:
    assert _context(minutes(ket_thuc=None))["ket_thuc"] == (
        "Cuộc họp kết thúc vào      giờ     , ngày     tháng     năm 2027"
    )


def test_a_unit_head_may_chair_and_sign_minutes() -> None:
    data = minutes()
    data["van_ban"][0]["ky"] = {"nguoi": "cvp"}
    assert str(_context(data)["chu_tri"]) == "Lê Văn C, Chánh Văn phòng."


def _without_details(data: dict[str, Any]) -> dict[str, Any]:
    del data["van_ban"][0]["chi_tiet"]
    return data


REFUSED = {
    "a letter without drafting unit": (letter(luu="VT"), "ký hiệu công văn cần chữ viết tắt của đơn vị soạn thảo"),
    "a letter numbered CV": (letter(ky_hieu="CV-UBND"), "«CV-UBND» ghi công văn là CV"),
    "a letter to nobody": (letter(kinh_gui=None), "công văn phải có «Kính gửi»"),
    "a letter with bases": (letter(can_cu=["30/2020/NĐ-CP"]), "mẫu công văn không có phần căn cứ"),
    "an invitation with addressees": (invitation(document={"kinh_gui": "Sở A"}), "giấy mời không ghi «Kính gửi»"),
    "an invitation with a proposal": (
        invitation(document={"theo_de_nghi": "Chánh Văn phòng"}),
        "mẫu giấy mời không có phần căn cứ → bỏ theo_de_nghi",
    ),
    "an invitation to nothing": (_without_details(invitation()), "giấy mời thiếu các trường riêng (chi_tiet)"),
    "an invitation without a place": (invitation(dia_diem=None), "thiếu «Địa điểm» (dia_diem)"),
    "an invitation on the wrong day of the week": (
        invitation(thoi_gian="08:00 thứ Hai 20/11/2026"),
        "«Thời gian» (thoi_gian): ngày 20 tháng 11 năm 2026 là thứ Sáu",
    ),
    "an invitation with a field of minutes": (
        invitation(thu_ky="x"),
        "không có trường «thu_ky» → các trường dùng được: kinh_moi, toi_du, chu_tri, thoi_gian, dia_diem",
    ),
    "minutes with an opening": (minutes(document={"mo_dau": "x"}), "mẫu biên bản không có lời mở đầu"),
    "minutes that end before they start": (
        minutes(ket_thuc="07:00 20/11/2026"),
        "«Chi tiết» (chi_tiet): thời gian kết thúc không sau thời gian bắt đầu",
    ),
    "minutes without a secretary's position": (
        minutes(thu_ky={"ho_ten": "Đỗ Thị D"}),
        "thiếu «Chức vụ thư ký» (chuc_vu)",
    ),
    "minutes signed by order": (
        minutes(document={"ky": {"nguoi": "ct", "quyen_han": "TL"}}),
        "người ký biên bản ký với tư cách chủ tọa",
    ),
    "a decision with an opening": (sample(mo_dau="x"), "mẫu quyết định không có lời mở đầu"),
    "a plan with details": (
        sample(loai="kế hoạch", chi_tiet={"dia_diem": "x"}),
        "kế hoạch không có trường riêng → bỏ chi_tiet",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_its_form_has_no_place_for_is_refused(name: str) -> None:
    data, words = REFUSED[name]
    with pytest.raises(DataError) as caught:
        build_dossier(data)
    assert words in str(caught.value)
    assert len(caught.value.problems) == 1


def test_an_example_shows_each_template() -> None:
    shown = {
        part.template
        for folder in example_folders()
        for dossier in [load_dossier(folder)]
        for document in dossier.documents
        for composed in [compose(dossier, document)]
        for part in [composed.main, *composed.attachments]
    }
    assert shown == {file.stem for file in TEMPLATES.glob("*.docx")}
