"""Numbers in figures: dots between thousands, a comma before decimals, percentages, đồng."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.faults import Code, Fault
from generator.patterns import late

_WHOLE = r"\d{1,3}(?:\.\d{3})+|\d+"
_NUMBER = late(rf"(?P<sign>[-−–]?)\s*(?P<whole>{_WHOLE})(?:,(?P<fraction>\d+))?")
_ENGLISH = late(r"[-−–]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−–]?\d+\.\d+")
_PERCENT = late(r"(?P<number>.*?)\s*(?:%|phần trăm)", re.S)
# Three digits after a point are thousands, but after a lone zero.
_POINT = late(r"(?P<whole>0(?=\.\d{3}$)|\d{1,3}(?!\.\d{3}$))\.(?P<fraction>\d+)")


def figures(number: int | Decimal) -> str:
    """The number as Vietnamese documents print it, e.g. ``15.000.000`` or ``95,5``."""
    from babel.numbers import format_decimal

    return str(format_decimal(number, format="#,##0.###", locale="vi", decimal_quantization=False))


def thousands(number: int) -> str:
    """The whole number with dots between thousands, e.g. ``120.000``."""
    return f"{number:,}".replace(",", ".")


def percent(number: int | Decimal) -> str:
    """The percentage, given in hundredths, as printed: ``95%``, ``95,5%``."""
    return f"{figures(number)}%"


def parse_figures(text: str) -> Decimal:
    """The number typed with ``.`` between thousands and ``,`` before decimals.

    Raises ValueError with a Vietnamese message on anything else, a decimal point or misplaced dots among them.
    """
    typed = text.strip()
    match = _NUMBER.fullmatch(re.sub(r"(?<=\d)[ \u00a0\u202f_](?=\d{3}(?!\d))", "", typed))
    if match is None:
        if _ENGLISH.fullmatch(typed):
            fix = "dùng dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân"
            raise Fault(Code.BAD_FIGURE, f"«{typed}» không rõ là số nào", fix)
        raise Fault(Code.BAD_FIGURE, f"«{typed}» không phải là số", "viết chữ số, ví dụ 1.234,5")
    number = Decimal(match["whole"].replace(".", "") + (f".{match['fraction']}" if match["fraction"] else ""))
    return -number if match["sign"] else number


def parse_percent(text: str) -> Decimal:
    """The percentage in hundredths: ``95%``, ``95,5 %`` and ``95.5%`` as written, ``0.95`` as a share of one.

    Raises ValueError with a Vietnamese message on what is no percentage, or could be read two ways (``1``).
    """
    typed = text.strip()
    signed = _PERCENT.fullmatch(typed)
    number = signed["number"] if signed else typed
    point = _POINT.fullmatch(number)
    try:
        value = Decimal(f"{point['whole']}.{point['fraction']}") if point else parse_figures(number)
    except ValueError:
        what = f"«{typed}» không phải là tỷ lệ phần trăm"
        raise Fault(Code.BAD_PERCENT, what, "viết dạng 95% hoặc 95,5%") from None
    if signed or value == 0 or value > 1:
        return value
    if point and value < 1:  # as spreadsheets keep it
        return (value * 100).normalize() + 0
    fix = f"thêm dấu %, ví dụ {figures(value)}%"
    raise Fault(Code.BAD_PERCENT, f"«{typed}» không rõ là bao nhiêu phần trăm", fix)


def parse_money(text: str) -> int:
    """The amount of đồng typed with or without separators; raises ValueError with a Vietnamese message."""
    typed = text.strip()
    number = re.sub(r"\s*(?:đồng|VNĐ|VND|đ)$", "", typed)
    try:
        amount = parse_figures(number)
    except ValueError:
        what = f"«{typed}» không phải là số tiền"
        raise Fault(Code.BAD_MONEY, what, "viết chữ số, ví dụ 15.000.000") from None
    return whole_dong(amount)


def whole_dong(amount: int | Decimal) -> int:
    """The amount as whole đồng; raises ValueError with a Vietnamese message when it holds a fraction of one."""
    if amount != int(amount):
        raise Fault(Code.BAD_MONEY, f"số tiền {figures(amount)} có phần lẻ dưới một đồng", "làm tròn đến đồng")
    return int(amount)
