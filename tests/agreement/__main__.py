"""``python -m tests.agreement``: the figures of the random files, and one file side by side."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from tests.agreement.folder import run_folder
from tests.agreement.harness import Case, Result, by_construct, by_refusal, judge_all, total
from tests.agreement.made.grammar import make
from tests.agreement.made.papers import make_paper
from tests.agreement.references import libreoffice_pdfs
from tests.agreement.side_by_side import write_pages
from tests.agreement.word.folders import run_marks


def main() -> int:
    """Prints the table; exits 2 when LibreOffice is missing."""
    parser = argparse.ArgumentParser(prog="python -m tests.agreement", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="DOCX files to compare instead of seeds")
    parser.add_argument("--corpus", type=Path, help="folder: every DOCX below it, with the words its PDF lost")
    parser.add_argument(
        "--word", type=Path, nargs="+", help="folders: how often the page breaks Word left in its files are kept"
    )
    parser.add_argument("--seeds", default="1-200", help="first and last seed")
    parser.add_argument("--construct", action="append", help="give every seed only this rare construct")
    parser.add_argument("--blocks", type=int, help="how many blocks each file has")
    parser.add_argument(
        "--papers", action="store_true", help="whole papers as offices type them, instead of constructs"
    )
    parser.add_argument("--show", help="seed or file: print its differences and write its pages side by side")
    parser.add_argument("--out", type=Path, default=Path(), help="folder for what --show writes")
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    soffice = shutil.which("soffice")
    if soffice is None:
        print("soffice is not installed", file=sys.stderr)
        return 2
    if given.corpus:
        print(run_folder(soffice, given.corpus, given.workers))
        return 0
    if given.word:
        print(run_marks(soffice, given.word, given.workers))
        return 0
    results = judge_all(_cases(given, soffice), given.workers)
    if given.show:
        _show(results[0], given, soffice)
    else:
        _print(results)
    return 0


def _cases(given: argparse.Namespace, soffice: str) -> list[Case]:
    if given.show and Path(given.show).exists():
        given.files = [Path(given.show)]
    if given.files:
        made = {str(file): (file.read_bytes(), frozenset[str]()) for file in given.files}
    else:
        exotic = frozenset(given.construct) if given.construct else None
        first, _, last = (given.show or given.seeds).partition("-")
        seeds = range(int(first), int(last or first) + 1)
        documents = [make_paper(seed) if given.papers else make(seed, exotic, given.blocks) for seed in seeds]
        made = {f"seed {document.seed}": (document.docx, document.constructs) for document in documents}
    pdfs = libreoffice_pdfs(soffice, {name: docx for name, (docx, _) in made.items()}, given.workers)
    for name in made.keys() - pdfs.keys():
        print(f"{name}: LibreOffice made no PDF")
    ours = not given.files  # files of others are drawn with the machine's typefaces, which LibreOffice has as well
    return [
        Case(name, docx, pdfs[name], constructs, bundled_fonts=ours)
        for name, (docx, constructs) in made.items()
        if name in pdfs
    ]


def _print(results: list[Result]) -> None:
    for result in results:
        c = result.comparison
        state = "refused" if result.refused else "FAULT" if result.fault else f"{c.our_pages}/{c.their_pages} pages"
        if not result.drawn or c.placed < c.lines or not c.pages_equal:
            print(f"{result.name:10} {state:14} lines {c.equal}/{c.lines} placed {c.placed}", *result.refused, sep="  ")
        if result.words:
            print(f"{result.name:10} {result.words}")
    print("\nconstruct")
    for name, share in by_construct(results).items():
        print(f"{name:28} {share}")
    print("\nrefused")
    for reason, count in by_refusal(results).items():
        print(f"{count:4}  {reason}")
    print(f"\nall files   {total(results)}")
    print(f"drawn files {total(r for r in results if r.drawn)}")


def _show(result: Result, given: argparse.Namespace, soffice: str) -> None:
    print(*sorted(result.constructs), sep=", ")
    print(result.fault, result.words, *result.refused, *result.comparison.differences, sep="\n")
    case = _cases(given, soffice)[0]
    for file in write_pages(case, given.out):
        print(file)


if __name__ == "__main__":
    sys.exit(main())
