from __future__ import annotations

import io
import json
import zipfile
from datetime import date, timedelta

import openpyxl
import pytest
from lxml import etree, html

from generator.store.models import Agency, Entry, Paper, Role, Scope, Series, User
from generator.store.models.base import now
from generator.store.people import tokens
from generator.store.register import entries, issuing
from generator.store.register.issuing import Asked
from generator.web.pages.so.common import today
from tests.store.offices import ALL, made
from tests.store.offices import Office as Bare
from tests.web.offices import Office
from tests.web.papers import dossier_of, issue, signed, take

DAY = date(2026, 11, 20)


def _fill(office: Office, subjects: tuple[str, ...] = ("mua sắm thiết bị", "họp giao ban", "khen thưởng")) -> list[int]:
    """Lines of the register, one a subject; their ids."""
    from generator.store import dossiers

    with office.store.begin() as session:
        user = session.query(User).filter_by(login="van_thu").one().id
        dossier = dossiers.create(session, office.agency, "Năm 2026", 2026, "{}", user).id
    bare = Bare(office.store, office.agency, user, dossier)
    found = []
    for subject in subjects:
        paper = bare.signed(subject)
        asked = Asked(office.agency, paper.id, paper.revision, user, ALL, DAY)
        entry = issuing.issue(
            office.store, asked, "Quyết định", lambda number, day, subject=subject: made(subject, number, day)
        )
        found.append(entry.id)
    return found


def _so(office: Office, login: str = "chi_xem", **asked: str) -> str:
    answer = office.browser(login).get(f"/co-quan/{office.agency}/so", params={"nam": "2026", **asked})
    assert answer.status_code == 200, answer.text
    return answer.text


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("thiết bị", {"mua sắm thiết bị"}),
        ("thiet bi", {"mua sắm thiết bị"}),
        ("THIẾT BỊ", {"mua sắm thiết bị"}),
        ("thiệt bị", set()),
        ("hop", {"họp giao ban"}),
        ("02/QĐ", {"họp giao ban"}),
        ('"giao ban"', {"họp giao ban"}),
        ('"ban giao"', set()),
        ("ban giao", {"họp giao ban"}),
        ("100%", set()),
        ("_", set()),
        ("20/11/2026", {"mua sắm thiết bị", "họp giao ban", "khen thưởng"}),
    ],
)
def test_a_line_is_found_by_any_of_its_words_with_and_without_diacritics(
    office: Office, words: str, found: set[str]
) -> None:
    subjects = ("mua sắm thiết bị", "họp giao ban", "khen thưởng")
    _fill(office, subjects)
    shown = _so(office, tim=words)
    assert {subject for subject in subjects if f"Về {subject}" in shown} == found


def test_columns_are_chosen_and_a_search_is_kept_for_oneself(office: Office) -> None:
    _fill(office)
    root = f"/co-quan/{office.agency}/so"
    browser = office.browser("chi_xem")
    shown = browser.get(f"{root}?nam=2026&cot=so_ky_hieu&cot=so_trang").text
    assert '<th scope="col">Số trang</th>' in shown
    assert '<th scope="col">Nơi nhận văn bản</th>' not in shown
    kept = browser.post(f"{root}/tim", data={"ten": "Khen", "hoi": "nam=2026&tim=khen&cot=so_ky_hieu&hai=1"})
    assert kept.status_code == 303
    shown = browser.get(root).text
    assert "nam=2026&amp;tim=khen&amp;cot=so_ky_hieu" in shown
    assert "Khen" not in office.browser("van_thu").get(root).text
    assert office.browser("van_thu").post(f"{root}/tim/1/bo").status_code == 404
    assert browser.post(f"{root}/tim/1/bo").status_code == 303


def test_the_book_goes_out_with_its_ten_columns_and_cancelled_numbers(office: Office) -> None:
    _fill(office)
    with office.store.begin() as session:
        agency = session.get_one(Agency, office.agency)
        kept = entries.reserve(session, agency, 1, DAY, "Quyết định", "=HYPERLINK()")
        entries.cancel(session, office.agency, kept.id, 1, "không dùng nữa")
    settings = {"name": "Ủy ban nhân dân xã Suối Trong", "code": "", "parent": "Ủy ban nhân dân tỉnh Đồng Nai"}
    told = office.browser("quan_tri").post(f"/co-quan/{office.agency}/quan-tri/thiet-lap", data=settings)
    assert told.status_code == 303
    volume = {"nam": "2026", "quyen": "02"}
    assert office.browser("van_thu").post(f"/co-quan/{office.agency}/so/bia", data=volume).status_code == 303
    root, browser = f"/co-quan/{office.agency}/so/xuat", office.browser("chi_xem")
    book = openpyxl.load_workbook(io.BytesIO(browser.get(f"{root}/xlsx?nam=2026").content))
    sheet = book["Sổ văn bản đi"]
    assert [cell.value for cell in sheet[1]] == [
        "Số, ký hiệu văn bản",
        "Ngày tháng văn bản",
        "Tên loại và trích yếu nội dung văn bản",
        "Người ký",
        "Nơi nhận văn bản",
        "Đơn vị, người nhận bản lưu",
        "Số lượng bản",
        "Ngày chuyển",
        "Ký nhận",
        "Ghi chú",
    ]
    assert sheet["A5"].value == "04"
    assert sheet["J5"].value == "Đã hủy: không dùng nữa (giữ chỗ: =HYPERLINK())"
    assert [row[0].value for row in book["Bìa"].rows if row[0].value] == [
        "ỦY BAN NHÂN DÂN TỈNH ĐỒNG NAI",
        "ỦY BAN NHÂN DÂN XÃ SUỐI TRONG",
        "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
        "Năm 2026",
        "Từ số 01 đến số 04",
        "Quyển số 02",
    ]
    word = zipfile.ZipFile(io.BytesIO(browser.get(f"{root}/docx?nam=2026").content)).read("word/document.xml").decode()
    assert "Ngày tháng văn bản" in word
    assert "không dùng nữa" in word
    assert browser.get(f"{root}/pdf?nam=2026").content.startswith(b"%PDF")
    assert browser.get(f"{root}/exe").status_code == 404


def test_the_data_of_the_decree_go_out_as_xml_and_json(office: Office) -> None:
    paper = signed(office, dossier_of(office), "thong-bao")
    assert issue(office, paper).status_code == 303
    root, browser = f"/co-quan/{office.agency}/so/xuat", office.browser("chi_xem")
    (kept,) = json.loads(browser.get(f"{root}/json?nam=2026").content)
    assert kept["CodeNumber"] == "01"
    assert kept["CodeNotation"] == "TB-UBND"
    assert kept["IssuedDate"] == "20/11/2026"
    assert kept["SignerInfo"] == {"Position": "Chánh Văn phòng", "FullName": "Vũ Minh Khôi"}
    assert kept["PageAmount"] == 1
    document = etree.fromstring(browser.get(f"{root}/xml?nam=2026").content)[0]
    assert document.findtext("SignerInfo/FullName") == "Vũ Minh Khôi"
    assert document.findtext("Subject") == kept["Subject"]


def test_a_clerk_completes_a_line_and_nobody_else_does(office: Office) -> None:
    entry = _fill(office)[0]
    path = f"/co-quan/{office.agency}/so/dong/{entry}"
    given = {"ghi_chu": "Gửi bưu điện", "so_ban": "3", "ngay_chuyen": "2026-11-21"}
    assert office.browser("lanh_dao").post(path, data=given).status_code == 403
    assert office.browser("van_thu").post(path, data=given).status_code == 303
    assert "Gửi bưu điện" in _so(office, tim="buu dien")
    wrong = office.browser("van_thu").post(path, data={"so_ban": "nhiều", "ngay_chuyen": "mai", "ghi_chu": "Gõ dở"})
    assert wrong.status_code == 409
    assert "Gõ dở" in wrong.text
    assert "«nhiều» không phải là số" in wrong.text
    assert "«mai» không phải là ngày" in wrong.text


def test_a_number_is_kept_and_cancelled_on_the_page(office: Office) -> None:
    root, browser = f"/co-quan/{office.agency}/so", office.browser("van_thu")
    kept = browser.post(f"{root}/giu-so", data={"loai": "Quyết định", "ly_do": "khen thưởng"})
    assert kept.status_code == 303
    assert "Giữ chỗ: khen thưởng" in browser.get(kept.headers["location"]).text
    assert browser.post(f"{kept.headers['location']}/huy", data={"ly_do": ""}).status_code == 409
    assert browser.post(f"{kept.headers['location']}/huy", data={"ly_do": "thôi"}).status_code == 303
    assert browser.post(f"{root}/giu-so", data={"loai": "", "ly_do": ""}).status_code == 409
    assert "Đã hủy: thôi" in browser.get(f"{root}?nam=").text


def test_how_numbers_are_given_is_ruled_on_the_page(office: Office) -> None:
    root, browser = f"/co-quan/{office.agency}/so", office.browser("quan_tri")
    assert browser.post(f"{root}/cap-so", data={"nam": "2026", "cach": "rieng"}).status_code == 409
    given = {"nam": "2026", "cach": "rieng", "loai": ["Quyết định"]}
    assert browser.post(f"{root}/cap-so", data=given).status_code == 303
    assert browser.post(f"{root}/cap-so", data={"nam": "2027", "cach": "tung_loai"}).status_code == 303
    text = browser.get(f"{root}/cap-so").text
    assert "(quyết định)" in text
    assert "<td>2027</td>" in text
    assert office.browser("soan_thao").post(f"{root}/cap-so", data=given).status_code == 403


def test_a_file_goes_out_with_its_documents_in_order_of_time(office: Office) -> None:
    entries = _fill(office)
    root, browser = f"/co-quan/{office.agency}/so", office.browser("van_thu")
    name = "Công Tằng Tôn Nữ Thị Hồng Ngọc Phương"  # longer than VI.II has room for, and not to be cut
    with office.store.begin() as database:
        database.query(User).filter_by(login="van_thu").one().full_name = name
    given = {"nam": "2026", "ky_hieu": "01-ISO", "tieu_de": "Hồ sơ mục tiêu chất lượng", "thoi_han": "10 năm"}
    made_one = browser.post(f"{root}/ho-so-luu", data=given)
    assert made_one.status_code == 303
    assert browser.post(f"{root}/ho-so-luu", data=given).status_code == 409  # the same code again
    file = made_one.headers["location"].rpartition("/")[2]
    for entry in reversed(entries):
        assert browser.post(f"{root}/dong/{entry}/ho-so", data={"ho_so": file}).status_code == 303
    assert browser.post(f"{root}/dong/{entries[0]}/ho-so", data={"ho_so": file}).status_code == 409
    packed = zipfile.ZipFile(io.BytesIO(browser.get(f"{root}/ho-so-luu/{file}/xuat").content))
    data = etree.fromstring(packed.read("ho-so.xml"))
    assert [one.text for one in data.iterfind("Documents/Document/CodeNumber")] == ["01", "02", "03"]
    assert [one.text for one in data.iterfind("Documents/Document/DocOrdinal")] == ["3", "2", "1"]
    assert (data.findtext("FileCode"), data.findtext("Creator")) == ("2026.01-ISO", name)
    assert len([name for name in packed.namelist() if name.endswith(".pdf")]) == 3
    assert browser.post(f"{root}/ho-so-luu/{file}/khoa", data={"khoa": "co"}).status_code == 303
    assert "01-ISO: Hồ sơ" not in browser.get(f"{root}/dong/{entries[0]}").text


def test_the_register_of_another_agency_is_not_there(office: Office) -> None:
    entry = _fill(office)[0]
    other = office.add_agency("Xã khác")
    browser = office.browser(f"{Role.CLERK.value}-{other}")
    assert browser.get(f"/co-quan/{other}/so/dong/{entry}").status_code == 404
    assert browser.get(f"/co-quan/{other}/so/dong/{entry}/tep/pdf").status_code == 404
    assert browser.post(f"/co-quan/{other}/so/dong/{entry}/huy", data={"ly_do": "x"}).status_code == 404
    assert "Về họp" not in browser.get(f"/co-quan/{other}/so?nam=2026").text
    with office.store.read() as session:
        assert session.query(Entry).filter_by(agency_id=other).count() == 0


@pytest.mark.parametrize(
    ("path", "given", "said"),
    [
        ("so-cu", {"nam": "hai nghìn", "so_cuoi": "mười hai", "ly_do": "Sổ giấy"}, "số cuối đã cấp «mười hai»"),
        ("so-cu", {"nam": "2026", "so_cuoi": "12a", "ly_do": ""}, "sổ nào còn trống"),
        ("so-cu", {"nam": "9" * 5000, "so_cuoi": "-1", "ly_do": "x" * 241}, "sổ nào dài 241 ký tự"),
        ("bia", {"nam": "20 26", "quyen": "02"}, "năm «20 26»"),
        ("cap-so", {"nam": "sang năm", "cach": ""}, "chưa chọn cách cấp số"),
        ("giu-so", {"loai": "Quyết định", "ly_do": "x" * 241}, "giữ cho văn bản nào dài 241"),
        ("ho-so-luu", {"nam": "năm nay", "ky_hieu": "k" * 21, "tieu_de": ""}, "số, ký hiệu dài 21 ký tự"),
        ("tim", {"ten": "t" * 101, "hoi": "tim=abc&cot=luu"}, "dài 101 ký tự"),
    ],
)
def test_what_is_typed_wrong_is_told_at_its_box_and_stays(
    office: Office, path: str, given: dict[str, str], said: str
) -> None:
    answer = office.browser("van_thu").post(f"/co-quan/{office.agency}/so/{path}", data=given)
    assert answer.status_code in (409, 422)
    assert said.lower() in answer.text.lower()
    page = html.fromstring(answer.text)
    wrong = page.xpath("//*[@aria-invalid='true']") + page.xpath("//fieldset[p[@class='error']]")
    assert wrong
    for box in page.xpath("//input[@aria-invalid='true']"):
        assert box.get("value") == given[box.get("name")]
        assert page.get_element_by_id(box.get("aria-describedby").split()[0]).text_content()
    if path == "tim":
        assert 'value="abc"' in answer.text


def test_a_number_with_spaces_around_it_is_a_number(office: Office) -> None:
    root, browser = f"/co-quan/{office.agency}/so", office.browser("van_thu")
    given = {"nam": " 2026 ", "so_cuoi": "０12", "ly_do": "Sổ giấy"}
    assert browser.post(f"{root}/so-cu", data=given).status_code == 303
    with office.store.read() as session:
        assert session.query(Series).one().last == 12


def _papers(office: Office, *types: str) -> list[int]:
    """The papers of the register's lines in their order, each of the type."""
    with office.store.begin() as session:
        lines = session.query(Entry).order_by(Entry.number).all()
        for line, name in zip(lines, types, strict=True):
            session.get_one(Paper, line.paper_id).type_name = line.type_name = name
        return [line.paper_id or 0 for line in lines]


def test_what_became_of_a_document_stands_in_the_book_is_found_and_goes_out(office: Office) -> None:
    _fill(office)
    decision, letter, plan = _papers(office, "Quyết định", "Công văn", "Kế hoạch")
    asked = {"nhan_xet": "Sai tên\nĐiều 2", "lien_quan": str(letter)}
    assert take(office, decision, "van_thu", "dinh_chinh", **asked) == 303
    assert take(office, decision, "van_thu", "thu_hoi", nhan_xet="Sai thẩm quyền") == 303
    assert take(office, plan, "van_thu", "thay_the", **asked) == 303
    day = f"{today():%d/%m/%Y}"
    corrected = f"Đã đính chính ngày {day} bằng Công văn số 02/QĐ-UBND: Sai tên"
    recalled = f"Đã thu hồi ngày {day}: Sai thẩm quyền"
    clerk, root = office.browser("van_thu"), f"/co-quan/{office.agency}"
    line = clerk.get(f"{root}/so/dong/1").text
    assert corrected in line
    assert recalled in line
    assert clerk.post(f"{root}/so/dong/1", data={"ghi_chu": "lưu tủ 3"}).status_code == 303
    for words, found in (("da thu hoi", {"01"}), ("sai tên", {"01", "03"}), ("tủ 3", {"01"})):
        shown = _so(office, tim=words)
        assert {number for number in ("01", "02", "03") if f">{number}/QĐ-UBND" in shown} == found, words
    data = json.loads(clerk.get(f"{root}/so/xuat/json", params={"nam": "2026"}).content)
    assert data[0]["Description"].startswith(corrected)
    assert data[0]["Description"].endswith("lưu tủ 3")
    assert data[1]["Description"] == ""
    with office.store.begin() as session:
        secret = tokens.make(session, office.agency, 1, "máy", Scope, now() + timedelta(days=1))
    program = {"Authorization": f"Bearer {secret}"}
    told = {one["so"]: one for one in office.client.get("/api/v1/register", headers=program).json()["dong"]}
    (letter_line,) = [one["ma"] for one in told.values() if one["ten_loai"] == "Công văn"]
    by = {"ma": letter_line, "so": "02/QĐ-UBND", "ten_loai": "Công văn"}
    iso = today().isoformat()
    assert told["01/QĐ-UBND"]["da_bi"] == [
        {"viec": "dinh_chinh", "ngay": iso, "ly_do": "Sai tên\nĐiều 2", "bang": by},
        {"viec": "thu_hoi", "ngay": iso, "ly_do": "Sai thẩm quyền", "bang": None},
    ]
    assert told["02/QĐ-UBND"]["da_bi"] == []
    one = office.client.get(f"/api/v1/register/{told['01/QĐ-UBND']['ma']}", headers=program).json()
    assert one == told["01/QĐ-UBND"]
    steps = clerk.get(f"{root}/trinh-duyet/{decision}").text
    assert "Công văn số 02/QĐ-UBND</a>" in steps
    assert '<span class="lines">Sai tên\nĐiều 2</span>' in steps


def test_a_document_is_corrected_by_an_official_letter_alone(office: Office) -> None:
    _fill(office)
    decision, letter, plan = _papers(office, "Quyết định", "Công văn", "Kế hoạch")
    shown = office.browser("van_thu").get(f"/co-quan/{office.agency}/trinh-duyet/{decision}").text
    replace, correct = (shown.partition(f'id="lien-quan-{code}"')[2].partition("</select>")[0] for code in
                        ("thay_the", "dinh_chinh"))  # fmt: skip
    assert (f'value="{plan}"' in replace, f'value="{plan}"' in correct) == (True, False)
    assert f'value="{letter}">Công văn số 02/QĐ-UBND: Về họp giao ban' in correct
    assert take(office, decision, "van_thu", "dinh_chinh", nhan_xet="Sai tên", lien_quan=str(plan)) == 409
    assert take(office, decision, "van_thu", "dinh_chinh", nhan_xet="Sai tên", lien_quan=str(letter)) == 303
