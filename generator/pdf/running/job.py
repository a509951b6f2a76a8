"""What Typst is asked to make, and how it says that it could not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Protocol

from generator.records import record

EMBEDDED = "embedded"  # stands for the fonts that Typst itself holds, among folders of fonts


@record(frozen=True)
class Job:
    """One document to set: source, the files it reads by name, folders of fonts, and the form of what is made.

    ``pictures`` are those of the files that are pictures; ``dpi`` counts for PNG, ``standards`` for PDF.
    """

    text: str
    moment: datetime
    fonts: tuple[str, ...]
    kind: Literal["pdf", "png", "svg"] = "pdf"
    files: dict[str, bytes] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    dpi: float | None = None

    def packed(self) -> list[Any]:
        """The same as values of JSON without the files, for another process."""
        moment = self.moment.isoformat()
        return [self.text, moment, self.fonts, self.kind, self.pictures, self.standards, self.dpi]

    @classmethod
    def unpacked(cls, values: list[Any]) -> Job:
        """The job of the values."""
        text, moment, fonts, kind, pictures, standards, dpi = values
        at = datetime.fromisoformat(moment)
        return cls(text, at, tuple(fonts), kind, {}, tuple(pictures), tuple(standards), dpi)


@contextmanager
def folder_of(job: Job) -> Iterator[str | None]:
    """A folder with the files of the job, gone afterwards; Typst reads what is not text as files below its root only.

    Made by who hands over the job: a child that is killed could not clean up.
    """
    if not job.files:
        yield None
        return
    import tempfile  # here: most documents have no picture

    with tempfile.TemporaryDirectory(prefix="vanthu-typst-", ignore_cleanup_errors=True) as folder:
        for name, data in job.files.items():
            (Path(folder) / name).write_bytes(data)
        yield folder


class NotSetError(Exception):
    """Typst's own words for what it could not do; whether it broke off.

    ``unreadable`` says that a picture could not be decoded, ``damaged`` which ones.
    """

    def __init__(
        self, message: str, *, broken: bool = False, unreadable: bool = False, damaged: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.message, self.broken = message, broken
        self.unreadable, self.damaged = unreadable, damaged


class Typst(Protocol):
    """Where Typst runs."""

    def run(self, job: Job) -> list[bytes]:
        """The PDF, or each page as PNG; ``NotSetError`` when Typst refuses the source."""

    def forget(self) -> None:
        """Let Typst drop what it remembers of earlier documents."""
