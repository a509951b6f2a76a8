"""Whether a legal document is in force on the day of signing, and what to cite instead when it is not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.findings import Finding, Level
from generator.law.bases import LegalDocument, Registry

_NEWLY_ISSUED = timedelta(days=60)  # a normative text of the centre takes effect 45 days after signing at the earliest


@dataclass(frozen=True, slots=True)
class ReplacedSet:
    """Documents that were replaced together: from ``since``, what lapsed of ``old`` gives way to all of ``new``."""

    name: str
    since: date
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(slots=True)
class Law:
    """What force is judged by: the documents known, and the sets in which they replace one another."""

    registry: Registry
    sets: tuple[ReplacedSet, ...] = field(default=())


def lapsed(document: LegalDocument, day: date, registry: Registry) -> bool:
    """Whether the document has lost its force by the day, as far as anyone verified."""
    if document.status != "hết hiệu lực":
        return False
    end = document.expired or document.warn_from
    if end is None:
        starts = [d for new in registry.all_of(document.replaced_by) if (d := new.effective or new.issued)]
        end = min(starts, default=document.issued)
    return end is not None and day >= end


def has_begun(document: LegalDocument, day: date) -> bool:
    """Whether the document can be in force already; where its first day is not verified, whether it was issued."""
    start = document.effective or document.issued
    return start is not None and start <= day


def usable(document: LegalDocument, day: date, registry: Registry) -> bool:
    """Whether the document may be offered as a basis on the day."""
    return has_begun(document, day) and not lapsed(document, day, registry)


def successors(document: LegalDocument, day: date, law: Law) -> list[LegalDocument]:
    """What to cite instead of a document without force: its whole set as it stands on the day, amendments included."""
    found: dict[str, LegalDocument] = {}
    for old in law.sets:
        if document.id in old.old and old.since <= day:
            new = law.registry.all_of(old.new)
            if any(usable(item, day, law.registry) for item in new):
                found |= {item.id: item for item in new if usable(item, day, law.registry)}
    for item in found or _chain(document, day, law.registry):
        found.setdefault(item, law.registry.by_id[item])
    return list(found.values())


def _chain(document: LegalDocument, day: date, registry: Registry) -> dict[str, LegalDocument]:
    found: dict[str, LegalDocument] = {}
    pending, seen = [document], {document.id}
    while pending:
        for new in registry.all_of(pending.pop().replaced_by):
            if new.id in seen:
                continue
            seen.add(new.id)
            if usable(new, day, registry):
                found |= {item.id: item for item in (new, *amendments(new, day, registry))}
            elif lapsed(new, day, registry):
                pending.append(new)
    return found


def amendments(document: LegalDocument, day: date, registry: Registry) -> list[LegalDocument]:
    """The known acts that amend the document and are themselves in force on the day."""
    return [act for act in registry.all_of(document.amended_by) if usable(act, day, registry)]


def name_of(document: LegalDocument) -> str:
    """The citation when it is verified, else type and number."""
    return document.label if document.why_not_citable else document.cite


def judge(document: LegalDocument, day: date, law: Law, *, cited: Collection[str] = ()) -> list[Finding]:
    """What is to be said of the document as a basis on the day, gravest first; a FINE finding when all is well.

    ``cited`` are the ids of all documents cited beside it: what is cited already is not offered.
    """
    findings = sorted(_judgements(document, day, law, cited), key=lambda finding: -finding.level)
    if findings:
        return findings
    note = "" if document.effective else "; chưa xác minh ngày có hiệu lực, chỉ so với ngày ban hành"
    message = f"{document.label} có hiệu lực vào ngày {day:%d/%m/%Y}{note}"
    return [Finding("dung", Level.FINE, message, subject=document.label)]


def _judgements(document: LegalDocument, day: date, law: Law, cited: Collection[str]) -> Iterator[Finding]:
    when = f"{day:%d/%m/%Y}"
    if document.effective and day < document.effective:
        message = f"{document.label} chưa có hiệu lực vào ngày {when}, có hiệu lực từ {document.effective:%d/%m/%Y}"
        before = [old for old in law.registry.by_id.values() if document.number in old.replaced_by]
        offered = [name_of(old) for old in before if usable(old, day, law.registry)]
        fix = "dẫn văn bản đang có hiệu lực: " + "; ".join(offered) if offered else "bỏ căn cứ này hoặc sửa ngày ký"
        yield Finding("chua-hieu-luc", Level.ERROR, message, fix, subject=document.label, successors=tuple(offered))
        return
    if document.issued and day < document.issued:
        message = f"{document.label} ban hành ngày {document.issued:%d/%m/%Y}, sau ngày ký {when}"
        yield Finding("chua-hieu-luc", Level.ERROR, message, "sửa ngày ký hoặc bỏ căn cứ này", subject=document.label)
        return
    if lapsed(document, day, law.registry):
        yield _lapsed(document, day, law, cited)
        return
    yield from _doubts(document, day)
    yield from _partly(document, day, law.registry)
    offers = [act for act in amendments(document, day, law.registry) if act.id not in cited]
    if offers:
        listed = ", ".join(act.label for act in offers)
        yield Finding(
            "sua-doi",
            Level.NOTE,
            f"{document.label} đã được sửa đổi, bổ sung bởi {listed}",
            "dẫn kèm nếu nội dung sửa đổi liên quan",
            subject=document.label,
            offers=tuple(name_of(act) for act in offers),
        )


def _lapsed(document: LegalDocument, day: date, law: Law, cited: Collection[str]) -> Finding:
    since = f"từ {document.expired:%d/%m/%Y}" if document.expired else "(chưa xác minh được ngày)"
    new = successors(document, day, law)
    named = tuple(name_of(item) for item in new) or document.replaced_by
    message = f"{document.label} đã hết hiệu lực {since}; ngày ký xét: {day:%d/%m/%Y}"
    if not named:
        return Finding("het-hieu-luc", Level.WARNING, message, "tìm văn bản thay thế", subject=document.label)
    mates = [other for other in _set_mates(document, day, law) if other.id in cited]
    whole = f"thay cả bộ ({', '.join(mate.label for mate in (document, *mates))}) bằng: " if mates else "thay bằng: "
    fix = whole + "; ".join(named)
    if document.kind == "tiêu chuẩn":
        fix = f"thay bằng: {', '.join(document.replaced_by)}"
    return Finding("het-hieu-luc", Level.WARNING, message, fix, subject=document.label, successors=named)


def _set_mates(document: LegalDocument, day: date, law: Law) -> list[LegalDocument]:
    """The other documents that were replaced together with this one and have lapsed too."""
    old = {mate for one in law.sets if document.id in one.old and one.since <= day for mate in one.old}
    return [mate for mate in law.registry.all_of(tuple(sorted(old - {document.id}))) if lapsed(mate, day, law.registry)]


def _doubts(document: LegalDocument, day: date) -> Iterator[Finding]:
    if document.status == "hết hiệu lực":
        return  # its end is known, and had not come
    label, seen = document.label, document.last_seen_in_force
    check = "kiểm tra tình trạng hiệu lực trên cổng thông tin chính thức"
    if document.note:
        check += f"; lưu ý: {document.note}"
    if not document.issued:
        message = f"{label}: cần xác minh; danh mục chưa có ngày ban hành, ngày có hiệu lực"
        yield Finding("can-xac-minh", Level.NOTE, message, check, subject=label)
    elif seen is None or day > seen:
        seen_on = f" sau ngày {seen:%d/%m/%Y}" if seen else ""
        message = f"{label}: cần xác minh hiệu lực trước khi ký (chưa xác minh được hiệu lực{seen_on})"
        yield Finding("can-xac-minh", Level.NOTE, message, check, subject=label)
    elif not document.effective and document.kind == "quy phạm" and day - document.issued < _NEWLY_ISSUED:
        message = f"{label} mới ban hành ngày {document.issued:%d/%m/%Y}, chưa xác minh được ngày có hiệu lực"
        yield Finding("can-xac-minh", Level.NOTE, message, check, subject=label)


def _partly(document: LegalDocument, day: date, registry: Registry) -> Iterator[Finding]:
    if document.status != "hết hiệu lực một phần":
        return
    ending = [act for act in registry.all_of(document.replaced_by) if has_begun(act, day)]
    if ending:
        message = f"{document.label} đã hết hiệu lực một phần bởi {', '.join(act.label for act in ending)}"
        yield Finding("het-mot-phan", Level.NOTE, message, document.note, subject=document.label)
