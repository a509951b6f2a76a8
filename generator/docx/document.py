"""A whole document from its parts: the main text, then its annexes and attached texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.docx.assemble import assemble
from generator.docx.template import Rendered, Template
from generator.docx.word.package import DOCUMENT, Relationship
from generator.docx.word.properties import Properties, write_properties
from generator.errors import Problem, TemplateError
from generator.fingerprints import mark_parts
from generator.logs import get_logger
from generator.records import record
from generator.values import Owed

_LOG = get_logger(__name__)
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


@record(frozen=True)
class Part:
    """One text of a document: its template, the data for it, and whether its sheets lie on their long side.

    ``reach`` is what the template may read besides, looked up where it does; ``owed`` is what it must print.
    """

    template: Path
    context: Mapping[str, object]
    landscape: bool = False
    reach: Mapping[str, object] | None = None
    owed: Sequence[Owed] = ()


def render_document(
    main: Part,
    attachments: Sequence[Part] = (),
    properties: Properties | None = None,
    hidden: bytes | None = None,
    began: Callable[[Path], None] | None = None,
) -> bytes:
    """The DOCX of the main text followed by its attachments, each a section with page numbers of its own.

    ``hidden`` is XML that travels with the document as a custom part and is not printed.
    ``began`` is told each template before it is read.
    Wrong templates, or data that does not fit them, raise TemplateError with the problems of all parts.
    """
    rendered: list[Rendered] = []
    problems: dict[Problem, None] = {}
    for part in (main, *attachments):
        if began is not None:
            began(part.template)
        try:
            template = Template.load(part.template)
            made = template.render_tree(part.context, landscape=part.landscape, reach=part.reach, owed=part.owed)
            rendered.append(made)
        except TemplateError as exc:
            problems.update(dict.fromkeys(exc.problems))
    if problems:
        raise TemplateError(problems)
    package = assemble(rendered[0], rendered[1:])
    if properties is not None:
        write_properties(package, properties)
    if hidden is not None:
        name = package.free_name("customXml/item1.xml")
        package.add(name, hidden, "application/xml")
        package.relate(DOCUMENT, Relationship(_CUSTOM_XML, name))
    package.parts = mark_parts(package.parts)
    docx = package.to_bytes()
    _LOG.info("DOCX written: %d parts of text, %d bytes", 1 + len(attachments), len(docx))
    return docx


def render_part(parts: Sequence[Part], number: int) -> bytes:
    """The DOCX in which one part of a document of our own templates stands as it does in the whole, bare of the others.

    Of these the first, whose styles hold for all, and the one behind it are a blank section each.
    Raises TemplateError as ``render_document`` does.
    """
    part = parts[number]
    made = Template.load(part.template).render_tree(part.context, landscape=part.landscape)
    first = min(number, 1)
    blank = [Template.load(other.template).blank() for other in (*parts[:first], *parts[number + 1 : number + 2])]
    whole = [*blank[:first], made, *blank[first:]]
    return assemble(whole[0], whole[1:]).to_bytes(compress=False)  # nobody keeps it
