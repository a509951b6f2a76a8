"""One citation held against the document it means: every part that was printed otherwise than issued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.findings import Finding, Level
from generator.law.bases import LegalDocument, Registry
from generator.law.citations import TYPES, Citation, has_lead, is_central, symbol_of, title_text
from generator.law.issuers import TYPE_OF_SYMBOL, issuer_of_sign, sign_of_issuer
from generator.law.matching import owner_of_title
from generator.law.titles import Likeness, begins_with, compare, missing_tail
from generator.wording.characters import fold
from generator.wording.dates import long_date

_NEXT = re.compile(rf"[\s,]*(?:và\s+)?(?:các\s+)?(?:(?:{'|'.join(TYPES)})\s+)?(?:số\s+)?\d", re.I)
_DAY_AS_SPELLED = re.compile(r"[\d\s/.-]+|\d+\s+tháng\s+\d+\s+năm\s+\d+", re.I)
_FULL_STOP_AFTER = re.compile(r"[\s,]*(?:[;.(]|$|và\b|được|đã được|,)")


def number_findings(citation: Citation, document: LegalDocument) -> Iterator[Finding]:
    """Faults of number, symbol and type."""
    label = document.label
    if citation.number and _bare(citation.number) != _bare(document.number):
        yield Finding(
            "so-ky-hieu",
            Level.ERROR,
            f"số, ký hiệu ghi «{' '.join(citation.number.split())}», văn bản này là «{document.number}»",
            f"sửa thành {document.number}",
            subject=label,
        )
    if citation.type and fold(citation.type) != fold(document.type) and not citation.name:
        message = f"ghi «{citation.type}», {document.number} là {document.type}"
        yield Finding("ten-loai", Level.ERROR, message, f"sửa thành {document.type}", subject=label)


def _bare(number: str) -> str:
    return "".join(number.split()).casefold().replace("–", "-").replace("ð", "đ")


def day_findings(citation: Citation, document: LegalDocument, *, missing: Level) -> Iterator[Finding]:
    """A wrong day, or none: ``missing`` is how grave that is, FINE where none is needed."""
    label = document.label
    if citation.day_text and citation.day is None:
        yield Finding("ngay", Level.ERROR, f"ngày «{citation.day_text}» không có trong lịch", subject=label)
    elif citation.day and document.issued and citation.day != document.issued:
        yield Finding(
            "ngay",
            Level.ERROR,
            f"ngày ban hành ghi «{citation.day_text}», {label} ban hành {long_date(document.issued)}",
            f"sửa thành {long_date(document.issued)}",
            subject=label,
        )
    elif citation.day and not _DAY_AS_SPELLED.fullmatch(citation.day_text):
        fix = f"ghi: {long_date(citation.day)}"
        yield Finding("chinh-ta", Level.NOTE, f"ngày «{citation.day_text}» có chữ sai", fix, subject=label)
    elif not citation.day_text and missing:
        fix = f"thêm {long_date(document.issued)}" if document.issued else "thêm ngày ban hành"
        yield Finding("thieu-ngay", missing, f"{label}: thiếu ngày ban hành", fix, subject=label)


def issuer_findings(citation: Citation, document: LegalDocument, *, missing: Level) -> Iterator[Finding]:
    """A wrong, incomplete or missing issuer: ``missing`` is how grave the last is, FINE where none is needed."""
    label, typed = document.label, citation.issuer
    if not document.issuer:
        return
    fix = f"ghi: của {document.issuer}"
    if not typed:
        if missing:
            yield Finding("thieu-co-quan", missing, f"{label}: thiếu cơ quan ban hành", fix, subject=label)
        return
    if any(begins_with(typed, name) == len(typed) for name in document.issuers):
        return
    if sign_of_issuer(typed) and sign_of_issuer(typed) == sign_of_issuer(document.issuer):
        return
    if any(begins_with(name, typed) for name in document.issuers):
        message = f"{label}: cơ quan ban hành ghi chưa đủ «{typed}», đúng là «{document.issuer}»"
        yield Finding("co-quan", Level.WARNING, message, fix, subject=label)
        return
    message = f"{label}: cơ quan ban hành ghi «{typed}», đúng là «{document.issuer}»"
    yield Finding("co-quan", Level.ERROR, message, fix, subject=label)


def title_end(citation: Citation, document: LegalDocument, text: str) -> tuple[int, Likeness]:
    """Where the title that follows the citation ends in the text, and how like the document's own it is."""
    rest = title_text(text, citation.title_at)
    likeness = Likeness(0, 0) if _NEXT.match(rest) or not document.title else compare(document.title, rest)
    if likeness.ratio < 0.9 and (tail := missing_tail(document.title, rest)):
        return citation.title_at + len(rest.rstrip(" .;")), Likeness(max(likeness.ratio, 0.5), 0, (tail,))
    if likeness.ratio < 0.5 or (likeness.ratio < 0.7 and not has_lead(rest)):
        return citation.title_at, Likeness(0, 0)
    return citation.title_at + likeness.end, likeness


def title_findings(
    citation: Citation, document: LegalDocument, text: str, registry: Registry, *, is_basis: bool, nested: bool
) -> Iterator[Finding]:
    """A title not as issued, one that belongs to another document, or none where one is needed."""
    end, likeness = title_end(citation, document, text)
    rest = title_text(text, citation.title_at).strip(" ,")
    label = document.label
    if not document.title or nested:
        return
    fix = f"ghi đúng: {document.title}"
    if likeness.same_words and (not is_basis or _FULL_STOP_AFTER.match(text, end)):
        if likeness.abbreviated:
            yield Finding("viet-tat", Level.NOTE, f"{label}: trích yếu có chữ viết tắt", fix, subject=label)
        elif likeness.misspelt and not rest.isupper():
            message = f"{label}: trích yếu có chữ hoa, thường hoặc dấu khác bản ban hành"
            yield Finding("chinh-ta", Level.NOTE, message, fix, subject=label)
        return
    other = owner_of_title(_first_sentence(rest), registry, document) if has_lead(rest) else None
    if other:
        message = f"trích yếu ghi sau {label} là của {other.label}"
        yield Finding("trich-yeu-van-ban-khac", Level.ERROR, message, fix, subject=label)
    elif likeness.ratio:
        message = _difference(label, likeness, text[end:] if is_basis else "")
        yield Finding("trich-yeu", Level.WARNING, message, fix, subject=label)
    elif is_basis and citation.type and not rest.strip(" .;,"):
        yield Finding("thieu-trich-yeu", Level.WARNING, f"{label}: thiếu trích yếu", fix, subject=label)
    elif is_basis and has_lead(rest):
        message = f"{label}: trích yếu không đúng như ban hành: «{_short(rest)}»"
        yield Finding("trich-yeu", Level.WARNING, message, fix, subject=label)


def _first_sentence(text: str) -> str:
    return re.split(r"[;()]|\.(?:\s|$)", text, maxsplit=1)[0]


def _difference(label: str, likeness: Likeness, after: str) -> str:
    """What is missing from the title and what it has too much; ``after`` is what follows it in the same basis."""
    leftover = re.split(r"[,;.()]", after)[0].strip()
    extra = [*likeness.extra, *([_short(leftover)] if leftover else [])]
    parts = []
    if likeness.missing:
        parts.append("thiếu " + ", ".join(f"«{_short(piece)}»" for piece in likeness.missing))
    if extra:
        parts.append("thừa " + ", ".join(f"«{piece}»" for piece in extra))
    return f"{label}: trích yếu không đúng như ban hành ({'; '.join(parts)})"


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80].rsplit(' ', 1)[0]}…"


def law_findings(citation: Citation, document: LegalDocument, *, is_basis: bool, numbers: bool) -> Iterator[Finding]:
    """A law printed with a number or an issuer, which NĐ 30 leaves out (ND30-I.2.6a3), or its name misspelt."""
    likeness = compare(document.title, citation.name)
    if not likeness.same_words:
        message = _difference(document.label, likeness, "")
        yield Finding("trich-yeu", Level.WARNING, message, f"ghi đúng: {document.title}", subject=document.label)
    elif likeness.misspelt and is_basis and not citation.name.isupper():
        message = f"{document.label}: tên luật có chữ hoa, thường hoặc dấu khác bản ban hành"
        yield Finding("chinh-ta", Level.NOTE, message, f"ghi đúng: {document.title}", subject=document.label)
    if citation.number and not numbers:
        message = f"{document.short}: luật, pháp lệnh không ghi số (ND30-I.2.6a3)"
        level = Level.WARNING if is_basis else Level.NOTE
        yield Finding("luat-co-so", level, message, f"bỏ «số {citation.number}»", subject=document.label)
    if citation.issuer and is_basis:
        message = f"{document.short}: luật, pháp lệnh không ghi cơ quan ban hành (ND30-I.2.6a3)"
        fix = f"bỏ «của {citation.issuer}»"
        yield Finding("luat-co-co-quan", Level.NOTE, message, fix, subject=document.label)


def unknown_label(citation: Citation) -> str:
    """What a document that the registry does not hold is called in messages: its type and number, or its name."""
    return f"{citation.type} số {citation.number}".strip() if citation.number else citation.name


def unknown_findings(citation: Citation) -> Iterator[Finding]:
    """What can be said of a citation the registry does not hold: do its own parts contradict one another?"""
    label = unknown_label(citation)
    kind, body = symbol_of("".join(citation.number.split()))
    proper = TYPE_OF_SYMBOL.get(kind)
    if proper and citation.type and fold(proper) != fold(citation.type) and is_central(citation.number):
        message = f"{label}: ký hiệu «{kind}» là của {proper}"
        yield Finding("ten-loai", Level.ERROR, message, "kiểm tra tên loại và ký hiệu", subject=label)
    year = re.search(r"/\s?([12]\d{3})\s?/", citation.number)
    if year and citation.day and int(year[1]) != citation.day.year:
        message = f"{label}: năm trong số không khớp ngày ban hành «{citation.day_text}»"
        yield Finding("ngay", Level.ERROR, message, "kiểm tra số và ngày", subject=label)
    if citation.day_text and citation.day is None:
        yield Finding("ngay", Level.ERROR, f"ngày «{citation.day_text}» không có trong lịch", subject=label)
    joint = "-" in body  # a joint circular has several issuers
    sign, owner = "" if joint else sign_of_issuer(citation.issuer), issuer_of_sign(body)
    if sign and owner and sign_of_issuer(owner) != sign:
        message = f"{label}: ký hiệu «{body}» là của {owner}, không phải {citation.issuer}"
        yield Finding("co-quan", Level.ERROR, message, "kiểm tra ký hiệu và cơ quan ban hành", subject=label)
    elif sign and body and not owner:
        message = f"{label}: ký hiệu «{body}» không phải của {citation.issuer} ({sign})"
        yield Finding("so-ky-hieu", Level.ERROR, message, f"kiểm tra lại, có phải là {sign}?", subject=label)
    yield Finding(
        "chua-biet",
        Level.NOTE,
        f"{label}: danh mục chưa có, không kiểm tra được",
        "đối chiếu với bản gốc; khai vào can-cu.yaml nếu dùng thường xuyên",
        subject=label,
    )
