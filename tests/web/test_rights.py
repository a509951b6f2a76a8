"""Every route tried with every role, by a user of another agency and by nobody, as one table says.

The routes are the application's own: one that the table does not name fails, so nothing is added unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from sqlalchemy import event, update

from generator.store.models import Role, Scope, User
from generator.store.models.base import now
from generator.store.people import agencies, tokens
from generator.web.security.forgery import SAFE
from tests.web.offices import Office
from tests.web.rows import ID, SECRET, put_rows, rows_of

ALL = frozenset(Role)
ADMIN = frozenset({Role.ADMIN})
HANDS = ALL - {Role.READER}  # through whose hands a draft may go
WRITERS = HANDS - {Role.ADMIN}
CLERK = frozenset({Role.CLERK})
DRAFTER = frozenset({Role.DRAFTER})
NOBODY = frozenset[Role]()
AT_DOOR = "at the door"  # for whoever comes: it knows nobody yet
SIGNED_IN = "signed in"  # for whoever is signed in, of any agency
BY_TOKEN = "by token"  # the service for programs has its own tests

ROOT = "/co-quan/{agency_id}"
# Who may, of the agency of the address; everybody else of the agency is told so (403), others see no page (404).
MAY: dict[tuple[str, str], frozenset[Role] | str] = {
    ("GET", "/static"): AT_DOOR,
    ("GET", "/dang-nhap"): AT_DOOR,
    ("POST", "/dang-nhap"): AT_DOOR,
    ("GET", "/phien"): AT_DOOR,
    ("GET", "/mo-dau/{secret}"): AT_DOOR,
    ("POST", "/mo-dau/{secret}"): AT_DOOR,
    ("GET", "/"): SIGNED_IN,
    ("POST", "/dang-xuat"): SIGNED_IN,
    ("GET", "/mat-khau"): SIGNED_IN,
    ("POST", "/mat-khau"): SIGNED_IN,
    ("GET", f"{ROOT}/viec"): ALL,
    ("GET", f"{ROOT}/quan-tri"): ADMIN,
    ("GET", f"{ROOT}/quan-tri/nguoi-dung"): ADMIN,
    ("POST", f"{ROOT}/quan-tri/nguoi-dung"): ADMIN,
    ("POST", f"{ROOT}/quan-tri/vai-tro"): ADMIN,
    ("POST", f"{ROOT}/quan-tri/nguoi-dung/{{user_id}}/khoa"): ADMIN,
    ("POST", f"{ROOT}/quan-tri/nguoi-dung/{{user_id}}/mat-khau"): ADMIN,
    ("POST", f"{ROOT}/quan-tri/nguoi-dung/{{user_id}}/ho-ten"): ADMIN,
    ("GET", f"{ROOT}/quan-tri/luu-giu"): ADMIN,
    ("POST", f"{ROOT}/quan-tri/luu-giu"): ADMIN,
    ("GET", f"{ROOT}/quan-tri/thiet-lap"): ADMIN,
    ("POST", f"{ROOT}/quan-tri/thiet-lap"): ADMIN,
    ("GET", f"{ROOT}/quan-tri/mau"): ADMIN,
    ("POST", f"{ROOT}/quan-tri/mau"): ADMIN,
    ("GET", f"{ROOT}/quan-tri/mau/{{form_id}}"): ADMIN,
    ("GET", f"{ROOT}/quan-tri/mau/{{form_id}}/tep"): ADMIN,
    ("POST", f"{ROOT}/quan-tri/mau/{{form_id}}/ngung"): ADMIN,
    ("GET", f"{ROOT}/quan-tri/ma-truy-cap"): ADMIN,
    ("POST", f"{ROOT}/quan-tri/ma-truy-cap"): ADMIN,
    ("POST", f"{ROOT}/quan-tri/ma-truy-cap/{{token_id}}/thu-hoi"): ADMIN,
    ("GET", f"{ROOT}/quan-tri/nhat-ky"): ADMIN,
    ("GET", f"{ROOT}/quan-tri/nhat-ky.csv"): ADMIN,
    ("GET", f"{ROOT}/trinh-duyet"): HANDS,
    ("GET", f"{ROOT}/trinh-duyet/moi"): DRAFTER,
    ("POST", f"{ROOT}/trinh-duyet/moi"): DRAFTER,
    ("GET", f"{ROOT}/trinh-duyet/{{paper_id}}"): HANDS,
    ("POST", f"{ROOT}/trinh-duyet/{{paper_id}}/buoc"): HANDS,
    ("GET", f"{ROOT}/trinh-duyet/{{paper_id}}/ban-hanh"): CLERK,
    ("POST", f"{ROOT}/trinh-duyet/{{paper_id}}/ban-hanh"): CLERK,
    ("GET", f"{ROOT}/trinh-duyet/{{paper_id}}/tep/{{kind}}"): HANDS,
    ("GET", f"{ROOT}/so"): ALL,
    ("GET", f"{ROOT}/so/xuat/{{kind}}"): ALL,
    ("POST", f"{ROOT}/so/tim"): ALL,
    ("POST", f"{ROOT}/so/tim/{{search_id}}/bo"): ALL,
    ("GET", f"{ROOT}/so/dong/{{entry_id}}"): ALL,
    ("POST", f"{ROOT}/so/dong/{{entry_id}}"): CLERK,
    ("POST", f"{ROOT}/so/dong/{{entry_id}}/huy"): CLERK,
    ("POST", f"{ROOT}/so/dong/{{entry_id}}/ho-so"): CLERK,
    ("GET", f"{ROOT}/so/dong/{{entry_id}}/tep/{{kind}}"): ALL,
    ("POST", f"{ROOT}/so/giu-so"): CLERK,
    ("POST", f"{ROOT}/so/so-cu"): CLERK,
    ("POST", f"{ROOT}/so/bia"): CLERK | ADMIN,
    ("GET", f"{ROOT}/so/cap-so"): CLERK | ADMIN,
    ("POST", f"{ROOT}/so/cap-so"): CLERK | ADMIN,
    ("GET", f"{ROOT}/so/ho-so-luu"): ALL,
    ("POST", f"{ROOT}/so/ho-so-luu"): CLERK,
    ("GET", f"{ROOT}/so/ho-so-luu/{{archive_id}}"): ALL,
    ("POST", f"{ROOT}/so/ho-so-luu/{{archive_id}}/khoa"): CLERK,
    ("GET", f"{ROOT}/so/ho-so-luu/{{archive_id}}/xuat"): ALL,
    ("GET", f"{ROOT}/ho-so"): ALL,
    ("POST", f"{ROOT}/ho-so"): WRITERS,
    ("POST", f"{ROOT}/ho-so/tu-excel"): WRITERS,
    ("POST", f"{ROOT}/ho-so/tu-word"): WRITERS,
    ("POST", f"{ROOT}/ho-so/nam-sau"): WRITERS,
    ("POST", f"{ROOT}/ho-so/lap"): WRITERS,
    ("GET", f"{ROOT}/ho-so/tep-mau.xlsx"): ALL,
    ("GET", f"{ROOT}/ho-so/{{dossier_id:int}}"): ALL,
    ("GET", f"{ROOT}/ho-so/{{dossier_id:int}}/loi"): ALL,
    ("GET", f"{ROOT}/ho-so/{{dossier_id:int}}/excel"): ALL,
    ("POST", f"{ROOT}/ho-so/{{dossier_id:int}}/tu-excel"): WRITERS,
    ("POST", f"{ROOT}/ho-so/{{dossier_id:int}}/dua-vao"): WRITERS,
    ("GET", f"{ROOT}/ho-so/{{dossier_id:int}}/cac-ban"): ALL,
    ("GET", f"{ROOT}/ho-so/{{dossier_id:int}}/cac-ban/{{number}}"): ALL,
    ("POST", f"{ROOT}/ho-so/{{dossier_id:int}}/cac-ban/{{number}}/khoi-phuc"): WRITERS,
    ("POST", f"{ROOT}/ho-so/{{dossier_id:int}}/luu"): WRITERS,
    ("GET", f"{ROOT}/ho-so/{{dossier_id:int}}/dong"): ALL,
    ("POST", f"{ROOT}/ho-so/{{dossier_id:int}}/dong"): WRITERS,
    ("POST", f"{ROOT}/ho-so/{{dossier_id:int}}/ten"): WRITERS,
    ("POST", f"{ROOT}/ho-so/{{dossier_id:int}}/xoa"): HANDS,
    ("GET", f"{ROOT}/ho-so/{{dossier_id:int}}/{{part}}"): ALL,
    ("POST", f"{ROOT}/ho-so/{{dossier_id:int}}/{{part}}"): WRITERS,
    ("GET", f"{ROOT}/soan/{{dossier_id:int}}/{{name}}"): ALL,
    ("POST", f"{ROOT}/soan/{{dossier_id:int}}/{{name}}/trang"): ALL,
    ("POST", f"{ROOT}/soan/{{dossier_id:int}}/{{name}}/nhan-xet"): ALL,
    ("GET", f"{ROOT}/soan/{{dossier_id:int}}/{{name}}/can-cu"): ALL,
    ("GET", f"{ROOT}/kiem-tra"): ALL,
    ("POST", f"{ROOT}/kiem-tra"): ALL,
    ("GET", f"{ROOT}/kiem-tra/{{key}}"): ALL,
    ("GET", f"{ROOT}/kiem-tra/{{key}}/trang/{{number}}.png"): ALL,
    ("GET", f"{ROOT}/kiem-tra/{{key}}/tep/{{kind}}"): ALL,
    # Only who runs all agencies: an administrator of one is told so.
    ("GET", f"{ROOT}/quan-tri/cac-co-quan"): NOBODY,
    ("POST", f"{ROOT}/quan-tri/cac-co-quan"): NOBODY,
    ("GET", f"{ROOT}/quan-tri/cac-co-quan/{{other_id}}/dong"): NOBODY,
    ("POST", f"{ROOT}/quan-tri/cac-co-quan/{{other_id}}/dong"): NOBODY,
}
# What goes on in an agency that is closed: what changes nothing of it, and who may look at it.
STAYS = {
    ("POST", f"{ROOT}/soan/{{dossier_id:int}}/{{name}}/trang"),
    ("POST", f"{ROOT}/soan/{{dossier_id:int}}/{{name}}/nhan-xet"),
    ("POST", f"{ROOT}/kiem-tra"),
    ("POST", f"{ROOT}/so/tim"),
    ("POST", f"{ROOT}/so/tim/{{search_id}}/bo"),
}
_PROGRAMS = ("/api/", "/health", "/metrics")
_FAR = 999_999  # an id that no row has


@dataclass(frozen=True)
class Way:
    """One route with one method."""

    method: str
    path: str

    @property
    def may(self) -> frozenset[Role] | str:
        return BY_TOKEN if self.path.startswith(_PROGRAMS) else MAY[self.method, self.path]

    def address(self, agency: int, other: int = _FAR) -> str:
        """The address in the agency, whatever else is named being ``other``."""
        return re.sub(r"\{\w+(:\w+)?\}", str(other), self.path.replace("{agency_id}", str(agency)))

    def ask(self, client: TestClient, agency: int, **more: object) -> int:
        """The status of the answer."""
        status: int = client.request(self.method, self.address(agency), **more).status_code  # type: ignore[arg-type]
        return status


def ways_in(office: Office) -> Iterator[Way]:
    for route in iter_route_contexts(office.client.app.routes):  # type: ignore[attr-defined]
        for method in sorted((route.methods or {"GET"}) - {"HEAD"}):
            yield Way(method, route.path or "")


@pytest.fixture
def ways(office: Office) -> list[Way]:
    return list(ways_in(office))


def _in_agency(ways: list[Way]) -> list[Way]:
    return [way for way in ways if way.path.startswith(ROOT)]


def test_every_route_is_in_the_table_and_no_other(ways: list[Way]) -> None:
    found = {(way.method, way.path) for way in ways if not way.path.startswith(_PROGRAMS)}
    assert {"added": found - MAY.keys(), "gone": MAY.keys() - found} == {"added": set(), "gone": set()}


@pytest.mark.parametrize("role", Role)
def test_each_role_may_what_the_table_says(office: Office, ways: list[Way], role: Role) -> None:
    """403 where it may not; anything that is about the request itself where it may."""
    wrong = {}
    for way in _in_agency(ways):
        status = way.ask(office.browser(role.value), office.agency)
        allowed = role in way.may
        if (status == 403) is allowed or status >= 500:
            wrong[way] = status
    assert wrong == {}


@pytest.mark.parametrize("role", Role)
def test_of_a_closed_agency_each_role_sees_what_it_saw_and_changes_nothing(
    office: Office, ways: list[Way], role: Role
) -> None:
    """423 with the reason where the role might but for that; administrators go on with people, tokens, the log."""
    put_rows(office.store, office.agency)
    browser = office.browser(role.value)
    with office.store.begin() as database:
        agencies.close(database, office.agency, 1, "nhập vào xã Suối Lớn")
    before = rows_of(office.store, office.agency)
    wrong = {}
    for way in _in_agency(ways):
        answer = browser.request(way.method, way.address(office.agency, ID))
        held = role in way.may
        stays = way.method in SAFE or (way.method, way.path) in STAYS or way.may in (ADMIN, NOBODY)
        refused = 403 if not held else None if stays else 423
        told = answer.status_code in (403, 423) and answer.status_code
        if told != (refused or False) or (refused == 423 and "nhập vào xã Suối Lớn" not in answer.text):
            wrong[way] = answer.status_code
        if answer.status_code == 200 and answer.headers["content-type"].startswith("text/html"):
            assert "đã đóng từ ngày" in answer.text, way
            forms = set(re.findall(r'method="post"[^>]* action="([^"]*)"', answer.text.partition("<main")[2]))
            assert {one for one in forms if not re.search(r"/quan-tri/|/tim(/\d+/bo)?$|/kiem-tra$", one)} == set(), way
    assert wrong == {}
    if role is not Role.ADMIN:
        after = rows_of(office.store, office.agency)
        assert after == before


def test_nobody_of_another_agency_sees_that_there_is_a_page(office: Office, ways: list[Way]) -> None:
    other = office.add_agency("Ủy ban nhân dân xã Suối Ngoài")
    wrong = {}
    for role in Role:
        browser = office.browser(f"{role.value}-{other}")
        wrong |= {(way, role): status for way in _in_agency(ways) if (status := way.ask(browser, office.agency)) != 404}
    assert wrong == {}


def test_an_agency_that_is_not_there_looks_as_one_of_others(office: Office, ways: list[Way]) -> None:
    browser = office.browser(Role.ADMIN.value)
    assert {way.ask(browser, _FAR) for way in _in_agency(ways)} == {404}


def test_nobody_gets_in_without_signing_in(office: Office, ways: list[Way]) -> None:
    client = TestClient(office.client.app, follow_redirects=False)
    wrong = {}
    for way in ways:
        if way.may in (AT_DOOR, BY_TOKEN):
            continue
        answer = client.request(way.method, way.address(office.agency))
        if answer.status_code != 303 or not answer.headers["location"].startswith("/dang-nhap"):
            wrong[way] = answer.status_code
    assert wrong == {}


@pytest.mark.parametrize("role", Role)
def test_rows_of_another_agency_are_not_found_in_ones_own(office: Office, ways: list[Way], role: Role) -> None:
    """Whatever the address and the form name: they are neither shown nor changed."""
    other = office.add_agency("Ủy ban nhân dân xã Suối Ngoài")
    put_rows(office.store, other)
    before = rows_of(office.store, other)
    assert {name for name, rows in before.items() if not rows} == {"act"}  # every other kind of row is there
    browser = office.browser(role.value)
    ids = dict.fromkeys(("id", "user_id", "dossier_id", "paper_id", "form_id", "entry_id", "token_id"), ID)
    for way in _in_agency(ways):
        form = {**ids, "before": f"{ID}:{role.value}", "after": f"{ID}:{Role.ADMIN.value}"}
        more = {} if way.method in SAFE else {"data": form}
        answer = browser.request(way.method, way.address(office.agency, ID), **more)  # type: ignore[arg-type]
        assert SECRET not in answer.text, way
        if "{" in way.path[len(ROOT) :]:
            assert answer.status_code in (403, 404, 422), way
    assert rows_of(office.store, other) == before


def test_no_page_that_is_only_looked_at_waits_for_one_who_writes(office: Office, ways: list[Way]) -> None:
    """SQLite has one place for who writes: a page that took it would stand still while anybody saves."""
    put_rows(office.store, office.agency)
    with office.store.begin() as database:
        database.query(User).filter_by(login=Role.ADMIN.value).one().runs_all = True
        secret = tokens.make(database, office.agency, 1, "máy", Scope, now() + timedelta(days=1))
    browser, program = office.browser(Role.ADMIN.value), {"Authorization": f"Bearer {secret}"}
    office.store.engine.dispose()
    event.listen(office.store.engine, "connect", lambda one, _: one.execute("PRAGMA busy_timeout = 0"))
    wrong = {}
    with office.store.begin() as database:
        database.execute(update(User).values(full_name="Người đang ghi"))
        for way in ways:
            if way.method == "GET":
                address = way.address(office.agency, ID)
                told = (browser.get(address).status_code, office.client.get(address, headers=program).status_code)
                if max(told) >= 500:
                    wrong[way] = told
    assert wrong == {}


@pytest.mark.parametrize("proof", ["none", "another's", "empty"])
def test_no_route_that_changes_something_takes_a_forged_request(office: Office, ways: list[Way], proof: str) -> None:
    browser, other = office.browser(Role.ADMIN.value), office.browser(Role.ADMIN.value)
    sent = {"none": None, "another's": other.headers["X-CSRF"], "empty": ""}[proof]
    del browser.headers["X-CSRF"]
    headers = {} if sent is None else {"X-CSRF": sent}
    wrong = {}
    for way in ways:
        if way.method in SAFE or way.may == BY_TOKEN or way.path == "/dang-nhap":
            continue
        status = way.ask(browser, office.agency, headers=headers, data={"csrf": sent or ""})
        if status != 403:
            wrong[way] = status
    assert wrong == {}


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://ke-xau.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=lambda headers: next(iter(headers.items())),
)
def test_what_a_browser_says_is_another_sites_request_is_refused(
    office: Office, ways: list[Way], headers: dict[str, str]
) -> None:
    browser = office.browser(Role.ADMIN.value)
    unsafe = [way for way in ways if way.method not in SAFE and way.may != BY_TOKEN]
    assert {way.ask(browser, office.agency, headers=headers) for way in unsafe} == {403}


def test_every_answer_keeps_the_browser_strict(office: Office, ways: list[Way]) -> None:
    browser = office.browser(Role.ADMIN.value)
    for way in ways:
        for client in (browser, office.client):
            headers = client.request(way.method, way.address(office.agency)).headers
            policy = headers["content-security-policy"]
            assert "default-src 'self'" in policy, way
            assert "unsafe" not in policy, way
            assert "frame-ancestors 'none'" in policy, way
            assert headers["x-content-type-options"] == "nosniff", way
            assert headers["referrer-policy"] == "same-origin", way
            if way.path != "/static":
                assert headers["cache-control"] == "no-store", way


def test_no_page_has_script_or_style_in_itself(office: Office, ways: list[Way]) -> None:
    """The policy would stop them, and the page would not work."""
    browser = office.browser(Role.ADMIN.value)
    for way in ways:
        if way.method == "GET" and way.may != BY_TOKEN:
            text = browser.get(way.address(office.agency)).text
            assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=\"/static/)", text), way
