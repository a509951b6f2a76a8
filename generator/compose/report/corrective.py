"""What is missed and why, the corrective actions of earlier periods and where they stand, figures put right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.compose.inline import sentence
from generator.compose.report.cells import NONE, centred, left, paths_of_row, plain_table
from generator.compose.report.context import ReportContext, dash, inside, paragraph, reached
from generator.content import Block, Cell, Rich
from generator.content import Row as TableRow
from generator.dossier.quality.results import Result, typed_figure
from generator.findings import Level
from generator.results import Figure, Row, Verdict
from generator.results.amounts import SourceRef
from generator.results.periods import previous, year_ago
from generator.results.printing import Shown
from generator.results.remarks import Remark
from generator.results.reporting.actions import (
    ActionState,
    CorrectiveAction,
    unfollowed_actions,
)
from generator.wording.characters import capitalise_first
from generator.wording.numerals.figures import thousands
from generator.wording.times.dates import short_date
from generator.wording.times.periods import Period

_STATES = (
    (ActionState.DONE, "đã xong đúng hạn"),
    (ActionState.DONE_LATE, "xong chậm"),
    (ActionState.OPEN, "đang thực hiện"),
    (ActionState.OVERDUE, "quá hạn chưa xong"),
    (ActionState.UNKNOWN, "chưa xác định hạn"),
)


def misses(context: ReportContext) -> Iterator[Block]:
    """Each missed target with its result, causes and actions."""
    report = context.report
    if not report.misses:
        some = any(row.verdict is Verdict.MET for row in report.rows)
        text = "Trong kỳ không có chỉ tiêu nào không đạt."
        yield paragraph(text if some else "Chưa có số liệu để đánh giá chỉ tiêu không đạt.")
        return
    for row in report.misses:
        target = inside(row.target.text) if row.target else ""
        unit = f", {context.unit(row)}" if row.unit else ""
        where = f"Chỉ tiêu không đạt, mục tiêu {row.number}{unit}"
        shown = reached(row, context.noted(row.result, where)) if row.result else ""
        fraction = f" ({_fraction(row)})" if row.denominator else ""
        asked = f"chỉ tiêu {target}, " if target else ""
        text = f"{context.called(row.objective)}{unit}: {asked}kết quả {shown}{fraction}."
        yield dash(text, of=paths_of_row(row))
        yield from _explained(context, "Nguyên nhân", row.causes)
        yield from _explained(context, "Biện pháp khắc phục", row.actions, row)


def _explained(context: ReportContext, name: str, texts: tuple[str, ...], row: Row | None = None) -> Iterator[Block]:
    for text in texts:
        said = Rich.plain(f"{name}: ") + sentence(context.inline.rich(text))
        followed = _followed(context, row, text) if row else ""
        yield Block("cong", "+", chu=said + Rich.plain(f" {followed}") if followed else said)


def _followed(context: ReportContext, row: Row, text: str) -> str:
    """Who answers for an action of the period and until when, as a sentence; empty when nobody said."""
    last = context.report.period.days()[1]
    for result in context.followed.get(row.objective.id, ()):
        if row.unit and result.unit and result.unit != row.unit:
            continue
        if any(text == action or text.endswith(f": {action}") for action in result.action or ()):
            done = result.action_done if result.action_done and result.action_done <= last else None
            parts = [f"chịu trách nhiệm: {context.inline.plain(result.action_by)}"] if result.action_by else []
            parts += [f"hạn: {short_date(result.action_due)}"] if result.action_due else []
            parts += [f"đã xong ngày {short_date(done)}"] if done else []
            return f"{capitalise_first('; '.join(parts))}." if parts else ""
    return ""


def earlier(context: ReportContext) -> Iterator[Block]:
    """A table of the actions of earlier periods with who, until when, and where each stands at the end of this one."""
    report = context.report
    for index, result in unfollowed_actions(context.dossier, report.period):
        who = f"mục tiêu {result.objective}, {result.period}"
        what = f"hành động khắc phục của {who} chưa ghi người, hạn nên báo cáo không theo dõi được"
        fix = "ghi người khắc phục, hạn khắc phục, ngày khắc phục xong"
        remark = Remark("khac-phuc-khong-theo-doi", what, fix, Level.NOTE)
        context.find(remark, context.place(("ket_qua", index, "khac_phuc")))
    actions = context.earlier_actions
    if not actions:
        yield paragraph("Không có hành động khắc phục của kỳ trước cần theo dõi.")
        return
    yield paragraph(f"{statement(context, actions)}:")
    kinds = [("Mục tiêu, kỳ phát sinh", 3.2), ("Hành động khắc phục", 3.8), ("Người chịu trách nhiệm", 2.3)]
    kinds += [("Hạn", 1.5), ("Tình trạng", 1.9)]
    body = [TableRow(tuple(_cells(context, action))) for action in actions]
    yield Block("bang", bang=plain_table(kinds, body, f"Hành động khắc phục kỳ trước, {report.period}"))


def statement(context: ReportContext, actions: tuple[CorrectiveAction, ...]) -> str:
    """How many actions of earlier periods there are and where they stand, as a sentence without its end."""
    where = "Hành động khắc phục kỳ trước"
    total = context.count(_counted(actions, "hành động khắc phục"), where)
    parts = []
    for state, words in _STATES:
        found = tuple(action for action in actions if action.state is state)
        if found:
            parts.append(f"{context.count(_counted(found, words), f'{where}: {words}')} {words}")
    end = short_date(context.report.period.days()[1])
    return f"Có {total} hành động khắc phục của các kỳ trước; đến hết ngày {end}: {', '.join(parts)}"


def _counted(actions: tuple[CorrectiveAction, ...], words: str) -> Figure:
    return Figure.count(len(actions), f"đếm {words}", tuple(action.source for action in actions))


def _cells(context: ReportContext, action: CorrectiveAction) -> Iterator[Cell]:
    result = action.result
    number = context.dossier.objective_numbers[result.objective]
    unit = f", {context.inline.plain(result.unit)}" if result.unit else ""
    whose = (Rich.plain(unit.removeprefix(", ")),) if unit else ()
    yield Cell((Rich.plain(f"Mục tiêu {number}, {_short(context, action.period)}"), *whose))
    yield Cell(tuple(context.inline.cell(text) for text in result.action or ()))
    yield left(context.inline, result.action_by) if result.action_by else centred(NONE)
    due = short_date(result.action_due) if result.action_due else NONE
    yield centred(due, of=((*action.source.path[:2], "han_khac_phuc"),))
    figure = Figure(Shown(action.standing), "so ngày xong với hạn", (action.source,))
    text = context.noted(figure, f"Hành động khắc phục, mục tiêu {number}{unit}")
    keys = ("xong_khac_phuc", "han_khac_phuc") if result.action_done else ("han_khac_phuc",)
    of = ((*action.source.path[:2], key) for key in keys)
    yield centred(text, bold=action.state is ActionState.OVERDUE, of=of)


def corrections(context: ReportContext) -> Iterator[Block]:
    """Each figure that this report corrects: what was published, what it is, and why."""
    found = list(_corrected(context))
    if not found:
        yield paragraph("Không có số liệu đã công bố nào phải đính chính.")
        return
    yield paragraph("Đính chính số liệu đã công bố:")
    yield from (_correction(context, *one) for one in found)


def notes_of_corrections(context: ReportContext) -> Iterator[Block]:
    """The same below a table whose corrected figures carry (*); nothing where none is corrected."""
    if any(True for _ in _corrected(context)):
        yield paragraph("(*) Có số liệu được đính chính so với số đã công bố:")
        yield from (_correction(context, *found) for found in _corrected(context))


def _corrected(context: ReportContext) -> Iterator[tuple[int, Result, Period]]:
    """The results of the period, of the one before and of a year ago that correct a published figure."""
    own = context.report.period
    spans = [period.days() for period in (own, previous(own), year_ago(own)) if period]
    for index, result in enumerate(context.dossier.results):
        period = result.period_in(context.dossier.year)
        first, last = period.days()
        if result.corrected and any(start <= first and last <= end for start, end in spans):
            yield index, result, period


def _correction(context: ReportContext, index: int, result: Result, period: Period) -> Block:
    number = context.dossier.objective_numbers[result.objective]
    unit = f", {context.inline.plain(result.unit)}" if result.unit else ""
    now = result.level or ""
    if result.denominator is not None:
        now = f"{thousands(result.numerator or 0)}/{thousands(result.denominator)}"
    elif result.value is not None:
        now = typed_figure(result.value)
    if "%" in (result.published or "") and result.value is not None:
        now += "%"
    where = f"Đính chính, mục tiêu {number}{unit}, {period}"
    published = context.inline.plain(result.published or "")
    formula = f"thay số đã công bố {published}"
    source = context.place(("ket_qua", index, "dinh_chinh"))
    why = context.inline.plain(result.corrected or "").rstrip(" .;")
    now = context.noted(Figure(Shown(now), formula, (SourceRef(source, why),)), where)
    said = f"Mục tiêu {number}{unit}, {period}: số đã công bố {published}, nay đính chính là {now}"
    of = [("ket_qua", index, key) for key in ("tu_so", "mau_so", "gia_tri", "muc")]
    return dash(f"{said}; lý do: {inside(why)}.", of=of)


def _short(context: ReportContext, period: Period) -> str:
    """The period without its year where that is the dossier's."""
    return str(replace(period, year=None)) if period.year == context.dossier.year else str(period)


def _fraction(row: Row) -> str:
    return f"{thousands(row.numerator or 0)}/{thousands(row.denominator or 0)}"
