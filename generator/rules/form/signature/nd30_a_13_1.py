"""Cấp phó ký thì ghi «KT.» và chức vụ người đứng đầu ở trên.

Quy định: cấp phó ký thay người đứng đầu, cấp phó được giao phụ trách hoặc điều hành cũng ký như cấp phó ký thay cấp
trưởng (Nghị định 30/2020/NĐ-CP, Điều 13, khoản 1).

Vì sao: không có dòng «KT.» thì người ký không có thẩm quyền ký văn bản của cơ quan.

Sai: «PHÓ CHỦ TỊCH» đứng một mình; «GIÁM ĐỐC», dòng dưới «PHÓ GIÁM ĐỐC»

Đúng: «KT. CHỦ TỊCH», dòng dưới «PHÓ CHỦ TỊCH»
"""

from __future__ import annotations

from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.signature._signing import Said as SignedLine
from generator.rules.form.signature._signing import signatures, unsure_signatures

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Each signature of a deputy with no power above it."""
    yield from unsure_signatures(reading, RULE, agency=True)
    for signature in signatures(reading, agency=True):
        first = signature.lines[0]
        if first.deputy and not any(said.power for said in signature.lines):
            yield RULE.found(
                f"cấp phó ký với chức vụ «{first.rest.upper()}» mà không ghi «KT.»",
                "ghi «KT.» và chức vụ của người đứng đầu ở dòng trên, chức vụ của cấp phó ở dòng dưới",
                place=signature.place, spot=first.spot,
            )  # fmt: skip
        elif _head_and_deputy(signature.lines):
            yield RULE.found(
                f"«{first.rest.upper()}» đứng trên «{signature.lines[1].rest.upper()}» mà không ghi «KT.»",
                f"ghi «KT. {first.rest.upper()}»", place=signature.place, spot=first.spot,
            )  # fmt: skip


def _head_and_deputy(lines: tuple[SignedLine, ...]) -> bool:
    """Whether the head's title stands right above that of his deputy, with no power before it."""
    head, deputy = (lines[0].rest.casefold(), lines[1].rest.casefold()) if len(lines) == 2 else ("", "")
    return not lines[0].power and not lines[0].deputy and lines[-1].deputy and deputy == f"phó {head}"
