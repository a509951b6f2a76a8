"""Số trang là chữ số Ả Rập, đánh từ 1.

Quy định: số trang văn bản được đánh từ số 1, bằng chữ số Ả Rập (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I,
khoản 7); văn bản từ hai trang trở lên phải có số trang.

Vì sao: trang rời ra thì không biết trang nào trước, còn thiếu trang nào.

Sai: số trang i, ii; trang đầu mang số 3; văn bản ba trang không có số trang

Đúng: số trang 2, 3 trên trang thứ hai, thứ ba
"""

from __future__ import annotations

from generator.edits import SetSection
from generator.layout.tree import Section
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.page_number._numbers import numbered_anew, page_numbers, several_pages

RULE = form_rule(__name__, "M")
_FIX = "đánh số trang từ 1, chữ số Ả Rập (Insert → Page Number → Format Page Numbers)"


def check(reading: FileReading) -> Said:
    """Numbers that begin elsewhere, other numerals, and none where there must be."""
    shown = page_numbers(reading)
    if not shown:
        if several_pages(reading):
            repairs = tuple(numbered_anew(reading))
            yield RULE.found("văn bản nhiều trang không có số trang", _FIX, place="đầu trang", repairs=repairs)
        return
    for number in sorted({0, *(one.section for one in shown)}):
        section = reading.document.sections[number]
        if number == 0 and section.number_start not in (None, 1):
            edit = SetSection(0, number_start=1)
            yield RULE.found(f"số trang bắt đầu từ {section.number_start}", _FIX, place="phần 1", repairs=(edit,))
        if _numerals(section) != "decimal":
            edit = SetSection(number, number_format="decimal")
            yield RULE.found("số trang không phải chữ số Ả Rập", _FIX, place=f"phần {number + 1}", repairs=(edit,))


def _numerals(section: Section) -> str:
    return "decimal" if section.number_format.startswith("decimal") else section.number_format
