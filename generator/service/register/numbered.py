"""A document of a dossier as it is approved, without number and date, and as it is issued, with them alone added.

Both are drawn from the same values of the same version: what was approved is drawn again before it is issued, and must
be the same bytes; what is issued must then say the same words but for number and date.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from generator.choices import Format
from generator.compose import document_name
from generator.compose.inline import Inline
from generator.docx.word.ooxml import parse, w
from generator.editing.text import paragraph_text
from generator.errors import DataError, Problem, VanthuError
from generator.law.types import URGENCIES
from generator.opc import WORD, Package
from generator.patterns import late
from generator.pdf import convert
from generator.records import record
from generator.render import RenderedDocument
from generator.service.forms.uploaded import folder_of
from generator.service.issuing import HeldError, issue, refuse_unfit
from generator.service.opening import OpenDossier, open_text
from generator.service.pages.judging import document_names
from generator.service.pages.keeping import Changed, changes, text_of, values_of
from generator.service.pages.medium import PageSource, unmarked
from generator.service.reviewing import Review, review

_TOKEN = late(r"\d+|[^\W\d_]+|[^\w\s]")
_GAPS = frozenset("….·_-–—")
_YEAR = late(r"[12]\d{3}")
_URGENCY = {code: len(URGENCIES) - at for at, code in enumerate(URGENCIES)}  # hỏa tốc 3, thượng khẩn 2, khẩn 1


class ChangedError(DataError):
    """What would be issued is not what was approved."""

    heading = "Văn bản không còn đúng bản đã duyệt"


@record(frozen=True)
class Drawn:
    """The files of one document, and what a register says of it; of several files each, a zip."""

    docx: bytes
    pdf: bytes
    several: bool
    symbol: str
    type_name: str
    subject: str
    signer: str
    position: str
    recipients: str
    keeper: str
    copies: int | None
    pages: int
    priority: int
    text: str
    findings: tuple[str, ...] = ()

    @property
    def sha(self) -> str:
        """The hash of the Word file, by which what was approved is known again."""
        return hashlib.sha256(self.docx).hexdigest()


@record(frozen=True)
class Listed:
    """A document of a dossier that may be handed in; ``typed``: it has number or date already, and may not.

    One that is not ``sound`` may not either: nothing but its name is known.
    """

    name: str
    type_name: str = ""
    subject: str = ""
    typed: bool = False
    sound: bool = True


class UnfitError(HeldError):
    """A document has errors that hold it back from being numbered and issued."""

    heading = "Văn bản còn lỗi nên chưa cấp số, chưa ban hành"


@contextmanager
def _in_words_of_pages() -> Iterator[None]:
    """What is wrong with the values, told by the titles of their boxes."""
    try:
        yield
    except VanthuError as error:
        told = [replace(one, place=unmarked(one.place), what=unmarked(one.what), fix=unmarked(one.fix))
                for one in error.problems]  # fmt: skip
        raise (UnfitError if isinstance(error, HeldError) else type(error))(told) from None


def _opened(data: str, *only: str) -> OpenDossier:
    """The dossier; with ``only`` without other documents that are wrong."""
    return open_text(data, PageSource(), only)


def listed(data: str) -> list[Listed]:
    """The documents of the dossier in order; raises DataError with every problem of it where none is sound."""
    with _in_words_of_pages():
        try:
            return [*_listed(_opened(data)).values()]
        except DataError:
            names = document_names(values_of(data))
            sound: dict[str, Listed] = {}
            for name in names:
                with suppress(DataError):
                    sound[name] = _listed(_opened(data, name))[name]
            if not sound:
                raise
    return [sound.get(name) or Listed(name, sound=False) for name in names]


def _listed(opened: OpenDossier) -> dict[str, Listed]:
    inline = Inline(opened.dossier)
    found = {}
    for one in opened.dossier.documents:
        name, typed = document_name(opened.dossier, one), one.number is not None or one.date is not None
        found[name] = Listed(name, one.kind.name, inline.plain(one.subject), typed)
    return found


def symbol_of(data: str, name: str, number: int, day: date) -> str:
    """The symbol the document would be issued under; raises what ``numbered`` raises of its values, number and day."""
    with _in_words_of_pages():
        judged = review(_opened(_with(data, name, number, day), name), only=[name])
        refuse_unfit(judged)
        return judged.documents[0].reading.composed.summary.particulars.symbol


def pages_of(docx: bytes) -> bytes:
    """The PDF of a Word file of ours; raises ConversionError."""
    return convert(docx).pdf


def draft(data: str, name: str, forms: Mapping[str, bytes] | None = None) -> Drawn:
    """The document without number and date, as it is handed in to be approved.

    ``data`` is the dossier as JSON, ``forms`` the agency's own Word forms by file name. Raises DataError for a document
    that has a number or date already, and what ``open_dossier``, ``review`` and ``issue`` raise.
    """
    with _in_words_of_pages():
        return _drawn(data, name, None, None, forms or {}, ("docx", "pdf"))


def numbered(
    data: str, name: str, number: int, day: date, approved: str, forms: Mapping[str, bytes] | None = None
) -> Drawn:
    """The document with number and date, final: held back on errors.

    Raises ChangedError where the values no longer draw the approved file (its hash is ``approved``), or where anything
    but number and date would differ; UnfitError and what ``draft`` raises besides.
    """
    with _in_words_of_pages():
        before = _drawn(data, name, None, None, forms or {}, ("docx",))
    if before.sha != approved:
        what = "vẽ lại từ bản đã duyệt thì ra tệp khác: chương trình hoặc mẫu Word đã đổi từ khi duyệt"
        raise ChangedError(Problem(name, what, "trả lại văn bản để trình duyệt lại"))
    with _in_words_of_pages():
        made = _drawn(data, name, number, day, forms or {}, ("docx", "pdf"))
    if told := list(_other_changes(before, made, number, day)):
        raise ChangedError(Problem(name, f"ngoài số, ngày còn khác: {one}", "trả lại để trình lại") for one in told)
    return made


def moved_on(
    data: str, newest: str, name: str, approved: str, forms: Mapping[str, bytes] | None = None
) -> tuple[Changed, ...]:
    """What the dossier's newest values changed since those that the approved file (its hash) was drawn of.

    Nothing where they draw the same file: numbers given to other documents are none of this one's matters.
    """
    with suppress(VanthuError):  # values that draw nothing do not draw the same
        if _drawn(newest, name, None, None, forms or {}, ("docx",)).sha == approved:
            return ()
    return changes(data, newest)


def with_number(data: str, name: str, number: int, day: date) -> str | None:
    """The dossier's JSON text in which the document has the number and the day it was given, for others to cite it.

    None where the dossier no longer has a document of the name.
    """
    values = values_of(data)
    names = document_names(values)
    if name not in names:
        return None
    values["van_ban"][names.index(name)] |= _given(number, day)
    return text_of(values)


def _drawn(
    data: str, name: str, number: int | None, day: date | None, forms: Mapping[str, bytes], formats: Sequence[Format]
) -> Drawn:
    if number is not None and day is not None:
        data = _with(data, name, number, day)
    judged = review(_opened(data, name), only=[name])
    document = judged.documents[0]
    typed = document.reading.document
    if number is None and (typed.number is not None or typed.date is not None):
        what = "văn bản đã ghi sẵn số hoặc ngày trong hồ sơ"
        raise DataError(Problem(name, what, "xóa số, ngày: sổ văn bản đi cấp khi ban hành"))
    with folder_of(forms, [typed.form]) as folder:
        files = issue(judged, formats=formats, templates=folder)
    return _told(judged, files)


def _with(data: str, name: str, number: int, day: date) -> str:
    values: dict[str, Any] = json.loads(data)
    names = document_names(values)
    if name in names:  # else it is told when the document is asked for
        values["van_ban"][names.index(name)] |= _given(number, day)
    return json.dumps(values, ensure_ascii=False)


def _given(number: int, day: date) -> dict[str, Any]:
    """The number and the day as a document of a dossier has them."""
    return {"so": number, "ngay": f"{day:%d/%m/%Y}"}


def _told(judged: Review, files: list[RenderedDocument]) -> Drawn:
    document = judged.documents[0]
    composed, typed = document.reading.composed, document.reading.document
    said = composed.summary.particulars
    person = judged.opened.dossier.people[typed.signature.person]
    several = len(files) > 1
    pdfs = [(f"{one.name}.pdf", one.pdf.pdf) for one in files if one.pdf is not None]
    docx = [(f"{one.name}.docx", one.docx) for one in files]
    recipients = [*map(str, typed.addressees or ()), *map(str, typed.recipients)]
    return Drawn(
        docx=_zip(docx) if several else docx[0][1],
        pdf=b"" if not pdfs else _zip(pdfs) if several else pdfs[0][1],
        several=several,
        symbol=said.symbol,
        type_name=said.type_name,
        subject=said.subject,
        signer=said.signer,
        position=" ".join(person.position.split()),
        recipients="; ".join(" ".join(one.split()).rstrip(".;,") for one in recipients),
        keeper=typed.filing if typed.is_filed else "",
        copies=typed.copies,
        pages=sum(one.pdf.pages for one in files if one.pdf is not None),
        priority=_URGENCY.get(typed.urgency or "", 0),
        text="\n".join(text for one in files for text in _paragraphs(one.docx)),
        findings=tuple(finding.what for finding in document.errors),
    )


def _zip(files: Sequence[tuple[str, bytes]]) -> bytes:
    """The files in one, the same bytes each time."""
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_STORED) as packed:
        for name, data in files:
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
    return room.getvalue()


def _files(drawn: Drawn) -> list[bytes]:
    if not drawn.several:
        return [drawn.docx]
    with zipfile.ZipFile(io.BytesIO(drawn.docx)) as packed:
        return [packed.read(name) for name in packed.namelist()]


def _paragraphs(docx: bytes) -> list[str]:
    """The text of every paragraph of the file: of its body, heads, feet, notes and boxes."""
    package = Package.open(docx, WORD)
    texts: list[str] = []
    for name in sorted(package.parts):
        if name.startswith("word/") and name.endswith(".xml"):
            texts += [text for item in parse(package.parts[name]).iter(w("p")) if (text := paragraph_text(item))]
    return texts


def _other_changes(before: Drawn, after: Drawn, number: int, day: date) -> Iterator[str]:
    """What differs between the words of the two but number, symbol and date."""
    figures = {str(number), f"{number:02d}", str(day.day), f"{day.day:02d}", str(day.month), f"{day.month:02d}"}
    may_come = {
        *figures,
        str(day.year),
        "Số",
        ":",
        "/",
        "-",
        "ngày",
        "tháng",
        "năm",
        ",",
        *_TOKEN.findall(after.symbol),
    }
    old, new = _files(before), _files(after)
    if len(old) != len(new):
        yield "số tệp"
        return
    for one, other in zip(old, new, strict=True):
        first, second = _paragraphs(one), _paragraphs(other)
        if len(first) != len(second):
            yield f"{len(second)} đoạn thay cho {len(first)}"
            continue
        for left, right in zip(first, second, strict=True):
            if left != right and not _only_numbered(left, right, may_come):
                yield f"«{right[:80]}»"


def _only_numbered(before: str, after: str, may_come: set[str]) -> bool:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    for _, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = old[start:end], new[first:last]
        if gone == come:
            continue
        if not all(token in _GAPS or _YEAR.fullmatch(token) for token in gone):
            return False
        if not all(token in may_come or token in _GAPS for token in come):
            return False
    return True
