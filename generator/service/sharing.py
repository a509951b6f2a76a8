"""Work on many files shared out among processes, one to a processor, and told in order as of one after another."""

from __future__ import annotations

import pickle
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any, TypeVar

from generator.child import Child, Sender, launch
from generator.pdf import ConfinedTypst
from generator.service.workers import uninterrupted

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_AHEAD = 4  # files for each process that may be begun while the first of them is not done: what is made waits in memory
_UNLIMITED = 1 << 40  # seconds and bytes: what one process may do with a file, each of several may
_TYPST: list[ConfinedTypst] = []


def shared_out(
    task: Callable[[_Given], _Made], given: Iterable[_Given], processes: int, *, typst: bool = True
) -> Generator[_Made | None, None, None]:
    """What the task makes of each, in order; None for what its process was ended over, and the others go on.

    ``task``, what it is given and what it makes are such as pickle takes; ``typst`` begins for each process the one
    that ``typst_here`` gives it. What is not taken of the results ends the processes at once.
    """
    with tempfile.TemporaryDirectory(prefix="vanthu-", ignore_cleanup_errors=True) as room:
        try:
            crew = _Crew(processes, room, typst)
        except OSError:  # no process can be begun: it is done in this one
            yield from map(task, given)
            return
        try:
            begun: deque[Future[Any]] = deque()
            for one in given:
                begun.append(crew.ask(task, one))
                if len(begun) > _AHEAD * processes:
                    yield begun.popleft().result()
            while begun:
                yield begun.popleft().result()
            crew.dismiss()
        finally:
            crew.end()


def typst_here() -> ConfinedTypst | None:
    """The Typst of this process, where it is one that shares a work and was begun with one."""
    return _TYPST[0] if _TYPST else None


class _Crew:
    """So many processes, each spoken to by one thread at a time; one that is ended is begun anew.

    Their temporary files are in the folder ``room``: a process that is ended could not clean up.
    """

    def __init__(self, processes: int, room: str, typst: bool) -> None:
        self._room, self._typst = room, typst
        self._idle: SimpleQueue[Child] = SimpleQueue()
        self._all: list[Child] = []
        self._over = False
        self._lock = threading.Lock()
        try:
            for _ in range(processes):  # before there are threads, for then they can be forked
                self._begin()
        except OSError:
            if not self._all:
                raise
        self._threads = ThreadPoolExecutor(len(self._all))

    def ask(self, task: Callable[[_Given], _Made], given: _Given) -> Future[_Made | None]:
        """What the task makes of it, in the first process that is free."""
        return self._threads.submit(self._asked, pickle.dumps((self._room, task, given)))

    def dismiss(self) -> None:
        """Lets the processes, none of which has anything to do, end what they have begun."""
        for _ in self._all:
            self._asked(pickle.dumps((self._room, _end_typst, None)))

    def end(self) -> None:
        """Ends the processes, whatever they are doing."""
        with self._lock:
            self._over = True
            for child in self._all:
                child.kill()
        self._threads.shutdown(cancel_futures=True)
        for child in self._all:
            child.end()

    def _begin(self) -> None:
        begin = f"{__name__}:begin_typst" if self._typst else ""
        with uninterrupted():
            child = launch(f"{__name__}:serve", _UNLIMITED, _UNLIMITED, begin=begin)
        self._all.append(child)
        self._idle.put(child)

    def _renew(self, child: Child) -> None:
        with self._lock:
            child.end()
            if not self._over:
                try:
                    self._begin()
                    self._all.remove(child)
                except OSError:  # it is tried again for the next file
                    self._idle.put(child)

    def _asked(self, request: bytes) -> Any:
        child = self._idle.get()
        try:
            child.send(request)
            kind, said = child.receive()
        except (EOFError, OSError, ValueError):  # the last of one that could not be begun anew, whose pipes are closed
            self._renew(child)
            return None
        self._idle.put(child)
        if kind == "memory":
            raise MemoryError
        if kind != "done":
            raise RuntimeError(said.decode())  # a fault of ours; the text is its traceback
        return pickle.loads(said)


def begin_typst() -> None:
    """Begins the Typst of a process that shares a work."""
    _TYPST[:] = [ConfinedTypst().__enter__()]


def _end_typst(_: None) -> None:
    for one in _TYPST:
        one.close()


def serve(request: bytes, send: Sender) -> None:
    """Does the task with what is given; runs in the process that shares the work."""
    tempfile.tempdir, task, given = pickle.loads(request)
    send("done", pickle.dumps(task(given)))
