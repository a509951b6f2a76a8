"""Documents just made held against the rules of form, as any Word file is: templates may be an office's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checking.judging import judge
from generator.checking.reading import read_file, read_layout
from generator.errors import ConversionError
from generator.findings import Finding, Level
from generator.judgement.choices import chosen
from generator.records import record
from generator.render import RenderedDocument
from generator.service.reviewing import Review


@record(frozen=True)
class Issued:
    """What is said of one document made: findings that nobody has let stand, or why it could not be read."""

    name: str
    findings: tuple[Finding, ...] = ()
    unread: str = ""


def check_issued(documents: Iterable[RenderedDocument], review: Review) -> Iterator[Issued]:
    """Of each document that something is to be said of what it is, at the levels the dossier sets.

    Bases and wording were judged when the dossier was reviewed.
    """
    dossier = review.opened.dossier
    names = [document.name for document in review.documents]
    for document in documents:
        # What has a file of its own is named after the document it belongs to.
        owner = max((name for name in names if document.name.startswith(name)), key=len, default=None)
        try:
            layout = document.pdf.layout if document.pdf is not None else None
            findings, _ = judge(read_file(document.docx) if layout is None else read_layout(layout))
        except ConversionError as error:
            yield Issued(document.name, unread="; ".join(map(str, error.problems)))
            continue
        said = [one for one in chosen(findings, dossier, owner) if one.level > Level.FINE and not one.accepted]
        if said:
            yield Issued(document.name, tuple(said))
