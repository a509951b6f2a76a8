"""One clock for all that must end in time: a thread for each request would cost more than many a request takes."""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

from generator.child import Child


class Clock:
    """Does what it was asked to when the time has come, in a thread of its own that begins with the first."""

    def __init__(self) -> None:
        self._acts: dict[int, Callable[[], None]] = {}
        self._times: list[tuple[float, int]] = []
        self._numbers = count()
        self._changed = threading.Condition()
        self._until = 0.0  # when the thread looks again
        self._thread: threading.Thread | None = None

    def add(self, seconds: float, act: Callable[[], None]) -> int:
        """Has ``act`` done in so many seconds unless it is taken back by the number given; it must be quick."""
        at, number = time.monotonic() + seconds, next(self._numbers)
        with self._changed:
            self._acts[number] = act
            heapq.heappush(self._times, (at, number))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="clock", daemon=True)
                self._thread.start()
            elif at < self._until:
                self._changed.notify()
        return number

    def remove(self, number: int) -> None:
        """Takes it back: from then on it is not done any more."""
        with self._changed:
            self._acts.pop(number, None)

    def _run(self) -> None:
        with self._changed:
            while True:
                now = time.monotonic()
                while self._times and (self._times[0][0] <= now or self._times[0][1] not in self._acts):
                    act = self._acts.pop(heapq.heappop(self._times)[1], None)
                    if act is not None:
                        act()
                self._until = self._times[0][0] if self._times else now + 3600
                self._changed.wait(self._until - now)


_CLOCK = Clock()


@contextmanager
def timed(child: Child, seconds: float, close: Callable[[], None]) -> Iterator[threading.Event]:
    """``generator.child.watched`` for a process that has threads anyway: no child is forked of it."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill()

    number = _CLOCK.add(seconds, stop)
    try:
        yield late
    except (EOFError, OSError, MemoryError):
        close()
        raise
    finally:
        _CLOCK.remove(number)
        if late.is_set():
            close()
