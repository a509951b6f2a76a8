"""The căn cứ of a document: those the registry knows by their identity, all others in the words they were typed in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.law.bases import LegalDocument
from generator.law.citations import Citation, find_numbers, read_tail
from generator.law.comparing import title_end
from generator.law.force import Law
from generator.law.laws import NamedLaws
from generator.law.matching import Numbered
from generator.parts.model import Component, Part, Parts, Sure
from generator.patterns import late
from generator.records import record
from generator.recovering.placing import blank
from generator.recovering.said import Said, Tree
from generator.recovering.texts import clean, escaped
from generator.wording.characters import fold

_SEVERAL = late(
    r"[;.]\s*(?=(?:[Cc]ăn cứ|Xét|Theo đề nghị|Thực hiện)\s)|;\s*(?=(?:xét|theo)\s+(?:đề\s+nghị|tờ\s+trình)\s)"
)
_BEFORE_LEAD = late(r".*;(?=[^;]*:$)")
_OPENS = late(r"^[\W_]*(?:căn\s+cứ|xét|theo|thực hiện|trên cơ sở|chiếu|luật|bộ luật|nghị định|thông tư|[-–+•*])", 2)
_LEAD = late(r"^[\W_]*căn\s+cứ\s*:?\s*(?:vào\s+)?", 2)
_PROPOSED = late(r"^[\W_]*theo\s+đề\s+nghị\s+của\s+", 2)
_PROPOSAL = late(r"^[\W_]*(?:xét|theo)\s+(?:đề\s+nghị|tờ\s+trình)", 2)
_DASH = late(r"^[\s\-–—+•*]+")
_JOINING = late(r"^[\s,;.:()–-]*(?:và|các|của|đã được|được|theo|văn bản|số)?[\s,;.:()–-]*$", 2)
_AMENDED = late(
    r"^[\s,;.(]*(?:đã\s+)?(?:được\s+)?(?:sửa đổi|sđ),?\s*(?:và\s+)?(?:bổ sung|bs)?"
    r"(?:\s+(?:một số điều|năm \d{4}))*[\s;.,)(]*(?:bởi|tại|theo)?[\s;.,)(]*$",
    2,
)
_TYPES = late(r"\w+", 2)


@record(frozen=True)
class FoundBases:
    """The bases in order, the proposal behind them, and documents of the agency's own that no registry holds.

    ``leads`` is the sentence that leads from them to the text: «Căn cứ …, Sở … ban hành Kế hoạch như sau:».
    """

    bases: list[dict[str, Tree]]
    proposal: Said | None
    own: list[dict[str, Tree]]
    leads: Said | None = None


def bases_of(parts: Parts, law: Law, day: date) -> FoundBases:
    """Căn cứ and «Theo đề nghị»."""
    lines = list(_whole(line for component in parts.of(Part.BASIS) for line in _lines(component)))
    bases: list[dict[str, Tree]] = []
    own: list[dict[str, Tree]] = []
    proposal: Said | None = None
    leads = lines.pop() if lines and lines[-1].words.endswith(":") else None
    reader = _Reader(law, Numbered(law.registry), day)
    for n, line in enumerate(lines):
        if n == len(lines) - 1 and _PROPOSAL.match(line.words):
            value = _DASH.sub("", _PROPOSED.sub("", line.words)).strip(" .;,")
            proposal = Said(escaped(value), line.place, line.words, line.sure, line.why)
            continue
        basis, entry = reader.read(line)
        bases.append(basis)
        if entry is not None:
            own.append(entry)
    leads = replace(leads, value=escaped(leads.words)) if leads is not None else None
    return FoundBases(bases, proposal, own, leads)


def _whole(lines: Iterable[Said]) -> Iterable[Said]:
    """The bases, one that goes on in the next paragraph with what it goes on with; places to fill in are none."""
    before: Said | None = None
    for line in lines:
        if blank(line.words):
            continue
        if before is not None and before.words[-1:] not in ".;:" and not _OPENS.match(line.words):
            before = Said(
                f"{before.words} {line.words}", before.place, f"{before.words} {line.words}", before.sure, before.why
            )
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _lines(component: Component) -> Iterable[Said]:
    """The bases of one paragraph, one by one."""
    text, place = clean(component.text), component.lines[0].place
    at = 0
    stops = [found.end() for found in _SEVERAL.finditer(text)]
    lead = _BEFORE_LEAD.match(text, stops[-1] if stops else 0)
    for stop in [*stops, *([lead.end()] if lead else []), len(text)]:
        words = text[at:stop].strip()
        at = stop
        if words:
            yield Said(words, place, words, component.sure, component.why)


@record()
class _Reader:
    law: Law
    numbered: Numbered
    day: date

    def read(self, line: Said) -> tuple[dict[str, Tree], dict[str, Tree] | None]:
        """The basis, and the entry of a registry of one's own it needs."""
        words = _LEAD.sub("", line.words).strip(" .;,")
        known, exact = self._known(words)
        if known:
            sure, why = (Sure.SURE, "") if exact else (
                Sure.LIKELY, "nhận ra văn bản trong danh mục; lời trên văn bản hơi khác lời sẽ in"
            )  # fmt: skip
            return {"van_ban": [Said(one.id, line.place, line.words, sure, why) for one in known]}, None
        entry = self._entry(line, words)
        if entry is not None:
            return {"van_ban": [Said(entry["id"], line.place, line.words)]}, entry
        value = words if _LEAD.match(line.words) else _DASH.sub("", line.words).strip(" .;,")
        return {"loi_van": Said(escaped(value), line.place, line.words, line.sure, line.why)}, None

    def _known(self, words: str) -> tuple[list[LegalDocument], bool]:
        """The documents that the words cite and nothing else, and whether they cite them as a dossier prints them."""
        registry = self.law.registry
        found: list[tuple[int, int, LegalDocument]] = []
        for one in NamedLaws(registry).find(words, self.day):
            if one.document is None:
                if one.citation.day_text or one.citation.number:
                    return [], False
                continue
            found.append((one.citation.start, one.citation.end, one.document))
        for citation in find_numbers(words):
            inside = next((item for item in found if item[0] <= citation.start < item[1]), None)
            if inside is not None:
                continue
            document = self.numbered.meant(citation, words)
            if document is None:
                return [], False
            found.append((citation.start, _end(words, citation, document), document))
        found.sort(key=lambda item: item[0])
        if not found or any(document.why_not_citable for _, _, document in found):
            return [], False
        documents = [document for _, _, document in found]
        printed = "; ".join(one.cite for one in documents)
        if _bare(printed) == _bare(words) or _bare(
            "; ".join(one.cited(law_numbers=True) for one in documents)
        ) == _bare(words):
            return documents, True
        at = 0
        kept: list[LegalDocument] = []
        for start, end, document in found:
            if start < at:
                continue  # named inside the title of the one before
            between = words[at:start]
            if not (_JOINING.match(between) or _AMENDED.match(between)):
                return [], False
            kept.append(document)
            at = max(at, end)
        return (kept, False) if _JOINING.match(words[at:]) else ([], False)

    def _entry(self, line: Said, words: str) -> dict[str, Tree] | None:
        """What the agency's own registry needs of a document cited in full, where it is cited again in these words."""
        for citation in find_numbers(words):
            if not (citation.type and citation.number and citation.day and citation.issuer) or citation.start:
                return None
            title = words[citation.title_at :].strip(" ,.;")
            document = LegalDocument.known(
                type=citation.type, number=citation.number, issuer=citation.issuer, issued=citation.day, title=title,
                id="x", kind="quy phạm",
            )  # fmt: skip
            if not title or _bare(document.cite) != _bare(words) or any(find_numbers(title)):
                return None  # what its title cites may be another basis: «… và Thông tư số …»
            day = citation.day

            def from_line(value: str) -> Said:
                return Said(value, line.place, line.words, line.sure, line.why)

            return {
                "id": id_of(citation.type, citation.number, day),
                "loai": from_line(citation.type),
                "so": from_line(citation.number),
                "co_quan": from_line(citation.issuer),
                "ngay": from_line(f"{day.day}/{day.month}/{day.year}"),
                "ten": from_line(escaped(title)),
            }
        return None


def _end(words: str, citation: Citation, document: LegalDocument) -> int:
    """Where the words of a citation by number end: behind its title as far as that is the document's own."""
    if not citation.issuer:
        citation = read_tail(words, citation, document.issuers)
    return max(citation.end, title_end(citation, document, words)[0])


def _bare(text: str) -> str:
    """The words as they are compared: days written out, no case, no signs."""
    text = re.sub(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})", r"\1 tháng \2 năm \3", text)
    text = re.sub(r"\b0+(?=\d)", "", text)
    return re.sub(r"[\W_]+", " ", text.casefold()).strip().replace("uỷ", "ủy").replace("hoà", "hòa")


def id_of(kind: str, number: str, day: date) -> str:
    """The id of a document in the agency's own registry: ``qd-12-2015-qd-ubnd``, the year where the number has none."""
    initials = "".join(fold(word)[:1] for word in _TYPES.findall(kind))
    groups = [fold(group) for group in re.split(r"[/\-.\s]+", number) if fold(group)]
    made = "-".join([initials, *groups]) + ("" if str(day.year) in groups else f"-{day.year}")
    return made[:60].strip("-")
