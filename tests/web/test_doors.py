"""Whatever is typed into any box of any form, and asked for in any address: no database makes it an error of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.store.models import Membership, Role, User
from generator.web.security.forgery import SAFE
from tests.store.servers import server
from tests.web.offices import Office, office_in
from tests.web.rows import ID, put_rows
from tests.web.test_rights import BY_TOKEN, ROOT, ways_in

_TEMPLATES = Path(__file__).parents[2] / "generator" / "web" / "templates"
_NAME = re.compile(r'name="(\w+)"|field\("(\w+)"')
_HIDDEN = {
    "lan": "0",
    "ho_so": str(ID),
    "so": "1",
    "buoc": "tra_noi_dung",
    "nam": "2026",
    "cach": "chung",
    "ngay": "2026-03-05",
}
_HOSTILE = {"long": "Dài 😀" * 900, "empty sign": "Có\x00ký tự", "huge": "9" * 400}


@pytest.fixture
def everybody(tmp_path: Path) -> Iterator[Office]:
    """An office on PostgreSQL, the stricter, with a row of every kind, in which «van_thu» has every role."""
    with server() as running, office_in(tmp_path, running.new_database()) as office:
        put_rows(office.store, office.agency)
        with office.store.begin() as database:
            user = database.query(User).filter_by(login="van_thu").one()
            user.runs_all = True
            for role in set(Role) - {Role.CLERK}:
                database.add(Membership(user=user, agency_id=office.agency, role=role.value))
        yield office


def test_nothing_that_is_typed_or_asked_for_is_an_error_of_ours(everybody: Office) -> None:
    names = {one or two for path in _TEMPLATES.rglob("*.html") for one, two in _NAME.findall(path.read_text("utf-8"))}
    browser = everybody.browser("van_thu")
    browser._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
    wrong = {}
    for way in ways_in(everybody):
        if way.may == BY_TOKEN or not way.path.startswith(ROOT):
            continue
        for called, text in _HOSTILE.items():
            every = dict.fromkeys(names - {"csrf"}, text)
            for given in (every,) if way.method in SAFE else (every, every | _HIDDEN):
                more = {"params": {k: v[:20] for k, v in given.items()}} if way.method in SAFE else {"data": given}
                status = browser.request(way.method, way.address(everybody.agency, ID), **more).status_code  # type: ignore[arg-type]
                if status >= 500:
                    wrong[way, called] = status
        if (status := browser.request(way.method, way.address(everybody.agency, 10**30)).status_code) >= 500:
            wrong[way, "far"] = status
    assert wrong == {}
