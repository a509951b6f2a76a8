"""Many processes that issue at once and are killed in between; afterwards the register is read line by line.

.venv/bin/python -m tests.store.load --processes 8 --issues 1000 --on postgresql
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from generator.store import blobs
from generator.store.engine import Store, open_store
from generator.store.migrations import migrate
from generator.store.models import Agency, Dossier, DossierVersion, Entry, EntryState, Paper, Series, Stage
from tests.store.offices import Office, made, office_in
from tests.store.servers import Server, server
from tests.store.working import name_of, whole_way, work

# Children of a process that has imported all this and has no threads: they begin at once, and are killed like any.
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.store.working"])


def _prepare(office: Office, processes: int, issues: int) -> None:
    """The other documents, signed before anything is counted: what is tried is giving numbers."""
    first = office.signed("mẫu")
    signed = {column.name: getattr(first, column.name) for column in Paper.__table__.columns}
    others = [
        {**signed, "id": None, "name": name_of(worker, number)}
        for worker in range(processes)
        for number in range(issues)
        if not whole_way(number)
    ]
    with office.store.begin() as session:
        session.execute(insert(Paper), others)


@dataclass
class Found:
    """What a run left: how many were issued, how often was killed, what is wrong."""

    issued: int
    kills: int
    seconds: float
    wrong: list[str]


def run(
    folder: Path,
    processes: int,
    issues: int,
    *,
    database: Server | None = None,
    kills: int = 10,
    pause: float = 1.2,
    seed: int = 1,
) -> Found:
    """The whole: processes that issue, killed at random moments and begun again; the register judged afterwards.

    ``pause``: seconds between two kills at most.
    """
    chance = random.Random(seed)
    url = database.new_database() if database else None
    store = open_store(folder, url)
    migrate(store)
    office = office_in(store)
    _prepare(office, processes, issues)
    store.close()
    ids = (office.agency, office.user, office.dossier)

    def begin(worker: int) -> ForkServerProcess:
        process = _FORKS.Process(target=work, args=(folder, url, ids, worker, issues))
        process.start()
        return process

    began, killed = time.monotonic(), 0
    running = {worker: begin(worker) for worker in range(processes)}
    wrong: list[str] = []
    while running:
        time.sleep(chance.uniform(0.2, pause))
        for worker, process in list(running.items()):
            if (code := process.exitcode) is not None:
                del running[worker]
                if code not in (0, -signal.SIGKILL):
                    wrong.append(f"worker {worker} ended with {code}")
        if killed < kills and running:
            killed += 1
            if database is not None and killed % 4 == 0:
                database.kill()
                database.start()
            else:
                worker = chance.choice(list(running))
                running[worker].kill()
                running[worker].join()
                running[worker] = begin(worker)
    store = open_store(folder, url)
    with contextlib.closing(store):
        lines = [line.split() for said in folder.glob("said-*") for line in said.read_text().splitlines()]
        told = [line for line in lines if len(line) == 2]
        wrong += _lost_versions(store, office, [line for line in lines if line[0] == "saved" and len(line) == 3])
        wrong += judge(store, office.agency, {name: int(number) for name, number in told}, processes * issues)
    return Found(processes * issues, killed, time.monotonic() - began, wrong)


def _lost_versions(store: Store, office: Office, told: list[list[str]]) -> list[str]:
    """Versions that were accepted and are not there as they were saved, or that do not follow one another."""
    with store.read() as session:
        asked = select(DossierVersion).where(DossierVersion.dossier_id == office.dossier)
        kept = {version.number: version for version in session.scalars(asked)}
        head = session.get_one(Dossier, office.dossier).head
    wrong = [] if sorted(kept) == list(range(1, head + 1)) else ["versions do not follow one another"]
    wrong += [f"version {one.number} is upon {one.base}" for one in kept.values() if one.base != one.number - 1]
    lost = [number for _, name, number in told if int(number) not in kept or name not in kept[int(number)].data]
    return wrong + [f"version {number} was accepted and is lost" for number in lost]


def missing_numbers(session: Session, series: Series) -> list[int]:
    """Numbers that were given without a line that says what became of them."""
    kept = set(session.scalars(select(Entry.number).where(Entry.series_id == series.id)))
    return [number for number in range(series.before + 1, series.last + 1) if number not in kept]


def judge(store: Store, agency: int, accepted: dict[str, int], expected: int) -> list[str]:
    """What is wrong in the register: gaps, twins, files that say other than their line, what was accepted and lost."""
    wrong: list[str] = []
    with store.read() as session:
        for series in session.scalars(select(Series).where(Series.agency_id == agency)):
            wrong += [f"number {number} has no line" for number in missing_numbers(session, series)]
        lines = session.scalars(select(Entry).where(Entry.agency_id == agency)).all()
        papers = {paper.id: paper for paper in session.scalars(select(Paper).where(Paper.agency_id == agency))}
        session.get_one(Agency, agency)
    if len({entry.number for entry in lines}) != len(lines):
        wrong.append("twins")
    if len(lines) != expected:
        wrong.append(f"{len(lines)} lines of {expected}")
    for entry in lines:
        paper = papers.get(entry.paper_id or 0)
        if entry.state != EntryState.ISSUED or paper is None or paper.stage != Stage.ISSUED:
            wrong.append(f"number {entry.number} is {entry.state}")
            continue
        docx = made(paper.name, entry.number, entry.day).docx
        if paper.docx_sha != entry.docx_sha or blobs.read(store.files, entry.docx_sha or "") != docx:
            wrong.append(f"number {entry.number}: other bytes")
        if accepted.get(paper.name, entry.number) != entry.number:
            wrong.append(f"{paper.name} was told {accepted[paper.name]} and has {entry.number}")
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--issues", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--pause", type=float, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--on", choices=["sqlite", "postgresql"], default="sqlite")
    asked = parser.parse_args()
    running = server() if asked.on == "postgresql" else contextlib.nullcontext()
    with tempfile.TemporaryDirectory() as folder, running as it:
        found = run(
            Path(folder),
            asked.processes,
            asked.issues,
            database=it,
            kills=asked.kills,
            pause=asked.pause,
            seed=asked.seed,
        )
    print(f"{asked.on}: {found.issued} issued, {found.kills} kills, {found.seconds:.0f} s")
    print(*found.wrong or ["nothing wrong"], sep="\n")
    sys.exit(bool(found.wrong))


if __name__ == "__main__":
    main()
