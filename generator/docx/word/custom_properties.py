"""The properties a file adds of its own, beside Word's: the document's particulars under Vietnamese names."""

from __future__ import annotations

from lxml import etree

from generator.docx.word.ooxml import parse, serialize
from generator.docx.word.package import Package, Relationship
from generator.particulars import ENTRIES, Particulars

_PART = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_USERS_OWN = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set all users' properties belong to
_FIRST = 2  # property ids 0 and 1 are reserved


def write_particulars(package: Package, particulars: Particulars) -> None:
    """Put the particulars, if there are any, among the package's custom properties; those of other names stay."""
    if not any(particulars.said()):
        return
    known = next((item.target for item in package.relationships("").values() if item.kind == _KIND), _PART)
    names = {None: _CUSTOM, "vt": _VT}
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap=names)  # type: ignore[arg-type]  # no default namespace there
    ours = {entry.label for entry in ENTRIES.values()}
    kept = parse(package.parts[known]) if known in package.parts else ()
    root.extend([item for item in kept if item.get("name") not in ours])
    for entry, text in particulars.said():
        item = etree.SubElement(root, f"{{{_CUSTOM}}}property", fmtid=_USERS_OWN, name=entry.label)
        etree.SubElement(item, f"{{{_VT}}}lpwstr").text = text
    for number, item in enumerate(root, start=_FIRST):
        item.set("pid", str(number))
    package.add(known, serialize(root), _TYPE)
    package.relate("", Relationship(_KIND, known))
