"""Trích yếu as they stand: which lines surely are one, and which types have none."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Unjudged
from generator.parts import recognising as says
from generator.parts.lines import Line, is_drawn
from generator.parts.model import Component, Part, Sure
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading, place_of, spot_of
from generator.rules.form._widths import centring, in_page_middle

WITHOUT_SUBJECT = frozenset(
    {"giấy giới thiệu", "giấy nghỉ phép", "giấy ủy quyền", "giấy mời", "phiếu gửi", "phiếu chuyển", "phiếu báo",
     "hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "thư công", "biên bản", "công điện", "công văn"}
)  # fmt: skip
"""Types whose Mẫu has no trích yếu, or that many offices issue without one."""
_OF_ITS_OWN = WITHOUT_SUBJECT - {
    "giấy mời", "giấy ủy quyền", "phiếu gửi", "phiếu chuyển", "phiếu báo", "biên bản", "công điện", "công văn"
}  # fmt: skip


def subjects(reading: FileReading, rule: Rule) -> Iterator[Component | Unjudged]:
    """The trích yếu below a tên loại that are surely one: no number, nothing in parentheses, no form of its own."""
    named: Component | None = None
    for component in reading.components(Part.TYPE, Part.SUBJECT):
        if component.part is Part.TYPE:
            named = component
            continue
        if named is None or named.sure is not Sure.SURE or says.type_name(named.text) in _OF_ITS_OWN:
            yield Unjudged(rule.id, "tên loại không chắc có trích yếu như văn bản hành chính", place_of(component))
        elif not any(char.isalpha() for char in component.text) or component.text.endswith(":"):
            yield Unjudged(rule.id, "dòng dưới tên loại còn để trống hoặc là lời dẫn", place_of(component))
        elif (
            (component.text[:1] in "([<" and not says.letter_subject(component.text))
            or says.number(component.text)
            or says.place_date(component.text)
        ):
            yield Unjudged(rule.id, "dòng dưới tên loại không phải trích yếu", place_of(component))
        else:
            yield component


def same(one: Line, other: Line) -> bool:
    """Whether the two, read apart, are one line of the file."""
    return one.paragraph is other.paragraph and one.text == other.text


def written(component: Component) -> list[Line]:
    """The lines of the component that hold words."""
    return [line for line in component.lines if line.runs and not is_drawn(line.text)]


def off_the_page_middle(rule: Rule, component: Component) -> Iterator[Finding]:
    """A finding where a line of the component does not stand in the middle of the page."""
    for line in written(component):
        spot = spot_of(line)
        if in_page_middle(line) is not False:
            continue
        edit = centring(line)
        name = str(component.part)
        yield rule.found(
            f"{name} không ở giữa trang", "canh giữa (Ctrl+E), thụt đầu dòng 0", place=place_of(component), spot=spot,
            repairs=(edit,) if edit is not None else (),
        )  # fmt: skip
        return
