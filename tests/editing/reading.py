"""What tests read back out of a Word file that was written anew."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from generator.editing.texts import texts
from tests.layout.word_maker import W, make

WORD = f"{{{W}}}"
SAID = "Căn cứ Luật Tổ chức chính quyền địa phương"


def part(docx: bytes, name: str) -> etree._Element:
    """The root of a part."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(name))


def names(docx: bytes) -> list[str]:
    """The names of all parts."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.namelist()


def comments(docx: bytes, name: str = "word/comments.xml") -> dict[str, tuple[str, str, str]]:
    """Each comment by its id: its text, its author, and the text of the document it stands at."""
    root = part(docx, "word/document.xml")
    found = {}
    for comment in part(docx, name).iter(f"{WORD}comment"):
        key = comment.get(f"{WORD}id", "")
        text = "\n".join("".join(p.itertext(f"{WORD}t")) for p in comment.iter(f"{WORD}p"))
        found[key] = text, comment.get(f"{WORD}author", ""), _between(root, key)
    return found


def _between(root: etree._Element, key: str) -> str:
    """The text between the beginning and the end of a comment; a comment needs both, and its reference, once."""
    said, inside, seen = "", False, []
    for item in root.iter():
        if item.tag in (f"{WORD}commentRangeStart", f"{WORD}commentRangeEnd", f"{WORD}commentReference"):
            if item.get(f"{WORD}id") == key:
                seen.append(str(item.tag).removeprefix(f"{WORD}comment"))
                inside = seen == ["RangeStart"]
        elif inside and item.tag == f"{WORD}t":
            said += item.text or ""
    assert seen == ["RangeStart", "RangeEnd", "Reference"]
    return said


def same_words(one: bytes, other: bytes) -> bool:
    """Whether two files say the same, tracked changes of the second taken back."""
    return texts(one) == texts(other, accepted=False)


def with_settings(settings: str) -> bytes:
    """A small file with these settings."""
    return make(f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p>", settings=settings)
