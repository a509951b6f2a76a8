"""The child's side: requests done one after the other, within limits, until the parent is gone."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import IO

from generator.child.messages import Sender, read, write

_PROC = Path("/proc/self")


def threads() -> int:
    """How many this process has, those of libraries too; raises OSError where that is not known."""
    return len(list((_PROC / "task").iterdir()))


def serve_standard(work: str, seconds: float, memory: int, begin: str = "") -> None:
    """Serves over the standard streams; what else is printed goes to the errors."""
    writer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(work, sys.stdin.buffer, writer, seconds, memory, begin)


def serve(work: str, reader: IO[bytes], writer: IO[bytes], seconds: float, memory: int, begin: str = "") -> None:
    """Does the requests that come, within the limits, until there are no more."""
    import threading
    from queue import SimpleQueue

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told as well, and ends its child
    if begin:
        named(begin)()

    def send(kind: str, data: bytes) -> None:
        write(writer, kind, data)

    requests: SimpleQueue[tuple[str, bytes]] = SimpleQueue()

    def take() -> None:
        while True:
            try:
                requests.put(read(reader))
            except (EOFError, OSError, ValueError):
                os._exit(0)  # the parent is gone or has no more use for this: nobody waits for what is being made

    # By a thread of its own, which hears of the parent's end while a library that cannot be interrupted is at work.
    threading.Thread(target=take, daemon=True).start()
    function: Callable[[bytes, Sender], None] = named(work)
    pages = _pages()
    _limit_memory(pages, memory)
    while True:
        kind, request = requests.get()
        _, own_seconds, own_memory = (*kind.split(":"), "", "")[:3]
        if own_memory:
            _limit_memory(pages, int(own_memory))
        _limit_time(float(own_seconds or seconds))
        try:
            function(request, send)
        except MemoryError:
            send("memory", b"")
        except Exception:
            import traceback

            send("fault", traceback.format_exc().encode())


def named(function: str) -> Callable[..., None]:
    """The function of a module that ``module:name`` means."""
    module, _, name = function.partition(":")
    found: Callable[..., None] = getattr(import_module(module), name)
    return found


def _pages() -> int | None:
    """How many pages of addresses the process has, None where there is no limit that works: Windows and macOS."""
    try:
        return int((_PROC / "statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return None


def _limit_memory(pages: int | None, size: int) -> None:
    if pages is None:
        return
    import resource

    most = pages * resource.getpagesize() + size
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a library that runs out of memory aborts


def _limit_time(seconds: float) -> None:
    # The clock is the parent's to watch; this ends a child whose parent is gone.
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = int(used.ru_utime + used.ru_stime + seconds) + 2
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
