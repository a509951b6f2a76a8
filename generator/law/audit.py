"""The legal bases of any text read out and judged: what is cited, what is misprinted, what had lapsed on the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from generator.findings import Finding, Level
from generator.law import comparing
from generator.law.bases import LegalDocument
from generator.law.citations import Citation, find_numbers, has_lead, read_tail, symbol_of, title_text
from generator.law.force import Law, judge
from generator.law.laws import find_laws
from generator.law.matching import match, parts_of
from generator.law.order import Item, authority_findings, duplicate_findings, item_of, order_findings
from generator.law.paragraphs import Head, Paragraph, head_of
from generator.law.standards import standard_findings
from generator.law.territory import Territory
from generator.law.types import TYPES_WITH_AUTHORITY
from generator.wording.characters import fold

_SHARED_ISSUER = re.compile(r"[\s,]*(?:và|,)?[\s,]*$")
_AS_ENDED = re.compile(r"(?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|thay cho|hết hiệu lực|trước đây)[^.;]{0,120}$", re.I)
_ENDED = re.compile(r"[^.;]{0,200}?(?:hết hiệu lực|bãi bỏ|bị thay thế|được thay thế)", re.I)
_LETTERS = frozenset({"Tờ trình", "Báo cáo", "Thông báo", "Công văn"})
_SIGNS_OF_LETTERS = frozenset({"ttr", "bc", "tb", "bb"})
_COMMITTEE = re.compile(r"(?:uyban|hoidong)nhandan")


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of a text: as printed, where, and the document it means; ``document`` None when not known.

    ``before`` and ``after`` are the text of the paragraph in front of it and behind it.
    """

    text: str
    place: str
    is_basis: bool
    document: LegalDocument | None
    citation: Citation
    nested: bool = False
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """What an audit takes for granted: whether laws carry numbers, and whether the author's order is to be kept."""

    law_numbers: bool = False
    keep_order: bool = False


@dataclass(slots=True)
class Audit:
    """What an audit found: the day it judged by and whether the text gave it, the citations, the findings."""

    day: date
    day_from_text: bool
    cited: list[Cited] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class _Auditor:
    law: Law
    territory: Territory | None
    options: Options
    head: Head
    day: date
    result: Audit
    judged: set[str] = field(default_factory=set)

    def paragraph(self, paragraph: Paragraph) -> list[Item]:
        """Audit one paragraph; returns its bases as items to be ordered, empty for other paragraphs."""
        cited = self._citations(paragraph)
        self.result.cited += cited
        covered: list[tuple[int, int]] = []
        for n, one in enumerate(cited):
            after = cited[n + 1] if n + 1 < len(cited) else None
            covered.append(self._span(one, paragraph))
            for finding in self._of(one, after, paragraph):
                self._add(finding, one)
        for finding in standard_findings(paragraph.text, paragraph.place, self.day, self.law.registry, covered):
            self.result.findings.append(finding)
        return [self._item(one) for one in cited if one.is_basis and not one.nested]

    def _add(self, finding: Finding, one: Cited) -> None:
        self.result.findings.append(replace(finding, place=one.place, subject=finding.subject or one.text))

    def _citations(self, paragraph: Paragraph) -> list[Cited]:
        """The citations of the paragraph in order; one inside the title of another is marked as nested."""
        text, registry = paragraph.text, self.law.registry
        is_basis = paragraph.role == "basis"
        found: list[tuple[Citation, LegalDocument | None]] = []
        found += [
            (law.citation, law.document)
            for law in find_laws(text, registry, self.day)
            if law.document or law.citation.day_text or law.citation.number
        ]
        taken = [(citation.start, citation.end) for citation, _ in found]
        for citation in find_numbers(text):
            if any(start <= citation.title_at - 1 < end for start, end in taken) or self._is_own(citation):
                continue
            document = match(citation, text, registry)
            if document and document.issuers and not citation.issuer:
                citation = read_tail(text, replace(citation, end=citation.end), document.issuers)
            found.append((citation, document))
        found.sort(key=lambda pair: pair[0].start)
        out: list[Cited] = []
        covered_to = -1
        for citation, document in found:
            nested, before = citation.start < covered_to, text[: citation.start]
            # «(sau đây gọi là …)» names once more what the same paragraph has just cited.
            nested |= document is not None and not citation.day_text and any(one.document is document for one in out)
            printed = text[citation.start : citation.end].strip()
            one = Cited(printed, paragraph.place, is_basis, document, citation, nested, before, text[citation.end :])
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
            stop = re.search(r"[()]|\.\s|,\s+(?:Ủy ban|UBND|Hội đồng)", rest)
            return start, one.citation.title_at + (stop.start() if stop else len(rest))
        return start, one.citation.end

    def _of(self, one: Cited, after: Cited | None, paragraph: Paragraph) -> Iterator[Finding]:
        citation, document = one.citation, one.document
        if document is None:
            if not one.nested:
                yield from self._unknown(one)
            return
        shared = after is not None and not after.nested and self._shares(one, after, paragraph)
        full = bool(citation.issuer) or bool(citation.day_text)
        missing = Level.WARNING if one.is_basis else Level.NOTE if full else Level.FINE
        if one.nested:
            missing = Level.FINE
        if citation.name:
            yield from comparing.law_findings(
                citation, document, is_basis=one.is_basis, numbers=self.options.law_numbers
            )
            yield from comparing.day_findings(citation, document, missing=missing if one.is_basis else Level.FINE)
        else:
            yield from comparing.number_findings(citation, document)
            yield from comparing.day_findings(citation, document, missing=missing)
            alone = not shared and bool(citation.type)  # in a list the issuer may stand before it
            yield from comparing.issuer_findings(citation, document, missing=missing if alone else Level.FINE)
            if one.is_basis and not citation.has_word_so and not one.nested:
                message = f"{document.label}: thiếu chữ «số» trước số, ký hiệu"
                yield Finding("thieu-chu-so", Level.NOTE, message, f"ghi {document.short}", subject=document.label)
            if not shared:
                yield from comparing.title_findings(
                    citation, document, paragraph.text, self.law.registry, is_basis=one.is_basis, nested=one.nested
                )
        yield from self._territory(one)

    def _shares(self, one: Cited, after: Cited, paragraph: Paragraph) -> bool:
        """Whether the citation leaves issuer and title to the one joined to it by «và» or a comma."""
        between = paragraph.text[one.citation.end : after.citation.start]
        between = re.sub(r"(?:các|Các)\s*$", "", between)
        return not one.citation.issuer and bool(_SHARED_ISSUER.match(between))

    def _unknown(self, one: Cited) -> Iterator[Finding]:
        citation = one.citation
        if one.is_basis or citation.number:
            for finding in comparing.unknown_findings(citation):
                if finding.rule != "chua-biet" or one.is_basis or not _is_letter(citation):
                    yield finding
        if one.is_basis and citation.day and citation.day > self.day:
            message = f"{one.text}: ban hành sau ngày ký {self.day:%d/%m/%Y}"
            yield Finding("chua-hieu-luc", Level.ERROR, message, "sửa ngày ký hoặc bỏ căn cứ này", subject=one.text)
        yield from self._territory(one)

    def _territory(self, one: Cited) -> Iterator[Finding]:
        issuer, day = one.citation.issuer, one.citation.day
        if self.territory is None or not issuer or one.nested:
            return
        if day and day >= self.territory.district_end:
            yield from self.territory.findings(issuer, "issuer", day)
        elif one.is_basis:
            yield from self.territory.findings(issuer, "basis", self.day)

    def _item(self, one: Cited) -> Item:
        if one.document:
            return item_of(one.document)
        citation = one.citation
        title = title_text(one.text, 0) if citation.name else ""
        label = " ".join(f"{citation.type} số {citation.number}".split()) if citation.number else citation.name
        return Item(label, citation.type, "".join(citation.number.split()), citation.issuer, title, citation.day)

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
            for finding in judge(one.document, self.day, self.law, cited=beside):
                if finding.level > Level.FINE and (one.is_basis or finding.rule != "sua-doi"):
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
    head = head or head_of(paragraphs)
    options = options or Options()
    chosen = day or head.day or today or date.today()
    result = Audit(chosen, day is not None or head.day is not None)
    auditor = _Auditor(law, territory, options, head, chosen, result)
    lines = [items for paragraph in paragraphs if (items := auditor.paragraph(paragraph))]
    auditor.force()
    first = next((p.place for p in paragraphs if p.role == "basis"), "")
    whole = [*duplicate_findings(lines)]
    if not options.keep_order:
        whole += order_findings(lines)
    if lines and head.type in TYPES_WITH_AUTHORITY:
        issuers = [fold(p.text) for p in paragraphs if p.role in ("issuer", "signature")]
        collective = any(_COMMITTEE.search(issuer) for issuer in issuers)
        whole += authority_findings(lines, collective=collective)
    result.findings += [replace(finding, place=first) for finding in whole]
    if territory:
        result.findings += _places(paragraphs, territory, chosen, result.cited)
    order = {paragraph.place: n for n, paragraph in enumerate(paragraphs)}
    result.findings.sort(key=lambda finding: order.get(finding.place, -1))
    return result


def _is_letter(citation: Citation) -> bool:
    """Whether it is a paper between offices, which no list of legal documents holds."""
    return citation.type in _LETTERS or fold(symbol_of("".join(citation.number.split()))[0]) in _SIGNS_OF_LETTERS


def _places(paragraphs: list[Paragraph], territory: Territory, day: date, cited: list[Cited]) -> Iterator[Finding]:
    """What issuer, signer, recipients and tasks name that no longer exists; tasks once for each kind."""
    said: set[str] = set()
    for paragraph in paragraphs:
        if paragraph.role == "issuer":
            yield from territory.findings(paragraph.text, "issuer", day, paragraph.place)
        elif paragraph.role == "signature":
            yield from territory.findings(paragraph.text, "signer", day, paragraph.place)
        elif paragraph.role == "recipient":
            yield from territory.findings(paragraph.text, "recipient", day, paragraph.place)
        elif paragraph.role == "body":
            text = _without_old_issuers(paragraph, cited, territory)
            for finding in territory.findings(text, "body", day, paragraph.place):
                if finding.rule not in said:
                    said.add(finding.rule)
                    yield finding


def _without_old_issuers(paragraph: Paragraph, cited: list[Cited], territory: Territory) -> str:
    """The text less the issuers of what was issued while they existed."""
    text = paragraph.text
    for one in cited:
        day = one.citation.day
        if one.place == paragraph.place and one.citation.issuer and day and day < territory.district_end:
            text = text.replace(one.citation.issuer, "")
    return text
