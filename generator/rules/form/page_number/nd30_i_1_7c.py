"""Số trang ở giữa lề trên.

Quy định: số trang được đặt canh giữa theo chiều ngang trong phần lề trên của văn bản (Nghị định 30/2020/NĐ-CP, Phụ
lục I, phần I, mục I, khoản 7).

Vì sao: người đọc và người lưu trữ tìm số trang ở một chỗ; số ở chân trang lẫn với chú thích và địa chỉ cơ quan.

Sai: số trang ở chân trang; số trang sát lề phải

Đúng: số trang giữa đầu trang
"""

from __future__ import annotations

from generator.edits import Edit, Remove, SetParagraph, Spot
from generator.findings import Unjudged
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.page_number._numbers import in_the_middle, numbered_anew, page_numbers

RULE = form_rule(__name__, "M")
_FIX = "đặt số trang giữa đầu trang (Insert → Page Number → Top of Page → Plain Number 2)"


def check(reading: FileReading) -> Said:
    """Each page number below the text, or off the middle."""
    for shown in page_numbers(reading):
        line = shown.line
        origin = line.paragraph.origin
        spot = Spot(*origin) if origin is not None else None
        alone = not line.text and line.holder in ("header", "footer")
        if shown.where == "footer":
            edits: list[Edit] = [Remove(spot), *numbered_anew(reading)] if alone and spot is not None else []
            yield RULE.found("số trang ở chân trang", _FIX, place=shown.place, spot=spot, repairs=tuple(edits))
            continue
        middle = in_the_middle(shown)
        if middle is None:
            yield Unjudged(RULE.id, "chưa tính được số trang đứng ở đâu theo chiều ngang", shown.place)
        elif not middle:
            plain = alone and spot is not None and line.paragraph.format.frame is None
            edits = [SetParagraph(spot, align="center")] if plain and spot is not None else []
            yield RULE.found("số trang không ở giữa", _FIX, place=shown.place, spot=spot, repairs=tuple(edits))
