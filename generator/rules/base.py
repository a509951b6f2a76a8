"""What a rule is, and what it reads."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import KW_ONLY
from typing import Literal

from generator.findings import Finding, Level
from generator.records import record

Reads = Literal[
    "document", "dossier", "citation", "force", "bases", "names", "paragraph", "whole", "text", "texts"
]  # fmt: skip
"""What ``check`` is given: see ``rules.readings``, ``rules.law._reading``, ``rules.wording._reading``."""

Treatment = Literal["báo", "tự sửa", "từ chối"]
"""What is done about a fault: said, put right without a word, or refused when the dossier is read."""


@record(frozen=True)
class Rule:
    """One rule: its id, how grave its findings are unless they say otherwise, the clause it comes from.

    ``module`` is the name of the module it stands in, from which the id is made (``ngay_tuong_lai`` →
    ``ngay-tuong-lai``) where none is given. ``reads`` says what ``check`` is given.
    """

    module: str
    level: Level
    reads: Reads
    _: KW_ONLY
    clause: str = ""
    treatment: Treatment = "báo"
    known_as: str = ""

    @property
    def id(self) -> str:
        """The id findings carry and settings name."""
        return self.known_as or self.module.rpartition(".")[2].replace("_", "-")

    @property
    def group(self) -> str:
        """The folder it stands in: ``law``, ``wording``, ``data``, ``figures``."""
        return self.module.split(".")[-2]

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
    ) -> Finding:
        """A finding of this rule, of its own level unless another is given."""
        gravity = self.level if level is None else level
        return Finding(self.id, gravity, what, fix, place, subject, successors, offers, source)


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
