"""Họ tên người ký chữ in thường, cỡ 13 đến 14, đứng, đậm, ở giữa dưới chức vụ.

Quy định: họ và tên của người ký được trình bày bằng chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ đứng, đậm, canh giữa
so với quyền hạn, chức vụ của người ký (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7, điểm đ).

Vì sao: họ tên viết in hoa hoặc lệch một bên không theo mẫu nào của Nghị định.

Sai: «NGUYỄN VĂN A»; họ tên không đậm, lệch trái

Đúng: «Nguyễn Văn A» đậm, giữa dưới chức vụ
"""

from __future__ import annotations

from generator.edits import SetParagraph
from generator.findings import Unjudged
from generator.parts.model import Part
from generator.rules.base import form_rule
from generator.rules.form._capitals import capitals
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form._widths import middle_of
from generator.rules.form.signature._signing import looks_of, signatures, signed_by_others

RULE = form_rule(__name__, "M")
_SEEN = 16.0  # points by which a name is seen to stand off its title


def check(reading: FileReading) -> Said:
    """Names of signers that look otherwise, or do not stand below the title."""
    if signed_by_others(reading):
        return
    yield from looks_of(reading, RULE, "signer_name", Part.SIGNER)
    yield from capitals(reading, RULE, Part.SIGNER, own=True)
    for signature in signatures(reading):
        if signature.signer is None:
            continue
        title, name = signature.lines[-1].line, signature.signer.lines[-1]
        one, other = middle_of(title), middle_of(name)
        place, spot = place_of(signature.signer), spot_of(name)
        if one is None or other is None or title.place != name.place or title.holder != "table":
            if title.holder != "table":
                yield Unjudged(RULE.id, "chữ ký không ở trong ô của bảng nên chưa tính được vị trí họ tên", place)
        elif abs(one - other) > _SEEN:
            edits = [SetParagraph(at, align="center") for at in (signature.lines[-1].spot, spot) if at is not None]
            yield RULE.found(
                "họ tên người ký không ở giữa dưới chức vụ", "đặt cả chức vụ và họ tên canh giữa trong ô (Ctrl+E)",
                place=place, spot=spot, repairs=tuple(edits),
            )  # fmt: skip
