"""What each part of a package is, by its name or by its name's ending."""

from __future__ import annotations

from lxml import etree

from generator.opc.xml import parse, serialize

CONTENT_TYPES = "[Content_Types].xml"
_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"


def content_type(data: bytes, part: str) -> str:
    """The content type the list in the bytes gives the part; empty when it gives none."""
    root = parse(data)
    for item in root.iter(f"{{{_NAMESPACE}}}Override"):
        if item.get("PartName", "").lower() == f"/{part}".lower():  # names are compared without case
            return item.get("ContentType", "")
    extension = part.rpartition(".")[2].lower()
    for item in root.iter(f"{{{_NAMESPACE}}}Default"):
        if item.get("Extension", "").lower() == extension:
            return item.get("ContentType", "")
    return ""


def declare(data: bytes, part: str, kind: str) -> bytes:
    """The list with the part declared to be of that content type."""
    if content_type(data, part) == kind:
        return data
    root = parse(data)
    for item in list(root.iter(f"{{{_NAMESPACE}}}Override")):
        if item.get("PartName", "").lower() == f"/{part}".lower():
            root.remove(item)
    etree.SubElement(root, f"{{{_NAMESPACE}}}Override", PartName=f"/{part}", ContentType=kind)
    return serialize(root)
