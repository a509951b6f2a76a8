"""The pages of one document of a dossier while it is typed: as its PDF has them, each text leading to its field."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from generator.compose import document_name
from generator.compose.printed import PrintedText
from generator.errors import ConversionError, DataError, Problem, TemplateError
from generator.faults import Path_, problem_described
from generator.judgement.judging import read_document
from generator.layout import read
from generator.layout.tree import Block, Document, Paragraph, Run
from generator.patterns import late
from generator.pdf import drawings
from generator.records import record
from generator.render import Job, RenderedDocument, parts_together, render_alone, render_documents
from generator.rules.readings import DocumentReading
from generator.service.forms.uploaded import folder_of
from generator.service.issuing import issue
from generator.service.opening import OpenDossier
from generator.service.pages.judging import Remark, open_page, problems_of_data
from generator.service.pages.kept import KeptPages, Pages
from generator.service.pages.leaves import Leaf, change, parted
from generator.service.pages.medium import PAGE, mark, pointer
from generator.service.reviewing import review
from generator.wording.characters import fold

_ADDRESS = "mailto:vanthu-"  # with a path behind it: an address that is drawn as a link, and that nobody writes
_LINK = late(rb'<a( transform="[^"]*")? href="([^"]*)"[^>]*>(.*?)</a>')
_PLAIN = b' fill="#000000" fill-rule="nonzero"'  # what every letter says, and is so anyway
_FIELDS = {"so_ky_hieu": "so", "dia_danh_ngay": "ngay"}  # printed of several, and typed in one above all
_KEPT = KeptPages()
_LEAST = 3  # letters of a text by which a part of a paragraph is known


@record(frozen=True)
class Drawn:
    """The pages by their digests, in order, each as it is kept; what keeps them from being drawn."""

    pages: tuple[str, ...] = ()
    leaves: tuple[Leaf, ...] = ()
    problems: tuple[Remark, ...] = ()

    def unknown(self, known: Collection[str]) -> dict[str, Leaf]:
        """The pages whose digests are not among those."""
        return {one: leaf for one, leaf in zip(self.pages, self.leaves, strict=True) if one not in known}


def drawn(text: str, name: str, forms: Mapping[str, bytes] | None = None) -> Drawn:
    """The pages of the document of that name, of a dossier's JSON text.

    ``forms`` are the agency's own Word forms by file name. In an SVG, what leads to a field is a group with the field's
    path in ``data-o``. Raises ConversionError, and TemplateError for a form that cannot be printed with the values.
    """
    try:
        return drawn_of(open_page(text, [name]), name, forms)
    except DataError as error:
        return Drawn(problems=problems_of_data(error, text))


def drawn_of(opened: OpenDossier, name: str, forms: Mapping[str, bytes] | None = None) -> Drawn:
    """The same of a dossier that was opened; raises DataError for what keeps them from being drawn."""
    dossier = opened.dossier
    document = next((one for one in dossier.documents if document_name(dossier, one) == name), None)
    if document is None:
        return Drawn()
    if document.form is not None:
        reading, made = _of_form(opened, name, document.form, forms or {})
        found = [_drawn(read(made.docx), reading.texts, reading.index)]
    else:
        reading = read_document(dossier, document, place_of=opened.place)
        if reading.composed.problems:
            raise DataError(problem_described(one, PAGE) for one in reading.composed.problems)
        found = _of_document(reading)
    return Drawn(tuple(chain(*(one.digests for one in found))), tuple(chain(*(one.drawn for one in found))))


def handed(drawn: Drawn, known: Sequence[str]) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """Of the pages that are not ``known`` what makes them, by digest; and the letters that no known page has.

    ``known`` are the digests of all pages shown before, in their order; those not kept any more are known to no use.
    """
    kept = [(digest, leaf) for digest in known if (leaf := _KEPT.page(digest)) is not None]
    seen = set().union(*(leaf.letters for _, leaf in kept))
    made, letters = {}, dict[str, str]()
    for digest, leaf in drawn.unknown(known).items():
        at = drawn.pages.index(digest)
        # Where it stood before, counted from the front and from the end: a page more moves those behind it.
        near = {known[place] for place in (at, at - len(drawn.pages) + len(known)) if 0 <= place < len(known)}
        made[digest] = change(leaf, [one for one in kept if one[0] in near])
        letters |= {name: outline for name, outline in leaf.letters.items() if name not in seen}
    return made, letters


def _of_document(reading: DocumentReading) -> list[Pages]:
    """The pages of the document, part by part; what a part cannot be made for is told of all of them."""
    try:
        return _of_parts(reading)
    except (TemplateError, ConversionError):
        (made, *_) = render_documents([Job(reading.composed)], reading.dossier, formats=("docx",))
        return [_drawn(read(made.docx), reading.texts, reading.index)]


def _of_parts(reading: DocumentReading) -> list[Pages]:
    """The pages of each part of the document, which begins a page of its own and counts them anew."""
    parts = parts_together(reading.composed)
    numbers = {id(part): number for number, part in enumerate((reading.composed.main, *reading.composed.attachments))}

    def made(at: int) -> Pages:
        part, of = parts[at], numbers[id(parts[at])]
        texts = tuple(text for text in reading.texts if text.part == of)
        around = parts[0].template, *(other.template for other in parts[at + 1 : at + 2])
        return _KEPT.of((at > 0, part.template, part.landscape, around, texts), part.context, lambda: anew(at, texts))

    def anew(at: int, texts: tuple[PrintedText, ...]) -> Pages:
        layout = read(render_alone(parts, at))
        own = layout.sections[1 if at else 0 : -1 if at + 1 < len(parts) else None]
        return _drawn(replace(layout, sections=own), texts, reading.index)

    return [made(at) for at in range(len(parts))]


def _drawn(layout: Document, texts: Iterable[PrintedText], index: int) -> Pages:
    """The pages of the layout, in which the texts of the document of that index are printed."""
    _link(layout, _Origins(texts, index))
    pages = [(hashlib.sha256(svg).hexdigest()[:20], svg) for svg in drawings(layout)]
    return Pages(tuple(digest for digest, _ in pages), tuple(_KEPT.page(digest) or _leaf(svg) for digest, svg in pages))


def _leaf(svg: bytes) -> Leaf:
    page, letters = parted(svg)
    return Leaf(_leading(page), letters)


def _of_form(
    opened: OpenDossier, name: str, form: str, forms: Mapping[str, bytes]
) -> tuple[DocumentReading, RenderedDocument]:
    """The document made with the agency's own form; DataError where there is none of the name, or its fields are off.

    Only the first file of a document of several is a page here.
    """
    judged = review(opened, only=[name])
    reading = judged.documents[0].reading
    with folder_of(forms, [form]) as folder:
        if folder is None:
            having = f"mẫu đang dùng: {', '.join(sorted(one for one in forms if not one.endswith('.yaml')))}"
            fix = having if forms else "người quản trị tải mẫu lên ở Quản trị → Mẫu Word"
            at = mark(("van_ban", reading.index, "mau"))
            raise DataError(Problem(at, f"cơ quan không có mẫu Word «{form}» đang dùng", fix))
        return reading, issue(judged, force=True, formats=("docx",), templates=folder)[0]


def _leading(svg: bytes) -> str:
    """The page with each link of ours made a group that names its field, and any other taken off."""

    def named(found: object) -> bytes:
        at, address, inside = found.groups()  # type: ignore[attr-defined]
        if not address.startswith(_ADDRESS.encode()):
            return b""
        return b'<g class="cho" data-o="%s"%s>%s</g>' % (address.removeprefix(_ADDRESS.encode()), at or b"", inside)

    return _LINK.sub(named, svg).replace(_PLAIN, b"").decode()


def _link(layout: Document, origins: _Origins) -> None:
    """Puts a link on each paragraph whose words were typed, that names their path.

    By the path and not by a number: a paragraph more on the first page changes nothing of the last.
    """
    for paragraph in _paragraphs(layout):
        runs = [item for item in paragraph.items if isinstance(item, Run)]
        path = origins.of("".join(run.text for run in runs))
        for run in runs:
            run.link = f"{_ADDRESS}{pointer(path)}" if path is not None else None


class _Origins:
    """Finds where the words of a paragraph were typed: of words typed twice, in the order they are printed."""

    def __init__(self, texts: Iterable[PrintedText], index: int) -> None:
        self._texts: list[tuple[str, Path_]] = []
        self._same: dict[str, list[Path_]] = {}
        for text in texts:
            path, words = _path_of(text, index), fold(text.text)
            if path is not None and words:
                self._texts.append((words, path))
                self._same.setdefault(words, []).append(path)
        self._texts.sort(key=lambda one: -len(one[0]))

    def of(self, text: str) -> Path_ | None:
        """The path of the words; None for words the program set."""
        words = fold(text)
        same = self._same.get(words)
        if same:
            return same.pop(0) if len(same) > 1 else same[0]
        if len(words) < _LEAST:
            return None
        return next((path for typed, path in self._texts if len(typed) >= _LEAST and typed in words), None)


def _path_of(text: PrintedText, index: int) -> Path_ | None:
    if not text.part and text.field in _FIELDS:
        return "van_ban", index, _FIELDS[text.field]
    if text.origin is not None and text.origin[-1] == "ten_tep":  # words of the type, which its file is named after
        return (*text.origin[:-1], "loai")
    return text.origin


def _paragraphs(document: Document) -> Iterable[Paragraph]:
    for section in document.sections:
        yield from _inside(section.blocks)


def _inside(blocks: Iterable[Block]) -> Iterable[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _inside(cell.blocks)
