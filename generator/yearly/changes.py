"""What becomes of a dossier's values from one year to the next, value by value, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from typing import Any

from generator.records import record
from generator.typed.rewriting import AddItem, Remove, Rewrite, changed_data
from generator.typed.source import Path_
from generator.yearly.times import Verdict


@record(frozen=True)
class Change:
    """One value: where it is typed, what it was, what it is now (empty: nothing), why; and whether a person decides.

    ``within`` are the words around a part of a text.
    """

    verdict: Verdict
    path: Path_
    before: str
    after: str
    reason: str
    within: str = ""


@record()
class NextYear:
    """What is to be done to the values of a dossier, and the whole account of it."""

    changes: list[Change] = field(default_factory=list)
    rewrites: list[Rewrite] = field(default_factory=list)

    def say(
        self, verdict: Verdict, path: Path_, reason: str, *, before: str = "", after: str = "", within: str = ""
    ) -> None:
        """Put down what becomes of the value at the path."""
        self.changes.append(Change(verdict, path, before, after, reason, within))

    def data(self, old: Any) -> Any:
        """The values of the new dossier."""
        return changed_data(old, self.rewrites)

    def of(self, verdict: Verdict) -> list[Change]:
        """The changes of one kind, in the order of the dossier."""
        return [one for one in self.changes if one.verdict is verdict]


def items_removed(rewrites: Iterable[Rewrite]) -> list[Path_]:
    """The paths of the items that changes take out of lists."""
    return [one.path for one in rewrites if isinstance(one, Remove) and isinstance(one.path[-1], int)]


def items_added(rewrites: Iterable[Rewrite]) -> list[Path_]:
    """The paths of the items behind which changes put others in their lists, as often as they do."""
    return [one.after for one in rewrites if isinstance(one, AddItem)]


def place_after(path: Path_, removed: Sequence[Path_], added: Sequence[Path_] = ()) -> Path_:
    """Where the value of a path stands once items are out of their lists and others put behind those ``added``."""
    new = list(path)
    for depth, key in enumerate(path):
        if isinstance(key, int):
            before = {one[depth] for one in removed if len(one) == depth + 1 and one[:depth] == path[:depth]}
            more = [one[depth] for one in added if len(one) == depth + 1 and one[:depth] == path[:depth]]
            less = sum(1 for one in before if isinstance(one, int) and one < key)
            new[depth] = key - less + sum(1 for one in more if isinstance(one, int) and one < key)
    return tuple(new)
