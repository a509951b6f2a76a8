"""LibreOffice at work: workers that each convert one file at a time, none able to harm another's job.

Every job is a run of LibreOffice of its own: asked over its socket it would need its own Python, and a running one
that is handed a ``--convert-to`` ends after it anyway. What a worker keeps between jobs is the profile.
"""

from __future__ import annotations

from pathlib import Path
from queue import LifoQueue
from types import TracebackType

from generator.errors import ConversionError, Problem
from generator.pdf.finishing.inspection import inspect
from generator.pdf.office import libreoffice
from generator.pdf.office.ending import cleaned_up
from generator.pdf.office.folders import OwnFolder, remove_left_over
from generator.pdf.office.supervisor import Supervisor

START_TIMEOUT = 60.0  # seconds; a first start after booting reads some 300 MB
CONVERT_TIMEOUT = 180.0  # seconds; a table of 3,000 rows takes 37
RECYCLE_AFTER = 50  # jobs a profile serves
_NAME = "van-ban.docx"


class OfficePool:
    """Up to ``size`` conversions at once, from any threads; nothing runs and nothing is on disk before the first.

    Leaving the ``with`` block, or ``close``, removes every trace, and so does a signal that ends the process at work;
    what a kill leaves is removed before the next pool's first conversion. Seconds for the time limits.
    """

    def __init__(
        self,
        program: str | None = None,
        *,
        size: int = 1,
        start_timeout: float = START_TIMEOUT,
        convert_timeout: float = CONVERT_TIMEOUT,
        recycle_after: int = RECYCLE_AFTER,
    ) -> None:
        self._program = program
        workers = [_Worker(start_timeout, convert_timeout, recycle_after) for _ in range(max(size, 1))]
        self._workers = workers
        self._swept = False
        self._free: LifoQueue[_Worker] = LifoQueue()  # the last one's profile is warm
        for worker in workers:
            self._free.put(worker)

    def convert(self, docx: bytes) -> bytes:
        """The PDF LibreOffice makes of a DOCX, opened to prove it; waits while all workers are busy.

        Raises ``ConversionError`` when LibreOffice is missing, does not start, hangs, crashes or makes no sound PDF.
        """
        program = self._program or libreoffice.require_program()
        worker = self._free.get()
        try:
            self._sweep()
            with cleaned_up():
                return worker.convert(program, docx)
        finally:
            self._free.put(worker)

    def _sweep(self) -> None:
        if not self._swept:
            self._swept = True
            remove_left_over()

    def close(self) -> None:
        """Remove the workers' profiles; call it when no conversion is under way."""
        for worker in self._workers:
            worker.forget()

    def __enter__(self) -> OfficePool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Worker:
    """A profile, and the jobs it has served; after a failure it is not trusted again."""

    def __init__(self, start_timeout: float, convert_timeout: float, recycle_after: int) -> None:
        self._start_timeout, self._convert_timeout = start_timeout, convert_timeout
        self._recycle_after = recycle_after
        self._profile: OwnFolder | None = None
        self._jobs = 0

    def convert(self, program: str, docx: bytes) -> bytes:
        """The PDF of one job, whose own folder is gone afterwards."""
        folder: OwnFolder | None = None
        try:
            profile = self._ready_profile()
            folder = OwnFolder()
            source = folder.path / _NAME
            source.write_bytes(docx)
            self._run(libreoffice.command(program, profile.path, source), profile, folder.path)
            made = source.with_suffix(".pdf")
            if not made.is_file():  # LibreOffice says 0 all the same
                raise _failed("kết thúc mà không tạo ra PDF", "mở tệp DOCX bằng Word để kiểm tra tệp")
            pdf = made.read_bytes()
            inspect(pdf, "LibreOffice")
        except BaseException:
            self.forget()
            raise
        finally:
            if folder is not None:
                folder.remove()
        return pdf

    def _ready_profile(self) -> OwnFolder:
        if self._jobs >= self._recycle_after:
            self.forget()
        if self._profile is None:
            # Two conversions with one profile wait for each other or fail (unoserver#74).
            self._profile = OwnFolder()
            libreoffice.write_profile(self._profile.path)
        self._jobs += 1
        return self._profile

    def _run(self, command: list[str], profile: OwnFolder, folder: Path) -> None:
        try:
            run = Supervisor(command, temporary=folder)
        except OSError as error:
            raise _failed("không chạy được", "cài lại LibreOffice, hoặc dùng --engine typst") from error
        with run:
            profile.served_by(run.process)
            if not run.wait(self._start_timeout, until=lambda: libreoffice.has_started(profile.path)):
                what = f"không khởi động xong sau {self._start_timeout:g} giây"
                raise _failed(what, "đóng bớt chương trình khác rồi thử lại")
            if not run.wait(self._convert_timeout):
                raise _failed(f"không xong sau {self._convert_timeout:g} giây", "thử lại, hoặc chia nhỏ văn bản")
            code = run.stop()
        if code < 0:
            raise _failed(f"bị dừng giữa chừng (tín hiệu {-code})", "thử lại; nếu vẫn lỗi, mở và lưu lại tệp bằng Word")

    def forget(self) -> None:
        """Remove the profile; the next job begins with a new one."""
        if self._profile is not None:
            self._profile.remove()
        self._profile, self._jobs = None, 0


def _failed(what: str, fix: str) -> ConversionError:
    return ConversionError(Problem("LibreOffice", what, fix))
