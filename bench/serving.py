"""A server of its own process to measure: an office with one user and one token, on a free port of this machine."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import uvicorn

from generator.service import open_dossier
from generator.store import dossiers
from generator.store.engine import open_store
from generator.store.models import Agency, Base, Membership, Role, Scope, User
from generator.store.models.base import now
from generator.store.people import tokens
from generator.web.app import create_app
from generator.web.settings import WebSettings

EXAMPLE = "data/suoi-trong-2026"


@dataclass(frozen=True)
class Served:
    """A running server: its address, a token with every scope, its process, a dossier that is kept there."""

    url: str
    token: str
    pid: int
    dossier: int

    def resident(self) -> tuple[int, int]:
        """Bytes of memory of the server's process, and of its workers together."""
        return _resident(self.pid), sum(map(_resident, _children(self.pid)))


def dossier_text(only: str = "cong-van") -> bytes:
    """An example of one document as JSON."""
    data = open_dossier(EXAMPLE, only=[only]).data
    data["van_ban"] = [one for one in data["van_ban"] if one.get("ten_tep") == only]
    return json.dumps(data, ensure_ascii=False).encode()


@contextlib.contextmanager
def served(workers: int = 2) -> Iterator[Served]:
    """A server that ends with the context."""
    with tempfile.TemporaryDirectory(prefix="vanthu-bench-") as folder:
        command = [sys.executable, "-m", "bench.serving", folder, str(workers)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        try:
            said = json.loads(process.stdout.readline())
            yield Served(said["url"], said["token"], process.pid, said["dossier"])
        finally:
            process.terminate()
            process.wait()


def _resident(pid: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    return 0


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text(encoding="ascii").split()]


def main(folder: str, workers: str) -> None:
    store = open_store(Path(folder))
    Base.metadata.create_all(store.engine)
    with store.begin() as database:
        agency = Agency(name="Ủy ban nhân dân xã Suối Trong", created=now())
        user = User(login="do", full_name="Người đo", created=now())
        database.add_all([agency, user])
        database.flush()
        database.add(Membership(user=user, agency=agency, role=Role.DRAFTER.value))
        secret = tokens.make(database, agency.id, user.id, "đo", Scope, now() + timedelta(days=1))
        kept = dossiers.create(database, agency.id, "Năm 2026", 2026, dossier_text().decode(), user.id)
        number = kept.id
    app = create_app(store, WebSettings(workers=int(workers)))
    app.state.at_once._most = 1000  # one token stands for many users here
    taken = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    print(json.dumps({"url": url, "token": secret, "dossier": number}), flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[taken])


if __name__ == "__main__":
    main(*sys.argv[1:])
