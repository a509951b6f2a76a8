"""What is typed is printed as typed, once: bases in words of their own, targets, lines back, titles that break."""

from __future__ import annotations

from typing import Any

import pytest

from generator.compose import ComposedDocument, compose
from generator.dossier.reading.reader import build_dossier
from tests.samples import letter, sample, unjoined


def _composed(data: dict[str, Any], index: int = 0) -> ComposedDocument:
    dossier = build_dossier(data)
    return compose(dossier, dossier.documents[index])


def _lines(data: dict[str, Any], key: str, index: int = 0) -> list[str]:
    return [unjoined(line) for line in _composed(data, index).main.context[key]]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Kết luận của Đảng ủy xã", "Căn cứ Kết luận của Đảng ủy xã;"),
        ("Căn cứ Kết luận của Đảng ủy xã;", "Căn cứ Kết luận của Đảng ủy xã;"),
        ("- Căn cứ: Kết luận của Đảng ủy xã", "Căn cứ Kết luận của Đảng ủy xã;"),
        ("Xét Tờ trình số 5/TTr-VP", "Xét Tờ trình số 5/TTr-VP;"),
        ("xét đề nghị của Chánh Văn phòng", "Xét đề nghị của Chánh Văn phòng;"),
        ("Theo đề nghị của Chánh Văn phòng", "Theo đề nghị của Chánh Văn phòng;"),
        ("Thực hiện Kế hoạch số 5/KH-UBND", "Thực hiện Kế hoạch số 5/KH-UBND;"),
        ("Trên cơ sở thống nhất của tập thể", "Trên cơ sở thống nhất của tập thể;"),
        ("Kết luận\ncủa  Đảng ủy xã", "Căn cứ Kết luận của Đảng ủy xã;"),
    ],
)
def test_a_basis_in_words_of_its_own_keeps_them(typed: str, printed: str) -> None:
    assert _lines(sample(can_cu=[{"loi_van": typed}]), "can_cu")[0] == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Chánh Văn phòng", "Theo đề nghị của Chánh Văn phòng."),
        ("Theo đề nghị của Chánh Văn phòng.", "Theo đề nghị của Chánh Văn phòng."),
        ("Xét đề nghị của Chánh Văn phòng", "Xét đề nghị của Chánh Văn phòng."),
        ("Xét Tờ trình số 5/TTr-VP", "Xét Tờ trình số 5/TTr-VP."),
    ],
)
def test_a_proposal_keeps_the_words_it_opens_with(typed: str, printed: str) -> None:
    assert _lines(sample(theo_de_nghi=typed), "can_cu")[-1] == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (["Như Điều 2", "UBND tỉnh"], ["- Như Điều 2;", "- UBND tỉnh;"]),
        (["- Như điều 2;"], ["- Như Điều 2;"]),
        (["Như Điều 2 (để thực hiện)", "như điều 02;"], ["- Như Điều 2 (để thực hiện);"]),
        (["UBND tỉnh", "Như Điều 1, Điều 2"], ["- Như Điều 1, Điều 2;", "- UBND tỉnh;"]),
        (["Như Điều 1"], ["- Như Điều 2;", "- Như Điều 1;"]),
        (["Như Điều 25"], ["- Như Điều 2;", "- Như Điều 25;"]),
    ],
)
def test_the_line_back_to_the_last_article_is_printed_once(typed: list[str], printed: list[str]) -> None:
    assert _lines(sample(noi_nhan=typed), "noi_nhan") == [*printed, "- Lưu: VT."]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (["Như trên"], ["- Như trên;"]),
        (["Như trên (để b/c)", "- như trên;", "UBND tỉnh"], ["- Như trên (để b/c);", "- UBND tỉnh;"]),
        (["Như Kính gửi"], ["- Như Kính gửi;"]),
        (["UBND tỉnh"], ["- Như trên;", "- UBND tỉnh;"]),
    ],
)
def test_the_line_back_to_the_addressees_is_printed_once(typed: list[str], printed: list[str]) -> None:
    assert _lines(letter(noi_nhan=typed), "noi_nhan")[:-1] == printed


@pytest.mark.parametrize(
    ("target", "text", "printed"),
    [
        ({"in_ra": "2 lần/quý, loại tốt"}, "Tổ chức 2 lớp", "Tổ chức 2 lớp: 2 lần/quý, loại tốt."),
        ({"in_ra": "5%"}, "Giữ mức 95%", "Giữ mức 95%: 5%."),
        ({"in_ra": "95%"}, "Giữ mức 1,95%", "Giữ mức 1,95%: 95%."),
        ({"in_ra": "2 lần"}, "Họp 02 lần", "Họp 02 lần: 2 lần."),
        ({"in_ra": "100%", "gia_tri": "≥ 99%"}, "Đạt 99%", "Đạt 99%: 100%."),
        ({"in_ra": "loại tốt"}, "Xếp loại A, nhiều đơn vị tốt", "Xếp loại A, nhiều đơn vị tốt: loại tốt."),
        ({"in_ra": "98% đúng hạn"}, "98% cán bộ, 95% việc đúng hạn", "98% cán bộ, 95% việc đúng hạn: 98% đúng hạn."),
        ({"in_ra": "98% đúng hạn"}, "98% đơn vị; xong đúng hạn", "98% đơn vị; xong đúng hạn: 98% đúng hạn."),
        ({"in_ra": "98% đúng hạn"}, "Phấn đấu 98% ý kiến trả lời đúng hạn", "Phấn đấu 98% ý kiến trả lời đúng hạn"),
        ({"in_ra": "95%"}, "Giữ mức 95%", "Giữ mức 95%"),
        ({"in_ra": "Loại tốt"}, "Xếp loại tốt.", "Xếp loại tốt."),
        ({"gia_tri": "≥ 95%"}, "Từ 95% trở lên", "Từ 95% trở lên"),
        ({"gia_tri": "2 lần/quý"}, "Họp 02 lần mỗi quý", "Họp 02 lần mỗi quý"),
        ({"gia_tri": "≥ 95%"}, "Giữ mức 95,5%", "Giữ mức 95,5%: ≥ 95%."),
        ({"gia_tri": "≥ 95%"}, "Thôn 95", "Thôn 95: ≥ 95%."),
    ],
)
def test_a_target_is_printed_unless_it_is_said_there_in_its_words(
    target: dict[str, Any], text: str, printed: str
) -> None:
    data = {
        **sample(noi_dung=[{"muc_tieu": "khoan"}]),
        "muc_tieu": [{"id": "m", "noi_dung": text, "chi_tieu": [target]}],
    }
    (block, *_) = _composed(data).main.context["noi_dung"]
    assert unjoined(block.chu).removesuffix("./.").removesuffix(".") == printed.removesuffix(".")


def test_a_title_that_breaks_is_cited_and_filed_on_one_line() -> None:
    broken = "Về việc ban hành\nmục tiêu"
    own = {
        "id": "nq-1", "loai": "Nghị quyết", "so": "1/NQ-HĐND", "co_quan": "Hội đồng nhân dân\nxã Mẫu",
        "ngay": "1/2/2026", "ten": "về\nmục tiêu", "hieu_luc": "1/2/2026",
    }  # fmt: skip
    data = sample(trich_yeu=broken, so=None)
    plan = {**data["van_ban"][0], "ten_tep": "kh", "loai": "kế hoạch", "trich_yeu": "Thực hiện", "theo_de_nghi": None}
    data["van_ban"].append({**plan, "can_cu": ["quyet-dinh", "nq-1"]})
    data["can_cu"] = [own]
    assert unjoined(str(_composed(data).main.context["trich_yeu"])) == broken
    summary = _composed(data).summary
    assert summary.particulars.subject == summary.subject == "Về việc ban hành mục tiêu"
    assert "\n" not in summary.title
    first, second = _lines(data, "can_cu", 1)
    assert first.endswith("của Ủy ban nhân dân xã Mẫu về việc ban hành mục tiêu;")
    assert "/QĐ-UBND ngày" in first
    assert second.endswith("của Hội đồng nhân dân xã Mẫu về mục tiêu.")


def test_a_line_back_to_an_article_that_is_not_there_is_told() -> None:
    data = sample(noi_nhan=["Như Điều 1", "- Như Điều 7;", "Như Điều 2"])
    dossier = build_dossier(data)
    composed = compose(dossier, dossier.documents[0], lambda path: "/".join(map(str, path)))
    (found,) = composed.findings
    assert (found.rule, found.place, found.source) == ("nhu-dieu", "nơi nhận 2", "van_ban/0/noi_nhan/1")
    assert "chỉ có 2 Điều" in found.what
    assert compose(dossier, dossier.documents[0]).findings[0].source == "quyet-dinh"
