"""Running text with its markers filled in from the dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.compose.citations import cited_document
from generator.content import Rich, Span
from generator.dossier import Dossier
from generator.wording.markers import Citation, Emphasis, Literal, Money, Part, Value, parse_markers
from generator.wording.numbers import figures, integer_in_words

Mention = Callable[[str], str]


class Inline:
    """Turns a dossier's text into spans; one for a whole document."""

    def __init__(self, dossier: Dossier) -> None:
        self._values = {"nam": str(dossier.year), "co_quan": dossier.agency.full_name}
        self._dossier = dossier
        self._mentioned: set[str] = set()

    def rich(self, text: str, *, bold: bool = False, italic: bool = False, **values: str) -> Rich:
        """The text as spans, with the given emphasis throughout; what it cites counts as mentioned from then on."""
        known = {**self._values, **values} if values else self._values
        return Rich.of(_spans(parse_markers(text), known, self._mention, bold, italic))

    def plain(self, text: str) -> str:
        """The text with its markers filled in and no emphasis; a citation in it does not count as a mention."""
        before = set(self._mentioned)
        text = str(self.rich(text))
        self._mentioned = before
        return text

    def _mention(self, reference: str) -> str:
        """A document as running text cites it: in full the first time, then by type and number (ND30-I.2.6b)."""
        cited = cited_document(self._dossier, reference, self.plain)
        first = cited.key not in self._mentioned
        self._mentioned.add(cited.key)
        return cited.full_mention if first else cited.short


def _spans(
    parts: tuple[Part, ...], values: Mapping[str, str], mention: Mention, bold: bool, italic: bool
) -> Iterator[Span]:
    for part in parts:
        match part:
            case Literal(text):
                yield Span(text, bold, italic)
            case Value(name):
                # A value known only elsewhere ({so} outside a heading) is ordinary text.
                yield Span(values.get(name, f"{{{name}}}"), bold, italic)
            case Emphasis(name, inner):
                yield from _spans(inner, values, mention, bold or name == "dam", italic or name == "nghieng")
            case Citation(reference):
                yield Span(mention(reference), bold, italic)
            case Money(name, amount):
                yield from _money(name, amount, bold, italic)


def _money(name: str, amount: int, bold: bool, italic: bool) -> Iterator[Span]:
    in_figures, in_words = f"{figures(amount)} đồng", f"{integer_in_words(amount)} đồng"
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
    return Rich(tuple(Span(span.text.upper(), span.bold, span.italic) for span in text))


def with_end(text: Rich, end: str, drop: str) -> Rich:
    """The text closed by ``end`` in place of any trailing characters of ``drop``."""
    spans = list(text.spans)
    while spans:
        last = spans.pop()
        kept = last.text.rstrip(drop + " \n\t")
        if kept:
            return Rich((*spans, Span(kept + end, last.bold, last.italic)))
    return text


def without_lead(text: str, *leads: str) -> str:
    """The text without words the program prints itself and people type by habit (``- ``, ``Lưu:``, ``Căn cứ``)."""
    for lead in leads:
        if text.casefold().startswith(lead.casefold()):
            text = text[len(lead) :].lstrip()
    return text
