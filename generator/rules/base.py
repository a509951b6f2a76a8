"""What a rule is, and what it reads."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import KW_ONLY
from typing import Literal

from generator.edits import Edit, Spot
from generator.findings import Finding, Level
from generator.records import record

Reads = Literal[
    "document", "dossier", "citation", "force", "bases", "names", "paragraph", "whole", "text", "texts", "file"
]  # fmt: skip
"""What ``check`` is given: see ``rules.readings``, ``rules.law._reading``, ``rules.wording._reading``."""

Kind = Literal["M", "C", "O", "S", "D", "P"]
"""Where a rule of form comes from: mandatory, mandatory on a condition, optional, a Mẫu, derived, practice."""

Treatment = Literal["báo", "tự sửa", "từ chối"]
"""What is done about a fault: said, put right without a word, or refused when the dossier is read."""


@record(frozen=True)
class Rule:
    """One rule: its id, how grave its findings are unless they say otherwise, the clause it comes from.

    ``module`` is the name of the module it stands in, from which the id is made (``ngay_tuong_lai`` →
    ``ngay-tuong-lai``) where none is given. ``reads`` says what ``check`` is given. A rule of form has a ``kind`` and
    the ``edition`` of the law it belongs to.
    """

    module: str
    level: Level
    reads: Reads
    _: KW_ONLY
    clause: str = ""
    treatment: Treatment = "báo"
    known_as: str = ""
    kind: Kind | None = None
    edition: str = "ND30"

    @property
    def id(self) -> str:
        """The id findings carry and settings name."""
        return self.known_as or self.module.rpartition(".")[2].replace("_", "-")

    @property
    def group(self) -> str:
        """The folder it stands in: ``law``, ``wording``, ``data``, ``figures``, ``form``."""
        return self.module.split(".")[2]

    @property
    def room(self) -> str:
        """The room of its group, named after a component, that it stands in; empty where the group has none."""
        between = self.module.split(".")[3:-1]
        return between[0] if between else ""

    def found(
        self,
        what: str,
        fix: str = "",
        *,
        level: Level | None = None,
        place: str = "",
        source: str = "",
        subject: str = "",
        successors: tuple[str, ...] = (),
        offers: tuple[str, ...] = (),
        spot: Spot | None = None,
        repairs: tuple[Edit, ...] = (),
    ) -> Finding:
        """A finding of this rule, of its own level unless another is given."""
        gravity = self.level if level is None else level
        return Finding(
            self.id, gravity, what, fix, place, subject, successors, offers, source, spot=spot, repairs=repairs
        )


_LEVELS = {
    "M": Level.ERROR, "C": Level.ERROR, "S": Level.WARNING, "D": Level.WARNING, "P": Level.NOTE, "O": Level.NOTE,
}  # fmt: skip


def form_rule(module: str, kind: Kind, clause: str = "") -> Rule:
    """A rule of form, known as the clause it comes from (``nd30_i_2_1a2`` → ``ND30-I.2.1a2``), as grave as its kind.

    The law it belongs to is what its file's name begins with.
    """
    own = module.rpartition(".")[2]
    law, _, rest = own.partition("_")
    room, *numbers = rest.split("_")
    id_ = f"{law.upper()}-{'.'.join((room.upper(), *numbers))}"
    return Rule(module, _LEVELS[kind], "file", clause=clause or id_, known_as=id_, kind=kind, edition=law.upper())


@record(frozen=True)
class Entry:
    """A rule in the catalogue: the rule, its module's docstring, what finds.

    ``check`` is None for what is put right or refused on reading, and for what is found where a document is composed
    or a dossier opened: those may not import the rules, and a test holds their level to the page's.
    """

    rule: Rule
    docstring: str
    check: Callable[..., object] | None

    @property
    def page(self) -> str:
        """The rule's page."""
        return inspect.cleandoc(self.docstring)

    @property
    def title(self) -> str:
        """The first line of the page: the rule in one sentence."""
        return self.page.partition("\n")[0].strip()
