from __future__ import annotations

import json
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, select

from generator.errors import UsageError
from generator.store import blobs
from generator.store.backup import BackupError, back_up, restore
from generator.store.engine import Store, open_store
from generator.store.migrations import NewerStoreError
from generator.store.models import Base, Entry, Paper
from generator.store.register import issuing
from generator.store.register.issuing import Asked
from tests.store.offices import ALL, Office, made, office_in
from tests.store.servers import Server

DAY = date(2026, 3, 10)


def _issued(office: Office, name: str) -> Entry:
    paper = office.signed(name)
    asked = Asked(office.agency, paper.id, paper.revision, office.user, ALL, DAY)
    return issuing.issue(office.store, asked, "Quyết định", lambda number, day: made(name, number, day))


def _rows(store: Store) -> dict[str, list[Any]]:
    with store.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key.columns))]
            for table in Base.metadata.sorted_tables
            if table.name not in ("session", "attempt")
        }


def test_all_comes_back_also_into_the_other_kind_of_database(tmp_path: Path, store: Store, postgresql: Server) -> None:
    office = office_in(store)
    first, second = _issued(office, "mot"), _issued(office, "hai")
    with store.begin() as session:  # a row that names one after it
        session.get_one(Paper, first.paper_id).replaced_by_id = second.paper_id
    kept = back_up(store, tmp_path / "sao-luu.zip")
    assert (kept.files, kept.damaged) == (6, ())
    other = postgresql.new_database() if store.engine.dialect.name == "sqlite" else None
    for number, url in enumerate((None, other)):
        again = open_store(tmp_path / f"moi-{number}", url)
        assert restore(again, tmp_path / "sao-luu.zip").rows == kept.rows
        assert _rows(again) == _rows(store)
        assert blobs.read(again.files, first.docx_sha or "") == blobs.read(store.files, first.docx_sha or "")
        goes_on = Office(again, office.agency, office.user, office.dossier)
        assert _issued(goes_on, "ba").number == 3  # keys and numbers go on where they were
        again.close()


def test_a_store_that_holds_something_is_not_restored_into(tmp_path: Path, store: Store) -> None:
    office_in(store)
    back_up(store, tmp_path / "sao-luu.zip")
    before = _rows(store)
    with pytest.raises(UsageError, match="đã có dữ liệu"):
        restore(store, tmp_path / "sao-luu.zip")
    assert _rows(store) == before


def _without(name: str) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.pop(next(part for part in parts if part.startswith(name))) and None


def _row_changed(parts: dict[str, bytes]) -> None:
    parts["bang/entry.jsonl"] = parts["bang/entry.jsonl"].replace("Về mot".encode(), "Về hai".encode())


def _file_changed(parts: dict[str, bytes]) -> None:
    name = next(part for part in parts if part.startswith("tep/"))
    parts[name] += b"x"


def _file_elsewhere(parts: dict[str, bytes]) -> None:
    parts["tep/../../ngoai"] = b"x"


def _row_of_nothing(parts: dict[str, bytes]) -> None:
    parts["bang/paper.jsonl"] = b'{"id": 1}\n'


@pytest.mark.parametrize(
    "spoil",
    [
        _without("bang/entry"),
        _without("tep/"),
        _without("danh-muc"),
        _row_changed,
        _file_changed,
        _file_elsewhere,
        _row_of_nothing,
        lambda parts: parts.update({"danh-muc.json": b"{"}),
        lambda parts: parts.update({"danh-muc.json": b"[]"}),
    ],
)
def test_a_spoiled_backup_brings_back_nothing(
    tmp_path: Path, store: Store, spoil: Callable[[dict[str, bytes]], None], url: str | None, request: Any
) -> None:
    _issued(office_in(store), "mot")
    back_up(store, tmp_path / "sao-luu.zip")
    with zipfile.ZipFile(tmp_path / "sao-luu.zip") as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    spoil(parts)
    with zipfile.ZipFile(tmp_path / "hong.zip", "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    empty = open_store(
        tmp_path / "moi", request.getfixturevalue("postgresql").new_database() if url is not None else None
    )
    with pytest.raises(BackupError, match="hỏng"):
        restore(empty, tmp_path / "hong.zip")
    assert inspect(empty.engine).get_table_names() == []
    assert not (tmp_path / "ngoai").exists()
    restore(empty, tmp_path / "sao-luu.zip")  # the place is as empty as before
    empty.close()


def test_a_backup_of_a_later_program_is_refused(tmp_path: Path, store: Store) -> None:
    back_up(store, tmp_path / "sao-luu.zip")
    with zipfile.ZipFile(tmp_path / "sao-luu.zip") as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    told = json.loads(parts["danh-muc.json"])
    parts["danh-muc.json"] = json.dumps({**told, "buoc": "9999"}).encode()
    with zipfile.ZipFile(tmp_path / "sau.zip", "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    empty = open_store(tmp_path / "moi")
    with pytest.raises(NewerStoreError, match="mới hơn"):
        restore(empty, tmp_path / "sau.zip")
    empty.close()


def test_a_damaged_file_is_told_and_the_rest_is_kept(tmp_path: Path, store: Store) -> None:
    entry = _issued(office_in(store), "mot")
    blobs.path_of(store.files, entry.pdf_sha or "").write_bytes(b"hong")
    assert back_up(store, tmp_path / "sao-luu.zip").damaged == (entry.pdf_sha,)
    empty = open_store(tmp_path / "moi")
    assert restore(empty, tmp_path / "sao-luu.zip").damaged == (entry.pdf_sha,)
    assert blobs.read(empty.files, entry.docx_sha or "")
    empty.close()


def test_a_backup_is_of_one_moment_while_others_issue(tmp_path: Path, store: Store, url: str | None) -> None:
    office = office_in(store)
    given = [store.files.parent, url or "-", office.agency, office.user, office.dossier, 1, 30]
    working = subprocess.Popen([sys.executable, "-m", "tests.store.working", *map(str, given)])
    taken = 0
    while working.poll() is None:
        back_up(store, tmp_path / "sao-luu.zip")
        again = open_store(tmp_path / f"moi-{taken}")
        restore(again, tmp_path / "sao-luu.zip")  # every file that a row names is there
        with again.read() as session:
            entries = session.query(Entry).count()
            assert sorted(one.number for one in session.query(Entry)) == list(range(1, entries + 1))
        again.close()
        taken += 1
        time.sleep(0.2)
    assert working.returncode == 0
    assert taken > 1


def test_killed_while_it_backs_up_or_restores_nothing_half_done_shows(tmp_path: Path) -> None:
    store = open_store(tmp_path / "kho")
    from generator.store.migrations import migrate

    migrate(store)
    office = office_in(store)
    for number in range(10):
        _issued(office, f"vb-{number}")
    target = tmp_path / "sao-luu.zip"
    whole = back_up(store, target)
    chance = random.Random(2)
    for _ in range(4):
        _killed(["backup", str(target), "--replace", "--data", str(tmp_path / "kho")], chance.uniform(0.3, 1.5))
        with zipfile.ZipFile(target) as packed:
            assert packed.testzip() is None  # the former, or the new one whole
    for number in range(4):
        place = tmp_path / f"moi-{number}"
        _killed(["restore", str(target), "--data", str(place)], chance.uniform(0.3, 1.5))
        again = open_store(place)
        if inspect(again.engine).get_table_names():
            assert _rows(again) == _rows(store)
        else:
            assert restore(again, target).rows == whole.rows
        again.close()
    store.close()


def _killed(arguments: list[str], after: float) -> None:
    program = "from generator.cli import main; main()"
    process = subprocess.Popen([sys.executable, "-c", program, *arguments], stdout=subprocess.DEVNULL)
    time.sleep(after)
    process.kill()
    process.wait()
