"""Typst in this process: it cannot be interrupted, so what it is given has been bounded before."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import typst

from generator.fonts import FOLDER
from generator.pdf.running.job import EMBEDDED, Job, NotSetError, folder_of

_REMEMBERED = 10  # compilations
# How Typst begins what it says of a picture that it cannot decode.
_UNREADABLE = ("failed to decode image", "failed to parse SVG", "failed to load linked image", "unknown image format")
_NONE = (str(FOLDER),)


class Here:
    """The Typst of this process, for as many threads as there are."""

    def run(self, job: Job) -> list[bytes]:
        """The PDF, or each page as PNG; ``NotSetError`` when Typst refuses the source."""
        with folder_of(job) as root:
            return compile_job(job, root)

    def forget(self) -> None:
        """Let Typst drop what it remembers of earlier documents: it keeps that for ten compilations, gigabytes."""
        for _ in range(_REMEMBERED + 1):
            typst.compile(b"", font_paths=fonts(_NONE), ignore_system_fonts=True, format="svg")


HERE = Here()


def warm_up() -> None:
    """Make ready what every document needs, so that the first one need not wait for it."""
    HERE.run(Job('#set text(font: "Liberation Serif")\nvăn thư', datetime(2000, 1, 1, tzinfo=UTC), _NONE))


@lru_cache(maxsize=16)
def fonts(folders: tuple[str, ...]) -> typst.Fonts:
    """The fonts in the folders, those of Typst itself where they are named among them, and no others."""
    paths = [folder for folder in folders if folder != EMBEDDED]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=EMBEDDED in folders, font_paths=paths)


def compile_job(job: Job, root: str | None) -> list[bytes]:
    """What Typst makes of the job, whose files stand in the folder; ``NotSetError`` when it refuses."""
    try:
        made = _compile(job, root)
    except (typst.TypstError, RuntimeError) as error:
        message = getattr(error, "message", "") or str(error)
        unreadable = root is not None and any(sign in message for sign in _UNREADABLE)
        damaged = _damaged(job, root) if root is not None and unreadable else ()
        raise NotSetError(message, unreadable=unreadable, damaged=damaged) from error
    except BaseException as error:
        # A panic inside Typst arrives as a BaseException of a class that its module does not export.
        if type(error).__name__ != "PanicException":
            raise
        raise NotSetError("", broken=True) from None
    assert made is not None  # nothing is given back where a file was asked for, which is never
    return made if isinstance(made, list) else [made]  # a list for pictures of several pages, says its manual


def _compile(job: Job, root: str | None) -> bytes | list[bytes] | None:
    text, book = job.text.encode(), fonts(job.fonts)
    asked: dict[str, Any] = {
        "format": job.kind, "ppi": job.dpi, "pdf_standards": list(job.standards), "timestamp": job.moment,
    }  # fmt: skip
    if root is not None:  # a kept compiler would still look into the folder of the document before
        return typst.compile(text, root=root, font_paths=book, ignore_system_fonts=True, **asked)
    idle = _idle(job.fonts)
    try:
        compiler = idle.pop()  # by one thread each: it refuses to be called by two
    except IndexError:
        compiler = typst.Compiler(font_paths=book, ignore_system_fonts=True)
    made = compiler.compile(text, **asked)
    idle.append(compiler)  # one that failed is not used again
    return made


@lru_cache(maxsize=16)
def _idle(folders: tuple[str, ...]) -> list[typst.Compiler]:
    """The compilers of these fonts that do nothing now: making one takes as long as setting a short page."""
    return []


def _damaged(job: Job, root: str) -> tuple[str, ...]:
    """Which of the pictures Typst cannot decode, each tried by itself: of several it names the first, without place."""
    found = []
    for name in job.pictures:
        try:
            typst.compile(  # type: ignore[call-overload]  # bytes and paths may be mixed
                f'#image("/{name}")'.encode(), root=root, font_paths=fonts(_NONE), ignore_system_fonts=True,
                format="svg",
            )  # fmt: skip
        except (typst.TypstError, RuntimeError):
            found.append(name)
    return tuple(found)
