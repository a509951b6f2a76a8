"""Comments of one author taken out of a Word file: what a program said of it before is not said twice."""

from __future__ import annotations

from lxml import etree

from generator.docx.word.ooxml import parse, serialize, w
from generator.opc import Package

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ANCHORS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
# Of a comment's paragraph: whether it is resolved and what it answers, its lasting id, the time it was made.
_EXTENDED, _IDS, _EXTENSIBLE = "commentsExtended", "commentsIds", "commentsExtensible"


def part_of_comments(package: Package, main: str) -> str:
    """The part that holds the document's comments; empty where it has none."""
    known = package.related(main, "comments") or ""
    return known if known in package.parts else ""


def of_author(comments: bytes, author: str) -> list[str]:
    """The ids of the comments of this author."""
    return [one.get(w("id"), "") for one in parse(comments).iter(w("comment")) if one.get(w("author")) == author]


def take_away(package: Package, main: str, root: etree._Element, part: str, author: str) -> None:
    """Takes the comments of the author out of their part and out of the document's tree, with what is kept of each.

    What others answered to one of them stands by itself from then on.
    """
    held = parse(package.parts[part])
    gone = [one for one in held.iter(w("comment")) if one.get(w("author")) == author]
    if not gone:
        return
    keys = {one.get(w("id"), "") for one in gone}
    paragraphs = {key for one in gone for item in one.iter(w("p")) if (key := item.get(f"{_W14}paraId"))}
    for one in gone:
        held.remove(one)
    package.parts[part] = serialize(held)
    _take_anchors(root, keys)
    _take_beside(package, main, paragraphs)


def _take_anchors(root: etree._Element, keys: set[str]) -> None:
    for item in [one for one in root.iter(*_ANCHORS) if one.get(w("id")) in keys]:
        parent = item.getparent()
        if parent is None:
            continue
        parent.remove(item)
        holder = parent.getparent()
        if holder is not None and parent.tag == w("r") and all(one.tag == w("rPr") for one in parent):
            holder.remove(parent)  # the run held the sign of the comment and nothing else


def _take_beside(package: Package, main: str, paragraphs: set[str]) -> None:
    """What parts beside say of the paragraphs of comments that are gone."""
    if not paragraphs:
        return
    beside = {one.word: one.target for one in package.relationships(main).values() if one.target in package.parts}
    lasting: set[str] = set()
    for word in (_EXTENDED, _IDS, _EXTENSIBLE):
        if word not in beside:
            continue
        root = parse(package.parts[beside[word]])
        for entry in list(root):
            said = {etree.QName(name).localname: str(value) for name, value in entry.attrib.items()}
            if said.get("paraId") in paragraphs or (word == _EXTENSIBLE and said.get("durableId") in lasting):
                lasting |= {said["durableId"]} if "durableId" in said else set()
                root.remove(entry)
            elif said.get("paraIdParent") in paragraphs:
                del entry.attrib[f"{_W15}paraIdParent"]
        package.parts[beside[word]] = serialize(root)
