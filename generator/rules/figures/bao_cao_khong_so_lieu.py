"""Báo cáo kết quả phải có số liệu của kỳ.

Quy định: không điều khoản nào của Nghị định 30 nói riêng; báo cáo của kỳ nào thì tổng hợp số liệu của kỳ ấy
(docs/ket-qua.md).

Vì sao: báo cáo đã có số mà chỉ in «chưa đánh giá được mục tiêu nào» là thiếu số liệu, sai tên sheet, hoặc sai kỳ.

Sai: ky_bao_cao: 6 tháng, ket_qua không có dòng nào của quý I, quý II, 6 tháng.

Đúng: ghi kết quả của kỳ; chỉ tiêu chỉ đánh giá cuối năm (xếp loại, danh hiệu) thì không cần.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.dossier.documents.blocks import Block
from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.ERROR, "document")
_NO_FIGURES = frozenset({"tien_do"})  # parts of a report that print none of the results


def check(reading: DocumentReading) -> Iterator[Finding]:
    """A report that prints results when none of its period was given."""
    document, dossier = reading.document, reading.dossier
    if document.period is None or not dossier.objectives:
        return
    bodies = [document.content, *(text.content for text in document.attached), *(a.content for a in document.annexes)]
    if not document.made_of_results and not any(_prints_figures(blocks) for blocks in bodies):
        return
    period = document.period.within(dossier.year)
    first, last = period.days()
    whole_year = last.month - first.month >= 11 or last.year > first.year
    targets = [target.measure for objective in dossier.objectives for target in objective.targets]
    if targets and not whole_year and all(measure.value is None for measure in targets):
        return  # levels alone, assessed at the end of the year
    for result in dossier.results:
        start, end = result.period_in(dossier.year).days()
        if result.says_figure and first <= start and end <= last:
            return
    fix = "ghi kết quả của kỳ, hoặc sửa kỳ báo cáo; số liệu để ở sheet, tệp tên khác thì đổi tên cho đúng"
    source = reading.typed_at("ky_bao_cao")
    yield RULE.found(f"chưa có số liệu nào của {period}", fix, place="kết quả của kỳ", source=source)


def _prints_figures(blocks: Iterable[Block]) -> bool:
    return any(
        (block.results is not None and block.results not in _NO_FIGURES) or _prints_figures(block.content)
        for block in blocks
    )
