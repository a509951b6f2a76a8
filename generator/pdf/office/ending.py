"""Signals that would end the process at once end it after what has to be cleaned up is."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")  # SIGINT is Python's KeyboardInterrupt already


class _Ended(BaseException):
    """One of the signals has come; it never leaves ``cleaned_up``."""


@contextmanager
def cleaned_up() -> Iterator[None]:
    """A context that such a signal leaves as an exception does, before it ends the process all the same.

    A signal that a program handles or ignores by itself is left to it, and so are all outside the main thread.
    """
    came: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        if not came:  # a second one must not break off the cleaning
            came.append(number)
            raise _Ended

    ours: list[int] = []
    if threading.current_thread() is threading.main_thread():
        for name in _ENDING:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, end)
                ours.append(number)
    try:
        yield
    except _Ended:
        pass
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)
        if came:
            signal.raise_signal(came[0])
