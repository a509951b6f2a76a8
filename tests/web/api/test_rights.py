"""Every route of the service with every token that must not open it; a route that is new is tried too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

import pytest
from fastapi.routing import iter_route_contexts

from generator.errors import DataError
from generator.store.hashes import sha_of
from generator.store.models import Job, Membership, Role, Scope, Token, User
from generator.store.models.base import now
from generator.store.models.people import WRITERS
from generator.store.people import tokens
from generator.web.api.jobs import NEEDS
from tests.web.api.callers import ALL, bearer, docx, kept_dossier, kept_entry, token
from tests.web.offices import Office

OPEN = {"/", "/openapi.json"}
OWN = {"/dossiers/{number}": "dossier", "/register/{number}": "entry", "/register/{number}/files/{kind}": "entry"}


@dataclass(frozen=True)
class Case:
    method: str
    path: str

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def routes(office: Office) -> list[Case]:
    mount = next(one for one in office.client.app.routes if getattr(one, "name", "") == "api")
    found = []
    for one in iter_route_contexts(mount.app.routes):
        path = getattr(one, "path", None)
        methods = getattr(one, "methods", None) or ()
        found += [Case(method, path) for method in sorted(methods) if method != "HEAD"]
    return [one for one in found if one.path not in OPEN]


@pytest.fixture(scope="module")
def kept(office: Office) -> dict[str, str]:
    """What stands in the first agency, for the addresses."""
    made = {"dossier": str(kept_dossier(office)), "entry": str(kept_entry(office)), "job": "viec-1"}
    with office.store.begin() as database:
        at = now()
        user = database.query(User).filter_by(login="soan_thao").one()
        values = {"agency_id": office.agency, "user_id": user.id, "kind": "render", "state": "hong"}
        database.add(Job(id=made["job"], created=at, changed=at, **values))
    return made


def address(case: Case, kept: dict[str, str]) -> str:
    filled = case.path.replace("{kind}", "docx").replace("{number}", kept[OWN.get(case.path, "job")])
    assert "{" not in filled, "a new kind of address: say in OWN what it is of"
    return f"/api/v1{filled}"


def status(office: Office, case: Case, kept: dict[str, str], headers: dict[str, str]) -> int:
    files = {"tep": ("a.docx", docx())} if case.method == "POST" else None
    more = {"If-Match": '"1"', "Content-Type": "application/json"} if case.method == "PUT" else {}
    body = b"{}" if case.method == "PUT" else None
    answer = office.client.request(case.method, address(case, kept), headers=headers | more, files=files, content=body)
    if answer.status_code >= 400:
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json()["loi"]
    return answer.status_code


def test_the_routes_are_found(office: Office) -> None:
    said = {str(case) for case in routes(office)}
    assert {"POST /render", "PUT /dossiers/{number}", "GET /jobs/{number}/result"} <= said
    assert len(said) >= 15


def test_without_a_token_that_holds_nothing_opens(office: Office, kept: dict[str, str]) -> None:
    spoilt = {"none": "", "wrong": "vt_sai", "expired": token(office), "revoked": token(office)}
    with office.store.begin() as database:
        tokens.known(database, spoilt["expired"]).expires = now() - timedelta(seconds=1)
        gone = tokens.known(database, spoilt["revoked"])
        assert tokens.revoke(database, office.agency, gone.id, 1)
        assert not tokens.revoke(database, office.agency + 1, gone.id, 1)
    for case in routes(office):
        for why, secret in spoilt.items():
            headers = bearer(secret) if secret else {}
            assert status(office, case, kept, headers) == 401, f"{case}: {why}"
        assert status(office, case, kept, {"Authorization": "Basic eDp5"}) == 401


def test_a_token_opens_only_what_its_scope_names(office: Office, kept: dict[str, str]) -> None:
    single = {scope: bearer(token(office, scope)) for scope in ALL}
    for case in routes(office):
        needed = {scope for scope, headers in single.items() if status(office, case, kept, headers) != 403}
        assert len(needed) == 1, f"{case} is opened by {needed}"


def test_nothing_of_an_agency_is_seen_by_a_token_of_another(office: Office, kept: dict[str, str]) -> None:
    other = office.add_agency("Ủy ban nhân dân xã Khe Tre")
    strange = bearer(token(office, agency=other, login=f"soan_thao-{other}"))
    for case in routes(office):
        if "{" in case.path:
            assert status(office, case, kept, strange) == 404, str(case)
    assert office.client.get("/api/v1/dossiers", headers=strange).json() == {"ho_so": []}
    assert office.client.get("/api/v1/register", headers=strange).json() == {"tong": 0, "dong": []}


def test_a_token_ends_with_the_work_of_its_user(office: Office) -> None:
    secret = bearer(token(office, login="lanh_dao"))
    assert office.client.get("/api/v1/dossiers", headers=secret).status_code == 200
    with office.store.begin() as database:
        user = database.query(User).filter_by(login="lanh_dao").one()
        database.query(Membership).filter_by(user_id=user.id).delete()
    assert office.client.get("/api/v1/dossiers", headers=secret).status_code == 401
    again = bearer(token(office, Scope.SEE_DOSSIERS, login="chi_xem"))
    with office.store.begin() as database:
        database.query(User).filter_by(login="chi_xem").one().active = False
    assert office.client.get("/api/v1/dossiers", headers=again).status_code == 401


@pytest.mark.parametrize("role", Role)
def test_a_token_may_no_more_than_its_user_in_the_agency(office: Office, kept: dict[str, str], role: Role) -> None:
    """Whatever scopes it was given: the routes that change a dossier are shut to who may change none."""
    with office.store.begin() as database:
        user = database.query(User).filter_by(login=role.value).one()
        if not database.query(Membership).filter_by(user_id=user.id).count():  # another test took it
            database.add(Membership(user_id=user.id, agency_id=office.agency, role=role.value))
        user.active = True
        made = Token(
            token_hash=sha_of(f"vt_{role.value}"), name="thử", user_id=user.id, agency_id=office.agency,
            scopes=[scope.value for scope in Scope], created=now(), expires=now() + timedelta(hours=1),
        )  # fmt: skip
        database.add(made)
    headers = bearer(f"vt_{role.value}")
    shut = {str(case) for case in routes(office) if status(office, case, kept, headers) == 403}
    changing = {str(case) for case in routes(office) if case.path.startswith("/dossiers") and case.method != "GET"}
    assert changing
    assert shut == (set() if role in WRITERS else changing)


def test_a_token_loses_what_its_user_loses(office: Office, kept: dict[str, str]) -> None:
    secret = bearer(token(office, Scope.SAVE_DOSSIERS, Scope.SEE_DOSSIERS, login="duyet_the_thuc"))
    case = Case("PUT", "/dossiers/{number}")
    assert status(office, case, kept, secret) != 403
    with office.store.begin() as database:
        user = database.query(User).filter_by(login="duyet_the_thuc").one()
        database.query(Membership).filter_by(user_id=user.id).one().role = Role.READER.value
    assert status(office, case, kept, secret) == 403
    assert office.client.get("/api/v1/dossiers", headers=secret).status_code == 200
    with pytest.raises(DataError, match="vai trò của bạn không có: «Ghi hồ sơ»"):
        token(office, Scope.SAVE_DOSSIERS, login="duyet_the_thuc")


def test_a_token_is_kept_as_its_hash_alone(office: Office) -> None:
    secret = token(office)
    with office.store.begin() as database:
        for row in database.query(Token):
            assert secret not in str(vars(row))
            assert re.fullmatch(r"[0-9a-f]{64}", row.token_hash)


def test_a_session_of_a_browser_is_no_token(office: Office) -> None:
    assert office.browser("quan_tri").get("/api/v1/dossiers").status_code == 401


def test_every_kind_of_job_has_its_scope(office: Office) -> None:
    posts = {case.path.strip("/") for case in routes(office) if case.method == "POST"}
    assert posts == set(NEEDS)
    assert set(NEEDS.values()) <= set(Scope)
