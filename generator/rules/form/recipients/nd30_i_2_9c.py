"""Các văn bản khác không ghi «Kính gửi»; quyết định, nghị quyết mở đầu nơi nhận bằng «- Như Điều …;».

Quy định: những văn bản khác phần nơi nhận chỉ gồm từ «Nơi nhận» và danh sách bên dưới (Nghị định 30/2020/NĐ-CP, Phụ
lục I, phần I, mục II, khoản 9, điểm c); các Mẫu 1.1 đến 1.3 của Phụ lục III mở đầu danh sách bằng «- Như Điều …;».

Vì sao: quyết định, thông báo, kế hoạch ban hành cho mọi nơi trong danh sách, không kính gửi ai.

Sai: thông báo có «Kính gửi»; quyết định có nơi nhận mà không có «Như Điều»

Đúng: quyết định: «- Như Điều 3;»
"""

from __future__ import annotations

from generator.findings import Level
from generator.parts.model import Level as LevelOf
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.recipients._list import WITHOUT_ADDRESSEE, addressed, recipients, type_of
from generator.wording.characters import fold

RULE = form_rule(__name__, "M")
_BY_ARTICLE = frozenset({"nghị quyết", "quyết định"})


def check(reading: FileReading) -> Said:
    """«Kính gửi» where there shall be none, and a decision whose list does not open with «Như Điều»."""
    named = type_of(reading)
    if named not in WITHOUT_ADDRESSEE:
        return
    for said in addressed(reading):
        yield RULE.found(
            f"{named} có «Kính gửi»", "bỏ «Kính gửi», ghi các nơi nhận vào danh sách «Nơi nhận» ở cuối",
            place=place_of(said.component), spot=spot_of(said.component.lines[0]),
        )  # fmt: skip
    items = recipients(reading)
    articles = any(one.level is LevelOf.ARTICLE for one in reading.parts.body)
    if named not in _BY_ARTICLE or not articles or not items or any(item.open for item in items):
        return
    if not any("nhudieu" in fold(item.text) or "nhutren" in fold(item.text) for item in items):
        yield RULE.found(
            f"{named} mà nơi nhận không có «Như Điều …»", "ghi dòng đầu «- Như Điều …;», số của Điều giao thi hành",
            level=Level.WARNING, place="Nơi nhận", spot=spot_of(items[0].lines[0]),
        )  # fmt: skip
