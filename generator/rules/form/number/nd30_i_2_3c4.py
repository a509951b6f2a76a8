"""Ký hiệu viết chữ in hoa, giữ chữ thường của chữ viết tắt cố định.

Quy định: ký hiệu của văn bản được trình bày bằng chữ in hoa, cỡ chữ 13, kiểu chữ đứng (Nghị định 30/2020/NĐ-CP, Phụ
lục I, phần I, mục II, khoản 3, điểm c); bảng chữ viết tắt của Phụ lục III có chữ thường trong QyĐ, CTr, TTr và được
giữ nguyên.

Vì sao: «TTR», «QYĐ» không có trong bảng; «qđ-ubnd» không phải ký hiệu.

Sai: «05/qđ-ubnd»; tờ trình mang ký hiệu «05/TTR-UBND»

Đúng: «05/TTr-UBND»; «05/QĐ-TTg»; «05/SGDĐT-GDTrH»
"""

from __future__ import annotations

from generator.edits import Rewrite
from generator.findings import Unjudged
from generator.law.types import DOCUMENT_TYPES
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.number._read import numbers

RULE = form_rule(__name__, "M")
_DIGRAPH = late(r"[TCNKPGQĐ][rhgiuy]")  # «Tr», «Th», «Kh» … as TTr, GDTrH, KHTh write them; «TTg», «QyĐ»


def check(reading: FileReading) -> Said:
    """Each symbol in small letters, and each fixed abbreviation without its own."""
    for read in numbers(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        asked = DOCUMENT_TYPES[read.type_name].abbreviation if read.type_name in DOCUMENT_TYPES else ""
        for number, group in enumerate(read.groups):
            fixed = asked if number == 0 and asked.casefold() == group.casefold() else ""
            right = fixed or group.upper()
            small = any(map(str.islower, _DIGRAPH.sub("", group)))
            if group == fixed or (not small and not fixed) or read.open:
                continue
            spot = spot_of(read.line, group) if read.line.text.count(group) == 1 else None
            yield RULE.found(
                f"ký hiệu viết «{group}»", f"viết «{right}»", place=read.place, spot=spot or read.spot,
                repairs=(Rewrite(spot, right),) if spot is not None else (),
            )  # fmt: skip
