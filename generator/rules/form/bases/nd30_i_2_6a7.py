"""Cuối mỗi căn cứ là dấu chấm phẩy, cuối căn cứ cuối cùng là dấu chấm.

Quy định: cuối dòng căn cứ có dấu chấm phẩy (;), dòng cuối cùng kết thúc bằng dấu chấm (.) (Nghị định 30/2020/NĐ-CP, Phụ
lục I, phần I, mục II, khoản 6, điểm a); dòng cuối thường là «Theo đề nghị của …».

Vì sao: dấu «.» giữa phần căn cứ cắt câu ra làm hai; dấu «,» ở cuối là thói quen trước năm 2020.

Sai: «Theo đề nghị của Chánh Văn phòng,»; «Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024.» ở dòng đầu

Đúng: các căn cứ «;», căn cứ cuối «.»
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import Rewrite
from generator.findings import Finding, Level, Unjudged
from generator.parts.lines import Line
from generator.parts.model import Component, Part
from generator.rules.base import form_rule
from generator.rules.form._many import together
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.bases._cited import formal

RULE = form_rule(__name__, "M")
_SIGNS = ".,;:"
_TAIL = 3  # words


def check(reading: FileReading) -> Said:
    """Each căn cứ that ends with another sign, or with none."""
    if reading.day is not None and reading.day < reading.edition.since:
        return  # the circular before the decree asked for a comma
    yield from together(_each(reading))


def _each(reading: FileReading) -> Iterator[Finding | Unjudged]:
    bases = list(reading.parts.of(Part.BASIS))
    decides = reading.parts.first(Part.ENACTING) is not None
    for component in formal(reading, RULE):
        if isinstance(component, Unjudged):
            yield component
            continue
        last = component is bases[-1]
        yield from _end(component, "." if last else ";", Level.NOTE if last and not decides else None)


def _end(component: Component, wanted: str, level: Level | None) -> Iterator[Finding]:
    line = next(line for line in reversed(component.lines) if line.text)
    text = line.text.rstrip(' "”’)')
    if text.endswith((wanted, "…", "….", "..", ">", "}", "]", "_")):
        return
    end = text[-1:] if text[-1:] in _SIGNS else ""
    name = "căn cứ cuối cùng" if wanted == "." else "căn cứ"
    shown = f"kết thúc bằng «{end}»" if end else "không có dấu ở cuối"
    yield RULE.found(
        f"{name} {shown}", f"kết thúc bằng «{wanted}»", level=level, place=place_of(component), spot=spot_of(line),
        repairs=tuple(_mended(line, end, wanted)),
    )  # fmt: skip


def _mended(line: Line, end: str, wanted: str) -> Iterator[Rewrite]:
    words = line.text.split(" ")
    for count in range(_TAIL, len(words) + 1):
        tail = " ".join(words[-count:])
        if line.text.count(tail) == 1:  # the words of a spot are looked for from the left
            spot = spot_of(line, tail)
            if spot is not None and tail.endswith(end):
                yield Rewrite(spot, tail.removesuffix(end) + wanted)
            return
