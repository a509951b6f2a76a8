"""What a judgement says: a level, a message, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How grave a finding is; the larger, the graver."""

    FINE = 0
    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return ("đúng", "thông tin", "cảnh báo", "lỗi")[self]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing said about a document, a citation or a name: which rule, how grave, where, and what to do.

    ``subject`` is the document it is about as the registry names it, ``successors`` and ``offers`` are citations ready
    to copy (or numbers, where a document is not known well enough to be cited).
    """

    code: str
    level: Level
    message: str
    fix: str = ""
    place: str = ""
    subject: str = ""
    successors: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()

    def as_data(self) -> dict[str, object]:
        """The finding for JSON, with Vietnamese keys."""
        data: dict[str, object] = {
            "ma": self.code,
            "muc": self.level.label,
            "noi": self.place,
            "van_ban": self.subject,
            "noi_dung": self.message,
            "cach_sua": self.fix,
            "thay_the_boi": list(self.successors),
            "sua_doi_boi": list(self.offers),
        }
        return {key: value for key, value in data.items() if value or key in ("ma", "muc")}


def worst(findings: list[Finding]) -> Level:
    """The gravest level among the findings; FINE when there are none."""
    return max((finding.level for finding in findings), default=Level.FINE)
