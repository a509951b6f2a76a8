"""Quyền hạn ký ghi TM., KT., TL., TUQ., Q., có dấu chấm và một dấu cách.

Quy định: ghi chữ viết tắt «TM.», «Q.», «KT.», «TL.», «TUQ.» trước tên tập thể lãnh đạo, tên cơ quan hoặc chức vụ
(ND30-I.2.7b1 đến ND30-I.2.7b5). Xét văn bản đưa vào rà soát; hồ sơ do chương
trình soạn đã theo mẫu.

Vì sao: thiếu chữ «KT.» thì cấp phó ký như cấp trưởng; máy quét hay đọc mất chữ ở chỗ có dấu.

Sai: K CHỦ TỊCH; T/M ỦY BAN NHÂN DÂN; KT CHỦ TỊCH

Đúng: KT. CHỦ TỊCH; TM. ỦY BAN NHÂN DÂN
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.law._reading import WholeReading
from generator.wording.characters import LOWER

RULE = Rule(__name__, Level.WARNING, "whole", clause="ND30-I.2.7b3")
_POWER = late(
    r"^[\W_]*(?P<power>T/M|K/T|T/L|T/UQ|TƯQ\.?|(?:TM|KT|TL|TUQ)\.?|QUYỀN|[KTQ]\.?)[ \u00a0]"
    r"(?P<post>CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG|GIÁM ĐỐC|CHÁNH|TRƯỞNG|BỘ TRƯỞNG|CỤC TRƯỞNG|HIỆU TRƯỞNG)(?P<rest>.*)$"
)
_RIGHT = frozenset(("TM.", "KT.", "TL.", "TUQ.", "Q."))
_STRAY = late(f"[{LOWER}]{{2,}}")


def check(reading: WholeReading) -> Iterator[Finding]:
    """A power of signing that is none of the five, and small letters left beside it."""
    if not reading.head.elsewhere:
        return
    if not (recipients := reading.of("recipient")):
        return
    for paragraph in reading.paragraphs[reading.paragraphs.index(recipients[0]) :]:
        match = _POWER.match(paragraph.text)
        if match is None or len(paragraph.text) > 80:
            continue
        shown = f"«{paragraph.text.strip(' *_')}»"
        if match["power"] not in _RIGHT:
            fix = "ghi TM., KT., TL., TUQ. hoặc Q. như bản gốc"
            yield RULE.found(f"quyền hạn ký ghi {shown}", fix, place=paragraph.place, source=paragraph.source)
        if stray := _STRAY.search(match["rest"]):
            what = f"khối ký {shown} có chữ thừa «{stray[0]}»"
            yield RULE.found(what, "bỏ chữ thừa", place=paragraph.place, source=paragraph.source)
