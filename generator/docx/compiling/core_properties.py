"""Tags in a file's properties (title, author …), which are plain text without paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import TemplateSyntaxError
from lxml import etree

from generator.docx.compiling import failures, wrongs
from generator.docx.compiling.fields import read_fields
from generator.docx.compiling.grammar import unknown_filters
from generator.docx.compiling.prepared import Prepared
from generator.docx.compiling.tags import QUOTES, TAG
from generator.docx.rendering.current import Line
from generator.docx.rendering.environment import new_environment
from generator.docx.word.ooxml import parse, unescaped
from generator.errors import Problem

LABEL = "thuộc tính tệp"
NAMES = {
    "title": "tiêu đề",
    "subject": "chủ đề",
    "creator": "tác giả",
    "description": "chú thích",
    "keywords": "từ khóa",
    "category": "loại",
    "identifier": "mã",
}


def prepare_properties(
    data: bytes, filters: Mapping[str, Callable[..., object]] | None = None
) -> tuple[Prepared | None, list[Problem]]:
    """The properties as a Jinja template; None when they hold no tag or one is wrong, with what is wrong."""
    root, environment = parse(data), new_environment(filters)
    lines: list[Line] = []
    tags: list[str] = []
    problems: list[Problem] = []
    for item in root.iter(etree.Element):
        place = f"{LABEL}, {NAMES.get(etree.QName(item).localname, etree.QName(item).localname)}"
        for match in TAG.finditer(item.text or ""):
            quoted = match.group()
            body = quoted[2:-2].strip("-+ ").translate(QUOTES)
            lines.append(Line(quoted, place, False))
            tags.append(
                f"{{{{\n({body})|_one_line }}}}" if quoted[:2] == "{{" else f"{quoted[:2]}\n{body}{quoted[-2:]}"
            )
            if quoted[:2] == "{{" or body.startswith(("if ", "for ", "set ")):
                word = body.partition(" ")[0]
                end = "" if word == "set" else f"{{% end{word} %}}"
                said = f"{{{{ {body} }}}}" if quoted[:2] == "{{" else f"{{% {body} %}}{end}"
                try:
                    wrong = unknown_filters(environment, environment.parse(said))
                    problems += [Problem(place, f"thẻ {quoted}: {what}", fix, wrongs.FILTER) for what, fix in wrong]
                except TemplateSyntaxError as error:
                    what, fix = failures.syntax(error)
                    problems.append(Problem(place, f"thẻ {quoted}: {what}", fix))
    if not tags or problems:
        return None, problems
    pieces = iter(tags)
    # The text around the tags stays as it is written in the file; a tag's own words are no XML.
    source = TAG.sub(lambda _: next(pieces), unescape_tags(etree.tostring(root, encoding="unicode").replace("\n", " ")))
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        what, fix = failures.syntax(error)
        return None, [Problem(LABEL, what, fix)]
    return Prepared.of(source, tuple(read_fields(tree)), lines, environment=environment), []


def unescape_tags(text: str) -> str:
    """The XML with what stands inside its tags as it was typed."""
    return TAG.sub(lambda match: unescaped(match.group()), text)
