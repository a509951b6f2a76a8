"""«Điều 1.»: chữ in thường, số Ả Rập, dấu chấm sau số, đứng, đậm, cùng cỡ với lời văn.

Quy định: từ «Điều», số thứ tự và tiêu đề của điều trình bày bằng chữ in thường, số thứ tự dùng chữ số Ả Rập, sau số có
dấu chấm, cỡ chữ bằng cỡ chữ của phần lời văn, kiểu chữ đứng, đậm (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II,
khoản 6, điểm đ). Không có tiêu đề thì chỉ «Điều 1.» đậm: Mẫu 1.2.

Vì sao: mắt tìm Điều theo chữ đậm.

Sai: «Điều 1:»; «ĐIỀU 1.»; «Điều 1.» không đậm

Đúng: «**Điều 1.** Ban hành …»; «**Điều 1. Phạm vi điều chỉnh**»; câu «Điều 5 Luật Lưu trữ quy định …»
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import SetLook
from generator.findings import Finding
from generator.parts.model import BodyLine, Level
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form._text import Text, is_long, of_texts, place_in
from generator.rules.form.levels._units import label_of, label_spot, opening, other_size

RULE = form_rule(__name__, "M")
_ROMAN = late(r"Điều\s+[IVX]+\s*[.:]", 2)


def check(reading: FileReading) -> Said:
    """Each Điều that looks otherwise."""
    yield from of_texts(reading, RULE, _judge)


def _judge(text: Text) -> Iterator[Finding]:
    for one in text.lines:
        if one.level is Level.ARTICLE:
            yield from _article(one, text)
        elif one.level is Level.TEXT and _ROMAN.match(one.line.text):
            yield RULE.found(
                "số thứ tự của điều là chữ số La Mã", "dùng chữ số Ả Rập: «Điều 1.»", place=place_in(one),
                spot=spot_of(one.line),
            )  # fmt: skip


def _article(one: BodyLine, text: Text) -> Iterator[Finding]:
    sign = one.sign
    first, rest = opening(one.line, label_of(one))
    bold = [run.format.bold for run in first]
    if not sign and one.heading and not all(bold):
        return  # «Điều 5 Luật Lưu trữ quy định …»
    place, spot = place_in(one), label_spot(one)
    if sign != ".":
        shown = f"«{sign}»" if sign else "không có dấu"
        yield RULE.found(f"sau số thứ tự của điều {shown}", "ghi dấu chấm: «Điều 1.»", place=place, spot=spot)
    if one.line.text.startswith("ĐIỀU") or (first and first[0].format.caps):
        yield RULE.found("chữ «Điều» viết in hoa", "viết chữ in thường: «Điều»", place=place, spot=spot)
    wrong = [
        *(["không đậm"] if not all(bold) else []),
        *(["in nghiêng"] if any(r.format.italic for r in first) else []),
    ]
    if wrong:
        edit = SetLook(spot, bold=True, italic=False) if spot is not None else None
        yield RULE.found(
            f"«Điều …» {', '.join(wrong)}", "đặt kiểu chữ đứng, đậm", place=place, spot=spot,
            repairs=(edit,) if edit is not None else (),
        )  # fmt: skip
    if one.line.paragraph.format.align == "center":
        yield RULE.found("điều ở giữa trang", "thụt đầu dòng 1 cm hoặc 1,27 cm", place=place, spot=spot)
    sentence = one.heading.rstrip()[-1:] in {".", ";", ":", "/"} and is_long(one.line)
    if sentence and rest and all(run.format.bold for run in rest):
        yield RULE.found("lời văn của điều in đậm", "chỉ để «Điều …» và tiêu đề đậm", place=place, spot=spot)
    yield from other_size(RULE, one, text.size, "điều")
