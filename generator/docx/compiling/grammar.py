"""What a template's tags must obey: known statements, closed blocks, nothing beside a paragraph's or row's tag."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes
from lxml import etree

from generator.docx.compiling import failures, wrongs
from generator.docx.compiling.joining import losses_of_joining
from generator.docx.compiling.tags import CELL_WORDS, MARK, Scan, Tag
from generator.docx.word.ooxml import w
from generator.errors import Problem
from generator.patterns import late
from generator.records import record
from generator.wording.nearest import did_you_mean

# Statements of Jinja that make sense in a Word document; the others load files, define macros or switch escaping off.
_BLOCKS = {"if": "endif", "for": "endfor"}
_MIDDLES = {"elif": ("if",), "else": ("if", "for")}
_ELSE_IF = {"elseif": ["elif"], "elsif": ["elif"]}
_COMMANDS = (*_BLOCKS, *_BLOCKS.values(), *_MIDDLES, "set", *CELL_WORDS)
# A statement with its letter apart or glued on, parted, or in capitals: «tr for», «pif», «end if», «If».
_MEANT = late(rf"(p|tr|tc|r)?\s*({'|'.join(_COMMANDS)}|end\s+(?:if|for))(?![^\s(])(.*)", re.IGNORECASE | re.DOTALL)
_IN = late(r"\sin\s", re.IGNORECASE)
_DEEPEST = 15  # blocks in blocks; Python, into which Jinja translates them, takes twenty
_ELEMENTS = {"p": "p", "tr": "tr", "tc": "tc"}
_NAMES = {"p": "đoạn", "tr": "hàng", "tc": "ô"}
# Content of a paragraph that would vanish with it.
_CONTENT = tuple(
    w(tag)
    for tag in ("drawing", "pict", "object", "fldChar", "fldSimple", "footnoteReference", "endnoteReference", "sectPr")
)


@record()
class _Open:
    tag: Tag
    container: etree._Element
    members: list[Tag]


class Grammar:
    """The check of one part's tags; afterwards ``problems`` holds everything wrong with them."""

    def __init__(self, environment: Environment, scan: Scan) -> None:
        self._environment = environment
        self._open: list[_Open] = []
        self.problems = list(scan.problems)
        for tag in scan.tags:
            self._check(tag)
        for block in self._open:
            end = _BLOCKS[block.tag.word]
            self._report(block.tag, "thiếu thẻ đóng", f"thêm {{%{block.tag.prefix} {end} %}}", wrongs.BLOCKS)

    def _report(self, tag: Tag, what: str, fix: str, code: str) -> None:
        self.problems.append(Problem(tag.place, f"thẻ {tag.quoted}: {what}", fix, code))

    def _check(self, tag: Tag) -> None:
        if tag.kind == "{#":  # what stands beside a comment's tag in its paragraph or row goes with it
            if tag.prefix in _ELEMENTS:
                self._around(tag)
            return None
        if tag.prefix in _ELEMENTS and not self._alone(tag):
            if tag.kind == "{%" and self._container_of(tag) is not None:
                self._statement(tag)  # a block it opens is open, else its end would be a second, false problem
            return None
        for what in losses_of_joining(tag) if tag.kind == "{%" else ():
            self._report(tag, what, "bỏ dấu trừ trong thẻ, hoặc dùng {%p … %} ở một đoạn riêng", wrongs.JOINING)
        if tag.kind == "{{":
            if tag.prefix in ("tr", "tc"):
                fix = "dùng {{ … }}, {{r … }} hoặc {{p … }}"
                return self._report(tag, "không có cách in này", fix, wrongs.PRINTING)
            return self._parse(tag, f"{{{{ {tag.body} }}}}")
        return self._statement(tag)

    def _around(self, tag: Tag) -> etree._Element | None:
        """The paragraph, row or cell that the tag takes the place of."""
        element = self._container_of(tag)
        if element is None:
            what = f"không nằm trong {_NAMES[tag.prefix]} nào của bảng"
            self._report(tag, what, "đặt thẻ vào một hàng riêng của bảng", wrongs.BESIDE)
        return element

    @staticmethod
    def _container_of(tag: Tag) -> etree._Element | None:
        return next(tag.text.iterancestors(w(_ELEMENTS[tag.prefix])), None)

    def _alone(self, tag: Tag) -> bool:
        name = _NAMES[tag.prefix]
        element = self._around(tag)
        if element is None:
            return False
        written = "".join(item.text or "" for item in element.iter(w("t")))
        others = MARK.sub("", written, count=1).strip()
        if others or any(True for _ in element.iter(*_CONTENT)) or _nested(element, tag.prefix):
            what = f"còn nội dung khác trong cùng {name}, sẽ bị mất khi in"
            self._report(tag, what, f"để thẻ này một mình trong một {name} riêng", wrongs.BESIDE)
            return False
        return True

    def _statement(self, tag: Tag) -> None:
        word, _, rest = tag.body.partition(" ")
        if word in _BLOCKS:
            # A block is opened even when its expression is wrong, else its end would be a second, false problem.
            self._open.append(_Open(tag, self._container(tag), [tag]))
            if len(self._open) == _DEEPEST + 1:
                fix = "bớt khối, dùng and/or hoặc elif"
                self._report(tag, f"quá {_DEEPEST} khối if, for lồng nhau", fix, wrongs.BLOCKS)
            self._parse(tag, f"{{% {tag.body} %}}{{% {_BLOCKS[word]} %}}")
        elif word in _MIDDLES or word in _BLOCKS.values():
            self._continue(tag, word)
            if word == "elif":
                self._parse(tag, f"{{% if true %}}{{% {tag.body} %}}{{% endif %}}")
        elif word == "set" and "=" in rest:
            self._parse(tag, f"{{% {tag.body} %}}")
        elif word in CELL_WORDS and not tag.prefix:
            if word in ("colspan", "cellbg"):
                self._parse(tag, f"{{{{ {rest} }}}}")
        elif found := _MEANT.fullmatch(tag.body):
            rest = _IN.sub(" in ", found[3], count=1) if found[2].lower() == "for" else found[3]
            body = f"{''.join(found[2].lower().split())} {rest.strip()}".strip()
            self._take_as_meant(tag, (found[1] or tag.prefix).lower(), body)
        else:
            close = _ELSE_IF.get(word) or did_you_mean(word, _COMMANDS)
            printed = f"; in giá trị thì viết {{{{ {word} }}}}" if word.isidentifier() and not rest else ""
            fix = f"có phải là “{close[0]}”?" if close else f"chỉ dùng if, elif, else, for, set{printed}"
            self._report(tag, f"không dùng được lệnh “{word}” trong mẫu", fix, wrongs.COMMAND)

    def _take_as_meant(self, tag: Tag, prefix: str, body: str) -> None:
        """Reads the statement as it should be written, so that what it opens or closes is no second problem."""
        moved = prefix != tag.prefix
        if moved or body.split() != tag.body.replace("(", " (").split():
            what = f"không dùng được lệnh “{tag.word}” trong mẫu"
            self._report(tag, what, f"viết {{%{prefix} {body} %}}", wrongs.COMMAND)
        tag.prefix, tag.body = prefix, body
        if moved:
            self._check(tag)
        else:
            self._statement(tag)

    def _continue(self, tag: Tag, word: str) -> None:
        ends = word in _BLOCKS.values()
        wanted = [opener for opener, end in _BLOCKS.items() if end == word] if ends else list(_MIDDLES[word])
        if word != "elif" and tag.body != word:
            written = f"{{%{tag.prefix} {word} %}}"
            fix = f"viết {written}" + ("; có điều kiện thì {% elif … %}" if word == "else" else "")
            self._report(tag, f"sau {word} không ghi gì thêm", fix, wrongs.SYNTAX)
        block = self._open[-1] if self._open else None
        if block is None or block.tag.word not in wanted:
            what = f"không có thẻ {' hoặc '.join(wanted)} đang mở ở đây"
            fix = f"thêm thẻ mở, hoặc bỏ thẻ này{_crossing(block)}"
            return self._report(tag, what, fix, wrongs.BLOCKS)
        if not ends and any(member.word == "else" for member in block.members):
            what = f"đứng sau {{%{block.tag.prefix} else %}} của cùng khối"
            self._report(tag, what, "mỗi khối một else, đặt sau mọi elif", wrongs.BLOCKS)
        if block.tag.prefix != tag.prefix or not _match(block.container, self._container(tag)):
            what = f"không cùng loại hoặc không cùng chỗ với thẻ mở {block.tag.quoted} ({block.tag.place})"
            fix = "khối qua nhiều đoạn dùng {%p … %}, qua nhiều hàng dùng {%tr … %}; mở và đóng trong cùng một ô"
            self._report(tag, what, fix, wrongs.BLOCKS)
        block.members.append(tag)
        if ends:
            self._open.pop()
            self._separate(block.members)
        return None

    def _container(self, tag: Tag) -> etree._Element:
        """The element all tags of one block must share, so that any choice leaves well-formed XML."""
        if tag.prefix in ("", "r"):
            inner: etree._Element | None = tag.around("r").getparent()
        else:
            inner = tag.around(_ELEMENTS[tag.prefix]).getparent()
        return tag.text if inner is None else inner

    @staticmethod
    def _separate(members: Iterable[Tag]) -> None:
        # Over several runs, a block inside the text would take its second run's look from the first: cut at runs.
        # Not where tags join paragraphs: then all of them stand in the text.
        tags = list(members)
        joins = any(tag.joins_before or tag.joins_after for tag in tags)
        if any(tag.text is not tags[0].text for tag in tags) and not tags[0].prefix and not joins:
            for tag in tags:
                tag.prefix = "r"

    def _parse(self, tag: Tag, source: str) -> None:
        try:
            tree = self._environment.parse(source)
        except TemplateSyntaxError as exc:
            return self._report(tag, *failures.syntax(exc, tag.body), wrongs.SYNTAX)
        except RecursionError:
            return self._report(tag, "biểu thức lồng nhau quá sâu", "tách thành nhiều thẻ set", wrongs.SYNTAX)
        if any(loop.recursive for loop in tree.find_all(nodes.For)):
            what = "không dùng được vòng lặp gọi lại chính nó (recursive)"
            self._report(tag, what, "dùng vòng lặp trong vòng lặp", wrongs.COMMAND)
        for what, fix in unknown_filters(self._environment, tree):
            self._report(tag, what, fix, wrongs.FILTER)
        return None


def unknown_filters(environment: Environment, tree: nodes.Template) -> Iterator[tuple[str, str]]:
    """What is said of each filter and test of the tree that is none, and what to do."""
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        is_filter = isinstance(node, nodes.Filter)
        known = environment.filters if is_filter else environment.tests
        if node.name not in known or node.name.startswith("_"):
            called = "bộ lọc" if is_filter else "phép thử"
            close = did_you_mean(node.name, (name for name in known if not name.startswith("_")))
            yield f"không có {called} “{node.name}”", f"có phải là “{close[0]}”?" if close else f"bỏ {called} này"


def _crossing(block: _Open | None) -> str:
    return "" if block is None else f"; khối đang mở là {block.tag.quoted} ({block.tag.place})"


def _match(opening: etree._Element, closing: etree._Element) -> bool:
    """Whether what stands between tags in the two places can be left out or repeated: one place, or two paragraphs
    beside each other in one text, the later of which ends no section."""
    if opening is closing:
        return True
    paragraph = w("p")
    together = opening.tag == closing.tag == paragraph and opening.getparent() is closing.getparent()
    return together and closing.find(f"{w('pPr')}/{w('sectPr')}") is None


def _nested(element: etree._Element, prefix: str) -> bool:
    """Whether the element holds others of a kind that would end docxtpl's replacement too early."""
    inner = ("p",) if prefix == "p" else ("tbl",)
    return any(item is not element for tag in inner for item in element.iter(w(tag)))
