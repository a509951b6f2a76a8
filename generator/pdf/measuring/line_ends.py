"""Where lines end that are full to a hair: letters lie on a grid of 120 to the point, as LibreOffice and Word lay them.

Typst adds the widths up as they are. Over a line of letters the two differ by up to a fifth of a point either way,
which moves a word in one line of two hundred, and with it all that follows. So each paragraph is walked through on the
grid: where Typst would end a line elsewhere, all its lines get breaks of their own, and a line that Typst takes for
too long by a hair gets that much more room.

Italic text also leaves a twelfth of its line free at the margin in files of Word 2013 and later (compatibility mode
15), as much before every no-break space. LibreOffice does so; Word itself, and LibreOffice in older files, leave none.
It only decides where the line breaks, not where its text ends, so a narrower column would not do.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import field
from math import ceil
from typing import TypeAlias

from generator.layout.tree import Drawing, Field, Inline, LineBreak, Note, PageBreak, Run, TextFormat
from generator.layout.tree.formulas import Formula
from generator.patterns import late
from generator.pdf.measuring.line_metrics import ITALIC_SHARE, single_height
from generator.pdf.measuring.squeezing import Place, Squeezed, parted, share_of
from generator.pdf.measuring.tokens import Part, Rest, long_pieces, pieces, tokens
from generator.pdf.measuring.typefaces import Faces
from generator.pdf.measuring.widths import FIELD_DIGITS, STEPS, WIDEST, steps_before, text_steps, text_width
from generator.records import record

_TWIP = STEPS // 20
_SLACK = 0.05  # points: what lines are longer by is rounded up to this, so that few looks of paragraphs are needed
_MOST = 0.5  # points: a word that goes further over the end has no room on any line
_NEAR = 0.06  # points: nearer to the end than this, which in a cell may be a twip off, Typst is not relied upon
_LONG = 0.001  # points by which a word must be longer than its line to be cut
_FEW = 12  # letters: shorter text is walked through word by word
_NBSP = "\u00a0"
_Place: TypeAlias = tuple[str, int, bool]  # a text, where in it, and whether the paragraph begins with it
# Where Unicode ends lines inside what ``pieces`` holds together, or scripts that it does not know.
_UNSURE = late(
    "[?!|–—\u00ad\u0e00-\u10ff\u1780-\u17ff\u200b\u2e80-\U0010ffff](?:(?<=[?!|])(?=\\w)|(?<=[–—])(?=\\d)|(?<![?!|–—]))"
)


@record()
class _Walk:
    """One paragraph walked through: ``x`` in steps on the grid, ``drawn`` in points as Typst adds up."""

    width: float
    modern: bool
    x: int = 0
    drawn: float = 0.0
    fresh: bool = True
    last: int = -1  # the item, and the letter of it, that the line holds last
    letter: str = ""
    need: float = -1.0
    squeezes: bool = False
    start: tuple[int, int] = (0, 0)  # the item, and the offset in it, that the line begins with
    gaps: int = 0  # what its spaces are wide, those with text on both sides, and where its text ends, in steps
    between: int = 0
    reach: int = 0
    ends: list[tuple[int, int, float]] = field(default_factory=list)  # item, offset, to where its word would have gone
    squeezed: list[Squeezed] = field(default_factory=list)

    def begin(self, x: float = 0.0) -> None:
        """Begins a line."""
        self.x, self.drawn, self.fresh, self.last, self.letter = round(x * STEPS), x, True, -1, ""
        self.gaps = self.between = 0
        self.reach = self.x


_Walked: TypeAlias = tuple[float, tuple[Place, ...], tuple[Squeezed, ...]]
_KEPT: OrderedDict[Hashable, tuple[_Walked | None, object]] = OrderedDict()
_MOST_KEPT, _LONGEST_KEPT = 4096, 4000  # paragraphs; letters of one


class LineEnder:
    """Finds the ends of lines in the typefaces of one document."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._known: dict[tuple[str, int], tuple[int, float, TextFormat]] = {}
        self._overhangs: dict[int, tuple[int, TextFormat]] = {}

    def end(
        self,
        items: list[Inline],
        width: float,
        first: float,
        modern: bool,
        after_tab: bool = False,
        squeezes: bool = False,
    ) -> tuple[list[Inline], float]:
        """The items with the breaks that they need, and by how much their lines must be longer, in points.

        ``width`` is that of the lines, ``first`` where the first of them begins, which may end at once ``after_tab``.
        ``squeezes`` narrows the spaces of a line for one more word. There must be no tabs among the items.
        """
        if _is_short(items, width - max(first, 0.0), modern):
            return items, 0.0
        items = [_composed(item) if isinstance(item, Run) else item for item in items]
        place = (width, first, modern, after_tab, squeezes)
        runs = [item for item in items if isinstance(item, Run)]
        known = len(runs) == len(items) and sum([len(run.text) for run in runs]) <= _LONGEST_KEPT
        found = self._kept(runs, place) if known else self._walked(items, *place)
        if found is None:
            return items, 0.0
        slack, ends, squeezed = found
        return list(parted(items, list(ends), list(squeezed))) if ends or squeezed else items, slack

    def _kept(self, runs: list[Run], place: tuple[float, float, bool, bool, bool]) -> _Walked | None:
        """The same as ``_walked``, of plain text: worked out once for all documents of a process."""
        looks = [(run.format, self._faces.face(run.format.font)) for run in runs]  # kept alive, so no id comes twice
        asked = place, tuple([(run.text, id(form), id(face)) for run, (form, face) in zip(runs, looks, strict=True)])
        known = _KEPT.get(asked)
        if known is None:
            known = _KEPT[asked] = self._walked([*runs], *place), looks
            if len(_KEPT) > _MOST_KEPT:
                _KEPT.popitem(last=False)
        return known[0]

    def _walked(
        self, items: list[Inline], width: float, first: float, modern: bool, after_tab: bool, squeezes: bool
    ) -> _Walked | None:
        """By how much the lines must be longer, where they need breaks, and which are squeezed; None if not known."""
        walk = _Walk(width, modern, squeezes=squeezes)
        walk.begin(first)
        walk.fresh = not after_tab
        walk.start = (-1, 0) if after_tab else (0, 0)  # lines with a tab are not squeezed
        group: list[Part] = []
        for number, item in enumerate(items):
            if isinstance(item, Run):
                if not item.format.hidden:
                    group.append((number, 0, item.text, item.format))
            elif isinstance(item, Field | Note):
                group.append((number, 0, item.label if isinstance(item, Note) else FIELD_DIGITS, item.format))
            else:
                if not self._text(group, walk):
                    return None
                group = []
                if isinstance(item, LineBreak | PageBreak):
                    walk.begin()
                    walk.start = (number + 1, 0)
                elif isinstance(item, Drawing) and isinstance(item.content, Formula):
                    return None  # how wide it is only Typst knows
                elif isinstance(item, Drawing) and item.anchor is None:
                    _draw(number, item.width, walk)
        if not self._text(group, walk):
            return None
        slack = ceil((walk.need + _NEAR) / _SLACK) * _SLACK if walk.need > -_NEAR else 0.0
        if not walk.squeezed and all(end > width + slack + _NEAR for _, _, end in walk.ends):
            return slack, (), ()
        return slack, tuple([(number, offset) for number, offset, _ in walk.ends]), tuple(walk.squeezed)

    def _text(self, group: list[Part], walk: _Walk) -> bool:
        """Walks through text without breaks; whether its lines can be told."""
        joined = "".join([text for _, _, text, _ in group])
        if _UNSURE.search(joined) is not None:
            return False
        begins = walk.fresh and bool(group) and group[0][0] == 0
        start = at = 0  # of the run, and how far the text is walked through
        for index, (number, _, text, form) in enumerate(group):
            stop = start + len(text)
            whole = stop  # up to here all words end in this run
            if stop < len(joined) and joined[stop] != " " and joined[stop - 1 : stop] != " ":
                whole = joined.rfind(" ", at, stop) + 1
            if whole - at > _FEW:
                at = self._lines((joined, at, begins), whole, (number, start, text, form), walk)
            if at < stop:  # few words, and one that goes on in the next run
                end = joined.find(" ", stop) if whole < stop else stop
                end = end if end >= 0 else len(joined)
                own = (number, at - start, text[at - start :], form)
                self._words((joined, at, begins), end, [own, *group[index + 1 :]], walk)
                at = end
            start = stop
        return True

    def _lines(self, place: _Place, end: int, run: Part, walk: _Walk) -> int:
        """Walks line by line through whole words of one run up to ``end`` of all text, which it returns.

        ``run`` has the place of its beginning in all the text. What has room on a line is taken at once.
        """
        joined, at, begins = place
        number, start, text, form = run
        at, stop = at - start, end - start

        def slowly(to: int) -> None:
            own = [(number, at, text[at:to], form)]
            if len(pieces(own[0][2])) == 1 and " " not in own[0][2]:
                self._word(own, walk, (joined, start + at, begins))
                return
            self._words((joined, start + at, begins), start + to, own, walk)

        before = steps_before(self._faces, text, form)
        if before is None or (walk.modern and form.italic and _NBSP in text):
            slowly(stop)
            return start + stop
        limit = round(walk.width * STEPS) + round(form.spacing * STEPS)
        limit -= self._overhang(form) if walk.modern else 0
        while at < stop:
            if text[at] == " ":
                words = text[at:stop].lstrip(" ")
                self._add((number, at, text[at : stop - len(words)], form), walk)
                at = stop - len(words)
                continue
            x, letter = self._entered(number, walk)
            base = x - before[at]
            near = self._joint(letter, text[at], form)
            if form.kerned and at and not letter:
                base -= self._joint(text[at - 1], text[at], form)[0]
            end = bisect_right(before, limit - base, at) - 1  # the letter that has no room
            if end >= stop:
                end = stop
            elif text[end] != " ":
                end = text.rfind(" ", at, max(end, at)) + 1
            words = text[at:end].rstrip(" ")
            wide = walk.drawn + near[1] + text_width(self._faces, words, form)
            need = wide - min(form.spacing, 0.0) - walk.width
            if not words or need >= _MOST:
                space = text.find(" ", at, stop)
                end = max(end, space if space >= 0 else stop)
                slowly(end)
                at = end
                continue
            at += len(words)
            walk.x, walk.drawn, walk.fresh = base + before[at], wide, False
            walk.last, walk.letter = number, text[at - 1]
            walk.need = max(walk.need, need)
            if walk.squeezes:
                walk.gaps += words.count(" ") * self._gap(form)
                walk.between, walk.reach = walk.gaps, walk.x
        return start + stop

    def _words(self, place: _Place, end: int, group: list[Part], walk: _Walk) -> None:
        """Walks word by word through text up to ``end``; ``group`` are the parts from its beginning on."""
        text, at, begins = place
        rest = Rest(group)
        for token in tokens(text[at:end]):
            for piece, _ in ((token, False),) if token[0] == " " else pieces(token):
                parts = rest.take(len(piece))
                if token[0] == " ":
                    for one in parts:
                        self._add(one, walk)
                else:
                    self._word(parts, walk, (text, at, begins))
                at += len(piece)

    def _word(self, parts: list[Part], walk: _Walk, place: _Place | None = None) -> None:
        """Adds what holds together, on a new line where this one has no room for it.

        ``place`` is where it stands in which text, and whether the paragraph begins with that.
        """
        before, fresh = (walk.x, walk.drawn), walk.fresh
        over = self._fit(parts, walk)
        if over > 0 and walk.squeezes and not fresh and self._squeeze(parts[-1], over, walk):
            walk.between, walk.reach = walk.gaps, walk.x
            return
        if over > 0:
            behind = parts[-1][3].spacing
            is_long = (walk.x - (0 if fresh else before[0])) / STEPS - behind > walk.width + _LONG
            if not fresh:
                if not is_long:  # those get a line of their own anyway
                    number, offset, _, _ = parts[0]
                    walk.ends.append((number, offset, walk.drawn - max(parts[-1][3].spacing, 0.0)))
                walk.begin()
                walk.start = (parts[0][0], parts[0][1])
            if is_long:
                walk.x, walk.drawn = before if fresh else (0, 0.0)
                self._long_word(parts, walk, place)
                return
            if not fresh:
                self._fit(parts, walk)
        # The room behind the last letter of a run Typst leaves out.
        need = walk.drawn - min(parts[-1][3].spacing, 0.0) - walk.width
        if need < _MOST:
            walk.need = max(walk.need, need)
        walk.fresh = False
        walk.between, walk.reach = walk.gaps, walk.x

    def _squeeze(self, last: Part, over: int, walk: _Walk) -> bool:
        """Whether the line takes the word that goes ``over`` its end, its spaces narrowed; notes that it does."""
        if walk.start[0] < 0 or not walk.gaps:
            return False
        share = share_of(over, walk.gaps, round(walk.width * STEPS) - walk.reach, walk.between)
        if share is None:
            return False
        walk.squeezed.append((walk.start, (last[0], last[1] + len(last[2])), share))
        return True

    def _gap(self, form: TextFormat) -> int:
        """How wide a space is that may be narrowed, in steps."""
        return 0 if form.spacing or form.stretch != 1.0 else self._measure(" ", form)[0]

    def _long_word(self, parts: list[Part], walk: _Walk, place: _Place | None) -> None:
        """Adds a word that no line holds."""
        if place is not None:
            text, at, begins = place
            bounds = long_pieces(text, at, at + sum(len(part[2]) for part in parts), begins)
            if len(bounds) > 1:
                rest = Rest(parts)
                for start, end in bounds:
                    self._word(rest.take(end - start), walk)
                return
        self._cut(parts, walk.drawn, walk)
        walk.fresh = False

    def _fit(self, parts: list[Part], walk: _Walk) -> int:
        """Adds the parts of a word; by how many steps they go over the end of the line, none where it has room."""
        over, end = 0, round(walk.width * STEPS)
        for part in parts:
            self._add(part, walk)
            form = part[3]
            behind = round(form.spacing * STEPS)  # of the last letter: nothing follows it
            over = max(over, walk.x - behind - end + (self._overhang(form) if walk.modern else 0))
        return over

    def _add(self, part: Part, walk: _Walk) -> None:
        """Moves on by text of one look."""
        number, _, text, form = part
        x, letter = self._entered(number, walk)
        steps, drawn = self._measure(text, form)
        if form.kerned and letter:
            near = self._joint(letter, text[0], form)
            steps, drawn = steps + near[0], drawn + near[1]
        if walk.modern and form.italic:
            steps += self._overhang(form) * text.count(_NBSP)
        walk.x, walk.drawn, walk.last, walk.letter = x + steps, walk.drawn + drawn, number, text[-1]
        if text[0] == " " and walk.squeezes:
            walk.gaps += len(text) * self._gap(form)

    @staticmethod
    def _entered(number: int, walk: _Walk) -> tuple[int, str]:
        """Where text of an item begins that comes next, and behind which letter of its own."""
        if number == walk.last:
            return walk.x, walk.letter
        return ((walk.x + _TWIP // 2) // _TWIP * _TWIP if walk.last >= 0 else walk.x), ""

    def _joint(self, letter: str, follows: str, form: TextFormat) -> tuple[int, float]:
        """By how much letters stand nearer that follow one another, in steps and in points."""
        if not letter or not form.kerned:
            return 0, 0.0
        both, alone = self._measure(letter + follows, form), self._measure(letter, form)
        one = self._measure(follows, form)
        return both[0] - alone[0] - one[0], both[1] - alone[1] - one[1]

    def _cut(self, parts: list[Part], x: float, walk: _Walk) -> None:
        """Ends lines between the letters of an over-long word."""
        for _, _, text, form in parts:
            for letter in text:
                wide = self._measure(letter, form)[0] / STEPS
                if x + wide > walk.width + _LONG and x > 0:
                    x = 0.0
                x += wide
        walk.x, walk.drawn, walk.last = round(x * STEPS), x, -1

    def _measure(self, text: str, form: TextFormat) -> tuple[int, float]:
        known = self._known.get((text, id(form)))
        if known is None:  # the format is kept alive, so that no id comes twice
            known = text_steps(self._faces, text, form), text_width(self._faces, text, form), form
            self._known[text, id(form)] = known
        return known[0], known[1]

    def _overhang(self, form: TextFormat) -> int:
        """What italic text leaves free at the margin, in steps: a twelfth of its height in whole twips."""
        if not form.italic:
            return 0
        known = self._overhangs.get(id(form))
        if known is None:
            height = single_height(self._faces.face(form.font), form.size)
            known = self._overhangs[id(form)] = round(height * 20) // ITALIC_SHARE * _TWIP, form
        return known[0]


def _is_short(items: list[Inline], width: float, modern: bool) -> bool:
    """Whether everything has room on one line, whatever its letters are."""
    total = 0.0
    for item in items:
        if not isinstance(item, Run) or (modern and item.format.italic):
            return False
        form = item.format
        total += len(item.text) * (form.size * form.stretch * WIDEST + max(form.spacing, 0.0))
    return total < width


def _composed(run: Run) -> Run:
    """The run with every letter and its marks in one, as it is drawn."""
    if unicodedata.is_normalized("NFC", run.text):
        return run
    return Run(unicodedata.normalize("NFC", run.text), run.format, run.link)


def _draw(number: int, wide: float, walk: _Walk) -> None:
    """Adds a drawing, on a new line where this one has no room for it."""
    if walk.drawn + wide > walk.width + _NEAR and not walk.fresh:
        walk.ends.append((number, 0, walk.drawn + wide))
        walk.begin()
    walk.x, walk.drawn, walk.fresh, walk.last = walk.x + round(wide * STEPS), walk.drawn + wide, False, -1
