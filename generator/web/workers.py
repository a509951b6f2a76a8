"""Worker processes that read, judge and make documents, so that a bad file ends its own request only.

Each is a child with limits (``generator.child``) spoken to over pipes of its own: one that dies holds nothing that
another needs. They are warm before their first request, and replaced after a number of them by one that is warm
already, so that what they gathered is given back and nobody waits for that.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import threading
import time
from collections import Counter
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

from fastapi import HTTPException, Request

from generator.child import Child
from generator.errors import ConversionError, Problem, VanthuError
from generator.logs import get_logger
from generator.web.clock import timed
from generator.web.tasks import packed
from generator.web.worker import Worker

T = TypeVar("T")
Told = Callable[[int, int], None]
_LOG = get_logger(__name__)
_TASKS = 1000  # after which a worker is replaced: a key is one, and memory has settled after a hundred
_PATIENCE = 0.25  # seconds after which a request is no longer overtaken by one whose matter a free worker has at hand
_WAITING = 40  # requests that may wait for a worker to be free
_SMALL = 300_000  # bytes of a request that may be short work: of a dossier of some ten years
_SHORT = 2.0  # seconds after which it was none
_FIX = "chia nhỏ tệp, bớt phần phức tạp (bảng, hình); tệp không rõ nguồn gốc thì đừng dùng"


class BusyError(VanthuError):
    """So many requests wait already that one more would only wait in vain; ``again`` is when to come back (seconds)."""

    heading = "Máy chủ đang bận"

    def __init__(self, again: int) -> None:
        self.again = again
        super().__init__(Problem("", "đang có quá nhiều việc chờ", f"thử lại sau {again} giây"))


class _NotBegunError(Exception):
    """The process was gone when the request came to it."""


class _Asked:
    """A request that waits or is at work; ``stop`` ends it wherever it is."""

    def __init__(self, request: bytes, seconds: float, told: Told | None, near: Hashable) -> None:
        self.request, self.seconds, self.told, self.near = request, seconds, told, near
        self.since = time.monotonic()
        self.future: Future[Any] = Future()
        self.stopped = False
        self.begun = False
        self._at: Child | None = None
        self._lock = threading.Lock()

    def at(self, child: Child) -> bool:
        with self._lock:
            self._at = child
            return not self.stopped

    def over(self) -> None:
        with self._lock:
            self._at = None

    def stop(self) -> None:
        with self._lock:
            self.stopped = True
            if self._at is not None:
                self._at.kill()


class Workers:
    """So many processes, each request with one of them to itself and a time of its own.

    ``tasks`` is after how many requests a process is replaced, ``waiting`` how many may wait for one to be free.
    Beside them is one for short work alone, which so never waits behind documents: from the first of it on, or at once
    where ``short`` says so.
    """

    def __init__(
        self,
        count: int,
        memory: int = 1_500_000_000,
        *,
        waiting: int = _WAITING,
        tasks: int = _TASKS,
        short: bool = False,
    ) -> None:
        self._count, self._memory, self._most_waiting, self._tasks = count, memory, waiting, tasks
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="worker")
        self._pending: list[_Asked] = []
        self._lock = threading.Lock()
        self._open = 0  # requests at work or waiting
        self._closed = False
        self._spare: Worker | None = None
        self._took = 1.0  # seconds, of late
        self._outcomes: Counter[str] = Counter()
        self._lane: Workers | None = None
        self._all = [self._new() for _ in range(count)]
        self._idle = [*self._all]
        for worker in self._all:
            threading.Thread(target=worker.get_ready, daemon=True).start()
        if short:
            self._short_work()

    @property
    def waiting(self) -> int:
        """How many requests wait for a worker."""
        return max(0, self._open - self._count)

    @property
    def busy(self) -> int:
        """How many workers are at work."""
        return min(self._open, self._count)

    @property
    def outcomes(self) -> Counter[str]:
        """How many requests ended how."""
        return self._outcomes + (self._lane.outcomes if self._lane is not None else Counter())

    @property
    def pids(self) -> list[int]:
        """The processes, for who measures them."""
        children = [worker.child for worker in self._all]
        own = [child.pid for child in children if child is not None]
        return own + (self._lane.pids if self._lane is not None else [])

    def ready(self) -> bool:
        """Whether there is a process that can take a request, or is at one."""
        return not self._closed and any(worker.alive for worker in self._all)

    async def run(
        self,
        task: Callable[..., T],
        *given: Any,
        seconds: float = 60,
        told: Told | None = None,
        patient: bool = False,
        near: Hashable = None,
        short: bool = False,
    ) -> T:
        """What the function of a module returns; raises what it raises.

        ``told`` hears how far it is, in another thread. One who is ``patient`` may wait however many do. What is
        ``near`` the same matter goes to the process that has it at hand, if that is free. What is ``short`` where the
        request is small goes to a process that does nothing else; one of which that is not true comes back from it and
        is done like any other. Cancelling stops the work.
        Raises BusyError at once where too many wait, ConversionError where it took more than its
        ``seconds`` or its process died.
        """
        request = packed(task, given)
        if short and len(request) <= _SMALL and (lane := self._short_work()) is not None:
            with suppress(BusyError, ConversionError):
                return await lane.run(task, *given, seconds=min(seconds, _SHORT))
        asked = _Asked(request, seconds, told, near)
        with self._lock:
            if self._closed or (not patient and self._open >= self._count + self._most_waiting):
                self._outcomes["busy"] += 1
                raise BusyError(self._again())
            self._open += 1
            self._pending.append(asked)
        asked.future.add_done_callback(self._over)
        self._threads.submit(self._do)
        try:
            made: T = await asyncio.wrap_future(asked.future)  # cancelled, it takes back what waits
        except asyncio.CancelledError:
            asked.stop()
            raise
        return made

    def close(self) -> None:
        """Ends the workers and what they are at."""
        with self._lock:
            self._closed = True
        if self._lane is not None:
            self._lane.close()
        for worker in [*self._all, *([self._spare] if self._spare else [])]:
            worker.stop()
        self._threads.shutdown(cancel_futures=True)
        for asked in self._pending:
            asked.future.cancel()
        for worker in self._all:
            worker.end()
        with self._lock:
            if self._spare is not None:
                self._spare.end()

    def _short_work(self) -> Workers | None:
        """What does short work, None while it is not warm."""
        with self._lock:
            if self._lane is None and not self._closed:
                self._lane = Workers(1, self._memory, waiting=self._most_waiting, tasks=self._tasks)
        return self._lane if self._lane is not None and self._lane.ready() else None

    def _again(self) -> int:
        """In how many seconds the queue will have moved on."""
        return max(1, round(self._took * self._most_waiting / self._count / 2))

    def _over(self, _future: Future[Any]) -> None:
        with self._lock:
            self._open -= 1

    def _new(self) -> Worker:
        return Worker(60.0, self._memory)

    def _do(self) -> None:
        """One of the requests done by an idle worker; in one of as many threads as there are workers."""
        with self._lock:
            asked, worker = self._next()
        made, error = None, None
        try:
            if not asked.future.set_running_or_notify_cancel():
                return
            worker = self._fit(worker)
            worker.has_at_hand(asked.near)
            try:
                made = self._asked(worker, asked)
            except _NotBegunError:  # it died before it had looked at the request, which may be sound
                worker = self._fit(worker)
                made = self._asked(worker, asked, last=True)
        except BaseException as raised:
            error = raised
        finally:
            if worker.ended and not self._closed:
                worker = self._instead(worker, self._new())  # begins to warm up now, not when the next one needs it
                threading.Thread(target=worker.get_ready, daemon=True).start()
            with self._lock:
                self._idle.append(worker)
        if error is not None:  # told when the worker is free again: who asked may ask at once
            asked.future.set_exception(error)
        else:
            asked.future.set_result(made)

    def _next(self) -> tuple[_Asked, Worker]:
        """The request that has waited longest, or one before it whose matter an idle worker has at hand; with that."""
        asked = self._pending[0]
        if time.monotonic() - asked.since < _PATIENCE:
            known = (one for one in self._pending if any(one.near in worker.near for worker in self._idle))
            asked = next(known, asked)
        self._pending.remove(asked)
        worker = min(self._idle, key=lambda one: (asked.near not in one.near, len(one.near)))
        self._idle.remove(worker)
        return asked, worker

    def _fit(self, worker: Worker) -> Worker:
        """The worker, or the one that takes its place: it has died, or has done its share and the next is ready."""
        if worker.done >= self._tasks:
            with self._lock:
                spare = self._spare
                if spare is None and not self._closed:
                    self._spare = self._new()
                    threading.Thread(target=self._spare.get_ready, daemon=True).start()
                elif spare is not None and spare.alive:
                    self._spare = None
                    worker.end()
                    worker = self._instead(worker, spare)
        if worker.get_ready():
            return worker
        worker.end()
        worker = self._instead(worker, self._new())
        if not worker.get_ready():
            raise BusyError(self._again())
        return worker

    def _instead(self, old: Worker, new: Worker) -> Worker:
        self._all[self._all.index(old)] = new
        return new

    def _asked(self, worker: Worker, asked: _Asked, *, last: bool = False) -> Any:
        child = worker.child
        assert child is not None
        if not asked.at(child):
            raise asyncio.CancelledError
        began = time.monotonic()
        outcome = "died"
        try:
            with timed(child, asked.seconds, worker.end) as late:
                # Processor time may run on every processor at once; the clock is watched here.
                child.send(asked.request, (asked.seconds * (os.cpu_count() or 1), worker.memory))
                outcome, answer = _answer(child, asked)
        except RuntimeError:
            outcome = "fault"
            raise
        except (EOFError, OSError, MemoryError) as error:
            if asked.stopped:
                outcome = "stopped"
                raise asyncio.CancelledError from None
            if not asked.begun and not last:
                raise _NotBegunError from None
            outcome = "late" if late.is_set() else "memory" if isinstance(error, MemoryError) else "died"
            raise ConversionError(self._ended(outcome, asked.seconds)) from None
        finally:
            asked.over()
            worker.done += 1
            with self._lock:
                self._outcomes[outcome] += 1
                self._took += (time.monotonic() - began - self._took) / 10
        if outcome == "raised":
            raise answer
        return answer

    def _ended(self, outcome: str, seconds: float) -> Problem:
        if outcome == "late":
            return Problem("", f"làm quá {seconds:g} giây chưa xong, đã bị dừng", _FIX)
        if outcome == "memory":
            return Problem("", f"cần quá {self._memory / 1e6:.0f} MB bộ nhớ, đã bị dừng", _FIX)
        return Problem("", "làm chương trình dừng giữa chừng (thường do cần quá nhiều bộ nhớ)", _FIX)


def _answer(child: Child, asked: _Asked) -> tuple[str, Any]:
    while True:
        kind, data = child.receive()
        if kind == "began":
            asked.begun = True
        elif kind == "progress":
            if asked.told is not None:
                done, total = data.split()
                asked.told(int(done), int(total))
        elif kind in ("done", "raised"):
            return kind, pickle.loads(data)
        elif kind == "memory":
            raise MemoryError
        else:
            raise RuntimeError(data.decode())  # a fault of ours; the text is its traceback


async def run_for(request: Request, task: Callable[..., T], *given: Any, seconds: float = 60, short: bool = False) -> T:
    """``Workers.run`` for the one who sent the request, whose body has been read: stopped when that one is gone."""
    workers: Workers = request.app.state.workers
    work = asyncio.ensure_future(workers.run(task, *given, seconds=seconds, short=short))
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not work.done():
            raise HTTPException(499)  # nobody reads it
        return work.result()
    finally:
        for one in (work, gone):
            one.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await gone


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
