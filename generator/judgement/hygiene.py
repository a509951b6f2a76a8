"""What the words of a dossier or of a printed document call for: each text by itself, and all of them together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from generator.findings import Finding
from generator.rules.catalogue import reading
from generator.rules.wording._reading import Placed as Placed
from generator.rules.wording._reading import TextReading, TextsReading
from generator.typed.source import Path_
from generator.wording.hygiene import findings as remarks_on
from generator.wording.remarks import Remark


def wording_findings(
    texts: Sequence[Placed],
    *,
    names: tuple[str, ...] = (),
    typed: Sequence[Placed] = (),
    is_put_right: bool = True,
    without: Collection[str] = (),
) -> list[Finding]:
    """Everything the wording of the texts calls for: text by text, then across all of them, the gravest first.

    Each text is tidied and comes with its place and where it was typed. ``names`` are kept as their agency spells
    them; ``typed``, the texts before they were tidied, lets what was put right be named (LV03, LV20), or what is to
    be, where they are only read and nothing ``is_put_right``. Rules ``without`` which the caller does are not asked.
    """
    found: list[Finding] = []
    rules = {entry.rule.id: entry.check for entry in reading("wording", "text")}
    for place, source, text in texts:
        for remark in _remarks(text):
            check = rules.get(remark.rule)
            if check is not None:
                found += check(TextReading(place, source, (remark,)))  # type: ignore[arg-type]
    together = TextsReading(texts, names, typed, is_put_right)
    across: list[Finding] = []
    for entry in reading("wording", "texts"):
        if entry.check is not None and entry.rule.id not in without:
            across += entry.check(together)  # type: ignore[arg-type]
    return [*found, *sorted(across, key=lambda finding: -finding.level)]


@lru_cache(maxsize=4096)  # what a table says, it says on many rows
def _remarks(text: str) -> tuple[Remark, ...]:
    return tuple(remarks_on(text))


def raw_texts(data: object, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Every text of the values as they were typed, with its path of keys."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from raw_texts(value, (*path, key))
    elif isinstance(data, list | tuple):
        for index, value in enumerate(data):
            yield from raw_texts(value, (*path, index))
