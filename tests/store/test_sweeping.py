from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from threading import Thread

from sqlalchemy import delete, select, update

from generator.media_types import DOCX
from generator.store import blobs, dossiers, sweeping
from generator.store.models import Act, Agency, Blob, DossierVersion, Idempotency, Job, OwnForm, Paper, Token
from generator.store.models.base import VIETNAM, now
from tests.store.offices import Office


def _rule(office: Office, versions: int, token_days: int, *, holds: bool = True) -> None:
    at = now() - 2 * sweeping.GRACE if holds else now()
    with office.store.begin() as session:
        sweeping.rule(session.get_one(Agency, office.agency), versions, token_days, at)


def _acts(office: Office) -> list[tuple[str, str]]:
    with office.store.read() as session:
        return [(act.action, act.target) for act in session.scalars(select(Act).order_by(Act.id))]


def test_of_old_days_the_last_version_stays_and_whatever_was_handed_in_or_noted(office: Office) -> None:
    days = [400] * 4 + [399] * 3 + [398] * 3 + [0]  # ago, of the versions 1 to 11; each an hour after the one before
    with office.store.begin() as session:
        for number in range(1, len(days)):
            note = "khôi phục bản 2" if number == 4 else ""  # of version 5
            dossiers.save(session, office.agency, office.dossier, number, f'{{"so": {number}}}', office.user, note)
    office.signed("quyet-dinh")
    with office.store.begin() as session:
        session.execute(update(Paper).values(version=2))
        for number, ago in enumerate(days, 1):
            at = now().astimezone(VIETNAM).replace(hour=number) - timedelta(days=ago)
            session.execute(update(DossierVersion).where(DossierVersion.number == number).values(at=at))
    every = list(range(1, 12))
    for days_kept, holds, left in ((0, True, every), (90, False, every), (90, True, [1, 2, 4, 5, 7, 10, 11])):
        _rule(office, days_kept, 0, holds=holds)
        sweeping.sweep(office.store)
        with office.store.read() as session:
            assert session.scalars(select(DossierVersion.number).order_by(DossierVersion.number)).all() == left
    assert _acts(office) == [("xóa bản cũ của hồ sơ", "Năm 2026")]
    with office.store.read() as session:
        dossier = session.get_one(dossiers.Dossier, office.dossier)
        older = dossiers.version_before(session, dossier, 7)
        assert older is not None
        assert older.number == 5


def test_what_ended_goes_and_what_is_in_use_stays(office: Office) -> None:
    old, at = now() - timedelta(days=120), now()
    with office.store.begin() as session:
        made = {"user_id": office.user, "agency_id": office.agency, "scopes": []}
        session.add(Token(token_hash="a" * 64, name="cũ", created=old, expires=old, **made))
        session.add(Token(token_hash="b" * 64, name="mới", created=old, expires=at + timedelta(days=1), **made))
        session.flush()
        first = session.scalars(select(Token.id).order_by(Token.id)).first()
        session.add(Idempotency(token_id=first, key="k", request_sha="x", created=at))
        job = {"agency_id": office.agency, "user_id": office.user, "kind": "pdf", "created": old, "changed": old}
        session.add_all([Job(id="xong", state="xong", **job), Job(id="dang", state="dang_lam", **job)])
    for holds, left in ((False, ["cũ", "mới"]), (True, ["mới"])):
        _rule(office, 0, 90, holds=holds)
        sweeping.sweep(office.store)
        with office.store.read() as session:
            assert session.scalars(select(Token.name).order_by(Token.id)).all() == left
            assert session.scalars(select(Job.id)).all() == ["dang"]
    assert _acts(office) == [(sweeping.SWEPT, ""), ("xóa mã truy cập đã hết hạn", "cũ")]


def _age(office: Office, path: Path) -> None:
    """As if the bytes had been given, and their file written, long ago."""
    with office.store.begin() as session:
        session.execute(update(Blob).values(created=now() - timedelta(days=9)))
    os.utime(path, (1, 1))


def test_bytes_that_nothing_refers_to_go_first_from_the_list_a_day_later_from_the_disk(office: Office) -> None:
    paper = office.signed("quyet-dinh")
    with office.store.begin() as session:
        sha = blobs.keep(office.store, session, b"khong ai can", DOCX)
    lost = blobs.write(office.store.files, b"cua lan ghi bi huy")
    half = blobs.path_of(office.store.files, sha).parent / ".dang-ghi-x"
    half.write_bytes(b"do")
    sweeping.sweep(office.store)  # all of it is of today
    assert blobs.read(office.store.files, sha) == b"khong ai can"
    for path in (blobs.path_of(office.store.files, lost), half, blobs.path_of(office.store.files, sha)):
        _age(office, path)
    sweeping.sweep(office.store)
    with office.store.read() as session:
        assert session.get(Blob, sha) is None
    assert blobs.read(office.store.files, sha) == b"khong ai can"  # for a backup that has begun
    assert not half.exists()
    assert not blobs.path_of(office.store.files, lost).exists()
    _age(office, blobs.path_of(office.store.files, sha))
    sweeping.sweep(office.store)
    assert not blobs.path_of(office.store.files, sha).exists()
    assert paper.draft_sha is not None
    assert blobs.read(office.store.files, paper.draft_sha)
    assert _acts(office) == [(sweeping.SWEPT, "")]


def test_bytes_given_again_while_they_are_swept_are_there(office: Office) -> None:
    """Thirty times, with the row still there and without: whoever comes first, what is referred to can be read."""

    def refer() -> None:
        with office.store.begin() as session:
            form = {"agency_id": office.agency, "author_id": office.user, "at": now(), "sound": True, "report": {}}
            sha = blobs.keep(office.store, session, b"mau", DOCX)
            session.add(OwnForm(name="mau.docx", sha=sha, **form))

    refer()
    path = next(office.store.files.glob("*/*"))
    for turn in range(30):
        with office.store.begin() as session:
            session.execute(delete(OwnForm))
            if turn % 2:
                session.execute(delete(Blob))
        _age(office, path)
        both = [Thread(target=refer), Thread(target=sweeping.sweep, args=(office.store,))]
        for one in both if turn % 3 else reversed(both):
            one.start()
        for one in both:
            one.join()
        with office.store.read() as session:
            assert blobs.read(office.store.files, session.scalars(select(OwnForm.sha)).one()) == b"mau"
