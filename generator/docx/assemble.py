"""A main document and what is attached to it as one package, every attachment a section of its own."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from lxml import etree

from generator.docx.template import Rendered
from generator.docx.word.ooxml import R, find, parse, serialize, w
from generator.docx.word.package import DOCUMENT, STYLES, Package, Relationship
from generator.docx.word.sections import begin_attachment, body_of, close_section
from generator.docx.word.styles import import_styles
from generator.errors import Problem, TemplateError

# What lives in parts of its own that would have to be merged; none of our templates has it.
_UNSUPPORTED = {
    "numPr": "danh sách tự đánh số",
    "footnoteReference": "cước chú",
    "endnoteReference": "chú thích cuối",
    "commentReference": "nhận xét",
}
_ID_ELEMENTS = "//w:bookmarkStart | //w:bookmarkEnd"
_DRAWING_ID = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def assemble(main: Rendered, attachments: Sequence[Rendered]) -> Package:
    """The package of the main document with the attachments after it, in order."""
    package, styles, document = main.package, main.styles, main.document
    for attachment in attachments:
        _refuse_unsupported(attachment)
        styles = import_styles(styles, attachment.styles, attachment.document)
        _import_parts(package, attachment)
        source = body_of(attachment.document)
        for section in find(source, ".//w:sectPr"):
            begin_attachment(section)
            break  # a further section of the same attachment goes on counting
        close_section(body_of(document), styles)
        document = _continued(document, source)
    _number_anew(document)
    if attachments:  # else what the form brings stays as it is
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


def _refuse_unsupported(attachment: Rendered) -> None:
    problems = [
        Problem(attachment.styles.file, f"chưa ghép được {name} vào sau văn bản chính", "bỏ khỏi mẫu")
        for tag, name in _UNSUPPORTED.items()
        if next(attachment.document.iter(w(tag)), None) is not None
    ]
    if problems:
        raise TemplateError(problems)


def _import_parts(package: Package, attachment: Rendered) -> None:
    """Carry over the headers, footers and pictures the attachment points at, under the package's own ids."""
    known = attachment.package.relationships(DOCUMENT)
    ids: dict[str, str] = {}
    for item in attachment.document.iter(etree.Element):
        for name, value in item.attrib.items():
            if not str(name).startswith(f"{{{R}}}") or str(value) not in known:
                continue
            key = str(value)
            if key not in ids:
                target = _import(package, attachment.package, known[key])
                ids[key] = package.relate(DOCUMENT, target)
            item.set(name, ids[key])


def _import(package: Package, source: Package, relationship: Relationship) -> Relationship:
    if relationship.external:
        return relationship
    data = source.parts[relationship.target]
    content_type = source.content_type(relationship.target)
    inner = source.relationships(relationship.target)
    if not inner:
        for name, known in package.parts.items():
            same_folder = posixpath.dirname(name) == posixpath.dirname(relationship.target)
            if known == data and same_folder and package.content_type(name) == content_type:
                return Relationship(relationship.kind, name)
    name = package.free_name(relationship.target)
    package.add(name, data, content_type)
    for key, target in inner.items():  # under their own ids: the part's bytes name them
        package.relate(name, _import(package, source, target), key)
    return Relationship(relationship.kind, name)


def _number_anew(root: etree._Element) -> None:
    """Make ids unique again: two attachments made from one template carry the same."""
    number, opened = 0, dict[str, str]()
    for item in find(root, _ID_ELEMENTS):
        key = item.get(w("id"), "")
        if item.tag == w("bookmarkStart"):
            number += 1
            opened[key] = str(number)
        item.set(w("id"), opened.get(key, key))
    for number, item in enumerate(root.iter(_DRAWING_ID), 1):
        item.set("id", str(number))
