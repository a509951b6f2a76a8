"""Trích yếu không viết hoa đầu mọi chữ.

Quy định: trích yếu trình bày bằng chữ in thường (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5, điểm b);
chỉ viết hoa các trường hợp nêu ở Phụ lục II.

Vì sao: kiểu viết hoa mọi chữ là của tiếng Anh, che mất tên riêng.

Sai: «Về Việc Ban Hành Mục Tiêu Chất Lượng Năm 2027»

Đúng: «Về việc ban hành mục tiêu chất lượng năm 2027»; «Về việc thành lập Ban Chỉ đạo»
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of

RULE = form_rule(__name__, "D", "ND30-C.1")
_COMMON = frozenset(
    {"việc", "về", "và", "của", "các", "cho", "năm", "theo", "trong", "tại", "những", "đối", "với", "từ", "đến"}
)
_SHARE, _WORDS, _LEAST = 0.85, 5, 2


def check(reading: FileReading) -> Said:
    """Each trích yếu of which nearly every word, common ones among them, begins with a capital."""
    for component in reading.judged(RULE, Part.SUBJECT, Part.LETTER_SUBJECT):
        if isinstance(component, Unjudged):
            yield component
            continue
        words = [word for word in component.text.split() if word[:1].isalpha() and "/" not in word]
        if len(words) < _WORDS or any(line.upper for line in component.lines):
            continue
        capital = [word for word in words if word[0].isupper() and (len(word) == 1 or not word.isupper())]
        common = [word for word in capital[1:] if word.casefold() in _COMMON]
        if len(capital) >= _SHARE * len(words) and len(common) >= _LEAST:
            yield RULE.found(
                f"trích yếu viết hoa đầu mọi chữ: «{' '.join(words[:4])} …»", "viết thường, chỉ viết hoa tên riêng",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
