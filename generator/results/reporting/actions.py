"""Corrective actions (hành động khắc phục) of earlier periods: who answers for each, until when, where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from generator.dossier.model import Dossier
from generator.dossier.quality.results import Result
from generator.records import record
from generator.results.amounts import Places, SourceRef
from generator.wording.times.dates import short_date
from generator.wording.times.periods import Period


class ActionState(StrEnum):
    """Where an action stands on the last day of a period; its text is what is printed."""

    DONE = "Đã xong"
    DONE_LATE = "Xong chậm"
    OPEN = "Đang thực hiện"
    OVERDUE = "Quá hạn"
    UNKNOWN = "Chưa xác định hạn"


@record(frozen=True)
class CorrectiveAction:
    """The action taken on one result: its period, state, and the days it is (or was done) late."""

    result: Result
    period: Period
    state: ActionState
    days_late: int
    source: SourceRef

    @property
    def done(self) -> bool:
        """Whether it is finished, in time or late."""
        return self.state in (ActionState.DONE, ActionState.DONE_LATE)

    @property
    def standing(self) -> str:
        """The state with its days, as a table prints it."""
        done = self.result.action_done
        if self.done and done:
            return f"Xong ngày {short_date(done)}" + (f", chậm {self.days_late} ngày" if self.days_late else "")
        return f"{self.state} {self.days_late} ngày" if self.days_late else str(self.state)


def is_followed(result: Result) -> bool:
    """Whether the action says what it can be followed by: who, until when, or when it was done."""
    return bool(result.action) and any((result.action_by, result.action_due, result.action_done))


def earlier_actions(dossier: Dossier, period: Period, place: Places) -> tuple[CorrectiveAction, ...]:
    """The actions of periods that ended before this one does, earliest first.

    Those of before it began that were closed by then are left out: an earlier report told of them. What was done after
    the period counts as not done.
    """
    first, last = period.days()
    found: list[CorrectiveAction] = []
    for index, result, of in _earlier(dossier, period):
        if result.action_done and result.action_done < first and of.days()[1] < first:
            continue
        done = result.action_done if result.action_done and result.action_done <= last else None
        late = _days_late(result.action_due, done or last)
        path = ("ket_qua", index, "khac_phuc")
        source = SourceRef(place(path), " ".join(result.action or ()), path)
        state = _state(done, late) if is_followed(result) else ActionState.UNKNOWN
        found.append(CorrectiveAction(result, of, state, late, source))
    return tuple(sorted(found, key=lambda action: action.period.days()[1]))


def unfollowed_actions(dossier: Dossier, period: Period) -> Iterator[tuple[int, Result]]:
    """The results of those periods whose action says neither who, until when, nor when it was done."""
    yield from ((index, result) for index, result, _ in _earlier(dossier, period) if not is_followed(result))


def _earlier(dossier: Dossier, period: Period) -> Iterator[tuple[int, Result, Period]]:
    last = period.days()[1]
    for index, result in enumerate(dossier.results):
        of = result.period_in(dossier.year)
        if result.action and of.days()[1] < last:
            yield index, result, of


def _days_late(due: date | None, day: date) -> int:
    return max(0, (day - due).days) if due else 0


def _state(done: date | None, late: int) -> ActionState:
    if done:
        return ActionState.DONE_LATE if late else ActionState.DONE
    return ActionState.OVERDUE if late else ActionState.OPEN
