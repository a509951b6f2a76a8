"""Issued Word files read back into a dossier folder, for any front end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from generator.dossier.reading.reader import build_dossier
from generator.errors import ConversionError, DataError, Problem, UsageError
from generator.law.loading.shared import law_of, shared_registry
from generator.layout import read
from generator.layout.tree import Document
from generator.output import mend, write_new
from generator.parts import Part, Parts, Sure, read_parts
from generator.parts.walking import body_lines
from generator.records import record
from generator.recovering.accounts import annex_lines, paragraphs_of
from generator.recovering.document import ReadAnnex, ReadDocument, read_annex, read_document
from generator.recovering.dossier import Recovered, recovered
from generator.recovering.placing import placed
from generator.recovering.said import plain
from generator.recovering.tables.walking import tables_by_paragraph
from generator.recovering.unheld import unheld
from generator.recovering.writing import PAGE, as_data, folder_texts, in_files, key_of, page, title_of
from generator.service.files import content, each_once, word_files
from generator.service.yearly.controls import controls
from generator.wording.characters import fold

_TELLING = (Part.NATIONAL, Part.NUMBER, Part.ISSUER, Part.TYPE, Part.PLACE_DATE, Part.RECIPIENTS_LABEL, Part.BASIS)
_OF_AN_OFFICE = (Part.NATIONAL, Part.NUMBER, Part.ENACTING, Part.BASIS, Part.RECIPIENTS_LABEL)
_LEAST = 2  # telling parts from which a file is taken for a document


@record(frozen=True)
class Row:
    """A value as a table shows it: the file it was read from, where it went, what it is, how sure that is."""

    file: str
    target: str
    title: str
    value: str
    place: str
    sure: str
    why: str
    is_sure: bool


@record(frozen=True)
class ReadBack:
    """What was read out of the files; ``problems`` is what keeps the dossier from being opened as it is."""

    found: Recovered
    problems: tuple[Problem, ...]

    @property
    def rows(self) -> list[Row]:
        """Every value in the order of the dossier."""
        return [
            Row(
                one.said.file, f"{file}: {key_of(one.path)}", title_of(one.path), str(one.said.value), one.said.place,
                one.said.sure.label, one.said.why, one.said.sure is Sure.SURE,
            )
            for file, one in in_files(self.found)
        ]  # fmt: skip

    @property
    def wanting(self) -> list[str]:
        """What a person must fill in, each by its title and its place in the dossier."""
        return [f"{one['truong']} ({one['tep_ho_so']})" for one in as_data(self.found)["can_dien"]]

    @property
    def unheld(self) -> list[str]:
        """What the files show and a dossier has no place for: pictures, notes, running heads."""
        return self.found.unheld

    @property
    def data(self) -> dict[str, Any]:
        """The dossier's values as typed."""
        values: dict[str, Any] = plain(self.found.data)
        return values

    def as_data(self) -> dict[str, Any]:
        """Dossier, places, certainty and what is wanting, for a program."""
        return as_data(self.found) | {"chua_mo_duoc": [str(problem) for problem in self.problems]}


@record(frozen=True)
class _Opened:
    name: str
    document: Document
    parts: Parts
    controls: list[str] = field(default_factory=list)


def read_back(named: Sequence[Path]) -> ReadBack:
    """The dossier that the Word files make up: documents of one agency, annexes in files of their own with them.

    Raises ConversionError for files that cannot be read or hold no document, UsageError where the agencies differ.
    """
    files = list(each_once(word_files(named)))
    opened: list[_Opened] = []
    problems: list[Problem] = []
    for file in files:
        try:
            opened.append(_opened(file.name, content(file)))
        except ConversionError as error:
            problems += [Problem(str(file), problem.what, problem.fix) for problem in error.problems]
    if problems:
        raise _UnreadableError(problems)
    return read_opened(opened)


class _UnreadableError(ConversionError):
    heading = "Không đọc lại được"


def read_bytes(files: Sequence[tuple[str, bytes]]) -> ReadBack:
    """The same from bytes, each with the name messages call it; what is wrong with every file is told at once."""
    opened: list[_Opened] = []
    problems: list[Problem] = []
    for name, docx in files:
        try:
            opened.append(_opened(name, docx))
        except ConversionError as error:
            problems += [one if one.place == name else replace(one, place=name) for one in error.problems]
    if problems:
        raise _UnreadableError(problems)
    return read_opened(opened)


def _opened(name: str, docx: bytes) -> _Opened:
    document = read(docx)
    lines = body_lines(document)
    parts = read_parts(document, lines)
    found = {id(paragraph) for paragraph in paragraphs_of(parts)}
    if parts.kind != "annex":
        parts.unread += [line for line in lines if line.text and id(line.paragraph) not in found]
    parts = placed(parts)
    told = sum(1 for part in _TELLING if parts.first(part) is not None)
    unknown = parts.kind == "unknown" and not any(parts.first(part) for part in _OF_AN_OFFICE)
    if parts.kind != "annex" and (told < _LEAST or unknown):
        fix = "chỉ đọc lại được văn bản hành chính đã soạn: quyết định, kế hoạch, báo cáo, công văn …"
        raise _UnreadableError(Problem(name, "không thấy phần nào của một văn bản hành chính", fix))
    return _Opened(name, document, parts, controls(docx))


def read_opened(opened: Sequence[_Opened]) -> ReadBack:
    """The dossier of files whose layout is known."""
    law = law_of(shared_registry())
    loose: list[tuple[str, ReadAnnex]] = []
    whole = [one for one in opened if one.parts.kind != "annex"]
    if not whole:
        fix = "đọc cùng văn bản mà phụ lục kèm theo: vanthu read VĂN_BẢN.docx PHỤ_LỤC.docx -o HỒ_SƠ"
        raise UsageError(Problem(opened[0].name, "chỉ có phụ lục, không có văn bản chính", fix))
    documents = [read_document(one.name, one.document, one.parts, law) for one in whole]
    _same_agency(documents)
    for one in opened:
        if one.parts.kind == "annex":
            tables = tables_by_paragraph(block for section in one.document.sections for block in section.blocks)
            for annex in one.parts.annexes:
                read_one = read_annex(annex, one.document, tables)
                if one.parts.first(Part.E_SIGNATURE) is not None:
                    read_one.fields["tep_rieng"] = "có"
                read_one.lines = list(annex_lines(annex))
                loose.append((one.name, read_one))
    found = recovered(documents, loose)
    left = [
        f"{one.name}, {what}" for one in opened for what in unheld(one.document, found.data, paragraphs_of(one.parts))
    ]
    left += [f"{one.name}, {what}" for one in opened for what in one.controls]
    found = replace(found, unheld=[*found.unheld, *left])
    return ReadBack(found, _problems(found))


def _same_agency(documents: Sequence[ReadDocument]) -> None:
    names = [(one.file, " ".join(map(str, plain(one.agency.get("ten", []))))) for one in documents]
    first = next((name for name in names if name[1]), ("", ""))
    others = [name for name in names if name[1] and fold(name[1]) != fold(first[1])]
    if others:
        fix = "mỗi hồ sơ là của một cơ quan: đọc riêng từng cơ quan"
        raise UsageError([Problem(file, f"của {name}, mà {first[0]} của {first[1]}", fix) for file, name in others])


def _problems(found: Recovered) -> tuple[Problem, ...]:
    """Why the dossier cannot be opened yet, beyond what is wanting."""
    try:
        build_dossier(plain(found.data))
    except DataError as error:
        return tuple(error.problems)
    return ()


def write_back(read_files: ReadBack, folder: Path) -> list[str]:
    """Write the dossier and the page of what was read into a new folder, all or none; the names of the files."""
    mend(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        what = "đã có và không trống; không ghi đè lên hồ sơ có thể đã sửa"
        raise UsageError(Problem(str(folder), what, "chọn tên thư mục khác"))
    files = {**folder_texts(read_files.found), PAGE: page(read_files.found)}
    write_new({folder / name: text.encode() for name, text in files.items()})
    return list(files)
