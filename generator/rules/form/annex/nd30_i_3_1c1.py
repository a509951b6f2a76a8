"""Dưới tiêu đề phụ lục có chỉ dẫn «(Kèm theo …)», giữa trang, nghiêng.

Quy định: thông tin chỉ dẫn kèm theo văn bản trên mỗi phụ lục gồm số, ký hiệu văn bản, thời gian ban hành và tên cơ
quan ban hành, canh giữa phía dưới tên của phụ lục, chữ in thường, cỡ chữ từ 13 đến 14, kiểu chữ nghiêng (Nghị định
30/2020/NĐ-CP, Phụ lục I, phần I, mục III, khoản 1, điểm c); các Mẫu đặt trong ngoặc đơn.

Vì sao: phụ lục rời khỏi văn bản thì chỉ dòng này nói nó thuộc văn bản nào.

Sai: phụ lục không có dòng chỉ dẫn; chỉ dẫn không nghiêng, không trong ngoặc đơn; chỉ dẫn ghi tên xã khác

Đúng: «(Kèm theo Quyết định số 05/QĐ-UBND ngày 03 tháng 02 năm 2026 của Ủy ban nhân dân xã Mẫu)»
"""

from __future__ import annotations

from generator.findings import Level, Unjudged
from generator.parts.model import Part
from generator.parts.recognising import reference, type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._looks import looks
from generator.rules.form._reading import FileReading, Said, place_of, spot_of
from generator.rules.form.annex._agencies import of_two
from generator.rules.form.annex._labels import labelled
from generator.wording.characters import fold

RULE = form_rule(__name__, "C")
_ISSUED_BY = late(r".*\bnăm\b.*?\bcủa\s+(?P<name>[^()]+?)\W*$", 2)
_TYPE = late(r"\W*(?:ban hành )?kèm theo\s+(?P<type>[^\W\d]+(?:\s[^\W\d]+){0,2}?)\s+số\b", 2)
_COMMITTEE = late(r"(?:uybannhandan|ubnd|hoidongnhandan|hdnd)(?P<unit>(?:tinh|thanhpho|xa|phuong|dackhu).+)")
_DEPARTMENT = late(r"(?:giamdoc)?(?P<unit>so.+)")
_NEAR = 12  # lines below a label in which its chỉ dẫn may stand unrecognised


def check(reading: FileReading) -> Said:
    """Annexes without a chỉ dẫn, and each that looks otherwise."""
    yield from looks(reading, RULE, "annex_reference", Part.REFERENCE, aligned=True)
    for one in labelled(reading):
        if one.annex.first(Part.REFERENCE) is not None:
            continue
        if any(reference(line.line.text.lstrip("( ")) for line in one.annex.body[:_NEAR]):
            yield Unjudged(RULE.id, "chỉ dẫn không ở ngay dưới tiêu đề phụ lục", one.place)
            continue
        yield RULE.found(
            f"«{one.label.text}» không có chỉ dẫn «(Kèm theo …)»",
            "ghi dưới tiêu đề «(Kèm theo <tên loại> số … ngày … tháng … năm … của …)»", place=one.place, spot=one.spot,
        )  # fmt: skip
    for component in reading.judged(RULE, Part.REFERENCE):
        if isinstance(component, Unjudged):
            continue
        if other := _of_another(component.text, reading.parts.text(Part.ISSUER)):
            yield RULE.found(
                f"chỉ dẫn kèm theo ghi «{other}», không phải cơ quan ban hành văn bản này",
                "ghi tên cơ quan ban hành như ở đầu văn bản", level=Level.WARNING, place=place_of(component),
                spot=spot_of(component.lines[0]),
            )  # fmt: skip
        if other := _of_another_type(component.text, reading):
            yield RULE.found(
                f"chỉ dẫn kèm theo ghi «{other}», văn bản này là {type_name(reading.parts.text(Part.TYPE))}",
                "ghi tên loại của văn bản này", level=Level.WARNING, place=place_of(component),
                spot=spot_of(component.lines[0]),
            )  # fmt: skip
        if not component.text.startswith("("):
            yield RULE.found(
                "chỉ dẫn kèm theo không đặt trong ngoặc đơn", "đặt cả dòng chỉ dẫn trong ngoặc đơn",
                place=place_of(component), spot=spot_of(component.lines[0]),
            )  # fmt: skip


def _of_another_type(reference: str, reading: FileReading) -> str:
    """The tên loại the chỉ dẫn names where it is not that of the document."""
    own, named = type_name(reading.parts.text(Part.TYPE)), _TYPE.match(reference)
    told = type_name(named["type"]) if named else ""
    return "".join(named["type"]) if named and own and told and told != own else ""


def _of_another(reference: str, issuer: str) -> str:
    """The agency the chỉ dẫn names where it surely is another of its kind: of another commune, another department."""
    found = _ISSUED_BY.match(reference)
    if found is None:
        return ""
    for kind in (_COMMITTEE, _DEPARTMENT):
        own, named = (kind.search if kind is _COMMITTEE else kind.match)(fold(issuer)), kind.search(fold(found["name"]))
        if own is not None and named is not None:
            one, other = own["unit"], named["unit"]
            return "" if one.startswith(other) or other.startswith(one) else "".join(found["name"])
    return "".join(found["name"]) if of_two(found["name"], issuer) else ""
