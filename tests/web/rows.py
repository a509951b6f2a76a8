"""A row of every kind that belongs to an agency, all with one id: what others must neither see nor change."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from generator.store.engine import Store
from generator.store.models import (
    Archive,
    Base,
    Blob,
    Dossier,
    DossierVersion,
    Entry,
    Job,
    Membership,
    OwnForm,
    Paper,
    Role,
    SavedSearch,
    Series,
    Token,
    User,
)
from generator.store.models.base import now

ID = 777
SECRET = "bí mật của xã bên"
_SHA = "a" * 64
_REPORT: dict[str, object] = {"dung_duoc": True, "nhan_xet": [], "khong_doc_duoc": []}


def put_rows(store: Store, agency_id: int) -> None:
    """Puts them in; whatever text they have is SECRET."""
    at = now()
    with store.begin() as database:
        user = User(id=ID, login="nguoi-xa-ben", full_name=SECRET, created=at)
        database.add_all([user, Blob(sha=_SHA, size=1, media_type="text/plain", created=at)])
        database.flush()
        own: dict[str, Any] = {"id": ID, "agency_id": agency_id}
        database.add(Membership(id=ID, user_id=ID, agency_id=agency_id, role=Role.DRAFTER.value))
        database.add(Dossier(**own, name=SECRET, year=2026, head=1, created=at))
        database.add(Series(**own, year=2026))
        database.add(Archive(**own, catalog=2026, notation="01", title=SECRET))
        database.add(OwnForm(**own, name=f"{SECRET}.docx", sha=_SHA, report=_REPORT, sound=True, author_id=ID, at=at))
        database.add(SavedSearch(**own, user_id=ID, name=SECRET, asked={}, columns=[]))
        token = Token(**own, token_hash=_SHA, name=SECRET, user_id=ID, scopes=[], created=at, expires=at)
        token.expires += timedelta(days=1)
        job = Job(agency_id=agency_id, id=str(ID), user_id=ID, kind="pdf", state="xong", created=at, changed=at)
        database.add_all([token, job])
        database.flush()
        version = DossierVersion(id=ID, dossier_id=ID, number=1, base=0, data="{}", sha=_SHA, author_id=ID, at=at)
        database.add(version)
        database.add(Paper(**own, dossier_id=ID, name="quyet-dinh", subject=SECRET, drafter_id=ID, created=at))
        database.add(Entry(**own, series_id=ID, number=1, state="da_cap", subject=SECRET, made_by_id=ID, made=at))


def rows_of(store: Store, agency_id: int) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that is the agency's, by table; sessions, which visitors begin, left out."""
    found = {}
    with store.begin() as database:
        for table in Base.metadata.sorted_tables:
            if "agency_id" in table.c and table.name != "session":
                asked = select(table).where(table.c.agency_id == agency_id).order_by(*table.primary_key)
                found[table.name] = [tuple(row) for row in database.execute(asked)]
    return found
