"""Tiêu ngữ viết đúng «Độc lập - Tự do - Hạnh phúc».

Quy định: Tiêu ngữ là «Độc lập - Tự do - Hạnh phúc»: chữ cái đầu của các cụm từ viết hoa, giữa các cụm từ có gạch nối
(-), có cách chữ (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1, điểm b).

Vì sao: Word tự đổi gạch nối thành gạch ngang dài; chữ viết hoa thừa, dấu chấm cuối đều sai với Nghị định.

Sai: «Độc lập – Tự do – Hạnh phúc» (gạch ngang dài); «Độc Lập-Tự Do-Hạnh Phúc»

Đúng: «Độc lập - Tự do - Hạnh phúc»
"""

from __future__ import annotations

from generator.edits import Rewrite
from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.national._words import as_typed, letters_of

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each Tiêu ngữ in other words, letters or signs; letters drawn as capitals are the matter of another rule."""
    for component in reading.judged(RULE, Part.MOTTO):
        if isinstance(component, Unjudged):
            yield component
            continue
        line, asked = component.lines[0], reading.edition.national_motto
        typed = as_typed(line)
        if typed == asked or (line.upper and typed.casefold() == asked.casefold()):
            continue
        spot = spot_of(line)
        same = letters_of(typed) == letters_of(asked)
        yield RULE.found(
            f"Tiêu ngữ viết «{typed}»{_hint(typed)}", f"viết «{asked}», dấu gạch nối (-) có dấu cách hai bên",
            place=place_of(component), spot=spot,
            repairs=(Rewrite(spot, asked),) if same and spot is not None else (),
        )  # fmt: skip


def _hint(typed: str) -> str:
    return " với gạch ngang dài" if "–" in typed or "—" in typed else ""
