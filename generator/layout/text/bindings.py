"""Content controls bound to data that the file carries: they show the data, which Word puts in on opening the file."""

from __future__ import annotations

from copy import deepcopy
from functools import cached_property

from lxml import etree

from generator.errors import ConversionError
from generator.layout.limits import MAX_BOUND_TEXT, refuse
from generator.layout.names import XML_SPACE, Element, W, child_of, flag, integer, local
from generator.layout.package import Package
from generator.patterns import late
from generator.wording.numerals.figures import thousands

_CORE, _EXTENDED = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", "{6668398D-A668-4E3E-A5EB-62B293D839F1}"
_STEP = late(r"(@?)(?:([\w.-]+):)?([\w.-]+)(?:\[(\d{1,9})\])?")
_PREFIX = late(r"""xmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SHEET = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}"
_KEPT = {"drawing", "pict", "object", "sdt", "fldChar", "fldSimple"}  # a control of plain text holds none of these
_LISTS = ("dropDownList", "comboBox")


class Bindings:
    """The data of a file, and the controls bound to it.

    Followed are the paths that Word itself writes (``/ns0:root[1]/ns0:child[2]/@name``); where one leads nowhere, or to
    nothing but spaces, the control shows what is stored.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._roots: dict[str, Element | None] = {}
        self._children: dict[tuple[Element, str], list[Element]] = {}
        self._length = 0

    def fill(self, root: Element) -> None:
        """Puts the data into the controls below an element."""
        for binding in list(root.iter(W + "dataBinding")):
            properties = binding.getparent()
            control = None if properties is None else properties.getparent()
            content = None if control is None else child_of(control, W + "sdtContent")
            if properties is None or content is None or local(properties) != "sdtPr":
                continue
            text = self._shown(properties, binding)
            if text is not None:
                _put(text, properties, content)

    def _shown(self, properties: Element, binding: Element) -> str | None:
        """What the control shows, ``None`` where the stored text stands."""
        value = self._value(binding)
        if value is None or not value.strip():
            return None
        self._length += len(value)
        if self._length > MAX_BOUND_TEXT:
            raise refuse(f"các ô nội dung gắn với dữ liệu có hơn {thousands(MAX_BOUND_TEXT)} ký tự")
        text = child_of(properties, W + "text")
        if text is not None:
            lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            return ("\n" if text.get(W + "multiLine") in ("1", "true", "on") else " ").join(lines)
        for name in _LISTS:
            choices = child_of(properties, W + name)
            for item in choices if choices is not None else ():
                if item.get(W + "value") == value:
                    return item.get(W + "displayText") or value
        return None

    def _value(self, binding: Element) -> str | None:
        path = binding.get(W + "xpath", "")
        steps = [_STEP.fullmatch(step) for step in path.split("/")[1:]]
        root = self._root(binding.get(W + "storeItemID", ""))
        if root is None or not path.startswith("/") or not steps:
            return None
        said = binding.get(W + "prefixMappings", "")
        spaces = {name: double or single for name, double, single in _PREFIX.findall(said)}
        here: Element | None = None
        for step in steps:
            if step is None:
                return None
            attribute, prefix, name, count = step.groups()
            if prefix and prefix not in spaces:
                return None
            tag = f"{{{spaces[prefix]}}}{name}" if prefix else name
            number = integer(count) or 1
            if attribute:
                return here.get(tag) if here is not None and step is steps[-1] else None
            if here is None:
                here = root if root.tag == tag and number == 1 else None
            else:
                found = self._named(here, tag)
                here = found[number - 1] if number <= len(found) else None
            if here is None:
                return None
        return None if here is None else "".join(map(str, here.itertext()))

    def _named(self, parent: Element, tag: str) -> list[Element]:
        known = self._children.get((parent, tag))
        if known is None:
            known = self._children[parent, tag] = list(parent.iterchildren(tag))
        return known

    def _root(self, store: str) -> Element | None:
        part = self._stores.get(store.upper())
        if part is None:
            return None
        if part not in self._roots:
            self._roots[part] = self._read(part)
        return self._roots[part]

    def _read(self, part: str | None) -> Element | None:
        try:
            return self._package.part(part)
        except ConversionError:  # data that is damaged is no part of the text
            return None

    @cached_property
    def _stores(self) -> dict[str, str]:
        """The name of each part of data by its id."""
        package = self._package
        found: dict[str, str] = {}
        for kind, store in (("core-properties", _CORE), ("extended-properties", _EXTENDED)):
            part = package.related("", kind)
            if part is not None:
                found[store] = part
        for kind, part in package.relations(package.document).values():
            if kind == "customXml":
                sheet = self._read(package.related(part, "customXmlProps"))
                if sheet is not None:
                    found.setdefault(sheet.get(_SHEET + "itemID", "").upper(), part)
        return found


def _put(text: str, properties: Element, content: Element) -> None:
    """Puts the text in place of what the control holds, in the look of its first run."""
    paragraphs = list(content.iter(W + "p"))
    runs = list(content.iter(W + "r"))
    if len(paragraphs) > 1 or any(local(element) in _KEPT for element in content.iter()) or _text(runs) == text:
        return
    showing = flag(properties, "showingPlcHdr")  # the look of a placeholder is not that of the data
    look = child_of(properties if showing or not runs else runs[0], W + "rPr")
    if not runs:
        parent = paragraphs[0] if paragraphs else content
        if child_of(content, W + "tc") is not None and not paragraphs:
            return
        runs = [etree.SubElement(parent, W + "r")]
    first = runs[0]
    for run in runs[1:]:
        parent_of_run = run.getparent()
        if parent_of_run is not None:
            parent_of_run.remove(run)
    kept = deepcopy(look)
    first.clear()
    if kept is not None:
        first.append(kept)
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(first, W + "br")
        for place, words in enumerate(line.split("\t")):
            if place:
                etree.SubElement(first, W + "tab")
            if words:
                written = etree.SubElement(first, W + "t")
                written.text = words
                written.set(XML_SPACE, "preserve")


def _text(runs: list[Element]) -> str:
    signs = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
    return "".join(
        (child.text or "") if local(child) == "t" else signs.get(local(child), "") for run in runs for child in run
    )
