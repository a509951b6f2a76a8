"""Word files of anyone's held against the decree and the law: what every front end shows of a check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.checking.judging import judge
from generator.checking.places import Place, down_the_pages, places_of
from generator.checking.profiling import judged_as
from generator.checking.reading import read_file
from generator.checking.spaces import doubled_spaces
from generator.checking.twice import told_once
from generator.checking.whereabouts import Where, told_apart, whereabouts
from generator.edits import Spot
from generator.errors import ConversionError, Problem
from generator.findings import Finding, Unjudged
from generator.judgement.auditing import Options
from generator.judgement.texts import audit_text
from generator.law.form.profiles import Asked
from generator.law.paragraphs import with_roles
from generator.parts.lines import Line, halves
from generator.parts.model import Part
from generator.pdf import Typst
from generator.pdf.uncollected import uncollected
from generator.records import record
from generator.rules.form._reading import FileReading, spot_of
from generator.service.checking.acceptances import applied
from generator.service.checking.terms import Terms
from generator.service.files import content
from generator.service.law.bases import law_with

_BESIDE = (
    Part.PARENT, Part.ISSUER, Part.NATIONAL, Part.NUMBER, Part.PLACE_DATE, Part.RECIPIENTS_LABEL, Part.RECIPIENT,
    Part.SIGN_AUTHORITY, Part.SIGNER,
)  # fmt: skip


@record(frozen=True)
class CheckOptions:
    """As what files are judged, the day and register of law, page numbers; it goes before what an office has set."""

    asked: Asked = Asked()
    day: date | None = None
    registry: Path | None = None
    pages: bool = True


@record(frozen=True)
class FileCheck:
    """What a check says of one file; ``problems`` why it could not be read, and then nothing else is there.

    ``findings`` go down the pages; ``places`` are the rectangles of their spots, empty where the file is not drawn,
    ``standing`` where in the file each spot is.
    ``judged_as`` says as what it was judged, ``notes`` what was set or accepted for nothing that is there.
    """

    file: Path
    docx: bytes = b""
    findings: tuple[Finding, ...] = ()
    unjudged: tuple[Unjudged, ...] = ()
    places: dict[Spot, list[Place]] = field(default_factory=dict)
    standing: dict[Spot, Where] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    judged_as: str = ""
    notes: tuple[Problem, ...] = ()
    terms: Terms = Terms()

    @property
    def holds(self) -> bool:
        """Whether the file must not go out as it is, or could not be read."""
        return bool(self.problems) or any(finding.holds for finding in self.findings)

    def as_data(self) -> dict[str, Any]:
        """The check for JSON, with Vietnamese keys."""
        return {
            "tep": str(self.file),
            "xet_nhu": self.judged_as,
            "nhan_xet": [finding.as_data() | self._stands(finding) for finding in self.findings],
            "chua_kiem": [{"ma": one.rule, "noi": one.place, "ly_do": one.why} for one in self.unjudged],
            "luu_y": _told(self.notes),
            "khong_doc_duoc": _told(self.problems),
        }

    def _stands(self, finding: Finding) -> dict[str, Any]:
        """On which page and where in the file the finding is, as far as that is known."""
        page = {"trang": finding.page} if finding.page else {}
        where = self.standing.get(finding.spot) if finding.spot is not None else None
        return page | ({"cho": where.as_data()} if where is not None else {})


def _told(problems: Iterable[Problem]) -> list[dict[str, str]]:
    return [{"noi": one.place, "noi_dung": one.what, "cach_sua": one.fix} for one in problems]


def check_file(file: Path, options: CheckOptions, terms: Terms, typst: Typst | None) -> FileCheck:
    """The file as it is judged, or why it cannot be read."""
    try:
        return check_bytes(file, content(file), options, terms, typst=typst)
    except ConversionError as error:
        return FileCheck(file, problems=tuple(error.problems))


@uncollected()
def check_bytes(
    file: Path, docx: bytes, options: CheckOptions, terms: Terms, *, typst: Typst | None = None
) -> FileCheck:
    """What is to be said of the bytes of a Word file; raises ConversionError for what is no sound DOCX."""
    reading = read_file(docx, terms.asked)
    said, unjudged = judge(reading)
    audited = _of_law_and_words(reading, terms.registry, options.day)
    findings = terms.chosen(file, [*said, *told_once(said, audited), *doubled_spaces(reading)])
    places: dict[Spot, list[Place]] = {}
    spots = list(dict.fromkeys(finding.spot for finding in findings if finding.spot is not None))
    if options.pages and findings:
        places = places_of(reading.document, spots, typst=typst)
    told, notes = applied(down_the_pages(findings, places), terms.accepted)
    as_what = judged_as(reading, terms.asked, options.day)
    return FileCheck(
        file, docx, tuple(told), tuple(unjudged), places, whereabouts([*reading.lines, *reading.running], spots),
        judged_as=as_what, notes=tuple(notes), terms=terms,
    )  # fmt: skip


def _columns(reading: FileReading) -> Iterator[tuple[str, Line]]:
    """The lines with their places; of the head and the end each column by itself where tabs or spaces make two."""
    held = (line for component in reading.parts.of(*_BESIDE) for line in component.lines)
    rows = {line.row for line in held if line.holder != "header"}
    for place, line in told_apart(reading.lines):
        left, *right = halves(line) if line.row in rows else [line]
        yield place, left
        yield from ((f"{place}, bên phải", half) for half in right)


def _of_law_and_words(reading: FileReading, registry: Path | None, day: date | None) -> Iterator[Finding]:
    """What the audit of bases and the rules of wording say, with the place in the file."""
    lines = dict(_columns(reading))
    paragraphs = with_roles((line.text, place) for place, line in lines.items())
    audit = audit_text(
        paragraphs, law_with(registry), day=day or reading.day, today=reading.presumed, options=Options()
    )
    for finding in audit.findings:
        at = lines.get(finding.place)
        yield finding if at is None else replace(finding, place=at.place, spot=spot_of(at))
