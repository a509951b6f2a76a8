"""A real PostgreSQL server of a test's own, which it may kill and start again."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from generator.store.engine import open_store
from generator.store.migrations import migrate
from tests.conftest import REQUIRE_ALL

_PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


@dataclass
class Server:
    """A server on the loopback, its data in a folder that goes with it."""

    programs: Path
    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None
    _made: int = field(default=0)
    _pattern: str = field(default="")

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """The address of an empty database."""
        return self._new()

    def migrated_database(self) -> str:
        """The address of a database whose tables are there: a copy, as the steps that make them take longer."""
        if not self._pattern:
            url = self._new()
            store = open_store(self.folder.parent / "mau", url)
            migrate(store)
            store.close()
            self._pattern = url.rpartition("/")[2]
        return self._new(f"TEMPLATE {self._pattern}")

    def _new(self, how: str = "") -> str:
        self._made += 1
        name = f"thu_{self._made}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} {how}")
        return self.url(name)

    def start(self) -> None:
        # -F: nothing here outlives the machine, and whoever is killed has written to it even so.
        where = ["-D", self.folder, "-p", str(self.port), "-k", "", "-h", "127.0.0.1"]
        command = [*_as_server(), self.programs / "postgres", "-F", *where]
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        until = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(self.url(), connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                if time.monotonic() > until or self.process.poll() is not None:
                    raise
                time.sleep(0.1)

    def kill(self) -> None:
        """``kill -9`` of the server and all its processes, as when the machine loses its power."""
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        main = int((self.folder / "postmaster.pid").read_text().splitlines()[0])
        until = time.monotonic() + 30
        while time.monotonic() < until:  # runuser puts the server into a session of its own
            children = subprocess.run(["pgrep", "-P", str(main)], capture_output=True, text=True, check=False)
            for process in [main, *map(int, children.stdout.split())]:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            if not Path(f"/proc/{main}").exists():
                break
            time.sleep(0.05)
        self.process.wait()


def _as_server() -> list[str]:
    # PostgreSQL refuses to be run by root.
    return ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []


@contextlib.contextmanager
def server() -> Iterator[Server]:
    """A server that runs; the test is skipped where PostgreSQL is not installed."""
    if not _PLACES:
        (pytest.fail if REQUIRE_ALL else pytest.skip)("PostgreSQL is not installed: the store is not tried on it")
    folder = Path(tempfile.mkdtemp(prefix="vanthu-pg-"))
    if _as_server():
        shutil.chown(folder, "postgres")
    data = folder / "data"
    made = [_PLACES[0] / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-N", "-E", "UTF8", "--locale=C.UTF-8"]
    subprocess.run([*_as_server(), *made], check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = Server(_PLACES[0], data, port)
    running.start()
    try:
        yield running
    finally:
        running.kill()
        shutil.rmtree(folder, ignore_errors=True)
