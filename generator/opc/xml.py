"""The one way XML is read and written, whichever package it stands in.

A part is UTF-8 or UTF-16, declares no DTD (so it has no entities of its own, and nothing outside is ever fetched), and
is well-formed. Comments and processing instructions are no content: they are left out, and the text around them is
one text. Depth, names and single texts are bounded by libxml2's own limits, which ``huge_tree`` would lift.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, TypeAlias

from lxml import etree

from generator.logs import get_logger
from generator.opc.errors import PackageError, brief
from generator.patterns import late

Element: TypeAlias = etree._Element

MAX_XML = 128 * 1024 * 1024  # bytes of one XML part: three times a table of 10,000 rows and 10 columns
MAX_MARKS = 8_000_000  # tags and attributes of all parts read as trees: some 110 bytes each

SOURCE = "kiểm tra nguồn gốc của tệp"
WRITTEN_OUT = "Office cũng không mở được: cho phần mềm tạo ra tệp viết thẳng chữ (â thay cho &acirc;) rồi xuất lại"
SMALLER = "chia thành nhiều tệp nhỏ hơn"
_LOG = get_logger(__name__)
_POLICY: dict[str, Any] = {
    "encoding": "utf-8", "load_dtd": False, "resolve_entities": False, "no_network": True, "huge_tree": False,
    "recover": False, "remove_comments": True, "remove_pis": True, "collect_ids": False,
}  # fmt: skip
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DECLARED = late(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = {"utf-8", "utf8", "utf-16", "us-ascii", "ascii"}
# A DTD stands before the root element, with nothing but these before it. Found ahead of the parser, which would
# already have done as the DTD says.
_DTD = late(rb"(?>[ \t\r\n]+|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_TOO_MUCH = 114  # libxml2's XML_ERR_RESOURCE_LIMIT: depth over 256, a text or tag over 10 MB, swelling entities
_E = etree.ErrorTypes
_NO_MEMORY = _E.ERR_NO_MEMORY
_ENTITY = "có ký hiệu dạng &…; không ai khai báo hoặc viết dở"
_WRONG = {
    "thẻ mở và thẻ đóng không khớp nhau": {_E.ERR_TAG_NAME_MISMATCH},
    "bị cắt cụt, còn thẻ chưa đóng": {_E.ERR_TAG_NOT_FINISHED, _E.ERR_LTSLASH_REQUIRED},
    "không có nội dung": {_E.ERR_DOCUMENT_EMPTY},
    "còn nội dung sau thẻ đóng cuối cùng": {_E.ERR_DOCUMENT_END},
    "có ký tự không được phép": {_E.ERR_INVALID_CHAR, _E.ERR_INVALID_CHARREF, _E.ERR_INVALID_HEX_CHARREF},
    "chữ không đúng mã UTF-8": {_E.ERR_INVALID_ENCODING, _E.ERR_UNKNOWN_ENCODING, _E.ERR_UNSUPPORTED_ENCODING},
    "dấu < hoặc & đứng một mình trong chữ": {_E.ERR_NAME_REQUIRED, _E.ERR_LT_IN_ATTRIBUTE},
    _ENTITY: {
        _E.ERR_UNDECLARED_ENTITY, _E.WAR_UNDECLARED_ENTITY, _E.ERR_ENTITYREF_SEMICOL_MISSING,
        _E.ERR_ENTITYREF_NO_NAME,
    },
    "thẻ viết dở, thiếu dấu >": {_E.ERR_GT_REQUIRED, _E.ERR_LT_REQUIRED},
    "thuộc tính của thẻ viết sai": {
        _E.ERR_ATTRIBUTE_NOT_STARTED, _E.ERR_ATTRIBUTE_NOT_FINISHED, _E.ERR_ATTRIBUTE_WITHOUT_VALUE,
        _E.ERR_SPACE_REQUIRED, _E.ERR_EQUAL_REQUIRED,
    },
    "một thuộc tính ghi hai lần trong một thẻ": {_E.ERR_ATTRIBUTE_REDEFINED, _E.NS_ERR_ATTRIBUTE_REDEFINED},
    "tên mang tiền tố chưa khai báo": {_E.NS_ERR_UNDEFINED_NAMESPACE},
    "chú thích hoặc khối CDATA chưa đóng": {_E.ERR_COMMENT_NOT_FINISHED, _E.ERR_CDATA_NOT_FINISHED},
}  # fmt: skip


class Allowance:
    """How many tags and attributes may still be read as trees from one package.

    All its parts share it, so that a header named by a thousand sections counts a thousand times.
    """

    def __init__(self) -> None:
        self._left = MAX_MARKS

    def spend(self, content: bytes) -> None:
        """Take off what the part holds; PackageError when that is more than is left."""
        self._left -= content.count(b"<") + content.count(b"=")
        if self._left < 0:
            raise PackageError("có quá nhiều nội dung để đọc trong một lần", SMALLER)


def parse(data: bytes | str, part: str = "") -> Element:
    """The root element; PackageError, naming the part, for what is not well-formed or carries a DTD."""
    content = checked(data.encode() if isinstance(data, str) else data, part)
    try:
        return etree.fromstring(content, etree.XMLParser(**_POLICY))  # one parser a part: lxml's parsers keep state
    except etree.XMLSyntaxError as error:
        raise _malformed(error, part) from error


def stream(data: bytes, part: str, *names: str) -> Iterator[Element]:
    """The elements of these names (as lxml spells them) in the order they end, each cleared when the next is asked for.

    The same policy and errors as ``parse``, for parts too large to hold as a tree.
    """
    content = BytesIO(checked(data, part))
    try:
        for _, element in etree.iterparse(content, tag=names, **_POLICY):
            yield element
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    except etree.XMLSyntaxError as error:
        raise _malformed(error, part) from error


def checked(content: bytes, part: str = "") -> bytes:
    """The part as UTF-8 without a DTD; PackageError for any other encoding, and for a DTD."""
    content = _utf8(content, part)
    if _DTD.match(content.removeprefix(codecs.BOM_UTF8)):
        raise PackageError(f"{_named(part)}khai báo DTD (DOCTYPE), điều tệp Office không được có", SOURCE)
    return content


def serialize(root: Element) -> bytes:
    """The part as it stands in a package."""
    return _DECLARATION + etree.tostring(root, encoding="UTF-8", xml_declaration=False)


def text_of(element: Element) -> str:
    """The whole text of an element that should hold nothing else: what stands beside a stray element too."""
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def _utf8(content: bytes, part: str) -> bytes:
    """The part in UTF-8: OPC allows UTF-16 beside it, and anything else could be read in two ways."""
    start = content[:4]
    marked = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if marked or start in (b"<\0?\0", b"\0<\0?"):
        kind = "utf-16" if marked else "utf-16-le" if start[:1] == b"<" else "utf-16-be"
        try:
            return content.decode(kind).encode()
        except UnicodeError as error:
            raise PackageError(f"{_named(part)}có XML sai: hỏng mã chữ UTF-16") from error
    declared = _DECLARED.match(content[:200].removeprefix(codecs.BOM_UTF8))
    if declared and declared[1].decode("ascii", "replace").lower() not in _ENCODINGS:
        raise PackageError(f"{_named(part)}không dùng mã chữ UTF-8")
    return content


def _malformed(error: etree.XMLSyntaxError, part: str) -> PackageError | MemoryError:
    if getattr(error, "code", 0) == _NO_MEMORY:  # beyond a limit of the process, which is no fault of the XML
        return MemoryError()
    if getattr(error, "code", 0) == _TOO_MUCH:
        return PackageError(f"{_named(part)}lồng nhau quá sâu hoặc có mục quá dài", SOURCE)
    _LOG.debug("libxml2: %s: %s", part, error.msg)
    line, column = error.position
    where = f"dòng {line}, cột {column}" if line and column else f"dòng {line}" if line else "đầu phần"
    what = next((what for what, codes in _WRONG.items() if getattr(error, "code", 0) in codes), "")
    fix = WRITTEN_OUT if what == _ENTITY else ""
    return PackageError(f"{_named(part)}bị hỏng: XML sai ở {where}{what and ': '}{what}", fix)


def _named(part: str) -> str:
    return f"phần {brief(part)} " if part else ""
