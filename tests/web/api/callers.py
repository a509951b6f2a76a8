"""Tokens to call the service with, and what is sent to it."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from generator.dossier import load_dossier
from generator.resources import DATA
from generator.service import open_dossier
from generator.store import dossiers
from generator.store.models import Entry, EntryState, Scope, Series, User
from generator.store.models.base import now
from generator.store.people import tokens
from generator.store.register import entries
from tests.rendering import render_dossier
from tests.web.offices import Office

ALL = tuple(Scope)


def token(office: Office, *scopes: Scope, agency: int | None = None, login: str = "soan_thao", hours: float = 1) -> str:
    """The secret of a new token of the user."""
    with office.store.begin() as database:
        user = database.query(User).filter_by(login=login).one()
        wanted = scopes or ALL
        return tokens.make(
            database, agency or office.agency, user.id, "phần mềm một cửa", wanted, now() + timedelta(hours=hours)
        )


def bearer(secret: str, **more: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"} | more


@cache
def dossier_json(folder: str = "suoi-trong-2026", only: str = "cong-van") -> bytes:
    """An example as one JSON text."""
    data = open_dossier(Path(DATA / folder), only=[only]).data
    data["van_ban"] = [one for one in data["van_ban"] if one.get("ten_tep") == only] or data["van_ban"][:1]
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


@cache
def docx() -> bytes:
    """A sound decision."""
    return render_dossier(load_dossier(DATA / "thuong-lo-2024"), formats=("docx",))[0].docx


def kept_dossier(office: Office, agency: int | None = None) -> int:
    """A dossier in the store; its id."""
    with office.store.begin() as database:
        made = dossiers.create(database, agency or office.agency, "Năm 2026", 2026, '{"nam": 2026}', None)
        return made.id


def kept_entry(office: Office, agency: int | None = None, number: int = 5, **more: Any) -> int:
    """A line of the register; its id."""
    with office.store.begin() as database:
        agency = agency or office.agency
        series = database.query(Series).filter_by(agency_id=agency, year=2026).one_or_none()
        if series is None:
            series = Series(agency_id=agency, year=2026, last=number)
            database.add(series)
            database.flush()
        values: dict[str, Any] = {
            "symbol": "QĐ-UBND", "type_name": "Quyết định", "subject": "Ban hành mục tiêu chất lượng",
        }  # fmt: skip
        entry = Entry(
            series_id=series.id, agency_id=agency, number=number, state=EntryState.ISSUED.value, made_by_id=1,
            made=now(), **(values | more),
        )  # fmt: skip
        database.add(entry)
        entries.index(entry)
        database.flush()
        return entry.id
