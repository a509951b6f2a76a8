"""Our pages against LibreOffice's: the project's own files, files of other programs, random ones, whole papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from generator.render import RenderedDocument
from tests.agreement.corpus import libreoffice_documents, own_documents, python_docx_documents
from tests.agreement.harness import Case, Result, Share, by_refusal, judge_all, total
from tests.agreement.made.grammar import EXOTIC, make
from tests.agreement.made.papers import make_paper
from tests.agreement.references import libreoffice_pdfs
from tests.conftest import validation_errors

SEEDS = range(1, 301)
TIMES = 2  # a construct is tried in so many random files
BY_WORD = 40
OWN_LINES = 0.995
# A refused file counts as not equal.
RANDOM_PAGES, RANDOM_LINES, RANDOM_REFUSED = 0.97, 0.99, 0.04  # the first two of what is drawn
PAPER_SEEDS = range(1, 36)
PAPER_PAGES, PAPER_ALIKE, ALIKE_LINES = 0.98, 0.9, 0.98  # as many pages; as many and nearly every line in its place
FOREIGN_PAGES, FOREIGN_LINES = 0.95, 0.98
SAMPLE = (3, 8, 24, 61, 117, 173)


def _results(
    soffice: str,
    files: Mapping[str, bytes],
    constructs: Mapping[str, frozenset[str]] | None = None,
    by_word: Container[str] = (),
) -> list[Result]:
    pdfs = libreoffice_pdfs(soffice, files)
    assert pdfs.keys() == files.keys(), f"LibreOffice made no PDF of {files.keys() - pdfs.keys()}"
    known = constructs or {}
    return judge_all(
        Case(name, data, pdfs[name], known.get(name, frozenset()), by_word=name in by_word)
        for name, data in files.items()
    )


def _story(results: list[Result], share: Share) -> str:
    worst = sorted(results, key=lambda r: r.comparison.equal / max(r.comparison.lines, 1))[:12]
    lines = [str(share), *(f"{count} × {reason}" for reason, count in by_refusal(results).items())]
    for result in worst:
        c = result.comparison
        lines.append(f"{result.name}: {c.our_pages} pages for {c.their_pages}, {c.equal} of {c.lines} lines")
        lines += c.differences[:3] if result.drawn else [result.fault, *result.refused]
    return "\n".join(lines)


def test_our_own_documents_are_libreoffices_line_by_line(soffice: str, examples: dict[str, RenderedDocument]) -> None:
    results = _results(soffice, own_documents(examples))
    share = total(results)
    assert share.pages == share.files, _story(results, share)
    assert share.equal >= OWN_LINES * share.lines, _story(results, share)


def test_files_of_other_programs_are_libreoffices_line_by_line(soffice: str) -> None:
    results = _results(soffice, {**libreoffice_documents(soffice), **python_docx_documents()})
    share = total(results)
    assert share.pages >= FOREIGN_PAGES * share.files, _story(results, share)
    assert share.equal >= FOREIGN_LINES * share.lines, _story(results, share)


@cache
def _seeds() -> tuple[int, ...]:
    """The few of the seeds that hold each construct of them ``TIMES`` times, or once where only one has it.

    ``python -m tests.agreement`` takes all of them: the machine that runs the tests is spared the rest.
    """
    constructs = {seed: make(seed).constructs for seed in SEEDS}
    wanted = {name: min(TIMES, n) for name, n in Counter(name for held in constructs.values() for name in held).items()}
    held: Counter[str] = Counter()
    chosen: list[int] = []
    for seed in SEEDS:
        if any(held[name] < wanted[name] for name in constructs[seed]):
            chosen.append(seed)
            held.update(constructs[seed])
    for seed in reversed(chosen.copy()):  # what the later ones hold as well
        if all(held[name] > wanted[name] for name in constructs[seed]):
            chosen.remove(seed)
            held.subtract(constructs[seed])
    return tuple(chosen)


@pytest.fixture(scope="module")
def random_results(soffice: str) -> list[Result]:
    """The random documents judged once, the first of them word by word as well."""
    made = {f"seed {seed}": make(seed) for seed in _seeds()}
    return _results(
        soffice,
        {name: m.docx for name, m in made.items()},
        {name: m.constructs for name, m in made.items()},
        list(made)[:BY_WORD],
    )


def test_random_documents_are_libreoffices_line_by_line(random_results: list[Result]) -> None:
    results = random_results
    share, drawn = total(results), total(result for result in results if result.drawn)
    print(share, drawn, sep="\n")
    assert share.refused <= RANDOM_REFUSED * share.files, _story(results, share)
    assert drawn.pages >= RANDOM_PAGES * drawn.files, _story(results, share)
    assert drawn.equal >= RANDOM_LINES * drawn.lines, _story(results, share)


def test_random_documents_lose_no_word(random_results: list[Result]) -> None:
    results = random_results[:BY_WORD]
    assert sum(result.drawn for result in results) > len(results) / 2
    assert {r.name: str(r.words) for r in results if _wrong(r)} == {}


def _wrong(result: Result) -> bool:
    """Whether words are wrong that the file itself does not cover.

    What a row of fixed height cuts off is under what follows it, and unseen in Word as well: pieces of it may be read
    twice. A table wider than the cell it stands in reaches over the text of the next.
    """
    found = replace(result.words, unseen=())
    if result.words.unseen:
        found = replace(found, doubled=())
    return bool(replace(found, struck=()) if "nested table" in result.constructs else found)


def test_whole_papers_are_libreoffices_page_by_page(soffice: str) -> None:
    results = _results(soffice, {f"paper {seed}": make_paper(seed).docx for seed in PAPER_SEEDS})
    share = total(results)
    alike = [r for r in results if r.comparison.pages_equal and r.comparison.equal >= ALIKE_LINES * r.comparison.lines]
    print(share, len(alike))
    assert share.refused == 0, _story(results, share)
    assert share.pages >= PAPER_PAGES * share.files, _story(results, share)
    assert len(alike) >= PAPER_ALIKE * share.files, _story(results, share)


def test_word_accepts_a_whole_paper(ooxml_validator: Path, tmp_path: Path) -> None:
    file = tmp_path / "van-ban.docx"
    file.write_bytes(make_paper(7).docx)
    assert validation_errors(ooxml_validator, file) == []


@pytest.mark.parametrize("seed", SAMPLE)
def test_word_accepts_random_documents(seed: int, ooxml_validator: Path, tmp_path: Path) -> None:
    file = tmp_path / "van-ban.docx"
    file.write_bytes(make(seed).docx)
    assert validation_errors(ooxml_validator, file) == []


def test_a_seed_gives_the_same_bytes() -> None:
    assert make(11).docx == make(11).docx
    assert make(11).docx != make(12).docx
    assert make_paper(11).docx == make_paper(11).docx


def test_the_seeds_hold_every_construct() -> None:
    held = frozenset().union(*(make(seed).constructs for seed in _seeds()))
    drawn = {"anchored picture", "drawn line", "flow chart"}  # these say which kind they are
    assert set(EXOTIC) - drawn <= held
    assert {name for name in held if name.startswith(tuple(drawn))} >= {
        f"{kind} ({language})" for kind in ("drawn line", "flow chart") for language in ("DrawingML", "VML")
    }
