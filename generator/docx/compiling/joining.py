"""Tags that join paragraphs (``{%- … -%}``): what may stand between the texts they bring together."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.docx.compiling.tags import MARK, Tag
from generator.docx.word.ooxml import w

_PARAGRAPH, _TEXT = w("p"), w("t")
# All that may go when two texts are joined: paragraphs and runs, with their looks, and breaks of a line.
_FRAME = frozenset(map(w, ("p", "pPr", "r", "rPr", "t", "bookmarkStart", "bookmarkEnd", "proofErr")))


def losses_of_joining(tag: Tag) -> Iterator[str]:
    """What would be lost, or left broken, where the tag joins its text to its neighbours'."""
    text = tag.text.text or ""
    marks = list(MARK.finditer(text))
    before, after = text[: marks[0].start()], text[marks[-1].end() :]
    if tag.joins_before:
        yield from _losses(tag, before, "trước")
    if tag.joins_after:
        yield from _losses(tag, after, "sau")


def _losses(tag: Tag, beside: str, side: str) -> Iterator[str]:
    if beside.strip():
        yield f"dấu trừ làm mất chữ «{beside.strip()[:40]}» đứng {side} thẻ trong cùng đoạn"
        return
    texts = list(tag.text.getroottree().getroot().iter(_TEXT))
    place = texts.index(tag.text) + (1 if side == "sau" else -1)
    if not 0 <= place < len(texts):
        yield f"không có đoạn {side} để nối"
        return
    other = texts[place]
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


def _between(first: etree._Element, last: etree._Element) -> Iterator[etree._Element]:
    """The elements that begin between two texts, in order."""
    inside = False
    for item in first.getroottree().getroot().iter(etree.Element):
        if item is last:
            return
        if inside:
            yield item
        inside = inside or item is first


def _may_go(item: etree._Element) -> bool:
    """Whether nothing is lost with the element: it is a frame of text, a line's end, or a look that ends no section."""
    if item.tag in _FRAME or (item.tag == w("br") and item.get(w("type"), "textWrapping") == "textWrapping"):
        return True
    around = {ancestor.tag for ancestor in item.iterancestors()}
    return bool(around & {w("pPr"), w("rPr")}) and item.tag != w("sectPr") and w("sectPr") not in around
