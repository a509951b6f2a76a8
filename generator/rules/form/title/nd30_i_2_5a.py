"""Văn bản có trích yếu, là một câu ngắn gọn hoặc cụm từ.

Quy định: trích yếu nội dung văn bản là một câu ngắn gọn hoặc một cụm từ, phản ánh khái quát nội dung chủ yếu của văn
bản (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5, điểm a); hệ thống quản lý văn bản nhận không quá 500
ký tự (Phụ lục VI); là cụm từ thì không có dấu chấm ở cuối.

Vì sao: văn bản được đăng ký, tìm theo trích yếu.

Sai: dưới «THÔNG BÁO» là ngay lời văn; «Về việc ban hành mục tiêu chất lượng năm 2027.»

Đúng: «Về việc ban hành mục tiêu chất lượng năm 2027»; giấy giới thiệu không có trích yếu
"""

from __future__ import annotations

from generator.findings import Level, Unjudged
from generator.parts.lines import Line
from generator.parts.model import Component, Part, Sure
from generator.parts.model import Level as Unit
from generator.parts.recognising import type_name
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form._text import is_long
from generator.rules.form.title._titles import WITHOUT_SUBJECT, subjects, written

RULE = form_rule(__name__, "M")
_LONGEST = 500  # signs, ND30-VI.2
_NO_SUBJECT = 150
_OPENING = (Part.ADDRESSEE, Part.BASIS, Part.AUTHORITY, Part.ENACTING)


def check(reading: FileReading) -> Said:
    """A missing trích yếu, one that is too long, one that ends as a sentence."""
    parts = reading.parts
    if parts.kind == "letter" and parts.first(Part.LETTER_SUBJECT) is None and parts.first(Part.NUMBER) is not None:
        if parts.unread:
            yield Unjudged(RULE.id, "đầu văn bản có dòng chưa đọc được")
        else:
            yield RULE.found(
                "công văn không có trích yếu", "ghi «V/v …» dưới số, ký hiệu", place="Trích yếu công văn",
                spot=spot_of(parts.components[0].lines[0]),
            )  # fmt: skip
    named = parts.first(Part.TYPE)
    if parts.kind == "type" and named is not None and parts.first(Part.SUBJECT) is None:
        yield from _missing(reading, named)
    for component in [*subjects(reading, RULE), *reading.judged(RULE, Part.LETTER_SUBJECT)]:
        if isinstance(component, Unjudged):
            yield component
            continue
        text, spot = component.text, spot_of(written(component)[-1]) if written(component) else None
        if len(text) > _LONGEST:
            yield RULE.found(
                f"trích yếu dài {len(text)} ký tự", f"rút gọn còn không quá {_LONGEST} ký tự",
                place=place_of(component), spot=spot,
            )  # fmt: skip
        if text.endswith(".") and not text.endswith(("..", "….", "TP.")):
            yield RULE.found(
                "trích yếu có dấu chấm ở cuối", "bỏ dấu chấm", level=Level.WARNING, place=place_of(component), spot=spot
            )


def _is_text(line: Line) -> bool:
    """Whether the line surely is of the text: no trích yếu is as long, and none is a sentence on two lines."""
    long = len(line.text) > _NO_SUBJECT or (is_long(line) and line.text.rstrip()[-1:] in (".", ":", ";"))
    return long and not line.centred and not line.bold


def _missing(reading: FileReading, named: Component) -> Said:
    name = type_name(named.text)
    if name in WITHOUT_SUBJECT or named.sure is not Sure.SURE:
        return
    parts, body = reading.parts, reading.parts.body
    follows = any(parts.of(*_OPENING)) or (body and body[0].level in (Unit.ARTICLE, Unit.ROMAN, Unit.CLAUSE))
    place = place_of(named)
    if follows or (body and _is_text(body[0].line)):
        yield RULE.found(
            f"dưới tên loại «{named.text}» không có trích yếu", "ghi trích yếu ngay dưới tên loại, chữ đứng, đậm",
            place=place, spot=spot_of(named.lines[0]),
        )  # fmt: skip
    else:
        yield Unjudged(RULE.id, "chưa rõ dòng dưới tên loại có phải trích yếu", place)
