"""Tags put into paragraphs in the look of the words they replace, and paragraphs repeated by tags."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Sequence

from lxml import etree

from generator.docx.word.ooxml import w
from generator.editing.text import runs, set_text, text_of

Element = etree._Element
_SAYS = 8  # signs: fewer are a label, or the end of a sentence

_DRAWN = tuple(map(w, ("drawing", "pict", "object")))
_WORDS = tuple(map(w, ("t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "ptab", "fldChar", "instrText",
                       "footnoteReference", "endnoteReference", "footnoteRef")))  # fmt: skip
_HOLDERS = tuple(map(w, ("hyperlink", "fldSimple", "dir", "bdo")))


def look_of(paragraph: Element, *, last: bool = False, plain: bool = False) -> Element | None:
    """The look of the paragraph's first words, or of most of those that follow; of ``plain`` ones where there are any.

    Plain is what is neither bold nor italic: a paragraph may quote more than it says itself.
    """
    said = [(run, size) for run in runs(paragraph) if (size := len(seen_of(text_of(run))))]
    if not said:
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        return None if mark is None else copy.deepcopy(mark)
    run = said[0][0]
    if last:
        upright = [one for one in said if not _emphasized(one[0])]
        said = upright if plain and sum(size for _, size in upright) >= _SAYS else said
        weights: dict[bytes, int] = {}
        firsts: dict[bytes, Element] = {}
        for one, size in said:
            look = one.find(w("rPr"))
            key = b"" if look is None else etree.tostring(look)
            weights[key] = weights.get(key, 0) + size
            firsts.setdefault(key, one)
        run = firsts[max(weights, key=lambda key: weights[key])]
    look = run.find(w("rPr"))
    return None if look is None else copy.deepcopy(look)


def seen_of(text: str) -> str:
    """What is seen of a run's text wherever its line ends: of words drawn with a row of soft hyphens, the words."""
    return text.replace("\u00ad", "").strip()


def _emphasized(run: Element) -> bool:
    marks = (run.find(f"{w('rPr')}/{w(name)}") for name in ("b", "i"))
    return any(mark is not None and mark.get(w("val"), "1") not in ("0", "false", "off") for mark in marks)


def run_of(text: str, look: Element | None = None) -> Element:
    """A run of the text in the look."""
    run = etree.Element(w("r"))
    if look is not None:
        own = copy.deepcopy(look)
        own.tag = w("rPr")
        for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "vanish", "specVanish"):
            for item in own.findall(w(name)):
                own.remove(item)
        run.append(own)
    set_text(etree.SubElement(run, w("t")), text)
    return run


def tag_paragraph(tag: str) -> Element:
    """A paragraph that holds only a tag and leaves none behind."""
    paragraph = etree.Element(w("p"))
    paragraph.append(run_of(tag))
    return paragraph


def say(paragraph: Element, text: str, look: Element | None = None) -> None:
    """Gives the paragraph other words in the look of its first; what is drawn in it stays."""
    own = look if look is not None else look_of(paragraph)
    words = list(runs(paragraph))
    made = run_of(text, own)
    first = next((run for run in words if text_of(run).strip()), None)
    if first is not None:
        top = first
        while (parent := top.getparent()) is not None and parent is not paragraph:
            top = parent
        lead = lead_of(paragraph, own)
        if lead is not None:
            top.addprevious(lead)
        top.addprevious(made)
    else:
        lead = None
        paragraph.append(made)
    silence(paragraph, keep=(made, lead))


def lead_of(paragraph: Element, look: Element | None) -> Element | None:
    """A run of the tabs and spaces by which the words were put in their place; None where they stand by themselves."""
    said = "".join(map(text_of, runs(paragraph)))
    room = said[: len(said) - len(said.lstrip())].replace("\n", "")
    if "\t" not in room and len(room) < 2:
        return None
    run = run_of("", look)
    for item in run.findall(w("t")):
        run.remove(item)
    for piece in re.findall(r"\t|[^\t]+", room):
        if piece == "\t":
            etree.SubElement(run, w("tab"))
        else:
            set_text(etree.SubElement(run, w("t")), piece)
    return run


def silence(paragraph: Element, keep: Sequence[Element | None] = ()) -> None:
    """Takes the words of the paragraph away; what is drawn in it stays."""
    for run in list(runs(paragraph)):
        if any(run is one for one in keep):
            continue
        for item in list(run):
            if item.tag in _WORDS:
                run.remove(item)
        if all(item.tag == w("rPr") for item in run) and (parent := run.getparent()) is not None:
            parent.remove(run)
    for holder in list(paragraph.iter(*_HOLDERS)):
        if next(holder.iter(w("r")), None) is None and (parent := holder.getparent()) is not None:
            parent.remove(holder)


def drawn_runs(paragraph: Element) -> list[Element]:
    """The runs of the paragraph that draw something."""
    return [run for run in runs(paragraph) if next(run.iter(*_DRAWN), None) is not None]


def bare_copy(paragraph: Element) -> Element:
    """A paragraph that stands like it and says nothing; it ends no section and begins no page."""
    made = paragraph.makeelement(w("p"))
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        own = copy.deepcopy(properties)
        for name in ("sectPr", "pageBreakBefore", "pPrChange"):
            for item in own.findall(w(name)):
                own.remove(item)
        made.append(own)
    return made


def removed(paragraph: Element) -> None:
    """Takes the paragraph out; one that a cell or a section ends with is emptied instead."""
    parent = paragraph.getparent()
    if parent is None:
        return
    alone = not [item for item in parent if item.tag == w("p") and item is not paragraph]
    last = parent.tag == w("tc") and parent[-1] is paragraph and (len(parent) < 2 or parent[-2].tag != w("p"))
    if alone or last or paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        silence(paragraph)
        return
    parent.remove(paragraph)


def repeat(paragraphs: Sequence[Element], name: str, each: str, item: str = "dong") -> None:
    """Makes the paragraphs one that is repeated for each item of the list of that name.

    The last item has the look of the last, all before it that of the first; what is drawn in them is drawn once.
    """
    first, last = paragraphs[0], paragraphs[-1]
    drawn = [run for one in paragraphs[:-1] for run in drawn_runs(one)]
    for run in drawn:
        _into(last, run)
    parted = bool(drawn_runs(last)) or _stands(first) != _stands(last)
    before: list[Element] = [tag_paragraph(f"{{%p for {item} in {name} %}}")]
    after: list[Element] = [tag_paragraph("{%p endfor %}")]
    if parted:
        other = bare_copy(first)
        lead = lead_of(first, look_of(first))
        other.extend([run for run in (lead, run_of(each, look_of(first))) if run is not None])
        before += [tag_paragraph("{%p if not loop.last %}"), other, tag_paragraph("{%p else %}")]
        after.insert(0, tag_paragraph("{%p endif %}"))
    for one in paragraphs[:-1]:
        removed(one)
    say(last, each)
    around(last, before, after)


def _stands(paragraph: Element) -> tuple[bytes, bytes]:
    properties, look = paragraph.find(w("pPr")), look_of(paragraph)
    if properties is not None:
        properties = copy.deepcopy(properties)
        for item in properties.findall(w("sectPr")):
            properties.remove(item)
    return tuple(b"" if one is None else etree.tostring(one) for one in (properties, look))  # type: ignore[return-value]


def _into(paragraph: Element, run: Element) -> None:
    """Moves a drawing run to the end of the paragraph, without words."""
    for item in list(run):
        if item.tag in _WORDS:
            run.remove(item)
    paragraph.append(run)


def one_of(paragraphs: Sequence[Element], tag: str) -> None:
    """Makes the paragraphs one with the tag; what is drawn in the others is drawn there."""
    first = paragraphs[0]
    for other in paragraphs[1:]:
        for run in drawn_runs(other):
            _into(first, run)
        removed(other)
    say(first, tag)


def around(element: Element, before: Iterable[Element], after: Iterable[Element]) -> None:
    """Puts paragraphs before and behind an element."""
    for one in before:
        element.addprevious(one)
    for one in reversed(list(after)):
        element.addnext(one)
