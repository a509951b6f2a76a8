"""What LibreOffice reads otherwise than the standard says, said to it in words that it reads right.

A difference from LibreOffice counts as ours, so where ECMA-376 settles what a file means and LibreOffice differs, it is
given the same file with that meaning spelt out; ``docs/pdf-khac-biet.md`` lists these places. A file without them
goes to it as it is, byte for byte.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from lxml import etree

from tests.agreement.plain.even_pages import even_left_out
from tests.agreement.plain.flat_rows import flattened
from tests.agreement.plain.gaps import gaps_said
from tests.agreement.plain.grown import grown_said
from tests.agreement.plain.labels import labels_said
from tests.agreement.plain.last_lines import with_own_sizes
from tests.agreement.plain.letter_gaps import spaced
from tests.agreement.plain.lines import parted, tall
from tests.agreement.plain.list_gaps import list_gaps_said
from tests.agreement.plain.marks import marks_sized
from tests.agreement.plain.missing_parts import completed
from tests.agreement.plain.notes import at_the_end, numbers_said
from tests.agreement.plain.objects import pictured
from tests.agreement.plain.own_styles import alone, known, level, raised, sized
from tests.agreement.plain.row_exceptions import margins_said
from tests.agreement.plain.table_styles import named, without_said
from tests.agreement.plain.tables import off_the_grid, unbroken, widths_said
from tests.agreement.plain.tall_spaces import spaces_lowered
from tests.agreement.plain.toggles import toggled

_PARTS = re.compile(
    r"word/(document|styles|numbering|header\d*|footer\d*|footnotes|endnotes|fontTable|theme/theme\d*)\.xml"
)
_OTHER_NAME = re.compile(
    rb'<w:font w:name="([^".][^"]*)">(?:(?!</w:font>).)*?<w:altName w:val="'
    rb'(Times New Roman|Arial|Calibri|Cambria|Courier New)[",]'
)
_LIGATURES = re.compile(rb'<w14:ligatures\b[^>]*w14:val="(?!none")')
_LIGATED = re.compile(rb"(<(?:w:rFonts|a:latin)\b[^>]*>)")  # the one typeface whose ligatures are narrower
_FONTS = re.compile(rb"<w:rFonts\b[^>]*>")
_CALIBRI = re.compile(rb'="(Calibri|Carlito)"')
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CONTROL = re.compile(rb"<w:sdt>(?!<w:sdtPr>(?:(?!</w:sdtPr>).)*<w:dataBinding)", re.S)
_PROPERTY = re.compile(
    rb"\s*(?:AUTHOR|CHARS|COMMENTS|CREATEDATE|DOCPROPERTY|EDITTIME|FILENAME|FILESIZE|INFO|KEYWORDS|LASTSAVEDBY|NOTEREF|NUMCHARS|"
    rb"NUMWORDS|PAGEREF|PRINTDATE|REF|REVNUM|SAVEDATE|SUBJECT|TEMPLATE|TITLE|USERADDRESS|USERINITIALS|USERNAME)\b",
    re.I,
)
_FIELD = re.compile(rb'(?:<w:instrText[^>]*>|w:instr=")' + _PROPERTY.pattern, re.I)
_EMBEDDED = re.compile(rb"<w:embed(?:Regular|Bold|Italic|BoldItalic)\b[^>]*/>")
_NO_TEXT = re.compile(rb"<w:t(?: [^>]*)?(?:/>|></w:t>)")
_SPACING = re.compile(rb"<w:spacing\b[^>]*>")
_LEFT_TAB = re.compile(rb'<w:tab\b(?=[^>]*w:val="(?:left|start)")[^>]*w:pos="(\d+)"[^>]*>')
_MARGINS = (("left", rb'<w:pgMar\b[^>]*w:left="(\d+)"'), ("right", rb'<w:pgMar\b[^>]*w:right="(\d+)"'))
_PARAGRAPH = re.compile(rb"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?</w:p>", re.S)
_PRINTED = re.compile(rb"<w:(t|tab/|br|drawing|pict|object|sym|fldChar|fldSimple|instrText|footnoteReference)(?![a-z])")
_RAISED = re.compile(rb"<w:vertAlign\b[^>]*/>")
_TEXT = re.compile(rb"(?:<w:t(?: [^>]*)?>)([^<]*)</w:t>|<w:(?:tab|br|cr|ptab|drawing|pict|fldChar|p)\b")
_MARKS = re.compile(r"\$(?=\S)|}(?=\S)|(?<={)/")
_BEHIND = re.compile(r"(?<=[^\s\w{#\u2060-]){|(?<=\\)(?=[^\s\u2060])")
_JOINER = "\u2060"  # a brace that opens may begin a line behind points, dots, quotes and a percent sign
_UNBROKEN = str.maketrans("$}/", "#{;")  # as wide in the typefaces of papers, and of classes that bar a break
_CELL = re.compile(rb"<w:tc[ >]|</w:tc>|<w:p(?: [^>]*[^/>])?>(?:<w:pPr/>|<w:pPr>.*?</w:pPr>)?(?=(.*?)</w:p>)", re.S)
_WORDS = 2
_FIELD_MARK = re.compile(rb"<w:fldChar\b[^>]*/>|<w:instrText\b[^>]*>[^<]*</w:instrText>")
_EMPTY_MERGE = re.compile(
    rb'<w:fldChar [^>]*"begin"[^>]*/>(?:(?!<w:t[ >]|<w:fldChar|</w:p>).)*?MERGEFIELD(?:(?!<w:t[ >]|"begin"|</w:p>).)*?'
    rb'<w:fldChar [^>]*"end"[^>]*/>',
    re.S,
)
_STYLE = re.compile(rb'<w:style\b[^>]*w:styleId="([^"]*)"[^>]*>(?!<w:name\b)')
_CHANGED = re.compile(rb"<w:((?:r|p|tbl|tr|tc|tblPrEx|sect)PrChange|tblGridChange)\b[^>]*>.*?</w:\1>", re.S)
_SYMBOL = re.compile(rb'(<w:sym\b[^>]*w:char=")00(?=[0-9A-Fa-f]{2}")')
_FIRST_SECTION = re.compile(
    rb"\A((?:(?!<w:sectPr\b).)*<w:sectPr\b(?:(?!</w:sectPr>).)*?)"
    rb'<w:type w:val="continuous"/>(?=(?:(?!</w:sectPr>).)*?w:start=)',
    re.S,
)
_WEB = re.compile(rb'<w:fldChar\b[^>]*"(begin|end)"|<w:webHidden\b[^>]*/>')
_NEAR = 3  # twips: LibreOffice rounds each margin to hundredths of a millimetre, about half a twip
_CLEAR = 6
_WIDER = b'<w:ind w:right="-%d"/>' % _NEAR


def said_plainly(docx: bytes) -> bytes:
    """The file with what it means by its line heights, tabs, empty lines, letters and places to fill in."""
    try:
        source = zipfile.ZipFile(io.BytesIO(docx := completed(docx)))
        parts = {name: source.read(name) for name in source.namelist() if _PARTS.fullmatch(name)}
    except (zipfile.BadZipFile, zlib.error, OSError):
        return docx  # damaged: what each engine says of it is its own
    settings = source.read("word/settings.xml") if "word/settings.xml" in source.namelist() else b""
    parts, kept = numbers_said(at_the_end(parts, settings), settings), parts
    edges = text_widths(parts.get("word/document.xml", b""))
    styles = parts.get("word/styles.xml", b"")
    # How it looked before a tracked change is not printed, and holds properties inside properties.
    read = {name: _NO_TEXT.sub(b"", _CHANGED.sub(b"", data)) for name, data in parts.items()}
    read = _by_other_names(read)
    read = {name: _read(_printed(_shown(_named(labels_said(pictured(data)))))) for name, data in read.items()}
    if "word/document.xml" in read:
        read["word/document.xml"] = _FIRST_SECTION.sub(rb"\1", read["word/document.xml"], count=1)
        read["word/document.xml"] = even_left_out(read["word/document.xml"], settings)
    plain = {
        name: tall(spaced(parted(_heights(_roomy(_within(_ruled(spaces_lowered(data)), edges)))), styles))
        for name, data in read.items()
    }
    plain = {
        name: off_the_grid(
            gaps_said(widths_said(margins_said(flattened(unbroken(_joined(data)))), edges, styles, settings)), settings
        )
        for name, data in plain.items()
    }
    plain = {
        name: alone(level(sized(data)))
        if name == "word/styles.xml"
        else marks_sized(raised(toggled(named(known(data, styles), styles), styles), styles), styles)
        for name, data in plain.items()
    }
    if "word/document.xml" in plain:
        plain["word/document.xml"] = grown_said(plain["word/document.xml"], docx)
        if styles:
            plain["word/document.xml"], plain["word/styles.xml"] = list_gaps_said(
                plain["word/document.xml"], plain["word/styles.xml"]
            )
            plain["word/styles.xml"] = without_said(plain["word/styles.xml"], plain["word/document.xml"])
    # LibreOffice sets other files of the same run in the typefaces that one of them carries.
    plain = {name: _EMBEDDED.sub(b"", data) for name, data in plain.items()}
    if not any(_LIGATURES.search(data) for data in parts.values()):
        plain = {name: _apart(data) for name, data in plain.items()}
    plain = with_own_sizes(plain)
    if plain == kept:
        return docx
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in source.infolist():
            archive.writestr(info, plain.get(info.filename) or source.read(info))
    return stream.getvalue()


def text_widths(document: bytes) -> set[int]:
    """How wide the text of the document's sections may be, in twips."""
    found: set[int] = set()
    for section in re.findall(rb"<w:sectPr\b.*?</w:sectPr>", document, re.S):
        lengths = {
            name: int(value[1])
            for name, pattern in (("page", rb'<w:pgSz\b[^>]*w:w="(\d+)"'), *_MARGINS)
            if (value := re.search(pattern, section))
        }
        if len(lengths) == 1 + len(_MARGINS):
            found.add(lengths["page"] - lengths["left"] - lengths["right"])
    return found


def _read(data: bytes) -> bytes:
    # The result of a field that tells of the file is what the file stores; LibreOffice works it out anew. And of
    # controls inside one another, or beside a comment, it prints one alone.
    if not _CONTROL.search(data) and not _FIELD.search(data):
        return data
    root = etree.fromstring(data)
    for control in list(root.iter(f"{_W}sdt")):
        if control.find(f"{_W}sdtPr/{_W}dataBinding") is None and control.find(f"{_W}sdtPr/{_W}docPartObj") is None:
            _unwrap(control, control.find(f"{_W}sdtContent"))
    for simple in list(root.iter(f"{_W}fldSimple")):
        if _PROPERTY.match(simple.get(f"{_W}instr", "").encode()):
            _unwrap(simple, simple)
    _store_results(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _unwrap(element: etree._Element, content: etree._Element | None) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(content) if content is not None else []


def _store_results(root: etree._Element) -> None:
    """Leaves of each complex field of a property its result alone."""
    opened: list[list[etree._Element]] = []
    codes: list[str] = []
    for element in list(root.iter(f"{_W}fldChar", f"{_W}instrText")):
        kind = element.get(f"{_W}fldCharType")
        if kind == "begin":
            opened.append([])
            codes.append("")
        if not opened:
            continue
        opened[-1].append(element)
        if kind is None:
            codes[-1] += element.text or ""
        elif kind == "end":
            marks = opened.pop()
            if _PROPERTY.match(codes.pop().encode()):
                for mark in marks:
                    mark.getparent().remove(mark)  # type: ignore[union-attr]


def _by_other_names(parts: dict[str, bytes]) -> dict[str, bytes]:
    # A font is also found by its other names (17.8.3.1); LibreOffice looks for the first alone.
    others = dict(_OTHER_NAME.findall(parts.get("word/fontTable.xml", b"")))
    if not others:
        return parts
    asked = re.compile(rb'(?<==")(?:' + b"|".join(map(re.escape, others)) + rb')(?=")')
    return {
        name: data if name == "word/fontTable.xml" else _FONTS.sub(
            lambda fonts: asked.sub(lambda match: others[match[0]], fonts[0]), data
        )
        for name, data in parts.items()
    }  # fmt: skip


def _ruled(data: bytes) -> bytes:
    # Without a rule the height counts lines (17.3.1.33); LibreOffice takes it for an exact height.
    def rule(match: re.Match[bytes]) -> bytes:
        text = match[0]
        if b"w:line=" not in text:  # then both are what a style says; LibreOffice takes a rule alone for single spacing
            return text.replace(b' w:lineRule="auto"', b"")
        if b"w:lineRule=" in text:
            return text
        return text.replace(b"<w:spacing", b'<w:spacing w:lineRule="auto"', 1)

    return _SPACING.sub(rule, data)


def _within(data: bytes, edges: set[int]) -> bytes:
    # Rounded, a stop on the margin may lie beyond it: LibreOffice then moves the tab to the next line.
    def move(match: re.Match[bytes]) -> bytes:
        position = int(match[1])
        near = [edge for edge in edges if abs(position - edge) <= _NEAR]
        if not near:
            return match[0]
        return match[0].replace(b'w:pos="%d"' % position, b'w:pos="%d"' % (near[0] - _CLEAR))

    return _LEFT_TAB.sub(move, data)


def _named(data: bytes) -> bytes:
    # A style is known by its id, and may have no name; LibreOffice leaves one without a name out.
    return _STYLE.sub(rb'\g<0><w:name w:val="\1"/>', data)


def _shown(data: bytes) -> bytes:
    # A field to be filled from a list prints its result; LibreOffice hides the paragraph of one that has none.
    return _EMPTY_MERGE.sub(lambda match: _FIELD_MARK.sub(b"", match[0]), data) if b"MERGEFIELD" in data else data


def _printed(data: bytes) -> bytes:
    # Codes of a symbol font may leave out their F0 (17.3.3.30), and what the web alone hides is printed (17.3.2.44):
    # LibreOffice takes the codes for those of Unicode, and hides the text unless it stands in a table of contents.
    depth = 0

    def show(match: re.Match[bytes]) -> bytes:
        nonlocal depth
        if match[1]:
            depth += 1 if match[1] == b"begin" else -1
        return match[0] if match[1] or depth > 0 else b""

    return _WEB.sub(show, _SYMBOL.sub(rb"\1F0", data))


def _roomy(data: bytes) -> bytes:
    # Word makes a column just as wide as its longest word; rounded, it is too narrow, and LibreOffice breaks the word.
    depth = 0

    def widen(match: re.Match[bytes]) -> bytes:
        nonlocal depth
        text = match[0]
        if not text.startswith(b"<w:p"):
            depth += -1 if text.startswith(b"</") else 1
            return text
        said = b"".join(found[1] or b"" for found in _TEXT.finditer(match[1]))
        if not depth or not 0 < len(said.split()) <= _WORDS:
            return text
        if b"<w:numPr" in text or b"w:right=" in text or b"w:end=" in text:
            return text
        if b"<w:ind" in text:
            return text.replace(b"<w:ind", _WIDER.removesuffix(b"/>"), 1)
        if b"<w:pPr>" not in text:
            return text.removesuffix(b"<w:pPr/>") + _WIDER.join((b"<w:pPr>", b"</w:pPr>"))
        place = text.index(b"<w:rPr>") if b"<w:rPr>" in text else text.index(b"</w:pPr>")
        return text[:place] + _WIDER + text[place:]

    return _CELL.sub(widen, data)


def _apart(data: bytes) -> bytes:
    # Word joins letters (ti, ff) where w14:ligatures asks for it; LibreOffice wherever the typeface can, unless its
    # name says otherwise.
    return _LIGATED.sub(lambda match: _CALIBRI.sub(rb'="\1:-liga"', match[0]), data)


def _heights(data: bytes) -> bytes:
    # An empty paragraph is as tall as its mark; LibreOffice gives a justified one none whose mark is raised.
    def spell_out(match: re.Match[bytes]) -> bytes:
        return match[0] if _PRINTED.search(match[0]) else _RAISED.sub(b"", match[0])

    return _PARAGRAPH.sub(spell_out, data)


def _joined(data: bytes) -> bytes:
    # A line ends at spaces and after hyphens; LibreOffice ends it inside ``${Ten}``, between two of them, and behind
    # each ``\`` of a path as well.
    if b"{" not in data and b"\\" not in data:
        return data
    found = list(_TEXT.finditer(data))
    texts = [match[1].decode() if match[1] is not None else " " for match in found]
    said = "".join(texts)
    marked = _MARKS.sub(lambda match: match[0].translate(_UNBROKEN), said)
    behind = {match.start() for match in _BEHIND.finditer(marked)}
    made: list[bytes] = []
    end = at = 0
    for match, text in zip(found, texts, strict=True):
        if match[1]:
            letters = (f"{_JOINER * (n in behind)}{marked[n]}" for n in range(at, at + len(text)))
            made += [data[end : match.start(1)], "".join(letters).encode()]
            end = match.end(1)
        at += len(text)
    return b"".join([*made, data[end:]])
