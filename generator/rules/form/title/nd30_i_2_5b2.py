"""Trích yếu ngay dưới tên loại, chữ in thường, cỡ 13 đến 14, đứng, đậm, canh giữa.

Quy định: trích yếu nội dung văn bản đặt canh giữa, ngay dưới tên loại, bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu
chữ đứng, đậm (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5, điểm b).

Vì sao: tên loại và trích yếu đọc liền thành tên của văn bản.

Sai: trích yếu chữ in hoa; trích yếu không đậm; có dòng trống giữa tên loại và trích yếu

Đúng: «Về việc ban hành mục tiêu chất lượng năm 2027», cỡ 14, đậm, giữa trang
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import Remove, SetLook
from generator.findings import Finding, Unjudged
from generator.parts.lines import Line
from generator.parts.model import Component, Part
from generator.rules.base import form_rule
from generator.rules.form._capitals import shouted
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.title._titles import off_the_page_middle, same, subjects, written

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each trích yếu that looks otherwise, or stands apart from its tên loại."""
    for component in subjects(reading, RULE):
        if isinstance(component, Unjudged):
            yield component
            continue
        yield from look(RULE, component, reading.edition.components["subject"])
        yield from off_the_page_middle(RULE, component)
        yield from _capitals(component)
        yield from _apart(reading, component)


def _capitals(component: Component) -> Iterator[Finding]:
    upper = [line for line in written(component) if line.upper]
    if upper and len(upper) == len(written(component)):
        drawn = any(char.islower() for run in upper[0].runs for char in run.text)
        spots = [spot for line in upper if (spot := spot_of(line)) is not None]
        yield RULE.found(
            "trích yếu viết in hoa", "viết chữ in thường (Font → bỏ All caps)", place=place_of(component),
            spot=spot_of(upper[0]), repairs=tuple(SetLook(spot, caps=False) for spot in spots) if drawn else (),
        )  # fmt: skip
    elif words := shouted(written(component)):
        yield RULE.found(
            f"trích yếu có chữ viết in hoa «{words}»", "viết chữ in thường", place=place_of(component),
            spot=spot_of(component.lines[0]),
        )  # fmt: skip


def _apart(reading: FileReading, component: Component) -> Iterator[Finding]:
    at = next((n for n, line in enumerate(reading.lines) if same(line, component.lines[0])), 0)
    named = {id(line.paragraph) for one in reading.components(Part.TYPE) for line in one.lines}
    empty: list[Line] = []
    for line in reversed(reading.lines[:at]):
        if line.text or line.rules:
            if id(line.paragraph) in named and empty:
                spots = [spot for one in empty if (spot := spot_of(one)) is not None]
                yield RULE.found(
                    "có dòng trống giữa tên loại và trích yếu", "xóa dòng trống", place=place_of(component),
                    spot=spot_of(component.lines[0]), repairs=tuple(map(Remove, spots)),
                )  # fmt: skip
            return
        empty.append(line)
