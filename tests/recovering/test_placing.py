"""A value is read where its part stands; headings, blanks and capitals elsewhere are text, and none of it is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any, TypeAlias

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph

from generator.errors import ConversionError
from generator.service.yearly.reading import ReadBack, read_bytes
from tests.recovering.inventing import invented

Cell: TypeAlias = str | Sequence[str]
NATIONAL = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
DAY = "Suối Trong, ngày 12 tháng 3 năm 2026"
HEAD = (["ỦY BAN NHÂN DÂN", "XÃ SUỐI TRONG", "Số: 27/TB-UBND"], [*NATIONAL, DAY])
RECIPIENTS = ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]


class Paper:
    """A Word file typed line by line, rows of a table as tuples."""

    def __init__(self) -> None:
        self._word = docx.Document()

    def typed(self, *lines: Cell | tuple[Cell, ...]) -> Paper:
        """The lines below what is there: capitals bold in the middle, a list as paragraphs of a cell."""
        for line in lines:
            if isinstance(line, tuple):
                cells = self._word.add_table(rows=1, cols=len(line)).rows[0].cells
                for cell, texts in zip(cells, line, strict=True):
                    for n, text in enumerate([texts] if isinstance(texts, str) else texts):
                        _typed(cell.paragraphs[0] if not n else cell.add_paragraph(), text)
                self._word.add_paragraph()
            else:
                _typed(self._word.add_paragraph(), str(line))
        return self

    def read(self) -> ReadBack:
        """What is read back, after a reader's own rules found nothing invented."""
        out = BytesIO()
        self._word.save(out)
        found = read_bytes([("giay.docx", out.getvalue())])
        assert invented(found.as_data(), out.getvalue()) == []
        return found


def _typed(paragraph: Paragraph, text: str) -> None:
    run = paragraph.add_run(text)
    if text.isupper() or text in NATIONAL or text.startswith("{{"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run.bold = True


def notice(*lines: Cell | tuple[Cell, ...]) -> ReadBack:
    return Paper().typed(HEAD, "THÔNG BÁO", "VỀ LỊCH TIẾP CÔNG DÂN", *lines).read()


def _document(found: ReadBack) -> dict[str, Any]:
    document: dict[str, Any] = found.data["van_ban"][0]
    return document


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        # the agency's own name where somebody is to sign, a form to be sent back below the signature
        (
            [(RECIPIENTS, ["XÃ SUỐI TRONG"]), "XÁC NHẬN CỦA NGÂN HÀNG", "Chúng tôi đã nhận được thông báo này.",
             "ĐẠI DIỆN NGÂN HÀNG", "(ký, đóng dấu)"],
            ["XÁC NHẬN CỦA NGÂN HÀNG", "ĐẠI DIỆN NGÂN HÀNG"],
        ),
        # the parties of an agreement: whose position the one is, and whose name the other, nobody says
        ([(["ĐẠI DIỆN BÊN A", "(Ký tên)"], ["ĐẠI DIỆN BÊN B", "(Ký)", "", "LÊ VĂN AN"])], ["DIỆN BÊN A", "LÊ VĂN AN"]),
        ([(["NGƯỜI LẬP PHIẾU", "(Ký)"], ["CÁ NHÂN KHAI BÁO", "(Ký)"])], ["NGƯỜI LẬP PHIẾU", "CÁ NHÂN KHAI BÁO"]),
        ([(["ĐẠI DIỆN LÁI XE", "CHỦ XE"], ["CÁC BÊN KHÁC"], ["ĐẠI DIỆN BẢO HIỂM"])], ["ĐẠI DIỆN LÁI XE", "BẢO HIỂM"]),
        ([(["CÁN BỘ TIẾP NHẬN", "(Ký)"], ["NGƯỜI KHAI", "(Ký)", "", "TRẦN THỊ BÌNH"])], ["TIẾP NHẬN", "TRẦN THỊ BÌNH"]),
    ],
)  # fmt: skip
def test_what_a_form_prints_above_a_signature_is_no_position(lines: list[Any], left: list[str]) -> None:
    found = notice("Ủy ban nhân dân xã thông báo lịch tiếp công dân.", *lines)
    document = _document(found)
    assert found.data["co_quan"]["nguoi"] == []
    assert document["ky"] == {}
    assert "Người ký" in " ".join(found.wanting)
    for words in left:
        assert words in str(document["noi_dung"])


@pytest.mark.parametrize(
    ("signature", "position", "name"),
    [
        (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "Đinh Quốc Thái"], "Chủ tịch", "Đinh Quốc Thái"),
        (["CHỦ TỊCH", "(Ký tên)"], "Chủ tịch", None),  # a draft, its place free to be signed
        (["THỦ QUỸ", "", "", "Trần Thị Bình"], "Thủ quỹ", "Trần Thị Bình"),  # in the place of a position, above a name
    ],
)
def test_a_signature_of_the_agency_is_one(signature: list[str], position: str, name: str | None) -> None:
    found = notice("Ủy ban nhân dân xã thông báo lịch tiếp công dân.", (RECIPIENTS, signature))
    (person,) = found.data["co_quan"]["nguoi"]
    assert (person["chuc_vu"], person.get("ho_ten")) == (position, name)


def test_who_signs_in_two_columns_are_two() -> None:
    left, right = ["CHỦ TỊCH MẶT TRẬN", "", "", "Trần Thị Bình"], ["CHỦ TỊCH", "", "", "Đinh Quốc Thái"]
    document = _document(notice("Nội dung thông báo.", (left, right), (RECIPIENTS, "")))
    assert "chuc_danh_khac" not in document["ky"]
    assert document["ky"]["cung_ky"][0]["ho_ten"] == "Trần Thị Bình"


@pytest.mark.parametrize(
    ("rows", "recipients"),
    [
        # a field of a form that is called so, and the fields below it
        ([("Nơi nhận", "Căn cứ pháp lý"), ("Hướng văn bản", "Lĩnh vực")], None),
        ([("Nơi nhận", ["- Tại đơn vị", "- Tất cả các đơn vị"]), ("Lưu", "Thoát")], None),
        # one that goes on in the next line
        ([(["Nơi nhận:", "- Các bộ, cơ quan ngang bộ,", "cơ quan thuộc Chính phủ;", "- Lưu: VT."], ["CHỦ TỊCH"])],
         ["Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"]),
        ([(["Nơi nhận:", "- Sở Nội vụ;", "Công an tỉnh;", "- Lưu: VT."], ["CHỦ TỊCH"])], ["Sở Nội vụ", "Công an tỉnh"]),
    ],
)  # fmt: skip
def test_recipients_are_the_list_below_their_label(rows: list[Any], recipients: list[str] | None) -> None:
    document = _document(notice("Ủy ban nhân dân xã thông báo lịch tiếp công dân.", *rows))
    assert document.get("noi_nhan") == recipients
    if recipients is None:
        assert "Nơi nhận" in str(document["noi_dung"])


def test_capitals_apart_from_the_head_are_no_agency() -> None:
    lines = ["TÓM TẮT", "Tên đề tài: Máy cấp phôi tự động.", "Sinh viên thực hiện: Trần Văn An.", HEAD, "THÔNG BÁO"]
    found = Paper().typed(*lines, "Nội dung thông báo.", (RECIPIENTS, ["CHỦ TỊCH"])).read()
    assert [line.casefold() for line in found.data["co_quan"]["ten"]] == ["ủy ban nhân dân", "xã suối trong"]
    assert "chu_quan" not in found.data["co_quan"]
    assert "TÓM TẮT" in str(_document(found))


def test_an_agency_that_is_yet_to_be_filled_in_is_not_the_one_above_it() -> None:
    head = (["SỞ XÂY DỰNG", "{{ten_don_vi}}", "Số: 27/TB-SXD"], [*NATIONAL, DAY])
    found = Paper().typed(head, "THÔNG BÁO", "Nội dung thông báo.", (RECIPIENTS, ["GIÁM ĐỐC"])).read()
    assert "ten" not in found.data["co_quan"]
    assert any("Tên cơ quan" in one for one in found.wanting)


def test_a_title_in_the_middle_of_a_text_is_none() -> None:
    head = (["TRƯỜNG ĐẠI HỌC BÁCH KHOA"], NATIONAL)
    found = (
        Paper()
        .typed(head, "Họ tên sinh viên: Trần Văn An.", "Lớp: 12DT1.", "LỜI NÓI ĐẦU", "Đề tài gồm ba phần.")
        .read()
    )
    assert "ten_loai" not in _document(found)
    assert "LỜI NÓI ĐẦU" in str(_document(found))


def test_a_note_below_the_title_is_no_subject() -> None:
    found = (
        Paper().typed(*NATIONAL, "TỜ KHAI TRỢ GIÚP XÃ HỘI", "(ÁP DỤNG VỚI NGƯỜI CAO TUỔI)", "1. Họ và tên: ……").read()
    )
    assert "trich_yeu" not in _document(found)
    assert "ÁP DỤNG VỚI NGƯỜI CAO TUỔI" in str(_document(found))


@pytest.mark.parametrize(
    ("line", "addressees"),
    [
        ("Kính gửi: ___________________", None),
        ("Kính gửi: {{noi_gui}}", None),
        ("Kính gửi: Tòa án nhân dân …………………", ["Tòa án nhân dân"]),
        ("Kính gửi/ To: - Ủy ban Chứng khoán Nhà nước", ["Ủy ban Chứng khoán Nhà nước"]),
    ],
)
def test_a_place_to_fill_in_is_no_value(line: str, addressees: list[str] | None) -> None:
    found = Paper().typed(*NATIONAL, "……, ngày 12 tháng 3 năm 2026", "ĐƠN ĐỀ NGHỊ", line, "Tôi tên là: ………").read()
    assert _document(found).get("kinh_gui") == addressees
    assert "dia_danh" not in found.data["co_quan"]
    if addressees is None:
        assert line.partition(":")[2].strip().strip("{}") in str(found.data)


def test_a_base_over_two_paragraphs_is_one_and_one_of_two_documents_is_kept_in_its_words() -> None:
    bases = [
        "Căn cứ Nghị định số 145/2020/NĐ-CP ngày 14 tháng 12 năm 2020 của",
        "Chính phủ quy định chi tiết một số điều của Bộ luật Lao động;",
        "Căn cứ Kế hoạch số 15/KH-UBND ngày 18/12/2024 của Ủy ban nhân dân tỉnh về xe và Thông tư số 36/2024/TT-BGTVT;",
    ]  # fmt: skip
    head = (["ỦY BAN NHÂN DÂN", "XÃ SUỐI TRONG", "Số: 27/QĐ-UBND"], [*NATIONAL, DAY])
    lines = [
        "QUYẾT ĐỊNH",
        "VỀ VIỆC GIAO NHIỆM VỤ",
        "ỦY BAN NHÂN DÂN XÃ",
        *bases,
        "QUYẾT ĐỊNH:",
        "Điều 1. Giao nhiệm vụ.",
    ]
    found = Paper().typed(head, *lines, (RECIPIENTS, ["CHỦ TỊCH", "", "", "Đinh Quốc Thái"])).read()
    first, second = _document(found)["can_cu"]
    assert "van_ban" in first or "của Chính phủ quy định" in first["loi_van"]
    assert "và Thông tư số 36/2024/TT-BGTVT" in second["loi_van"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("CÔNG TY DỊCH VỤ MOBIFONE KV2", "Công ty dịch vụ MOBIFONE KV2"),
        ("CÔNG TY TNHH PHÁT TRIỂN GIÁO DỤC ACE", "Công ty TNHH phát triển giáo dục ACE"),
        ("VĂN PHÒNG BỘ NỘI VỤ", "Văn phòng Bộ Nội vụ"),
        ("TRƯỜNG TIỂU HỌC B", "Trường Tiểu học B"),
    ],
)
def test_abbreviations_and_foreign_names_keep_their_capitals(name: str, wanted: str) -> None:
    head = ([name, "Số: 27/TB-VP"], [*NATIONAL, DAY])
    found = Paper().typed(head, "THÔNG BÁO", "Nội dung thông báo.", (RECIPIENTS, ["GIÁM ĐỐC"])).read()
    assert found.data["co_quan"]["ten"] == [wanted]


def test_the_first_party_of_an_agreement_without_a_head_is_the_agency() -> None:
    parties = ["BÊN A: CÔNG TY ABC", "Đại diện: Nguyễn Văn An, Giám đốc"]
    parties += ["BÊN B: CÔNG TY XYZ", "Đại diện: Lê Bình, Giám đốc"]
    begun = "Hôm nay, ngày 12 tháng 3 năm 2026, tại Hà Nội, chúng tôi gồm:"
    signed = (["ĐẠI DIỆN BÊN A", "GIÁM ĐỐC", "", "Nguyễn Văn An"], ["ĐẠI DIỆN BÊN B", "GIÁM ĐỐC", "", "Lê Bình"])
    found = Paper().typed(*NATIONAL, "HỢP ĐỒNG", begun, *parties, "Điều 1. Nội dung hợp đồng.", signed).read()
    assert found.data["co_quan"]["ten"] == ["CÔNG TY ABC"]
    assert [party["ten"] for party in _document(found)["chi_tiet"]["cac_ben"]] == ["CÔNG TY XYZ"]


def test_what_somebody_is_to_a_paper_is_to_be_looked_at_as_a_position() -> None:
    found = notice("Nội dung thông báo.", (RECIPIENTS, ["NGƯỜI BÁO CÁO", "", "", "Trần Văn An"]))
    (row,) = [row for row in found.rows if row.value == "Người báo cáo"]
    assert (row.is_sure, "không phải chức vụ" in row.why) == (False, True)


def _requirements() -> Paper:
    rows = [("Người yêu cầu", "Cán bộ Văn phòng"), ("Nơi nhận", "Căn cứ pháp lý"), ("Chức danh ký", "CHỦ TỊCH")]
    return Paper().typed("CÔNG TY GIA KIỆM SỐ", "YÊU CẦU TÍNH NĂNG", *rows, "TỔNG HỢP HIỆU QUẢ", ("Trước AI", "Sau AI"))


@pytest.mark.parametrize("paper", [_requirements])
def test_a_paper_of_no_office_is_refused(paper: Callable[[], Paper]) -> None:
    with pytest.raises(ConversionError, match="không thấy phần nào"):
        paper().read()
