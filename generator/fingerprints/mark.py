"""How a fingerprint is spelled, and what can be found of one."""

from __future__ import annotations

from enum import Enum

PREFIX = b"vanthu:sha256:"
DIGITS = 64
BLANK = PREFIX + b"0" * DIGITS  # what the digits are written over, and what is hashed in their place


class Mark(Enum):
    """What a file says of its own content."""

    ABSENT = "absent"  # it carries no fingerprint: of another program, or of an earlier version of this one
    INTACT = "intact"
    BROKEN = "broken"  # it was changed after it was written
