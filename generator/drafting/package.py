"""The file of the form without what only the old document needs: its properties, comments, pictures of what is gone."""

from __future__ import annotations

from lxml import etree

from generator.docx.word.ooxml import parse, serialize, w
from generator.docx.word.package import DOCUMENT, Package
from generator.opc.relationships import relationships_part

_RUNNING = ("settings", "styles", "numbering", "fontTable", "theme", "webSettings", "footnotes", "endnotes")
_TYPES = "[Content_Types].xml"


def tidied(package: Package, trees: dict[str, etree._Element]) -> None:
    """Puts the trees back, and takes out what nothing refers to any more and what the old document said of itself."""
    _notes(trees)
    for name, tree in trees.items():
        package.parts[name] = serialize(tree)
        _unused(package, name, tree)
    _properties(package)
    _unreached(package)


def _notes(trees: dict[str, etree._Element]) -> None:
    """Takes out the footnotes that no text refers to."""
    used = {
        (kind, item.get(w("id")))
        for tree in trees.values()
        for kind in ("footnote", "endnote")
        for item in tree.iter(w(f"{kind}Reference"))
    }
    for tree in trees.values():
        for kind in ("footnote", "endnote"):
            for note in list(tree.iterchildren(w(kind))):
                if note.get(w("type")) is None and (kind, note.get(w("id"))) not in used:
                    tree.remove(note)


def _unused(package: Package, name: str, tree: etree._Element) -> None:
    part = relationships_part(name)
    if part not in package.parts:
        return
    said = {value for item in tree.iter() if isinstance(item.tag, str) for value in item.attrib.values()}
    root = parse(package.parts[part])
    for arrow in list(root):
        kind = arrow.get("Type", "").rpartition("/")[2]
        if kind not in _RUNNING and arrow.get("Id") not in said:
            root.remove(arrow)
    package.parts[part] = serialize(root)


def _properties(package: Package) -> None:
    part = relationships_part("")
    root = parse(package.parts[part])
    for arrow in list(root):
        if arrow.get("Type", "").rpartition("/")[2] != "officeDocument":
            root.remove(arrow)
    package.parts[part] = serialize(root)


def _unreached(package: Package) -> None:
    reached = {""}
    left = [""]
    while left:
        for one in package.relationships(left.pop()).values():
            if one.target in package.parts and one.target not in reached:
                reached.add(one.target)
                left.append(one.target)
    kept = {_TYPES, DOCUMENT} | reached | {relationships_part(name) for name in reached}
    for name in [name for name in package.parts if name not in kept]:
        del package.parts[name]
    root = parse(package.parts[_TYPES])
    for item in list(root):
        part = item.get("PartName")
        if part is not None and part.lstrip("/") not in package.parts:
            root.remove(item)
    package.parts[_TYPES] = serialize(root)
