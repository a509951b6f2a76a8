"""Quyền hạn, chức vụ chữ in hoa, cỡ 13 đến 14, đứng, đậm.

Quy định: chữ viết tắt quyền hạn, chức vụ của người ký được trình bày bằng chữ in hoa, cỡ chữ từ 13 đến 14, kiểu chữ
đứng, đậm (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7, điểm đ).

Vì sao: quyền hạn và chức vụ là căn cứ nhận biết thẩm quyền ký.

Sai: «KT. Chủ tịch» không in hoa, cỡ 12

Đúng: «KT. CHỦ TỊCH» cỡ 14, đậm
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.signature._signing import looks_of, signed_by_others

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """Power and title that look otherwise."""
    if not signed_by_others(reading):
        yield from looks_of(reading, RULE, "signing_authority", Part.SIGN_AUTHORITY)
