"""Effective formats of paragraphs and text, each combination of layers worked out once."""

from __future__ import annotations

from dataclasses import field
from typing import TypeAlias

from generator.layout.names import Element, Key, W, children_of, integer, value, value_in
from generator.layout.notes import Notes
from generator.layout.properties.kept import Kept
from generator.layout.properties.numbering import Numbering
from generator.layout.properties.paragraph_properties import (
    merge_paragraph,
    paragraph_format,
    paragraph_layer,
    strange_format,
    strange_paragraph,
)
from generator.layout.properties.repeated import Repeated
from generator.layout.properties.styles import Style, Styles
from generator.layout.properties.text_properties import (
    BACKWARD,
    UNSEEN,
    Layer,
    combine_text,
    strange_text,
    text_layer,
)
from generator.layout.tree import ParagraphFormat, TextFormat
from generator.patterns import late
from generator.records import record


@record(frozen=True)
class Surroundings:
    """What a table says about the paragraphs in one kind of its cells; ``name`` tells the kinds apart."""

    name: Key = ()
    text: Layer = field(default_factory=dict)
    paragraph: Layer = field(default_factory=dict)


BODY = Surroundings()


@record(frozen=True)
class Resolved:
    """What a ``w:pPr`` makes of a paragraph: its format, its list and level, the looks of its mark and plain runs.

    ``is_removed`` says that its mark was deleted with tracked changes.
    """

    format: ParagraphFormat
    numbering: tuple[str, int] | None
    mark: TextFormat
    plain: TextFormat
    is_removed: bool
    strange: tuple[str, ...]


_CHARACTER = W + "rStyle"
_REMOVED = {W + "del", W + "moveFrom"}
_NO_INDENT: Layer = {"left": 0.0, "first_line": 0.0}
_TEXT, _NO_TEXT = W + "t", {W + name for name in ("rPr", "fldChar", "instrText", "lastRenderedPageBreak")}
_NUMBER = late(r"(?:\d+(?:[.,:]\d+)*)?")
_Look: TypeAlias = tuple[TextFormat, tuple[str, ...]]


@record(frozen=True)
class KeptFormats:
    """What styles alone make of paragraphs and of text, kept for other documents with the same styles."""

    paragraphs: Kept[Resolved] = field(default_factory=Kept)
    texts: Kept[_Look] = field(default_factory=Kept)


class Formats:
    """Resolves ``w:pPr`` and ``w:rPr`` elements against styles, numbering and the table around them.

    What styles alone decide is kept in ``kept`` for other documents. Each document keeps its own table before that:
    in one document equal properties must give one object, whatever other threads put or drop meanwhile.
    """

    def __init__(
        self,
        styles: Styles,
        kept: KeptFormats,
        theme: dict[str, str],
        numbering: Numbering,
        notes: Notes,
        repeated: Repeated,
    ) -> None:
        self._styles, self._kept = styles, kept
        self._theme, self._numbering, self._notes = theme, numbering, notes
        self.repeated = repeated
        self._paragraphs: dict[Key, Resolved] = {}
        self._texts: dict[Key, _Look] = {}

    def paragraph(self, element: Element | None, around: Surroundings) -> Resolved:
        """What the ``w:pPr`` makes of a paragraph."""
        cache_key = (around.name, self.repeated.key(element))
        known = self._paragraphs.get(cache_key)
        if known is None:
            known = self._kept.paragraphs.get(cache_key) or self._resolve(element, around)
            self._paragraphs[cache_key] = known
            if known.numbering is None:  # what a list adds stands outside the styles
                self._kept.paragraphs.put(cache_key, known)
        for what in known.strange:
            self._notes.add(what)
        return known

    def _resolve(self, element: Element | None, around: Surroundings) -> Resolved:
        said = children_of(self.repeated.whole(element)) if element is not None else {}
        style = self._styles.get("paragraph", value_in(said, W + "pStyle"))
        number, mark = said.get(W + "numPr"), said.get(W + "rPr")
        numbering = self._listed(number, style)
        listed = self._numbering.paragraph_layer(*numbering) if numbering is not None else {}
        direct = paragraph_layer(said)
        # A list's indents beat those of the styles below the one that carries it, and are gone with the list.
        layers = [style.paragraph, listed]
        if number is None:
            layers = [style.below, listed, style.above]
        elif numbering is None and style.numbering is not None and style.numbering[0] != "0":
            layers = [style.below, _NO_INDENT, style.above]
        merged = merge_paragraph(self._styles.default_paragraph, around.paragraph, *layers, direct)
        form = paragraph_format(merged, style.id, style.name)
        look, strange = self._look(style.id, mark, around, None)
        return Resolved(
            form,
            numbering,
            look,
            self._look(style.id, None, around, None)[0],
            mark is not None and not _REMOVED.isdisjoint(children_of(mark)),
            (*strange_paragraph(said), *strange_format(merged, form), *(w for w in strange if w not in UNSEEN)),
        )

    def _listed(self, number: Element | None, style: Style) -> tuple[str, int] | None:
        """The list and the level that a paragraph is on; what it does not say itself its style says."""
        num_id, level, named = style.numbering or ("0", None, "")
        if num_id != "0":  # a level bound to the style counts for more than the one the style names (17.9.23)
            bound = self._numbering.level_of(num_id, named)
            level = level if bound is None else bound
        num_id = value(number, "numId") or num_id
        own = integer(value(number, "ilvl"))
        return None if num_id == "0" else (num_id, (level if own is None else own) or 0)

    def text(
        self,
        style_id: str,
        element: Element | None,
        around: Surroundings,
        extra: Layer | None = None,
        run: Element | None = None,
    ) -> TextFormat:
        """The look of text with this ``w:rPr`` in a paragraph of this style.

        ``extra`` is a list label's look, ``run`` the run it is the look of.
        """
        form, strange = self._look(style_id, element, around, extra)
        for what in strange:
            if what != BACKWARD or run is None or not _is_number(run):
                self._notes.add(what)
        return form

    def _look(self, style_id: str, element: Element | None, around: Surroundings, extra: Layer | None) -> _Look:
        cache_key = (
            style_id, around.name, self.repeated.key(element), tuple(sorted(extra.items(), key=str)) if extra else (),
        )  # fmt: skip
        known = self._texts.get(cache_key)
        if known is None:
            known = self._kept.texts.get(cache_key)
            if known is None:
                paragraph = self._styles.get("paragraph", style_id).text
                element = self.repeated.whole(element) if element is not None else None
                said = children_of(element) if element is not None else {}
                character_id = value_in(said, _CHARACTER)
                character = self._styles.get("character", character_id).text if character_id else {}
                direct = {**text_layer(said, self._theme), **(extra or {})}
                form = combine_text(self._styles.default_text, around.text, paragraph, character, direct)
                known = form, tuple(strange_text(element))
                self._kept.texts.put(cache_key, known)
            self._texts[cache_key] = known
        return known


def _is_number(run: Element) -> bool:
    """Whether the run holds a number alone, which reads the same from right to left, or marks of a field."""
    shown = [child for child in run if child.tag not in _NO_TEXT]
    said = "".join([child.text or "" for child in shown])
    return all(child.tag == _TEXT for child in shown) and _NUMBER.fullmatch(said) is not None
