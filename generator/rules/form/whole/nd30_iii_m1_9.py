"""Biên bản ghi thời gian, địa điểm, người dự, chủ trì, thư ký, lúc kết thúc; dưới Quốc hiệu không ghi địa danh, ngày.

Quy định: các dòng của Mẫu 1.9 (Nghị định 30/2020/NĐ-CP, Phụ lục III), ở đó thời gian, địa điểm họp nằm trong lời văn,
không có dòng địa danh, thời gian ban hành; thư ký ký bên trái, chủ tọa bên phải. Chỉ xét biên bản họp, hội nghị; lời
khác cùng nghĩa không bị nêu.

Vì sao: biên bản là chứng cứ ai đã họp, lúc nào, ở đâu.

Sai: biên bản không có dòng «Địa điểm»; ghi «Long Hồ, ngày 05 tháng 3 năm 2026» dưới Tiêu ngữ

Đúng: «Thời gian bắt đầu: …»; «Địa điểm: …»; «Hôm nay, vào hồi 08 giờ …, tại …, chúng tôi gồm: …»
"""

from __future__ import annotations

from generator.parts.model import Part
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.whole._models import fixed_lines

RULE = form_rule(__name__, "S", "Mẫu 1.9")
_TYPE = "biên bản"
_MEETING = late(r"\b(?:cuộc|phiên) họp|hội nghị\b|\bhọp\b", 2)
_CHAIR = late(r"chủ t[oọ][aạ]|chủ to[ạa]|chủ trì", 2)
_WRITER = late(r"thư ký|người ghi|người lập|đại diện", 2)
_ASKED = {
    "Thời gian bắt đầu": late(  # the hour of the end is none of the beginning
        r"bắt đầu|\btừ\s+\d|"
        r"^(?!.*(?:kết thúc|bế mạc|giải tán)).*(?:thời gian|vào (?:lúc|hồi)|hồi\s+\d|\d\s*(?:giờ|h)\b|hôm nay)",
        2 | 8,
    ),
    "Địa điểm": late(r"địa điểm|\btại\b", 2),
    "Thành phần tham dự": late(r"thành phần|tham dự|có mặt|chúng tôi|đại diện|gồm", 2),
    "Chủ trì (chủ tọa)": late(
        r"chủ trì|chủ t[oọ][aạ]|chủ to[ạa]|đại diện|trưởng đoàn|bên [ab12]|chúng tôi|người lập|chủ tịch|\bct\.", 2
    ),
    "Thư ký (người ghi biên bản)": late(r"thư ký|người ghi|lập biên bản|người lập|đại diện|bên [ab12]|chúng tôi", 2),
    "… kết thúc vào …": late(
        r"kết thúc|bế mạc|giải tán|cùng ngày|(?:xong|thông qua) (?:lúc|hồi|vào)|\bđến \d{1,2}\s*(?:giờ|h)\b", 2
    ),
}


def check(reading: FileReading) -> Said:
    """The fixed lines that a document of the type lacks, and the day above that it has too much."""
    named = type_name(reading.parts.text(Part.TYPE))
    if named != _TYPE or not any(_MEETING.search(line.text) for line in reading.lines):
        return  # biên bản giao nhận, kiểm tra, nghiệm thu … have forms of their own
    yield from fixed_lines(reading, RULE, _TYPE, _ASKED)
    yield from _unsigned(reading)
    dated = reading.parts.first(Part.PLACE_DATE)
    if dated is not None:
        yield RULE.found(
            "biên bản có dòng địa danh, thời gian dưới Tiêu ngữ", f"bỏ dòng ấy theo {RULE.clause}; giờ, ngày ở lời văn",
            place=place_of(dated), spot=spot_of(dated.lines[0]),
        )  # fmt: skip


def _unsigned(reading: FileReading) -> Said:
    """Of two names below, one of which the chair signs above and nothing says that the other took the minutes."""
    titles = list(reading.parts.of(Part.SIGN_AUTHORITY))
    names = list(reading.parts.of(Part.SIGNER))
    signed = " ".join(one.text for one in titles)
    if len(titles) == 1 and len(names) <= 2 and _CHAIR.search(signed) and not _WRITER.search(signed):
        yield RULE.found(
            "biên bản không có chỗ ký của «THƯ KÝ»", f"thêm theo {RULE.clause}", place=place_of(titles[0]),
            spot=spot_of(titles[0].lines[0]),
        )  # fmt: skip
