"""Rich text of docxtpl's classes as WordprocessingML that Word's schema allows.

Their own markup is taken apart and made anew: what is no text, no break and no look of a run does not come in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from lxml import etree

from generator.docx.word.ooxml import RUN_ORDER, R, W, parse, w
from generator.docx.word.text import OPEN_TEXT, Xml, breaking_text_xml, plain_xml
from generator.opc import PackageError

Kind = Literal["runs", "paragraphs", "listing", "picture", "document"]
_CLASSES: dict[tuple[str, str], Kind] = {
    ("docxtpl.richtext", "RichText"): "runs",
    ("docxtpl.richtext", "RichTextParagraph"): "paragraphs",
    ("docxtpl.listing", "Listing"): "listing",
    ("docxtpl.inline_image", "InlineImage"): "picture",
    ("docxtpl.subdoc", "Subdoc"): "document",
    ("generator.docx.compatible", "Subdoc"): "document",
}
_LINK = f"{{{R}}}id"


def kind_of(value: object) -> Kind | None:
    """What a value made by docxtpl's classes is, or by classes made from them; None for any other."""
    for kind in type(value).__mro__:
        if known := _CLASSES.get((kind.__module__, kind.__name__)):
            return known
    return None


def runs_of(value: object, link: Callable[[str], str]) -> Xml:
    """The runs of a RichText; ``link`` gives the key under which the part printed now points at the same address.

    What is no run raises ValueError.
    """
    return Xml("".join(_inline(item, link) for item in _content(value)))


def paragraphs_of(value: object, link: Callable[[str], str]) -> Xml:
    """The paragraphs of a RichTextParagraph."""
    made: list[str] = []
    for item in _content(value):
        if item.tag != w("p"):
            raise ValueError("chữ có định dạng hỏng")
        properties = item.find(w("pPr"))
        look = "" if properties is None else plain_xml(properties)
        made.append(f"<w:p>{look}{''.join(_inline(run, link) for run in item if run.tag != w('pPr'))}</w:p>")
    return Xml("".join(made))


def listing_of(value: object) -> str:
    """The text of a Listing."""
    return _signed("".join(str(piece) for piece in _parsed(f"<x>{_xml(value)}</x>").itertext()))


def _content(value: object) -> list[etree._Element]:
    return list(_parsed(f'<x xmlns:w="{W}" xmlns:r="{R}">{_xml(value)}</x>'))


def _xml(value: object) -> str:
    # Its signs for paragraphs and pages are no characters of XML.
    return str(getattr(value, "xml", "")).replace("\a", "\U0010ff07").replace("\f", "\U0010ff0c")


def _parsed(text: str) -> etree._Element:
    try:
        return parse(text)
    except PackageError as error:
        raise ValueError("chữ có định dạng hỏng") from error


def _inline(item: etree._Element, link: Callable[[str], str]) -> str:
    if item.tag == w("hyperlink"):
        inner = "".join(_run(run) for run in item)
        return (
            f'<w:hyperlink r:id="{link(item.get(_LINK, ""))}" xmlns:r="{R}" w:tgtFrame="_blank">{inner}</w:hyperlink>'
        )
    return _run(item)


def _run(run: etree._Element) -> str:
    if run.tag != w("r"):
        raise ValueError("chữ có định dạng hỏng")
    pieces: list[str] = []
    for item in run:
        if item.tag == w("t"):
            pieces.append(f"{OPEN_TEXT}{breaking_text_xml(_signed(item.text or ''))}</w:t>")
        elif item.tag in (w("tab"), w("br")):
            pieces.append(plain_xml(item))
    return f"<w:r>{_look(run)}{''.join(pieces)}</w:r>"


def _look(run: etree._Element) -> str:
    properties = run.find(w("rPr"))
    if properties is None:
        return ""
    ordered = sorted((item for item in properties if item.tag in RUN_ORDER), key=lambda item: RUN_ORDER[str(item.tag)])
    for item in ordered:
        if item.tag == w("shd") and item.get(w("val")) is None:  # the schema asks for it
            item.set(w("val"), "clear")
    return f"<w:rPr>{''.join(map(plain_xml, ordered))}</w:rPr>"


def _signed(text: str) -> str:
    return text.replace("\U0010ff07", "\a").replace("\U0010ff0c", "\f")
