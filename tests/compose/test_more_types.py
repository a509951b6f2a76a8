"""Nghị quyết, công điện, the giấy and phiếu, agreements, thư công; marks and signatures: what is added and refused."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from generator.compose import compose
from generator.compose.printed import printed_texts
from generator.dossier.reading.reader import build_dossier
from generator.errors import DataError
from generator.findings import Level
from generator.judgement.judging import judge_documents
from generator.law.types import DOCUMENT_TYPES
from generator.render import Job, render_documents
from tests.judgement.full import full_dossiers
from tests.samples import agreement, introduction, leave, minutes, sample, typed

_LIEN_TICH = [{"co_quan": ["Hội Nông dân", "xã Mẫu"], "chuc_vu": ["TM. Ban Thường vụ", "Chủ tịch"], "ho_ten": "Lê Đào"}]


def _context(data: dict[str, Any]) -> Any:
    dossier = build_dossier(data)
    return compose(dossier, dossier.documents[0]).main.context


def _plain(value: Any) -> list[str]:
    return [str(line).replace("\u00a0", " ") for line in value]


@pytest.mark.parametrize("name", sorted(set(DOCUMENT_TYPES) - {"công văn", "giấy mời", "biên bản"}))
def test_every_type_of_the_decree_is_composed(name: str) -> None:
    full = full_dossiers()
    data = full.get(name) or sample(loai=name, can_cu=None, theo_de_nghi=None, kinh_gui=None)
    assert _context(data)["so_ky_hieu"]


def test_a_resolution_says_who_resolves_and_resolves() -> None:
    data = sample(loai="nghị quyết")
    data["co_quan"] |= {"ten": ["Hội đồng nhân dân", "xã Mẫu"], "viet_tat": "HĐND"}
    context = _context(data)
    assert (context["tham_quyen"], context["lenh"]) == ("HỘI ĐỒNG NHÂN DÂN XÃ MẪU", "QUYẾT NGHỊ:")
    assert context["so_ky_hieu"] == "Số: 05/NQ-HĐND"
    assert context["ky"] == ["TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"]
    assert context["noi_nhan"][0] == "- Như Điều 2;"


@pytest.mark.parametrize(
    ("fields", "sender"),
    [
        ({}, "Ủy ban nhân dân xã Mẫu"),
        ({"tham_quyen": "nguoi_dung_dau"}, "Chủ tịch Ủy ban nhân dân xã Mẫu"),
    ],
)
def test_a_wire_is_the_agencys_or_its_heads(fields: dict[str, str], sender: str) -> None:
    context = _context(typed("công điện", {"nhan_dien": ["- Công an xã;", "Trạm Y tế xã"]}, **fields))
    assert str(context["ben_dien"]) == sender
    assert _plain(context["nhan_dien"]) == ["Công an xã;", "Trạm Y tế xã."]


def test_a_wires_sender_is_taken_without_the_word_the_form_prints() -> None:
    context = _context(typed("công điện", {"ben_dien": "Ban Chỉ huy điện:", "nhan_dien": "Công an xã"}))
    assert str(context["ben_dien"]) == "Ban Chỉ huy"


def test_an_introduction_prints_its_subject_and_goes_as_above() -> None:
    context = _context(
        introduction({"trich_yeu": "Về việc liên hệ công tác", "noi_nhan": []}, chuc_vu="Chức vụ: Văn thư")
    )
    assert str(context["trich_yeu"]) == "liên hệ công tác"
    assert str(context["chuc_vu"]) == "Văn thư."
    assert context["noi_nhan"] == ["- Như trên;", "- Lưu: VT."]


def test_leave_is_counted_as_its_subject_says() -> None:
    context = _context(leave({"trich_yeu": "Nghỉ hằng năm."}, noi_nghi="tại thành phố Huế"))
    assert str(context["trich_yeu"]) == "nghỉ hằng năm"
    assert str(context["noi_nghi"]) == "thành phố Huế."


def test_a_mandate_is_given_by_who_signs_unless_another_is_named() -> None:
    own = {"nguoi_duoc_uy_quyen": "Lê Văn C, Chánh Văn phòng", "tu_ngay": "1/3/2026", "den_ngay": "31/3/2026"}
    assert str(_context(typed("giấy ủy quyền", own))["nguoi_uy_quyen"]) == (
        "Nguyễn Văn A, Chủ tịch Ủy ban nhân dân xã Mẫu."
    )
    named = _context(typed("giấy ủy quyền", {**own, "nguoi_uy_quyen": "Trần Thị B, Phó Chủ tịch"}))
    assert str(named["nguoi_uy_quyen"]) == "Trần Thị B, Phó Chủ tịch."


@pytest.mark.parametrize(
    ("name", "words"), [("phiếu gửi", "gửi đến:"), ("phiếu chuyển", "chuyển đến:"), ("phiếu báo", "thông báo đến:")]
)
def test_a_slip_says_what_it_does(name: str, words: str) -> None:
    assert _context(typed(name, {"gui_den": "Sở Nội vụ"}))["viec"] == f"Ủy ban nhân dân xã Mẫu {words}"


def test_the_parties_of_an_agreement_are_lettered_and_sign_level_ours_on_the_right() -> None:
    others = [
        {"ten": name, "ho_ten": person, "chuc_vu": "Giám đốc"}
        for name, person in (("Công ty B", "Trần B"), ("Công ty C", "Lê C"), ("Công ty D", "Vũ D"))
    ]
    context = _context(agreement({"ky": {"nguoi": "pct"}}, cac_ben=others))
    assert [str(party["ten"]) for party in context["cac_ben"]] == [
        "Bên A: Ủy ban nhân dân xã Mẫu", "Bên B: Công ty B", "Bên C: Công ty C", "Bên D: Công ty D",
    ]  # fmt: skip
    first, second = context["hang_ky"]
    assert first["phai"]["dong"] == ["ĐẠI DIỆN BÊN A", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert first["trai"]["dong"] == ["ĐẠI DIỆN BÊN B", "GIÁM ĐỐC", "", ""]
    assert (second["trai"]["ho_ten"], second["phai"]["ho_ten"]) == ("Lê C", "Vũ D")


def test_an_odd_signer_stands_alone() -> None:
    others = [{"ten": "Công ty", "ho_ten": name, "chuc_vu": "Giám đốc"} for name in ("Trần B", "Lê C")]
    rows = _context(agreement(cac_ben=others))["hang_ky"]
    assert [row["phai"] and row["phai"]["ho_ten"] for row in rows] == ["Nguyễn Văn A", None]


def test_an_agreement_says_when_and_where_it_is_signed() -> None:
    assert str(_context(agreement())["luc_ky"]).replace("\u00a0", " ") == (
        "Hôm nay, ngày 03 tháng 02 năm 2026, tại Mẫu, chúng tôi gồm:"
    )


def test_a_public_letter_is_called_what_it_is_and_numbered_without_a_type() -> None:
    context = _context(typed("thư công", {"ten_thu": "Thư khen", "loi_xung": "Thân gửi các em!"}))
    assert (context["ten_loai"], context["so_ky_hieu"]) == ("THƯ KHEN", "Số: 05/UBND")


SIGNING = {
    "the head for the collective": ({"nguoi": "ct"}, "tap_the", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
    "a deputy for both": ({"nguoi": "pct"}, "tap_the", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    "the head": ({"nguoi": "ct"}, "nguoi_dung_dau", ["CHỦ TỊCH"]),
    "a deputy for the head": ({"nguoi": "pct"}, "nguoi_dung_dau", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    "by order": ({"nguoi": "cvp", "quyen_han": "TL"}, "nguoi_dung_dau", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
    "by delegation": ({"nguoi": "cvp", "quyen_han": "TUQ"}, "nguoi_dung_dau", ["TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
    "acting head": ({"nguoi": "ct", "quyen_han": "Q"}, "nguoi_dung_dau", ["Q. CHỦ TỊCH"]),
    "acting for the collective": (
        {"nguoi": "ct", "quyen_han": "Q"},
        "tap_the",
        ["TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"],
    ),
}


@pytest.mark.parametrize("name", SIGNING)
def test_the_lines_above_the_name(name: str) -> None:
    signature, authority, lines = SIGNING[name]
    assert _context(sample(ky=signature, tham_quyen=authority))["ky"] == lines


def test_another_title_stands_just_above_the_name() -> None:
    context = _context(sample(ky={"nguoi": "ct", "chuc_danh_khac": ["Trưởng Ban Chỉ đạo", "xã"]}))
    assert context["chuc_danh_khac"] == ["TRƯỞNG BAN CHỈ ĐẠO", "XÃ"]
    assert context["hang_ky"] == []


def test_agencies_that_issue_together_are_named_and_sign_together() -> None:
    context = _context(sample(loai="kế hoạch", ky={"nguoi": "ct", "cung_ky": _LIEN_TICH}))
    assert context["co_quan"] == ["ỦY BAN NHÂN DÂN", "XÃ MẪU -", "HỘI NÔNG DÂN", "XÃ MẪU"]
    (row,) = context["hang_ky"]
    assert (row["trai"]["ho_ten"], row["phai"]["ho_ten"]) == ("Lê Đào", "Nguyễn Văn A")
    assert row["trai"]["dong"] == ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"]


def test_who_signs_beside_ours_is_read_once() -> None:
    dossier = build_dossier(sample(ky={"nguoi": "ct", "cung_ky": _LIEN_TICH}))
    document = dossier.documents[0]
    texts = [one.text for one in printed_texts(dossier, document, compose(dossier, document))]
    assert texts.count("Lê Đào") == texts.count("Nguyễn Văn A") == 1


@pytest.mark.parametrize(
    ("typed_as", "printed"),
    [("hoa_toc", "HỎA TỐC"), ("hỏa tốc", "HỎA TỐC"), ("HOẢ TỐC", "HỎA TỐC"), ("Thượng khẩn", "THƯỢNG KHẨN"),
     ("khẩn", "KHẨN")],
)  # fmt: skip
def test_a_degree_of_urgency_is_one_of_three_however_it_is_typed(typed_as: str, printed: str) -> None:
    assert _context(sample(do_khan=typed_as))["do_khan"] == printed


@pytest.mark.parametrize("typed_as", ["gấp", "rất khẩn", "mật"])
def test_another_degree_of_urgency_is_refused(typed_as: str) -> None:
    with pytest.raises(DataError, match="do_khan"):
        build_dossier(sample(do_khan=typed_as))


def test_a_limit_of_circulation_is_printed_as_the_decree_words_it() -> None:
    assert _context(sample(pham_vi_luu_hanh="Lưu hành nội bộ"))["luu_hanh"] == "LƯU HÀNH NỘI BỘ"


def test_a_degree_of_secrecy_keeps_room_prints_nothing_and_warns() -> None:
    dossier = build_dossier(sample(do_mat="tối mật"))
    document = dossier.documents[0]
    context: Any = compose(dossier, document).main.context
    assert context["cho_dau_mat"] is True
    assert "MẬT" not in "".join(map(str, context.values()))
    found = [one for one in judge_documents(dossier, [document])[0].findings if one.rule == "do-mat"]
    assert [one.level for one in found] == [Level.WARNING]


def test_who_drafted_and_how_many_copies_stand_after_the_filing() -> None:
    assert _context(sample(luu="VT, KT", nguoi_soan="PL", so_ban="300"))["noi_nhan"][-1] == "- Lưu: VT, KT. PL.(300)"
    assert _context(sample(nguoi_soan="PL"))["noi_nhan"][-1] == "- Lưu: VT. PL."


def test_the_contact_is_printed_when_asked_for() -> None:
    data = sample(in_lien_he="có")
    data["co_quan"]["lien_he"] = ["Địa chỉ: xã Mẫu", "Điện thoại: 000"]
    assert str(_context(data)["lien_he"]) == "Địa chỉ: xã Mẫu\nĐiện thoại: 000"
    data["van_ban"][0]["in_lien_he"] = "không"
    assert not _context(data)["lien_he"]


_APART = {"tieu_de": "Biểu", "noi_dung": ["Một đoạn."], "tep_rieng": "có"}


@pytest.mark.parametrize(
    ("issued", "line"),
    [
        ({}, "Số: 05/QĐ-UBND;      /     /2026;      :      :     "),
        ({"so": None, "ngay": None, "nam_ban_hanh": "2028"},
         "Số:        /QĐ-UBND;      /     /2028;      :      :     "),
    ],
)  # fmt: skip
def test_an_annex_in_a_file_of_its_own_leaves_number_and_date_to_the_signature(issued: Any, line: str) -> None:
    dossier = build_dossier(sample(phu_luc=[{**_APART, "tep_rieng": "không"}, _APART], **issued))
    together, apart = compose(dossier, dossier.documents[0]).attachments
    assert (together.file, apart.file) == ("", "phu-luc-2")
    assert together.context["chu_ky_so"] == ""
    assert str(apart.context["chu_ky_so"]).split() == line.split()
    reference = "(Kèm theo Quyết định số /QĐ-UBND ngày tháng năm của Ủy ban nhân dân xã Mẫu)"
    assert " ".join(str(apart.context["kem_theo"]).split()) == reference
    assert apart.context["nhan"] == "Phụ lục II"


def test_files_of_their_own_are_made_beside_the_document() -> None:
    attached = {"ten_loai": "Quy chế", "trich_yeu": "Làm việc", "noi_dung": ["Một đoạn."], "tep_rieng": "có"}
    dossier = build_dossier(sample(phu_luc=[_APART], van_ban_kem_theo=[attached]))
    jobs = [Job(compose(dossier, dossier.documents[0]))]
    made = {one.name: one for one in render_documents(jobs, dossier, formats=("docx",))}
    assert list(made) == ["quyet-dinh", "quyet-dinh-kem-theo-1", "quyet-dinh-phu-luc-1"]
    assert made["quyet-dinh-phu-luc-1"].title.startswith("Phụ lục – Quyết định số 05/QĐ-UBND")
    with zipfile.ZipFile(io.BytesIO(made["quyet-dinh"].docx)) as package:
        assert "Một đoạn." not in package.read("word/document.xml").decode()


REFUSED = {
    "an introduction with a body": (introduction({"noi_dung": ["x"]}), "mẫu giấy giới thiệu chỉ gồm các dòng cố định"),
    "leave with a body": (leave({"noi_dung": ["x"]}), "mẫu giấy nghỉ phép chỉ gồm các dòng cố định"),
    "leave that ends first": (leave(den_ngay="1/1/2026"), "ngày nghỉ cuối ở trước ngày nghỉ đầu"),
    "leave with bases": (leave({"can_cu": ["30/2020/NĐ-CP"]}), "mẫu giấy nghỉ phép không có phần căn cứ"),
    "a wire to nobody": (typed("công điện", {"ben_dien": "x"}), "thiếu «Nơi nhận điện» (nhan_dien)"),
    "a wire with bases": (
        typed("công điện", {"nhan_dien": "x"}, can_cu=["30/2020/NĐ-CP"]),
        "mẫu công điện không có phần căn cứ",
    ),
    "a slip with addressees": (
        typed("phiếu gửi", {"gui_den": "x"}, kinh_gui="Sở A"),
        "phiếu gửi không ghi «Kính gửi»",
    ),
    "an agreement of one": (agreement(cac_ben=[]), "cac_ben"),
    "an agreement co-signed": (
        agreement({"ky": {"nguoi": "ct", "cung_ky": _LIEN_TICH}}),
        "hợp đồng không in người cùng ký ở đây",
    ),
    "minutes co-signed": (
        minutes({"ky": {"nguoi": "ct", "cung_ky": _LIEN_TICH}}),
        "biên bản không in người cùng ký ở đây",
    ),
    "copies of nobody's draft": (sample(so_ban="5"), "mà chưa có ký hiệu"),
    "a drafter's whole name": (sample(nguoi_soan="Phạm Lan"), "nguoi_soan"),
    "a contact nobody gave": (
        sample(in_lien_he="có"),
        "chưa có địa chỉ liên hệ để in → ghi lien_he trong",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_its_form_has_no_place_for_is_refused(name: str) -> None:
    data, words = REFUSED[name]
    with pytest.raises(DataError) as caught:
        build_dossier(data)
    assert words in str(caught.value)
    assert len(caught.value.problems) == 1
