"""Dưới trích yếu có đường kẻ dài 1/3 đến 1/2 dòng chữ.

Quy định: bên dưới trích yếu nội dung văn bản có đường kẻ ngang, nét liền, có độ dài bằng từ 1/3 đến 1/2 độ dài của
dòng chữ và đặt cân đối so với dòng chữ (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 5, điểm b).

Vì sao: đường kẻ khép phần tên của văn bản.

Sai: không có đường kẻ; đường kẻ dài bằng trích yếu

Đúng: đường kẻ bằng 40% dòng chữ, ở giữa
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Unjudged
from generator.parts.model import Component
from generator.rules.base import form_rule
from generator.rules.form._drawn import Asked, rule_below
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.title._titles import subjects

RULE = form_rule(__name__, "M")
_SLACK = 0.05  # of the words: by eye nobody draws it nearer


def check(reading: FileReading) -> Said:
    """Each trích yếu with another rule below it, or none."""
    asked = reading.edition.short_rule
    yield from rule_below(reading, RULE, _own(reading), Asked(asked.low, asked.high, "từ 1/3 đến 1/2", _SLACK))


def _own(reading: FileReading) -> Iterator[Component | Unjudged]:
    """Of what is issued with the document the rule stands below «Kèm theo …»: ND30-I.3.1c4."""
    own = reading.parts.components
    return (one for one in subjects(reading, RULE) if isinstance(one, Unjudged) or one in own)
