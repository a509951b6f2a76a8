"""Our PDF of many DOCX files against LibreOffice's, file by file and construct by construct."""

from __future__ import annotations

import re
import traceback
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

from generator.errors import VanthuError
from generator.pdf import convert
from tests.agreement.reading.comparing import Comparison, compare
from tests.agreement.reading.extraction import Line, pages_of
from tests.agreement.reading.lost import Faults, find_faults, pdf_words
from tests.agreement.reading.words import printed_words
from tests.agreement.word.keeping import ends_said


@dataclass(slots=True)
class Result:
    """How one file came out; ``refused`` lists what the engine says it cannot draw, ``fault`` a crash.

    ``words`` are those that the PDF lost, doubled or struck, ``fonts_missing`` whether others stood in for some;
    ``word`` says how the page ends that Word left are kept, where the PDF differs from LibreOffice's.
    """

    name: str
    constructs: frozenset[str] = frozenset()
    comparison: Comparison = field(default_factory=Comparison)
    refused: tuple[str, ...] = ()
    fault: str = ""
    words: Faults = field(default_factory=Faults)
    fonts_missing: bool = False
    word: str = ""

    @property
    def drawn(self) -> bool:
        """Whether there is a PDF of ours to compare."""
        return not self.refused and not self.fault


@dataclass(frozen=True, slots=True)
class Case:
    """One file to compare, with LibreOffice's PDF of it, empty when there is none.

    Files of others are drawn with the fonts of the machine, which LibreOffice has as well; made ones with our own.
    ``by_word`` looks for words lost as well, which costs as much as all the rest.
    """

    name: str
    docx: bytes
    reference: bytes
    constructs: frozenset[str] = frozenset()
    bundled_fonts: bool = True
    by_word: bool = True


def judge(case: Case) -> Result:
    """The result of one file."""
    result = Result(case.name, case.constructs)
    theirs = pages_of(case.reference) if case.reference else []
    nothing: list[list[Line]] = []
    try:
        made = convert(case.docx, bundled_fonts=case.bundled_fonts)
    except VanthuError as error:
        result.refused = tuple(sorted({_construct(str(problem)) for problem in _problems(error)}))
        result.comparison = compare(nothing, theirs)
    except Exception:
        result.fault = traceback.format_exc(limit=-3)
        result.comparison = compare(nothing, theirs)
    else:
        pages = pages_of(made.pdf)
        result.comparison = compare(pages, theirs)
        result.fonts_missing = bool(made.fonts_missing)
        if case.by_word:
            said = printed_words(case.docx)
            ours = pdf_words(made.pdf, said.formulas, cuts=said.is_cut, pages=pages)
            others = pdf_words(case.reference, said.formulas, pages=theirs) if case.reference else None
            result.words = find_faults(case.docx, ours, others, made.notes)
            if case.reference and result.comparison.equal < result.comparison.lines:
                result.word = ends_said(case.docx, made.pdf, case.reference)
    return result


def judge_all(cases: Iterable[Case], workers: int = 1) -> list[Result]:
    """The results in the order of the files."""
    if workers < 2:
        return [judge(case) for case in cases]
    # Not forked: the threads of Typst, once started, are missing in a fork, which then waits for them for ever.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return list(pool.map(judge, cases, chunksize=4))


def _problems(error: VanthuError) -> list[object]:
    return list(getattr(error, "problems", ())) or [error]


def _construct(message: str) -> str:
    known = re.search(r"chưa vẽ được (.*?)(?: ở | →|$)", message)
    if known:
        return known[1]
    glyph = re.search(r"ký tự .*? không có trong phông", message)
    return glyph[0] if glyph else message[:80]


@dataclass(slots=True)
class Share:
    """Figures summed over files."""

    files: int = 0
    refused: int = 0
    pages: int = 0
    lines: int = 0
    equal: int = 0
    placed: int = 0
    perfect: int = 0

    def add(self, result: Result) -> None:
        """Counts one file; a refused one has no line equal."""
        comparison = result.comparison
        self.files += 1
        self.refused += not result.drawn
        self.pages += result.drawn and comparison.pages_equal
        self.perfect += result.drawn and comparison.placed == comparison.lines
        self.lines += comparison.lines
        self.equal += comparison.equal
        self.placed += comparison.placed

    def __str__(self) -> str:
        files, lines = max(self.files, 1), max(self.lines, 1)
        return (
            f"{self.files:4} files  {self.refused:3} refused  pages {self.pages / files:7.2%}  "
            f"lines {self.equal / lines:7.2%}  within 1.5 pt {self.placed / lines:7.2%}  "
            f"all in place {self.perfect / files:7.2%}"
        )


def total(results: Iterable[Result]) -> Share:
    """The figures of all files together."""
    share = Share()
    for result in results:
        share.add(result)
    return share


def by_construct(results: Iterable[Result]) -> Mapping[str, Share]:
    """The figures of the files that hold each construct, worst first."""
    shares: dict[str, Share] = defaultdict(Share)
    for result in results:
        for construct in result.constructs:
            shares[construct].add(result)
    return dict(sorted(shares.items(), key=lambda item: item[1].perfect / item[1].files))


def by_refusal(results: Iterable[Result]) -> Mapping[str, int]:
    """How many files were refused for each reason, most first."""
    counts: dict[str, int] = defaultdict(int)
    for result in results:
        for reason in (*result.refused, *((result.fault.strip().splitlines()[-1],) if result.fault else ())):
            counts[reason] += 1
    return dict(sorted(counts.items(), key=lambda item: -item[1]))
