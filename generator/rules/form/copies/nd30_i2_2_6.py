"""Bản sao chỉ ghi tên cơ quan sao, không ghi cơ quan chủ quản, không có Quốc hiệu.

Quy định: Mẫu 3.1 của Phụ lục III ghi tên cơ quan sao ở bên trái và hình thức sao ở chỗ của Quốc hiệu.

Vì sao: Quốc hiệu đã có ở văn bản được sao.

Sai: phần bản sao có Quốc hiệu, hoặc hai dòng «SỞ …», «TRUNG TÂM …»

Đúng: «ỦY BAN NHÂN DÂN XÃ …» và «SAO Y»
"""

from __future__ import annotations

from generator.parts.recognising import national
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.copies._block import copy_of

RULE = form_rule(__name__, "S")


def check(reading: FileReading) -> Said:
    """A copy with a Quốc hiệu, or with the superior of who copies."""
    copy = copy_of(reading)
    if copy is None:
        return
    again = next((line for line in copy.lines if national(line.text)), None)
    if again is not None:
        yield RULE.found(
            "phần bản sao có Quốc hiệu", "bỏ Quốc hiệu ở phần bản sao", place=copy.place, spot=spot_of(again)
        )
    names = copy.names
    if len(names) > 1 and not names[0].bold and names[-1].bold:
        yield RULE.found(
            f"phần bản sao ghi cơ quan chủ quản «{names[0].text}»", "chỉ ghi tên cơ quan sao", place=copy.place,
            spot=spot_of(names[0]),
        )  # fmt: skip
