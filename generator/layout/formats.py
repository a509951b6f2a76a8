"""Effective formats of paragraphs and text, each combination of layers worked out once."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.layout.names import Element, Key, W, integer, key, value
from generator.layout.notes import Notes
from generator.layout.numbering import Numbering
from generator.layout.paragraph_properties import (
    merge_paragraph,
    paragraph_format,
    read_paragraph_layer,
    strange_borders,
    strange_paragraph,
)
from generator.layout.styles import Styles
from generator.layout.text_properties import Layer, combine_text, read_text_layer, strange_text
from generator.layout.tree import ParagraphFormat, TextFormat


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a table says about the paragraphs in one kind of its cells; ``name`` tells the kinds apart."""

    name: Key = ()
    text: Layer = field(default_factory=dict)
    paragraph: Layer = field(default_factory=dict)


BODY = Surroundings()


@dataclass(frozen=True, slots=True)
class _Resolved:
    format: ParagraphFormat
    numbering: tuple[str, int] | None
    strange: tuple[str, ...]


class Formats:
    """Resolves ``w:pPr`` and ``w:rPr`` elements against styles, numbering and the table around them."""

    def __init__(self, styles: Styles, theme: dict[str, str], numbering: Numbering, notes: Notes) -> None:
        self._styles, self._theme, self._numbering, self._notes = styles, theme, numbering, notes
        self._paragraphs: dict[Key, _Resolved] = {}
        self._texts: dict[Key, tuple[TextFormat, tuple[str, ...]]] = {}

    def paragraph(
        self, element: Element | None, around: Surroundings
    ) -> tuple[ParagraphFormat, tuple[str, int] | None]:
        """The format of a paragraph, and its list and level when it is numbered."""
        cache_key = (around.name, key(element))
        known = self._paragraphs.get(cache_key)
        if known is None:
            known = self._paragraphs[cache_key] = self._resolve(element, around)
        for what in known.strange:
            self._notes.add(what)
        return known.format, known.numbering

    def _resolve(self, element: Element | None, around: Surroundings) -> _Resolved:
        style = self._styles.get("paragraph", value(element, "pStyle"))
        number = element.find(W + "numPr") if element is not None else None
        number = style.numbering if number is None else number
        numbering: tuple[str, int] | None = None
        listed: Layer = {}
        if number is not None:
            num_id = value(number, "numId") or value(style.numbering, "numId") or "0"
            if num_id != "0":
                numbering = (num_id, integer(value(number, "ilvl")) or 0)
                listed = self._numbering.paragraph_layer(*numbering)
        direct = read_paragraph_layer(element)
        # A list's indents beat those of the style that does not itself carry the list.
        layers = [style.paragraph, listed] if number is not style.numbering else [listed, style.paragraph]
        merged = merge_paragraph(self._styles.default_paragraph, around.paragraph, *layers, direct)
        form = paragraph_format(merged, style.id, style.name)
        return _Resolved(form, numbering, (*strange_paragraph(element), *strange_borders(form)))

    def text(
        self, style_id: str, element: Element | None, around: Surroundings, extra: Layer | None = None
    ) -> TextFormat:
        """The look of text with this ``w:rPr`` in a paragraph of this style; ``extra`` is a list label's look."""
        cache_key = (
            style_id, around.name, key(element), tuple(sorted(extra.items(), key=str)) if extra else (),
        )  # fmt: skip
        known = self._texts.get(cache_key)
        if known is None:
            paragraph = self._styles.get("paragraph", style_id).text
            character_id = value(element, "rStyle")
            character = self._styles.get("character", character_id).text if character_id else {}
            direct = {**read_text_layer(element, self._theme), **(extra or {})}
            form = combine_text(self._styles.default_text, around.text, paragraph, character, direct)
            known = self._texts[cache_key] = form, tuple(strange_text(element))
        for what in known[1]:
            self._notes.add(what)
        return known[0]
