"""Thời gian ban hành viết đủ ngày … tháng … năm … bằng chữ số Ả Rập.

Quy định: thời gian ban hành văn bản phải được viết đầy đủ; các số thể hiện ngày, tháng, năm dùng chữ số Ả Rập (Nghị
định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4, điểm b).

Vì sao: «05/01/2026» mỗi nơi đọc một cách: ngày trước hay tháng trước.

Sai: «ngày 05/01/2026»; «ngày 05 tháng Giêng»; «ngày 31 tháng 02 năm 2026»; «năm 26»

Đúng: «ngày 05 tháng 01 năm 2026»; «ngày … tháng … năm 2026» khi chưa ký
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.law.written.days import as_day
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.place_date._read import places

RULE = form_rule(__name__, "M")
_GAP = r"[\s.…_]*"
_FULL = late(
    rf"ngày(?:{_GAP}|\s*\d{{1,2}}\s+)tháng(?:{_GAP}|\s*\d{{1,2}}\s+)năm(?:{_GAP}|\s*(?:\d{{4}}|20[\d.…_]{{0,4}}|[.…_]+\d*))\.?",
    2,
)

_IN_FIGURES = late(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\.?", 2)


def check(reading: FileReading) -> Said:
    """Each date without its words, or with something else than digits."""
    for read in places(reading, RULE):
        if isinstance(read, Unjudged):
            yield read
            continue
        if read.date and not read.open and not _FULL.fullmatch(read.date):
            yield RULE.found(
                f"thời gian ban hành ghi «{read.date}»", "viết đủ, ví dụ «ngày 05 tháng 01 năm 2026»",
                place=read.where, spot=read.spot,
            )  # fmt: skip
        elif _IN_FIGURES.fullmatch(read.date) and as_day(read.date) is None:
            yield RULE.found(
                f"không có «{read.date}» trong lịch", "ghi ngày, tháng, năm văn bản được ban hành", place=read.where,
                spot=read.spot,
            )  # fmt: skip
