"""One of the processes that issue at once, which may be killed at any moment: it imports what issuing needs, no more.

python -m tests.store.working FOLDER URL|- AGENCY USER DOSSIER WORKER COUNT
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path
from typing import IO

from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from generator.store import dossiers
from generator.store.engine import open_store
from generator.store.models import Dossier, Paper, Stage
from generator.store.register import issuing
from generator.store.register.issuing import Asked
from tests.store.offices import ALL, Office, made

DAY = date(2026, 3, 10)


def work(folder: Path, url: str | None, ids: tuple[int, int, int], worker: int, count: int) -> None:
    """Issues the worker's documents, each told in its file once accepted; goes on where a former one was killed.

    ``ids`` are those of the agency, the user and the dossier.
    """
    office = Office(open_store(folder, url), *ids)
    issued: set[str] = set()  # by the process that was killed
    for number in range(-1, count):
        until = time.monotonic() + 120
        while True:
            try:
                if number < 0:
                    issued = _issued(office)
                elif name_of(worker, number) not in issued:
                    with (folder / f"said-{worker}").open("a") as said:
                        _issue_one(office, worker, number, said)
                break
            except OperationalError:  # the database is gone: what was not accepted is tried again
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)


def _issued(office: Office) -> set[str]:
    with office.store.read() as session:
        asked = select(Paper.name).where(Paper.dossier_id == office.dossier, Paper.stage == Stage.ISSUED)
        return set(session.scalars(asked))


def _issue_one(office: Office, worker: int, number: int, said: IO[str]) -> None:
    name = name_of(worker, number)
    with office.store.read() as session:
        paper = session.scalar(select(Paper).where(Paper.dossier_id == office.dossier, Paper.name == name))
    if paper is not None and paper.stage == Stage.ISSUED:
        return  # accepted by the database, which was killed before it said so
    if whole_way(number):
        _save(office, name, said)
    paper = paper or office.signed(name)
    asked = Asked(office.agency, paper.id, paper.revision, office.user, ALL, DAY)
    entry = issuing.issue(office.store, asked, "Quyết định", lambda given, day: made(name, given, day))
    print(name, entry.number, file=said, flush=True)


def name_of(worker: int, number: int) -> str:
    """What the worker calls its document of that number."""
    return f"w{worker}-{number}"


def whole_way(number: int) -> bool:
    """Whether the document is drafted and signed, and the dossier saved, while others issue and kills fall."""
    return number % 5 == 0


def _save(office: Office, name: str, said: IO[str]) -> None:
    """A version of the dossier that all share, told once accepted; upon the newer one where another came first."""
    while True:
        with office.store.read() as session:
            base = session.get_one(Dossier, office.dossier).head
        try:
            with office.store.begin() as session:
                data = f'{{"{name}": {base}}}'
                version = dossiers.save(session, office.agency, office.dossier, base, data, office.user)
            print("saved", name, version.number, file=said, flush=True)
            return
        except dossiers.Conflict:
            continue


if __name__ == "__main__":
    folder, url, *numbers = sys.argv[1:]
    agency, user, dossier, worker, count = map(int, numbers)
    work(Path(folder), None if url == "-" else url, (agency, user, dossier), worker, count)
