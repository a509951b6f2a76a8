"""Quyết định, nghị quyết có dòng thẩm quyền ban hành trên căn cứ, dưới căn cứ là «QUYẾT ĐỊNH:», «QUYẾT NGHỊ:».

Quy định: Mẫu 1.1, 1.2, 1.3 ghi thẩm quyền ban hành ở giữa trang, dưới trích yếu và trên căn cứ: chức vụ của người đứng
đầu khi người ấy quyết định, tên tập thể lãnh đạo hoặc tên cơ quan khi tập thể quyết định; dòng ấy và «QUYẾT ĐỊNH:»
(nghị quyết: «QUYẾT NGHỊ:») chữ in hoa, đứng, đậm (Nghị định 30/2020/NĐ-CP, Phụ lục III). Quyết định xử phạt, cưỡng chế,
giải quyết khiếu nại theo mẫu riêng.

Vì sao: đọc dòng ấy biết ai quyết định, và chỗ ký phải theo ai.

Sai: dưới trích yếu là ngay «Căn cứ Luật …»; «QUYẾT ĐỊNH» dưới căn cứ không có dấu hai chấm; nghị quyết ghi «QUYẾT
ĐỊNH:»; «Chủ tịch Ủy ban nhân dân xã …» chữ in thường

Đúng: «CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …» ở giữa, rồi «Căn cứ …»
"""

from __future__ import annotations

from generator.parts.model import Part, Sure
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._looks import look
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form._widths import centring, in_page_middle
from generator.wording.characters import fold

RULE = form_rule(__name__, "S")
_SAID = {"quyết định": "QUYẾT ĐỊNH", "nghị quyết": "QUYẾT NGHỊ"}
_OWN_FORM = late(
    r"\W*(?:về việc\s+)?(?:xử phạt|cưỡng chế|giải quyết|áp dụng|đình chỉ|khám|tạm giữ|trưng cầu|khởi tố)\b", 2
)


def check(reading: FileReading) -> Said:
    """A decision whose grounds follow its trích yếu at once, and lines of it that look or read otherwise."""
    parts = reading.parts
    named, decides, ground = parts.first(Part.TYPE), parts.first(Part.ENACTING), parts.first(Part.BASIS)
    if named is None or named.sure is not Sure.SURE or decides is None or ground is None or parts.unread:
        return
    if type_name(named.text) not in _SAID:
        return
    if ":" not in decides.text and decides.sure is Sure.SURE:
        yield RULE.found(
            f"«{decides.text}» không có dấu hai chấm", f"ghi «{decides.text.rstrip(' .')}:»", place=place_of(decides),
            spot=spot_of(decides.lines[0]),
        )  # fmt: skip
    said = _SAID[type_name(named.text)]
    if fold(decides.text) in map(fold, _SAID.values()) and fold(decides.text) != fold(said):
        yield RULE.found(
            f"{type_name(named.text)} ghi «{decides.text}»", f"ghi «{said}:»", place=place_of(decides),
            spot=spot_of(decides.lines[0]),
        )  # fmt: skip
    yield from look(RULE, decides, reading.edition.components["enactment"])
    if in_page_middle(decides.lines[0]) is False:
        edit = centring(decides.lines[0])
        yield RULE.found(
            f"«{decides.text}» không ở giữa trang", "canh giữa (Ctrl+E), thụt đầu dòng 0", place=place_of(decides),
            spot=spot_of(decides.lines[0]), repairs=(edit,) if edit is not None else (),
        )  # fmt: skip
    authority = parts.first(Part.AUTHORITY)
    if authority is not None:
        yield from look(RULE, authority, reading.edition.components["authority"])
        return
    if not _OWN_FORM.match(parts.text(Part.SUBJECT)):
        yield RULE.found(
            f"{type_name(named.text)} không có dòng thẩm quyền ban hành",
            "ghi ở giữa, trên căn cứ: «CHỦ TỊCH …», «GIÁM ĐỐC …» hoặc tên cơ quan, tập thể quyết định",
            place=place_of(ground), spot=spot_of(ground.lines[0]),
        )  # fmt: skip
