"""``annotate``: a Word file with comments at the words they are about; its text and its other comments stay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lxml import etree

from generator.docx.word.ooxml import W, parse, serialize, w
from generator.editing.applying import AUTHOR
from generator.editing.errors import NoSuchSpotError, RefusedError
from generator.editing.former_comments import of_author, part_of_comments, take_away
from generator.editing.opening import open_to_change
from generator.editing.text import covering, set_text
from generator.edits import Spot
from generator.opc import Package, Relationship
from generator.records import record

INITIALS = "VT"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_ARROW = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_USUAL = "word/comments.xml"
_EMPTY = f'<w:comments xmlns:w="{W}"/>'
_SIZE = "20"  # half points: as Word sets its own comments, whatever the document's styles are


@record(frozen=True)
class Comment:
    """A comment of one or more paragraphs, the first bold; without a spot it stands at the document's beginning."""

    paragraphs: tuple[str, ...]
    spot: Spot | None = None


def annotate(docx: bytes, comments: Sequence[Comment], *, moment: datetime) -> bytes:
    """The file with the comments in place of those it was given before; the same bytes where there are neither.

    Ours are known by their author; what people answered to them stays. One whose words are not found stands at their
    whole paragraph, one whose paragraph is in a box at the paragraph that holds the box, and what cannot be commented
    (a header, a note) at the document's first paragraph.
    Raises RefusedError for a file that must not be written anew, PackageError for one that is no sound DOCX.
    """
    package, main = open_to_change(docx)
    part = part_of_comments(package, main)
    if not comments and not (part and of_author(package.parts[part], AUTHOR)):
        return docx
    root = parse(package.parts[main])
    if part:
        take_away(package, main, root, part, AUTHOR)
    paragraphs = list(root.iter(w("p")))  # counted before any change
    if not paragraphs:
        raise RefusedError("tệp không có đoạn văn nào để ghi chú", "kiểm tra lại tệp")
    part = part or _new_part(package, main)
    held = parse(package.parts[part])
    taken = [int(key) for item in held.iter(w("comment")) if (key := item.get(w("id"), "")).isdigit()]
    for number, comment in enumerate(comments, start=max(taken, default=-1) + 1):
        held.append(_comment(held, comment, str(number), moment))
        spot = comment.spot
        if spot is not None and spot.part == main and 0 < spot.paragraph <= len(paragraphs):
            _anchor(paragraphs[spot.paragraph - 1], spot, str(number))
        else:
            _anchor(paragraphs[0], None, str(number))
    package.parts[part] = serialize(held)
    package.parts[main] = serialize(root)
    return package.to_bytes()


def _new_part(package: Package, main: str) -> str:
    """A part to hold comments, of a document that has none."""
    known = package.related(main, "comments") or ""
    part = known or (_USUAL if _USUAL not in package.parts else package.free_name(_USUAL))
    package.add(part, serialize(parse(_EMPTY)), _TYPE)
    package.relate(main, Relationship(_ARROW, part))
    return part


def _comment(root: etree._Element, comment: Comment, key: str, moment: datetime) -> etree._Element:
    said = {
        w("id"): key, w("author"): AUTHOR, w("date"): moment.strftime("%Y-%m-%dT%H:%M:%SZ"), w("initials"): INITIALS,
    }  # fmt: skip
    made = root.makeelement(w("comment"), said, {"w": W})
    for number, text in enumerate(comment.paragraphs):
        paragraph = etree.SubElement(made, w("p"))
        properties = etree.SubElement(paragraph, w("pPr"))
        etree.SubElement(properties, w("spacing"), {w("before"): "0", w("after"): "0"})
        etree.SubElement(properties, w("ind"), {w("left"): "0", w("firstLine"): "0"})
        etree.SubElement(properties, w("jc"), {w("val"): "left"})
        if not number:
            etree.SubElement(etree.SubElement(paragraph, w("r")), w("annotationRef"))
        run = etree.SubElement(paragraph, w("r"))
        look = etree.SubElement(run, w("rPr"))
        etree.SubElement(look, w("b"), {w("val"): "0" if number else "1"})
        etree.SubElement(look, w("sz"), {w("val"): _SIZE})
        set_text(etree.SubElement(run, w("t")), _sound(text))
    return made


def _sound(text: str) -> str:
    """The text without what XML cannot hold."""
    return "".join(char for char in text if char in "\t\n" or (char >= " " and char not in "\ufffe\uffff"))


def _anchor(paragraph: etree._Element, spot: Spot | None, key: str) -> None:
    """Puts the comment at the words of the spot in the paragraph, at all its words where they are not found."""
    outer = list(paragraph.iterancestors(w("p")))
    text = spot.text if spot is not None and not outer else ""
    paragraph = outer[-1] if outer else paragraph
    try:
        held = covering(paragraph, text, spot.nth if spot is not None else 1)
    except NoSuchSpotError:
        held = covering(paragraph, "")
    begin = paragraph.makeelement(w("commentRangeStart"), {w("id"): key})
    end = paragraph.makeelement(w("commentRangeEnd"), {w("id"): key})
    if held:
        _child(paragraph, held[0]).addprevious(begin)
        _child(paragraph, held[-1]).addnext(end)
    else:
        properties = paragraph.find(w("pPr"))
        paragraph.insert(0 if properties is None else paragraph.index(properties) + 1, begin)
        begin.addnext(end)
    run = paragraph.makeelement(w("r"))
    etree.SubElement(etree.SubElement(run, w("rPr")), w("sz"), {w("val"): "16"})  # never higher than the line
    etree.SubElement(run, w("commentReference"), {w("id"): key})
    end.addnext(run)


def _child(paragraph: etree._Element, run: etree._Element) -> etree._Element:
    """What of the paragraph itself holds the run: a comment begins and ends beside it, never inside a link."""
    held = run
    while (parent := held.getparent()) is not None and parent is not paragraph:
        held = parent
    return held
