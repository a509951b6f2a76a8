"""The text of a document as rules of form judge it: its units, and what is no running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property

from generator.findings import Finding, Unjudged
from generator.layout.tree import Drawing
from generator.parts import recognising as says
from generator.parts.lines import Line
from generator.parts.model import Annex, BodyLine, Level, Part, Parts, Sure
from generator.records import record
from generator.rules.base import Rule
from generator.rules.form._many import together
from generator.rules.form._reading import FileReading, Said, once
from generator.rules.form._widths import width_of
from generator.wording.mistyped.punctuation import long_quotations

_CLOSING = (Part.RECIPIENTS_LABEL, Part.SIGN_AUTHORITY, Part.SIGNER)
_OWN_LAYOUT = frozenset({"", "hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "thư công"})  # "": of no type of the decree
_OWN = "loại văn bản này có thể có cách trình bày nội dung riêng"
_HEAD_LINE = 60  # letters: no line of a head, no tên loại is longer
_NARROW = 0.3  # of its size: narrower on the average no words are; they need not be measured then
_SHORT = 40  # letters: a label such as «Thời gian: 8 giờ» says nothing of how the text stands
_WORDS = 7  # a sentence has, however short they are, and no label
_LONG = 1.05  # times its room: a paragraph that surely has a second line
RUNNING = (Level.TEXT, Level.ARTICLE, Level.CLAUSE, Level.POINT, Level.DASH, Level.DECIMAL)
"""The levels whose lines are sentences."""
UNITS = (Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION)
"""The levels with a label on a line of its own."""


@record(frozen=True)
class Text:
    """The text of the document, or of one ``attached`` to it: its lines outside tables, and those in them."""

    lines: tuple[BodyLine, ...]
    tables: tuple[BodyLine, ...]
    attached: bool = False

    @cached_property
    def sentences(self) -> tuple[BodyLine, ...]:
        """Its lines that are running text."""
        return tuple(filter(is_sentence, self.lines))

    @cached_property
    def paragraphs(self) -> tuple[BodyLine, ...]:
        """The first lines of paragraphs that surely are running text."""
        return tuple(one for one in self.sentences if one.line.first and _is_running(one.line))

    def has(self, *levels: Level) -> bool:
        """Whether some line is of any of these levels."""
        return any(one.level in levels for one in self.lines)

    @cached_property
    def size(self) -> float:
        """The size most of its letters have, 0 where it has none."""
        sizes: Counter[float] = Counter()
        for one in self.lines:
            sizes.update({run.format.size: len(run.text.strip()) for run in one.line.runs})
        return sizes.most_common(1)[0][0] if sizes else 0.0


def texts(reading: FileReading, rule: Rule) -> Iterator[Text | Unjudged]:
    """The text of the document and of each issued with it; those of phụ lục have no form of their own."""
    for one in texts_of(reading):
        yield one if isinstance(one, Text) else Unjudged(rule.id, one)


def of_texts(reading: FileReading, rule: Rule, judge: Callable[[Text], Iterator[Finding]]) -> Said:
    """What ``judge`` says of each text, like findings together."""

    def each() -> Iterator[Finding | Unjudged]:
        for text in texts(reading, rule):
            if isinstance(text, Unjudged):
                yield text
            else:
                yield from judge(text)

    yield from together(each())


@once
def texts_of(reading: FileReading) -> list[Text | str]:
    """The texts, or why one is not read; the same for every rule."""
    return list(_read(reading.parts))


def _read(parts: Parts) -> Iterator[Text | str]:
    """The texts, or why one is not read."""
    if parts.body:
        yield _doubt(parts) or _text(parts.body)
    for annex in parts.annexes:
        if annex.attached and annex.body:
            yield _OWN if _is_of_its_own(annex) else _text(annex.body, attached=True)


def _is_of_its_own(annex: Annex) -> bool:
    """Whether it is an agreement, or has no head and a title that is only guessed: a form, a list, anything."""
    title = annex.first(Part.TYPE)
    if title is None:
        return False
    return says.of_the_parties(title.text) or (title.sure is Sure.GUESS and annex.first(Part.NATIONAL) is None)


def _doubt(parts: Parts) -> str:
    """Why the text of the document cannot be judged; empty where it can."""
    named = parts.first(Part.TYPE)
    if named is not None and says.type_name(named.text) in _OWN_LAYOUT:
        return _OWN
    if all(one.line.holder == "table" for one in parts.body):
        return "cả nội dung đứng trong bảng, chưa phân biệt được với bảng số liệu"
    if not any(parts.of(*_CLOSING)):
        return "không thấy phần ký và nơi nhận nên chưa rõ nội dung kết thúc ở đâu"
    several = any(
        says.national(text) or says.recipients(text) or (one.line.centred and one.line.upper and says.titled(text))
        for one in parts.body
        if len(text := one.line.text) <= _HEAD_LINE
    )
    return "tệp có nhiều văn bản nối nhau, chưa tách được nội dung" if several else ""


def _text(body: list[BodyLine], *, attached: bool = False) -> Text:
    decides = next((n for n, one in enumerate(body) if says.enacting(one.line.text) and one.line.centred), -1)
    body = body[decides + 1 :]  # grounds that were not read as such stand before it
    inside = _own([one for one in body if one.line.holder == "body"])
    tables = [one for one in body if one.line.holder == "table"]
    return Text(tuple(inside), tuple(tables), attached)


def _own(body: list[BodyLine]) -> list[BodyLine]:
    """The lines without those of quotations that go over several paragraphs: how they look is another's."""
    texts = [one.line.text for one in body]
    quoted: set[int] = set()
    for first, last in long_quotations(texts):
        quoted.update(range(first if texts[first].startswith("“") else first + 1, last + 1))
    return [one for n, one in enumerate(body) if n not in quoted] if quoted else body


def place_in(one: BodyLine) -> str:
    """Where a reader finds the line: what it is, and where it stands."""
    name = (
        f"{one.level.value} {one.ordinal}".strip() if one.ordinal and one.level is not Level.DASH else one.level.value
    )
    return f"Nội dung, {name} ({one.line.place})" if one.line.place else f"Nội dung, {name}"


def is_sentence(one: BodyLine) -> bool:
    """Whether the line is running text: none in the middle, none of capitals, none of a formula or picture."""
    line = one.line
    if one.level not in RUNNING or line.paragraph.format.align in ("center", "right"):
        return False
    runs = line.runs
    upper = line.upper if any(run.format.caps for run in runs) else line.text.isupper()
    return bool(runs) and not upper and not any(isinstance(item, Drawing) for item in line.items)


def is_long(line: Line) -> bool:
    """Whether the line is set on two lines or more."""
    if line.room <= 0 or not line.runs:
        return False
    limit = _LONG * (line.room - max(line.paragraph.format.first_line, 0.0))
    least = len(line.text) * min(run.format.size for run in line.runs)
    return least * _NARROW > limit or width_of(line) > limit


def _is_running(line: Line) -> bool:
    if is_long(line):
        return True
    sentence = len(line.text) > _SHORT or (":" not in line.text and len(line.text.split()) >= _WORDS)
    return sentence and ends_a_sentence(line.text)


def ends_a_sentence(text: str) -> bool:
    """Whether the words end as a sentence or an item of a list does."""
    return text.rstrip(' "”’)*')[-1:] in {".", ";", ":", ",", "/"}
