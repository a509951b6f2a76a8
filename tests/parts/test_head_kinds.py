"""What a file is told to be: a document of an agency, a person's own form, or none of them."""

from __future__ import annotations

import pytest

from generator.layout import read
from generator.parts import Part, Parts, Sure, read_parts
from tests.layout.drawing_maker import anchored, straight
from tests.layout.word_maker import cell, make, para, row, run, table
from tests.parts.heads import (
    BOLD,
    CENTRE,
    CLOSING,
    DATED,
    ISSUER,
    MOTTO,
    NATIONAL,
    NUMBER,
    REST,
    STOPS,
    TAB,
    in_a_table,
    with_tabs,
)

_TEXT = para("Nội dung của văn bản được trình bày trong đoạn này.")


def _parts(body: str) -> Parts:
    return read_parts(read(make(body)))


def _middle(*texts: str) -> str:
    return "".join(para(run(text, BOLD), CENTRE) for text in texts)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (in_a_table() + REST + CLOSING, "type"),
        (_middle("TRƯỜNG ĐẠI HỌC BÁCH KHOA", "VIỆN CÔNG NGHỆ THÔNG TIN", "BÁO CÁO", "Nhập môn") + _TEXT, "unknown"),
        (_middle("CÔNG TY CỔ PHẦN MẪU", "GIẤY ĐỀ NGHỊ THANH TOÁN") + para("Số: 05/ĐN") + _TEXT, "unknown"),
        (para(run("CÔNG TY MẪU", BOLD)) + para("Số: 05") + para("Kính gửi: Công ty Hai") + _TEXT, "unknown"),
        (_middle(NATIONAL, MOTTO, "ĐƠN XIN NGHỈ PHÉP") + para("Kính gửi: Ban Giám hiệu") + _TEXT, "form"),
        (_middle("BÁO CÁO", "Kết quả công tác năm 2026") + _TEXT + CLOSING, "type"),
    ],
    ids=["decision", "thesis", "paper of a firm", "letter of a firm", "form", "report without its head"],
)
def test_the_kind_is_told(body: str, kind: str) -> None:
    assert _parts(body).kind == kind


def test_about_in_short_is_no_roman_five() -> None:
    title = para(run("QUYẾT ĐỊNH", BOLD), CENTRE) + para(run("V/v thành lập Hội đồng thi", BOLD), CENTRE)
    parts = _parts(with_tabs() + title + REST[REST.index("<w:p>", REST.index("Về việc")) :] + CLOSING)
    assert parts.text(Part.SUBJECT) == "V/v thành lập Hội đồng thi"


def test_a_rule_drawn_beside_a_tab_is_of_the_half_it_stands_in() -> None:
    rules = anchored(straight(60), 60, x=50, y=14) + anchored(straight(150), 150, x=250, y=14)
    second = para(TAB + run(ISSUER[1], BOLD) + TAB + run(MOTTO, BOLD) + rules, STOPS)
    first = para(TAB + run(ISSUER[0], BOLD) + TAB + run(NATIONAL, BOLD), STOPS)
    parts = _parts(first + second + para(TAB + run(NUMBER) + TAB + run(DATED), STOPS) + REST + CLOSING)
    for part, width in ((Part.ISSUER, 60), (Part.MOTTO, 150)):
        component = parts.first(part)
        assert component is not None
        assert [drawn.width for drawn in component.rules] == [pytest.approx(width, abs=1)]


def test_a_trich_yeu_that_ends_in_a_day_is_one_in_the_column_of_the_number() -> None:
    left = para(run("ỦY BAN NHÂN DÂN XÃ MẪU", BOLD), CENTRE)
    right = para(run(NATIONAL, BOLD), CENTRE) + para(run(MOTTO, BOLD), CENTRE)
    about = para("Số: 90/UBND-VP", CENTRE) + para("V/v tổ chức hội nghị và bàn giao", CENTRE)
    below = row(cell(about + para("công việc, ngày 20 tháng 9 năm 2026", CENTRE)), cell(para(DATED, CENTRE)))
    head = table([3700, 5900], row(cell(left), cell(right)), below, borders=False)
    parts = _parts(head + para("Kính gửi: Các đơn vị"))
    assert parts.text(Part.LETTER_SUBJECT) == "V/v tổ chức hội nghị và bàn giao công việc, ngày 20 tháng 9 năm 2026"
    assert parts.text(Part.PLACE_DATE) == DATED


def _below_the_title(*lines: str, decides: bool = True) -> Parts:
    title = _middle("QUYẾT ĐỊNH", "Về việc phê duyệt kết quả lựa chọn nhà thầu") + "".join(map(para, lines))
    bases = _middle("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU") + para("Căn cứ Luật Đấu thầu ngày 23 tháng 6 năm 2023;")
    enacting = _middle("QUYẾT ĐỊNH:") + para("Điều 1. Phê duyệt kết quả.") if decides else _TEXT
    return _parts(in_a_table() + title + bases + enacting + CLOSING)


@pytest.mark.parametrize(
    "lines",
    [
        ["Dự án: Sửa chữa trụ sở xã Mẫu.", "Gói thầu: Tư vấn thiết kế", "Địa điểm: Thôn Một, xã Mẫu"],
        ["Nhóm dự án: C", "- Công trình: Đường thôn Một", "- Chủ đầu tư: Ban Quản lý dự án"],
        ["", "Hạng mục: Nhà làm việc"],
    ],
)
def test_what_a_decision_is_about_may_be_told_below_its_trich_yeu(lines: list[str]) -> None:
    parts = _below_the_title(*lines)
    subject = parts.first(Part.SUBJECT)
    assert subject is not None
    assert subject.text.endswith(lines[-1])
    assert subject.sure is Sure.LIKELY
    assert (parts.text(Part.AUTHORITY), len(list(parts.of(Part.BASIS)))) == ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU", 1)


@pytest.mark.parametrize(
    ("lines", "decides"),
    [
        ([], True),
        (["Kính gửi: Các thôn"], True),
        (["Thời gian: 8 giờ ngày 02 tháng 3 năm 2026", "Địa điểm: Hội trường xã"], False),  # of a meeting, say
        (["Dự án: Sửa chữa trụ sở", "Xã Mẫu tổ chức như sau"], True),
    ],
)
def test_other_words_below_a_trich_yeu_are_none_of_it(lines: list[str], *, decides: bool) -> None:
    parts = _below_the_title(*lines, decides=decides)
    assert parts.text(Part.SUBJECT) == "Về việc phê duyệt kết quả lựa chọn nhà thầu"
