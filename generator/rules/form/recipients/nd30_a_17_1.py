"""Mỗi nơi nhận chỉ ghi một lần.

Quy định: số lượng văn bản phát hành xác định trên cơ sở số lượng tại nơi nhận (Nghị định 30/2020/NĐ-CP, Điều 17, khoản
1); không câu nào quy định thành lời là mỗi nơi ghi một lần.

Vì sao: ghi hai lần là phát hành thừa một bản, và thường là dòng lẽ ra ghi nơi khác.

Sai: «- Sở Nội vụ;», dưới nữa lại «- Sở Nội vụ (để b/c);»; nơi đã ở «Kính gửi»

Đúng: «- Sở Nội vụ;», «- Thanh tra Sở Nội vụ;»
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.base import form_rule
from generator.rules.data._recipients import name_of, shown
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.recipients._list import addressed, recipients

RULE = form_rule(__name__, "D")


def check(reading: FileReading) -> Said:
    """Each recipient whose name stands above it, or in «Kính gửi», already, what it is sent for set aside."""
    seen = {name_of(name): "«Kính gửi»" for name in _addressees(reading)}
    for item in recipients(reading):
        if item.open or item.below:
            continue  # «+ Chủ tịch;» is of those above it
        name = name_of(item.text)
        if name in seen:
            yield RULE.found(
                f"«{shown(item.text)}» đã có ở {seen[name]}", "giữ một dòng", place="Nơi nhận", spot=item.spot
            )
        seen.setdefault(name, "dòng trên của «Nơi nhận»")


def _addressees(reading: FileReading) -> Iterator[str]:
    for said in addressed(reading):
        if not said.open:
            yield from filter(None, (said.rest, *(item.text for item in said.items)))
