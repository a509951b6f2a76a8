"""Typst in a child process: stopped when it takes too long or too much memory, kept warm over all files of a run."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from types import TracebackType
from typing import Any

from generator.child import Child, Sender, Way, launch, watched
from generator.errors import ConversionError, Problem
from generator.logs import followed, get_logger
from generator.pdf.running.job import Job, NotSetError, Typst, folder_of
from generator.pdf.running.machine_fonts import Listed, ask, ask_here, list_faces

SECONDS = 60.0  # for any document; more for what is in it, ten times what that takes on a slow machine
_A_PICTURE, _A_MEGABYTE = 10.0, 60.0  # seconds for each picture and for each megabyte of source, 3,000 pages of text
MEMORY = 2 * 1024**3  # bytes beyond what Typst has at its start
_A_BYTE, _A_PIXEL = 2_000, 8  # bytes of memory for each of the source and for each pixel
_A_THREAD = 136 * 1024**2  # addresses the C library reserves for each thread, one to a processor
_LOG = get_logger(__name__)
_FIX = "bớt phần phức tạp (bảng, hình) hoặc chia thành nhiều tệp; tệp không rõ nguồn gốc thì đừng dùng"


class ConfinedTypst:
    """The child that sets the documents of one run: started early, ended with the context, begun anew when stopped.

    The time is limited on every system, by the clock; memory where the system can (Linux). What the child sends back
    is read as bytes and JSON, never as objects. Where no child can be started, Typst runs in this process. Not for use
    by two threads at once.
    """

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY, way: Way | None = None) -> None:
        self._seconds, self._memory, self._way = seconds, memory, way
        self._child: Child | None = None
        self._instead: Typst | None = None

    def __enter__(self) -> ConfinedTypst:
        ask(self._faces)
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        ask_here(self._faces)
        self.close()

    def start(self) -> None:
        """Starts the child, if there is none; early is cheap: a process that has no threads yet can be forked."""
        if self._child is not None or self._instead is not None:
            return
        try:
            work, memory = f"{__name__}:serve", self._allowed(0, 0)
            self._child = launch(work, self._seconds, memory, self._way, quiet=not followed())
            self._child.send(_packed("warm_up"))
        except OSError as error:
            _LOG.info("no child for Typst, it runs in this process: %s", error)
            self.close()
            from generator.pdf.running.here import HERE

            self._instead = HERE

    def close(self) -> None:
        """Ends the child."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def run(self, job: Job) -> list[bytes]:
        """The PDF, or each page as PNG; ``NotSetError`` when Typst refuses, ``ConversionError`` beyond the limits."""
        self.start()
        if self._instead is not None:
            return self._instead.run(job)
        seconds = self._seconds + len(job.text) / 1e6 * _A_MEGABYTE + len(job.pictures) * _A_PICTURE
        memory = self._allowed(len(job.text), _pixels(job))
        with folder_of(job) as root:
            return self._asked(_packed("run", job.packed(), root), seconds, memory)

    def forget(self) -> None:
        """Let Typst drop what it remembers of earlier documents."""
        if self._instead is not None:
            self._instead.forget()
        elif self._child is not None:
            self._asked(_packed("forget"), self._seconds, self._allowed(0, 0))

    def _faces(self) -> Listed | None:
        """The fonts of the machine, ``None`` when the child cannot list them."""
        self.start()
        if self._child is None:
            return None
        try:
            (listed,) = self._asked(_packed("faces"), self._seconds, self._allowed(0, 0))
        except ConversionError:
            return None
        return [tuple(face) for face in json.loads(listed)]

    def _allowed(self, text: int, pixels: int) -> int:
        return self._memory + text * _A_BYTE + pixels * _A_PIXEL + (os.cpu_count() or 1) * _A_THREAD

    def _asked(self, request: bytes, seconds: float, memory: int) -> list[bytes]:
        """What the child answers."""
        assert self._child is not None
        child = self._child
        try:
            with watched(child, seconds, self.close) as late:
                child.send(request, (seconds, memory))
                return _answer(child)
        except (EOFError, OSError, MemoryError):
            raise ConversionError(_stopped(seconds, memory, late.is_set())) from None


def _packed(*request: object) -> bytes:
    return json.dumps(request).encode()


def _answer(child: Child) -> list[bytes]:
    made: list[bytes] = []
    while True:
        kind, data = child.receive()
        if kind == "made":
            made.append(data)
        elif kind == "done":
            return made
        elif kind == "refused":
            said = json.loads(data)
            raise NotSetError(
                said["message"], broken=said["broken"], unreadable=said["unreadable"], damaged=tuple(said["damaged"])
            )
        elif kind == "memory":
            raise MemoryError
        else:
            raise RuntimeError(data.decode())  # a fault of ours; the text is its traceback


def _pixels(job: Job) -> int:
    if not job.pictures:
        return 0
    from generator.layout.picture_limits import pixels  # here: most documents have no picture

    return sum(pixels(job.files[name]) for name in job.pictures)


def _stopped(seconds: float, memory: int, late: bool) -> Problem:
    if late:
        return Problem("Bộ dựng PDF", f"dàn trang quá {seconds:.0f} giây chưa xong, đã bị dừng", _FIX)
    what = f"dàn trang dùng quá {memory / 1024**2:.0f} MB bộ nhớ hoặc bị dừng từ ngoài"
    return Problem("Bộ dựng PDF", what, _FIX)


def serve(request: bytes, send: Sender) -> None:
    """Does what is asked for and sends what came of it; runs in the child."""
    asked, *values = json.loads(request)
    from generator.pdf.running import here

    if asked == "warm_up":  # nobody waits for it
        here.warm_up()
        _listed()
        return
    try:
        for part in _made(asked, values):
            send("made", part)
        send("done", b"")
    except NotSetError as error:
        said = {"message": error.message, "broken": error.broken}
        send("refused", json.dumps({**said, "unreadable": error.unreadable, "damaged": error.damaged}).encode())


def _made(asked: str, values: list[Any]) -> list[bytes]:
    from generator.pdf.running import here

    if asked == "faces":
        return [json.dumps(_listed()).encode()]
    if asked == "forget":
        here.HERE.forget()
        return []
    packed, root = values
    return here.compile_job(Job.unpacked(packed), root)


@lru_cache(maxsize=1)
def _listed() -> Listed:
    """The fonts of the machine, listed once."""
    return list_faces()
