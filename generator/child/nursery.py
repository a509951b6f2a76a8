"""A nursery: one small process without threads that forks children for a process that has some.

It has imported what the children need and never sees a request, so that they begin equal and know nothing of each
other. It ends with the process that made it, which hears and ends the children itself, also when the nursery is gone.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, suppress
from importlib import import_module
from typing import IO

from generator.child.messages import read, write
from generator.child.serving import named, serve, threads

_PATIENCE = 60.0  # seconds in which it must answer; getting ready takes it one or two
_CLOSED_ON_EXEC = getattr(socket, "MSG_CMSG_CLOEXEC", 0)


class Nursed:
    """A child of a nursery; what stops it is a handle of its own, which never means another process of that number."""

    def __init__(self, pid: int, handle: int, life: socket.socket) -> None:
        self.pid = pid
        self._handle = handle
        self._life = life  # closed at the other end when nothing of the child is left
        self._lock = threading.Lock()
        self._ended = False

    def poll(self) -> int | None:
        """None while the process is there."""
        with self._lock:
            return 0 if self._ended or _gone(self._handle, 0) else None

    def kill(self) -> None:
        """Stops the process at once."""
        with self._lock, suppress(ProcessLookupError):
            if not self._ended:
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def wait(self) -> int:
        """Waits until nothing of the process is left."""
        if not self._ended:
            _gone(self._handle)
            with suppress(OSError), self._life:
                self._life.recv(1)
            with self._lock:
                self._ended = True
                os.close(self._handle)
        return 0


class _Nursery:
    """The process, as its maker sees it."""

    def __init__(self, work: str, ready: str) -> None:
        self.has_borne = False
        self._control, its = socket.socketpair()
        with its:
            code = (
                f"import sys; sys.path[:] = {sys.path!r}; from generator.child.nursery import nurse; "
                f"nurse({its.fileno()}, {work!r}, {ready!r})"
            )
            null = subprocess.DEVNULL
            self._process = subprocess.Popen(
                [sys.executable, "-c", code], pass_fds=[its.fileno()], stdin=null, stdout=null, stderr=null
            )

    def bear(self, handed: list[int]) -> Nursed:
        """A child that is handed its files; raises OSError where the nursery is gone."""
        life, its = socket.socketpair()
        try:
            with its:
                socket.send_fds(self._control, [b"."], [its.fileno(), *handed])
            life.settimeout(_PATIENCE)
            said, handles, _, _ = socket.recv_fds(life, 20, 1, _CLOSED_ON_EXEC)
            if not handles:
                raise ConnectionError("the nursery is gone")
        except BaseException:
            life.close()
            raise
        self.has_borne = True
        return Nursed(int(said), handles[0], life)

    def end(self) -> None:
        """Ends the nursery; its children live on."""
        self._control.close()
        self._process.kill()
        self._process.wait()

    def forget(self) -> None:
        """Lets go of the nursery of another process, whose fork this one is."""
        self._control.close()
        self._process.returncode = 0


_kept: dict[str, _Nursery] = {}
_useless: set[str] = set()  # work whose nursery has never borne a child
_lock = threading.Lock()


def bear(
    work: str, seconds: float, memory: int, *, quiet: bool, ready: str, begin: str
) -> tuple[IO[bytes], IO[bytes], Nursed]:
    """A child for the work: what it says, where it is told, its process; raises OSError where there is no nursery.

    It begins as one started anew would, in the folder, with the environment, the path of modules and the errors this
    process has now, and with none of its files. ``ready`` is called once in the nursery before it bears any, ``begin``
    first of all in the child.
    """
    if not hasattr(os, "pidfd_open") or work in _useless:
        raise OSError("no nursery")
    told = {"work": work, "seconds": seconds, "memory": memory, "begin": begin}
    told |= {"path": sys.path, "environment": dict(os.environ)}
    with ExitStack() as its, ExitStack() as ours:

        def hand(number: int) -> int:
            its.callback(os.close, number)
            return number

        from_parent, to_child = os.pipe()
        hand(from_parent)
        writer = ours.enter_context(os.fdopen(to_child, "wb"))
        from_child, to_parent = os.pipe()
        hand(to_parent)
        reader = ours.enter_context(os.fdopen(from_child, "rb"))
        errors = hand(os.open(os.devnull, os.O_WRONLY) if quiet else os.dup(2))
        place = hand(os.open(".", os.O_PATH))
        process = _borne(work, ready, [from_parent, to_parent, errors, place])
        ours.callback(process.wait)
        ours.callback(process.kill)
        its.close()
        write(writer, "begin", json.dumps(told).encode())
        ours.pop_all()
        return reader, writer, process


def _borne(work: str, ready: str, handed: list[int]) -> Nursed:
    """By the nursery there is; where that has died, by a new one."""
    with _lock:
        nursery = _kept.get(work)
        if nursery is None:
            nursery = _kept[work] = _Nursery(work, ready)
    try:
        return nursery.bear(handed)
    except OSError:
        with _lock:
            if _kept.get(work) is nursery:
                del _kept[work]
        nursery.end()
        if not nursery.has_borne:
            _useless.add(work)
            raise
        return _borne(work, ready, handed)


@atexit.register
def _end() -> None:
    for nursery in _kept.values():
        nursery.end()
    _kept.clear()


def _forget() -> None:
    """In a fork of this process, which makes its own: with it the first one's would live on."""
    global _lock
    _lock = threading.Lock()
    for nursery in _kept.values():
        nursery.forget()
    _kept.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


def nurse(number: int, work: str, ready: str) -> None:
    """Forks a child for each word that comes over the socket, until there is nobody at its other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # its maker is told as well, and ends it
    import_module(work.partition(":")[0])
    if ready:
        named(ready)()
    if threads() != 1:
        return  # what was imported has threads: a fork may find their locks held for ever
    gc.collect()
    gc.freeze()
    control = socket.socket(fileno=number)
    children: dict[int, tuple[int, socket.socket]] = {}  # by handle: number of the process and what says it is there
    events = select.poll()
    events.register(control, select.POLLIN)
    while True:
        for found, _ in events.poll():
            if found in children:
                events.unregister(found)
                pid, life = children.pop(found)
                os.waitpid(pid, 0)
                os.close(found)
                life.close()
                continue
            _, handed, _, _ = socket.recv_fds(control, 1, 5, _CLOSED_ON_EXEC)
            if not handed:
                return
            life = socket.socket(fileno=handed.pop(0))
            pid = os.fork()
            if pid == 0:
                try:
                    for one in (control, life, *(other for _, other in children.values())):
                        one.close()
                    for handle in children:
                        os.close(handle)
                    _begin(*handed)
                finally:
                    os._exit(0)
            for file in handed:
                os.close(file)
            handle = os.pidfd_open(pid)
            with suppress(OSError):  # who asked has thought better of it, and its child ends by itself
                socket.send_fds(life, [str(pid).encode()], [handle])
            children[handle] = pid, life
            events.register(handle, select.POLLIN)


def _begin(from_parent: int, to_parent: int, errors: int, place: int) -> None:
    os.fchdir(place)
    for number in (1, 2):
        os.dup2(errors, number)
    for number in (place, errors):
        os.close(number)
    reader = os.fdopen(from_parent, "rb")
    told = json.loads(read(reader)[1])
    sys.path[:] = told["path"]
    os.environ.clear()
    os.environ.update(told["environment"])
    time.tzset()
    serve(told["work"], reader, os.fdopen(to_parent, "wb"), told["seconds"], told["memory"], told["begin"])


def _gone(handle: int, patience: float | None = None) -> bool:
    """Whether the process of the handle has ended, within so many seconds; without them, waits until it has."""
    events = select.poll()
    events.register(handle, select.POLLIN)
    return bool(events.poll(None if patience is None else patience * 1000))
