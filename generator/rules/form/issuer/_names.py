"""Names of agencies at the head of a document: what is abbreviated, what lacks a place, what belongs to another."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edits import SetParagraph
from generator.findings import Finding, Unjudged
from generator.parts.lines import is_drawn
from generator.parts.model import Component, Part
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.form._reading import FileReading, place_of, spot_of
from generator.rules.form._widths import centred
from generator.wording.characters import fold

_ABBREVIATED = late(
    r"\b(?:UBND|HĐND|UBMTTQ|MTTQ|SNV|STC|LĐTBXH|LĐ-TB&XH|LĐTB&XH|GD&ĐT|GDĐT|GD-ĐT|NN&PTNT|TN&MT|TNMT|KH&ĐT|KHĐT|"
    r"TAND|VKSND|ĐH|VHTT|VHTT&DL|VHTTDL|TTYT|GDTX|GDNN|THPT|THCS|ĐHQG|BQL|TNHH|CP|TP|TX|TT|VP|UB|BCĐ|BCH)\b"
)
_CONSONANTS = late(r"(?<![^\W\d_])[BCDĐGHKLMNPQRSTVX]{2,}(?:\s?[&-]\s?[BCDĐGHKLMNPQRSTVX]{2,})*(?![^\W\d_])")
_KIND = late(r"\b(?:X|P|H|Q|TX|TT)\.(?=\s*[^\W\d_]{2})")  # «X. AN PHÚ»
_ROMAN = late(r"[CDLMVX]+")
_OFFICE = late(r"(?:SỞ|PHÒNG|BỘ|CỤC|CHI CỤC|VĂN PHÒNG|THANH TRA|TRUNG TÂM|BAN|HẠT|KHOA|TRẠM)\s")
_ESTABLISHED = frozenset({"TNHH", "CP", "THPT", "THCS", "TT"})  # parts of registered names, or too short to judge
_BELOW = late(
    r"(?:SỞ|PHÒNG|CHI CỤC)\s+(?!GIAO DỊCH|THƯƠNG MẠI)\S"
    r"|THANH TRA TỈNH\b|TRẠM Y TẾ\b|CÔNG AN (?:XÃ|PHƯỜNG|TỈNH|ĐẶC KHU)\b"
)
_AGENCY = (
    r"(?:(?:SỞ|BỘ|CÔNG AN|[UỦ][YỶ] BAN|UBND|HỘI|HỘI ĐỒNG|LIÊN ĐOÀN|CÔNG ĐOÀN|PHÒNG|TRƯỜNG|CỤC|CHI CỤC|TÒA ÁN|TOÀ ÁN|"
    r"VIỆN|BỆNH VIỆN|THANH TRA|ĐẢNG ỦY|BAN|KHO BẠC|BẢO HIỂM|TRUNG TÂM|TỈNH ĐOÀN|NGÂN HÀNG)\s|BCH\b)"
)
_JOINED = late(rf"{_AGENCY}[^-–]*\s[-–]\s*{_AGENCY}")  # «PHÒNG VĂN HÓA - XÃ HỘI» is one
_GAP = late(r"[<{\[…]|\.{3,}|\bTÊN (?:CƠ QUAN|CQ)\b")
_UNIT = late(r"(?:tinh|thanhpho|xa|phuong|dackhu)?$")
_PEOPLE = ("uybannhandan", "ubnd", "hoidongnhandan", "hdnd", "hoidongnhandanvauybannhandan")


def named(reading: FileReading, rule: Rule, part: Part) -> Iterator[Component | Unjudged]:
    """The names that surely stand in the head: beside the Quốc hiệu or below it, where there is one."""
    national = reading.parts.first(Part.NATIONAL)
    for component in reading.judged(rule, part):
        if isinstance(component, Component) and component in reading.parts.components:
            first = component.lines[0]
            alone = first.side == "full" and first.holder == "body"
            if alone and (national is None or first.row < national.lines[0].row):
                yield Unjudged(rule.id, "tên cơ quan không đứng cạnh Quốc hiệu nên đọc chưa chắc", place_of(component))
                continue
        yield component


def abbreviations(text: str) -> list[str]:
    """The abbreviations in a name, those left out that registered names hold.

    In the name of an office a word without a vowel is one: no syllable lacks it.
    """
    name = text.upper()
    found = dict.fromkeys([*_ABBREVIATED.findall(name), *_KIND.findall(name)])
    if _OFFICE.match(name):
        found |= dict.fromkeys(word for word in _CONSONANTS.findall(name) if not _ROMAN.fullmatch(word))
    return [word for word in found if word not in _ESTABLISHED]


def is_gap(text: str) -> bool:
    """Whether the name is still to be filled in."""
    return bool(_GAP.search(text))


def always_below_another(text: str) -> bool:
    """Whether an agency of this name belongs to another whichever it is."""
    return bool(_BELOW.match(text.upper())) and not is_gap(text)


def of_several(text: str) -> bool:
    """Whether the names of two agencies stand there, joined by a dash: «SỞ GIÁO DỤC VÀ ĐÀO TẠO - CÔNG AN TỈNH»."""
    return bool(_JOINED.match(text.upper()))


def of_no_place(text: str) -> bool:
    """Whether the name is that of a people's committee or council and says not of where."""
    return _UNIT.sub("", fold(text)) in _PEOPLE


def mixed(component: Component) -> bool:
    """Whether some lines of the name are bold and some are not."""
    written = [line for line in component.lines if line.text.strip("* ") and not is_drawn(line.text)]
    return len({line.bold for line in written}) > 1


def off_the_middle(rule: Rule, component: Component) -> Iterator[Finding]:
    """A finding where a line of the name does not stand in the middle of its cell."""
    written = [line for line in component.lines if line.runs and not is_drawn(line.text)]
    off = [line for line in written if centred(line) is False]
    spots = [spot for line in off if (spot := spot_of(line)) is not None]
    if off:
        name = str(component.part)
        yield rule.found(
            f"{name} không ở giữa ô", "canh giữa (Ctrl+E)",
            place=place_of(component), spot=spot_of(off[0]),
            repairs=tuple(SetParagraph(spot, align="center") for spot in spots),
        )  # fmt: skip
