"""The documents made for a step, each in a worker process: the draft that is handed in, the one that is issued."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from anyio import from_thread
from fastapi import Request
from sqlalchemy.orm import Session

from generator.media_types import DOCX, PDF, ZIP
from generator.service.register.numbered import Drawn, numbered, with_number
from generator.store import dossiers
from generator.store.models import Agency, Entry, Paper
from generator.store.register.entries import code
from generator.store.register.issuing import Made
from generator.web.context import workers_of

T = TypeVar("T")


def worked(request: Request, task: Callable[..., T], *given: Any) -> T:
    """What a worker makes of it; called from a thread of the server, not from its loop."""
    return from_thread.run(workers_of(request).run, task, *given)


def maker(
    request: Request, data: str, name: str, approved: str, forms: dict[str, bytes]
) -> Callable[[int, date], Made]:
    """What draws the approved document with a number and a day."""

    def made(number: int, day: date) -> Made:
        return as_made(worked(request, numbered, data, name, number, day, approved, forms))

    return made


def noted(user_id: int) -> Callable[[Session, Paper, Entry], None]:
    """What writes the number and the day a document was given into its dossier, as a new version by who gave them."""

    def note(session: Session, paper: Paper, entry: Entry) -> None:
        if session.get_one(Agency, paper.agency_id).closed is not None:  # between its number and its files
            return
        dossier = dossiers.get(session, paper.agency_id, paper.dossier_id, lock=True)
        version = dossiers.version(session, dossier) if dossier is not None and dossier.closed is None else None
        if dossier is None or version is None or entry.day is None:
            return
        data = with_number(version.data, paper.name, entry.number, entry.day)
        if data is not None:
            said = f"số {code(entry)} ngày {entry.day:%d/%m/%Y} của «{paper.name}»"
            dossiers.save(session, paper.agency_id, dossier.id, version.number, data, user_id, said[:500])

    return note


def as_made(drawn: Drawn) -> Made:
    """What was drawn, as the store takes it."""
    return Made(
        docx=drawn.docx,
        pdf=drawn.pdf,
        symbol=drawn.symbol,
        type_name=drawn.type_name,
        subject=drawn.subject,
        signer=drawn.signer,
        position=drawn.position,
        recipients=drawn.recipients,
        keeper=drawn.keeper,
        copies=drawn.copies,
        pages=drawn.pages,
        priority=drawn.priority,
        text=drawn.text,
        docx_type=media_type(drawn, DOCX),
        pdf_type=media_type(drawn, PDF),
    )


def media_type(drawn: Drawn, of_one: str) -> str:
    """The kind of the file: of one document, or a zip of several."""
    return ZIP if drawn.several else of_one
