"""Worker processes that read, judge and make documents, so that a bad file ends its own request only."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from generator.errors import ConversionError, Problem

T = TypeVar("T")
_TASKS = 200  # after which a worker is replaced, so that what it gathered is given back


class Workers:
    """A pool of processes, each request with a time and a memory of its own."""

    def __init__(self, count: int, memory: int = 1_500_000_000) -> None:
        self._pool = ProcessPool(
            count,
            max_tasks=_TASKS,
            initializer=_limited,
            initargs=[memory],
            context=multiprocessing.get_context("spawn"),
        )

    async def run(self, task: Callable[..., T], *given: Any, seconds: float = 60) -> T:
        """What the function of a module returns; raises what it raises.

        ConversionError where it took too long, or its process died.
        """
        future = self._pool.schedule(task, args=list(given), timeout=seconds)
        try:
            made: T = await asyncio.wrap_future(future)
        except TimeoutError:
            raise ConversionError(Problem("", f"làm quá {seconds:g} giây nên đã dừng", "chia nhỏ tệp")) from None
        except ProcessExpired:
            raise ConversionError(Problem("", "tệp làm chương trình dừng giữa chừng", "kiểm tra lại tệp")) from None
        return made

    def close(self) -> None:
        """Ends the workers and what they are at."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _limited(memory: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
