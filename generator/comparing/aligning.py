"""Two lists set side by side: what is the same, what became what, what is new, what is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product

from generator.patterns import late

_WORD = late(r"\w+")
LIKE = 0.45
"""From this likeness on, one text may be what became of the other."""
_MOST = 250_000  # pairs that are looked at one by one

Pair = tuple[int | None, int | None]


@lru_cache(maxsize=8192)
def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def likeness(one: str, other: str) -> float:
    """How much of the words two texts share, from 0 to 1."""
    if one == other:
        return 1.0
    first, second = _words(one), _words(other)
    whole = sum(first.values()) + sum(second.values())
    return 2 * sum((first & second).values()) / whole if whole else 0.0


def covered(part: str, whole: str) -> float:
    """How much of the words of one text stand in the other, from 0 to 1."""
    first, second = _words(part), _words(whole)
    total = sum(first.values())
    return sum((first & second).values()) / total if total else 0.0


def in_order(one: Sequence[Hashable], other: Sequence[Hashable], like: Callable[[int, int], float]) -> list[Pair]:
    """Pairs of places in the order of both lists; None on the side where nothing answers.

    ``like`` tells how alike two items at their places are, below LIKE not at all.
    """
    pairs: list[Pair] = []
    for tag, a, a_end, b, b_end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(range(a, a_end), range(b, b_end), strict=True)
        else:
            pairs += _best(range(a, a_end), range(b, b_end), like)
    return pairs


def _best(first: range, second: range, like: Callable[[int, int], float]) -> list[Pair]:
    """The pairing in order that is most alike on the whole."""
    if len(first) * len(second) > _MOST:
        return [*((a, None) for a in first), *((None, b) for b in second)]
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    worth: dict[tuple[int, int], float] = {}
    for x, y in product(range(len(first) - 1, -1, -1), range(len(second) - 1, -1, -1)):
        score = like(first[x], second[y])
        worth[x, y] = score if score >= LIKE else -1.0
        best[x][y] = max(best[x + 1][y], best[x][y + 1], worth[x, y] + best[x + 1][y + 1])
    pairs: list[Pair] = []
    x = y = 0
    while x < len(first) and y < len(second):
        if worth[x, y] > 0 and best[x][y] == worth[x, y] + best[x + 1][y + 1]:
            pairs.append((first[x], second[y]))
            x, y = x + 1, y + 1
        elif best[x][y] == best[x + 1][y]:
            pairs.append((first[x], None))
            x += 1
        else:
            pairs.append((None, second[y]))
            y += 1
    return [*pairs, *((a, None) for a in first[x:]), *((None, b) for b in second[y:])]


def anywhere(
    one: Sequence[Hashable], other: Sequence[Hashable], like: Callable[[int, int], float]
) -> tuple[list[Pair], set[int]]:
    """Pairs of places whatever their order: same key first, then the most alike; and which of ``other`` have moved."""
    places: dict[Hashable, list[int]] = {}
    for at, key in enumerate(other):
        places.setdefault(key, []).append(at)
    found: dict[int, int] = {}
    for at, key in enumerate(one):
        if places.get(key):
            found[at] = places[key].pop(0)
    left = [at for at in range(len(one)) if at not in found]
    right = sorted(set(range(len(other))) - set(found.values()))
    if len(left) * len(right) <= _MOST:
        scored = [(score, a, b) for a, b in product(left, right) if (score := like(a, b)) >= LIKE]
        taken: set[int] = set()
        for _, a, b in sorted(scored, key=lambda item: (-item[0], abs(item[1] - item[2]), item[1])):
            if a not in found and b not in taken:
                found[a] = b
                taken.add(b)
    stay = _longest_rising([found[a] for a in sorted(found)])
    moved = set(found.values()) - stay
    lost: list[Pair] = [(a, found.get(a)) for a in range(len(one))]
    return [*lost, *((None, b) for b in range(len(other)) if b not in set(found.values()))], moved


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The most of the numbers that stand in rising order: those that kept their place."""
    best: list[list[int]] = []
    for number in numbers:
        at = next((n for n, run in enumerate(best) if run[-1] > number), len(best))
        run = [*(best[at - 1] if at else []), number]
        best[at : at + 1] = [run]
    return set(best[-1]) if best else set()
