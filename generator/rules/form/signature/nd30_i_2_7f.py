"""Quyền hạn ở chữ ký khớp với dòng thẩm quyền ban hành.

Quy định: suy ra từ ghi chú của Mẫu 1.2 (thẩm quyền ban hành thuộc người đứng đầu hay thuộc cơ quan) và Phụ lục I,
phần I, mục II, khoản 7, điểm b: «CHỦ TỊCH ỦY BAN NHÂN DÂN …» ban hành thì ký «CHỦ TỊCH» hoặc «KT. CHỦ TỊCH», không có
«TM.»; «ỦY BAN NHÂN DÂN …» ban hành thì ký «TM. ỦY BAN NHÂN DÂN».

Vì sao: quyết định của Chủ tịch và quyết định của Ủy ban nhân dân là hai thẩm quyền khác nhau.

Sai: «CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …» ban hành, ký «TM. ỦY BAN NHÂN DÂN»

Đúng: «CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …» ban hành, ký «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH»
"""

from __future__ import annotations

from generator.parts.model import Part, Sure
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.signature._signing import signatures, unsure_signatures
from generator.wording.characters import fold

RULE = form_rule(__name__, "D")


def check(reading: FileReading) -> Said:
    """A signature for the collective under its chair's own decision, and the other way round."""
    authority = reading.parts.first(Part.AUTHORITY)
    if authority is None or authority.sure is Sure.GUESS:
        return
    yield from unsure_signatures(reading, RULE, agency=True)
    first = next(iter(signatures(reading, agency=True)), None)
    if first is None or not first.whole:
        return
    powers = {said.power for said in first.lines}
    who = fold(authority.text)
    if who.startswith("chutichuybannhandan") and "TM." in powers:
        what = "Chủ tịch Ủy ban nhân dân ban hành mà ký thay mặt Ủy ban nhân dân («TM.»)"
        fix = "ký «CHỦ TỊCH» hoặc «KT. CHỦ TỊCH», hoặc sửa dòng thẩm quyền ban hành"
    elif who.startswith("uybannhandan") and not powers & {"TM.", "TUQ.", "TL."}:
        what = "Ủy ban nhân dân ban hành mà chữ ký không ghi «TM. ỦY BAN NHÂN DÂN»"
        fix = "ghi «TM. ỦY BAN NHÂN DÂN» trên chức vụ người ký, hoặc sửa dòng thẩm quyền ban hành"
    elif who.startswith("hoidongnhandan") and any(
        said.power == "TM." and fold(said.rest).startswith(("uybannhandan", "ubnd")) for said in first.lines
    ):
        what, fix = "Hội đồng nhân dân ban hành mà ký thay mặt Ủy ban nhân dân", "ghi quyền hạn, chức vụ của người ký"
    else:
        return
    yield RULE.found(what, fix, place=first.place, spot=first.lines[0].spot)
