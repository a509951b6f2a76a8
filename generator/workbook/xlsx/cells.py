"""One cell as a clerk sees it: its text, with numbers, percentages, hours and days as they would be typed."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from generator.opc.xml import Element, text_of
from generator.patterns import late
from generator.records import record
from generator.wording.characters import composed
from generator.workbook.xlsx.formulas import Formulas
from generator.workbook.xlsx.number_formats import NumberFormat, day_text, is_day, moment_of
from generator.workbook.xlsx.package import M, Package, Style, Text, is_true, read_text, unescaped

_NUMBER = late(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d{1,3})?\s*", re.ASCII | re.IGNORECASE)
_MANY_TIMES = 10  # a thousand percent: no rate of anything reported
_TWICE = 2
_WHOLE_RATE = 100
_THOUSANDS = 3  # places after the point, which may have been typed as thousands
_WHOLE_DAY = frozenset("dmy")
_FORMULA, _VALUE, _INLINE = M + "f", M + "v", M + "is"


class DamagedCellError(ValueError):
    """A cell that holds something, and the file does not say what."""


@record()
class Cell:
    """One filled cell: where it is, its text; ``number`` when it is one; ``wrong`` and ``fix`` when it has no value."""

    ref: str
    text: str
    number: Decimal | None = None
    wrong: str = ""
    fix: str = ""
    partial_day: bool = False  # a date that its format shows without day or year: typed as something else
    struck: bool = False  # through, at least in part
    crossed_out: bool = False  # through, the whole of it
    formula: bool = False
    shown: str = ""  # with the words its format puts around the number
    rounded: str = ""  # what is seen of a number that is kept with more places
    doubt: str = ""  # why it may be another value than was meant


def read_cell(package: Package, element: Element, ref: str, formulas: Formulas) -> Cell | None:
    """The cell that stands at the reference, None for an empty one; raises DamagedCellError."""
    parts = {item.tag: item for item in element}  # looking for each part by itself costs twice as much
    formula, value_element, inline = parts.get(_FORMULA), parts.get(_VALUE), parts.get(_INLINE)
    if formulas.is_outside(formula, ref):
        fix = "chép ô đó, dán lại dạng giá trị (Paste Values)"
        return Cell(ref, "", wrong="công thức lấy số từ tệp Excel khác, không kiểm được", fix=fix, formula=True)
    value = text_of(value_element) if value_element is not None else ""
    kind = element.get("t", "n")
    if not value and formula is not None and (kind != "str" or value_element is None):
        fix = "mở bằng Excel hoặc LibreOffice Calc, lưu lại rồi thử lại; hoặc gõ thẳng giá trị"
        return Cell(ref, "", wrong="công thức chưa có giá trị tính sẵn", fix=fix, formula=True)
    if inline is None and not value.strip():
        return None
    style = package.style(element.get("s"))
    if inline is not None and not value:
        return _text(ref, read_text(inline), style)
    cell = _valued(package, ref, kind, value, style) if value.strip() else None
    if cell is not None and formula is not None:
        cell.formula = True
    return cell


def _valued(package: Package, ref: str, kind: str, value: str, style: Style | None) -> Cell | None:
    if kind == "s":
        index = _whole(value)
        if not 0 <= index < len(package.strings):
            raise DamagedCellError
        return _text(ref, package.strings[index], style)
    if kind in ("str", "inlineStr"):
        return _text(ref, Text(unescaped(value)), style)
    if kind == "b":
        return _flag(ref, value.strip())
    if kind == "e":
        return Cell(ref, "", wrong=f"ô báo lỗi {value[:20]}", fix="sửa công thức hoặc gõ thẳng giá trị")
    if kind not in ("n", "d") or style is None:  # without its format, 0.95 could be 95% as well
        raise DamagedCellError
    cell = _moment(ref, value, style) if kind == "d" else _number(ref, value, style, from_1904=package.from_1904)
    cell.struck = cell.crossed_out = style.struck
    return cell


def _text(ref: str, text: Text, style: Style | None) -> Cell | None:
    whole = text.crossed_out or (style is not None and style.struck)
    if not text.text.strip():
        return None
    return Cell(ref, composed(text.text), struck=text.struck or whole, crossed_out=whole)


def _flag(ref: str, value: str) -> Cell:
    if value in ("0", "false"):
        return Cell(ref, "không")
    if not is_true(value):
        raise DamagedCellError
    return Cell(ref, "có")


def _moment(ref: str, value: str, style: Style) -> Cell:
    """A day written as ISO 8601 has it, which the Strict variant may do."""
    try:
        moment = datetime.fromisoformat(value.strip()).replace(tzinfo=None)
    except ValueError:
        return Cell(ref, value)
    text, partial = day_text(moment, style.format.parts if style.format.is_date else _WHOLE_DAY)
    return Cell(ref, text, partial_day=partial)


def _number(ref: str, value: str, style: Style, *, from_1904: bool) -> Cell:
    if not _NUMBER.fullmatch(value):
        return Cell(ref, value)
    exact = float(value)
    number = Decimal(format(exact, ".15g"))  # what a spreadsheet shows; the rest is binary dust
    if not number.is_finite():
        return Cell(ref, value)
    if style.format.percent or style.format.decimals is not None:
        return _formatted(ref, number, style.format)
    if style.format.is_date and is_day(number, from_1904=from_1904):
        text, partial = day_text(moment_of(number, from_1904=from_1904), style.format.parts)
        return Cell(ref, text, partial_day=partial)
    if style.format.is_time and 0 <= number < 1:
        minutes = round(exact * 24 * 60)
        return Cell(ref, f"{minutes // 60:02d}:{minutes % 60:02d}")
    return Cell(ref, typed(number), number)


def _formatted(ref: str, number: Decimal, seen: NumberFormat) -> Cell:
    """A number whose format shows so many places, in percent, or with words around it."""
    sign = "%" if seen.percent else ""
    exact = number * 100 if seen.percent else number
    text = typed(exact) + sign
    cell = Cell(ref, text, number)
    places = Decimal(1).scaleb(-(seen.decimals or 0))
    whole = number == number.to_integral_value()
    general = "đổi định dạng ô sang General rồi gõ lại"
    if seen.percent and abs(number) >= _MANY_TIMES:
        cell.wrong = f"ô đang hiện {text}: số {typed(number)} nằm trong ô định dạng phần trăm"
        cell.fix = f"{general} {typed(number)}"
        if abs(number) <= _WHOLE_RATE:
            cell.fix = f"gõ lại {typed(number)}%; nếu không phải tỷ lệ thì {cell.fix}"
    elif seen.percent and whole and abs(number) > _TWICE:
        cell.doubt = f"ô hiện {text}; nếu định ghi {typed(number)}% thì gõ lại cả dấu %"
    elif seen.thousands and number:
        cell.wrong = f"ô hiện số đã chia cho {10 ** (3 * seen.thousands)}, Excel giữ {typed(number)}"
        cell.fix = f"{general} số đúng"
    elif seen.decimals == _THOUSANDS and whole and number and not seen.percent:
        cell.wrong = f"ô đang hiện «{typed(number)}.000» nhưng Excel giữ số {typed(number)}"
        cell.fix = f"{general}: {typed(number * 1000)} nếu là hàng nghìn, {typed(number)} nếu đúng là {typed(number)}"
    elif seen.decimals is not None and exact != exact.quantize(places, ROUND_HALF_UP):
        cell.rounded = typed(exact.quantize(places, ROUND_HALF_UP)) + sign
    if seen.before.strip() or seen.after.strip():
        cell.shown = f"{seen.before}{cell.rounded or text}{seen.after}".strip()
    return cell


def typed(number: Decimal) -> str:
    """The number as it is typed in Vietnamese: a decimal comma, no separators of thousands."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _whole(text: str) -> int:
    return int(text) if text.strip().isdecimal() else -1
