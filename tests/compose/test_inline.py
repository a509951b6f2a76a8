"""Text as it is printed: joined where a line must not break, one style of tones, money in the agency's words."""

from __future__ import annotations

from typing import Any

from generator.compose import compose
from generator.compose.inline import Inline
from generator.compose.report.cells import left
from generator.content import Rich, Span
from generator.dossier.reading.reader import build_dossier
from tests.samples import sample


def _inline(**wording: str) -> Inline:
    data = sample()
    data["co_quan"]["dia_danh"] = "Hoà Bình"
    data["cai_dat"] = {"loi_van": wording}
    return Inline(build_dossier(data))


def _shown(text: Rich) -> str:
    return str(text).replace("\u00a0", "~")


def test_lines_do_not_break_inside_dates_numbers_and_references() -> None:
    typed = "Theo khoản 2 Điều 4 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020"
    assert _shown(_inline().rich(typed)) == "Theo khoản~2~Điều~4 Nghị định số~30/2020/NĐ-CP ngày~05 tháng~3~năm~2020"


def test_a_join_across_a_change_of_emphasis_keeps_the_emphasis() -> None:
    assert _inline().rich("Điều {dam:4} và ngày {nghieng:05}").spans == (
        Span("Điều\u00a0"), Span("4", bold=True), Span(" và ngày\u00a0"), Span("05", italic=True),
    )  # fmt: skip


def test_a_cell_joins_only_what_a_narrow_column_holds() -> None:
    inline = _inline()
    assert _shown(inline.cell("Tháng 12 năm 2024")) == "Tháng~12 năm~2024"
    assert _shown(inline.cell("Quyết định số 30/2020/NĐ-CP, Điều 4")) == "Quyết định số 30/2020/NĐ-CP, Điều~4"


def test_tones_are_of_one_style_but_inside_the_agencys_own_names() -> None:
    assert _shown(_inline().rich("Hoà giải ở xã Hoà Bình, khoẻ")) == "Hòa giải ở xã Hoà Bình, khỏe"
    assert _shown(_inline(dau_thanh="hoà").rich("Hòa giải")) == "Hoà giải"


def test_money_is_written_in_the_agencys_words() -> None:
    inline = _inline(bon="tư", linh="lẻ", nghin="ngàn")
    assert inline.plain("{tien_chu: 1024105}") == "một triệu không trăm hai mươi tư ngàn một trăm lẻ năm đồng"


def test_what_programs_read_has_ordinary_spaces() -> None:
    data = sample(noi_nhan=["Như Điều 3", "Báo cáo theo Quyết định số 5/QĐ-UBND"])
    dossier = build_dossier(data)
    composed = compose(dossier, dossier.documents[0])
    assert "\u00a0" not in composed.summary.title + composed.summary.subject
    context: Any = composed.main.context
    assert context["noi_nhan"][2] == "- Báo cáo theo Quyết định số\u00a05/QĐ-UBND;"


def test_an_amount_in_a_cell_of_a_report_may_break_between_its_words() -> None:
    (line,) = left(_inline(), "≥ 1.250,5 triệu đồng").paragraphs
    assert _shown(line) == "≥ 1.250,5 triệu đồng"
