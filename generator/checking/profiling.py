"""As what a file is judged: what was asked, and what the file shows of itself where nothing was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checking.scope import outside
from generator.law.form.profiles import ISSUER_NAMES, MEDIUM_NAMES, STATE_NAMES, Asked, Issuer, Medium, Profile, State
from generator.parts.model import Part, Parts, Sure
from generator.patterns import late
from generator.rules.form._reading import FileReading

_COMMITTEES = ("ủy ban nhân dân", "uỷ ban nhân dân")
_ORGANISATIONS = late(
    r"(?:(?:ban (?:chấp hành|thường vụ|thường trực)|bch|btv)\s+)?"
    r"(?:công đoàn|cđcs|liên đoàn lao động|lđlđ|(?:tỉnh|thành) đoàn|(?:liên )?chi đoàn|mttq|mặt trận tổ quốc|"
    r"(?:[uủ][yỷ] ban|ub) ?(?:mặt trận|mttq)|đoàn (?:thanh niên|tncs|trường|xã|phường|khối|cơ sở|đại học|tỉnh)|"
    r"hội (?:liên hiệp|lhpn|phụ nữ|nông dân|cựu chiến binh|ccb|chữ thập đỏ|người cao tuổi|khuyến học|sinh viên))\b"
)
_UNITS = ("sở", "phòng", "trung tâm", "văn phòng", "ban quản lý", "chi cục", "thanh tra")
_FIELD = r"_[^\W_]+|\$\w+|(?-i:[a-zđ]{2,}[A-Z][A-Za-z]*)(?![^\W_])|[a-zđ]{2,}_[a-zđ]+"  # «_ngay», «soHopDong»
_EMPTY = (
    rf"(?:[\s.…_]|\{{[^/]*?\}}|\[[^/]*?\]|<[^/]*?>|«[^/]*?»|{_FIELD})"  # nothing, or what a form fills: «{{{{so}}}}»
)
_EMPTY_NUMBER = late(rf"^\s*số\s*[:.]?(?:{_EMPTY}*/|{_EMPTY}+$)", 2)
_EMPTY_DAY = late(rf"\bngày{_EMPTY}*tháng|\btháng{_EMPTY}*năm|\bnăm{_EMPTY}*$", 2)


def profile_of(parts: Parts, asked: Asked) -> Profile:
    """The profile asked for, completed by what the document shows."""
    return Profile(asked.issuer or _issuer(parts), asked.medium or _medium(parts), asked.state or _state(parts))


def judged_as(reading: FileReading, asked: Asked, day: date | None = None) -> str:
    """As what the file was judged and by which decree, and whether that was asked or told from the file.

    Of a file the decree's form does not hold for, what is judged all the same; of one that bears no day, and was issued
    by its month, by which its bases are judged where no ``day`` was asked for.
    """
    if outside(reading.parts):
        return "văn bản ngoài thể thức của Nghị định: chỉ xét căn cứ và lời văn"
    since = f"{reading.edition.since:%d/%m/%Y}"
    older = f" (có hiệu lực từ {since}, sau ngày ghi trên văn bản: chỉ để tham khảo)" if reading.older else ""
    told = f"{'; '.join(_said(reading, asked))}; theo {reading.edition.name}{older}"
    if day is None and reading.day is None and reading.presumed is not None and reading.presumed < date.today():
        told += f"; ngày để trống mà tháng đã qua: căn cứ xét vào ngày cuối tháng, {reading.presumed:%d/%m/%Y}"
    return told


def _said(reading: FileReading, asked: Asked) -> Iterator[str]:
    profile = reading.profile
    state, medium = STATE_NAMES[profile.state], MEDIUM_NAMES[profile.medium]
    issuer = ISSUER_NAMES[profile.issuer]
    empty = _state(reading.parts) == "du-thao"
    but = "nhưng " if profile.state == "chinh-thuc" else ""
    yield f"{state} ({but}số hoặc ngày còn để trống)" if empty else state
    yield medium
    named = reading.parts.first(Part.ISSUER)
    told = (
        "" if asked.issuer else f" (tên ghi trên văn bản: {named.text})" if named else " (không đọc được tên cơ quan)"
    )
    yield f"của {issuer}{told}"
    if profile.by_suitability:
        yield "chỉ áp dụng cho phù hợp (ND30-A.2.2), nên thể thức khác Nghị định không tính là lỗi"


def _issuer(parts: Parts) -> Issuer:
    if parts.kind == "party":
        return "dang"
    found = parts.first(Part.ISSUER)
    name = " ".join(found.text.casefold().split()) if found is not None and found.sure > Sure.GUESS else ""
    if name.startswith(_COMMITTEES):
        return "ubnd"
    if _ORGANISATIONS.match(name):
        return "doan-the"
    return "chuyen-mon" if name.startswith(tuple(f"{one} " for one in _UNITS)) else "khac"


def _medium(parts: Parts) -> Medium:
    return "dien-tu" if any(annex.first(Part.E_SIGNATURE) for annex in parts.annexes) else "giay"


def _state(parts: Parts) -> State:
    empty = _EMPTY_NUMBER.search(parts.text(Part.NUMBER)) or _EMPTY_DAY.search(parts.text(Part.PLACE_DATE))
    return "du-thao" if empty else "chinh-thuc"
