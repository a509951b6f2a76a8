"""The styles of a document: each with everything it inherits already merged in."""

from __future__ import annotations

from dataclasses import field

from generator.layout.limits import MAX_STYLES, refuse
from generator.layout.names import VAL, Element, W, integer, truth, value
from generator.layout.properties.paragraph_properties import merge_paragraph, read_paragraph_layer
from generator.layout.properties.text_properties import Layer, merge, read_text_layer
from generator.records import record
from generator.wording.numerals.figures import thousands

_MAX_DEPTH = 50  # a chain of styles longer than this is a loop


@record()
class Style:
    """One style with its chain merged: its name and what it says of text, paragraph, and numbering.

    ``numbering`` is the id of its list (``"0"`` for none), the level it says itself, and the style that names the list;
    ``below`` is what the styles say on which the one with the list builds, ``above`` what it says and those on it.
    """

    id: str = ""
    name: str = ""
    text: Layer = field(default_factory=dict)
    paragraph: Layer = field(default_factory=dict)
    below: Layer = field(default_factory=dict)
    above: Layer = field(default_factory=dict)
    numbering: tuple[str, int | None, str] | None = None
    chain: list[Element] = field(default_factory=list)


_NO_STYLE = Style()


class Styles:
    """Looks up styles by id; unknown ids fall back to the default style, as Word does."""

    def __init__(self, root: Element | None, theme: dict[str, str]) -> None:
        self._theme = theme
        self._elements: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._cache: dict[tuple[str, str | None, bool], Style] = {}
        self._layers: dict[Element, tuple[Layer, Layer]] = {}
        self.default_text: Layer = {}
        self.default_paragraph: Layer = {}
        if root is None:
            return
        defaults = root.find(W + "docDefaults")
        if defaults is not None:
            self.default_text = read_text_layer(defaults.find(f"{W}rPrDefault/{W}rPr"), theme)
            self.default_paragraph = read_paragraph_layer(defaults.find(f"{W}pPrDefault/{W}pPr"))
        for element in root.iter(W + "style"):
            # One without an id can be asked for as a default alone: no paragraph that names no style means it.
            style_id = element.get(W + "styleId") or f"\0{len(self._elements)}"
            if len(self._elements) >= MAX_STYLES:
                raise refuse(f"có hơn {thousands(MAX_STYLES)} kiểu định dạng (style)", "xóa các kiểu không dùng")
            self._elements.setdefault(style_id, element)
            if element.get(W + "default") is not None and truth(element.get(W + "default")):
                self._defaults[element.get(W + "type", "paragraph")] = style_id

    def get(self, kind: str, style_id: str | None) -> Style:
        """The style of kind ``paragraph``, ``character`` or ``table``; the default one for ``None``."""
        # Ids that no style has share one entry: styles outlive documents, and must not collect their mistakes.
        is_known = style_id is None or style_id in self._elements
        cache_key = (kind, style_id if is_known else None, is_known)
        known = self._cache.get(cache_key)
        if known is None:
            known = self._cache[cache_key] = self._build(kind, style_id)
        return known

    def _own(self, element: Element) -> tuple[Layer, Layer]:
        """What one style itself says of text and paragraph, read once however many styles build on it."""
        known = self._layers.get(element)
        if known is None:
            text, paragraph = element.find(W + "rPr"), element.find(W + "pPr")
            known = self._layers[element] = read_text_layer(text, self._theme), read_paragraph_layer(paragraph)
        return known

    def _build(self, kind: str, style_id: str | None) -> Style:
        element = self._elements.get(style_id or "")
        if element is None or element.get(W + "type", "paragraph") != kind:
            style_id = self._defaults.get(kind, "")
            element = self._elements.get(style_id)
        if element is None or style_id is None:
            return _NO_STYLE
        chain: list[Element] = []
        step: Element | None = element
        while step is not None and step not in chain and len(chain) < _MAX_DEPTH:
            chain.append(step)
            step = self._elements.get(value(step, "basedOn") or "")
        chain.reverse()
        name = element.find(W + "name")
        carrier = next((i for i, e in reversed([*enumerate(chain)]) if _list_of(e) is not None), len(chain))
        said = [self._own(e)[1] for e in chain]
        return Style(
            id=element.get(W + "styleId", ""),
            name="" if name is None else name.get(VAL, ""),
            text=merge(self._own(e)[0] for e in chain),
            paragraph=merge_paragraph(*said),
            below=merge_paragraph(*said[:carrier]),
            above=merge_paragraph(*said[carrier:]),
            numbering=_numbering(chain),
            chain=chain,
        )


def _list_of(element: Element) -> str | None:
    return value(element.find(f"{W}pPr/{W}numPr"), "numId")


def _numbering(chain: list[Element]) -> tuple[str, int | None, str] | None:
    """What the styles of a chain, the one that all build on first, say together of list and level."""
    num_id: str | None = None
    level: int | None = None
    named = ""
    for element in chain:
        number = element.find(f"{W}pPr/{W}numPr")
        own, own_level = value(number, "numId"), integer(value(number, "ilvl"))
        level = level if own_level is None else own_level
        if own is not None:
            num_id = own
        if number is not None:
            named = element.get(W + "styleId", "")
    return None if num_id is None else (num_id, level, named)
