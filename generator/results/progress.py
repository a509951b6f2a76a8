"""How far the plan is at the end of a period: which tasks are done, late, not yet due."""

from __future__ import annotations

from collections import Counter
from datetime import date
from enum import StrEnum

from generator.dossier.model import Dossier
from generator.dossier.quality.objectives import Task
from generator.findings import Finding
from generator.records import record
from generator.results.amounts import Figure, Places, SourceRef
from generator.results.deadlines import deadline_in, is_recurring
from generator.results.remarks import no_clear_deadline
from generator.wording.times.dates import short_date
from generator.wording.times.periods import Period


class TaskState(StrEnum):
    """Where a task stands; its text is what is printed."""

    DONE = "Đã hoàn thành"
    LATE = "Chậm"
    NOT_DUE = "Chưa đến hạn"
    NO_DEADLINE = "Không xác định được hạn"


@record(frozen=True)
class TaskProgress:
    """One task at the end of the period; ``late_days`` counts from its deadline to the day done, or to the end."""

    task: Task
    objective: str | None
    state: TaskState
    deadline: date | None
    reason: str
    late_days: int
    source: SourceRef


@record(frozen=True)
class PlanProgress:
    """All tasks in the order of the plan, and how many are in each state."""

    tasks: tuple[TaskProgress, ...]
    done: Figure
    late: Figure
    not_due: Figure
    no_deadline: Figure
    findings: tuple[Finding, ...] = ()


def progress_of(dossier: Dossier, period: Period, place: Places) -> PlanProgress:
    """The plan on the last day of the period (its year known); what was done later counts as not done."""
    end = period.days()[1]
    tasks: list[TaskProgress] = []
    for index, group in enumerate(dossier.plan):
        for number, task in enumerate(group.tasks):
            where = place(("ke_hoach", index, "cong_viec", number))
            tasks.append(_progress(task, group.objective, end, dossier.year, where))
    counts = Counter(task.state for task in tasks)
    done, late, not_due, none = (_count(state, tasks, counts[state]) for state in TaskState)
    findings = (
        no_clear_deadline(_times(found.task, dossier.year)).finding(found.source.place)
        for found in tasks
        if found.state is TaskState.NO_DEADLINE and not is_recurring(_times(found.task, dossier.year))
    )
    return PlanProgress(tuple(tasks), done, late, not_due, none, tuple(findings))


def _progress(task: Task, objective: str | None, end: date, year: int, place: str) -> TaskProgress:
    times = _times(task, year)
    deadline = task.deadline or deadline_in(times, year)
    done = task.done if task.done and task.done <= end else None
    late_days = max(0, ((done or end) - deadline).days) if deadline else 0
    due = f"hạn {short_date(deadline)}" if deadline else ""
    if done:
        reason = f"xong ngày {short_date(done)}" + (f", chậm {late_days} ngày ({due})" if late_days else "")
        state = TaskState.DONE
    elif deadline is None:
        state = TaskState.NO_DEADLINE
        reason = "việc làm thường xuyên, định kỳ" if is_recurring(times) else "chưa xác định ngày hoàn thành"
    elif deadline <= end:
        state, reason = TaskState.LATE, due
    else:
        state, reason = TaskState.NOT_DUE, due
    return TaskProgress(task, objective, state, deadline, reason, late_days, SourceRef(place, " ".join(task.text)))


def _times(task: Task, year: int) -> tuple[str, ...]:
    return tuple(text.replace("{nam}", str(year)) for text in task.time or ())


def _count(state: TaskState, tasks: list[TaskProgress], number: int) -> Figure:
    sources = tuple(task.source for task in tasks if task.state is state)
    return Figure.count(number, f"đếm công việc «{state}»", sources)
