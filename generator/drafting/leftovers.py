"""What the form still says in the old document's words: told, each with its place.

Page numbers typed by hand («Trang 1/3» would stand on every page) give way to Word's own:

    typed = [-–] [Trang] n [/ m] [-–]

alone in a paragraph of a header or a footer, without a field of Word: n to the page's own number, m to how many there
are.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.docx.word.ooxml import w
from generator.drafting.model import Note, Said, of_line
from generator.drafting.old import Old, squeezed
from generator.drafting.ours import Ours
from generator.drafting.words import Element, run_of
from generator.editing.text import paragraph_text
from generator.parts import recognising as says
from generator.parts.lines import Line, is_drawn
from generator.patterns import late
from generator.wording.characters import fold

_TYPED = late(
    r"\s*(?P<before>[-–—]?\s*(?:trang(?:\s+số)?\s*:?\s*)?)(?P<page>\d{1,3})"
    r"(?:(?P<between>\s*(?:/|trên)\s*)(?P<pages>\d{1,3}))?(?P<after>\s*[-–—]?)\s*",
    2,
)
_HELD = tuple(map(w, ("fldSimple", "instrText", "drawing", "pict", "object", "sdt", "hyperlink")))


def leftovers(old: Old, ours: Ours) -> list[Note]:
    """A note on each line whose words stay, but those that every document of the kind says."""
    made = []
    for where, line in _lines(old):
        text = line.text
        if is_drawn(text) or text.strip(" -–.").isdigit() or says.national(text) or says.motto(text):
            continue
        if fold(text) in ours.texts or (says.recipients(text) and len(text) < 12):
            continue
        element = old.element(line) if line.paragraph.origin else None
        if element is None or not _stands(element, old):
            continue
        left, said = squeezed(paragraph_text(element)), squeezed(text)
        if said not in left and not (line.paragraph.label and left and said.endswith(left)):
            continue
        what = f"chữ ở {where} in ra y như văn bản cũ" if where else "chữ này in ra y như văn bản cũ"
        made.append(of_line(Said.KEPT, what, line))
    return made


def _lines(old: Old) -> Iterator[tuple[str, Line]]:
    for line in old.lines:
        if line.text:
            yield "", line
    yield from old.running


def _stands(element: etree._Element, old: Old) -> bool:
    """Whether the paragraph is still in the file."""
    above = [element, *element.iterancestors()]
    return any(above[-1] is tree for tree in old.trees.values())


def numbered(old: Old) -> list[Note]:
    """Puts Word's own numbers in place of those typed; what is said of each."""
    notes = []
    for where, line in old.running:
        if not line.paragraph.origin:
            continue
        element = old.element(line)
        found = _TYPED.fullmatch(paragraph_text(element))
        if found is None or next(element.iter(*_HELD), None) is not None:
            continue
        look = element.find(f"{w('r')}/{w('rPr')}")
        pieces = (
            (found["before"], False),
            (" PAGE ", True),
            (found["between"] or "", False),
            (" NUMPAGES " if found["pages"] else "", True),
            (found["after"], False),
        )
        notes.append(of_line(Said.CHANGED, f"số trang gõ tay ở {where} thay bằng số trang tự tính", line))
        for item in list(element):
            if item.tag != w("pPr"):
                element.remove(item)
        element.extend([_piece(text, look, is_field=is_field) for text, is_field in pieces if text])
    return notes


def _piece(text: str, look: Element | None, *, is_field: bool) -> Element:
    if not is_field:
        return run_of(text, look)
    field = etree.Element(w("fldSimple"), {w("instr"): text})
    field.append(run_of("1", look))
    return field
