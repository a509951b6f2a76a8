"""The legal bases of any text read out and judged: what is cited, what is misprinted, what had lapsed on the day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from unicodedata import is_normalized

from generator.findings import Finding, Level
from generator.judgement.force import judged
from generator.law import comparing
from generator.law.bases import LegalDocument, Registry
from generator.law.citations import Citation, find_numbers, has_lead, may_cite, read_tail, title_text
from generator.law.force import Law
from generator.law.laws import NamedLaws
from generator.law.matching import Numbered, parts_of
from generator.law.order import Item, item_of
from generator.law.paragraphs import Head, Paragraph, Role, head_of
from generator.law.territory import Territory
from generator.law.types import TYPES_WITH_AUTHORITY
from generator.patterns import late
from generator.records import record
from generator.rules.catalogue import reading
from generator.rules.law._reading import (
    BasesReading,
    CitationReading,
    Cited,
    ForceReading,
    NameRole,
    NamesReading,
    Options,
    ParagraphReading,
    Typed,
    WholeReading,
)
from generator.wording.characters import fold, normalise

__all__ = ["Audit", "Cited", "Options", "audit", "names_findings"]

_SHARED_ISSUER = late(r"[\s,]*(?:và|,)?[\s,]*$", re.I)
_AS_ENDED = late(r"(?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|thay cho|hết hiệu lực|trước đây)[^.;]{0,120}$", re.I)
_ENDED = late(r"[^.;]{0,200}?(?:hết hiệu lực|bãi bỏ|bị thay thế|được thay thế)", re.I)
_COMMITTEE = late(r"(?:uyban|hoidong)nhandan")
_NAMED = 9  # letters, folded: no position that signs, no word for a kind of agency alone
_AFTER_TITLE = late(r"\.\s|,\s+(?:Ủy ban|UBND|Hội đồng)|\((?:sau đây|gọi)")
_LEADS_A_BASIS = late(r"(?:^|.*;)[\W\d_]*(?:c[ăaâäàáă]n c[ứưửuừ](?:\s+vào)?)?\s*(?:các\s+)?$", re.I | re.S)
_BESIDE_BASES = late(r"\W*(?:thực hiện|trên cơ sở|để thực hiện)\b.*;\W*$", re.I | re.S)
_PROPOSAL = late(r"\W*(?:xét|theo)\s+(?:đề nghị|tờ trình|báo cáo)", re.I)
_DECREE = date(2020, 3, 5)  # the day NĐ 30 took force
_HELD = ("chua-hieu-luc",)  # what is not in force today was not on any day before
_NAMED_AS: dict[Role, NameRole] = {
    "parent": "parent",
    "issuer": "issuer",
    "authority": "authority",
    "signature": "signer",
    "addressee": "addressee",
    "recipient": "recipient",
    "title": "body",
    "reference": "body",
    "proposal": "body",
    "body": "body",
}
_AS_READ = (
    "so-ky-hieu", "ten-loai", "luat-co-so", "luat-co-co-quan", "ngay", "thieu-ngay", "cach-ghi-ngay", "co-quan",
    "co-quan-qua-cu", "thieu-co-quan", "co-quan-ghi-tat", "thieu-chu-so", "dau-phay-thua", "viet-tat", "chinh-ta",
    "trich-yeu", "trich-yeu-van-ban-khac", "thieu-trich-yeu", "chua-biet", "khong-ro-ngay-ky", "trung-lap",
    "thu-tu", "thieu-tham-quyen", "dau-cuoi-can-cu",
)  # fmt: skip
"""What is said of one citation follows its parts; what is not named here comes last."""


@record()
class Audit:
    """What an audit found: the day it judged by and whether the text gave it, the citations, the findings."""

    day: date
    day_from_text: bool
    cited: list[Cited] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@record()
class _Auditor:
    law: Law
    laws: NamedLaws
    numbered: Numbered
    territory: Territory | None
    options: Options
    head: Head
    day: date
    result: Audit
    judged: set[str] = field(default_factory=set)
    named: list[Finding] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    dated: bool = True

    def paragraph(self, paragraph: Paragraph) -> list[Item]:
        """Audit one paragraph; returns its bases as items to be ordered, empty for other paragraphs."""
        cited: list[Cited] = []
        if may_cite(paragraph.text):
            cited = self._citations(paragraph)
            if paragraph.role == "number":  # its own, however odd; with a day it is a citation that strayed there
                cited = [one for one in cited if one.citation.day_text]
            self._judge(cited, paragraph)
        elif paragraph.role in ("basis", "proposal", "head"):
            self._judge([], paragraph)
        if self.territory and (role := _NAMED_AS.get(paragraph.role)):
            self._names(paragraph, role, cited, self.territory)
        return [self._item(one) for one in cited if one.is_basis and not one.nested]

    def _judge(self, cited: list[Cited], paragraph: Paragraph) -> None:
        self.result.cited += cited
        covered: list[tuple[int, int]] = []
        for n, one in enumerate(cited):
            after = cited[n + 1] if n + 1 < len(cited) else None
            covered.append(self._span(one, paragraph))
            for finding in self._of(one, after, paragraph):
                self._add(finding, one)
        role = "proposal" if _PROPOSAL.match(paragraph.text) else paragraph.role
        given = ParagraphReading(
            paragraph.text, self.day, self.law.registry, covered, role, self.head, self.options.decree
        )
        for entry in reading("law", "paragraph"):
            for finding in _found(entry.check, given):
                self.result.findings.append(replace(finding, place=paragraph.place, source=paragraph.source))

    def _weighed(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings that follow from the day: notes where it is not that of signing, which the text does not say."""
        for finding in findings:
            sure = self.dated or finding.rule in _HELD
            yield finding if sure else replace(finding, level=min(finding.level, Level.NOTE))

    def _add(self, finding: Finding, one: Cited) -> None:
        subject = finding.subject or one.text
        self.result.findings.append(replace(finding, place=one.place, source=one.source, subject=subject))

    def _citations(self, paragraph: Paragraph) -> list[Cited]:
        """The citations of the paragraph in order; one inside the title of another is marked as nested."""
        text = paragraph.text
        is_basis = paragraph.role == "basis"
        found: list[tuple[Citation, LegalDocument | None]] = []
        for law in self.laws.find(text, self.day):
            own = law.citation
            leads = is_basis and len(own.name.split()) > 1 and _LEADS_A_BASIS.match(text[: own.start])
            if law.document or own.day_text or own.number or leads:
                found.append((own, law.document))
        taken = [(citation.start, citation.end) for citation, _ in found]
        for citation in find_numbers(text):
            if any(start <= citation.title_at - 1 < end for start, end in taken) or self._is_own(citation):
                continue
            document = self.numbered.meant(citation, text)
            if document and document.issuers and not citation.issuer:
                citation = read_tail(text, replace(citation, end=citation.end), document.issuers)
            found.append((citation, document))
        found.sort(key=lambda pair: pair[0].start)
        out: list[Cited] = []
        covered_to = -1
        for citation, document in found:
            nested, before = citation.start < covered_to, text[: citation.start]
            # «(sau đây gọi là …)» names once more what the same paragraph has just cited.
            nested |= not citation.day_text and any(_same(one, citation, document) for one in out)
            printed, after = text[citation.start : citation.end].strip(), text[citation.end :]
            one = Cited(
                printed, paragraph.place, is_basis, document, citation, nested, before, after, paragraph.source
            )  # fmt: skip
            out.append(one)
            if not nested:
                covered_to = self._span(one, paragraph)[1]
        return out

    def _is_own(self, citation: Citation) -> bool:
        own = self.head.number
        return bool(own) and parts_of(own).key == parts_of(citation.number).key

    def _span(self, one: Cited, paragraph: Paragraph) -> tuple[int, int]:
        """From the first word of the citation to the last of its title."""
        start, text = one.citation.start, paragraph.text
        if one.document and one.document.title and not one.citation.name:
            return start, comparing.title_end(one.citation, one.document, text)[0]
        if one.citation.name:
            return start, one.citation.end
        rest = title_text(text, one.citation.title_at)
        if one.is_basis or has_lead(rest):
            stop = _AFTER_TITLE.search(rest)
            return start, one.citation.title_at + (stop.start() if stop else len(rest))
        return start, one.citation.end

    def _of(self, one: Cited, after: Cited | None, paragraph: Paragraph) -> Iterator[Finding]:
        shared = after is not None and not after.nested and self._shares(one, after, paragraph)
        if one.document or (not one.nested and (one.is_basis or one.citation.number)):
            read = CitationReading(one, paragraph.text, self.law.registry, self.options, shared)
            yield from _in_turn(f for entry in reading("law", "citation") for f in _found(entry.check, read))
        if one.document is None and not one.nested and (one.is_basis or (one.citation.number and self.dated)):
            given = ForceReading(one.text, None, self.day, self.law, issued=one.citation.day)
            for finding in self._weighed(judged(given)):
                yield finding if one.is_basis else replace(finding, level=min(finding.level, Level.WARNING))
        issuer, day = one.citation.issuer, one.citation.day
        if self.territory is None or not issuer or one.nested:
            return
        if day and day >= self.territory.district_end:
            yield from names_findings(self.territory, issuer, "issuer", day)
        elif one.is_basis:
            yield from names_findings(self.territory, issuer, "basis", self.day)

    def _shares(self, one: Cited, after: Cited, paragraph: Paragraph) -> bool:
        """Whether the citation leaves issuer and title to the one joined to it by «và» or a comma."""
        between = paragraph.text[one.citation.end : after.citation.start]
        between = re.sub(r"(?:các|Các|CÁC)\s*$", "", between)
        return not one.citation.issuer and bool(_SHARED_ISSUER.match(between))

    def _item(self, one: Cited) -> Item:
        if one.document:
            return item_of(one.document)
        citation = one.citation
        title = title_text(one.text, 0) if citation.name else ""
        label = " ".join(f"{citation.type} số {citation.number}".split()) if citation.number else citation.name
        number = "".join(citation.number.split())
        return Item(label, citation.type, number, citation.issuer, title, citation.day, title_text(one.after, 0))

    def _names(self, paragraph: Paragraph, role: NameRole, cited: list[Cited], territory: Territory) -> None:
        """What the paragraph names that no longer exists; in running text once for each rule."""
        text = paragraph.text
        if role == "body" and not territory.may_name(text):  # as most
            return
        if role == "body":
            for one in cited:  # the issuers of what was issued while they existed
                if one.citation.issuer and one.citation.day and one.citation.day < territory.district_end:
                    text = text.replace(one.citation.issuer, "")
        for finding in self._weighed(names_findings(territory, text, role, self.day)):
            if role == "body":
                if finding.rule in self.said:
                    continue
                self.said.add(finding.rule)
            self.named.append(replace(finding, place=paragraph.place, source=paragraph.source))

    def force(self) -> None:
        """Judge the force of every document cited, once each: as a basis where it is one."""
        bases = [one for one in self.result.cited if one.is_basis and not one.nested]
        others = [one for one in self.result.cited if not one.is_basis and not one.nested]
        beside = {one.document.id for one in self.result.cited if one.document}
        for one in [*bases, *others]:
            if one.document is None or one.document.id in self.judged:
                continue
            if not one.is_basis and (_AS_ENDED.search(one.before) or _ENDED.match(one.after) or one.citation.name):
                continue
            self.judged.add(one.document.id)
            given = ForceReading(one.document.label, one.document, self.day, self.law, beside)
            for finding in self._weighed(judged(given)):
                if one.is_basis or finding.rule != "sua-doi":
                    self._add(finding, one)


def audit(
    paragraphs: list[Paragraph],
    law: Law,
    *,
    day: date | None = None,
    today: date | None = None,
    territory: Territory | None = None,
    options: Options | None = None,
    head: Head | None = None,
) -> Audit:
    """All citations of the text, and what is to be said of them and of the text, in its order.

    ``day`` is the day of signing; when it is not given the text's own, or else ``today``. ``head`` is what is known
    of the document beforehand; without it the head of the text is read.
    """
    paragraphs = [
        one if is_normalized("NFC", one.text) else replace(one, text=normalise(one.text)) for one in paragraphs
    ]
    head = head or head_of(paragraphs)
    options = options or Options()
    chosen = day or head.day or today or date.today()
    dated = day is not None or head.day is not None
    result = Audit(chosen, dated)
    asked = not head.normative and not head.own_form and (chosen >= _DECREE or not dated)
    options = replace(options, decree=asked, normative=head.normative, elsewhere=head.elsewhere)
    laws, numbered = _ready(law.registry)
    auditor = _Auditor(law, laws, numbered, territory, options, head, chosen, result, dated=dated)
    stood = [(n, items) for n, paragraph in enumerate(paragraphs) if (items := auditor.paragraph(paragraph))]
    sent = (n for n, one in enumerate(paragraphs) if one.role == "recipient" and stood and n > stood[0][0])
    ends = next(sent, len(paragraphs))  # below nơi nhận another document begins
    lines = [items for n, items in stood if n < ends]
    auditor.force()
    undated = None if dated else chosen
    result.findings += [*_of_bases(paragraphs, lines, options, head, undated), *auditor.named]
    whole = WholeReading(paragraphs, head, chosen if dated else None, options.decree)
    result.findings += [one for entry in reading("law", "whole") for one in _found(entry.check, whole)]
    order = {paragraph.place: n for n, paragraph in enumerate(paragraphs)}
    result.findings.sort(key=lambda finding: order.get(finding.place, -1))
    return result


_READY: list[tuple[Registry, int, NamedLaws, Numbered]] = []


def _ready(registry: Registry) -> tuple[NamedLaws, Numbered]:
    """The documents of the registry as they are sought in texts; those of the last one asked for are kept."""
    for known, count, laws, numbered in _READY:
        if known is registry and count == len(registry.by_id):
            return laws, numbered
    laws, numbered = NamedLaws(registry), Numbered(registry)
    _READY[:] = [(registry, len(registry.by_id), laws, numbered)]
    return laws, numbered


def _same(one: Cited, citation: Citation, document: LegalDocument | None) -> bool:
    """Whether the citation means the document that was cited before, known or not."""
    if document is not None or one.document is not None:
        return one.document is document
    return bool(citation.number) and parts_of(one.citation.number).key == parts_of(citation.number).key


def _of_bases(
    paragraphs: Sequence[Paragraph],
    lines: Sequence[Sequence[Item]],
    options: Options,
    head: Head,
    undated: date | None,
) -> Iterator[Finding]:
    """What is to be said of the bases together, placed at the first of them."""
    first = next((paragraph for paragraph in paragraphs if paragraph.role == "basis"), Paragraph("", ""))
    issuers = [fold(p.text) for p in paragraphs if p.role in ("issuer", "signature")]
    collective = any(_COMMITTEE.search(issuer) for issuer in issuers)
    bodies = [issuer for issuer in issuers if not _COMMITTEE.search(issuer) and len(issuer) >= _NAMED]
    decides = head.type in TYPES_WITH_AUTHORITY and not head.normative
    typed, follows = _as_typed(paragraphs)
    plain = [one.text for one in paragraphs if one.role == "basis" and not may_cite(one.text)]
    given = BasesReading(
        lines, options.keep_order, decides, collective, bodies, typed, follows, options, undated, plain
    )
    for finding in _in_turn(f for entry in reading("law", "bases") for f in _found(entry.check, given)):
        yield finding if finding.place else replace(finding, place=first.place, source=first.source)


def _as_typed(paragraphs: Sequence[Paragraph]) -> tuple[list[Typed], str]:
    """The lines of bases and proposals that stand together at the head of the text, and what follows them."""
    begin = next((n for n, one in enumerate(paragraphs) if one.role == "basis"), len(paragraphs))
    if begin == len(paragraphs) or paragraphs[begin].text.lstrip()[:1] in "-+•":
        return [], ""
    end = begin
    while end < len(paragraphs) and (
        paragraphs[end].role in ("basis", "proposal")
        or _PROPOSAL.match(paragraphs[end].text)
        or _BESIDE_BASES.match(paragraphs[end].text)
    ):
        end += 1
    lines = [Typed(one.text, one.place, one.source) for one in paragraphs[begin:end]]
    return lines, paragraphs[end].text if end < len(paragraphs) else ""


def names_findings(territory: Territory, text: str, role: NameRole, day: date) -> Iterator[Finding]:
    """What the text, in NFC, names in its role that no longer exists on the day."""
    if territory.may_name(text) or role not in ("body", "basis"):
        given = NamesReading(text, role, day, territory)
        for entry in reading("law", "names"):
            yield from _found(entry.check, given)


def _found(check: object, given: object) -> Iterable[Finding]:
    return check(given)  # type: ignore[operator, no-any-return]


def _in_turn(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: _AS_READ.index(f.rule) if f.rule in _AS_READ else len(_AS_READ))
