"""Tags that join paragraphs (``{%- … -%}``): what may stand between the texts they bring together."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from generator.docx.compiling.tags import MARK, Tag
from generator.docx.word.ooxml import w

_PARAGRAPH, _TEXT = w("p"), w("t")
# All that may go when two texts are joined: paragraphs and runs, with their looks, and breaks of a line.
_FRAME = frozenset(map(w, ("p", "pPr", "r", "rPr", "t", "bookmarkStart", "bookmarkEnd", "proofErr")))


def losses_of_joining(tag: Tag) -> Iterator[str]:
    """What would be lost, or left broken, where the tag joins its text to its neighbours'."""
    if not (tag.joins_before or tag.joins_after):
        return
    text = tag.text.text or ""
    first, last = _edges(text)
    before, after = text[:first], text[last:]
    if tag.joins_before:
        yield from _losses(tag, before, "trước")
    if tag.joins_after:
        yield from _losses(tag, after, "sau")


@lru_cache(maxsize=4)  # of a text with thousands of tags it is asked thousands of times
def _edges(text: str) -> tuple[int, int]:
    """Where the first tag of the text begins and the last one ends."""
    marks = list(MARK.finditer(text))
    return marks[0].start(), marks[-1].end()


def _losses(tag: Tag, beside: str, side: str) -> Iterator[str]:
    if beside.strip():
        yield f"dấu trừ làm mất chữ «{beside.strip()[:40]}» đứng {side} thẻ trong cùng đoạn"
        return
    other = _beside(tag.text, side)
    if other is None:
        yield f"không có đoạn {side} để nối"
        return
    first, last = (tag.text, other) if side == "sau" else (other, tag.text)
    if _path(first) != _path(last):
        yield f"đoạn {side} nằm ở ô, khung hoặc liên kết khác, không nối được"
    elif any(not _may_go(item) for item in _between(first, last)):
        yield f"giữa thẻ và đoạn {side} có hình, bảng, trường, dấu tab hoặc ngắt trang sẽ bị mất"


def _path(text: etree._Element) -> list[object]:
    """The elements around a text: by kind up to its paragraph, and the very one that holds the paragraph."""
    kinds: list[object] = []
    for item in text.iterancestors():
        kinds.append(item.tag)
        if item.tag == _PARAGRAPH:
            return [*kinds, item.getparent()]
    return kinds


def _beside(text: etree._Element, side: str) -> etree._Element | None:
    """The nearest text before or behind this one; looked for from its place, not from the start of the document."""
    item: etree._Element | None = text
    while item is not None:
        sibling = item.getnext() if side == "sau" else item.getprevious()
        if sibling is None:
            item = item.getparent()
            continue
        inside = sibling.iter(_TEXT)
        found = next(inside, None) if side == "sau" else next(iter(deque(inside, maxlen=1)), None)
        if found is not None:
            return found
        item = sibling
    return None


def _between(first: etree._Element, last: etree._Element) -> Iterator[etree._Element]:
    """The elements that begin between two texts, in order."""
    item: etree._Element | None = first
    while item is not None:
        sibling = item.getnext()
        for one in () if sibling is None else sibling.iter(etree.Element):
            if one is last:
                return
            yield one
        item = item.getparent() if sibling is None else sibling


def _may_go(item: etree._Element) -> bool:
    """Whether nothing is lost with the element: it is a frame of text, a line's end, or a look that ends no section."""
    if item.tag in _FRAME or (item.tag == w("br") and item.get(w("type"), "textWrapping") == "textWrapping"):
        return True
    around = {ancestor.tag for ancestor in item.iterancestors()}
    return bool(around & {w("pPr"), w("rPr")}) and item.tag != w("sectPr") and w("sectPr") not in around
