"""How far the plan is at the end of the period: the counts in a sentence, then the tasks that are or were late."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.report.context import ReportContext, dash, paragraph
from generator.content import Block
from generator.results import Figure, TaskProgress, TaskState
from generator.results.printing import Shown
from generator.results.remarks import Remark
from generator.wording.times.dates import short_date

_MOST_NAMED = 12  # tasks named one by one; the annexed plan shows the rest


def progress(context: ReportContext) -> Iterator[Block]:
    """The progress of the dossier's plan."""
    found, where = context.report.progress, "Tiến độ kế hoạch"
    if not found.tasks:
        yield paragraph("Chưa có kế hoạch thực hiện mục tiêu chất lượng.")
        fix = "thêm kế hoạch thực hiện, hoặc bỏ phần in tiến độ"
        context.find(Remark("chua-co-ke-hoach", "in tiến độ mà chưa có kế hoạch nào", fix))
        return
    sources = tuple(task.source for task in found.tasks)
    total = Figure.count(len(found.tasks), "đếm công việc của kế hoạch", sources)
    end = short_date(context.report.period.days()[1])
    counts = (
        ("đã hoàn thành", found.done),
        ("chậm so với hạn", found.late),
        ("chưa đến hạn", found.not_due),
        ("thường xuyên hoặc không có hạn cụ thể", found.no_deadline),
    )
    parts = [
        f"{context.count(figure, f'{where}: công việc {words}')} công việc {words}"
        for words, figure in counts
        if figure.number
    ]
    number = context.count(total, f"{where}: tổng số công việc")
    yield paragraph(f"Kế hoạch có {number} công việc; tính đến hết ngày {end}: {', '.join(parts)}.")
    late = [task for task in found.tasks if task.state is TaskState.LATE]
    done_late = [task for task in found.tasks if task.state is TaskState.DONE and task.late_days]
    for heading, tasks in (("Công việc chậm:", late), ("Công việc hoàn thành chậm:", done_late)):
        if tasks:
            yield paragraph(heading)
            yield from (dash(_task(context, task)) for task in tasks[:_MOST_NAMED])
            if len(tasks) > _MOST_NAMED:
                yield dash(f"Và {len(tasks) - _MOST_NAMED} công việc khác.")


def _task(context: ReportContext, task: TaskProgress) -> str:
    lead = f"; chủ trì: {context.inline.plain(', '.join(task.task.lead))}" if task.task.lead else ""
    text = context.inline.plain(" ".join(task.task.text)).rstrip(" .;:,")
    figure = Figure(Shown(task.reason), "so ngày hoàn thành với hạn", (task.source,))
    context.trace.note(figure, f"Tiến độ kế hoạch: {text}")
    return f"{text} ({task.reason}{lead})."
