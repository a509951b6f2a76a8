"""Processes that share a work of many files: they do not hear Ctrl-C, and end with the one that started them."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from generator.child import can_fork


@contextmanager
def uninterrupted() -> Iterator[None]:
    """What is started in here does not hear Ctrl-C: the one that started it does, once it is out again."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def begin_worker() -> None:
    """Makes this process one that ends with its starter, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_starter, daemon=True).start()


def _end_with_starter() -> None:
    from multiprocessing import parent_process

    starter = parent_process()
    if starter is not None:
        starter.join()
        os._exit(1)


def processes_for(files: int, least: int, most: int = 16) -> int:
    """How many processes share so many files: none where they are fewer than ``least`` or there is one processor.

    Where processes cannot be forked, which then import everything anew, it takes four times as many files. Each process
    holds the program and a Typst, so there are never more than ``most``.
    """
    if files < least or (files < 4 * least and not can_fork()):
        return 0
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(count, most) if count > 1 else 0
