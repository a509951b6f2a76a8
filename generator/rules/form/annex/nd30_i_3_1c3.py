"""Chỉ dẫn của văn bản giấy ghi đủ số và ngày.

Quy định: đối với văn bản giấy, chỉ dẫn ghi đầy đủ số, ký hiệu, thời gian ban hành, tên cơ quan; đối với văn bản điện
tử không phải điền số và thời gian (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1, điểm c).

Vì sao: văn bản giấy đã có số mà phụ lục bỏ trống thì không ai điền sau.

Sai: văn bản số 05/QĐ-UBND, phụ lục ghi «(Kèm theo Quyết định số /QĐ-UBND ngày tháng năm …)»

Đúng: văn bản giấy: ghi đủ; dự thảo, văn bản điện tử: để trống
"""

from __future__ import annotations

from generator.findings import Unjudged
from generator.parts.model import Part
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of

RULE = form_rule(__name__, "C")
_BLANK = late(r"\bsố\s*[:.…_]*\s*/|\bngày[\s.…_]*tháng[\s.…_]*(?:năm|$)", 2)
_NUMBERED = late(r"\d\s*/")


def check(reading: FileReading) -> Said:
    """Each chỉ dẫn left blank though the document has its number."""
    main = reading.parts.text(Part.NUMBER)
    if reading.profile.medium != "giay" or reading.profile.state == "du-thao" or not _NUMBERED.search(main):
        return
    for component in reading.judged(RULE, Part.REFERENCE):
        if isinstance(component, Unjudged):
            yield component
        elif reading.day is not None and _BLANK.search(component.text):
            yield RULE.found(
                "chỉ dẫn kèm theo còn bỏ trống số hoặc ngày mà văn bản đã có số và ngày",
                "ghi số, ký hiệu và ngày của văn bản; văn bản điện tử thì để trống cũng được",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip
