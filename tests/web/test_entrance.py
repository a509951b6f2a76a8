"""Coming in and going out: who may, how often one may guess, what ends a session."""

from __future__ import annotations

import unicodedata
from datetime import timedelta
from functools import cache

import pytest
from argon2 import PasswordHasher, Type, extract_parameters
from fastapi.testclient import TestClient
from httpx import Response

from generator.store.models import Attempt, Opening, Session, User
from generator.store.models.base import now
from generator.store.people import accounts, openings
from generator.web.security import passwords, throttle
from generator.web.security.sessions import COOKIE
from tests.web.offices import Office

GOOD = "con mèo trèo cây cau"
OTHER = "thăm chú chuột đi vắng"


@cache
def _kept() -> str:
    return passwords.hashed(GOOD)


def _with_password(office: Office, login: str = "van_thu", **more: bool) -> None:
    with office.store.begin() as database:
        user = accounts.user_of(database, login)
        assert user is not None
        user.password = _kept()
        for name, value in more.items():
            setattr(user, name, value)


def _take_cookie(client: TestClient, answer: Response) -> None:
    """The new session's cookie in place of the old, which httpx would keep beside it."""
    secret = answer.cookies[COOKIE]
    client.cookies.clear()
    client.cookies.set(COOKIE, secret)


def _stranger(office: Office) -> TestClient:
    return TestClient(office.client.app, follow_redirects=False)


def _sign_in(client: TestClient, login: str = "van_thu", password: str = GOOD, **more: str) -> int:
    return client.post("/dang-nhap", data={"login": login, "password": password, **more}).status_code


def test_the_right_password_lets_in_whatever_the_case_of_the_login(office: Office) -> None:
    _with_password(office)
    client = _stranger(office)
    answer = client.post("/dang-nhap", data={"login": " Van_Thu ", "password": GOOD})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert client.get("/phien").status_code == 200


def test_a_password_typed_by_another_keyboard_is_the_same(office: Office) -> None:
    _with_password(office)
    assert _sign_in(_stranger(office), password=unicodedata.normalize("NFD", GOOD)) == 303


def test_a_guess_costs_what_rfc_9106_asks_of_a_machine_of_little_memory(costly: PasswordHasher) -> None:
    kept = extract_parameters(costly.hash(GOOD))
    assert (kept.type, kept.memory_cost >= 64 * 1024, kept.time_cost >= 3) == (Type.ID, True, True)


def test_a_password_kept_at_less_cost_is_kept_anew(office: Office, costly: PasswordHasher) -> None:
    _with_password(office)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", costly)
        assert _sign_in(_stranger(office)) == 303
    with office.store.read() as database:
        kept = database.query(User).filter_by(login="van_thu").one().password
    assert extract_parameters(kept).memory_cost == costly.memory_cost
    assert costly.verify(kept, GOOD)


@pytest.mark.parametrize("login", ["van_thu", "khong_ai"])
def test_nobody_learns_which_logins_there_are(office: Office, login: str) -> None:
    _with_password(office)
    answer = _stranger(office).post("/dang-nhap", data={"login": login, "password": "sai rồi nhé"})
    assert answer.status_code == 401
    assert "tên đăng nhập hoặc mật khẩu chưa đúng" in answer.text.lower()


def test_who_is_switched_off_or_has_no_password_stays_out(office: Office) -> None:
    _with_password(office, active=False)
    assert _sign_in(_stranger(office)) == 401
    assert _sign_in(_stranger(office), login="lanh_dao", password="") == 401


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/co-quan/1/so", "/co-quan/1/so"),
        ("//ke-xau.example", "/"),
        ("https://ke-xau.example", "/"),
        ("/\\ke-xau.example", "/"),
        ("/a\r\nSet-Cookie: x=1", "/"),
        ("", "/"),
    ],
)
def test_after_signing_in_one_is_where_one_wanted_to_be_and_never_elsewhere(office: Office, path: str, to: str) -> None:
    _with_password(office)
    answer = _stranger(office).post("/dang-nhap", data={"login": "van_thu", "password": GOOD, "tiep": path})
    assert answer.headers["location"] == to


def test_guessing_is_slowed_for_a_login_and_said_when_to_come_back(office: Office) -> None:
    _with_password(office)
    client = _stranger(office)
    assert {_sign_in(client, password=f"đoán lần {n}") for n in range(throttle.PER_LOGIN)} == {401}
    answer = client.post("/dang-nhap", data={"login": "VAN_THU", "password": GOOD})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= throttle.WINDOW.total_seconds()
    assert "quá nhiều lần" in answer.text
    with office.store.begin() as database:
        for attempt in database.query(Attempt):
            attempt.at -= throttle.WINDOW
    assert _sign_in(client) == 303


def test_guessing_many_logins_from_one_address_is_slowed(office: Office) -> None:
    _with_password(office)
    with office.store.begin() as database:
        at = now() - timedelta(minutes=1)
        database.add_all(Attempt(at=at, login=f"ten{n}", address="testclient") for n in range(throttle.PER_ADDRESS))
    assert _sign_in(_stranger(office)) == 429


def test_a_session_brought_along_is_not_taken_over(office: Office) -> None:
    _with_password(office)
    brought = office.browser("van_thu")
    before = brought.cookies[COOKIE]
    answer = brought.post("/dang-nhap", data={"login": "van_thu", "password": GOOD})
    assert before not in answer.headers["set-cookie"]
    assert TestClient(office.client.app, cookies={COOKIE: before}).get("/phien").status_code == 401


def test_signing_out_ends_the_session_for_good(office: Office) -> None:
    browser = office.browser("van_thu")
    secret = browser.cookies[COOKIE]
    assert browser.post("/dang-xuat").status_code == 303
    assert TestClient(office.client.app, cookies={COOKIE: secret}).get("/phien").status_code == 401


def test_a_session_ends_by_itself(office: Office) -> None:
    browser = office.browser("van_thu")
    with office.store.begin() as database:
        database.query(Session).one().expires = now() - timedelta(seconds=1)
    assert browser.get("/").status_code == 401  # to a page's script, which says so and keeps what was typed
    del browser.headers["X-CSRF"]
    assert browser.get("/mat-khau").headers["location"] == "/dang-nhap?tiep=/mat-khau"


def test_a_changed_password_ends_other_sessions_and_keeps_ones_own(office: Office) -> None:
    _with_password(office)
    mine, other = office.browser("van_thu"), office.browser("van_thu")
    answer = mine.post("/mat-khau", data={"old": GOOD, "new": OTHER, "again": OTHER})
    assert answer.status_code == 303
    _take_cookie(mine, answer)
    assert (mine.get("/phien").status_code, other.get("/phien").status_code) == (200, 401)
    assert _sign_in(_stranger(office), password=OTHER) == 303
    assert _sign_in(_stranger(office)) == 401


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("sai", OTHER, OTHER, "mật khẩu đang dùng chưa đúng"),
        (GOOD, "ngắn", "ngắn", "phải có từ 10"),
        (GOOD, OTHER, GOOD, "không giống nhau"),
        (GOOD, GOOD, GOOD, "trùng mật khẩu đang dùng"),
        (GOOD, "van_thu cua toi", "van_thu cua toi", "chứa tên đăng nhập"),
        (GOOD, "matkhau123456", "matkhau123456", "dễ đoán"),
        (GOOD, "aaaaaaaaaaaaa", "aaaaaaaaaaaaa", "dễ đoán"),
    ],
)
def test_a_new_password_is_refused_at_its_field(office: Office, old: str, new: str, again: str, said: str) -> None:
    _with_password(office)
    answer = office.browser("van_thu").post("/mat-khau", data={"old": old, "new": new, "again": again})
    assert answer.status_code == 422
    assert said in answer.text.lower()
    assert 'aria-invalid="true"' in answer.text
    assert _sign_in(_stranger(office)) == 303


def test_who_must_change_the_password_sees_nothing_before(office: Office) -> None:
    _with_password(office, must_change=True)
    browser = office.browser("van_thu")
    assert browser.get(f"/co-quan/{office.agency}/viec").headers["location"] == "/mat-khau"
    assert office.browser("van_thu").post("/dang-xuat").headers["location"] == "/dang-nhap"
    answer = browser.post("/mat-khau", data={"old": GOOD, "new": OTHER, "again": OTHER})
    assert answer.status_code == 303
    _take_cookie(browser, answer)
    assert browser.get("/").headers["location"] == f"/co-quan/{office.agency}/viec"


OPENED = {"agency": "UBND xã Thử", "full_name": "Trần Văn A", "login": "tran.a", "new": GOOD, "again": GOOD}


def _link(office: Office) -> str:
    with office.store.begin() as database:
        return f"/mo-dau/{openings.new_opening(database)}"


def test_the_first_link_makes_the_administrator_once(office: Office) -> None:
    link, client = _link(office), _stranger(office)
    assert "Tên cơ quan" not in client.get(link).text  # there is one
    assert client.post(link, data=OPENED).status_code == 303
    assert client.get("/").headers["location"] == f"/co-quan/{office.agency}/viec"
    other = _stranger(office)
    assert (other.get(link).status_code, other.post(link, data=OPENED).status_code) == (410, 410)
    with office.store.begin() as database:
        assert openings.has_administrator(database)


def test_what_is_wrong_with_the_administrator_is_said_at_once_and_the_link_stays_good(office: Office) -> None:
    link, client = _link(office), _stranger(office)
    answer = client.post(link, data={"full_name": " ", "login": "Trần A", "new": "ngắn", "again": "ngắn"})
    assert answer.status_code == 422
    assert answer.text.count('aria-invalid="true"') == 3
    assert client.post(link, data=OPENED).status_code == 303


def test_a_link_ends_after_a_day_and_when_another_is_made(office: Office) -> None:
    first, second = _link(office), _link(office)
    assert _stranger(office).get(first).status_code == 410
    with office.store.begin() as database:
        database.query(Opening).one().expires = now() - timedelta(seconds=1)
    assert _stranger(office).post(second, data=OPENED).status_code == 410
    with office.store.begin() as database:
        assert database.query(User).filter_by(runs_all=True).count() == 0
