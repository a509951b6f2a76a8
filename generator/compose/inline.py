"""Running text with its markers filled in from the dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.compose.citations import cited_document
from generator.content import Rich, Span
from generator.dossier import Dossier
from generator.dossier.words import given_names
from generator.typed.source import Path_
from generator.wording.hygiene import printed
from generator.wording.markers import Citation, Emphasis, Literal, Money, Part, Value, parse_markers
from generator.wording.naming.names import unify_tones
from generator.wording.numerals.figures import figures
from generator.wording.numerals.numbers import money_in_words
from generator.wording.settings import Wording

Mention = Callable[[str], str]
_LONGEST_IN_CELL = 9  # characters: «tháng 12» is kept together, «tháng 12 năm 2024» may break in a narrow column
_END_MARKS = ".;,"


class Inline:
    """Turns a dossier's text into spans; one for a whole document."""

    def __init__(self, dossier: Dossier) -> None:
        self._values = {"nam": str(dossier.year), "co_quan": dossier.agency.full_name}
        self._dossier = dossier
        self._wording = dossier.settings.wording.to_wording()
        self._names = given_names(dossier)
        self._mentioned: set[str] = set()

    def rich(self, text: str, *, bold: bool = False, italic: bool = False, **values: str) -> Rich:
        """The text as spans, with the given emphasis throughout; what it cites counts as mentioned from then on."""
        return self.as_printed(self._filled(text, bold, italic, values))

    def title(self, text: str) -> Rich:
        """The text as the spans of a title, whose lines break between words and names, never inside them."""
        return self.as_printed(self._filled(text, False, False, {}), is_title=True)

    def cell(self, text: str) -> Rich:
        """The text as spans for a cell of a table, whose lines may be too narrow for more than a short join."""
        return self.as_printed(self._filled(text, False, False, {}), _LONGEST_IN_CELL)

    def aside(self, text: str, *, in_cell: bool = False) -> Rich:
        """The text as spans, of which nobody knows where and whether it is printed: no citation in it is a mention."""
        before = set(self._mentioned)
        filled = self._filled(text, False, False, {})
        self._mentioned = before
        return self.as_printed(filled, _LONGEST_IN_CELL if in_cell else None)

    def origin_of(self, text: str) -> Path_ | None:
        """Where one of the dossier's own texts was typed."""
        return self._dossier.origin_of(text)

    def line(self, text: str) -> str:
        """The text as printed where there is no emphasis; a citation in it does not count as a mention."""
        return str(self.as_printed(Rich.plain(self.plain(text))))

    def plain(self, text: str) -> str:
        """The text with its markers filled in, to be read by programs: as printed, but with ordinary spaces."""
        before = set(self._mentioned)
        text = str(self._filled(text, False, False, {}))
        self._mentioned = before
        return unify_tones(text, self._wording.tones, self._names)

    def as_printed(self, text: Rich, longest: int | None = None, *, is_title: bool = False) -> Rich:
        """The spans with tones in the dossier's style and joined where a line must not break, emphasis as it was."""
        whole = str(text)
        after = printed(whole, self._wording.tones, self._names, longest, is_title=is_title)
        if after == whole:
            return text
        spans: list[Span] = []
        at = 0
        for span in text:
            end = at + len(span.text)
            spans.append(Span(after[at:end], span.bold, span.italic))
            at = end
        return text.with_spans(spans)

    def _filled(self, text: str, bold: bool, italic: bool, values: Mapping[str, str]) -> Rich:
        spans = _spans(parse_markers(text), {**self._values, **values}, self._mention, self._wording, bold, italic)
        return Rich(Rich.of(spans).spans, self._dossier.origin_of(text))

    def listed(self, texts: Sequence[str]) -> list[Rich]:
        """Texts of a list as lines: each ended by ``;`` and the last by ``.``, without a dash typed by habit."""
        lines = [self.rich(without_lead(text, "-")) for text in texts]
        return [with_end(line, ";", _END_MARKS) for line in lines[:-1]] + [sentence(line) for line in lines[-1:]]

    def _mention(self, reference: str) -> str:
        """A document as running text cites it: in full the first time, then by type and number (ND30-I.2.6b)."""
        cited = cited_document(self._dossier, reference, self.plain)
        first = cited.key not in self._mentioned
        self._mentioned.add(cited.key)
        return cited.full_mention if first else cited.short


def _spans(
    parts: tuple[Part, ...], values: Mapping[str, str], mention: Mention, wording: Wording, bold: bool, italic: bool
) -> Iterator[Span]:
    for part in parts:
        match part:
            case Literal(text):
                yield Span(text, bold, italic)
            case Value(name):
                # A value known only elsewhere ({so} outside a heading) is ordinary text.
                yield Span(values.get(name, f"{{{name}}}"), bold, italic)
            case Emphasis(name, inner):
                emphasis = bold or name == "dam", italic or name == "nghieng"
                yield from _spans(inner, values, mention, wording, *emphasis)
            case Citation(reference):
                yield Span(mention(reference), bold, italic)
            case Money(name, amount):
                yield from _money(name, amount, wording, bold, italic)


def _money(name: str, amount: int, wording: Wording, bold: bool, italic: bool) -> Iterator[Span]:
    in_figures, in_words = f"{figures(amount)} đồng", money_in_words(amount, wording)
    if name == "tien_chu":
        yield Span(in_words, bold, italic)
        return
    yield Span(in_figures, bold, italic)
    if name == "tien":
        yield Span(" (", bold, italic)
        yield Span(in_words, bold, True)
        yield Span(")", bold, italic)


def upper(text: Rich) -> Rich:
    """The text IN HOA."""
    return text.with_spans(Span(span.text.upper(), span.bold, span.italic) for span in text)


def with_end(text: Rich, end: str, drop: str) -> Rich:
    """The text closed by ``end`` in place of any trailing characters of ``drop``."""
    spans = list(text.spans)
    while spans:
        last = spans.pop()
        kept = last.text.rstrip(drop + " \n\t")
        if kept:
            return text.with_spans((*spans, Span(kept + end, last.bold, last.italic)))
    return text


def sentence(text: Rich) -> Rich:
    """The text closed by a full stop."""
    return with_end(text, ".", _END_MARKS)


def without_lead(text: str, *leads: str) -> str:
    """The text without words the program prints itself and people type by habit (``- ``, ``Lưu:``, ``Căn cứ``)."""
    for lead in leads:
        if text.casefold().startswith(lead.casefold()):
            text = text[len(lead) :].lstrip()
    return text
