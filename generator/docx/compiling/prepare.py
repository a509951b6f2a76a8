"""From a part of a template to a Jinja template, by way of docxtpl's tag language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from docxtpl import DocxTemplate
from lxml import etree

from generator.docx.compiling.fields import read_fields
from generator.docx.compiling.grammar import Grammar
from generator.docx.compiling.merging import mark_cells, merge_cells
from generator.docx.compiling.prepared import Prepared
from generator.docx.compiling.tags import CELL_WORDS, LEFT, MARK, RIGHT, Tag, isolate, scan
from generator.docx.rendering.current import Line
from generator.docx.rendering.environment import new_environment
from generator.docx.rendering.grids import mark_tables
from generator.docx.word.ooxml import child, find, take_out, w
from generator.docx.word.text import plain_xml
from generator.errors import Problem
from generator.patterns import late

# docxtpl sees only such tokens; the tags' own words come in afterwards, safe from its patterns over the whole XML.
_TOKEN = late(r"vanthu(\d+)tag")
_EMPTY_RUN = late(r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?></w:t></w:r>")
# Marks Word leaves behind that must not be repeated by a loop, or stand in a tag's way.
_TRACES = late(r"^\{[^}]*\}(rsid\w*|paraId|textId)$")


def prepare(
    root: etree._Element, label: str, filters: Mapping[str, Callable[..., object]] | None = None
) -> tuple[Prepared | None, list[Problem]]:
    """The part as a Jinja template, or None with all that is wrong with its tags (the tree is used up).

    ``filters`` are those a program offers beside ours.
    """
    _strip_traces(root)
    found = scan(root, label)
    environment = new_environment(filters)
    problems = Grammar(environment, found).problems
    if problems:
        return None, problems
    tags = found.tags
    for tag in tags:
        _unbind(tag)
    looks = [_look(tag) for tag in tags]
    widths = [_cell_width(tag) for tag in tags]
    mark_tables(tag.text for tag in tags if tag.prefix == "tc" or tag.word in ("hm", "colspan"))
    isolate(root, {number for number, tag in enumerate(tags) if tag.prefix == "r"})
    mark_cells(root, [number for number, tag in enumerate(tags) if tag.word == "vm" and tag.in_properties])

    # Line ends count the tags, see below; between elements and in text a space is worth the same.
    source = etree.tostring(root, encoding="unicode").replace("\n", " ").replace("\r", " ")
    source = MARK.sub(lambda mark: _token(tags, int(mark.group(1))), source)
    source = merge_cells(DocxTemplate(None).patch_xml(source))
    source = _EMPTY_RUN.sub("", source)

    lines: list[Line] = []

    def write(match: re.Match[str]) -> str:
        number = int(match.group(1))
        tag = tags[number]
        lines.append(Line(tag.quoted, tag.place, tag.in_properties))
        body = tag.body.partition(" ")[2] if tag.word in CELL_WORDS else tag.body
        if tag.kind == "{{" and tag.prefix == "r":
            body = f"({body})|_r({looks[number]!r})"
        elif tag.kind == "{{" and tag.prefix == "p":
            body = f"({body})|_p({widths[number]})"
        # The line end before each tag's words lets an error's line number name the tag.
        return "\n" + body.replace("\n", " ")

    source = _TOKEN.sub(write, source)
    source = source.replace(LEFT, "{{ '{' }}").replace(RIGHT, "{{ '}' }}")
    return Prepared.of(source, tuple(read_fields(environment.parse(source))), lines, environment=environment), []


def _token(tags: Sequence[Tag], number: int) -> str:
    tag = tags[number]
    end = {"{{": "}}", "{%": "%}", "{#": "#}"}[tag.kind]
    word = f"{tag.word} " if tag.kind == "{%" and tag.word in CELL_WORDS else ""
    if word.strip() in ("vm", "hm"):
        return f"{{% {word}%}}"
    before, after = "-" * tag.joins_before, "-" * tag.joins_after
    return f"{tag.kind}{before}{tag.prefix} {word}vanthu{number}tag {after}{end}"


def _strip_traces(root: etree._Element) -> None:
    for item in find(root, "//w:proofErr | //w:lastRenderedPageBreak"):
        take_out(item)
    for item in root.iter(etree.Element):
        for name in [str(name) for name in item.attrib if _TRACES.match(str(name))]:
            del item.attrib[name]


def _unbind(tag: Tag) -> None:
    # Word puts into a bound control what is stored elsewhere in the file, in place of what was printed there.
    for control in tag.text.iterancestors(w("sdt")):
        for binding in find(control, "./w:sdtPr/*[local-name()='dataBinding']"):
            binding.getparent().remove(binding)  # type: ignore[union-attr]


def _look(tag: Tag) -> str:
    properties = tag.around("r").find(w("rPr"))
    return "" if properties is None else plain_xml(properties)


def _cell_width(tag: Tag) -> int | None:
    """The room for a table or rule in twips inside a cell, None in the body."""
    cell = next(tag.text.iterancestors(w("tc")), None)
    if cell is None:
        return None
    width = child(child(cell, "tcPr"), "tcW")
    return int(width.get(w("w"), "0")) if width.get(w("type")) == "dxa" else None
