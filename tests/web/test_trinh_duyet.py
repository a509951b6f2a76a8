from __future__ import annotations

import hashlib
import json

import pytest

from generator.store import dossiers
from generator.store.models import Role, Stage
from tests.web.offices import Office
from tests.web.papers import EXAMPLES, dossier_of, hand_in, issue, paper_of, signed, take


def test_a_document_goes_from_hand_to_hand_and_what_is_issued_hashes_to_what_its_line_says(office: Office) -> None:
    dossier = dossier_of(office)
    paper = signed(office, dossier, "thong-bao")
    assert issue(office, paper).status_code == 303
    kept = paper_of(office, paper)
    assert kept.stage == Stage.ISSUED
    root = f"/co-quan/{office.agency}/trinh-duyet/{paper}"
    shown = office.browser("chi_xem").get(root)
    assert shown.status_code == 403  # drafts and remarks are for who works on them
    shown = office.browser("van_thu").get(root)
    assert "Thông báo số 01/TB-UBND" in shown.text
    word = office.browser("van_thu").get(f"{root}/tep/word").content
    assert hashlib.sha256(word).hexdigest() == kept.docx_sha
    assert office.browser("van_thu").get(f"{root}/tep/pdf").content.startswith(b"%PDF")


def test_each_button_is_there_for_its_role_alone(office: Office) -> None:
    paper = hand_in(office, dossier_of(office), "thong-bao")
    root = f"/co-quan/{office.agency}/trinh-duyet/{paper}"
    buttons = {
        role: {code for code in ("rut", "duyet_noi_dung", "tra_noi_dung", "ky") if f'value="{code}"' in page.text}
        for role in (Role.DRAFTER, Role.CONTENT, Role.FORM, Role.LEADER, Role.CLERK)
        if (page := office.browser(role.value).get(root)).status_code == 200
    }
    assert buttons == {
        Role.DRAFTER: {"rut"},
        Role.CONTENT: {"duyet_noi_dung", "tra_noi_dung"},
        Role.FORM: set(),
        Role.LEADER: set(),
        Role.CLERK: set(),
    }
    assert take(office, paper, "van_thu", "duyet_noi_dung") == 409
    assert paper_of(office, paper).stage == Stage.SUBMITTED


def test_sent_back_the_remark_is_shown_and_the_approvals_are_void(office: Office) -> None:
    paper = hand_in(office, dossier_of(office), "thong-bao")
    assert take(office, paper, "duyet_noi_dung", "tra_noi_dung", nhan_xet="") == 409
    assert take(office, paper, "duyet_noi_dung", "tra_noi_dung", nhan_xet="Sửa <b>căn cứ</b> 2") == 303
    shown = office.browser("soan_thao").get(f"/co-quan/{office.agency}/trinh-duyet/{paper}").text
    assert "Sửa &lt;b&gt;căn cứ&lt;/b&gt; 2" in shown
    assert "Sửa, trình lại" in shown
    assert "/soan/1/thong-bao" in shown
    drafter = office.browser("soan_thao")
    for page in ("viec", "soan/1/thong-bao"):  # where it is seen first, and where it is mended
        assert "Sửa &lt;b&gt;căn cứ&lt;/b&gt; 2" in drafter.get(f"/co-quan/{office.agency}/{page}").text
    reader = office.browser("chi_xem").get(f"/co-quan/{office.agency}/soan/1/thong-bao").text
    assert "căn cứ&lt;/b&gt; 2" not in reader
    assert paper_of(office, paper).draft_sha is None


def test_a_change_after_handing_in_is_told_and_what_was_approved_is_what_is_issued(office: Office) -> None:
    dossier = dossier_of(office)
    paper = signed(office, dossier, "thong-bao")
    with office.store.begin() as session:
        kept = dossiers.get(session, office.agency, dossier)
        assert kept is not None
        version = dossiers.version(session, kept)
        assert version is not None
        values = json.loads(version.data)
        values["van_ban"][3]["noi_dung"] = ["Nội dung không ai duyệt."]
        dossiers.save(session, office.agency, dossier, 1, json.dumps(values, ensure_ascii=False), None)
    shown = office.browser("van_thu").get(f"/co-quan/{office.agency}/trinh-duyet/{paper}").text
    assert "Hồ sơ đã có bản 2, mới hơn bản 1" in shown
    browser, root = office.browser("soan_thao"), f"/co-quan/{office.agency}"
    listed = browser.get(f"{root}/ho-so/{dossier}/van-ban").text
    assert "Xóa văn bản giay-moi" in listed
    assert "Xóa văn bản thong-bao" not in listed
    for name, renamed in (("giay-moi", True), ("thong-bao", False)):  # its paper and its line are found by its name
        assert ("/ten_tep" in browser.get(f"{root}/soan/{dossier}/{name}").text) is renamed
    assert issue(office, paper).status_code == 303
    with office.store.read() as session:
        from generator.store.models import Entry

        text = session.query(Entry).one().text
    assert "không ai duyệt" not in text
    assert "Biểu dương các đơn vị" in text


def test_a_number_given_to_another_document_makes_no_other_of_this_one(office: Office) -> None:
    dossier = dossier_of(office)
    paper, other = signed(office, dossier, "thong-bao"), signed(office, dossier, "giay-moi")
    assert issue(office, other).status_code == 303
    with office.store.read() as session:
        kept = dossiers.get(session, office.agency, dossier)
        assert kept is not None
        assert kept.head == 2  # the number is in the dossier, for others to cite
    shown = office.browser("van_thu").get(f"/co-quan/{office.agency}/trinh-duyet/{paper}").text
    assert "bản 1" in shown
    assert "mới hơn" not in shown


def test_a_day_out_of_order_is_asked_about_and_confirmed(office: Office) -> None:
    dossier = dossier_of(office)
    assert issue(office, signed(office, dossier, "thong-bao")).status_code == 303
    paper = signed(office, dossier, "giay-moi")
    answer = issue(office, paper, "2026-11-02")
    assert answer.status_code == 409
    assert "02/11/2026 sớm hơn ngày của số 01/TB-UBND" in answer.text
    assert "Tôi đã xem và vẫn lấy ngày này" in answer.text
    assert issue(office, paper, "2026-11-02", xac_nhan="co").status_code == 303


@pytest.mark.parametrize("day", ["", "hôm qua", "2026-02-30", "2099-01-05"])
def test_a_day_that_cannot_be_takes_no_number(office: Office, day: str) -> None:
    paper = signed(office, dossier_of(office), "thong-bao")
    answer = issue(office, paper, day)
    assert answer.status_code in (409, 422)
    assert answer.request.method == "GET"  # told when it is typed, not once the number is confirmed
    assert paper_of(office, paper).stage == Stage.SIGNED
    assert "Số tiếp theo" not in office.browser("van_thu").get(f"/co-quan/{office.agency}/trinh-duyet/{paper}").text


def test_a_step_whose_other_document_cannot_be_told_is_not_taken(office: Office) -> None:
    paper = hand_in(office, dossier_of(office), "thong-bao")
    assert take(office, paper, "duyet_noi_dung", "duyet_noi_dung", lien_quan="văn bản kia") == 409
    assert paper_of(office, paper).stage == Stage.SUBMITTED


def test_a_document_with_a_number_typed_is_not_handed_in(office: Office) -> None:
    dossier = dossier_of(office, so=12)
    root = f"/co-quan/{office.agency}/trinh-duyet"
    browser = office.browser("soan_thao")
    assert "Đã ghi sẵn số, ngày" in browser.get(f"{root}/moi?ho_so={dossier}").text
    answer = browser.post(f"{root}/moi", data={"ho_so": dossier, "ten": "thong-bao"})
    assert answer.status_code == 422
    assert "xóa số, ngày" in answer.text


def test_a_document_that_is_not_finished_is_named_and_holds_no_other(office: Office) -> None:
    dossier = dossier_of(office)
    with office.store.begin() as database:
        found = dossiers.with_version(database, office.agency, dossier)
        assert found is not None
        values = json.loads(found[1].data)
        values["van_ban"].append({"loai": "công văn", "ten_tep": "dang-soan"})
        dossiers.save(database, office.agency, dossier, 1, json.dumps(values), None)
    root = f"/co-quan/{office.agency}/trinh-duyet"
    browser = office.browser("soan_thao")
    assert browser.get(f"{root}/moi?ho_so={dossier}").text.count("Còn lỗi nên chưa trình được") == 1
    assert browser.post(f"{root}/moi", data={"ho_so": dossier, "ten": "thong-bao"}).status_code == 303
    assert browser.post(f"{root}/moi", data={"ho_so": dossier, "ten": "dang-soan"}).status_code == 422


def test_papers_of_another_agency_are_not_there(office: Office) -> None:
    paper = hand_in(office, dossier_of(office), "thong-bao")
    other = office.add_agency("Xã khác")
    browser = office.browser(f"van_thu-{other}")
    for path in (f"{paper}", f"{paper}/tep/du-thao"):
        assert browser.get(f"/co-quan/{other}/trinh-duyet/{path}").status_code == 404
    given = {"buoc": "duyet_noi_dung", "lan": "1"}
    answer = office.browser(f"duyet_noi_dung-{other}").post(f"/co-quan/{other}/trinh-duyet/{paper}/buoc", data=given)
    assert answer.status_code == 404
    assert f"/trinh-duyet/{paper}" not in browser.get(f"/co-quan/{other}/trinh-duyet").text


def test_a_form_is_printed_with_the_list_of_fields_it_was_uploaded_with(office: Office) -> None:
    folder = EXAMPLES / "_mau-rieng" / "khe-tre-2026"
    admin = office.browser(Role.ADMIN.value)
    files = {
        "docx": ("phieu-giao-viec.docx", (folder / "mau" / "phieu-giao-viec.docx").read_bytes()),
        "sheet": ("phieu-giao-viec.yaml", (folder / "mau" / "phieu-giao-viec.yaml").read_bytes()),
    }
    assert admin.post(f"/co-quan/{office.agency}/quan-tri/mau", files=files).status_code == 303
    paper = hand_in(office, dossier_of(office, "_mau-rieng/khe-tre-2026"), "phieu-giao-viec")
    assert paper_of(office, paper).stage == Stage.SUBMITTED


def test_the_number_shown_before_is_the_one_given_or_is_shown_anew(office: Office) -> None:
    dossier = dossier_of(office)
    one, other = signed(office, dossier, "thong-bao"), signed(office, dossier, "giay-moi")
    path, clerk = f"/co-quan/{office.agency}/trinh-duyet/{one}/ban-hanh", office.browser("van_thu")
    given = {"lan": str(paper_of(office, one).revision), "ngay": "2026-11-20"}
    shown = clerk.get(path, params=given).text
    assert "01/TB-UBND" in shown
    assert "20/11/2026" in shown
    assert paper_of(office, one).subject in shown
    assert clerk.post(path, data=given).status_code == 200  # looked at again, nothing given
    assert issue(office, other).status_code == 303  # takes 01 meanwhile
    late = clerk.post(path, data={**given, "so": "1"})
    assert late.status_code == 409
    assert "số 01 vừa được cấp cho văn bản khác" in late.text
    assert "Cấp số 02/TB-UBND và ban hành" in late.text
    assert paper_of(office, one).stage == Stage.SIGNED
    assert clerk.post(path, data={**given, "so": "2"}).status_code == 303
