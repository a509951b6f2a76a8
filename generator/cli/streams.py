"""Where a command prints to: whatever becomes of it, the work is done to its end and no traceback is printed."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import TextIO

# The reader has seen enough (``vanthu … | head -1``), or is not there: nothing that the user would have to be told.
_QUIET = (errno.EPIPE, errno.ESHUTDOWN, errno.ECONNRESET)


class _Lasting(io.RawIOBase):
    """A raw stream that goes on as if all were well once the one below refuses; ``failure`` says why it did."""

    def __init__(self, below: io.RawIOBase) -> None:
        self._below = below
        self.failure: OSError | None = None

    def writable(self) -> bool:
        """Always."""
        return True

    def isatty(self) -> bool:
        """Whether a person reads it."""
        return self._below.isatty()

    def fileno(self) -> int:
        """The number of the stream below."""
        return self._below.fileno()

    def write(self, data: object) -> int:
        """The number of bytes taken, all of them once the stream below has refused."""
        size = memoryview(data).nbytes  # type: ignore[arg-type]  # a buffer, which has no name before Python 3.12
        if self.failure is None:
            try:
                written = self._below.write(data)  # type: ignore[arg-type]
            except OSError as error:
                self.failure = error
            else:
                return size if written is None else written
        return size


def open_streams() -> None:
    """Make standard output and error write UTF-8 and never fail, also when they are closed, full or a broken pipe."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:  # closed: else the next file that is opened would get its number, and what is printed
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)
    sys.stdout, sys.stderr = _opened(sys.stdout, sys.__stdout__), _opened(sys.stderr, sys.__stderr__)


def close_streams() -> OSError | None:
    """Print what is left; why standard output did not take all of it, ``None`` when it did or its reader went away."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    failure = raw.failure if isinstance(raw, _Lasting) else None
    return None if failure is None or failure.errno in _QUIET else failure


def _opened(stream: TextIO | None, original: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123  # for as long as the process lives
    # Windows consoles default to a code page without Vietnamese; a path may hold bytes that are no text.
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)  # python -u has no buffer between
    if stream is original and isinstance(raw, io.RawIOBase):
        lasting = io.BufferedWriter(_Lasting(raw))
        lines = bool(stream.line_buffering) or raw is buffer
        return io.TextIOWrapper(lasting, encoding="utf-8", errors="replace", line_buffering=lines)
    if hasattr(stream, "reconfigure"):  # of a test, or of a program we run in
        stream.reconfigure(encoding="utf-8")
    return stream
