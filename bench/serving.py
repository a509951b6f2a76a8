"""A server of its own process to measure: an office with one user and one token, on a free port of this machine."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import uvicorn
from fastapi import Response

from generator.service import open_dossier
from generator.store import dossiers
from generator.store.engine import open_store
from generator.store.models import Agency, Base, Membership, Role, Scope, User
from generator.store.models.base import now
from generator.store.people import tokens
from generator.web.app import create_app
from generator.web.security.sessions import sign_in
from generator.web.serving import listen
from generator.web.settings import WebSettings

EXAMPLE = "data/suoi-trong-2026"
_DOSSIER = "ho-so.json"


@dataclass(frozen=True)
class Served:
    """A running server: its address, a token with every scope, its process, a dossier that is kept there.

    ``cookie`` and ``csrf`` are those of a browser in which someone is signed in who may write in the agency.
    """

    url: str
    token: str
    pid: int
    dossier: int
    agency: int
    cookie: str
    csrf: str

    def resident(self) -> tuple[int, int]:
        """Bytes of memory of the server's process, and of its workers together."""
        return _resident(self.pid), sum(map(_resident, _below(self.pid)))

    def worked(self) -> tuple[float, float]:
        """Seconds of processor that the server's process has taken, and its workers together."""
        return _worked(self.pid), sum(map(_worked, _below(self.pid)))


def dossier_text(only: str = "cong-van") -> bytes:
    """An example of one document as JSON."""
    data = open_dossier(EXAMPLE, only=[only]).data
    data["van_ban"] = [one for one in data["van_ban"] if one.get("ten_tep") == only]
    return json.dumps(data, ensure_ascii=False).encode()


@contextlib.contextmanager
def served(workers: int = 2, text: bytes = b"") -> Iterator[Served]:
    """A server that ends with the context; it keeps the dossier of that JSON text, or an example of one document."""
    with tempfile.TemporaryDirectory(prefix="vanthu-bench-") as folder:
        Path(folder, _DOSSIER).write_bytes(text or dossier_text())
        command = [sys.executable, "-m", "bench.serving", folder, str(workers)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        try:
            said = json.loads(process.stdout.readline())
            yield Served(pid=process.pid, **said)
        finally:
            process.terminate()
            process.wait()


def _resident(pid: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    return 0


def _worked(pid: int) -> float:
    with contextlib.suppress(OSError):
        times = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _below(pid: int) -> list[int]:
    """The children of the process and theirs: workers are forked by a nursery."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    own = [int(child) for task in tasks for child in task.read_text(encoding="ascii").split()]
    return [*own, *(other for child in own for other in _below(child))]


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
        text = Path(folder, _DOSSIER).read_text(encoding="utf-8")
        kept = dossiers.create(database, agency.id, "Hồ sơ đo", 2026, text, user.id)
        answer = Response()
        session = sign_in(database, answer, user, secure=False)
        said = {
            "token": secret, "dossier": kept.id, "agency": agency.id, "csrf": session.csrf,
            "cookie": answer.headers["set-cookie"].split(";")[0].partition("=")[2],
        }  # fmt: skip
    app = create_app(store, WebSettings(workers=int(workers)))
    app.state.at_once._most = 1000  # one token stands for many users here
    taken = listen(("127.0.0.1", 0))
    print(json.dumps({"url": f"http://127.0.0.1:{taken.getsockname()[1]}", **said}), flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[taken])


if __name__ == "__main__":
    main(*sys.argv[1:])
