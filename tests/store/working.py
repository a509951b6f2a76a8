"""One of the processes that issue at once, which may be killed at any moment: it imports what issuing needs, no more.

python -m tests.store.working FOLDER URL|- AGENCY USER DOSSIER WORKER COUNT
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from generator.store import dossiers
from generator.store.engine import open_store
from generator.store.models import Dossier, Paper, Stage
from generator.store.register import issuing
from generator.store.register.issuing import Asked
from tests.store.offices import ALL, Office, made

DAY = date(2026, 3, 10)


def work(folder: Path, url: str | None, agency: int, user: int, dossier: int, worker: int, count: int) -> None:
    """Issues the worker's documents, each told on stdout once it is accepted; goes on where a former one was killed."""
    store = open_store(folder, url)
    office = Office(store, agency, user, dossier)
    for number in range(count):
        name = f"w{worker}-{number}"
        until = time.monotonic() + 120
        while True:
            try:
                _issue_one(office, name)
                break
            except OperationalError:  # the database is gone: what was not accepted is tried again
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)


def _issue_one(office: Office, name: str) -> None:
    with office.store.read() as session:
        paper = session.scalar(select(Paper).where(Paper.agency_id == office.agency, Paper.name == name))
    paper = paper or office.signed(name)
    _save(office, name)
    if paper.stage != Stage.ISSUED:
        asked = Asked(office.agency, paper.id, paper.revision, office.user, ALL, DAY)
        entry = issuing.issue(office.store, asked, "Quyết định", lambda given, day: made(name, given, day))
        print(name, entry.number, flush=True)


def _save(office: Office, name: str) -> None:
    """A version of the dossier that all share, told once accepted; upon the newer one where another came first."""
    while True:
        with office.store.read() as session:
            base = session.get_one(Dossier, office.dossier).head
        try:
            with office.store.begin() as session:
                data = f'{{"{name}": {base}}}'
                version = dossiers.save(session, office.agency, office.dossier, base, data, office.user)
            print("saved", name, version.number, flush=True)
            return
        except dossiers.Conflict:
            continue


if __name__ == "__main__":
    folder, url, *numbers = sys.argv[1:]
    work(Path(folder), None if url == "-" else url, *map(int, numbers))
