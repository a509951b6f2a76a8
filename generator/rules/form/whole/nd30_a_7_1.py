"""Tên loại là một trong 29 loại văn bản hành chính, viết đúng chính tả.

Quy định: văn bản hành chính gồm các loại văn bản nêu tại Điều 7 Nghị định 30/2020/NĐ-CP, từ nghị quyết, quyết định đến
thư công. Loại khác có thể là văn bản chuyên ngành, nên chỉ nêu mức cảnh báo; gõ sai tên loại là lỗi.

Vì sao: tên loại quyết định chữ viết tắt trong ký hiệu, mẫu trình bày và sổ đăng ký.

Sai: «QUYÊT ĐỊNH»; «THÔNG BÁO:» có dấu hai chấm; «LỊCH CÔNG TÁC» mang số «05/LCT-UBND»

Đúng: «QUYẾT ĐỊNH»; «GIẤY UỶ QUYỀN» (dấu đặt ở y cũng đúng); «KẾ HOẠCH LIÊN TỊCH»;
«KẾT LUẬN THANH TRA» khi chưa rõ là văn bản gì
"""

from __future__ import annotations

from generator.edits import Rewrite
from generator.findings import Level, Unjudged
from generator.law.types import DOCUMENT_TYPES
from generator.parts.model import Component, Part, Sure
from generator.parts.recognising import parted, type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.national._words import same_words
from generator.rules.form.number._read import numbers

RULE = form_rule(__name__, "M")
_AGREEMENT = late(r"hợp đồng|thỏa thuận|thoả thuận|cam kết", 2)  # which their parties name as they like


def check(reading: FileReading) -> Said:
    """A tên loại that is spelt wrong, or that no list of the decree has."""
    component = reading.parts.first(Part.TYPE)
    if component is None or reading.parts.kind == "copy":
        return
    text, spot = component.text, spot_of(component.lines[0])
    named = type_name(text)
    typed, joint = parted(text)
    if named and not same_words(typed, named):
        right = named.upper() + joint
        yield RULE.found(
            f"tên loại viết «{text}»", f"viết là «{right}»", place=place_of(component), spot=spot,
            repairs=(Rewrite(spot, right),) if spot is not None and component.sure is Sure.SURE else (),
        )  # fmt: skip
    elif not named and _as_symbol(reading, component):
        yield RULE.found(
            f"«{text}» không có trong 29 loại văn bản hành chính",
            "chọn tên loại của Điều 7, hoặc bỏ qua nếu là văn bản chuyên ngành",
            level=Level.WARNING, place=place_of(component), spot=spot,
        )  # fmt: skip
    elif not named and component.sure is Sure.GUESS:
        yield Unjudged(RULE.id, f"đọc chưa chắc «{text}» là tên loại", place_of(component))


def _as_symbol(reading: FileReading, component: Component) -> bool:
    """Whether the symbol opens with the initials of the title, which so surely names a type of no list."""
    if _AGREEMENT.search(component.text):
        return False
    initials = "".join(word[0] for word in component.text.split() if word[0].isalpha()).upper()
    known = {kind.abbreviation.upper() for kind in DOCUMENT_TYPES.values()}
    for read in numbers(reading, RULE):
        if not isinstance(read, Unjudged) and len(read.groups) > 1 and len(read.groups[0]) > 1:
            return read.groups[0].upper() == initials and initials not in known
    return False
