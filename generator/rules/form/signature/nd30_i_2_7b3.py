"""Ký thay ghi «KT.» trước chức vụ người đứng đầu, dòng dưới là chức vụ cấp phó.

Quy định: trường hợp cấp phó ký thay người đứng đầu thì ghi chữ viết tắt «KT.» vào trước chức vụ của người đứng đầu,
bên dưới ghi chức vụ của cấp phó (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7, điểm b).

Vì sao: người đọc cần biết ký thay ai và ai ký.

Sai: «K/T CHỦ TỊCH»; «KT. PHÓ CHỦ TỊCH»; «KT. CHỦ TỊCH» mà không ghi chức vụ cấp phó; «KT. GIÁM ĐỐC» mà dưới là «PHÓ CHỦ
TỊCH»

Đúng: «KT. BỘ TRƯỞNG», dòng dưới «THỨ TRƯỞNG»
"""

from __future__ import annotations

from generator.findings import Level
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said
from generator.rules.form.signature._signing import signatures, wrongly_abbreviated

RULE = form_rule(__name__, "C")
_HEADS = late(r"(?P<head>chủ tịch|tổng giám đốc|giám đốc|hiệu trưởng|chánh văn phòng|trưởng phòng|cục trưởng)\b", 2)
_PHO = late(r"phó\s+(?!trưởng ban)", 2)


def check(reading: FileReading) -> Said:
    """Each «KT.» written otherwise, before a deputy or an agency, or with no deputy below."""
    yield from wrongly_abbreviated(reading, RULE, "KT.")
    for signature in signatures(reading):
        for n, said in enumerate(signature.lines):
            below = signature.lines[n + 1 :]
            if said.power != "KT.":
                continue
            if said.rest_is_deputy or said.rest_is_many:
                what = f"«KT.» đứng trước «{said.rest.upper()}»"
            elif any(one.power == "TUQ." for one in signature.lines[:n]):
                continue  # nobody signs for another there: ND30-A.13.3
            elif signature.whole and signature.signer and said.rest_is_person and not any(one.deputy for one in below):
                if " phó " in said.rest.lower() or any("phó " in one.rest.lower() for one in below):
                    continue  # both titles on one line, or a title that is not known
                what = f"dưới «{said.line.text.upper()}» không có chức vụ của cấp phó"
            elif (deputy := next((one for one in below if one.deputy), None)) and _of_another(said.rest, deputy.rest):
                yield RULE.found(
                    f"«{said.line.text.upper()}» mà người ký là «{deputy.rest.upper()}»",
                    "ghi «KT.» và chức vụ của người đứng đầu mà cấp phó này giúp việc", level=Level.WARNING,
                    place=signature.place, spot=said.spot,
                )  # fmt: skip
                continue
            else:
                continue
            yield RULE.found(
                what, "ghi «KT.» và chức vụ của người đứng đầu, dòng dưới ghi chức vụ của cấp phó",
                place=signature.place, spot=said.spot,
            )  # fmt: skip


def _of_another(head: str, deputy: str) -> bool:
    """Whether the deputy of one head signs for another; of titles not in the list nothing is known."""
    whose, opened = _HEADS.match(head), _PHO.match(deputy)
    own = _HEADS.match(deputy, opened.end()) if opened is not None else None
    return whose is not None and own is not None and whose["head"].lower() != own["head"].lower()
