"""Ký thay mặt tập thể: cấp phó ghi thêm dòng «KT.».

Quy định: ở cơ quan làm việc theo chế độ tập thể, người đứng đầu thay mặt tập thể ký; cấp phó thay mặt tập thể, ký
thay người đứng đầu (Nghị định 30/2020/NĐ-CP, Điều 13, khoản 2).

Vì sao: «TM.» nói ký thay ai, «KT.» nói người ký không phải người đứng đầu; thiếu một dòng là thiếu một nửa thẩm
quyền.

Sai: «TM. ỦY BAN NHÂN DÂN», dòng dưới «PHÓ CHỦ TỊCH»; dưới «TM.» là họ tên

Đúng: «TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH», «PHÓ CHỦ TỊCH»
"""

from __future__ import annotations

from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.signature._signing import signatures, unsure_signatures

RULE = form_rule(__name__, "M")
_PEOPLE = late(r"(?:chủ tịch|trưởng|giám đốc|thư ký|chủ tọa|bí thư|ủy viên|uỷ viên|đại diện|nhóm|đoàn)\b", 2)
"""Whom the line names as well, or who signs without a position."""


def check(reading: FileReading) -> Said:
    """Each deputy who signs for a collective and not for its head, and each collective without who signs for it."""
    yield from unsure_signatures(reading, RULE, agency=True)
    for signature in signatures(reading, agency=True):
        powers = [said.power for said in signature.lines]
        if powers[0] != "TM." or signature.lines[0].rest_is_person or not signature.whole:
            continue  # «TM. CHỦ TỊCH» is itself the fault: ND30-I.2.7b1
        if len(powers) == 1 and signature.signer is not None and not _PEOPLE.search(signature.lines[0].rest):
            yield RULE.found(
                "dưới «TM.» không ghi chức vụ của người ký", "ghi chức vụ của người ký ở dòng dưới «TM.»",
                place=signature.place, spot=signature.lines[0].spot,
            )  # fmt: skip
        deputy = next((said for said in signature.lines if said.deputy), None)
        if deputy is not None and "KT." not in powers:
            yield RULE.found(
                f"dưới «TM.» có «{deputy.rest.upper()}» mà không có dòng «KT.»",
                "ghi ba dòng: «TM.» và tên tập thể, «KT.» và chức vụ người đứng đầu, chức vụ của cấp phó",
                place=signature.place, spot=deputy.spot,
            )  # fmt: skip
