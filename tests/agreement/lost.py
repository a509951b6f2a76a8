"""The detector: words of a DOCX that its PDF lacks, says twice or strikes through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import pypdfium2

from tests.agreement.struck import struck_words
from tests.agreement.words import printed_words, words_of


@dataclass(frozen=True, slots=True)
class PdfWords:
    """What a PDF prints: its words page by page in the order they are drawn, those with a line through them."""

    words: list[str] = field(default_factory=list)
    pages: int = 0
    struck: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Faults:
    """What came out wrong: ``lost`` and ``doubled`` words, ``struck`` ones that the other engine leaves alone.

    ``neither`` are words of the file that LibreOffice's PDF lacks as well: cut off in a row of fixed height, say.
    """

    lost: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    neither: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lost or self.doubled or self.struck)

    def __str__(self) -> str:
        named = (("lost", self.lost), ("doubled", self.doubled), ("struck", self.struck), ("neither", self.neither))
        return "; ".join(f"{len(words)} {name}: {' '.join(words[:12])}" for name, words in named if words)


def pdf_words(pdf: bytes) -> PdfWords:
    """The words of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    words: list[str] = []
    struck: Counter[str] = Counter()
    for page in document:
        text = page.get_textpage()
        words += words_of(text.get_text_range())
        struck.update(struck_words(page, text))
    pages = len(document)
    document.close()
    return PdfWords(words, pages, struck)


def find_faults(docx: bytes, ours: PdfWords, theirs: PdfWords | None) -> Faults:
    """The faults of our PDF of a DOCX, held against the file and, where there is one, against LibreOffice's PDF.

    The numbers of automatic numbering are in no XML: LibreOffice's PDF alone tells of them.
    """
    said = printed_words(docx)
    repeated = set(said.repeated)
    missing = lacking(said.once, ours.words)
    if theirs is None:
        return Faults(tuple(missing))
    # How often what heads pages is printed, and the numbers of pages, follow from the pages alone.
    free = set() if ours.pages == theirs.pages else {str(page + 1) for page in range(max(ours.pages, theirs.pages))}
    free |= repeated
    unlabelled = [word for word in lacking(theirs.words, ours.words) if word not in free]
    unlabelled += [word for word in sorted(repeated) if word in theirs.words and word not in ours.words]
    neither = Counter(missing) & Counter(lacking(said.once, theirs.words))
    lost = (Counter(missing) | Counter(unlabelled)) - neither
    most = Counter(said.once) | Counter(theirs.words)
    doubled = [word for word in lacking(ours.words, theirs.words) if word not in free]
    twice = Counter(doubled) & (Counter(ours.words) - most)
    struck = ours.struck - theirs.struck
    return Faults(_listed(lost), _listed(twice), _listed(struck), _listed(neither))


def lacking(words: Iterable[str], among: Iterable[str]) -> list[str]:
    """The words, as often as they are missing ``among`` others, whatever breaks either text puts inside words."""
    one, other = list(words), list(among)
    missing = Counter(one) - Counter(other)
    if not missing:
        return []
    stream, place = "".join(one), "".join(other)
    found: list[str] = []
    for word, count in missing.items():
        found += [word] * max(0, min(count, stream.count(word) - place.count(word)))
    return found


def _listed(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(counted.elements())
