"""The tags of one part held against the tag language and the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from dataclasses import field, replace

from jinja2 import TemplateSyntaxError, nodes

from generator.docx.compiling import wrongs
from generator.docx.compiling.fields import read_fields
from generator.docx.compiling.grammar import Grammar
from generator.docx.compiling.reads import Read
from generator.docx.compiling.tags import CELL_WORDS, Tag, scan
from generator.docx.rendering.environment import new_environment
from generator.findings import Finding
from generator.forms.checking import marks
from generator.forms.checking.known import Known, Value
from generator.forms.checking.meaning import Meaning, printed_wrongly
from generator.forms.checking.source import Part
from generator.patterns import late
from generator.records import record

_TARGET = late(r"for\s+(\w+)\b")


@record()
class Reading:
    """What was found in a part: findings, the paths it reads, whether it can be filled.

    ``fields`` are its reads as a rendering has them, None where its blocks do not close.
    """

    findings: list[Finding] = field(default_factory=list)
    reads: set[str] = field(default_factory=set)
    fields: list[Read] | None = None
    sound: bool = True


def read_part(part: Part, known: Known) -> Reading:
    """The part's tags, judged one by one: one that is wrong does not hide the next."""
    reading = Reading()
    scanned = scan(deepcopy(part.root), part.label)
    tags = list(scanned.tags)
    environment = new_environment()
    for problem in Grammar(environment, scanned).problems:
        reading.sound = False
        if problem.code == wrongs.OUTSIDE:
            continue  # told with the very place by who looks into hidden places
        fix = "gõ dấu trừ thường (-) trong thẻ" if "“–”" in problem.what or "“—”" in problem.what else problem.fix
        reading.findings.append(
            marks.found(
                problem.code or wrongs.SYNTAX,
                problem.what,
                fix,
                place=problem.place,
                spot=part.spot(problem.place, problem.what),
            )
        )
    _Walk(part, tags, known, reading).walk()
    said = (f"{{{{ {tag.body} }}}}" if tag.kind == "{{" else f"{{% {tag.body} %}}" for tag in tags if _is_plain(tag))
    with suppress(TemplateSyntaxError, RecursionError):
        reading.fields = list(read_fields(environment.parse("".join(said))))
    return reading


def _is_plain(tag: Tag) -> bool:
    return tag.kind == "{{" or (tag.kind == "{%" and tag.word not in CELL_WORDS)


class _Walk:
    """One way through the tags of a part, with the names in reach at each."""

    def __init__(self, part: Part, tags: list[Tag], known: Known, reading: Reading) -> None:
        self._part = part
        self._tags = tags
        self._known = known
        self._reading = reading
        self._environment = new_environment()
        self._tag = tags[0] if tags else None
        trees = [(tag, self._parsed(tag)) for tag in tags]
        self._trees = trees
        asked = {read.field for _, tree in trees if tree is not None for read in read_fields(tree) if read.asked}
        self._meaning = Meaning(known, asked, self._tell)

    def walk(self) -> None:
        """Judges each tag where it stands."""
        for tag, tree in self._trees:
            self._tag = tag
            if tag.kind == "{{":
                if tree is not None:
                    self._print(tag, tree)
            elif tag.kind == "{%":
                self._statement(tag, tree)

    def _parsed(self, tag: Tag) -> nodes.Template | None:
        if tag.kind == "{#":
            return None
        word = tag.word
        rest = tag.body.partition(" ")[2]
        source = {
            "for": f"{{% {tag.body} %}}{{% endfor %}}",
            "if": f"{{% {tag.body} %}}{{% endif %}}",
            "elif": f"{{% if {rest} %}}{{% endif %}}",
            "set": f"{{% {tag.body} %}}",
            "colspan": f"{{{{ {rest} }}}}",
            "cellbg": f"{{{{ {rest} }}}}",
        }.get(word, "")
        if tag.kind == "{{":
            source = f"{{{{ {tag.body} }}}}"
        try:
            return self._environment.parse(source) if source else None
        except (TemplateSyntaxError, RecursionError):
            return None

    def _tell(self, rule: str, what: str, fix: str) -> None:
        tag = self._tag
        assert tag is not None
        said = f"thẻ {tag.quoted}: {what}"
        spot = self._part.spot(tag.place, said)
        self._reading.findings.append(marks.found(rule, said, fix, place=tag.place, spot=spot))

    def _statement(self, tag: Tag, tree: nodes.Template | None) -> None:
        word = tag.word
        match word:
            case "for":
                self._loop(tag, tree)
            case "if" | "elif":
                if tree is not None and isinstance(tree.body[0], nodes.If):
                    self._of(tree.body[0].test)
            case "endfor":
                self._meaning.end_loop()
            case "set" if tree is not None and tree.body and isinstance(tree.body[0], nodes.Assign):
                self._read(tree)
                self._meaning.assign(tree.body[0])
            case "colspan" | "cellbg" if tree is not None:
                self._of(_expression(tree))

    def _loop(self, tag: Tag, tree: nodes.Template | None) -> None:
        loop = tree.body[0] if tree is not None and tree.body else None
        if isinstance(loop, nodes.For):
            self._note(loop.iter)
            self._meaning.loop(loop)
            return
        name = _TARGET.match(tag.body)  # or each use of its name would be a second, false finding
        target = nodes.Name(name.group(1) if name else "loop", "store")
        self._meaning.loop(nodes.For(target, nodes.Const(None), [], [], None, False))

    def _print(self, tag: Tag, tree: nodes.Template) -> None:
        expression = _expression(tree)
        value = self._of(expression)
        if expression is None:
            return
        for what, fix in printed_wrongly(tag.prefix, expression, value):
            self._tell(wrongs.PRINTING, what, fix)

    def _of(self, node: nodes.Node | None) -> Value | None:
        if node is None:
            return None
        try:
            self._note(node)
            return self._meaning.of(node)
        except RecursionError:  # brackets in brackets: the grammar tells of those
            return None

    def _note(self, node: nodes.Node) -> None:
        for read in read_fields(nodes.Template([nodes.Output([node])])):
            self._reading.reads.add(read.path)

    def _read(self, tree: nodes.Template) -> None:
        self._reading.reads |= {read.path for read in read_fields(tree)}


def _expression(tree: nodes.Template) -> nodes.Node | None:
    output = tree.body[0] if tree.body else None
    return output.nodes[0] if isinstance(output, nodes.Output) and output.nodes else None


def distinct(findings: list[Finding]) -> Iterator[Finding]:
    """The findings, each once; of two at one tag that say one is unknown in other words, the first."""
    seen: set[tuple[str, str, str]] = set()
    for one in findings:
        key = (one.rule, one.place, one.what)
        if key not in seen:
            seen.add(key)
            yield replace(one)
