"""A main document and what is attached to it as one package, every attachment a section of its own."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from generator.docx.template import Rendered
from generator.docx.word.ids import number_anew, rename_bookmarks
from generator.docx.word.importing import import_content
from generator.docx.word.ooxml import find, parse, serialize
from generator.docx.word.package import DOCUMENT, STYLES, Package
from generator.docx.word.sections import begin_attachment, body_of, close_section


def assemble(main: Rendered, attachments: Sequence[Rendered]) -> Package:
    """The package of the main document with the attachments after it, in order."""
    package, styles, document = main.package, main.styles, main.document
    for attachment in attachments:
        rename_bookmarks(attachment.document, document)
        styles = import_content(
            package, styles, attachment.package, attachment.styles, attachment.document, keep_looks=not attachment.ours
        )
        source = body_of(attachment.document)
        for section in find(source, ".//w:sectPr"):
            begin_attachment(section)
            break  # a further section of the same attachment goes on counting
        close_section(body_of(document), styles)
        document = _continued(document, source)
    number_anew(document)
    styles = styles.with_borrowed(document)
    if attachments or styles is not main.styles:  # else what the form brings stays as it is
        package.parts[STYLES] = serialize(styles.root)
    package.parts[DOCUMENT] = serialize(document)
    return package


def _continued(document: etree._Element, source: etree._Element) -> etree._Element:
    """The document with what the source body holds at its end.

    Joined as text: moving elements between trees takes lxml a time that grows with the square of their number.
    """
    whole = etree.tostring(document, encoding="utf-8")
    end = whole.rindex(f"</{body_of(document).prefix}:body>".encode())
    added = b"".join(etree.tostring(block, encoding="utf-8", xml_declaration=False) for block in source)
    joined = b"".join((whole[:end], added, whole[end:]))
    del whole, added
    source.clear()  # or a long annex would stand in memory twice
    return parse(joined)
