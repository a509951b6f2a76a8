"""Quyết định, nghị quyết có dòng thẩm quyền ban hành trên căn cứ, dưới căn cứ là «QUYẾT ĐỊNH:», «QUYẾT NGHỊ:».

Quy định: Mẫu 1.1, 1.2, 1.3 ghi thẩm quyền ban hành ở giữa trang, dưới trích yếu và trên căn cứ: chức vụ của người đứng
đầu khi người ấy quyết định, tên tập thể lãnh đạo hoặc tên cơ quan khi tập thể quyết định (Nghị định 30/2020/NĐ-CP, Phụ
lục III). Quyết định xử phạt, cưỡng chế, giải quyết khiếu nại theo mẫu riêng.

Vì sao: đọc dòng ấy biết ai quyết định, và chỗ ký phải theo ai.

Sai: dưới trích yếu là ngay «Căn cứ Luật …»; «QUYẾT ĐỊNH» dưới căn cứ không có dấu hai chấm

Đúng: «CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …» ở giữa, rồi «Căn cứ …»
"""

from __future__ import annotations

from generator.parts.model import Part, Sure
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, place_of, spot_of

RULE = form_rule(__name__, "S")
_OWN_FORM = late(
    r"\W*(?:về việc\s+)?(?:xử phạt|cưỡng chế|giải quyết|áp dụng|đình chỉ|khám|tạm giữ|trưng cầu|khởi tố)\b", 2
)


def check(reading: FileReading) -> Said:
    """A decision whose grounds follow its trích yếu at once."""
    parts = reading.parts
    named, decides, ground = parts.first(Part.TYPE), parts.first(Part.ENACTING), parts.first(Part.BASIS)
    if named is None or named.sure is not Sure.SURE or decides is None or ground is None or parts.unread:
        return
    if type_name(named.text) not in ("quyết định", "nghị quyết"):
        return
    if ":" not in decides.text and decides.sure is Sure.SURE:
        yield RULE.found(
            f"«{decides.text}» không có dấu hai chấm", f"ghi «{decides.text.rstrip(' .')}:»", place=place_of(decides),
            spot=spot_of(decides.lines[0]),
        )  # fmt: skip
    if parts.first(Part.AUTHORITY) is not None:
        return
    if not _OWN_FORM.match(parts.text(Part.SUBJECT)):
        yield RULE.found(
            f"{type_name(named.text)} không có dòng thẩm quyền ban hành",
            "ghi ở giữa, trên căn cứ: «CHỦ TỊCH …», «GIÁM ĐỐC …» hoặc tên cơ quan, tập thể quyết định",
            place=place_of(ground), spot=spot_of(ground.lines[0]),
        )  # fmt: skip
