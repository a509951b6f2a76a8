"""The filters that write days, numbers and money as Vietnamese offices do."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from generator.content import Rich, Span
from generator.docx import Template
from generator.docx.sandbox.filters import FILTER_LIST
from generator.docx.sandbox.vietnamese import VIETNAMESE
from generator.errors import TemplateError
from generator.values import Blank, Texts
from generator.wording.settings import Wording
from tests.docx.docx_samples import ROOT, document, paragraph, template, text_of


def _printed(tag: str, value: object) -> str:
    made = Template.compile(template(paragraph(tag)), "mau.docx").render({"x": value})
    return text_of(document(made)).strip().replace("\xa0", " ")


@pytest.mark.parametrize(
    ("tag", "value", "printed"),
    [
        ("{{ x }}", date(2026, 2, 5), "05/02/2026"),
        ("{{ x|ngay }}", date(2026, 2, 5), "05/02/2026"),
        ("{{ x|ngay }}", "5/2/2026", "05/02/2026"),
        ("{{ x|ngay_chu }}", date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        ("{{ x|ngay_chu }}", "2026-12-05", "ngày 05 tháng 12 năm 2026"),
        ("{{ x|thu|chu_dau_hoa }}", date(2026, 11, 22), "Chủ nhật"),
        ("{{ x|gio_ngay }}", datetime(2026, 11, 20, 8, 0), "08 giờ 00, ngày 20 tháng 11 năm 2026"),
        ("{{ x|ngay }}", datetime(2026, 11, 20, 8, 0), "20/11/2026"),
        ("{{ x }}", Decimal("95.5"), "95,5"),
        ("{{ x|so }}", 1234.5, "1.234,5"),
        ("{{ x|so }}", 0.1 + 0.2, "0,3"),
        ("{{ x|so }}", "1.234,5", "1.234,5"),
        ("{{ x|so(2) }}", 1234.5, "1.234,50"),
        ("{{ x|so(0) }}", Decimal("12.6"), "13"),
        ("{{ x|so(1) }}", Decimal("38.25"), "38,3"),
        ("{{ x|so(2) }}", 1.005, "1,01"),
        ("{{ x|round|int }}", Decimal("2.5"), "3"),
        ("{{ x|round(1)|so }}", 0.25, "0,3"),
        ("{{ x * 1.1 }}", Decimal("100.5"), "110,55"),
        ("{{ 1.5 - x }}", Decimal("0.5"), "1"),
        ("{{ x|hai_chu_so }}", 5, "05"),
        ("{{ x|la_ma }}", 14, "XIV"),
        ("{{ x|phan_tram }}", Decimal("95.5"), "95,5%"),
        ("{{ x|tien }}", 15000000, "15.000.000 đồng"),
        ("{{ x|bang_chu }}", 2024, "hai nghìn không trăm hai mươi bốn"),
        ("{{ x|bang_chu }}", Decimal("12.5"), "mười hai phẩy năm"),
        ("{{ x|tien_bang_chu|chu_dau_hoa }}", "1.500.000", "Một triệu năm trăm nghìn đồng"),
        ("{{ x|in_hoa }}", "đơn đề nghị", "ĐƠN ĐỀ NGHỊ"),
        ("{{ x|chu_thuong }}", "ĐƠN ĐỀ NGHỊ", "đơn đề nghị"),
        ("{{ x|chu_dau_hoa }}", "ông An", "Ông An"),
        ("{{ x|in_hoa }}", Texts(["một", "hai"]), "MỘT\nHAI"),
        ("{{r x|in_hoa }}", Rich((Span("một "), Span("hai", bold=True))), "MỘT HAI"),
        ("{{ x|ngay_chu }}", Blank("", "     /2026", "ngày      2026"), "ngày      2026"),
        ("{{ x|default('không') }}", Blank("chưa ghi"), "không"),
        ("{{ x|tien_bang_chu|default('…') }}", Blank("chưa ghi"), "…"),
        ("{{ x or '–' }}", Blank("chưa ghi"), "–"),
        ("{{ x }}", Texts(["một", "hai"]), "một\nhai"),
        ("{{ x|join('; ') }}", Texts(["một", "hai"]), "một; hai"),
        ("{{ x ~ '.' }}", Texts(["một"]), "một."),
        ("{{ 'Ngày ' ~ x }}", date(2026, 2, 5), "Ngày 05/02/2026"),
        ("{{ x|string|in_hoa }}", date(2026, 2, 5), "05/02/2026"),
        ("{{ [x, 2]|join('; ') }}", Decimal("95.5"), "95,5; 2"),
        ("{{ x|replace(',', '.') }}", Decimal("1E+4"), "10.000"),
        ("{{ x|so(0) }}", Decimal("-0.4"), "0"),
        ("{% if x == 'một' %}đúng{% endif %}", Texts(["một"]), "đúng"),
    ],
)
def test_values_are_written_as_offices_write_them(tag: str, value: object, printed: str) -> None:
    assert _printed(tag, value) == printed


@pytest.mark.parametrize(
    ("tag", "value", "said", "advised"),
    [
        ("{{ x }}", 12.5, "số có phần lẻ", "|so"),
        ("{{ x }}", datetime(2026, 11, 20, 8, 0), "ngày", "|gio_ngay"),
        ("{{ x }}", True, "đúng/sai", "{% if … %}"),
        ("{{ x }}", ["a"], "danh sách", "{% for … %}"),
        ("{{ x }}", Blank("mục tiêu số 4 chưa ghi «Chỉ tiêu»"), "mục tiêu số 4 chưa ghi «Chỉ tiêu»", "or ''"),
        ("{{ x|ngay }}", "30/2/2026", "không có trong lịch", ""),
        ("{{ x|ngay }}", 5, "chỉ dùng với ngày", ""),
        ("{{ x|so }}", "1,234.5", "không rõ là số nào", ""),
        ("{{ x|so }}", "nhiều", "không phải là số", ""),
        ("{{ x|la_ma }}", 0, "từ 1 đến 3999", ""),
        ("{{ x|hai_chu_so }}", 1.5, "số nguyên", ""),
        ("{{ x|tien_bang_chu }}", 1.5, "tien_bang_chu", ""),
        ("{{ x|bang_chu }}", 10**18, "quá lớn", ""),
        ("{{ x|gio_ngay }}", date(2026, 11, 20), "chỉ dùng với giờ", ""),
        ("{{ x|bang_chu }}", True, "chỉ dùng với số", ""),
        ("{{ x|so(5000) }}", 1, "quá lớn", ""),
        ("{{ x|in_hoa }}", None, "còn trống", ""),
        ("{{ 'a' ~ x }}", None, "còn trống", ""),
        ("{{ x|chu_thuong }}", True, "{% if … %}", ""),
        ("{{ [x]|join }}", 1.5, "|so in", ""),
        ("{{ x|string }}", datetime(2026, 11, 20, 8, 0), "|gio_ngay", ""),
    ],
)
def test_what_cannot_be_written_is_said_with_what_to_do(tag: str, value: object, said: str, advised: str) -> None:
    with pytest.raises(TemplateError) as caught:
        _printed(tag, value)
    problem = caught.value.problems[0]
    assert said in problem.what
    assert advised in problem.fix


def test_numbers_in_words_follow_the_agency() -> None:
    class Reach(dict[str, object]):
        wording = Wording(four="tư", zero_tens="lẻ")

    made = Template.compile(template(paragraph("{{ x|bang_chu }}, {{ 105|bang_chu }}")), "mau.docx")
    assert text_of(document(made.render({}, Reach(x=24)))).strip() == "hai mươi tư, một trăm lẻ năm"
    assert text_of(document(made.render({"x": 24}))).strip() == "hai mươi bốn, một trăm linh năm"


def test_every_filter_is_documented() -> None:
    said = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
    assert [name for name in VIETNAMESE if f"`{name}" not in said and name not in ("d", "default")] == []
    listed = said.partition("bộ lọc: `")[2].partition("`")[0].split()
    assert set(listed) == set(FILTER_LIST) - set(VIETNAMESE) | {"d", "default"}


@pytest.mark.parametrize(
    ("tag", "value", "said"),
    [
        ("{{ x + 1 }}", "chữ", "không cộng chữ với số được; ghép chữ bằng dấu ~"),
        ("{{ x + 1 }}", None, "không cộng giá trị trống với số được"),
        ("{{ x - 1 }}", date(2026, 2, 5), "không trừ ngày với số được"),
        ("{{ x > 'a' }}", 5, "không so hơn kém số với chữ được"),
        ("{{ x + ' và' }}", Rich.plain("chữ"), "không cộng chữ có định dạng với chữ được"),
        ("{{ x * x }}", "chữ", "không nhân chữ hay danh sách với chữ được"),
        ("{{ -x }}", "chữ", "không đổi dấu chữ được"),
    ],
)
def test_what_does_not_go_together_is_named_by_its_kinds(tag: str, value: object, said: str) -> None:
    with pytest.raises(TemplateError, match=said):
        _printed(tag.replace(">", "&gt;"), value)
