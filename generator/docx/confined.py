"""Documents of templates from outside, made in one child process that is limited in time and memory."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from pathlib import Path
from types import TracebackType

from generator.child import Child, Sender, Way, launch, watched
from generator.docx.document import Part, render_document
from generator.docx.proving import Mark, Trial, prove
from generator.docx.sandbox import bounded
from generator.docx.word.properties import Properties
from generator.errors import Problem, TemplateError

SECONDS = 60.0  # for one document, its annexes included; one of 10,000 rows takes some seconds
MEMORY = 2 * 1024**3  # bytes beyond what the process has at its start

_ANSWERS = ("signs", "made", "done")
_FIX = "bớt vòng lặp và phép tính trong mẫu; mẫu không rõ ai làm thì đừng dùng"


class Confined:
    """The child that makes the documents of one run: started for the first one, ended with the context.

    The time is limited on every system, by the clock; memory where the system can (Linux). What the child sends back
    is read as bytes and JSON, never as objects. Not for use by two threads at once.
    ``ready`` (``module:name``) imports what it takes where a nursery bears it, with what its requests are made of.
    """

    def __init__(
        self,
        seconds: float = SECONDS,
        memory: int = MEMORY,
        way: Way | None = None,
        ready: str = f"{__name__}:get_ready",
    ) -> None:
        self._seconds = seconds
        self._memory = memory
        self._way = way
        self._ready = ready
        self._child: Child | None = None

    def __enter__(self) -> Confined:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def idle(self) -> bool:
        """Whether there is no child now."""
        return self._child is None

    def start(self) -> None:
        """Starts the child, if there is none; early is cheap: a process that has no threads yet can be forked."""
        if self._child is None:
            self._child = launch(f"{__name__}:make", self._seconds, self._memory, self._way, ready=self._ready)

    def close(self) -> None:
        """Ends the child."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def render_document(
        self,
        main: Part,
        attachments: Sequence[Part] = (),
        properties: Properties | None = None,
        hidden: bytes | None = None,
    ) -> bytes:
        """The DOCX that ``render_document`` makes of the same; beyond the limits TemplateError is raised."""
        request = pickle.dumps((main, tuple(attachments), properties, hidden))
        (made,) = (data for kind, data in self._answers(request, main.template.name) if kind == "done")
        return made

    def prove(self, part: Part) -> list[Trial]:
        """The form filled as ``prove`` does; beyond the limits TemplateError is raised."""
        made: list[Trial] = []
        for kind, data in self._answers(pickle.dumps(part), part.template.name):
            if kind == "signs":
                signs, never = json.loads(data)
                made.append(Trial(b"", {Mark(*tag): said for tag, said in signs}, [Mark(*tag) for tag in never]))
            elif kind == "made":
                made[-1].docx = data
        return made

    def _answers(self, request: bytes, template: str) -> Iterator[tuple[str, bytes]]:
        """What the child answers to the request, ``done`` last."""
        self.start()
        assert self._child is not None
        child = self._child
        try:
            with watched(child, self._seconds, self.close) as late:
                child.send(request)
                kind = ""
                while kind != "done":
                    kind, data = child.receive()
                    if kind == "template":
                        template = data.decode()
                    elif kind == "refused":
                        raise TemplateError(Problem(*texts) for texts in json.loads(data))
                    elif kind == "memory":
                        raise EOFError
                    elif kind in _ANSWERS:
                        yield kind, data
                    else:
                        raise RuntimeError(data.decode())  # a fault of ours; the text is its traceback
        except (EOFError, OSError):
            raise TemplateError(self._stopped(template, late.is_set())) from None

    def _stopped(self, template: str, late: bool) -> Problem:
        if late:
            return Problem(template, f"mẫu làm quá {self._seconds:g} giây chưa xong, đã bị dừng", _FIX)
        size = f"{self._memory / 1024**2:.0f} MB"
        return Problem(template, f"mẫu dùng quá {size} bộ nhớ hoặc quá thời gian cho phép, đã bị dừng", _FIX)


def get_ready() -> None:
    """Imports what compiling takes; runs before the children are forked that make documents."""
    import generator.docx.compiling.core_properties
    import generator.docx.compiling.prepare  # noqa: F401


def make(request: bytes, send: Sender) -> None:
    """Makes the document asked for, or tries a form out, and sends what came of it; runs in the child."""
    asked = pickle.loads(request)
    try:
        with bounded(len(request)):
            if isinstance(asked, Part):
                _prove(asked, send)
            else:
                _make(send, *asked)
    except TemplateError as error:
        send("refused", json.dumps([astuple(problem) for problem in error.problems]).encode())


def _prove(part: Part, send: Sender) -> None:
    send("template", part.template.name.encode())
    for trial in prove(part):
        send("signs", json.dumps([list(trial.signs.items()), trial.never]).encode())
        send("made", trial.docx)
    send("done", b"")


def _make(
    send: Sender, main: Part, attachments: Sequence[Part], properties: Properties | None, hidden: bytes | None
) -> None:

    def began(template: Path) -> None:
        send("template", template.name.encode())

    send("done", render_document(main, attachments, properties, hidden, began))
