"""The data kept of issued documents and of files (hồ sơ lưu), named as NĐ 30, Phụ lục VI does: JSON, XML, a zip."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lxml import etree

DOCUMENT_FIELDS = (
    "FileCode",
    "DocOrdinal",
    "TypeName",
    "CodeNumber",
    "CodeNotation",
    "IssuedDate",
    "OrganName",
    "Subject",
    "Language",
    "PageAmount",
    "Description",
    "SignerInfo",
    "To",
    "Priority",
    "IssuedAmount",
    "DueDate",
)
"""What is kept of an outgoing document (VI.II.I), in the decree's order."""

FILE_FIELDS = (
    "FileCode",
    "Title",
    "Maintenance",
    "Rights",
    "Creator",
    "Language",
    "StartDate",
    "EndDate",
    "DocTotal",
    "PageTotal",
    "Description",
)
"""What is kept of a file (VI.II.II), in the decree's order."""

Kept = Mapping[str, Any]


def documents_json(documents: Sequence[Kept]) -> bytes:
    """The documents as a JSON list."""
    return json.dumps(list(documents), ensure_ascii=False, indent=2).encode()


def documents_xml(documents: Iterable[Kept]) -> bytes:
    """The documents as XML: ``<Documents><Document>`` with an element a field."""
    root = etree.Element("Documents")
    for document in documents:
        _filled(etree.SubElement(root, "Document"), document, DOCUMENT_FIELDS)
    return _written(root)


def file_zip(file: Kept, documents: Sequence[Kept], pdfs: Sequence[tuple[str, bytes]]) -> bytes:
    """A file as a zip: its data and its documents' in ``ho-so.xml``, each document's PDF, in order of time."""
    root = etree.Element("File")
    _filled(root, file, FILE_FIELDS)
    within = etree.SubElement(root, "Documents")
    for document in documents:
        _filled(etree.SubElement(within, "Document"), document, DOCUMENT_FIELDS)
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("ho-so.xml", _written(root))
        for name, data in pdfs:
            packed.writestr(name, data)
    return room.getvalue()


def _filled(element: etree._Element, values: Kept, fields: Sequence[str]) -> None:
    for field in fields:
        value = values.get(field)
        child = etree.SubElement(element, field)
        if isinstance(value, Mapping):
            _filled(child, value, list(value))
        elif value is not None:
            child.text = "".join(char for char in str(value) if char >= " " or char in "\t\n")


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
