"""The fixed lines of types whose Mẫu has them (giấy mời, biên bản, hợp đồng …), read into their own fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import field

from generator.law.types import SLIPS, TYPES_BETWEEN_PARTIES
from generator.parts.lines import Line
from generator.parts.model import BodyLine
from generator.patterns import late
from generator.records import record
from generator.recovering.said import Said, Tree, said
from generator.recovering.texts import clean, escaped
from generator.wording.times.dates import parse_date
from generator.wording.times.moments import parse_moment

_INVITED = late(r"^.*?\bkính mời:?\s+(?P<who>[^:]+?)\s+(?:(?:đến|tới|về)\s+)?(?:tham\s+)?dự:?\s+(?P<what>[^:]+)$", 2)
_DASH = late(r"^[\s\-–—+•*]+")
_END = " .;,"
_PARTY = late(r"^bên\s+(?P<letter>[A-H])\s*:\s*(?P<name>.+)$", 2)
_STANDS_FOR = late(r"^(?:người\s+)?đại diện\s*:\s*(?P<name>[^,]+),\s*(?P<position>.+?)(?:,\s*theo\s+(?P<by>.+))?$", 2)
_TODAY = late(r"^hôm nay,\s*ngày.*?(?:,\s*tại\s+(?P<place>.+?))?,\s*chúng tôi gồm.*$", 2)
_LEAVE = late(
    r"^được nghỉ phép trong thời gian\s+(?P<length>.+?)\s+kể từ\s+(?P<start>ngày.+?)\s+đến hết\s+(?P<end>ngày.+?)"
    r"\s+tại\s+(?P<place>.+)$",
    2,
)
_ASKED = late(r"^xét đơn đề nghị nghỉ phép\s+(?P<day>ngày.*?\d{4})\s+của\s+.*cấp cho\s*:$", 2)
_UNTIL = late(r"^giấy này có giá trị đến hết\s+(?P<day>.+)$", 2)
_TERM = late(r"^thời hạn ủy quyền\s*:\s*từ\s+(?P<start>.+?)\s+đến hết\s+(?P<end>.+)$", 2)
_ENDED = late(r"^(?P<meeting>cuộc họp|hội nghị|hội thảo) kết thúc vào\s+(?P<when>.+)$", 2)
_COURSE = late(r"^nội dung\s*\(theo diễn biến (?P<meeting>cuộc họp|hội nghị|hội thảo)\)\s*:$", 2)
_MEETINGS = {"cuộc họp": "cuoc_hop", "hội nghị": "hoi_nghi", "hội thảo": "hoi_thao"}


@record()
class FixedLines:
    """The type's own fields, what they say of agency and signer, and the lines that are left for the text.

    ``introduced`` are who signs and as what («Đinh Quốc Thái», «Chủ tịch UBND xã …») where a fixed line says it,
    ``own_party`` is the name of the first party of an agreement.
    """

    details: dict[str, Tree] = field(default_factory=dict)
    left: list[BodyLine] = field(default_factory=list)
    subject: Said | None = None
    introduced: tuple[Line, str, str] | None = None
    own_party: Said | None = None
    took: list[Line] = field(default_factory=list)


class _Lines:
    """The lines still to be read, one or a run of them taken at a time."""

    def __init__(self, lines: Sequence[BodyLine]) -> None:
        self._lines = list(lines)

    def take(self, pattern: re.Pattern[str]) -> tuple[Line, re.Match[str]] | None:
        """The first line that is as the pattern says, taken out."""
        for n, one in enumerate(self._lines):
            found = pattern.match(_text(one))
            if found:
                del self._lines[n]
                return one.line, found
        return None

    def value(self, label: str) -> Said | None:
        """What follows the label in its line."""
        found = self.take(re.compile(rf"^{label}\s*:?\s*(?P<value>\S.*)$", re.IGNORECASE))
        return said(found[0], escaped(found[1]["value"].strip(_END))) if found else None

    def listed(self, label: str) -> list[Said] | None:
        """What follows the label in its line, or the dashed lines below it; None where it is not there."""
        pattern = re.compile(rf"^{label}\s*:\s*(?P<value>.*)$", re.IGNORECASE)
        for n, one in enumerate(self._lines):
            found = pattern.match(_text(one))
            if not found:
                continue
            value = found["value"].strip(_END)
            if value:
                del self._lines[n]
                return [said(one.line, escaped(value))]
            stop = n + 1
            while stop < len(self._lines) and _DASH.match(_text(self._lines[stop])):
                stop += 1
            items = [said(two.line, escaped(_item(two))) for two in self._lines[n + 1 : stop]]
            if items:
                del self._lines[n:stop]
                return items
        return None

    def dashed(self) -> list[Said]:
        """The dashed lines at the beginning of what is left."""
        items = []
        while self._lines and _DASH.match(_text(self._lines[0])):
            items.append(said(self._lines[0].line, escaped(_item(self._lines.pop(0)))))
        return items

    def first(self) -> BodyLine | None:
        """The first line left."""
        return self._lines[0] if self._lines else None

    def drop(self) -> BodyLine:
        """The first line left, taken out."""
        return self._lines.pop(0)

    @property
    def left(self) -> list[BodyLine]:
        """The lines nobody took."""
        return self._lines


def _text(line: BodyLine) -> str:
    text = clean(line.line.text)
    return text.removesuffix("./.").rstrip() if text.endswith("./.") else text


def _item(line: BodyLine) -> str:
    return _DASH.sub("", _text(line)).strip(_END)


def _day(text: str) -> str:
    """The day as a dossier types it; empty where the text is none."""
    try:
        day = parse_date(text.strip(_END))
    except ValueError:
        return ""
    return f"{day.day}/{day.month}/{day.year}"


def _moment(value: Said | None) -> Said | None:
    if value is None:
        return None
    try:
        moment = parse_moment(str(value.value))
    except ValueError:
        return None
    return Said(f"{moment:%H:%M} {moment.day}/{moment.month}/{moment.year}", value.place, value.words)


def read_fixed(kind: str, lines: Sequence[BodyLine], unread: Sequence[Line] = ()) -> FixedLines:
    """The fields of the type among the lines; all lines are left where the type has none, or says them otherwise."""
    reader = _READERS.get(kind)
    if reader is None:
        return FixedLines(left=list(lines))
    own = _Lines(lines)
    made = FixedLines()
    reader(own, made)
    made.details = {key: value for key, value in made.details.items() if value not in (None, [], "")}
    if kind == "giấy nghỉ phép" and any(clean(line.text).casefold().startswith("xác nhận của") for line in unread):
        made.details["xac_nhan"] = "có"
        made.took = list(unread)
    made.left = own.left
    return made


def _invitation(lines: _Lines, made: FixedLines) -> None:
    at_once = lines.take(_INVITED)
    made.details |= {
        "kinh_moi": [said(at_once[0], escaped(at_once[1]["who"]))]
        if at_once
        else lines.listed(r".*\b(?:trân trọng\s+)?kính mời"),
        "toi_du": said(at_once[0], escaped(at_once[1]["what"].strip(_END)))
        if at_once
        else lines.value(r"(?:đến\s+|tới\s+)dự"),
        "chu_tri": lines.value(r"chủ trì"),
        "thoi_gian": _moment(lines.value(r"thời gian")),
        "dia_diem": lines.value(r"địa điểm"),
    }


def _minutes(lines: _Lines, made: FixedLines) -> None:
    course = lines.take(_COURSE)
    ended = lines.take(_ENDED)
    found = course or ended
    meeting = _MEETINGS[found[1]["meeting"].casefold()] if found else ""
    made.details |= {
        "hinh_thuc": said(found[0], meeting) if found and meeting != "cuoc_hop" else None,
        "bat_dau": _moment(lines.value(r"thời gian bắt đầu")),
        "ket_thuc": _moment(said(ended[0], ended[1]["when"].strip(_END))) if ended else None,
        "dia_diem": lines.value(r"địa điểm"),
        "thanh_phan": lines.listed(r"thành phần tham dự"),
        "vang_mat": lines.listed(r"vắng mặt"),
    }
    chair, secretary = lines.value(r"chủ trì \(chủ tọa\)"), lines.value(r"thư ký \(người ghi biên bản\)")
    if secretary is not None:
        name, _, position = str(secretary.value).partition(",")
        made.details["thu_ky"] = {
            "ho_ten": Said(name.strip(), secretary.place, secretary.words),
            "chuc_vu": Said(position.strip(), secretary.place, secretary.words),
        }
    if chair is not None:
        _introduce(made, chair)


def _introduce(made: FixedLines, value: Said) -> None:
    name, _, position = str(value.value).partition(",")
    line = Line(value.words, [], None, value.place)  # type: ignore[arg-type]
    made.introduced = (line, name.strip(), position.strip())


def _mandate(lines: _Lines, made: FixedLines) -> None:
    giver = lines.value(r"người ủy quyền")
    term = lines.take(_TERM)
    made.details["nguoi_duoc_uy_quyen"] = lines.value(r"người được ủy quyền")
    if term:
        made.details["tu_ngay"] = said(term[0], _day(term[1]["start"]))
        made.details["den_ngay"] = said(term[0], _day(term[1]["end"]))
    lines.take(late(r"^nội dung ủy quyền\s*:$", 2))
    if giver is not None:
        made.details["nguoi_uy_quyen"] = giver
        _introduce(made, giver)


def _introduction(lines: _Lines, made: FixedLines) -> None:
    until = lines.take(_UNTIL)
    lines.take(late(r"^.* trân trọng giới thiệu\s*:$", 2))
    lines.take(late(r"^đề nghị quý cơ quan tạo điều kiện để ông \(bà\) có tên ở trên hoàn thành nhiệm vụ\.?$", 2))
    made.details |= {
        "nguoi_duoc_gioi_thieu": lines.value(r"ông \(bà\)"),
        "chuc_vu": lines.value(r"chức vụ"),
        "duoc_cu_den": lines.value(r"được cử đến"),
        "gia_tri_den": said(until[0], _day(until[1]["day"])) if until and _day(until[1]["day"]) else None,
    }
    made.subject = lines.value(r"về việc")


def _leave(lines: _Lines, made: FixedLines) -> None:
    asked, allowed = lines.take(_ASKED), lines.take(_LEAVE)
    counted = lines.take(late(r"^số ngày nghỉ phép nêu trên được tính vào thời gian\s+(?P<kind>.+)$", 2))
    made.details |= {
        "ngay_don": said(asked[0], _day(asked[1]["day"])) if asked and _day(asked[1]["day"]) else None,
        "nguoi_nghi": lines.value(r"ông \(bà\)"),
        "chuc_vu": lines.value(r"chức vụ"),
    }
    if allowed:
        line, found = allowed
        made.details |= {
            "thoi_gian": said(line, escaped(found["length"])),
            "tu_ngay": said(line, _day(found["start"])),
            "den_ngay": said(line, _day(found["end"])),
            "noi_nghi": said(line, escaped(found["place"].strip(_END))),
        }
    if counted:
        kind = counted[1]["kind"].strip(_END)
        made.subject = said(counted[0], escaped(kind[:1].upper() + kind[1:]))


def _wire(lines: _Lines, made: FixedLines) -> None:
    sender = lines.take(late(r"^(?P<who>.+?)\s+điện\s*:\s*(?P<one>.*)$", 2))
    if sender is None:
        return
    made.details["ben_dien"] = said(sender[0], escaped(sender[1]["who"]))
    one = sender[1]["one"].strip(_END)
    made.details["nhan_dien"] = [said(sender[0], escaped(one))] if one else lines.dashed()


def _slip(lines: _Lines, made: FixedLines) -> None:
    made.details |= {
        "gui_den": lines.listed(r".*?\b(?:gửi|chuyển|thông báo|báo) đến"),
        "tai_lieu": lines.listed(r"tài liệu (?:\w+\s+)?kèm theo(?: phiếu này)?"),
    }


def _agreement(lines: _Lines, made: FixedLines) -> None:
    today = lines.take(_TODAY)
    if today and today[1]["place"]:
        made.details["dia_diem"] = said(today[0], escaped(today[1]["place"]))
    parties: list[dict[str, Tree]] = []
    while found := lines.take(_PARTY):
        line, match = found
        party: dict[str, Tree] = {"ten": said(line, escaped(match["name"].strip(_END)))}
        facts, person = _facts(lines, line)
        party["thong_tin"] = facts
        if person:
            at, stands = person
            party["ho_ten"] = said(at, stands["name"].strip())
            party["chuc_vu"] = said(at, escaped(stands["position"].strip(_END)))
            if stands["by"]:
                party["theo"] = said(at, escaped(stands["by"].strip(_END)))
        if not facts:
            del party["thong_tin"]
        if match["letter"].upper() == "A":
            made.own_party = party["ten"]
            made.details["thong_tin"] = party.get("thong_tin")
            if person:
                made.introduced = (person[0], person[1]["name"].strip(), person[1]["position"].strip(_END))
        else:
            parties.append(party)
    made.details["cac_ben"] = parties


def _facts(lines: _Lines, below: Line) -> tuple[list[Said], tuple[Line, re.Match[str]] | None]:
    """The lines of a party below its name, up to who stands for it."""
    facts: list[Said] = []
    at = next((n for n, one in enumerate(lines.left) if one.line.row > below.row), len(lines.left))
    while at < len(lines.left):
        one = lines.left[at]
        found = _STANDS_FOR.match(_text(one).strip(_END))
        if found:
            del lines.left[at]
            return facts, (one.line, found)
        if _PARTY.match(_text(one)) or len(facts) > 8 or ":" not in _text(one):
            break
        facts.append(said(one.line, escaped(_text(one).strip(_END))))
        del lines.left[at]
    return facts, None


def _letter(lines: _Lines, made: FixedLines) -> None:
    greeting = lines.take(late(r"^(?:kính gửi|thân gửi|gửi)\b.*[!,:.]?$", 2))
    if greeting:
        made.details["loi_xung"] = [said(greeting[0], escaped(clean(greeting[0].text)))]


_READERS: dict[str, Callable[[_Lines, FixedLines], None]] = {
    "giấy mời": _invitation,
    "biên bản": _minutes,
    "giấy ủy quyền": _mandate,
    "giấy giới thiệu": _introduction,
    "giấy nghỉ phép": _leave,
    "công điện": _wire,
    "thư công": _letter,
    **dict.fromkeys(SLIPS, _slip),
    **dict.fromkeys(TYPES_BETWEEN_PARTIES, _agreement),
}
