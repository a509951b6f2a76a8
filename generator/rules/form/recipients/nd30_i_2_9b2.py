"""Văn bản có «Kính gửi» thì nơi nhận mở đầu bằng «- Như trên;».

Quy định: với tờ trình, báo cáo, công văn có «Kính gửi», phần «Nơi nhận» bên dưới là từ «Như trên», tiếp theo là tên
các nơi nhận khác (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9, điểm b).

Vì sao: «Như trên» nói nơi giải quyết đã ghi ở «Kính gửi»; ghi lại lần nữa là thừa.

Sai: công văn có «Kính gửi» mà nơi nhận mở đầu bằng «- Sở Nội vụ;»

Đúng: «- Như trên;»
"""

from __future__ import annotations

from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.recipients._list import addressed, recipients, type_of
from generator.wording.characters import fold

RULE = form_rule(__name__, "C")
_TYPES = frozenset({"công văn", "tờ trình", "báo cáo"})


def check(reading: FileReading) -> Said:
    """A list of nơi nhận below «Kính gửi» that opens otherwise."""
    items = recipients(reading)
    if type_of(reading) not in _TYPES or not items or items[0].open or next(addressed(reading), None) is None:
        return
    if not fold(items[0].text).startswith("nhutren"):
        yield RULE.found(
            f"có «Kính gửi» mà nơi nhận mở đầu bằng «{items[0].text}»", "ghi dòng đầu của nơi nhận là «- Như trên;»",
            place="Nơi nhận", spot=spot_of(items[0].lines[0]),
        )  # fmt: skip
