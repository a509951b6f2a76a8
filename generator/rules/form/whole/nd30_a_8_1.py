"""Văn bản hành chính có đủ các thành phần chính.

Quy định: thể thức văn bản hành chính gồm Quốc hiệu và Tiêu ngữ; tên cơ quan ban hành; số, ký hiệu; địa danh và thời
gian ban hành; tên loại và trích yếu; nội dung; chức vụ, họ tên, chữ ký; dấu; nơi nhận (Nghị định 30/2020/NĐ-CP, Điều 8,
khoản 2). Theo các mẫu ở Phụ lục III, biên bản không ghi địa danh, thời gian; văn bản kèm theo không có số, ngày, chữ
ký, nơi nhận.

Vì sao: thiếu số thì không vào sổ được, thiếu nơi nhận thì không biết gửi ai.

Sai: công văn không có «Nơi nhận»; quyết định không có số, ký hiệu

Đúng: «Số:      /QĐ-UBND» (còn chờ số); biên bản không có «…, ngày … tháng … năm …» ở đầu
"""

from __future__ import annotations

from generator.findings import Level, Unjudged
from generator.law.types import TYPES_BETWEEN_PARTIES
from generator.parts import recognising as says
from generator.parts.model import Part, Sure
from generator.parts.recognising import type_name
from generator.patterns import late
from generator.rules.base import form_rule
from generator.rules.form._reading import FileReading, Said, spot_of
from generator.rules.form.issuer._names import is_gap
from generator.rules.form.whole._presence import HEAD, Asked, missing

RULE = form_rule(__name__, "M")
_STATE = late(r"(?:UBND|U[ỶY] BAN NHÂN DÂN|ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|HĐND|SỞ|BỘ|PHÒNG|CỤC|CHI CỤC)\b", 2)
_PRIVATE = late(r"(?:CHI NHÁNH|CÔNG TY|CTY|HỢP TÁC XÃ|DOANH NGHIỆP|NGÂN HÀNG)\b(?!.*(?:MỘT THÀNH|MTV|NHÀ NƯỚC))", 2)
_END = (Part.SIGN_AUTHORITY, Part.RECIPIENTS_LABEL)


def check(reading: FileReading) -> Said:
    """Each main component that a document of its type has and this one has not."""
    parts = reading.parts
    if parts.kind not in ("type", "letter"):
        return
    yield from _unnamed(reading)
    if not missing(reading):
        return
    why = _doubt(reading)
    if why:
        yield Unjudged(RULE.id, why)
        return
    last = parts.components[-1].lines[-1]
    for asked in missing(reading):
        why = _why_not(reading, asked)
        if why:
            yield Unjudged(RULE.id, f"không thấy {asked.name}, nhưng {why}")
            continue
        at = last if asked.parts[0] in _END else parts.components[0].lines[0]
        name = asked.name[:1].upper() + asked.name[1:]
        yield RULE.found(f"văn bản không có {asked.name}", asked.fix, place=name, spot=spot_of(at))
    if not parts.body and not any(parts.of(Part.BASIS, Part.ADDRESSEE)) and type_name(parts.text(Part.TYPE)):
        yield RULE.found(
            "văn bản không có nội dung", "ghi nội dung văn bản", level=Level.ERROR, place="Nội dung",
            spot=spot_of(parts.components[0].lines[0]),
        )  # fmt: skip


def _unnamed(reading: FileReading) -> Said:
    """A final document on which a title signs and nobody is named."""
    parts = reading.parts
    titles = list(parts.of(Part.SIGN_AUTHORITY))
    sure = all(one.sure is Sure.SURE for one in titles) and not parts.unread and not parts.copy
    if titles and sure and reading.profile.state == "chinh-thuc" and not any(parts.of(Part.SIGNER)):
        if type_name(parts.text(Part.TYPE)) in TYPES_BETWEEN_PARTIES or _doubt(reading):
            return
        yield RULE.found(
            "dưới quyền hạn, chức vụ không có họ tên người ký", "ghi họ tên người ký", place="Họ tên người ký",
            spot=spot_of(titles[-1].lines[-1]),
        )  # fmt: skip


def _why_not(reading: FileReading, asked: Asked) -> str:
    """Why the component may be there though nothing was read as it; empty where it surely is not."""
    parts, part = reading.parts, asked.parts[0]
    heading = (Part.NATIONAL, Part.MOTTO)
    if part in heading:
        alone = not any(parts.of(*heading)) and not _STATE.match(parts.text(Part.ISSUER))
        return "cơ quan ban hành có thể là đoàn thể, doanh nghiệp có tiêu đề riêng" if alone else ""
    if parts.unread:
        return f"có dòng chưa đọc được: «{parts.unread[0].text}»"
    if is_gap(parts.text(Part.ISSUER)):
        return "phần đầu còn chỗ để trống"
    if part is Part.RECIPIENTS_LABEL and any(says.recipients(line.text) for line in reading.lines):
        return "tệp có chữ «Nơi nhận» ở chỗ khác"
    if part is Part.SIGN_AUTHORITY and any(line.upper and _signs(line.text) for line in reading.lines):
        return "tệp có dòng quyền hạn, chức vụ ở chỗ khác"
    return ""


def _signs(text: str) -> bool:
    return says.sign_authority(text) or says.position(text)


def _doubt(reading: FileReading) -> str:
    """Why it cannot be said what is missing; empty where it can."""
    if reading.parts.kind == "type" and not type_name(reading.parts.text(Part.TYPE)):
        return "tên loại không có trong 29 loại văn bản hành chính nên chưa rõ phải có thành phần nào"
    if reading.profile.by_suitability:
        return "đoàn thể, cơ quan của Đảng có tiêu đề riêng, Nghị định chỉ áp dụng cho phù hợp"
    if reading.document.unsupported:
        return "tệp có hình vẽ, khung chữ chưa đọc được, có thể có thành phần ở đó"
    if not any(reading.parts.of(*HEAD)):
        return "văn bản không có phần đầu nào, có thể là bản trích hay bản thảo nội dung"
    if _PRIVATE.match(reading.parts.text(Part.ISSUER)):
        return "cơ quan ban hành là doanh nghiệp, có thể không thuộc đối tượng áp dụng"
    if not any(reading.parts.of(Part.NUMBER, Part.PLACE_DATE, Part.SIGN_AUTHORITY)):
        return "không có số, ngày, chữ ký: có thể là văn bản kèm theo hoặc bản thảo nội dung"
    parts = reading.parts
    headed = any(parts.of(Part.NATIONAL, Part.MOTTO, Part.ISSUER)) and any(parts.of(Part.LETTER_SUBJECT, Part.ISSUER))
    if parts.kind == "letter" and not headed:
        return "có thể là thư của doanh nghiệp, không phải công văn"
    return ""
