"""A text from elsewhere judged whole: its bases, its wording, and names that it spells in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.findings import Finding
from generator.judgement.auditing import Audit, Options, audit
from generator.judgement.hygiene import wording_findings
from generator.law.force import Law
from generator.law.loading.shared import territory
from generator.law.paragraphs import Paragraph
from generator.patterns import late
from generator.rules.wording.lv19 import RULE
from generator.wording.characters import normalise
from generator.wording.hygiene import tidy
from generator.wording.mistyped.punctuation import long_quotations
from generator.wording.naming.names import Spelling, spelled_two_ways

_CELL = late(r"(bảng \d+), hàng \d+, (cột \d+)")
_NAME = 5  # words of a name with that of its kind before it
_QUOTES = "LV17"
_POINTS = late(r"(?<=[.;:])\s+(?=[a-zđ]\)\s)")  # points of a clause that a table's row holds on one line


def audit_text(
    paragraphs: list[Paragraph], law: Law, *, day: date | None = None, today: date | None = None, options: Options
) -> Audit:
    """What is to be said of the text; judged on ``day``, else on the day it bears, else on ``today``."""
    done = audit(paragraphs, law, day=day, today=today, territory=territory(), options=options)
    quoted = [*long_quotations([one.text for one in paragraphs])]
    spanned = {(paragraphs[at].place, "“") for at, _ in quoted} | {(paragraphs[at].place, "”") for _, at in quoted}
    done.findings += (one for one in _of_words(paragraphs) if not (one.rule == _QUOTES and _sign(one) in spanned))
    done.findings += _spelled_two_ways([(paragraph.place, paragraph.text) for paragraph in paragraphs])
    return done


def _sign(finding: Finding) -> tuple[str, str]:
    """The place of a quotation mark that has no other in its paragraph, and the mark."""
    return finding.place, finding.what.split()[1]


def _of_words(paragraphs: Sequence[Paragraph]) -> list[Finding]:
    """What the rules of wording say of a text that is only read; of names spelled two ways is said elsewhere, once."""
    typed = [(one.place, "", piece) for one in paragraphs for piece in _points(one.text)]
    read = {text: _tidied(text) for text in {text for _, _, text in typed}}  # cells of tables repeat each other
    tidied = [(place, source, read[text]) for place, source, text in typed]
    return wording_findings(tidied, typed=typed, is_put_right=False, without=(RULE.id,))


def _points(text: str) -> list[str]:
    return _POINTS.split(text) if ")" in text else [text]


def _tidied(text: str) -> str:
    """The text as rules read it; as it stands where its old font cannot be told."""
    try:
        return tidy(text)
    except ValueError:
        return normalise(text)


def _spelled_two_ways(located: list[tuple[str, str]]) -> Iterator[Finding]:
    """A warning for each name whose accents differ from place to place, such as Bàu Bàng and Bầu Bàng."""
    for first, *others in spelled_two_ways(located):
        for other in others:
            if other.form.casefold() != first.form.casefold() and not _listed_apart(first, other, located):
                what = f"«{other.form}», nơi khác viết «{first.form}» ({first.places[0]})"
                yield RULE.found(what, "viết một cách", place=", ".join(other.places))


def _listed_apart(one: Spelling, other: Spelling, located: Sequence[tuple[str, str]]) -> bool:
    """Whether a column of a table lists names that hold either, each once: they are several, however near."""
    places = {*one.places, *other.places}
    held = [(found.groups(), text) for place, text in located if place in places and (found := _CELL.match(place))]
    return (
        len(held) == len(places) == len(set(held))
        and len({column for column, _ in held}) == 1
        and all(len(text.split()) <= _NAME for _, text in held)
    )
