"""How an agency likes its Vietnamese written where more than one way is right."""

from __future__ import annotations

from typing import Literal

from generator.records import record

TonePlacement = Literal["hòa", "hoà"]
Fraction = Literal["số", "chữ số"]


@record(frozen=True)
class Wording:
    """The choices of one agency; each field is the word it writes.

    ``four`` is the last digit of 24, 34 …; ``zero_tens`` the missing tens of 105; ``fraction`` how digits after the
    comma are read, 12,75 as a number («phẩy bảy mươi lăm») or digit by digit («phẩy bảy năm»).
    """

    four: Literal["bốn", "tư"] = "bốn"
    zero_tens: Literal["linh", "lẻ"] = "linh"
    thousand: Literal["nghìn", "ngàn"] = "nghìn"
    fraction: Fraction = "số"
    tones: TonePlacement = "hòa"


DEFAULT = Wording()
