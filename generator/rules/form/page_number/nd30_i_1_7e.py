"""Số trang đứng một mình.

Quy định: số trang chỉ là con số, không kèm chữ hay dấu (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục V: ví dụ 2,
7, 13).

Vì sao: con số đứng một mình là cách mẫu của Nghị định trình bày; tổng số trang ghi ở chân văn bản khi cần.

Sai: «Trang 2/5»; «- 2 -»

Đúng: «2»
"""

from __future__ import annotations

from generator.layout.tree import Field
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.page_number._numbers import page_numbers

RULE = form_rule(__name__, "S")


def check(reading: FileReading) -> Said:
    """Each page number with something else on its line."""
    for shown in page_numbers(reading):
        line = shown.line
        total = any(isinstance(item, Field) and item.kind == "NUMPAGES" for item in line.items)
        if line.text or total:
            said = f"«{line.text}»" if line.text else "tổng số trang"
            yield RULE.found(
                f"cạnh số trang còn có {said}", "chỉ để con số ở dòng số trang", place=shown.place, spot=spot_of(line)
            )
