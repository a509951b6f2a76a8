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
from generator.wording.naming.names import spelled_two_ways

_POINTS = late(r"(?<=[.;:])\s+(?=[a-zđ]\)\s)")  # points of a clause that a table's row holds on one line


def audit_text(
    paragraphs: list[Paragraph], law: Law, *, day: date | None = None, today: date | None = None, options: Options
) -> Audit:
    """What is to be said of the text; judged on ``day``, else on the day it bears, else on ``today``."""
    done = audit(paragraphs, law, day=day, today=today, territory=territory(), options=options)
    done.findings += _of_words(paragraphs)
    done.findings += _spelled_two_ways([(paragraph.place, paragraph.text) for paragraph in paragraphs])
    return done


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
            if other.form.casefold() != first.form.casefold():
                what = f"«{other.form}», nơi khác viết «{first.form}» ({first.places[0]})"
                yield RULE.found(what, "viết một cách", place=", ".join(other.places))
