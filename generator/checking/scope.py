"""Whether the decree's rules of form hold for a file at all, and why not."""

from __future__ import annotations

from generator.parts.model import Kind, Part, Parts
from generator.parts.recognising import type_name
from generator.patterns import late

_WITH_YEAR = late(r"\d+[a-zđ]?\s*/\s*[12]\d{3}\s*/")
_NORMATIVE = ("quyết định", "nghị quyết")  # of the types of this decree; the others are never quy phạm
_WHY: dict[Kind, str] = {
    "party": "văn bản mang tiêu đề của Đảng, của Đoàn: thể thức theo quy định riêng của Đảng, của Đoàn; Nghị định "
    "30/2020/NĐ-CP chỉ áp dụng cho phù hợp (ND30-A.2.2)",
    "form": "đơn, tờ khai hay biểu mẫu: có Quốc hiệu nhưng không có số và cơ quan ban hành, không phải văn bản hành "
    "chính",
    "unknown": "không nhận ra các thành phần của văn bản hành chính (Quốc hiệu, cơ quan ban hành, số, tên loại)",
}


def outside(parts: Parts) -> str:
    """Why a file is not judged by the decree's rules of form; empty where it is."""
    if parts.kind in _WHY:
        return _WHY[parts.kind]
    named = type_name(parts.text(Part.TYPE))
    may_be_normative = named in _NORMATIVE or (not named and parts.kind != "letter")
    if may_be_normative and _WITH_YEAR.search(parts.text(Part.NUMBER)):
        return (
            "văn bản quy phạm pháp luật (số có năm ban hành): thể thức không theo Chương II Nghị định 30/2020/NĐ-CP "
            "(ND30-A.4.1)"
        )
    return ""
