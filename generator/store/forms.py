"""The agency's own Word forms: each upload a version of its name; the newest that is sound is the one in use."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from generator.store import blobs
from generator.store.engine import Store
from generator.store.models import OwnForm
from generator.store.models.base import now


def versions(session: Session, agency_id: int) -> Sequence[OwnForm]:
    """Every upload of the agency, by name, the newest first."""
    asked = select(OwnForm).where(OwnForm.agency_id == agency_id).order_by(OwnForm.name, OwnForm.id.desc())
    return session.scalars(asked).all()


def get(session: Session, agency_id: int, form_id: int) -> OwnForm | None:
    """The upload of the id, where it is the agency's."""
    return session.scalar(select(OwnForm).where(OwnForm.id == form_id, OwnForm.agency_id == agency_id))


def in_use(session: Session, agency_id: int) -> dict[str, OwnForm]:
    """The version of each form that documents are made with, by the form's name; none that is unsound or retired."""
    found: dict[str, OwnForm] = {}
    for form in versions(session, agency_id):
        if form.sound and form.retired is None:
            found.setdefault(form.name, form)
    return found


def files_in_use(store: Store, session: Session, agency_id: int) -> dict[str, bytes]:
    """The files of the forms in use by name: each form's Word file, and the YAML file that declares its fields."""
    found = {}
    for name, form in in_use(session, agency_id).items():
        found[name] = blobs.read(store.files, form.sha)
        if form.sheet_sha is not None:
            found[f"{PurePath(name).stem}.yaml"] = blobs.read(store.files, form.sheet_sha)
    return found


def retire(session: Session, agency_id: int, name: str) -> None:
    """Takes a form, with all its versions, out of use; what was made with it stays."""
    here = (OwnForm.agency_id == agency_id, OwnForm.name == name, OwnForm.retired.is_(None))
    session.execute(update(OwnForm).where(*here).values(retired=now()))
