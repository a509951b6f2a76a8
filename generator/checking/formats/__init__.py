"""What a check says, in the forms other programs and a browser read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from generator.checking.places import Place
from generator.checking.whereabouts import Where
from generator.edits import Spot
from generator.errors import Problem
from generator.findings import Finding, Unjudged


class Checked(Protocol):
    """One file that was checked, as a report needs it."""

    @property
    def file(self) -> Path:
        """The file as the user named it."""

    @property
    def findings(self) -> Sequence[Finding]:
        """What was found, down the pages."""

    @property
    def unjudged(self) -> Sequence[Unjudged]:
        """What could not be judged."""

    @property
    def problems(self) -> Sequence[Problem]:
        """Why it could not be read, if so."""

    @property
    def judged_as(self) -> str:
        """As what it was judged."""

    @property
    def notes(self) -> Sequence[Problem]:
        """What was accepted and is no more there."""

    @property
    def standing(self) -> Mapping[Spot, Where]:
        """Where in the file the spots of findings are."""

    @property
    def places(self) -> Mapping[Spot, Sequence[Place]]:
        """Where on the pages the spots of findings are."""
