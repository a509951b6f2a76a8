"""Page numbers that follow the number of a chapter (``w:chapStyle``), which the nearest heading has."""

from __future__ import annotations

from generator.layout.names import Element, W, integer
from generator.layout.properties.numbering import Numbering
from generator.layout.properties.styles import Styles
from generator.layout.tree import Paragraph, Section
from generator.records import record

_HEADINGS = {f"heading {level}": level for level in range(1, 10)}
_SIGNS = {"hyphen": "-", "period": ".", "colon": ":", "emDash": "—", "enDash": "–"}


@record()
class Chapters:
    """Gathers the numbered headings of each section, in reading order."""

    styles: Styles
    numbering: Numbering
    found: list[tuple[int, str, Paragraph]]

    def see(self, paragraph: Paragraph, listed: tuple[str, int]) -> None:
        """Keeps a paragraph of a list, its number just counted, where it is a heading whose style has numbers.

        One that was given a number by itself counts as none: so say the page numbers in tables of contents Word made.
        """
        style = self.styles.get("paragraph", paragraph.format.style_id or None)
        level = _HEADINGS.get(style.name.lower()) if style.numbering and style.numbering[0] != "0" else None
        number = "" if level is None else self.numbering.told(*listed, _bare)
        if level is not None and number:
            self.found.append((level, number, paragraph))

    def close(self, section: Section, index: int, element: Element | None) -> None:
        """Tells the section whose headings number its pages: those asked for, else of the level next above that.

        Without any the pages show their own number alone (ECMA-376 17.6.12).
        """
        found, self.found = self.found, []
        numbers = element.find(W + "pgNumType") if element is not None else None
        asked = integer(numbers.get(W + "chapStyle")) if numbers is not None else None
        level = max((level for level, _, _ in found if level <= (asked or 0)), default=None)
        if numbers is None or level is None:
            return
        section.chapters = index, _SIGNS.get(numbers.get(W + "chapSep", ""), "-")
        for one, number, paragraph in found:
            if one == level:
                paragraph.chapter = index, number


def _bare(pattern: str) -> str:
    """The numbers of a label, and the signs between them."""
    first, last = pattern.find("%"), pattern.rfind("%")
    return "".join(c for c in pattern[first : last + 2] if not c.isalpha() and not c.isspace()) if first >= 0 else ""
