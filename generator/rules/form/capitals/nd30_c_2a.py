"""Họ tên người ký viết hoa chữ đầu mỗi âm tiết.

Quy định: tên người Việt Nam viết hoa chữ cái đầu tất cả các âm tiết (Nghị định 30/2020/NĐ-CP, Phụ lục II, mục II, khoản
1, điểm a).

Vì sao: tên người chỉ có một cách viết; ở chỗ ký thì dòng chữ chắc chắn là tên người.

Sai: «Nguyễn văn A» dưới chữ ký

Đúng: «Nguyễn Văn A»; «Y Ksor Nie»
"""

from __future__ import annotations

from generator.edits import Rewrite
from generator.parts.lines import Line
from generator.parts.model import Part, Parts
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.wording.naming.proper import FAMILY_NAMES

RULE = form_rule(__name__, "D", "ND30-C.2")
_NAME = late(r"[^\W\d_]+(?:\s+[^\W\d_]+){1,5}")


def check(reading: FileReading) -> Said:
    """Each name at a signature with a syllable in small letters."""
    for line in _names(reading.parts):
        words = line.text.split()
        small = [word for word in words if word[:1].islower()]
        if small:
            right = " ".join(word[:1].upper() + word[1:] for word in words)
            spot = spot_of(line)
            yield RULE.found(
                f"họ tên người ký viết «{line.text}»", f"viết là «{right}»", place=f"Họ tên người ký ({line.place})",
                spot=spot, repairs=(Rewrite(spot, right),) if spot is not None else (),
            )  # fmt: skip


def _names(parts: Parts) -> list[Line]:
    """The last lines of signatures that begin with a family name."""
    found = [one.lines[-1] for one in parts.of(Part.SIGNER)]
    if not found and any(parts.of(Part.SIGN_AUTHORITY)):
        found = [line for line in parts.unread if line.bold and line.side == "right"]
    return [line for line in found if _NAME.fullmatch(line.text) and line.text.split()[0].capitalize() in FAMILY_NAMES]
