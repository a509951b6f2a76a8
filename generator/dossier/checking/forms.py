"""What the Mẫu of a document's type demands or has no place for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.dossier.documents.details import all_details
from generator.dossier.documents.document import Document
from generator.faults import Code, Entry, Fault, Path_, Words, listed, words
from generator.law.types import (
    OTHER,
    TYPES_SYMBOLED_BY_UNIT,
    TYPES_THAT_MAY_ADDRESS,
    TYPES_WITH_ADDRESSEE,
    TYPES_WITH_AUTHORITY,
    TYPES_WITHOUT_BASES,
    TYPES_WITHOUT_BODY,
    TYPES_WITHOUT_OPENING,
)
from generator.patterns import late

_LETTER_AS_A_TYPE = late(r"(?:^|[-/])CV(?:[-/]|$)", re.I)


def form_problems(document: Document, path: Path_) -> Iterator[Fault]:
    """Each field the document's Mẫu demands and it lacks, or that it has and its Mẫu has no place for."""
    yield from _own_form_problems(document, path)
    if document.type == OTHER:
        return
    yield from _addressee_problems(document, path)
    yield from _unprinted_problems(document, path)
    yield from _body_problems(document, path)
    details = all_details().get(document.type)
    if details and document.details is None:
        required = [
            Entry(field.alias or name, field.title or name)
            for name, field in details.model_fields.items()
            if field.is_required()
        ]
        fix = words("thêm ", document.ref("details"), " gồm: ", listed(required))
        what = words(f"{document.type} thiếu các trường riêng", document.key("details"))
        yield Fault(Code.DETAILS_MISSING, what, fix, path)
    if document.copies and not document.drafter:
        fix = words("ghi ", document.ref("drafter"), ", ví dụ: PL, hoặc bỏ ", document.ref("copies"), " (ND30-I.3.3)")
        told = "số bản phát hành in sau ký hiệu người soạn thảo, mà chưa có ký hiệu"
        yield Fault(Code.COPIES_WITHOUT_DRAFTER, told, fix, (*path, "so_ban"))
    if document.type in TYPES_SYMBOLED_BY_UNIT:
        yield from _symbol_problems(document, path)
    if document.attached and document.type not in TYPES_WITH_AUTHORITY:
        fix = words("chuyển thành phụ lục", document.key("annexes"))
        refused = f"{document.type} không ban hành văn bản kèm theo"
        yield Fault(Code.NEEDLESS_ATTACHED, refused, fix, (*path, "van_ban_kem_theo"))


def _own_form_problems(document: Document, path: Path_) -> Iterator[Fault]:
    if document.type == OTHER and not document.form:
        fix = words("ghi ", document.ref("form"), ": tên tệp Word trong thư mục mau của hồ sơ")
        lacking = f"loại «{OTHER}» không có mẫu của Nghị định 30, phải có mẫu Word riêng"
        yield Fault(Code.NO_FORM, lacking, fix, (*path, "loai"))
    if document.type != OTHER and document.own_type:
        what = words(document.ref("own_type"), f" chỉ dùng với loại «{OTHER}»")
        yield Fault(Code.NOT_PRINTED, what, f"bỏ trường này, hoặc ghi loai: {OTHER}", (*path, "ten_loai"))
    if document.type == OTHER and document.attached:
        refused = "văn bản kèm theo chỉ ban hành cùng nghị quyết, quyết định"
        fix = words("chuyển thành phụ lục", document.key("annexes"))
        yield Fault(Code.NEEDLESS_ATTACHED, refused, fix, (*path, "van_ban_kem_theo"))


def _addressee_problems(document: Document, path: Path_) -> Iterator[Fault]:
    if document.type in TYPES_WITH_ADDRESSEE and not document.addressees:
        needed = words("thêm ", document.ref("addressees"), " (ND30-I.2.9b1)")
        yield Fault(Code.NO_ADDRESSEE, f"{document.type} phải có «Kính gửi»", needed, path)
    if document.addressees and document.type not in TYPES_WITH_ADDRESSEE | TYPES_THAT_MAY_ADDRESS:
        addressees, recipients = document.ref("addressees"), document.ref("recipients")
        fix = words("bỏ ", addressees, ", ghi nơi đó vào ", recipients, " (ND30-I.2.9c)")
        yield Fault(Code.NEEDLESS_ADDRESSEE, f"{document.type} không ghi «Kính gửi»", fix, (*path, "kinh_gui"))


def _unprinted_problems(document: Document, path: Path_) -> Iterator[Fault]:
    if document.type in TYPES_WITHOUT_BASES:
        for name, given in (("bases", document.bases), ("proposal", document.proposal)):
            if given:
                what = f"mẫu {document.type} không có phần căn cứ"
                yield Fault(Code.NEEDLESS_BASES, what, _into_body(document, name), (*path, document.ref(name).key))
    if document.opening and document.type in TYPES_WITHOUT_OPENING:
        what = f"mẫu {document.type} không có lời mở đầu"
        yield Fault(Code.NEEDLESS_OPENING, what, _into_body(document, "opening"), (*path, "mo_dau"))


def _into_body(document: Document, name: str) -> Words:
    return words("bỏ ", document.ref(name), ", viết vào nội dung", document.key("content"))


def _body_problems(document: Document, path: Path_) -> Iterator[Fault]:
    if document.type in TYPES_WITHOUT_BODY:
        if document.content:
            what = words(f"mẫu {document.type} chỉ gồm các dòng cố định, không có nội dung riêng")
            fix = words("bỏ ", document.ref("content"), ", ghi vào ", document.ref("details"))
            yield Fault(Code.NEEDLESS_BODY, what, fix, (*path, "noi_dung"))
    elif not document.content and not document.made_of_results and not document.form:
        fix = words("thêm nội dung")
        if document.type == "báo cáo":
            fix = words(fix, ", hoặc ghi ", document.ref("period"), " để soạn từ kết quả của kỳ")
        yield Fault(Code.NO_BODY, "văn bản chưa có nội dung", fix, (*path, "noi_dung"))
    for name, given in (("direction", document.direction), ("proposals", document.proposals)):
        if given and not document.made_of_results:
            ref, period, content = (document.ref(field) for field in (name, "period", "content"))
            what = words(ref, " chỉ dùng với báo cáo soạn từ kết quả (có ", period, ", không có ", content, ")")
            yield Fault(Code.ONLY_IN_REPORT, what, words("chuyển vào ", content), (*path, ref.key))


def _symbol_problems(document: Document, path: Path_) -> Iterator[Fault]:
    if document.symbol and _LETTER_AS_A_TYPE.search(document.symbol):
        fix = "bỏ chữ CV; ký hiệu gồm cơ quan và đơn vị soạn thảo, ví dụ UBND-VP (ND30-I.2.3b2)"
        what = f"ký hiệu «{document.symbol}» ghi công văn là CV"
        yield Fault(Code.LETTER_AS_TYPE, what, fix, (*path, "ky_hieu"))
    if not document.symbol and not document.drafting_unit:
        filing, symbol = document.ref("filing"), document.ref("symbol")
        how = words("ghi ", filing, ": VT, VP (VP là đơn vị soạn thảo), hoặc ", symbol, ": UBND-VP (ND30-I.2.3b2)")
        what = f"ký hiệu {document.type} cần chữ viết tắt của đơn vị soạn thảo"
        yield Fault(Code.NO_DRAFTING_UNIT, what, how, (*path, "luu"))
