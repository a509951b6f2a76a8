"""One paragraph: its format, its list label and its content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.layout.names import Element, W, child_of, leading
from generator.layout.properties.formats import Formats, Surroundings
from generator.layout.properties.numbering import Numbering
from generator.layout.signs.symbols import in_font
from generator.layout.text.inlines import InlineReader
from generator.layout.text.old_fonts import OldFonts
from generator.layout.tree import Block, Inline, LabelAlign, Paragraph, Run, Tab

_LEFT: LabelAlign = "left"
_PROPERTIES, _MARK, _SECTION = W + "pPr", W + "rPr", W + "sectPr"


class ParagraphReader:
    """Reads the paragraphs of one part."""

    def __init__(
        self, formats: Formats, numbering: Numbering, inlines: InlineReader, old_fonts: OldFonts | None = None
    ) -> None:
        self._formats, self._numbering, self._inlines = formats, numbering, inlines
        self._old_fonts = old_fonts or OldFonts()
        self._held: list[Inline] = []
        self.see: Callable[[Paragraph, tuple[str, int]], None] | None = None
        """What is told of every paragraph of a list."""

    def note_blocks(self, label: str, shown: list[Run] | None = None) -> None:
        """The paragraphs that follow belong to the footnote of this label; ``shown`` takes the runs that print it."""
        self._inlines.label, self._inlines.shown = label, shown

    def read(self, element: Element, around: Surroundings) -> Paragraph | None:
        """The paragraph with everything effective, its label first among its items.

        ``None`` for one whose mark was deleted with tracked changes: its text begins the next paragraph.
        """
        properties = leading(element, _PROPERTIES)
        resolved = self._formats.paragraph(properties, around)
        form, listed = resolved.format, resolved.numbering
        items = self._inlines.read(element, form.style_id, around, resolved.plain)
        if self._inlines.displayed is not None:
            form = replace(form, align=self._inlines.displayed, first_line=0.0)
            self._inlines.displayed = None
        if resolved.is_removed:
            self._inlines.count_change()
            self._held += items
            return None
        if self._held:
            items, self._held = self._held + items, []
        label, align = "", _LEFT
        # A number stands before no text as well, but not in a paragraph that only ends a section, or is hidden.
        ends = listed is not None and properties is not None and child_of(properties, _SECTION) is not None
        if listed is not None and (items or form.borders or not (ends or resolved.mark.hidden)):
            mark = child_of(self._formats.repeated.whole(properties), _MARK) if properties is not None else None
            shows = any(not isinstance(item, Run) or not item.format.hidden for item in items)
            label, align, lead = self._label(listed, form.style_id, mark, around, shows)
            items = lead + items
        elif listed is not None and not ends:  # with hidden ones Word skips numbers ("Advance value")
            self._numbering.next_label(*listed)
        paragraph = Paragraph(items, form, resolved.mark, None, label, align, None, "" if listed is None else listed[0])
        self._old_fonts.add(paragraph)
        if self.see is not None and listed is not None and label:
            self.see(paragraph, listed)
        return paragraph

    @staticmethod
    def join(previous: Block, paragraph: Paragraph) -> None:
        """Takes the gaps of web pages from between two items of a list: browsers have none there, nor has Word."""
        if not isinstance(previous, Paragraph) or not paragraph.list_id or previous.list_id != paragraph.list_id:
            return
        if previous.format.auto_after:
            previous.format = replace(previous.format, after=0.0)
        if paragraph.format.auto_before:
            paragraph.format = replace(paragraph.format, before=0.0)

    def _label(
        self, listed: tuple[str, int], style_id: str, mark: Element | None, around: Surroundings, shows: bool
    ) -> tuple[str, LabelAlign, list[Inline]]:
        label = self._numbering.next_label(*listed)
        if label is None or (not label.text and label.suffix == "nothing"):
            return "", _LEFT, []
        form = self._formats.text(style_id, mark, around, label.format)
        if form.hidden and shows:  # only the end of the paragraph is hidden (a style separator), not its number
            form = replace(form, hidden=False)
        text = in_font(label.text, form.font)
        lead: list[Inline] = [Run(text, form)] if text else []
        if label.suffix == "tab":
            lead.append(Tab(form))
        elif label.suffix == "space":
            lead.append(Run(" ", form))
        return text, label.align, lead
