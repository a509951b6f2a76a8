"""What the program adds by itself: numbers, labels, signs, references."""

from __future__ import annotations

from typing import Any

import pytest

from generator.compose import compose
from generator.content import Block
from generator.dossier.reading.reader import build_dossier
from generator.errors import DataError
from tests.samples import sample, unjoined


def _context(**document: Any) -> Any:
    dossier = build_dossier(sample(**document))
    return compose(dossier, dossier.documents[0]).main.context


def _text(block: Block) -> str:
    return " ".join(part for part in (block.nhan, str(block.tieu_de), str(block.chu)) if part)


def test_bases_are_cited_with_signs_and_the_proposal_closes_them() -> None:
    assert [unjoined(line) for line in _context()["can_cu"]] == [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "Theo đề nghị của Chánh Văn phòng.",
    ]


def test_several_documents_in_one_basis_share_a_line() -> None:
    (line,) = _context(can_cu=[["luat-77-2015-qh13", "luat-47-2019-qh14"]], theo_de_nghi=None)["can_cu"]
    assert str(line).count("; ") == 1
    assert unjoined(line).endswith("ngày 22 tháng 11 năm 2019.")


def test_a_document_with_number_and_date() -> None:
    context = _context()
    assert context["so_ky_hieu"] == "Số: 05/QĐ-UBND"
    assert context["dia_danh_ngay"] == "Mẫu, ngày 03 tháng 02 năm 2026"


def test_a_draft_keeps_gaps_for_number_and_date() -> None:
    context = _context(so=None, ngay=None, nam_ban_hanh="2026")
    assert context["so_ky_hieu"] == "Số:        /QĐ-UBND"
    assert context["dia_danh_ngay"] == "Mẫu, ngày     tháng     năm 2026"


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"ky": {"nguoi": "ct"}}, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        ({"ky": {"nguoi": "pct"}}, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        ({"ky": {"nguoi": "ct"}, "tham_quyen": "nguoi_dung_dau"}, ["CHỦ TỊCH"]),
        ({"ky": {"nguoi": "pct"}, "tham_quyen": "nguoi_dung_dau"}, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        (
            {"ky": {"nguoi": "cvp", "quyen_han": "TL"}, "tham_quyen": "nguoi_dung_dau"},
            ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
        ),
        (
            {"ky": {"nguoi": "cvp", "quyen_han": "TL", "ky_thay": "Trưởng phòng"}, "tham_quyen": "nguoi_dung_dau"},
            ["TL. CHỦ TỊCH", "KT. TRƯỞNG PHÒNG", "CHÁNH VĂN PHÒNG"],
        ),
        (
            {"ky": {"nguoi": "cvp", "quyen_han": "TUQ"}, "tham_quyen": "nguoi_dung_dau"},
            ["TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"],
        ),
        ({"ky": {"nguoi": "ct", "quyen_han": "Q"}, "tham_quyen": "nguoi_dung_dau"}, ["Q. CHỦ TỊCH"]),
    ],
)
def test_signing_lines_follow_rank_and_authority(fields: dict[str, Any], lines: list[str]) -> None:
    assert _context(**fields)["ky"] == lines


@pytest.mark.parametrize(
    "fields",
    [
        {"ky": {"nguoi": "cvp"}},
        {"ky": {"nguoi": "cvp", "quyen_han": "TL"}},
        {"ky": {"nguoi": "pct", "quyen_han": "Q"}},
        {"ky": {"nguoi": "pct", "ky_thay": "Chủ tịch"}, "tham_quyen": "nguoi_dung_dau"},
        {"ky": {"nguoi": "cvp", "quyen_han": "TUQ", "ky_thay": "Trưởng phòng"}, "tham_quyen": "nguoi_dung_dau"},
        {"ky": {"nguoi": "cvp", "quyen_han": "TL", "ky_thay": "Chủ tịch"}, "tham_quyen": "nguoi_dung_dau"},
        {"ky": {"nguoi": "cvp", "quyen_han": "TL", "ky_thay": "chánh văn phòng"}, "tham_quyen": "nguoi_dung_dau"},
    ],
)
def test_a_signature_the_decree_does_not_know_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(DataError):
        build_dossier(sample(**fields))


def test_the_authority_line_names_head_or_agency() -> None:
    assert _context()["tham_quyen"] == "ỦY BAN NHÂN DÂN XÃ MẪU"
    assert _context(tham_quyen="nguoi_dung_dau")["tham_quyen"] == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU"


def test_recipients_open_with_the_last_article_and_close_with_the_file() -> None:
    assert _context(noi_nhan=["UBND huyện;", "Các phòng."], luu="VT, KT (2)")["noi_nhan"] == [
        "- Như Điều 2;",
        "- UBND huyện;",
        "- Các phòng;",
        "- Lưu: VT, KT (2).",
    ]


def test_a_recipient_named_twice_is_printed_twice() -> None:
    assert _context(noi_nhan=["A", "A"])["noi_nhan"].count("- A;") == 2


def test_units_are_numbered_each_in_its_parent() -> None:
    content = [
        {"chuong": "Quy định chung", "noi_dung": [{"muc": "Mục đích", "noi_dung": [{"dieu": "Một"}]}, {"dieu": "Hai"}]},
        {"chuong": "Tổ chức", "noi_dung": [{"dieu": "Ba", "noi_dung": [
            {"khoan": "k1", "noi_dung": [{"diem": letter} for letter in "abcdef"]}, {"khoan": "k2"}]}]},
    ]  # fmt: skip
    assert [_text(block) for block in _context(noi_dung=content)["noi_dung"]] == [
        "Chương I QUY ĐỊNH CHUNG",
        "Mục 1 MỤC ĐÍCH",
        "Điều 1. Một",
        "Điều 2. Hai",
        "Chương II TỔ CHỨC",
        "Điều 3. Ba",
        "1. k1",
        "a) a",
        "b) b",
        "c) c",
        "d) d",
        "đ) e",
        "e) f",
        "2. k2./.",
    ]


def test_sections_outside_chapters_take_roman_numbers() -> None:
    content = [{"muc": "Mục đích", "noi_dung": [{"khoan_tieu_de": "Yêu cầu", "noi_dung": ["- Một", "+ Hai", "Ba"]}]}]
    blocks = _context(loai="kế hoạch", noi_dung=content)["noi_dung"]
    assert [_text(block) for block in blocks] == ["I. MỤC ĐÍCH", "1. Yêu cầu", "- Một", "+ Hai", "Ba./."]


@pytest.mark.parametrize(
    ("written", "printed"), [("Hết.", "Hết./."), ("Hết", "Hết./."), ("Hết./.", "Hết./."), ("Hết;", "Hết./.")]
)
def test_the_text_ends_with_the_closing_mark(written: str, printed: str) -> None:
    assert str(_context(noi_dung=[{"dieu": written}])["noi_dung"][-1].chu) == printed


def test_values_from_one_place_fill_the_text() -> None:
    context = _context(noi_dung=["{co_quan} năm {nam}: {tien: 15000000}"], loai="kế hoạch")
    paragraph = context["noi_dung"][0].chu
    assert unjoined(paragraph) == "Ủy ban nhân dân xã Mẫu năm 2027: 15.000.000 đồng (mười lăm triệu đồng)./."
    assert [unjoined(span.text) for span in paragraph if span.italic] == ["mười lăm triệu đồng"]


def test_annexes_are_numbered_and_refer_to_the_document() -> None:
    annexes = [{"tieu_de": "Mục tiêu", "noi_dung": ["x"]}, {"tieu_de": "Kế hoạch", "noi_dung": ["y"]}]
    dossier = build_dossier(sample(phu_luc=annexes))
    parts = compose(dossier, dossier.documents[0]).attachments
    assert [part.context["nhan"] for part in parts] == ["Phụ lục I", "Phụ lục II"]
    assert unjoined(parts[0].context["kem_theo"]) == (
        "(Kèm theo Quyết định số 05/QĐ-UBND\nngày 03 tháng 02 năm 2026 của Ủy ban nhân dân xã Mẫu)"
    )


def test_a_single_annex_has_no_number() -> None:
    dossier = build_dossier(sample(phu_luc=[{"tieu_de": "Mục tiêu", "noi_dung": ["x"]}]))
    assert compose(dossier, dossier.documents[0]).attachments[0].context["nhan"] == "Phụ lục"


def test_groups_of_a_table_become_merged_cells_at_any_depth() -> None:
    table = {
        "cot": ["A", {"ten": "B", "cot": ["B1", "B2"]}, "C"],
        "dong": [
            {"o": ["a"], "dong": [{"o": ["b"], "dong": [["1"], ["2"]]}, ["c", "3"]], "o_sau": ["z"]},
            {"nhom": "Nhóm"},
            ["x", "y", "", "w"],
        ],
    }
    block, end = _context(noi_dung=[{"bang": table}])["noi_dung"]
    assert (end.kieu, str(end.chu)) == ("doan", "./.")
    rows = [[(" ".join(map(str, c.paragraphs)), c.columns, c.rows) for c in row.cells] for row in block.bang.body]
    assert rows == [
        [("a", 1, 3), ("b", 1, 2), ("1", 1, 1), ("z", 1, 3)],
        [("2", 1, 1)],
        [("c", 1, 1), ("3", 1, 1)],
        [("Nhóm", 4, 1)],
        [("x", 1, 1), ("y", 1, 1), ("", 1, 1), ("w", 1, 1)],
    ]
    headers = [[(str(c.paragraphs[0]), c.columns, c.rows) for c in row.cells] for row in block.bang.header]
    assert headers == [[("A", 1, 2), ("B", 2, 1), ("C", 1, 2)], [("B1", 1, 1), ("B2", 1, 1)]]


def _agency(**fields: Any) -> Any:
    data = sample()
    data["co_quan"].update(fields)
    return data


def test_a_unit_under_one_head_is_decided_and_signed_by_that_head() -> None:
    data = _agency(ten="Phòng Kinh tế", chu_quan="Ủy ban nhân dân xã Mẫu")
    data["co_quan"]["nguoi"] = [
        {"id": "ct", "ho_ten": "Đặng Văn Tám", "chuc_vu": "Trưởng phòng"},
        {"id": "pct", "ho_ten": "Lý Thị Hoa", "chuc_vu": "Phó Trưởng phòng"},
    ]
    data["van_ban"][0]["ky"] = {"nguoi": "pct"}
    dossier = build_dossier(data)
    context: Any = compose(dossier, dossier.documents[0]).main.context
    assert context["tham_quyen"] == "TRƯỞNG PHÒNG KINH TẾ"
    assert context["ky"] == ["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"]
    assert context["co_quan_chu_quan"] == ["ỦY BAN NHÂN DÂN", "XÃ MẪU"]
    assert context["co_quan"] == ["PHÒNG KINH TẾ"]


def test_words_typed_by_habit_are_printed_once() -> None:
    context = _context(
        can_cu=[{"loi_van": "Căn cứ Kế hoạch số 5/KH-UBND;"}],
        theo_de_nghi="Theo đề nghị của Chánh Văn phòng",
        noi_nhan=["- UBND tỉnh;"],
        luu="Lưu: VT.",
    )
    assert [unjoined(line) for line in context["can_cu"]] == [
        "Căn cứ Kế hoạch số 5/KH-UBND;",
        "Theo đề nghị của Chánh Văn phòng.",
    ]
    assert context["noi_nhan"][1:] == ["- UBND tỉnh;", "- Lưu: VT."]


def test_a_document_of_the_dossier_is_cited_by_its_file_name() -> None:
    data = sample()
    plan = {**data["van_ban"][0], "ten_tep": "ke-hoach", "loai": "kế hoạch", "so": "6", "can_cu": ["quyet-dinh"]}
    data["van_ban"].append(plan)
    dossier = build_dossier(data)
    context: Any = compose(dossier, dossier.documents[1]).main.context
    assert unjoined(context["can_cu"][0]) == (
        "Căn cứ Quyết định số 05/QĐ-UBND ngày 03 tháng 02 năm 2026 của Ủy ban nhân dân xã Mẫu "
        "về việc ban hành mục tiêu chất lượng năm 2027;"
    )


def test_targets_the_text_does_not_state_are_printed_with_it() -> None:
    data = sample(noi_dung=[{"dieu": "Mục tiêu:", "noi_dung": [{"muc_tieu": "khoan"}]}])
    data["muc_tieu"] = [
        {
            "id": "a",
            "noi_dung": "Giải quyết hồ sơ đúng hạn",
            "chi_tieu": ["≥ 98%", {"in_ra": "100%", "don_vi": "Phòng A"}],
        },
        {"id": "b", "noi_dung": "Phấn đấu 100% cán bộ được tập huấn.", "chi_tieu": ["100%"]},
        {
            "id": "c",  # the second is of a unit that the text does not name
            "noi_dung": "Phòng A trả lời 90% kiến nghị",
            "chi_tieu": [{"in_ra": "90%", "don_vi": "Phòng A"}, {"in_ra": "90%", "don_vi": "Phòng B"}],
        },
    ]
    dossier = build_dossier(data)
    blocks: Any = compose(dossier, dossier.documents[0]).main.context["noi_dung"]
    assert [_text(block) for block in blocks[1:]] == [
        "1. Giải quyết hồ sơ đúng hạn: ≥ 98%; 100% (Phòng A).",
        "2. Phấn đấu 100% cán bộ được tập huấn.",
        "3. Phòng A trả lời 90% kiến nghị: 90% (Phòng B)./.",
    ]


def test_a_text_of_one_emphasis_is_one_run_in_word() -> None:
    context = _context(noi_dung=["{co_quan} năm {nam} {dam:rất} tốt"], loai="kế hoạch")
    spans = [unjoined(span.text) for span in context["noi_dung"][0].chu]
    assert spans == ["Ủy ban nhân dân xã Mẫu năm 2027 ", "rất", " tốt./."]
    assert len(context["can_cu"][-1].spans) == 1
