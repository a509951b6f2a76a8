"""Regular expressions compiled when they are first used: of those a command imports, one dossier needs a third."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

from generator.patterns.kept import compiled

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "groupindex", "groups")


class Late:
    """Stands for a pattern: what is asked of it, it answers as the compiled pattern does."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        # Reached only by what is not there yet: from then on the compiled pattern's own methods answer.
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = compiled(self.pattern, self.flags)
        vars(self).update({method: getattr(pattern, method) for method in _METHODS})
        return getattr(pattern, name)


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern, compiled by the first search; one that is wrong raises only then.

    For patterns held by modules; functions of ``re`` do not take it.
    """
    return cast("re.Pattern[AnyStr]", Late(pattern, flags))
