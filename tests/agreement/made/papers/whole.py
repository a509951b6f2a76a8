"""``make_paper``: the paper of a seed."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.agreement.made.draft import Draft, flag, paragraph, run, value
from tests.agreement.made.grammar import Made
from tests.agreement.made.papers.blocks import Paragraphs
from tests.agreement.made.papers.parts import section, write_parts
from tests.agreement.made.papers.tables import Tables


def make_paper(seed: int) -> Made:
    """The paper of a seed."""
    rng = random.Random(f"paper {seed}")
    paper = _Paper(Draft(rng))
    body = paper.write()
    return Made(seed, paper.draft.package.write(body), frozenset(paper.draft.constructs))


class _Paper(Paragraphs, Tables):
    """A paper, block after block."""

    def write(self) -> str:
        draft = self.draft
        # LibreOffice leaves an empty line above a table at the very top of a file with footnotes.
        blocks = [paragraph("", self._tight())] if self.noted else []
        blocks += [self._head(), paragraph("", self._tight()), *self._title()]
        blocks += [self._basis() for _ in range(draft.rng.randint(1, 5))]
        blocks += [paragraph(run("QUYẾT ĐỊNH:", flag("b")), value("jc", "center"))]
        kinds: tuple[Callable[[], str], ...] = (
            self._article, self._article, self._plain, self._plain, self._plain, self._dash, self._letter,
            self._fill, self._dots, self._grid, self._two_sides, self._noted,
        )  # fmt: skip
        blocks += [draft.pick(kinds)() for _ in range(draft.rng.choice((4, 8, 12, 20, 30)))]
        blocks += [paragraph("", self._tight())] * draft.rng.randint(0, 2) + [self._signature()]
        if draft.chance(0.3):
            blocks += [*[paragraph("")] * draft.rng.randint(0, 3)]
        write_parts(self)
        return "".join(blocks) + paragraph("", self._tight()) + section(self)
