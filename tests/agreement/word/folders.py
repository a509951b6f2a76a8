"""``--word``: how often our PDFs and LibreOffice's keep the page breaks Word made, folder by folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from generator.errors import VanthuError
from generator.pdf import convert
from tests.agreement.references import libreoffice_pdfs
from tests.agreement.word.keeping import Keeping, keepings
from tests.agreement.word.marks import Marks, read_marks

_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one file: the breaks that both PDFs show, by place, ours and LibreOffice's; whether fonts miss."""

    name: str
    text: str
    ours: tuple[Keeping, ...] = ()
    theirs: tuple[Keeping, ...] = ()
    fonts_missing: bool = False
    drawn: bool = True

    def __str__(self) -> str:
        shown = [
            f"  {_said(mine)} | LibreOffice {_said(their)}  …{self.text[max(0, mine.place - 20) : mine.place]}"
            f"‖{self.text[mine.place : mine.place + 30]}…"
            for mine, their in zip(self.ours, self.theirs, strict=True)
            if mine.lines or their.lines
        ]
        fonts = ", fonts missing" * self.fonts_missing
        return "\n".join([f"{self.name}: ours {_kept(self.ours)}, LibreOffice {_kept(self.theirs)}{fonts}", *shown])


@dataclass(slots=True)
class Share:
    """Figures summed over files: breaks and whole files kept, files in which the two differ."""

    files: int = 0
    breaks: int = 0
    ours: int = 0
    theirs: int = 0
    whole_ours: int = 0
    whole_theirs: int = 0
    differ: int = 0

    def add(self, told: Told) -> None:
        """Counts one file."""
        mine, other = [not k.lines for k in told.ours], [not k.lines for k in told.theirs]
        self.files += 1
        self.breaks += len(mine)
        self.ours += sum(mine)
        self.theirs += sum(other)
        self.whole_ours += all(mine)
        self.whole_theirs += all(other)
        self.differ += mine != other

    def __str__(self) -> str:
        return (
            f"{self.files:4} files  {self.breaks:4} breaks  ours {self.ours:4}  LibreOffice {self.theirs:4}  "
            f"whole files {self.whole_ours:3} {self.whole_theirs:3}  differ {self.differ:3}"
        )


@dataclass(slots=True)
class Run:
    """What a run over a folder found, folder by folder; ``stale`` counts files whose marks tell of another text."""

    told: list[tuple[str, Told]] = field(default_factory=list)
    stale: Counter[str] = field(default_factory=Counter)
    not_drawn: int = 0

    def __str__(self) -> str:
        shown = [str(told) for _, told in self.told if any(k.lines for k in (*told.ours, *told.theirs))]
        folders = sorted({folder for folder, _ in self.told})
        lines = [*shown, ""]
        for missing in (False, True):
            lines.append("some fonts missing" if missing else "all fonts there")
            for folder in (*folders, ""):
                share = Share()
                for of, told in self.told:
                    if told.fonts_missing == missing and folder in ("", of):
                        share.add(told)
                lines.append(f"{folder or 'together':24} {share}")
        lines.append(f"refused {self.not_drawn}, marks left out as stale {sum(self.stale.values())}")
        lines += [f"{count:4}  {reason}" for reason, count in self.stale.most_common()]
        return "\n".join(lines)


def run_marks(soffice: str, folders: Iterable[Path], workers: int) -> Run:
    """Judges every DOCX below the folders that has marks; what is no DOCX, or has none, is passed over."""
    run = Run()
    waiting: list[tuple[str, bytes, Marks]] = []
    within: dict[str, str] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.docx")):
            data = path.read_bytes()
            marks = read_marks(data)
            if marks is not None and marks.stale:
                run.stale[marks.stale] += 1
            elif marks is not None and marks.places:
                waiting.append((str(path), data, marks))
                within[str(path)] = folder.name
    pdfs = libreoffice_pdfs(soffice, {name: data for name, data, _ in waiting}, workers, _AT_ONCE)
    cases = [(name, data, marks, pdfs[name]) for name, data, marks in waiting if name in pdfs]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for told in pool.map(_told, cases):
            run.not_drawn += not told.drawn
            if told.ours:
                run.told.append((within[told.name], told))
    return run


def _told(case: tuple[str, bytes, Marks, bytes]) -> Told:
    name, data, marks, pdf = case
    try:
        made = convert(data, bundled_fonts=False, word_lines=True)
    except VanthuError:
        return Told(name, marks.text, drawn=False)
    ours, theirs = keepings(marks, made.pdf), keepings(marks, pdf)
    both = [place for place in ours if place in theirs]
    return Told(
        name,
        marks.text,
        tuple(ours[place] for place in both),
        tuple(theirs[place] for place in both),
        bool(made.fonts_missing),
    )


def _kept(made: Iterable[Keeping]) -> str:
    lines = [k.lines for k in made]
    return f"{lines.count(0)} of {len(lines)}"


def _said(keeping: Keeping) -> str:
    if not keeping.lines:
        return "kept"
    return f"{abs(keeping.lines)} lines {'late' if keeping.lines > 0 else 'early'}"
