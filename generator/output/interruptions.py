"""Signals held until files are whole: Ctrl-C and SIGTERM end the work at a safe point, not between two names."""

from __future__ import annotations

import signal
import threading
from types import FrameType, TracebackType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")


class Interrupted(BaseException):
    """A signal has come and nothing is committed yet; it never leaves ``Held``."""


class Held:
    """A context in which signals wait; ``check`` raises when one has come, and leaving it delivers the signal.

    Only the main thread receives signals; in another one this does nothing.
    """

    def __init__(self) -> None:
        self._came: list[int] = []
        self._before: dict[int, object] = {}

    def __enter__(self) -> Held:
        if threading.current_thread() is threading.main_thread():
            for name in _NAMES:
                number = getattr(signal, name, None)
                # A handler of None is not Python's and could not be put back.
                if number is not None and signal.getsignal(number) not in (signal.SIG_IGN, None):
                    self._before[number] = signal.signal(number, self._note)
        return self

    def check(self) -> None:
        """Raise ``Interrupted`` when a signal has come."""
        if self._came:
            raise Interrupted

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # what signal.signal gave
        if self._came:
            signal.raise_signal(self._came[0])
        if isinstance(error, Interrupted):
            raise KeyboardInterrupt from None  # the handler put back did not end the process

    def _note(self, number: int, _frame: FrameType | None) -> None:
        self._came.append(number)
