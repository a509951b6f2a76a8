"""One file read: the document or the annex it holds, its bodies as trees, what it says of agency and signer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import field, replace
from datetime import date

from generator.law.force import Law
from generator.law.types import (
    OTHER,
    TYPES_BETWEEN_PARTIES,
    TYPES_SIGNED_BY_CHAIR,
    TYPES_THAT_MAY_ADDRESS,
    TYPES_WITH_ADDRESSEE,
    TYPES_WITH_AUTHORITY,
    TYPES_WITHOUT_BASES,
    TYPES_WITHOUT_OPENING,
)
from generator.layout.tree import Document, Table
from generator.parts import recognising as says
from generator.parts.body import read_body
from generator.parts.lines import Line, is_drawn
from generator.parts.model import Annex, BodyLine, Level, Part, Parts, Sure
from generator.parts.walking import running_lines
from generator.patterns import late
from generator.records import record
from generator.recovering import closing, heading
from generator.recovering.bases import FoundBases, bases_of
from generator.recovering.body import BodyReader, Node
from generator.recovering.fixed import read_fixed
from generator.recovering.names import corpus_of
from generator.recovering.placing import blank, has_blank
from generator.recovering.said import Said, Tree, plain, said
from generator.recovering.tables.walking import tables_by_paragraph
from generator.recovering.texts import clean, escaped, marked, pieces_of
from generator.wording.characters import fold
from generator.wording.times.dates import parse_date

_LEAD = late(r"^\W*k[ií]nh g[uửư]i\s*(?:/\s*to\s*)?:?\s*", 2)
_DASH = late(r"^[\s\-–—+]+")
_DRAFT = late(
    r"\W*(?:bản\s+)?dự\s*thảo(?:\s*[-–(,]?\s*(?:lần|số)(?:\s+thứ)?\s*\d{1,2})?"
    r"(?:\s*[-–(,]?\s*(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?)?\W*",
    2,
)
_SIGNED = late(
    r"\W*(?:(?:đã\s+)?ký(?:\s+tên)?|chữ\s+ký)(?:\s*(?:,|và|-)?\s*(?:đã\s+)?(?:đóng\s+)?dấu)?\W*|"
    r"\W*(?:được\s+)?(?:(?:người|ngày|thời gian|email|cơ quan|đơn vị)\s+ký(?:\s+số)?|ký\s+(?:số\s+)?bởi)\s*:.*",
    2,
)
"""What says of a copy that its original is signed, and what programs that sign print of that."""
_OPEN = "còn chỗ trống để điền"


@record()
class ReadAnnex:
    """An annex or a text issued with the document: its fields but for the body, and the body as a tree."""

    fields: dict[str, Tree]
    root: Node
    attached: bool
    reference: str = ""
    again: list[Said] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)  # of one in a file of its own


@record()
class ReadDocument:
    """A document of one file; ``fields`` are those of its own but for body and annexes.

    ``unread`` are lines that fit no part: they stay as text. ``drafts`` stamp it as a draft or as
    signed: they are none of its text.
    """

    file: str
    parts: Parts
    fields: dict[str, Tree]
    agency: dict[str, Tree]
    signer: closing.Signer | None
    bases: FoundBases
    root: Node
    annexes: list[ReadAnnex]
    corpus: str
    unread: list[Line] = field(default_factory=list)
    articles: int = 0
    again: list[Said] = field(default_factory=list)
    tables: list[Node] = field(default_factory=list)  # those among the unread lines
    drafts: list[Line] = field(default_factory=list)
    printed: list[Line] = field(default_factory=list)  # fixed lines of the type, which the program prints itself

    @property
    def kind(self) -> str:
        """Its type, empty where the file does not say one of the decree's."""
        type_ = self.fields.get("loai")
        return str(type_.value) if isinstance(type_, Said) else ""


def read_document(file: str, document: Document, parts: Parts, law: Law) -> ReadDocument:
    """The file's own document; its components come from ``parts``, its tables from the layout."""
    tables = tables_by_paragraph(block for section in document.sections for block in section.blocks)
    corpus = corpus_of(_texts(parts))
    fields: dict[str, Tree] = {}
    kind = heading.type_of(parts)
    if kind is not None:
        fields["loai"] = kind
    own_type = heading.other_type(parts, corpus) if kind is None else None
    if own_type is not None:
        fields["loai"] = kind = replace(own_type, value=OTHER)
        fields["ten_loai"] = own_type
    type_name = str(kind.value) if kind else ""
    number, symbol = heading.number_of(parts)
    if number is not None:
        fields["so"] = number
    if symbol is not None:
        fields["_symbol"] = symbol
    day, year = heading.day_of(parts)
    if day is not None:
        fields["ngay"] = day
    if year is not None:
        fields["nam_ban_hanh"] = year
    subject = heading.subject_of(parts)
    if subject is not None:
        fields["trich_yeu"] = subject
    fields.update(heading.marks_of(parts))
    addresses = type_name in TYPES_WITH_ADDRESSEE | TYPES_THAT_MAY_ADDRESS | {OTHER}
    addressees = _addressees(parts) if addresses else []
    if addressees:
        fields["kinh_gui"] = addressees
    on = parse_date(str(day.value)) if day is not None else date.today()
    bases = FoundBases([], None, []) if type_name in TYPES_WITHOUT_BASES else bases_of(parts, law, on)
    reader = BodyReader(_kept_whole(parts, tables))
    begun = [*_unplaced(parts, type_name, addresses=addresses), *parts.body]
    fixed = read_fixed(type_name, begun, parts.unread)
    place = fixed.details.get("dia_diem") if type_name in TYPES_BETWEEN_PARTIES else None
    if place is not None and str(place.value) == str(plain(heading.agency_of(parts, corpus).get("dia_danh", ""))):
        del fixed.details["dia_diem"]  # what the program prints unasked
    if fixed.details:
        fields["chi_tiet"] = fixed.details
    if type_name == "thư công" and fixed.details and fold(clean(parts.text(Part.TYPE))) != fold(type_name):
        title = parts.first(Part.TYPE)
        if title is not None:
            name = clean(title.text)
            fields["chi_tiet"]["ten_thu"] = said(title.lines[0], escaped(name[:1] + name[1:].lower()))
    if fixed.subject is not None and subject is None:
        fields["trich_yeu"] = fixed.subject
    opening, lines = _opening(fixed.left, type_name) if bases.leads is None else ([bases.leads], fixed.left)
    root = reader.read(lines)
    if type_name in TYPES_WITHOUT_OPENING | {"", OTHER}:
        root.children[:0] = [Node("doan", 0, one) for one in opening]
    elif opening:
        fields["mo_dau"] = opening
    decides = type_name in TYPES_WITH_AUTHORITY
    recipients = closing.recipients_of(parts, reader.articles, back=bool(addressees), decides=decides)
    signings = closing.signings_of(parts)
    if type_name in TYPES_SIGNED_BY_CHAIR | TYPES_BETWEEN_PARTIES and fixed.introduced is not None:
        own = next((one for one in signings if closing.is_first_party(one)), signings[0]) if signings else None
        signings = [closing.of_party(own)] if own else []  # the others are among the type's own fields
    signer = closing.signer_of(signings[0], corpus) if signings else None
    agency = heading.agency_of(parts, corpus)
    if fixed.own_party is not None and "ten" not in agency:
        agency["ten"] = [fixed.own_party]
    if signer is not None and fixed.introduced is not None:
        short = closing.introduced(signer, *fixed.introduced)
        if short is not None:
            agency["ten_goi_tat"] = short
    made = ReadDocument(file, parts, fields, agency, signer, bases, root, [], corpus)
    made.articles, made.again = reader.articles, reader.again
    fields.update(recipients)
    if len(signings) > 1:
        fields["_co_signers"] = _co_signers(parts, signings[1:], corpus)
    above, below = _running(document)
    limited = next((line for line in above if says.mark(line.text) == "circulation"), None)
    if limited is not None and "pham_vi_luu_hanh" not in fields:
        fields.update(heading.circulation_of(limited))
        above.remove(limited)
    contact = [*closing.contact_of(parts), *(said(line, escaped(clean(line.text))) for line in below)]
    if contact and any(says.address_foot(one.words) for one in contact):
        made.agency["lien_he"] = contact[:3]
        fields["in_lien_he"] = "có"
        below = []
    made.annexes = [read_annex(annex, document, tables) for annex in parts.annexes]
    left = {id(one) for one in fixed.left}
    made.printed = [one.line for one in begun if id(one) not in left]
    numbered = parts.first(Part.NUMBER)
    if symbol is not None and numbered is not None:
        made.printed += numbered.lines  # number and symbol, of which the usual one is not typed
    taken = {id(line) for line in fixed.took}
    apart = _whole_tables(parts, tables)
    for lines_apart in apart:
        table_reader = BodyReader(tables)
        made.tables.append(table_reader.read(read_body(lines_apart)))
        made.again += table_reader.again
    taken |= {id(line) for lines in apart for line in lines}
    unread = [*heading.unknown_marks(parts), *_unread(parts, type_name), *parts.copy, *above, *below]
    stamps = [line for line in unread if _DRAFT.fullmatch(line.text) or _SIGNED.fullmatch(line.text)]
    made.drafts = [line for line in stamps if id(line) not in taken]
    taken |= set(map(id, made.drafts))
    made.unread = [line for line in unread if any(map(str.isalnum, line.text)) and id(line) not in taken]
    return made


def _texts(parts: Parts) -> Iterable[str]:
    for component in parts.components:
        yield " ".join(clean(line.text) for line in component.lines)
    for one in parts.body:
        yield clean(one.line.text)
    for annex in parts.annexes:
        for component in annex.components:
            yield " ".join(clean(line.text) for line in component.lines)
        for one in annex.body:
            yield clean(one.line.text)


def _unread(parts: Parts, type_name: str) -> Iterable[Line]:
    """The lines no field takes: those that fit no part, and parts that only another type prints."""
    yield from parts.unread
    if not type_name:
        title = parts.first(Part.TYPE)
        yield from heading.written(title) if title is not None else ()
    for component in parts.of(Part.DRAFTER, Part.E_SIGNATURE, Part.SIGN_NOTE):
        yield from (line for line in component.lines if line.text)
    subjects = list(parts.of(Part.SUBJECT, Part.LETTER_SUBJECT))
    for component in subjects[1:]:
        yield from heading.written(component)
    if type_name not in TYPES_WITH_AUTHORITY:
        for component in parts.of(Part.AUTHORITY, Part.ENACTING):
            yield from heading.written(component)


def _addressees(parts: Parts) -> list[Said]:
    """The names behind «Kính gửi», one by one."""
    made = []
    for component in parts.of(Part.ADDRESSEE):
        for line in component.lines:
            if not line.text or is_drawn(line.text):
                continue
            value = _DASH.sub("", _LEAD.sub("", clean(line.text))).strip(" .…_;,")
            if blank(value):
                continue
            sure, why = (Sure.LIKELY, _OPEN) if has_blank(line.text) else (component.sure, component.why)
            made.append(said(line, escaped(value), sure=sure, why=why))
    return made


def _unplaced(parts: Parts, type_name: str, *, addresses: bool) -> list[BodyLine]:
    """The lines of bases and addressees that the type's Mẫu has no place for: there they begin the text."""
    found: list[Line] = []
    if not addresses:
        found += [line for component in parts.of(Part.ADDRESSEE) for line in heading.written(component)]
    if type_name in TYPES_WITHOUT_BASES:
        found += [line for component in parts.of(Part.BASIS) for line in heading.written(component)]
    return read_body(sorted(found, key=lambda line: (line.row, line.step)))


def _opening(lines: list[BodyLine], type_name: str) -> tuple[list[Said], list[BodyLine]]:
    """The paragraph that leads from the bases to the text, and the lines of the text."""
    if type_name in TYPES_WITHOUT_OPENING | {"", OTHER}:
        return [], lines
    opening: list[Said] = []
    for n, one in enumerate(lines[:3]):
        if one.level is not Level.TEXT or one.line.holder != "body" or one.line.centred:
            break
        later = lines[n + 1] if n + 1 < len(lines) else None
        if later is not None and later.line.paragraph is one.line.paragraph:
            break
        if clean(one.line.text).endswith((":", "sau.", "sau đây.")):
            opening = [said(two.line, marked(pieces_of(two.line.items))) for two in lines[: n + 1]]
            return opening, lines[n + 1 :]
    return [], lines


def _kept_whole(parts: Parts, tables: dict[int, Table]) -> dict[int, Table]:
    """The tables that the body may keep: of one that sets addressees side by side, only the other lines are left."""
    lines = [line for one in parts.components if one.part is Part.ADDRESSEE for line in one.lines if line.text]
    used = {id(tables[id(line.paragraph)]) for line in lines if id(line.paragraph) in tables}
    return {key: table for key, table in tables.items() if id(table) not in used}


def _whole_tables(parts: Parts, tables: dict[int, Table]) -> list[list[Line]]:
    """The lines that fit no part and are all of a table: it stays a table."""
    used = {id(tables.get(id(line.paragraph))) for one in parts.components for line in one.lines if line.text}
    found: dict[int, list[Line]] = {}
    for line in parts.unread:
        table = tables.get(id(line.paragraph))
        if table is not None and id(table) not in used and len(table.rows) > 1:
            found.setdefault(id(table), []).append(line)
    return list(found.values())


def _co_signers(parts: Parts, signings: list[closing.Signing], corpus: str) -> list[dict[str, Tree]]:
    agencies = closing.co_issuers(parts)
    issuer = parts.first(Part.ISSUER)
    made = []
    for n, signing in enumerate(signings):
        made.append(closing.co_signer_of(signing, agencies[n] if n < len(agencies) else [], issuer, corpus))
    return made


def read_annex(annex: Annex, document: Document, tables: dict[int, Table]) -> ReadAnnex:
    """A phụ lục or an attached text, with its sheet and its body."""
    fields: dict[str, Tree] = {}
    if annex.attached:
        for part, key in ((Part.TYPE, "ten_loai"), (Part.SUBJECT, "trich_yeu")):
            component = annex.first(part)
            if component is not None:
                fields[key] = said(
                    component.lines[0],
                    escaped(clean(component.text)),
                    clean(component.text),
                    component.sure,
                    component.why,
                )
        apart = heading.attached_title(fields["ten_loai"].value) if [*fields] == ["ten_loai"] else None
        if apart is not None:
            why = "tên loại và trích yếu gõ liền nhau"
            for key, value in zip(("ten_loai", "trich_yeu"), apart, strict=True):
                fields[key] = replace(fields["ten_loai"], value=value, sure=Sure.LIKELY, why=why)
    else:
        titles = [
            line
            for component in annex.components
            if component.part is Part.ANNEX_TITLE
            for line in heading.written(component)
        ]
        label = annex.first(Part.ANNEX_LABEL)
        if not titles and label is not None:
            rest = clean(label.text).partition(":")[2].strip() or clean(label.text).partition(".")[2].strip()
            if rest:
                fields["tieu_de"] = [said(label.lines[0], escaped(rest), sure=label.sure, why=label.why)]
        elif titles:
            fields["tieu_de"] = [said(line, escaped(clean(line.text))) for line in titles]
    page = document.sections[annex.section].page if annex.section < len(document.sections) else None
    if page is not None and page.width > page.height:
        fields["kho_ngang"] = "có"
    reader = BodyReader(tables)
    reference = annex.first(Part.REFERENCE)
    body = [*_before(annex), *annex.body, *_behind(annex)]
    root = reader.read(body)
    said_of = clean(reference.text) if reference else ""
    return ReadAnnex(fields, root, annex.attached, said_of, reader.again)


_SAID_ANYWAY = (
    Part.ANNEX_LABEL, Part.ANNEX_TITLE, Part.REFERENCE, Part.NATIONAL, Part.MOTTO, Part.ISSUER, Part.PARENT,
    Part.E_SIGNATURE,
)  # fmt: skip
_AT_THE_END = (Part.RECIPIENTS_LABEL, Part.RECIPIENT, Part.SIGN_AUTHORITY, Part.SIGN_NOTE, Part.SIGNER, Part.DRAFTER)


def _before(annex: Annex) -> list[BodyLine]:
    """The lines of parts that no annex of a dossier has, above its text: «Căn cứ …» begins a sentence here."""
    taken = (*_SAID_ANYWAY, *((Part.TYPE, Part.SUBJECT) if annex.attached else ()))
    found = [one for one in annex.components if one.part not in taken and one.part not in _AT_THE_END]
    return read_body(line for one in found for line in heading.written(one))


def _behind(annex: Annex) -> list[BodyLine]:
    """The same of its end: an annex has no signature of its own."""
    found = [one for one in annex.components if one.part in _AT_THE_END]
    return [BodyLine(line, Level.TEXT) for one in found for line in heading.written(one)]


def _running(document: Document) -> tuple[list[Line], list[Line]]:
    """What headers and footers say besides page numbers, each text as often as one of them; not the document's head."""
    found: tuple[list[Line], list[Line]] = ([], [])
    said_most: Counter[str] = Counter()
    for number, section in enumerate(document.sections):
        for where, made in zip(("header", "footer"), found, strict=True):
            for lines in running_lines(section, number, where).values():  # type: ignore[arg-type]
                if any(says.national(line.text) for line in lines):
                    continue
                own: Counter[str] = Counter()
                for line in lines:
                    own[line.text] += 1
                    if any(map(str.isalpha, line.text)) and own[line.text] > said_most[line.text]:
                        made.append(line)
                said_most |= own
    return found


def guess(line: Line, why: str) -> Said:
    """A line that no field took, as a paragraph's text."""
    return said(line, marked(pieces_of(line.items)), sure=Sure.GUESS, why=why)
