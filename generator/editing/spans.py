"""Where the words of edits stand in a Word file, counted in letters of their paragraphs before anything changes."""

from __future__ import annotations

from lxml import etree

from generator.docx.word.ooxml import parse, w
from generator.editing.errors import NoSuchSpotError
from generator.editing.heads import speaks
from generator.editing.text import alike, found, paragraph_text
from generator.edits import Edit, Rewrite, SetPageNumber, SetSection, Spot
from generator.opc import WORD, Package
from generator.records import record


@record(frozen=True)
class Replace:
    """Letters of a paragraph become others: the finished form of rewrites, from ``begin`` up to ``end``."""

    part: str
    paragraph: int
    begin: int
    end: int
    new: str


class Texts:
    """The texts of the paragraphs of a Word file, part by part; raises PackageError for one that is none."""

    def __init__(self, docx: bytes) -> None:
        self._package = Package.open(docx, WORD)
        self._known: dict[str, list[str]] = {}

    def of(self, part: str) -> list[str]:
        """The texts of all paragraphs of the part, in order; none where there is no such part."""
        if part not in self._known:
            data = self._package.parts.get(part)
            root: etree._Element | None = None if data is None else parse(data)
            self._known[part] = [] if root is None else [paragraph_text(item) for item in root.iter(w("p"))]
        return self._known[part]

    def text(self, spot: Spot) -> str:
        """The text of the spot's paragraph; raises NoSuchSpotError."""
        texts = self.of(spot.part)
        if not 0 < spot.paragraph <= len(texts):
            raise NoSuchSpotError(f"{spot.part} {spot.paragraph}")
        return texts[spot.paragraph - 1]

    def span(self, spot: Spot) -> tuple[int, int]:
        """Where the words of the spot begin and end in their paragraph; raises NoSuchSpotError."""
        text = self.text(spot)
        return found(text, spot.text, spot.nth) if spot.text else (0, len(text))

    def would_hide(self, edit: Edit) -> bool:
        """Whether the edit would take away what headers or footers say besides a page number."""
        if isinstance(edit, SetPageNumber):
            return speaks(self._package, edit.section, "header")
        if isinstance(edit, SetSection) and edit.title_page:  # the first page then shows neither
            return speaks(self._package, edit.section, "header") or speaks(self._package, edit.section, "footer")
        return False

    def replacement(self, edit: Rewrite) -> Replace | None:
        """What of the words really changes, ``None`` for nothing; raises NoSuchSpotError."""
        begin, end = self.span(edit.spot)
        old, new = self.text(edit.spot)[begin:end], edit.new
        if edit.spot.text != edit.spot.text.strip():  # which are not looked for
            new = new.strip()
        head, tail = alike(old, new)
        if head == len(old) == len(new):
            return None
        return Replace(
            edit.spot.part, edit.spot.paragraph, begin + head, end - tail, new[head : len(new) - tail]
        )  # fmt: skip
