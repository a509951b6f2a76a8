"""Numbers and names that must not come twice in a document: of bookmarks, drawings and comments.

A loop repeats what stands in it, and two attachments made from one template carry the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from lxml import etree

from generator.docx.word.ooxml import take_out, w

_ID, _NAME, _START, _END = w("id"), w("name"), w("bookmarkStart"), w("bookmarkEnd")
_DRAWING_ID = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_COMMENTS = tuple(w(tag) for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"))


def number_anew(root: etree._Element) -> None:
    """Make the ids unique in place; of bookmarks with one name, and of a comment's anchors, the first stays."""
    number, opened, names = 0, dict[str, str | None](), set[str]()
    for item in list(root.iter(_START, _END)):
        key, name = item.get(_ID, ""), item.get(_NAME, "")
        if item.tag == _START and name in names:
            opened[key] = None
        elif item.tag == _START:
            number += 1
            names.add(name)
            opened[key] = str(number)
        given = opened.get(key, key)
        if given is None:
            take_out(item)
        else:
            item.set(_ID, given)
    for number, item in enumerate(root.iter(_DRAWING_ID), 1):
        item.set("id", str(number))
    seen: set[tuple[object, str]] = set()
    for item in list(root.iter(*_COMMENTS)):
        anchor = (item.tag, item.get(_ID, ""))
        if anchor in seen:
            take_out(item)
        seen.add(anchor)


def bookmark_names(root: etree._Element) -> set[str]:
    """The names of the bookmarks."""
    return {item.get(_NAME, "") for item in root.iter(_START)}


def rename_bookmarks(root: etree._Element, before: etree._Element) -> None:
    """Give the bookmarks named as some of the text before other names, also in the fields and links that go to them."""
    own = bookmark_names(root)
    taken = bookmark_names(before) if own else set()
    names = {name: _free(name, taken) for name in own & taken}
    if not names:
        return
    for item in root.iter(_START):
        item.set(_NAME, names.get(item.get(_NAME, ""), item.get(_NAME, "")))
    for link in root.iter(w("hyperlink")):
        if link.get(w("anchor")) in names:
            link.set(w("anchor"), names[link.get(w("anchor"), "")])
    called = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?![\w-])")
    for code in root.iter(w("instrText")):
        code.text = called.sub(lambda match: names[match[1]], code.text or "")
    for simple in root.iter(w("fldSimple")):
        simple.set(w("instr"), called.sub(lambda match: names[match[1]], simple.get(w("instr"), "")))


def _free(name: str, taken: Collection[str]) -> str:
    number = 2
    while f"{name}_{number}" in taken:
        number += 1
    return f"{name}_{number}"
