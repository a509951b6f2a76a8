"""The looks of one document's styles kept apart from those of another that have the same names."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from generator.docx.word.ooxml import RUN_ORDER, child, find, paragraph_property, w
from generator.docx.word.styles import Styles

_VALUE = w("val")
# What a style is without, as Word shows it (17.7.2, and the elements' own defaults).
_NOTHING = {
    ("rPr", "sz"): {"val": "20"},
    ("rPr", "szCs"): {"val": "20"},
    ("rPr", "rFonts"): dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman"),
    ("rPr", "kern"): {"val": "0"},
    ("rPr", "color"): {"val": "auto"},
    ("pPr", "spacing"): {"before": "0", "after": "0", "line": "240", "lineRule": "auto"},
    ("pPr", "ind"): {"left": "0", "right": "0", "firstLine": "0"},
    ("pPr", "jc"): {"val": "left"},
}
_BESIDE = "108"  # twips of a cell beside its text
_BEHIND_MARGINS = tuple(map(w, ("tblLook", "tblCaption", "tblDescription", "tblPrChange")))
_THEME = ("ascii", "hAnsi", "eastAsia", "cs")


def with_own_looks(
    target: Styles,
    source: Styles,
    content: etree._Element,
    target_fonts: Mapping[str, str],
    source_fonts: Mapping[str, str],
) -> Styles:
    """The source's styles, those that look otherwise than the target's of the same name under names of their own.

    The content then names its paragraphs' styles where it left that to the document's default.
    """
    root = deepcopy(source.root)
    if dict(target_fonts) != dict(source_fonts):
        for part in (root, content):
            _name_typefaces(part, source_fonts)
    if not any(style.get(w("default")) for style in find(root, "/w:styles/w:style[@w:type='table']")):
        _name_margins(content)
    own = Styles(root, source.file)
    theirs, ours = _Definitions(target), _Definitions(own)
    known = {(kind, name): key for key, (kind, name) in target.names().items()}
    apart = [
        key
        for key, named in own.names().items()
        if named in known
        and named[0] in ("paragraph", "character", "table")
        and ours.of(key) != theirs.of(known[named])
    ]
    if not apart:
        return own
    defaults = {
        style.get(w("type"), ""): style.get(w("styleId"), "")
        for style in ours.styles.values()
        if style.get(w("default"))
    }
    _name_defaults(content, {kind: key for kind, key in defaults.items() if key in apart})
    for key in apart:
        style = ours.styles[key]
        name = child(style, "name")
        name.set(_VALUE, _free(f"{name.get(_VALUE, '')} ({source.file.removesuffix('.docx')})", target))
        if style.get(w("type")) == "paragraph" and style.find(w("basedOn")) is None:
            _take_defaults(style, root, target.root)
    return Styles(root, source.file)


class _Definitions:
    """What the styles of a document come to, for comparing: without ids, with the names of those they build on."""

    def __init__(self, styles: Styles) -> None:
        self.styles = {style.get(w("styleId"), ""): style for style in find(styles.root, "/w:styles/w:style")}
        self._names = styles.names()
        defaults = styles.root.find(w("docDefaults"))
        self._defaults = "" if defaults is None else _written(defaults)
        self._known: dict[str, tuple[object, ...]] = {}

    def of(self, key: str) -> tuple[object, ...]:
        """All that decides the look of the style with that id."""
        if key not in self._known:
            self._known[key] = ()  # a style built on itself
            style = self.styles[key]
            base = style.find(w("basedOn"))
            below = "" if base is None else base.get(_VALUE, "")
            looks = [_written(item) for item in style if item.tag in (w("pPr"), w("rPr"), w("tblPr"), w("tblStylePr"))]
            ground: object = self.of(below) if below in self.styles else self._defaults
            self._known[key] = (tuple(looks), ground)
        return self._known[key]


def _written(item: etree._Element) -> str:
    return etree.tostring(item, method="c14n").decode()


def _free(name: str, target: Styles) -> str:
    taken = {known for _, known in target.names().values()}
    made, number = name, 2
    while made.casefold() in taken:
        made, number = f"{name} {number}", number + 1
    return made


def _name_defaults(content: etree._Element, defaults: Mapping[str, str]) -> None:
    if "paragraph" in defaults:
        for paragraph in content.iter(w("p")):
            if not find(paragraph, "./w:pPr/w:pStyle"):
                paragraph_property(paragraph, "pStyle").set(_VALUE, defaults["paragraph"])
    if "table" in defaults:
        for table in content.iter(w("tbl")):
            properties = child(table, "tblPr")
            if properties.find(w("tblStyle")) is None:
                child(properties, "tblStyle").set(_VALUE, defaults["table"])


def _name_margins(content: etree._Element) -> None:
    """Writes into tables the room beside the text of their cells that they have where no style says any."""
    for table in content.iter(w("tbl")):
        properties = child(table, "tblPr")
        if properties.find(w("tblStyle")) is None and properties.find(w("tblCellMar")) is None:
            margins = properties.makeelement(w("tblCellMar"))
            for side in ("left", "right"):
                etree.SubElement(margins, w(side), {w("w"): _BESIDE, w("type"): "dxa"})
            behind = [n for n, item in enumerate(properties) if item.tag in _BEHIND_MARGINS]
            properties.insert(min(behind, default=len(properties)), margins)


def _take_defaults(style: etree._Element, source: etree._Element, target: etree._Element) -> None:
    """Write into a style that builds on no other what its document's defaults say, and what the target's must not."""
    for kind in ("pPr", "rPr"):
        path = f"/w:styles/w:docDefaults/w:{kind}Default/w:{kind}/*"
        own = {str(item.tag): {str(name): value for name, value in item.items()} for item in find(source, path)}
        others = [str(item.tag) for item in find(target, path)]
        properties = _properties(style, kind)
        for tag in dict.fromkeys([*own, *others]):
            name = tag.rpartition("}")[2]
            nothing = {w(attribute): value for attribute, value in _NOTHING.get((kind, name), {}).items()}
            if tag in own or nothing:
                found = _property(properties, kind, name)
                for attribute, value in (nothing | own.get(tag, {})).items():
                    if found.get(attribute) is None:
                        found.set(attribute, value)


def _properties(style: etree._Element, kind: str) -> etree._Element:
    """The style's properties of the kind, made at their place when there are none."""
    found = style.find(w(kind))
    if found is None:
        found = style.makeelement(w(kind))
        after = {w(tag) for tag in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")} - {w(kind)}
        style.insert(next((n for n, item in enumerate(style) if item.tag in after), len(style)), found)
    return found


def _property(properties: etree._Element, kind: str, tag: str) -> etree._Element:
    found = properties.find(w(tag))
    if found is not None:
        return found
    if kind == "pPr":
        holder = properties.makeelement(w("p"))
        parent = properties.getparent()
        assert parent is not None
        place = parent.index(properties)
        holder.append(properties)
        found = paragraph_property(holder, tag)
        parent.insert(place, properties)
        return found
    found = properties.makeelement(w(tag))
    place = sum(1 for item in properties if RUN_ORDER.get(item.tag, 0) < RUN_ORDER[w(tag)])
    properties.insert(place, found)
    return found


def _name_typefaces(root: etree._Element, fonts: Mapping[str, str]) -> None:
    for item in root.iter(w("rFonts")):
        for kind in _THEME:
            attribute = w(f"{'cs' if kind == 'cs' else kind}{'theme' if kind == 'cs' else 'Theme'}")
            named = item.get(attribute)
            face = fonts.get((named or "")[:5])
            if named and face:
                del item.attrib[attribute]
                item.set(w(kind), face)
