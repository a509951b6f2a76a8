"""What the Mẫu of a document's type demands or has no place for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.dossier.details import all_details
from generator.dossier.documents import Document
from generator.dossier.source import Path_, Source
from generator.errors import Problem
from generator.law.types import (
    TYPES_SYMBOLED_BY_UNIT,
    TYPES_THAT_MAY_ADDRESS,
    TYPES_WITH_ADDRESSEE,
    TYPES_WITH_AUTHORITY,
    TYPES_WITHOUT_BASES,
    TYPES_WITHOUT_OPENING,
)

_LETTER_AS_A_TYPE = re.compile(r"(?:^|[-/])CV(?:[-/]|$)", re.I)


def form_problems(document: Document, path: Path_, source: Source) -> Iterator[Problem]:
    """Each field the document's Mẫu demands and it lacks, or that it has and its Mẫu has no place for."""
    yield from _addressee_problems(document, path, source)
    yield from _unprinted_problems(document, path, source)
    yield from _body_problems(document, path, source)
    details = all_details().get(document.type)
    if details and document.details is None:
        fields = (f"{field.alias} ({field.title})" for field in details.model_fields.values() if field.is_required())
        fix = f"thêm chi_tiet gồm: {', '.join(fields)}"
        yield Problem(source.place(path), f"{document.type} thiếu các trường riêng (chi_tiet)", fix)
    if document.type in TYPES_SYMBOLED_BY_UNIT:
        yield from _symbol_problems(document, path, source)
    if document.attached and document.type not in TYPES_WITH_AUTHORITY:
        place = source.place((*path, "van_ban_kem_theo"))
        yield Problem(place, f"{document.type} không ban hành văn bản kèm theo", "chuyển thành phụ lục (phu_luc)")


def _addressee_problems(document: Document, path: Path_, source: Source) -> Iterator[Problem]:
    if document.type in TYPES_WITH_ADDRESSEE and not document.addressees:
        fix = "thêm kinh_gui (ND30-I.2.9b1)"
        yield Problem(source.place(path), f"{document.type} phải có «Kính gửi»", fix)
    if document.addressees and document.type not in TYPES_WITH_ADDRESSEE | TYPES_THAT_MAY_ADDRESS:
        fix = "bỏ kinh_gui, ghi nơi đó vào noi_nhan (ND30-I.2.9c)"
        yield Problem(source.place((*path, "kinh_gui")), f"{document.type} không ghi «Kính gửi»", fix)


def _unprinted_problems(document: Document, path: Path_, source: Source) -> Iterator[Problem]:
    if document.type in TYPES_WITHOUT_BASES:
        for key, given in (("can_cu", document.bases), ("theo_de_nghi", document.proposal)):
            if given:
                fix = f"bỏ {key}, viết vào nội dung (noi_dung)"
                yield Problem(source.place((*path, key)), f"mẫu {document.type} không có phần căn cứ", fix)
    if document.opening and document.type in TYPES_WITHOUT_OPENING:
        fix = "bỏ mo_dau, viết vào nội dung (noi_dung)"
        yield Problem(source.place((*path, "mo_dau")), f"mẫu {document.type} không có lời mở đầu", fix)


def _body_problems(document: Document, path: Path_, source: Source) -> Iterator[Problem]:
    if not document.content and not document.made_of_results:
        fix = "thêm nội dung"
        if document.type == "báo cáo":
            fix += ", hoặc ghi ky_bao_cao để soạn từ kết quả của kỳ"
        yield Problem(source.place((*path, "noi_dung")), "văn bản chưa có nội dung", fix)
    for key, given in (("phuong_huong", document.direction), ("de_xuat", document.proposals)):
        if given and not document.made_of_results:
            what = f"{key} chỉ dùng với báo cáo soạn từ kết quả (có ky_bao_cao, không có noi_dung)"
            yield Problem(source.place((*path, key)), what, "chuyển vào noi_dung")


def _symbol_problems(document: Document, path: Path_, source: Source) -> Iterator[Problem]:
    if document.symbol and _LETTER_AS_A_TYPE.search(document.symbol):
        fix = "bỏ chữ CV; ký hiệu gồm cơ quan và đơn vị soạn thảo, ví dụ UBND-VP (ND30-I.2.3b2)"
        yield Problem(source.place((*path, "ky_hieu")), f"ký hiệu «{document.symbol}» ghi công văn là CV", fix)
    if not document.symbol and not document.drafting_unit:
        fix = "ghi luu: VT, VP (VP là đơn vị soạn thảo), hoặc ky_hieu: UBND-VP (ND30-I.2.3b2)"
        yield Problem(
            source.place((*path, "luu")), f"ký hiệu {document.type} cần chữ viết tắt của đơn vị soạn thảo", fix
        )
