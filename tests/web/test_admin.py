"""Quản trị: what an administrator does, and what becomes of it for those it is about."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from generator.resources import TEMPLATES
from generator.store import acts, forms
from generator.store.models import Act, Role, Token
from generator.store.models.base import now
from generator.store.people import accounts, tokens
from generator.store.sweeping import GRACE, sweep
from tests.web.offices import Office
from tests.web.papers import dossier_of

SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


@pytest.fixture
def admin(office: Office) -> TestClient:
    return office.browser("quan_tri")


def _at(office: Office, path: str) -> str:
    return f"/co-quan/{office.agency}/quan-tri/{path}"


def _id(office: Office, login: str) -> int:
    with office.store.begin() as database:
        user = accounts.user_of(database, login)
        assert user is not None
        return user.id


def _shown(text: str, name: str) -> str:
    found = re.search(rf'id="{name}">(?:<code>)?([^<]+)<', text)
    assert found is not None
    return found[1]


def _acts(office: Office) -> list[tuple[str, str]]:
    with office.store.begin() as database:
        return [(act.action, act.target) for act in database.query(Act).order_by(Act.id)]


def test_a_user_who_is_added_comes_in_with_the_password_shown_and_must_change_it(
    office: Office, admin: TestClient
) -> None:
    new = {"login": "Nguyen.Van.B", "full_name": "  Nguyễn  Văn B ", "roles": ["soan_thao", "van_thu"]}
    answer = admin.post(_at(office, "nguoi-dung"), data=new)
    assert answer.status_code == 200
    secret = _shown(answer.text, "mat-khau-moi")
    client = TestClient(office.client.app, follow_redirects=False)
    assert client.post("/dang-nhap", data={"login": "nguyen.van.b", "password": secret}).status_code == 303
    assert client.get("/").headers["location"] == "/mat-khau"
    assert "Nguyễn Văn B" in admin.get(_at(office, "nguoi-dung")).text
    assert ("thêm người dùng", "nguyen.van.b") in _acts(office)


def test_everything_wrong_with_a_new_user_is_said_at_once_and_what_was_typed_stays(
    office: Office, admin: TestClient
) -> None:
    answer = admin.post(_at(office, "nguoi-dung"), data={"login": "Nguyễn B", "full_name": "\t"})
    assert answer.status_code == 422
    for said in ("Tên đăng nhập chưa đúng", "Họ và tên còn trống", "Chưa chọn vai trò"):
        assert said in answer.text
    assert 'value="Nguyễn B"' in answer.text
    twin = admin.post(_at(office, "nguoi-dung"), data={"login": "VAN_THU", "full_name": "Ai", "roles": "chi_xem"})
    assert "đã có người dùng" in twin.text


def test_roles_change_at_once_and_only_those_whose_boxes_were_changed(office: Office, admin: TestClient) -> None:
    reader, clerk = _id(office, "chi_xem"), _id(office, "van_thu")
    boxes = {"before": [f"{reader}:chi_xem", f"{clerk}:van_thu"]}
    boxes["after"] = [f"{reader}:chi_xem", f"{reader}:soan_thao", f"{clerk}:van_thu"]
    with office.store.begin() as database:  # another administrator, meanwhile
        accounts.change_roles(database, clerk, office.agency, [Role.LEADER], [])
    assert admin.post(_at(office, "vai-tro"), data=boxes).status_code == 303
    with office.store.begin() as database:
        assert accounts.roles_of(database, reader, office.agency) == {Role.READER, Role.DRAFTER}
        assert accounts.roles_of(database, clerk, office.agency) == {Role.CLERK, Role.LEADER}
    assert [target for action, target in _acts(office) if action == "đổi vai trò"] == ["chi_xem"]


@pytest.mark.parametrize(
    ("login", "role", "said"),
    [("quan_tri", "quan_tri", "không tự bỏ"), ("van_thu", "van_thu", "không còn vai trò nào")],
)
def test_nobody_is_left_without_a_role_and_no_administrator_shuts_themselves_out(
    office: Office, admin: TestClient, login: str, role: str, said: str
) -> None:
    answer = admin.post(_at(office, "vai-tro"), data={"before": f"{_id(office, login)}:{role}"})
    assert answer.status_code == 422
    assert said in answer.text.lower()
    with office.store.begin() as database:
        assert accounts.roles_of(database, _id(office, login), office.agency) == {Role(role)}


@pytest.mark.parametrize("box", ["1:vua", "x:van_thu", "1", "99999999999999999999:van_thu", "٣:van_thu"])
def test_a_box_that_is_none_is_refused(office: Office, admin: TestClient, box: str) -> None:
    assert admin.post(_at(office, "vai-tro"), data={"after": box}).status_code in (404, 422)


def test_who_is_switched_off_is_out_at_once_and_can_be_let_in_again(office: Office, admin: TestClient) -> None:
    clerk, number = office.browser("van_thu"), _id(office, "van_thu")
    assert admin.post(_at(office, f"nguoi-dung/{number}/khoa"), data={"active": "0"}).status_code == 303
    assert clerk.get("/phien").status_code == 401
    assert "đã khóa" in admin.get(_at(office, "nguoi-dung")).text
    admin.post(_at(office, f"nguoi-dung/{number}/khoa"), data={"active": "1"})
    assert office.browser("van_thu").get("/phien").status_code == 200


def test_a_password_given_anew_ends_sessions(office: Office, admin: TestClient) -> None:
    clerk, number = office.browser("van_thu"), _id(office, "van_thu")
    answer = admin.post(_at(office, f"nguoi-dung/{number}/mat-khau"))
    assert clerk.get("/phien").status_code == 401
    client = TestClient(office.client.app, follow_redirects=False)
    secret = _shown(answer.text, "mat-khau-moi")
    assert client.post("/dang-nhap", data={"login": "van_thu", "password": secret}).status_code == 303


@pytest.mark.parametrize("act", ["khoa", "mat-khau"])
def test_an_administrator_does_not_shut_out_themselves_nor_someone_of_two_agencies(
    office: Office, admin: TestClient, act: str
) -> None:
    other = office.add_agency("Xã bên")
    with office.store.begin() as database:
        accounts.change_roles(database, _id(office, "van_thu"), other, [Role.READER], [])
    for login in ("quan_tri", "van_thu"):
        assert admin.post(_at(office, f"nguoi-dung/{_id(office, login)}/{act}")).status_code == 403


def test_who_runs_all_makes_agencies_and_adds_known_people_to_them(office: Office) -> None:
    with office.store.begin() as database:
        user = accounts.user_of(database, "quan_tri")
        assert user is not None
        user.runs_all = True
    browser = office.browser("quan_tri")
    added = browser.post(_at(office, "cac-co-quan"), data={"name": "UBND xã Hai", "code": "H49.2"})
    assert added.status_code == 303
    assert browser.post(_at(office, "cac-co-quan"), data={"name": "UBND xã Hai"}).status_code == 422
    second = office.agency + 1
    new = {"login": "van_thu", "full_name": "ai cũng được", "roles": "van_thu"}
    assert browser.post(f"/co-quan/{second}/quan-tri/nguoi-dung", data=new).status_code == 303
    assert office.browser("van_thu").get(f"/co-quan/{second}/viec").status_code == 200
    assert "UBND xã Hai" in office.browser("van_thu").get("/").text  # a choice now


def test_an_agency_is_closed_with_its_reason_and_opened_again(office: Office) -> None:
    with office.store.begin() as database:
        user = accounts.user_of(database, "quan_tri")
        assert user is not None
        user.runs_all = True
    dossier = dossier_of(office)
    browser, name = office.browser("quan_tri"), "Ủy ban nhân dân xã Suối Trong"
    assert "Đổi cơ quan" not in browser.get(_at(office, "cac-co-quan")).text  # to none
    closing = _at(office, f"cac-co-quan/{office.agency}/dong")
    assert browser.post(_at(office, f"cac-co-quan/{office.agency + 9}/dong"), data={"why": "x"}).status_code == 404
    for why in ("  ", "dài " * 200):
        assert browser.post(closing, data={"why": why}).status_code == 422
    assert browser.post(_at(office, "cac-co-quan"), data={"name": name}).status_code == 422
    assert browser.post(closing, data={"why": "nhập vào xã Suối Lớn"}).status_code == 303
    drafter = office.browser("soan_thao")
    saved = drafter.post(f"/co-quan/{office.agency}/ho-so/{dossier}/luu", json={"ban": 1, "doi": []})
    assert saved.status_code == 423
    assert "nhập vào xã Suối Lớn" in saved.text
    log = browser.get(_at(office, "nhat-ky")).text
    assert "đóng cơ quan" in log
    assert "ly do: nhập vào xã Suối Lớn" in log
    # The commune that goes on keeps the name; the closed one is opened again under another.
    assert browser.post(_at(office, "cac-co-quan"), data={"name": name}).status_code == 303
    assert browser.post(closing, data={"mo": "1"}).status_code == 422
    assert browser.post(_at(office, "thiet-lap"), data={"name": f"{name} (cũ)"}).status_code == 303
    assert browser.post(closing, data={"mo": "1"}).status_code == 303
    assert "mở lại cơ quan" in browser.get(_at(office, "nhat-ky")).text
    assert drafter.post(f"/co-quan/{office.agency}/ho-so", data={"nam": "2027"}).status_code == 303
    assert "đã đóng từ" not in drafter.get(f"/co-quan/{office.agency}/viec").text


def test_the_agencys_name_is_its_choice_and_the_way_to_its_numbers_is_shown(office: Office, admin: TestClient) -> None:
    assert admin.post(_at(office, "thiet-lap"), data={"name": "UBND xã Mới", "code": "H49"}).status_code == 303
    text = admin.get(_at(office, "thiet-lap")).text
    assert 'value="UBND xã Mới"' in text
    assert f'href="/co-quan/{office.agency}/so/cap-so"' in text
    assert admin.post(_at(office, "thiet-lap"), data={"name": "", "code": "mã có dấu"}).text.count("aria-invalid") == 2
    assert "dấu chấm, gạch nối" in admin.post(_at(office, "thiet-lap"), data={"name": "X", "code": "<b>"}).text


def test_a_token_is_shown_once_kept_as_a_hash_and_ends_when_it_is_revoked(office: Office, admin: TestClient) -> None:
    until = (now() + timedelta(days=30)).date().isoformat()
    new = {"name": "Cổng tỉnh", "scopes": ["kiem_tra"], "until": until}
    secret = _shown(admin.post(_at(office, "ma-truy-cap"), data=new).text, "ma-moi")
    assert secret not in admin.get(_at(office, "ma-truy-cap")).text
    with office.store.begin() as database:
        token = tokens.known(database, secret)
        assert token is not None
        assert (token.scopes, token.agency_id) == (["kiem_tra"], office.agency)
    assert admin.post(_at(office, f"ma-truy-cap/{token.id}/thu-hoi")).status_code == 303
    with office.store.begin() as database:
        assert tokens.known(database, secret) is None
    assert "đã thu hồi" in admin.get(_at(office, "ma-truy-cap")).text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": "x", "scopes": "kiem_tra", "until": "2020-01-01"}, "đã qua"),
        ({"name": "x", "scopes": "kiem_tra", "until": "9999-12-31"}, "lâu nhất một năm"),
        ({"name": "x", "scopes": "kiem_tra", "until": "mai"}, "ngày chưa đúng"),
        ({"name": " ", "scopes": "kiem_tra"}, "tên mã"),
        ({"name": "x"}, "chưa chọn quyền"),
    ],
)
def test_what_is_wrong_with_a_token_is_said(
    office: Office, admin: TestClient, typed: dict[str, str], said: str
) -> None:
    soon = {"until": (now() + timedelta(days=30)).date().isoformat()}
    answer = admin.post(_at(office, "ma-truy-cap"), data=soon | typed)
    assert answer.status_code == 422
    assert said in answer.text.lower()
    with office.store.begin() as database:
        assert database.query(Token).count() == 0


def _upload(admin: TestClient, office: Office, name: str, data: bytes, **form: str) -> str:
    answer = admin.post(_at(office, "mau"), data=form, files={"docx": (name, data)}, follow_redirects=True)
    return answer.text


def test_a_sound_form_is_used_its_next_version_replaces_it_and_a_broken_one_never(
    office: Office, admin: TestClient
) -> None:
    sound = Path(TEMPLATES, "cong-van.docx").read_bytes()
    assert "Mẫu dùng được" in _upload(admin, office, "công văn xã.docx", sound, meant="công văn")
    with office.store.begin() as database:
        first = forms.in_use(database, office.agency)["công văn xã.docx"]
    assert admin.get(_at(office, f"mau/{first.id}/tep")).content == sound
    text = _upload(admin, office, "công văn xã.docx", b"no Word file", meant="công văn")
    assert "chưa dùng để in" in text
    assert "không đọc được" in text
    with office.store.begin() as database:
        assert forms.in_use(database, office.agency)["công văn xã.docx"].id == first.id
        assert len(forms.versions(database, office.agency)) == 2
    assert admin.post(_at(office, f"mau/{first.id}/ngung")).status_code == 303
    with office.store.begin() as database:
        assert forms.in_use(database, office.agency) == {}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("mau.pdf", "không phải tệp word"),
        ("../../x.docx", "../"),
        ("a" * 200 + ".docx", "quá dài"),
        ("a\u202excod.docx", "ký tự lạ"),
    ],
)
def test_a_file_name_does_no_harm(office: Office, admin: TestClient, name: str, said: str) -> None:
    text = _upload(admin, office, name, b"x").lower()
    assert (said in text) is not name.startswith("..")


def test_the_log_is_filtered_paged_and_comes_out_as_a_table_without_formulas(office: Office, admin: TestClient) -> None:
    clerk = _id(office, "van_thu")
    with office.store.begin() as database:
        for n in range(60):
            acts.log(database, clerk, office.agency, "cấp số", f"=HYPERLINK({n})", so=n)
        acts.log(database, None, office.agency, "sao lưu", "đêm")
    text = admin.get(_at(office, "nhat-ky")).text
    assert "Trang 1 trên 2" in text
    assert "61 việc" in text
    assert "1 việc" in admin.get(_at(office, "nhat-ky"), params={"viec": "sao lưu"}).text
    assert "60 việc" in admin.get(_at(office, "nhat-ky"), params={"nguoi": "van_thu", "trang": "99"}).text
    assert "0 việc" in admin.get(_at(office, "nhat-ky"), params={"den": "2020-01-01"}).text
    sheet = admin.get(_at(office, "nhat-ky.csv"), params={"viec": "cấp số"}).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(sheet)))
    assert len(rows) == 61
    assert rows[1][4:] == ["'=HYPERLINK(0)", "so: 0"]


def test_the_log_shows_nothing_of_other_agencies(office: Office, admin: TestClient) -> None:
    other = office.add_agency("Xã bên")
    outside, inside = _id(office, f"van_thu-{other}"), _id(office, "van_thu")
    with office.store.begin() as database:
        acts.log(database, outside, None, "đăng nhập", "người ngoài")
        acts.log(database, inside, other, "cấp số", "việc ở xã bên")
        acts.log(database, inside, None, "đăng nhập", "người nhà")
    text = admin.get(_at(office, "nhat-ky")).text
    assert "người nhà" in text
    assert "người ngoài" not in text
    assert "việc ở xã bên" not in text


def test_stored_script_is_shown_as_text_wherever_it_stands(office: Office, admin: TestClient) -> None:
    with office.store.begin() as database:
        user = accounts.user_of(database, "quan_tri")
        assert user is not None
        user.runs_all = True
    admin.post(_at(office, "nguoi-dung"), data={"login": "b.c", "full_name": SCRIPT, "roles": "chi_xem"})
    admin.post(_at(office, "cac-co-quan"), data={"name": SCRIPT})
    admin.post(_at(office, "thiet-lap"), data={"name": f"{SCRIPT} 1", "code": "H49"})
    numbers = f"/co-quan/{office.agency}/so/cap-so"
    admin.post(numbers, data={"nam": "2026", "cach": "rieng", "loai": SCRIPT})
    assert "&lt;script&gt;alert" in admin.get(numbers).text
    until = (now() + timedelta(days=30)).date().isoformat()
    admin.post(_at(office, "ma-truy-cap"), data={"name": SCRIPT, "scopes": "kiem_tra", "until": until})
    _upload(admin, office, "x<img src=x onerror=alert(1)>.docx", SCRIPT.encode(), meant="công văn")
    with office.store.begin() as database:
        acts.log(database, 1, office.agency, SCRIPT[:60], SCRIPT, la=SCRIPT, ds=[SCRIPT])
        version = forms.versions(database, office.agency)[0].id
    for path in ("nguoi-dung", "thiet-lap", "mau", f"mau/{version}", "ma-truy-cap", "nhat-ky", "cac-co-quan"):
        text = admin.get(_at(office, path)).text
        assert "&lt;" in text, path
        assert "<script>alert" not in text, path
        assert "<img src=x" not in text, path
    for path in ("/?chon=1", "/mat-khau", numbers, f"/co-quan/{office.agency}/viec"):
        assert "<script>alert" not in admin.get(path).text, path
    wrong = admin.post(_at(office, "nguoi-dung"), data={"login": SCRIPT, "full_name": SCRIPT})
    assert "<script>alert" not in wrong.text
    sign_in = office.client.get("/dang-nhap", params={"tiep": f"/{SCRIPT}"}).text
    assert "<script>alert" not in sign_in


def test_a_name_is_corrected_and_the_log_keeps_the_one_of_then(office: Office, admin: TestClient) -> None:
    clerk = _id(office, "van_thu")
    with office.store.begin() as database:
        acts.log(database, clerk, office.agency, "cấp số", "số 01")
    wrong = admin.post(_at(office, f"nguoi-dung/{clerk}/ho-ten"), data={"full_name": "x" * 101})
    assert wrong.status_code == 422
    assert "dài quá 100 ký tự" in wrong.text
    assert f'value="{"x" * 101}"' in wrong.text
    assert admin.post(_at(office, f"nguoi-dung/{clerk}/ho-ten"), data={"full_name": " Bùi  Vân "}).status_code == 303
    assert "Bùi Vân" in admin.get(_at(office, "nguoi-dung")).text
    with office.store.begin() as database:
        acts.log(database, clerk, office.agency, "cấp số", "số 02")
    sheet = admin.get(_at(office, "nhat-ky.csv")).content.decode("utf-8-sig")
    names = {row[4]: row[1] for row in csv.reader(io.StringIO(sheet)) if row[3] == "cấp số"}
    assert names == {"số 01": "Người van_thu", "số 02": "Bùi Vân"}


def test_what_would_be_swept_is_told_before_it_is_said_and_holds_a_day_later(office: Office, admin: TestClient) -> None:
    with office.store.begin() as database:
        old = now() - timedelta(days=400)
        made = {"user_id": 1, "agency_id": office.agency, "scopes": [], "created": old, "expires": old}
        database.add(Token(token_hash="a" * 64, name="Máy <cũ>", **made))
    page = _at(office, "luu-giu")
    assert "Đang giữ tất cả" in admin.get(page).text
    asked = {"ban": "90", "ma": "365"}
    shown = admin.get(page, params=asked).text
    assert "Nếu đặt như vậy" in shown
    assert "Máy &lt;cũ&gt;" in shown
    assert admin.post(page, data={"ban": "1", "ma": "mười"}).status_code == 303
    assert "Đang giữ tất cả" in admin.get(page).text
    assert admin.post(page, data=asked).status_code == 303
    sweep(office.store)  # said today: tomorrow it holds
    assert "sẽ xóa" in admin.get(page).text
    assert "Máy &lt;cũ&gt;" in admin.get(page).text
    sweep(office.store, now() + 2 * GRACE)
    later = office.browser("quan_tri")  # the session went, too
    assert "Máy &lt;cũ&gt;" not in later.get(page).text
    assert "<td>(chương trình)</td><td>xóa mã truy cập đã hết hạn</td><td>Máy" in later.get(_at(office, "nhat-ky")).text
