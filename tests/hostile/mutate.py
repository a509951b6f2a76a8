"""Ways to damage a file: its zip, its bytes, its XML, its YAML; the same random numbers do the same damage."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from random import Random

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_VALUES = (
    "", "0", "-1", "1", "2", "63", "1000000000", "-1000000000", "99999", "31680", "4294967296", "1e9", "1e400",
    "NaN", "inf", "-inf", "9" * 5000, "٣", "１２", "0x10", "1_000", " 5 ", "true", "false", "none", "auto",
    "restart", "continue", "begin", "separate", "end", "page", "column", "both", "center", "exact", "12pt", "-5in",
    "50%", "1.5", "0.00001", "FFFFFF", "+12345", "zzzzzz", "dxa", "pct", "nil", "single", "wave", "decimal",
    "upperRoman", "lowerLetter", "bullet", "first", "even", "Normal", "Tên lạ “phông” \\", '"#panic("x")', "#{",
    "../../../etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/x.png", "\u202eabc", "\ufeff", "\u0301",
    "\U0001f600",
    "x" * 20_000, "%1%2%3%9", "F0B7", "D800", "{{ x }}", "{% for %}", "PAGE", "NUMPAGES \\* ROMAN", "INCLUDEPICTURE x",
)  # fmt: skip
_NAMESPACES = (W, "urn:khac", "", "http://schemas.openxmlformats.org/drawingml/2006/main")
_SNIPPETS = (
    '<w:p xmlns:w="{w}"/>', '<w:tbl xmlns:w="{w}"/>', '<w:tbl xmlns:w="{w}"><w:tr/><w:tr><w:tc/></w:tr></w:tbl>',
    '<w:sectPr xmlns:w="{w}"><w:pgSz w:w="0" w:h="0"/></w:sectPr>', '<w:r xmlns:w="{w}"><w:br w:type="page"/></w:r>',
    '<w:r xmlns:w="{w}"><w:fldChar w:fldCharType="begin"/></w:r>', '<w:gridSpan xmlns:w="{w}" w:val="99"/>',
    '<w:r xmlns:w="{w}"><w:fldChar w:fldCharType="end"/></w:r>', '<w:vMerge xmlns:w="{w}"/>',
    '<w:r xmlns:w="{w}"><w:t xml:space="preserve"> a\tb\n c/d </w:t><w:tab/><w:sym w:font="Symbol" w:char="F0B7"/>'
    "</w:r>",
    '<w:sz xmlns:w="{w}" w:val="99999"/>', '<w:ind xmlns:w="{w}" w:left="-99999" w:hanging="99999"/>',
    '<w:altChunk xmlns:w="{w}"/>', '<w:sdt xmlns:w="{w}"/>', '<w:pict xmlns:w="{w}"/>', '<w:drawing xmlns:w="{w}"/>',
    '<w:footnoteReference xmlns:w="{w}" w:id="1"/>', '<w:tblGrid xmlns:w="{w}"/>',
    '<w:trHeight xmlns:w="{w}" w:val="-5"/>',
    '<w:spacing xmlns:w="{w}" w:line="-240" w:lineRule="exact" w:before="-99999"/>', '<x/>',
    '<w:tblHeader xmlns:w="{w}"/>', '<w:cols xmlns:w="{w}" w:num="5"/>',
    '<w:pBdr xmlns:w="{w}"><w:top w:val="double"/></w:pBdr>',
    '<w:numPr xmlns:w="{w}"><w:ilvl w:val="12"/><w:numId w:val="1"/></w:numPr>', '<w:tc xmlns:w="{w}"/>',
    '<w:tr xmlns:w="{w}"/>',
)  # fmt: skip


def unpack(docx: bytes) -> dict[str, bytes]:
    """The parts of a sound DOCX."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: dict[str, bytes]) -> bytes:
    """The parts as a DOCX, stored: the damage is inside."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def flip(data: bytes, rng: Random) -> bytes:
    """The bytes with some changed, cut out, doubled, or the end missing."""
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        at = rng.randrange(len(made) or 1)
        kind = rng.random()
        if kind < 0.6 and made:
            made[at] = rng.randrange(256)
        elif kind < 0.75:
            del made[at : at + rng.choice((1, 4, 100))]
        elif kind < 0.9:
            made[at:at] = made[at : at + rng.choice((1, 4, 100))]
        else:
            del made[at:]
    return bytes(made)


def _drop(item: etree._Element, every: list[etree._Element], rng: Random) -> None:
    parent = item.getparent()
    if parent is not None:
        parent.remove(item)


def _double(item: etree._Element, every: list[etree._Element], rng: Random) -> None:
    parent = item.getparent()
    if parent is not None:
        for _ in range(rng.choice((1, 1, 3, 40))):
            parent.insert(rng.randrange(len(parent) + 1), copy.deepcopy(item))


def _move(item: etree._Element, every: list[etree._Element], rng: Random) -> None:
    target = rng.choice(every)
    if target is not item and item not in target.iterancestors() and item.getparent() is not None:
        target.insert(rng.randrange(len(target) + 1), item)


def _revalue(item: etree._Element, every: list[etree._Element], rng: Random) -> None:
    with_values = [one for one in (item, *rng.sample(every, min(len(every), 20))) if one.attrib]
    if with_values:
        chosen = with_values[0]
        chosen.set(rng.choice([str(name) for name in chosen.attrib]), rng.choice(_VALUES))


def _strip(item: etree._Element, every: list[etree._Element], rng: Random) -> None:
    item.attrib.clear()


def _rename(item: etree._Element, every: list[etree._Element], rng: Random) -> None:
    item.tag = rng.choice(every).tag


def _renamespace(item: etree._Element, every: list[etree._Element], rng: Random) -> None:
    space = rng.choice(_NAMESPACES)
    name = etree.QName(item).localname
    item.tag = f"{{{space}}}{name}" if space else name


def _nest(item: etree._Element, every: list[etree._Element], rng: Random) -> None:
    parent = item.getparent()
    if parent is None or len(list(item.iter())) > 200:
        return
    at = parent.index(item)
    for _ in range(rng.choice((2, 8, 40, 300))):
        outer = item.makeelement(item.tag, dict(item.attrib))
        outer.append(item)
        item = outer
    parent.insert(at, item)


def _write(item: etree._Element, every: list[etree._Element], rng: Random) -> None:
    text = "".join(chr(rng.choice((rng.randrange(32, 127), rng.randrange(0xA0, 0x3000), 0x1EA0 + rng.randrange(90))))
                   for _ in range(rng.choice((1, 10, 2000))))  # fmt: skip
    if rng.random() < 0.5:
        item.text = text
    else:
        item.tail = text


def _insert(item: etree._Element, every: list[etree._Element], rng: Random) -> None:
    item.insert(rng.randrange(len(item) + 1), etree.fromstring(rng.choice(_SNIPPETS).replace("{w}", W)))


def _shuffle(item: etree._Element, every: list[etree._Element], rng: Random) -> None:
    children = list(item)
    rng.shuffle(children)
    item[:] = children


_XML: tuple[Callable[[etree._Element, list[etree._Element], Random], None], ...] = (
    _drop, _double, _move, _revalue, _revalue, _revalue, _strip, _rename, _renamespace, _nest, _write, _insert,
    _insert, _shuffle,
)  # fmt: skip


def damage_xml(content: bytes, rng: Random) -> bytes:
    """A part with elements dropped, doubled, moved, renamed, nested, and given values no program writes."""
    root = etree.fromstring(content, etree.XMLParser(huge_tree=True))  # it may have been nested already
    for _ in range(rng.choice((1, 1, 2, 4, 10))):
        every = list(root.iter(etree.Element))
        rng.choice(_XML)(rng.choice(every), every, rng)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, with_tail=False)


def damage_docx(docx: bytes, rng: Random) -> bytes:
    """A DOCX damaged in one of three ways: the zip's bytes, the bytes of a part, the XML of parts."""
    kind = rng.random()
    if kind < 0.1:
        return flip(docx, rng)
    parts = unpack(docx)
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    # The parts that are read most deserve most.
    weights = [8 if "document.xml" in name and "rels" not in name else 2 for name in names]
    for _ in range(rng.choice((1, 1, 2))):
        name = rng.choices(names, weights)[0]
        if kind < 0.25:
            parts[name] = flip(parts[name], rng)
        elif kind < 0.28:
            del parts[name]
            break
        else:
            parts[name] = damage_xml(parts[name], rng)
    return pack(parts)


_YAML = (
    "&a [*a]", "*a", "!!python/object:os.system x", "!!binary ////", "!!int x", "9" * 5000, "99999999999", "1e999",
    "32/13/99999999999", "2026-02-30", "0001-01-01", "\0", "\x1b[31m", "\ufeff", "[" * 300, "{" * 300, "- - - - -",
    "? x",
    "<<: *a", "null", "~", "[]", "{}", '"', "'", ": :", "\t", "|\n", ">\n", "%YAML 9.9", "---\n---", "...",
    "x" * 20_000,
    "{a: {a: {a: 1}}}", '"\\ud800"', '"\\x07"', "-1", "true", "[1, 2", "#", "@", "`", "{{ x }}", "**", "*đậm", "_",
    "\u202e",
)  # fmt: skip


def damage_yaml(text: str, rng: Random) -> str:
    """A YAML text with lines dropped, doubled, swapped, indented, and values no clerk types."""
    lines = text.split("\n")
    for _ in range(rng.choice((1, 1, 2, 5))):
        at = rng.randrange(len(lines))
        kind = rng.random()
        if kind < 0.15:
            del lines[at]
        elif kind < 0.3:
            lines[at:at] = [lines[rng.randrange(len(lines))]] * rng.choice((1, 3))
        elif kind < 0.4:
            lines[at] = " " * rng.choice((1, 2, 4, 400)) + lines[at]
        elif kind < 0.5:
            lines[at] = lines[at].lstrip()
        elif kind < 0.8:
            key, colon, _ = lines[at].partition(": ")
            lines[at] = f"{key}{colon}{rng.choice(_YAML)}"
        elif kind < 0.9:
            lines[at] += rng.choice(_YAML)
        else:
            cut = rng.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:cut] + rng.choice(_YAML) + lines[at][cut:]
        lines = lines or [""]
    return "\n".join(lines)
