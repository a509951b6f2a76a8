"""The detector: words of a DOCX that its PDF lacks, says twice or strikes through."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

import pypdfium2

from generator.pdf.seen.beyond import cut_words
from generator.wording.numerals.ordinals import roman
from tests.agreement.reading.covered import words_covered, words_outside, words_pictured
from tests.agreement.reading.extraction import Line, pages_of
from tests.agreement.reading.painted import painted_lines
from tests.agreement.reading.struck import struck_words
from tests.agreement.reading.words import Printed, lacking, pieces_of, printed_words, unglued, words_of

_ROMAN = ["", *(roman(number) for number in range(1, 100))]
_RULE = "―"
_LETTERS = ["", *(chr(64 + number) for number in range(1, 27))]


@dataclass(frozen=True, slots=True)
class PdfWords:
    """What a PDF prints: its words page by page in the order they are drawn, those struck, and those not to be seen.

    ``unseen`` are under others, ``beyond`` lie beyond the page, ``cut`` are cut off below their row, ``pictured``
    stand where pictures do. So many level lines are ``painted`` over.
    ``lines`` are its words in the order they stand on the page, without the spaces between them.
    """

    words: list[str] = field(default_factory=list)
    pages: int = 0
    lines: str = ""
    struck: Counter[str] = field(default_factory=Counter)
    unseen: Counter[str] = field(default_factory=Counter)
    beyond: Counter[str] = field(default_factory=Counter)
    cut: Counter[str] = field(default_factory=Counter)
    pictured: Counter[str] = field(default_factory=Counter)
    painted: int = 0


@dataclass(frozen=True, slots=True)
class Faults:
    """What came out wrong: ``lost`` and ``doubled`` words, ``struck`` ones that the other engine leaves alone.

    ``unseen`` lie beyond the page, or under other words or over pictures and in LibreOffice's PDF do not.
    So do lines that ours alone paints over, as ``_RULE`` each.
    ``neither`` are words of the file that LibreOffice's PDF lacks as well: cut off in a row of fixed height, say.
    """

    lost: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    neither: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.lost or self.doubled or self.struck or self.unseen)

    def __str__(self) -> str:
        named = {name: getattr(self, name) for name in ("lost", "doubled", "struck", "unseen", "neither")}
        return "; ".join(f"{len(words)} {name}: {' '.join(words[:12])}" for name, words in named.items() if words)


def pdf_words(
    pdf: bytes, formulas: Set[str] = frozenset(), *, cuts: bool = False, pages: list[list[Line]] | None = None
) -> PdfWords:
    """The words of a PDF, ``formulas`` the letters of its formulas; ``cuts`` looks for what rows cut off as well.

    ``pages`` are its lines, where they have been read already.
    """
    document = pypdfium2.PdfDocument(pdf)
    words: list[str] = []
    struck: Counter[str] = Counter()
    unseen: Counter[str] = Counter()
    beyond: Counter[str] = Counter()
    pictured: Counter[str] = Counter()
    painted = 0
    for page in document:
        text = page.get_textpage()
        words += words_of(text.get_text_range().replace("\ufffe", " "))  # a hyphen at the end of a line
        struck.update(struck_words(page, text))
        beyond.update(words_outside(page, text))
        pictured.update(words_pictured(page, text))
        painted += painted_lines(page)
    hidden = [word for lost in cut_words(pdf) for word in words_of(lost.word)] if cuts else []
    standing: list[str] = []
    for lines in pages_of(pdf) if pages is None else pages:
        unseen.update(words_covered(lines, formulas, "".join(hidden)))
        standing += [word for line in lines for word in words_of(line.text)]
    count = len(document)
    document.close()
    return PdfWords(words, count, " ".join(standing), struck, unseen, beyond, Counter(hidden), pictured, painted)


def find_faults(docx: bytes, ours: PdfWords, theirs: PdfWords | None, notes: Iterable[str] = ()) -> Faults:
    """The faults of our PDF of a DOCX, held against the file and, where there is one, against LibreOffice's PDF.

    ``notes`` are what the reader is told: words cut off, as the file has it, are no fault where they are named.

    The numbers of automatic numbering are in no XML: LibreOffice's PDF alone tells of them.
    """
    said = printed_words(docx)
    ours = replace(ours, beyond=ours.beyond + _untold(ours.cut, notes))
    if said.is_old:  # only ours reads their letters, and words can be told by their places alone
        return Faults(unseen=_listed(ours.unseen + ours.beyond if theirs is None else ours.beyond))
    ours = replace(ours, words=unglued(ours.words, said))
    theirs = theirs and replace(theirs, words=unglued(theirs.words, said))
    repeated = set(said.repeated)
    missing = lacking(said.once, ours.words)
    if missing and said.formulas:  # whose accents stand over letters of their own
        alike = set(lacking(map(_bare, said.once), map(_bare, ours.words)))
        missing = [word for word in missing if _bare(word) in alike or not said.formulas.issuperset(_bare(word))]
    if theirs is None:
        return Faults(tuple(missing), unseen=_listed(ours.unseen + ours.beyond))
    free = _page_numbers(said, ours, theirs) | set(said.charted)
    if said.is_charted:
        free |= {word for word in (*theirs.words, *ours.words) if word.isdigit()} - set(said.once)
    unlabelled = [
        word for word in _apart(lacking(theirs.words, ours.words), theirs, ours, said.once) if word not in free
    ]
    again = _repeats(said.repeats, ours, theirs)
    unlabelled = list((Counter(unlabelled) - +again - _torn(unlabelled, said.once, theirs.words)).elements())
    unlabelled += _behind(-again, ours, theirs)
    unlabelled += [word for word in sorted(repeated) if word in theirs.words and word not in ours.words]
    without = Counter(lacking(said.once, theirs.words))
    neither = Counter(missing) & without
    lost = (Counter(missing) | Counter(unlabelled)) - neither
    # A word that LibreOffice lost may hide behind a number of a list that looks like it.
    most = (Counter(said.once) | Counter(theirs.words)) + without
    if without and ours.pages > theirs.pages:  # how often its pages repeat their heads cannot be told from the rest
        for words in said.repeats:
            most.update(words * (ours.pages - 1))
    doubled = [word for word in _apart(lacking(ours.words, theirs.words), ours, theirs, said.once) if word not in free]
    doubled = list((Counter(doubled) - -again).elements())
    doubled += _behind(+again, theirs, ours)
    if said.is_numbered:  # which LibreOffice cuts off behind a stop beyond the margin
        for page in range(1, ours.pages + 1):
            most.update((str(page), str(ours.pages), *_ROMAN[page : page + 1], *_LETTERS[page : page + 1]))
    twice = Counter(doubled) & (Counter(ours.words) - most)
    if without or pieces_of(said.once, theirs.words):  # a column too narrow for a word is so for its numbers as well
        twice = _uncut(twice, Counter(theirs.words) - Counter(ours.words))
    if said.is_legal:  # which LibreOffice does not know
        over = Counter(doubled)
        for word in list(lost):
            figure = str(_ROMAN.index(word)) if word in _ROMAN else ""
            alike = min(lost[word], over[figure])
            lost -= Counter({word: alike})
            twice -= Counter({figure: alike})
    if said.formulas:
        twice = _outside(said.formulas, twice)
    twice -= Counter({word: said.pictured.count(word) for word in twice})  # of a picture LibreOffice draws as dots
    if said.unlettered:  # LibreOffice shows 0 where a list of letters begins with none
        lost -= Counter({"0": said.unlettered}) - Counter(missing)
    for word in sorted(lost - Counter(missing)):  # LibreOffice numbers a note that shows no number of its own
        if word.isdigit() and said.unmarked:
            lost -= Counter({word: said.unmarked})
    unseen = _not_among(_outside(said.formulas, ours.unseen), theirs.unseen)  # formulas, which LibreOffice leaves out
    unseen += _not_among(ours.pictured, theirs.pictured)
    if said.pictured:  # the texts of a picture may lie over one another, and each reader cuts them elsewhere
        unseen, lost = (Counter(words) - _pictured(said.pictured, words - Counter(missing)) for words in (unseen, lost))
    unseen += ours.beyond + Counter([_RULE] * (ours.painted - theirs.painted))
    return Faults(*map(_listed, (lost, twice, ours.struck - theirs.struck, unseen, neither)))


def _torn(words: list[str], said: list[str], theirs: list[str]) -> Counter[str]:
    """The beginnings and ends of words of the file that LibreOffice's PDF has in pieces, as often as it lacks these."""
    whole, own = Counter(said) - Counter(theirs), set(said)
    pieces = {word for word in words if word.isalpha() and len(word) > 1 and word not in own}
    return Counter({
        piece: sum(count for word, count in whole.items() if word.startswith(piece) or word.endswith(piece))
        for piece in pieces
    })  # fmt: skip


def _untold(cut: Counter[str], notes: Iterable[str]) -> Counter[str]:
    """The words that no note names, but as many as notes say there are more."""
    told = [note for note in notes if "bị cắt" in note]
    named = {word for note in told for quoted in re.findall("“([^”]*)”", note) for word in words_of(quoted)}
    more = sum(int(count) for note in told for count in re.findall(r"và (\d+) từ nữa", note))
    words = [word for word in dict.fromkeys(cut) if word not in named]
    return Counter({word: cut[word] for word in words[more:]})


def _page_numbers(said: Printed, ours: PdfWords, theirs: PdfWords) -> set[str]:
    """The numbers of pages, which follow from how many pages there are, where these differ."""
    most = max(ours.pages, theirs.pages)
    if ours.pages == theirs.pages or not said.is_numbered:
        return set()
    return {*map(str, range(1, most + 1)), *_ROMAN[1 : most + 1]}


def _repeats(repeats: list[list[str]], ours: PdfWords, theirs: PdfWords) -> Counter[str]:
    """How much oftener LibreOffice prints each word, as it repeats whole heads, feet and head rows; below 0 where ours.

    How often these are printed follows from where pages end. The words that one of them alone has tell of it, all
    alike: where one of them is lost, the others do not.
    """
    left, made = Counter(theirs.words), Counter[str]()
    left.subtract(ours.words)
    pending = [Counter(words) for words in {tuple(sorted(words)) for words in repeats} if words]
    of_all = Counter(word for one in pending for word in one)
    while pending:
        held = Counter(word for one in pending for word in one)
        one = max(pending, key=lambda one: (sum(held[word] == 1 for word in one), sorted(one)))
        telling = [w for w in one if of_all[w] == 1] or [w for w in one if held[w] == 1] or list(one)
        shares = [left[word] / one[word] for word in telling]
        times = int(min(shares)) if min(shares) > 0 else int(max(shares)) if max(shares) < 0 else 0
        pending.remove(one)
        for word, count in one.items():
            left[word] -= count * times
            made[word] += count * times
    return made


def _behind(again: Counter[str], one: PdfWords, other: PdfWords) -> list[str]:
    """The words that ``one`` has not as much oftener than ``other`` as it should for what it repeats: ``again``."""
    more = Counter(one.words)
    more.subtract(other.words)
    return [word for word, count in again.items() for _ in range(count - max(more[word], 0))]


def _apart(words: list[str], one: PdfWords, other: PdfWords, said: list[str]) -> list[str]:
    """The words that one PDF has more often than the other also where its letters are read as they stand.

    What is drawn apart, letters of another typeface behind the rest of their line, leaves pieces of words that no
    reader sees.
    """
    if not words:
        return []
    cut = _pieces(one.words, other.words) | pieces_of(said, one.words)
    counted = Counter(words) - cut
    return [
        word
        for word, count in counted.items()
        for _ in range(max(0, min(count, one.lines.count(word) - other.lines.count(word))))
    ]


def _pieces(words: list[str], among: list[str]) -> Counter[str]:
    """The words that stand side by side and make up one that ``among`` has more often: a narrow cell broke it."""
    whole = Counter(among) - Counter(words)
    found: Counter[str] = Counter()
    for pair in pairwise(words) if whole else ():
        if whole["".join(pair)] > 0:
            whole["".join(pair)] -= 1
            found.update(pair)
    return found


def _outside(formulas: set[str], words: Counter[str]) -> Counter[str]:
    """The words that letters of formulas, whatever stands above them, do not make up."""
    if not formulas:
        return words
    return Counter({word: count for word, count in words.items() if not formulas.issuperset(_bare(word))})


def _uncut(words: Counter[str], pieces: Counter[str]) -> Counter[str]:
    """The words without those numbers of which the other PDF has the first figures alone, ``pieces``, each once."""
    left, found = Counter(pieces), Counter[str]()
    for word in sorted(words.elements(), key=len):
        head = next((word[:at] for at in range(1, len(word)) if word.isdigit() and left[word[:at]] > 0), "")
        if head:
            left[head] -= 1
        else:
            found[word] += 1
    return found


def _not_among(words: Counter[str], others: Counter[str]) -> Counter[str]:
    """The words that pieces of the others do not make up: two readers part lines over one another in their ways."""
    left = " ".join((others - words).elements())
    found: Counter[str] = Counter()
    for word in sorted((words - others).elements(), key=len, reverse=True):
        rest, at = left, 0
        while at < len(word):
            end = next((end for end in range(len(word), at + 1, -1) if word[at:end] in rest), 0)
            if not end:
                found[word] += 1
                break
            rest, at = rest.replace(word[at:end], " ", 1), end
        else:
            left = rest
    return found


def _pictured(said: str, words: Counter[str]) -> Counter[str]:
    """The words that pieces of the texts of pictures make up."""
    stream = said.replace(" ", "")

    def is_made(word: str) -> bool:
        heads = (at for at in range(len(word), 1, -1) if word[:at] in stream)
        return any(at == len(word) or is_made(word[at:]) for at in heads)

    return Counter({word: count for word, count in words.items() if is_made(word)})


def _bare(word: str) -> str:
    """The word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _listed(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(counted.elements())
