"""Hình thức sao ở bên phải, ngang hàng tên cơ quan sao ở bên trái.

Quy định: sơ đồ bố trí bản sao: ô số 1 hình thức sao ở bên phải, ô số 2 tên cơ quan sao ở bên trái (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần II, mục II, khoản 3).

Vì sao: hai nửa của bản sao theo cùng chỗ với đầu văn bản.

Sai: «SAO Y» ở bên trái, hoặc giữa trang

Đúng: «SAO Y» bên phải, tên cơ quan sao bên trái
"""

from __future__ import annotations

from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.copies._block import copy_of

RULE = form_rule(__name__, "M")


def check(reading: FileReading) -> Said:
    """A form of copy that does not stand on the right."""
    copy = copy_of(reading)
    if copy is None:
        return
    if copy.form.side != "right" and copy.form.holder in ("body", "table"):
        yield RULE.found(
            f"«{copy.form.text}» không ở bên phải", "đặt hình thức sao ở ô bên phải, tên cơ quan sao ở ô bên trái",
            place=copy.place, spot=copy.spot,
        )  # fmt: skip
