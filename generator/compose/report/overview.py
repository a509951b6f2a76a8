"""The results in general: how many objectives are met, missed, not due, without figures; each in a line by its name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.report.cells import paths_of_row
from generator.compose.report.context import ReportContext, dash, inside, is_estimated, paragraph, reached
from generator.content import Block
from generator.results import Figure, ObjectiveAssessment, Row, Verdict
from generator.results.amounts import SourceRef
from generator.results.periods import year_ago
from generator.results.remarks import Remark
from generator.typed.source import Path_
from generator.wording.characters import capitalise_first

_WHERE = "Kết quả chung"


def overview(context: ReportContext) -> Iterator[Block]:
    """The counts of objectives in a sentence, then a line for each objective, then how they compare with a year ago."""
    report = context.report
    if not report.objectives:
        yield paragraph("Chưa có mục tiêu chất lượng để đánh giá kết quả thực hiện.")
        what = "chưa có mục tiêu nào để tổng hợp kết quả"
        context.find(Remark("chua-co-muc-tieu", what, "thêm mục tiêu"))
        return
    said = f"{counts(context)}. Cụ thể:" if _any_decided(context) else f"{counts(context)}."
    yield paragraph(said, of=(path for objective in report.objectives for path in _paths(objective)))
    yield from (dash(_of_objective(context, objective), of=_paths(objective)) for objective in report.objectives)
    yield from (paragraph(text) for text in (_compared(context), _estimates(context)) if text)


def _paths(objective: ObjectiveAssessment) -> Iterator[Path_]:
    """What the line of an objective is worked out of."""
    for row in objective.rows:
        yield from paths_of_row(row)


def counts(context: ReportContext) -> str:
    """How many of the objectives are in each state, as one sentence without its end."""
    report = context.report
    period = capitalise_first(str(report.period))
    total = context.count(report.total, f"{_WHERE}: tổng số mục tiêu")
    by_state = _by_state(context)
    if all(found.verdict is Verdict.NO_DATA for found in report.objectives):
        for state, found in by_state.items():
            context.count(_counted(context, state, found), f"{_WHERE}: mục tiêu {state.lower()}")
        return f"{period}, chưa đánh giá được mục tiêu nào trong {total} mục tiêu chất lượng vì chưa có đủ số liệu"
    parts: list[str] = []
    for state, found in by_state.items():
        if found or (state == Verdict.MET and _any_decided(context)):
            said = state.lower()
            number = context.count(_counted(context, state, found), f"{_WHERE}: mục tiêu {said}")
            parts.append(
                f"{number}/{total} mục tiêu {'' if parts else 'chất lượng '}{said}{_estimated(context, found)}"
            )
    return f"{period}, {'; '.join(parts)}"


def _estimated(context: ReportContext, found: list[ObjectiveAssessment]) -> str:
    """How many of the objectives met (or missed) are so by estimates: they are not counted as final in silence."""
    some = [one for one in found if one.verdict in (Verdict.MET, Verdict.MISSED) and _is_estimated(one)]
    if not some:
        return ""
    state = f"{_state(some[0])} theo số ước"
    number = context.count(_counted(context, state, some), f"{_WHERE}: mục tiêu ước {_state(some[0]).lower()}")
    return f" (trong đó {number} mục tiêu ước {_state(some[0]).lower()})"


def _is_estimated(objective: ObjectiveAssessment) -> bool:
    return any(is_estimated(row) for row in objective.rows if row.target)


def missed_names(context: ReportContext) -> str:
    """The missed objectives by number and name, in a list; empty where none is."""
    missed = [objective for objective in context.report.objectives if objective.verdict is Verdict.MISSED]
    return "; ".join(f"mục tiêu {found.number} - {context.name(found.objective)}" for found in missed)


def _any_decided(context: ReportContext) -> bool:
    return any(found.verdict in (Verdict.MET, Verdict.MISSED) for found in context.report.objectives)


def _by_state(context: ReportContext) -> dict[str, list[ObjectiveAssessment]]:
    """The objectives by where they stand: met first, then missed, then what cannot be told yet."""
    found: dict[str, list[ObjectiveAssessment]] = {str(verdict): [] for verdict in Verdict}
    for objective in context.report.objectives:
        found.setdefault(_state(objective), []).append(objective)
    return found


def _state(objective: ObjectiveAssessment) -> str:
    """Where the objective stands; part of its figures is not the same as none."""
    partly = any(row.reason.startswith("thiếu số liệu") for row in objective.rows)
    return "Chưa đủ số liệu" if objective.state == Verdict.NO_DATA and partly else objective.state


def _counted(context: ReportContext, state: str, found: list[ObjectiveAssessment]) -> Figure:
    refs = (SourceRef(context.place(("muc_tieu", o.number - 1)), f"mục tiêu {o.objective.id}") for o in found)
    return Figure.count(len(found), f"đếm mục tiêu «{state}»", tuple(refs))


def _of_objective(context: ReportContext, objective: ObjectiveAssessment) -> str:
    where = f"{_WHERE}, mục tiêu {objective.number}"
    judged = [row for row in objective.rows if row.target]
    head = f"{context.called(objective.objective)}: "
    text = verdict_words(objective)
    if not objective.objective.targets and objective.verdict is Verdict.NO_DATA:
        text = "chưa xác định chỉ tiêu để đánh giá" if objective.rows else "chưa có đánh giá của kỳ"
    elif judged and all(row.nothing_arisen for row in judged):
        text = "không phát sinh trong kỳ"
    elif len(judged) == 1 and judged[0].result and judged[0].target:
        row = judged[0]
        shown = reached(row, context.noted(judged[0].result, f"{where}: kết quả"))
        text += f"; kết quả {shown}, chỉ tiêu {inside(judged[0].target.text)}"
        if row.verdict not in (Verdict.MET, Verdict.MISSED) and row.reason:
            text += "" if row.reason.startswith(text.partition(";")[0]) else f" ({inside(row.reason)})"
    elif len(judged) == 1:
        text += "" if not judged[0].reason or judged[0].reason.startswith(text) else f" ({judged[0].reason})"
    elif judged:
        text += f"; {_shares(context, judged, where)}"
    if objective.together:
        text += f"; tính chung {context.noted(objective.together, f'{where}: tính chung các đơn vị')}"
    return f"{head}{text}."


def verdict_words(objective: ObjectiveAssessment) -> str:
    """Where the objective stands, inside a sentence; told as on an estimate where it is: ``ước đạt``."""
    said = _state(objective).lower()
    return f"ước {said}" if _is_estimated(objective) and objective.verdict in (Verdict.MET, Verdict.MISSED) else said


def _shares(context: ReportContext, rows: list[Row], where: str) -> str:
    parts = []
    kinds = [("đạt", [row for row in rows if row.verdict is Verdict.MET])]
    kinds.append(("không đạt", [row for row in rows if row.verdict is Verdict.MISSED]))
    kinds.append(("không phát sinh", [row for row in rows if row.nothing_arisen]))
    for verdict in Verdict:
        if verdict not in (Verdict.MET, Verdict.MISSED):
            words = "chưa đủ số liệu" if verdict is Verdict.NO_DATA else str(verdict).lower()
            kinds.append((words, [row for row in rows if row.verdict is verdict and not row.nothing_arisen]))
    total = context.count(_of_rows(rows, "của mục tiêu"), f"{where}: tổng số chỉ tiêu")
    for words, counted in kinds:
        figure = _of_rows(counted, words)
        if figure.number:
            parts.append(f"{context.count(figure, f'{where}: chỉ tiêu {words}')}/{total} chỉ tiêu {words}")
    return ", ".join(parts)


def _compared(context: ReportContext) -> str:
    """How many of the targets that can be compared went better or worse than a year ago."""
    rows = [row for row in context.report.rows if row.target and row.year_ago]
    if not rows:
        return ""
    where = f"{_WHERE}: so với cùng kỳ"
    kinds = [
        ("tốt hơn", [row for row in rows if row.year_ago and row.year_ago.better is True]),
        ("kém hơn", [row for row in rows if row.year_ago and row.year_ago.better is False]),
        ("không đổi", [row for row in rows if row.year_ago and row.year_ago.better is None]),
    ]
    parts = [
        f"{context.count(_of_rows(found, words), f'{where}, {words}')} chỉ tiêu {words}"
        for words, found in kinds
        if found
    ]
    total = context.count(_of_rows(rows, "so sánh được với cùng kỳ"), where)
    ago = year_ago(context.report.period)
    return f"So với {ago}, trong {total} chỉ tiêu có số liệu cùng kỳ: {', '.join(parts)}."


def _estimates(context: ReportContext) -> str:
    rows = [row for row in context.report.rows if is_estimated(row)]
    if not rows:
        return ""
    number = context.count(_of_rows(rows, "ước thực hiện"), f"{_WHERE}: chỉ tiêu ước thực hiện")
    periods = dict.fromkeys(
        str(term.result.period_in(context.dossier.year)) for row in rows if row.amount for term in row.amount.estimated
    )
    return (
        f"Kết quả của {number} chỉ tiêu là số ước thực hiện hoặc có phần ước thực hiện ({', '.join(periods)}); "
        "đánh giá chính thức khi có số liệu của cả kỳ."
    )


def _of_rows(rows: list[Row], words: str) -> Figure:
    sources = tuple(source for row in rows if row.result for source in row.result.sources)
    return Figure.count(len(rows), f"đếm chỉ tiêu {words}", sources)
