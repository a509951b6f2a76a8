"""Documents just made held against the rules of form, as any Word file is: templates may be an office's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.checking.judging import judge
from generator.checking.places import down_the_pages, places_of
from generator.checking.reading import read_file, read_layout
from generator.checking.twice import not_reviewed
from generator.errors import ConversionError, Problem, UsageError
from generator.findings import Finding, Level
from generator.judgement.choices import chosen
from generator.law.form.profiles import Asked
from generator.law.types import OTHER
from generator.pdf import Typst
from generator.records import record
from generator.render import RenderedDocument
from generator.rules.form._reading import FileReading
from generator.service.checking.acceptances import applied
from generator.service.checking.terms import Terms, terms_of
from generator.service.reviewing import Review


@record(frozen=True)
class Issued:
    """What is said of one document made: findings nobody has let stand, down its pages, or why it was not judged.

    ``notes`` say what was accepted of the file and is no more there.
    """

    name: str
    findings: tuple[Finding, ...] = ()
    unread: str = ""
    notes: tuple[Problem, ...] = ()


def check_issued(
    documents: Iterable[RenderedDocument], review: Review, folder: Path | None = None, *, typst: Typst | None = None
) -> Iterator[Issued]:
    """Of each document that something is to be said of what it is, at the levels the dossier sets.

    What is set for the ``folder`` they were written to, and what was accepted of the files there, holds as where a file
    is checked by itself; where either is wrong nothing is judged, and that is said once. Bases and wording were judged
    when the dossier was reviewed.
    """
    made = {document.name: document for document in documents}
    files = {name: folder / f"{name}.docx" for name in made} if folder is not None else {}
    try:
        terms = terms_of(files.values(), Asked(), None)
    except UsageError as error:
        yield Issued("", unread="; ".join(map(str, error.problems)))
        return
    dossier = review.opened.dossier
    names = [document.name for document in review.documents]
    reviewed = {document.name: document.findings for document in review.documents}
    ours = [one.name for one in review.documents if one.reading.document.type == OTHER]
    for name, document in made.items():
        # What has a file of its own is named after the document it belongs to.
        owner = max((one for one in names if name.startswith(one)), key=len, default=None)
        if owner in ours:  # of a kind the decree does not know: its rules of form say nothing of it
            continue
        file = files.get(name, Path(f"{name}.docx"))
        own = terms.get(file, Terms())
        try:
            layout = document.pdf.layout if document.pdf is not None else None
            reading = read_file(document.docx, own.asked) if layout is None else read_layout(layout, own.asked)
            findings, _ = judge(reading)
        except ConversionError as error:
            yield Issued(name, unread="; ".join(map(str, error.problems)))
            continue
        findings = list(not_reviewed(findings, reviewed.get(owner or "", ())))
        told, notes = applied(chosen(own.chosen(file, findings), dossier, owner), own.accepted)
        said = [one for one in told if one.level > Level.FINE and not one.accepted]
        if said or notes:
            yield Issued(name, tuple(_placed(said, reading, typst)), notes=tuple(notes))


def _placed(findings: list[Finding], reading: FileReading, typst: Typst | None) -> list[Finding]:
    """The findings with their pages, down the pages."""
    spots = list(dict.fromkeys(one.spot for one in findings if one.spot is not None))
    places = places_of(reading.document, spots, typst=typst) if spots else {}
    return down_the_pages(findings, places)
