"""The name of a recipient alone, as it is held against others."""

from __future__ import annotations

from generator.patterns import late

_AROUND = late(r"^[-+\s]+|[\s.;,]+$")
_PURPOSE = late(r"\s*(?:\([^()]*\)|\s[-–]\s*(?:để|thay)\s[^()]*)$")
_SHORTENED = (("ủy ban nhân dân", "ubnd"), ("uỷ ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hđnd"))


def shown(printed: str) -> str:
    """The words without the dash before them and the sign behind."""
    return _AROUND.sub("", printed)


def name_of(printed: str) -> str:
    """The name alone, as it is compared: without dash, closing sign and the purpose in brackets, case aside."""
    name = " ".join(_PURPOSE.sub("", shown(printed)).casefold().split()).replace(" ,", ",")
    for long, short in _SHORTENED:
        name = name.replace(long, short)
    return name
