"""What the words of a dossier or of a printed document call for: each text by itself, and all of them together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from generator.faults import Fault, worded
from generator.findings import Finding, Level
from generator.rules.base import Rule
from generator.rules.catalogue import group, reading
from generator.rules.wording._reading import Placed as Placed
from generator.rules.wording._reading import TextReading, TextsReading
from generator.typed.source import Path_
from generator.wording.characters import describe, forbidden_characters, normalise
from generator.wording.hygiene import findings as remarks_on
from generator.wording.hygiene import tidy
from generator.wording.mistyped.legacy import encoding_of
from generator.wording.mistyped.lookalikes import restore_dd
from generator.wording.mistyped.spacing import single_spaces
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
    them; ``typed``, the texts before they were tidied, lets what was put right be named (LV03, LV20), or, where they
    are only read, what is to be. Rules ``without`` which the caller does are not asked.
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


def document_findings(paragraphs: Sequence[Placed], *, names: tuple[str, ...] = ()) -> list[Finding]:
    """Everything the wording of a document calls for that is only read, in any encoding: nothing of it is put right.

    Each paragraph comes as it stands, with its place and where it was read. What a dossier refuses (LV31, LV32) is
    found here; what is put right there without a word (LV01, LV02, LV04) is too, as a note.
    """
    tidied: list[Placed] = []
    refused: list[Finding] = []
    for place, source, text in paragraphs:
        try:
            tidied.append((place, source, tidy(text)))
        except Fault as fault:
            refused.append(_rule("LV32").found(worded(fault.what), worded(fault.fix), place=place, source=source))
            continue
        if bad := forbidden_characters(text):
            what = f"có ký tự không in được: {', '.join(describe(char) for char in bad[:5])}"
            refused.append(_rule("LV31").found(what, "xóa ký tự đó", place=place, source=source, level=Level.WARNING))
        refused += _silently_put_right(place, source, text)
    return [*refused, *wording_findings(tidied, names=names, typed=paragraphs, is_put_right=False)]


def _silently_put_right(place: str, source: str, text: str) -> Iterator[Finding]:
    """What tidying a dossier changes and nobody is told of."""
    if encoding_of(text):
        return
    whole = normalise(text)
    for id_, what, put_right in (
        ("LV01", "chữ có dấu gõ rời (tổ hợp)", whole != text.replace("\r\n", "\n").replace("\r", "\n")),
        ("LV02", "hai dấu cách liền nhau", _inner(single_spaces(whole)) != _inner(whole)),
        ("LV04", "chữ Ð không phải Đ của tiếng Việt", restore_dd(whole) != whole),
    ):
        if put_right:
            yield _rule(id_).found(what, level=Level.NOTE, place=place, source=source)


def _inner(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n")]


def _rule(id_: str) -> Rule:
    return group("wording")[id_].rule


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


def dotted(path: Path_) -> str:
    """The path of keys as a place: what names a value of a dossier that stands in no file."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
