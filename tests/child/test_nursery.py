"""Children of a nursery are as apart, as limited and as soon gone as those started anew."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator.child import Child, launch

ROOT = Path(__file__).parents[2]
WORK = "tests.child.work:tell"
pytestmark = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="there are nurseries on Linux alone")


@contextmanager
def child(memory: int = 10**9, **how: Any) -> Iterator[Child]:
    made = launch(WORK, 60, memory, "nursery", **how)
    try:
        yield made
    finally:
        made.end()


def said(by: Child, asked: str = "") -> dict[str, Any]:
    by.send(asked.encode())
    kind, answer = by.receive()
    assert kind == "said", (kind, answer)
    told: dict[str, Any] = json.loads(answer)
    return told


def started_anew(made: Child) -> bool:
    return isinstance(made._process, subprocess.Popen)


def works(process: int) -> bool:
    """Whether the process is there and not yet dead."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def test_children_begin_where_the_process_is_now_with_none_of_its_files_and_know_nothing_of_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with child() as first, (tmp_path / "mở.txt").open("w") as kept:
        os.set_inheritable(kept.fileno(), True)
        assert not started_anew(first)
        told = said(first, "bí mật")
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("NAME", "Ấp 1")
        monkeypatch.setenv("TZ", "UTC-7")
        monkeypatch.syspath_prepend(str(tmp_path))
        with child() as second:
            again = said(second)
        assert told["parent"] == again["parent"] != os.getpid()
        assert (again["seen"], again["name"], again["place"], again["hour"]) == ([""], "Ấp 1", str(tmp_path), 7)
        assert again["path"] == sys.path
        for files in (told["files"], again["files"]):  # beside the standard streams and the way to its parent
            assert [file for file in files[3:] if not file.startswith("pipe:")] == []
            assert len(files) == 5
        assert said(first)["seen"] == ["bí mật", ""]
        assert capfd.readouterr() == ("", "printed\n" * 3)
        with child(quiet=True) as silent:
            said(silent)
        assert capfd.readouterr() == ("", "")


def test_the_limit_of_memory_is_beyond_what_a_child_begins_with() -> None:
    with child(50 * 10**6) as made:
        made.send(b"eat")
        assert made.receive()[0] == "memory"
        made.send(b"eat", (60, 10**9))
        assert made.receive() == ("ate", b"100")


def test_a_child_that_is_killed_takes_no_other_with_it_and_nothing_of_it_is_left() -> None:
    with child() as first, child() as second:
        first.send(b"spin")
        assert first.receive()[0] == "spinning"
        assert first.alive
        first.kill()
        with pytest.raises(EOFError):
            first.receive()
        first.end()
        assert not first.alive
        assert not Path(f"/proc/{first.pid}").exists()
        assert said(second)["seen"] == [""]


def test_when_the_nursery_is_killed_its_children_live_on_and_the_next_has_another() -> None:
    with child() as first:
        nursery = said(first)["parent"]
        os.kill(nursery, signal.SIGKILL)
        with child() as second:
            assert not started_anew(second)
            assert said(second)["parent"] != nursery
        assert first.alive
        assert said(first)["seen"] == ["", ""]
        first.end()
        assert not works(first.pid)


def test_where_there_can_be_no_nursery_the_child_is_started_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.child import nursery

    monkeypatch.setattr(nursery, "_kept", {})
    monkeypatch.setattr(nursery, "_useless", set())
    with child(ready="tests.child.work:start_a_thread") as made:
        assert started_anew(made)
        assert said(made)["seen"] == [""]


def test_a_process_with_threads_has_its_children_by_a_nursery_and_many_threads_at_once() -> None:
    over = threading.Event()
    threading.Thread(target=over.wait).start()

    def ask(number: int) -> tuple[bool, list[str]]:
        made = launch(WORK, 60, 10**9)
        try:
            return started_anew(made), said(made, str(number))["seen"]
        finally:
            made.end()

    try:
        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(ask, range(8))) == [(False, [str(number)]) for number in range(8)]
    finally:
        over.set()


# A process with children at work and at rest; its fork makes a nursery of its own; then it is killed.
PARENT = """
import os, signal
from tests.child.test_nursery import child, said
with child() as rests, child() as works:
    works.send(b"spin")
    works.receive()
    fork = os.fork()
    if fork == 0:
        with child() as other:
            print(other.pid, said(other)["parent"], flush=True)
        os._exit(0)
    os.waitpid(fork, 0)
    print(rests.pid, said(rests)["parent"], works.pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_nothing_is_left_of_a_process_that_is_killed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PARENT], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert done.returncode == -signal.SIGKILL
    of_fork, of_parent = ([int(number) for number in line.split()] for line in done.stdout.splitlines())
    assert of_fork[1] != of_parent[1]
    end = time.monotonic() + 30
    while (left := [*filter(works, (*of_fork, *of_parent))]) and time.monotonic() < end:
        time.sleep(0.02)
    assert not left
