"""What a text of one Word file needs of that file, brought into another: styles, lists, notes, pictures, links."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from generator.docx.word.looks import with_own_looks
from generator.docx.word.ooxml import NAMES, R, find, parse, serialize, take_out, w
from generator.docx.word.package import DOCUMENT, STYLES, WML_TYPE, Package, Relationship
from generator.docx.word.styles import Styles, import_styles
from generator.records import record

_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_VALUE, _ID = w("val"), w("id")
_ABSTRACT, _NUM, _NUM_ID, _ABSTRACT_ID = w("abstractNum"), w("num"), w("numId"), w("abstractNumId")
# A form's comments are its author's; their anchors would point at nothing.
_COMMENT_ANCHORS = tuple(w(tag) for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_NOTES = ("footnote", "endnote")


@record(frozen=True)
class SubDocument:
    """A Word file whose text a template prints: its package and its styles."""

    package: Package
    styles: Styles

    @classmethod
    def read(cls, data: bytes, name: str) -> SubDocument:
        """The document in the bytes of a DOCX; raises TemplateError with the name."""
        package = Package.read(data, name)
        return cls(package, Styles.read(package.parts[STYLES], name))


def import_content(
    package: Package,
    styles: Styles,
    source: Package,
    source_styles: Styles,
    content: etree._Element,
    part: str = DOCUMENT,
    *,
    keep_looks: bool = False,
) -> Styles:
    """The target's styles with all the content needs of its source; the content is changed to fit the target.

    With ``keep_looks`` styles of one name that look otherwise stay two; else the target's look holds.
    Lists go on counting by themselves, notes get numbers that are free, pictures and links are related to ``part``.
    """
    _drop_comments(content)
    notes = [note for kind in _NOTES for note in _import_notes(package, source, content, kind)]
    if keep_looks:
        source_styles = with_own_looks(styles, source_styles, content, _theme_fonts(package), _theme_fonts(source))
    for text in (content, *(note.element for note in notes)):
        before = set(styles.names())
        styles = import_styles(styles, source_styles, text)
        added = [style for style in find(styles.root, "/w:styles/w:style") if style.get(w("styleId")) not in before]
        _import_lists(package, source, (text, *added))
    _import_parts(package, source, content, DOCUMENT, part)
    for note in notes:
        _import_parts(package, source, note.element, note.source, note.target)
        _append(package, note.target, note.element)
    return styles


def _theme_fonts(package: Package) -> dict[str, str]:
    """The typefaces that styles name by ``major`` and ``minor``."""
    name = part_of_kind(package, "theme")
    fonts = parse(package.parts[name]).iter("{*}majorFont", "{*}minorFont") if name else ()
    faces = {str(item.tag).rpartition("}")[2][:5]: item.find("{*}latin") for item in fonts}
    return {kind: face.get("typeface", "") for kind, face in faces.items() if face is not None}


def _drop_comments(content: etree._Element) -> None:
    for item in list(content.iter(*_COMMENT_ANCHORS)):
        take_out(item)


def part_of_kind(package: Package, word: str) -> str:
    """The part that the document points at by a relationship whose kind ends in the word; empty when there is none."""
    found = package.related(DOCUMENT, word) or ""
    return found if found in package.parts else ""


def _import_lists(package: Package, source: Package, texts: Iterable[etree._Element]) -> None:
    uses = [use for text in texts for use in text.iter(_NUM_ID) if use.get(_VALUE, "0") != "0"]
    name = part_of_kind(source, "numbering")
    if not uses:
        return
    if not name:
        for use in uses:  # a list that is not there numbers nothing, and must not go on with one of the target's
            use.set(_VALUE, "0")
        return
    lists = _Lists(parse(source.parts[name]))
    target = part_of_kind(package, "numbering")
    if not target:
        target = "word/numbering.xml"
        empty = etree.Element(w("numbering"), nsmap=NAMES)
        package.add(target, serialize(empty), f"{WML_TYPE}.numbering+xml")
        package.relate(DOCUMENT, Relationship(f"{_KINDS}/numbering", target))
    root = parse(package.parts[target])
    keys: dict[str, str] = {}
    for use in uses:
        key = use.get(_VALUE, "")
        if key not in keys:
            keys[key] = lists.copy_into(root, key)
        use.set(_VALUE, keys[key])
    package.parts[target] = serialize(root)


@record(frozen=True)
class _Lists:
    """The lists of one document."""

    root: etree._Element

    def copy_into(self, root: etree._Element, key: str) -> str:
        """The number, in the other document, of the list with that number here; 0 when there is none."""
        num = next((item for item in self.root.iter(_NUM) if item.get(_NUM_ID) == key), None)
        abstract = None if num is None else self._abstract(num)
        if num is None or abstract is None:
            return "0"
        made, number = deepcopy(abstract), str(_next(root, _ABSTRACT, _ABSTRACT_ID))
        made.set(_ABSTRACT_ID, number)
        for tag in ("nsid", "styleLink", "numStyleLink"):  # what tells Word that two lists are one
            for item in made.findall(w(tag)):
                made.remove(item)
        for item in list(made.iter(w("lvlPicBulletId"), w("pStyle"))):
            if item.tag == w("lvlPicBulletId"):
                take_out(item)
        first = root.find(_NUM)
        if first is None:
            root.append(made)
        else:
            first.addprevious(made)
        copy, given = deepcopy(num), str(_next(root, _NUM, _NUM_ID))
        copy.set(_NUM_ID, given)
        link = copy.find(_ABSTRACT_ID)
        if link is not None:
            link.set(_VALUE, number)
        nums = root.findall(_NUM)
        (nums[-1] if nums else made).addnext(copy)
        return given

    def _abstract(self, num: etree._Element, depth: int = 0) -> etree._Element | None:
        link = num.find(_ABSTRACT_ID)
        key = None if link is None else link.get(_VALUE)
        found = next((item for item in self.root.iter(_ABSTRACT) if item.get(_ABSTRACT_ID) == key), None)
        styled = None if found is None else found.find(w("numStyleLink"))
        if styled is None or depth:
            return found
        name = styled.get(_VALUE)
        kept = [item for item in self.root.iter(_ABSTRACT) if find(item, "./w:styleLink") and item is not found]
        return next((item for item in kept if find(item, "./w:styleLink")[0].get(_VALUE) == name), found)


def _next(root: etree._Element, tag: str, attribute: str) -> int:
    return max((int(item.get(attribute, "0")) for item in root.iter(tag)), default=0) + 1


@record(frozen=True)
class _Note:
    element: etree._Element
    source: str
    target: str


def _import_notes(package: Package, source: Package, content: etree._Element, kind: str) -> list[_Note]:
    """The notes of the kind that the content refers to, under new numbers which the content then names."""
    references = list(content.iter(w(f"{kind}Reference")))
    name = part_of_kind(source, f"{kind}s")
    if not references or not name:
        return []
    known = {item.get(_ID): item for item in parse(source.parts[name]) if item.tag == w(kind)}
    target = part_of_kind(package, f"{kind}s")
    if not target:
        target = f"word/{kind}s.xml"
        root = parse(source.parts[name])
        for item in [item for item in root if item.get(w("type")) is None]:
            root.remove(item)  # the separators stay
        package.add(target, serialize(root), f"{WML_TYPE}.{kind}s+xml")
        package.relate(DOCUMENT, Relationship(f"{_KINDS}/{kind}s", target))
    number = _next(parse(package.parts[target]), w(kind), _ID)
    notes: list[_Note] = []
    for reference in references:
        note = known.get(reference.get(_ID))
        if note is None:
            continue
        made = deepcopy(note)
        made.set(_ID, str(number))
        reference.set(_ID, str(number))
        notes.append(_Note(made, name, target))
        number += 1
    return notes


def _append(package: Package, part: str, element: etree._Element) -> None:
    root = parse(package.parts[part])
    root.append(element)
    package.parts[part] = serialize(root)


def _import_parts(package: Package, source: Package, content: etree._Element, origin: str, part: str) -> None:
    """Carry over the headers, footers, pictures and links the content points at, under the package's own keys."""
    known = source.relationships(origin)
    keys: dict[str, str] = {}
    for item in content.iter(etree.Element):
        for name, value in item.attrib.items():
            if not str(name).startswith(f"{{{R}}}") or str(value) not in known:
                continue
            key = str(value)
            if key not in keys:
                keys[key] = package.relate(part, _import(package, source, known[key]))
            item.set(name, keys[key])


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
    for key, target in inner.items():  # under their own keys: the part's bytes name them
        package.relate(name, _import(package, source, target), key)
    return Relationship(relationship.kind, name)
