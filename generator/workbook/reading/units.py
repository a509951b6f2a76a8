"""The unit a heading names in brackets, and the bare numbers below it that stand in this unit.

| heading | number below | is read as |
|---|---|---|
| «Mục tiêu đề ra (%)» | 95; «≥ 95»; «từ 95 trở lên»; «95%» | «95%»; «≥ 95%»; «từ 95% trở lên»; «95%» |
| «Kinh phí (ĐVT: triệu đồng)» | 12,5; «20 triệu» | «12,5 triệu đồng»; «20 triệu» |
| «Giá trị (%)» | 71,5; «71,5 %» | «71,5%»; «71,5 %» |
| «Tử số (hồ sơ)» | 412 | 412 |
| «Giá trị (%)» | 0,95; «≥ 0,95» | refused: 0,95% or 95% |

What is no unit («(nếu có)», «(Chỉ tiêu)») is left to whoever tells headings apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.patterns import late
from generator.targets.adding import is_unit
from generator.wording.characters import fold
from generator.wording.hygiene import tidy
from generator.workbook.sheets.columns import Column, Kind
from generator.workbook.xlsx.cells import Cell

PERCENT = "%"
_NAMED = late(  # «Giá trị (%)», «Giá trị, ĐVT: %», «Giá trị %»
    r"(?P<name>[^()\[\]]*[^()\[\]\s,;:–-])\s*"
    r"(?:[(\[]\s*(?P<inside>[^()\[\]]+?)\s*[)\]]|[,;–-]\s*(?=(?:ĐVT|[Đđ]ơn vị tính)\b)(?P<after>.+)|\s(?P<sign>%))"
)
_LED = late(r"(?:ĐVT|[Đđ]vt|[Đđ]ơn vị(?: tính)?|[Tt]ính (?:bằng|theo)|[Ss]ố)\b\s*[:.]?\s*")
_PERCENT = frozenset(("%", "phần trăm", "tỷ lệ %", "tỉ lệ %", "tỷ lệ phần trăm"))
_SCALED = late(r"(?:1[.,]?000(?:[.,]?000)?\s*|nghìn |ngàn |triệu |tỷ |tỉ |tr[.]?\s?)(?:đồng|đ\b|vnđ)|đồng|vnđ|vnd")
_BARE = late(
    r"(?P<head>[^\d%]*?)(?P<number>\d[\d.,]*(?:\s*(?:-|–|đến(?: dưới)?)\s*\d[\d.,]*)?)"
    r"(?P<tail>\s+trở (?:lên|xuống|đi))?"
)
_SHARE = late(r"0,(\d*[1-9]\d*)")  # of one, or of a hundred: who typed it knows
_SIGNS = "≥≤<>=~+ "
# Words before a number that say which way it goes and nothing of what is counted, without diacritics.
_WAYS = frozenset(
    (
        "dat",
        "tu",
        "tren",
        "duoi",
        "toi",
        "thieu",
        "da",
        "it",
        "nhieu",
        "nhat",
        "khong",
        "qua",
        "vuot",
        "thap",
        "cao",
        "nho",
        "lon",
        "hon",
        "bang",
        "la",
        "muc",
        "o",
        "phan",
        "dau",
    )
)

_IN_WORDS = frozenset(("in_ra", "gia_tri", "kinh_phi", "so_da_cong_bo"))  # columns of words whose numbers have a unit


def named_unit(heading: str) -> tuple[str, str]:
    """The heading without the unit at its end, and the unit; the heading as it is and '' when it names none."""
    try:
        text = " ".join(tidy(heading).split())
    except ValueError:
        return heading, ""
    match = _NAMED.fullmatch(text)
    if not match:
        return text, ""
    unit = _LED.sub("", match["inside"] or match["after"] or match["sign"], count=1).strip()
    if unit.lower() in _PERCENT:
        return match["name"], PERCENT
    unit = unit[:1].lower() + unit[1:] if unit[1:2].islower() else unit
    return (match["name"], unit) if unit and (_SCALED.fullmatch(unit.lower()) or is_unit(unit)) else (text, "")


def takes(column: Column, unit: str) -> bool:
    """Whether the column may hold numbers in the unit: counts are in no percent, names and days in nothing."""
    if column.kind in (Kind.WHOLE, Kind.NUMBER):
        return unit != PERCENT
    return column.kind is Kind.FIGURE or column.path[-1:] in {(key,) for key in _IN_WORDS}


def put_in_unit(cell: Cell, column: Column, unit: str) -> None:
    """Put the unit of the heading after the cell's number where it has none: in place, for rows are told by cells."""
    if cell.wrong or cell.shown or not takes(column, unit):
        return
    if column.kind is not Kind.TEXT and unit != PERCENT:
        return  # a count is typed without its unit
    match = _BARE.fullmatch(cell.text.strip())
    if match is None or not _says_way(match["head"]):
        return
    sign = PERCENT if unit == PERCENT else f" {unit}"
    cell.text = f"{match['head']}{match['number'].rstrip()}{sign}{match['tail'] or ''}"
    share = _SHARE.fullmatch(match["number"]) if unit == PERCENT else None
    if share is not None:
        other = cell.text.replace(share[0], _hundredfold(Decimal(f"0.{share[1]}")))
        cell.wrong = f"«{share[0]}» dưới tiêu đề tính theo % không rõ là «{cell.text}» hay «{other}»"
        cell.fix = f"gõ cả dấu %: «{cell.text}» hoặc «{other}»"


def is_money(unit: str) -> bool:
    """Whether numbers in the unit are other numbers in another: thousands, millions of đồng."""
    return bool(_SCALED.fullmatch(unit.lower()))


def foreign_money(unit: str, targets: Sequence[str]) -> bool:
    """Whether the unit is one of money that none of the targets is told in."""
    return is_money(unit) and not any(fold(unit) in fold(target) for target in targets)


def _says_way(head: str) -> bool:
    return all(fold(word) in _WAYS for word in head.strip(_SIGNS).split())


def _hundredfold(number: Decimal) -> str:
    text = f"{number * 100:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
