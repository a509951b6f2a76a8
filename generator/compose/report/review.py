"""The inputs of the management review (TCVN ISO 9001:2015, 9.3.2): what the results say, and what the agency wrote."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.inline import sentence, without_lead
from generator.compose.report.context import ReportContext, inside, reached
from generator.compose.report.corrective import statement
from generator.compose.report.overview import counts, missed_names
from generator.content import Block, Rich
from generator.results import Figure, Row
from generator.results.remarks import Remark

_PERFORMANCE = "Thông tin về kết quả thực hiện và hiệu lực của Hệ thống quản lý chất lượng"
_HEADINGS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Tình trạng các hành động từ lần xem xét trước", (("hanh_dong_lan_truoc", ""),)),
    (
        "Thay đổi của các vấn đề nội bộ và bên ngoài liên quan đến Hệ thống quản lý chất lượng",
        (("thay_doi", ""),),
    ),
    (
        _PERFORMANCE,
        (
            ("hai_long", "Sự hài lòng của tổ chức, cá nhân và phản hồi của các bên quan tâm"),
            ("muc_tieu", "Mức độ thực hiện mục tiêu chất lượng"),
            ("qua_trinh", "Kết quả thực hiện các quá trình, sự phù hợp của dịch vụ"),
            ("khong_phu_hop", "Sự không phù hợp và hành động khắc phục"),
            ("theo_doi_do_luong", "Kết quả theo dõi và đo lường"),
            ("danh_gia_noi_bo", "Kết quả đánh giá nội bộ"),
            ("nha_cung_cap", "Kết quả thực hiện của nhà cung cấp bên ngoài"),
        ),
    ),
    ("Sự đầy đủ của nguồn lực", (("nguon_luc", ""),)),
    ("Hiệu lực của các hành động giải quyết rủi ro và cơ hội", (("rui_ro_co_hoi", ""),)),
    ("Cơ hội cải tiến", (("cai_tien", ""),)),
)


def inputs(context: ReportContext) -> Iterator[Block]:
    """Each input that is known, in the standard's order; what nobody said anything of is told to the clerk."""
    lacking: list[str] = []
    number = 0
    for heading, topics in _HEADINGS:
        blocks: list[Block] = []
        for topic, name in topics:
            said = [*(Rich.plain(text) for text in _known(context, topic)), *_written(context, topic)]
            if not said:
                lacking.append(f"«{name or heading}»")
            blocks += _printed(name, said)
        if blocks:
            number += 1
            yield Block("khoan_tieu_de", f"{number}.", Rich.plain(heading))
            yield from blocks
    if lacking:
        what = f"đầu vào xem xét của lãnh đạo chưa có nội dung: {', '.join(lacking)} (TCVN ISO 9001:2015, 9.3.2)"
        context.find(Remark("xem-xet-thieu-dau-vao", what, "ghi nội dung từng đầu vào còn thiếu"))


def _printed(name: str, said: list[Rich]) -> Iterator[Block]:
    if not name:
        yield from (Block("gach", "-", chu=text) for text in said)
    elif said:
        whole = Rich.plain(f"{name}: ") + said[0]
        for text in said[1:]:
            whole = whole + Rich.plain(" ") + text
        yield Block("gach", "-", chu=whole)


def _written(context: ReportContext, topic: str) -> Iterator[Rich]:
    for entry in context.document.review:
        if entry.topic == topic:
            yield from (sentence(context.inline.rich(without_lead(text, "- ", "+ "))) for text in entry.texts)


def _known(context: ReportContext, topic: str) -> Iterator[str]:
    """What the results themselves say on an input."""
    match topic:
        case "hai_long":
            yield from (_satisfaction(context, row) for row in context.report.rows if _is_satisfaction(row))
        case "muc_tieu" if context.report.objectives:
            yield f"{counts(context)}."
            missed = missed_names(context)
            if missed:
                yield f"Mục tiêu không đạt: {missed}."
        case "khong_phu_hop":
            yield from _nonconformities(context)
        case "theo_doi_do_luong" if context.report.rows:
            yield _measured(context)


def _is_satisfaction(row: Row) -> bool:
    text = row.objective.text + (row.target.text if row.target else "")
    return "hài lòng" in text.casefold() and row.result is not None and row.target is not None


def _satisfaction(context: ReportContext, row: Row) -> str:
    where = f"Xem xét của lãnh đạo, mục tiêu {row.number}"
    shown = reached(row, context.noted(row.result, where)) if row.result else ""
    unit = f", {context.unit(row)}" if row.unit else ""
    text = f"{context.name(row.objective)}{unit}: {shown}, chỉ tiêu {inside(row.target.text if row.target else '')}"
    ago = row.year_ago
    if ago and ago.change and ago.change.number:
        change = context.noted(ago.change, where)
        text += f"; {ago.trend} {change.lstrip('+-')} so với cùng kỳ"
    return f"{text}."


def _nonconformities(context: ReportContext) -> Iterator[str]:
    rows = context.report.misses
    if rows:
        sources = tuple(source for row in rows if row.result for source in row.result.sources)
        where = "Xem xét của lãnh đạo, chỉ tiêu không đạt"
        number = context.count(Figure.count(len(rows), "đếm chỉ tiêu không đạt", sources), where)
        yield f"Có {number} chỉ tiêu không đạt, đã xác định nguyên nhân và biện pháp khắc phục."
    actions = context.earlier_actions
    if actions:
        yield f"{statement(context, actions)}."


def _measured(context: ReportContext) -> str:
    rows = [row for row in context.report.rows if row.target]
    known = [row for row in rows if row.result]
    where = "Xem xét của lãnh đạo, theo dõi và đo lường"
    sources = tuple(source for row in known if row.result for source in row.result.sources)
    total = context.count(Figure.count(len(rows), "đếm chỉ tiêu", ()), where)
    measured = context.count(Figure.count(len(known), "đếm chỉ tiêu có số liệu", sources), where)
    return f"{measured}/{total} chỉ tiêu có số liệu theo dõi, đo lường trong kỳ."
