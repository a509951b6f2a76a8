"""What of a dossier is due on a day: reports by their periods, units that sent nothing, tasks of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.compose import document_name
from generator.compose.inline import Inline
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.errors import DataError
from generator.records import record
from generator.results import TaskState, assess, progress_of
from generator.results.reporting.sending import sending
from generator.service.pages.judging import open_page
from generator.wording.times.periods import Kind, Period

_AHEAD, _AFTER = 15, 60  # days before a period's end from which it is told, and after it while nothing is begun
_NUMBERS: dict[Kind, range] = {"tháng": range(1, 13), "quý": range(1, 5)}
_REGULAR: tuple[Kind, ...] = ("tháng", "quý", "6 tháng đầu", "6 tháng cuối", "9 tháng đầu", "năm")


@record(frozen=True)
class DueReport:
    """A period and its report: ``name`` of the document, empty where none is begun; ``left`` days to the period's end.

    ``silent`` are the units that sent nothing of the period, ``owing`` those that sent a part; told once it is over.
    """

    period: str
    end: date
    left: int
    name: str = ""
    silent: tuple[str, ...] = ()
    owing: tuple[str, ...] = ()


@record(frozen=True)
class DueTask:
    """A task of the plan whose last day is near or past; ``left`` days to it, negative after."""

    text: str
    lead: str
    day: date
    left: int


@record(frozen=True)
class Due:
    """What is due of one dossier; ``unsound`` where it cannot be opened as it stands, and nothing is known."""

    reports: tuple[DueReport, ...] = ()
    tasks: tuple[DueTask, ...] = ()
    unsound: bool = False


def due_of(text: str, done: Sequence[str], today: date) -> Due:
    """What is due of the dossier's JSON text; ``done`` are its documents that were issued."""
    try:
        dossier = open_page(text).dossier
    except DataError:
        return Due(unsound=True)
    found = sorted(_reports(dossier, frozenset(done), today), key=lambda one: one.end)
    return Due(tuple(found), tuple(sorted(_tasks(dossier, today), key=lambda one: one.day)))


def due_of_all(asked: Sequence[tuple[str, Sequence[str]]], today: date) -> list[Due]:
    """The same of several dossiers, in their order."""
    return [due_of(text, done, today) for text, done in asked]


def _reports(dossier: Dossier, done: frozenset[str], today: date) -> Iterator[DueReport]:
    begun: dict[Period, Document] = {}
    for document in dossier.documents:
        if document.period is not None:
            begun.setdefault(document.period.within(dossier.year), document)
    for period in dict.fromkeys([*begun, *_expected(dossier, list(begun))]):
        end, written = period.days()[1], begun.get(period)
        left = (end - today).days
        name = document_name(dossier, written) if written else ""
        if left > _AHEAD or (written is None and left < -_AFTER) or name in done:
            continue
        if written is not None and written.number is not None and written.date is not None:
            continue  # it says its number and day: it is out
        silent, owing = _unsent(dossier, period) if left < 0 else ((), ())
        yield DueReport(str(period), end, left, name, silent, owing)


def _expected(dossier: Dossier, begun: Sequence[Period]) -> Iterator[Period]:
    """The periods of the year of the kinds that the office reports by; the year's own wherever there are objectives."""
    kinds = {period.kind for period in begun}
    for kind in _REGULAR:
        if kind in kinds or (dossier.objectives and kind == "năm"):
            yield from (Period(kind, number, dossier.year) for number in _NUMBERS.get(kind, (0,)))


def _unsent(dossier: Dossier, period: Period) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not dossier.objectives:
        return (), ()
    sent = sending(dossier, assess(dossier, period))
    return sent.silent, tuple(one.unit for one in sent.owing)


def _tasks(dossier: Dossier, today: date) -> Iterator[DueTask]:
    first = date(dossier.year, 1, 1)
    if today < first:
        return
    inline = Inline(dossier)
    until = Period("đột xuất", 0, today.year, first, today)
    for task in progress_of(dossier, until, lambda path: "").tasks:
        near = task.state is TaskState.NOT_DUE and task.deadline and task.deadline - today <= timedelta(_AHEAD)
        if task.deadline and (near or task.state is TaskState.LATE):
            said = " ".join(inline.plain(" ".join(task.task.text)).split())
            yield DueTask(said, ", ".join(task.task.lead or ()), task.deadline, (task.deadline - today).days)
