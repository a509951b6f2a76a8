"""Common nouns that take no capital inside a sentence: «các Công chức», «văn bản Quy phạm pháp luật», «tại Cơ quan»."""

from __future__ import annotations

from collections.abc import Iterator

from generator.patterns import late
from generator.wording.characters import LOWER
from generator.wording.remarks import Remark

_LEADS = "các|của|tại|từng|mỗi|trong|toàn|toàn thể|đội ngũ|cho|và|với|do|giữa|những|đến|số|từ"
_NOT_A_NAME = rf"(?= [{LOWER}]|[,.;:)]|$)"
_LISTED = (  # each with the words one of which every match holds
    (("Quy phạm",), late(r"(?<=văn bản )Quy phạm pháp luật\b")),
    (("Quốc gia",), late(r"(?<=iêu chuẩn )Quốc gia(?= TCVN| ISO|[,.;]|$)|(?<=uy chuẩn kỹ thuật )Quốc gia\b")),
    (("Công chức", "Viên chức", "Lãnh đạo", "Cán bộ", "Cơ quan", "Đơn vị", "Dịch vụ", "Thủ tục", "Hồ sơ", "Phòng ban"),
     late(rf"(?:(?<=, )(?P<listed>Công chức|Viên chức|Lãnh đạo)|(?<![^\W\d_])(?:{_LEADS}) (?P<word>Công chức|Viên chức|"
         rf"Cán bộ|Lãnh đạo|Cơ quan|Đơn vị|Dịch vụ công|Thủ tục hành chính|Hồ sơ|Phòng ban)){_NOT_A_NAME}")),
    (("Dịch vụ",),
     late(r"(?:(?<=^Về )|(?<=\d\. Về )|(?<=xử lý )|(?<=cung cấp ))(?P<word>Dịch vụ công)\b(?! [Qq]uốc gia)")),
    (("Quy định", "Hướng dẫn", "Sửa đổi", "Ban hành", "Về việc"),
     late(r"(?:năm |/)\d{4}(?: của (?:(?! về )[^;.,]){5,60}?)? "
         rf"(?P<word>Quy định|Hướng dẫn|Sửa đổi|Ban hành|Về việc)(?= [{LOWER}])")),
)  # fmt: skip
RAISED_NOUNS = frozenset(one.split()[0] for words, _ in _LISTED for one in words)
"""The words one of which every match holds."""
_DEFINED = late(r"(?:gọi (?:tắt )?là|viết tắt là)[^)]{0,12}(?:Cơ quan|Đơn vị)")


def common_nouns_raised(text: str) -> Iterator[Remark]:
    """Each common noun with a capital though no name begins there and no sentence (LV29)."""
    cases = [case for words, case in _LISTED if any(one in text for one in words)]
    if not cases or _DEFINED.search(text):
        return
    for case in cases:
        for match in case.finditer(text):
            named = match.groupdict()
            group = next((name for name in named if named[name]), 0)
            typed = match[group]
            right = typed[:1].lower() + typed[1:]
            what = f"danh từ chung viết hoa giữa câu: «{typed}»"
            yield Remark(match.start(group), match.end(group), "LV29", what, right)
