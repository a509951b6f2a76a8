"""The line «Lưu: VT, …» below the recipients: whether a text is one, and where it says the document is filed."""

from __future__ import annotations

import re

from generator.patterns import late

_OPENS = late(r"\W*l[uư]u\b\s*[:;：]?\s*", re.IGNORECASE)
_WHOLE = late(r"[-–+*•]?\s*lưu\s*(?:[:：]|(?=\s+VT\b))\s*(.+?)[\s.;,/]*", re.IGNORECASE)


def opens_filing(text: str) -> bool:
    """Whether the text begins as the line does, after a dash or none: «- Lưu: VT.», «Lưu VT», «Luu: VP»."""
    return _OPENS.match(text) is not None


def after_lead(text: str) -> str:
    """What a line that begins with «Lưu» says after that word: ``VT, QLN.`` of ``- Lưu: VT, QLN.``."""
    found = _OPENS.match(text)
    return text[found.end() if found else 0 :].strip()


def filed_at(text: str) -> str | None:
    """Where a line typed among the recipients files the document, without end signs; None for a recipient's name.

    More is asked than of a printed line, for «Lưu trữ quốc gia» is a recipient: a colon, or VT at once.
    """
    found = _WHOLE.fullmatch(text)
    return found[1] if found else None
