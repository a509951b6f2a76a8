"""What a judgement says, of law, wording, data or figures: a rule, a level, two places, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from generator.edits import Edit, Spot
from generator.records import record

_FEW = 3  # places or rules named before the rest is only counted


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


@record(frozen=True)
class Finding:
    """One thing said about a document or its dossier: by which rule, how grave, what, what to do, where.

    ``place`` is where a reader of the document finds it («căn cứ 2», «Điều 3, khoản 1»), ``source`` where it was
    typed (file and line, sheet and cell); either is empty where there is none. ``subject`` is the document it is
    about as the registry names it, ``successors`` and ``offers`` are citations ready to copy (or numbers, where a
    document is not known well enough to be cited). ``accepted`` is the reason for which the agency lets it stand
    (of a file: with who said so and when), ``lowered`` the one for which it made less of it than its rule, which
    said ``ruled``. Of a Word file ``spot`` is where a comment goes, ``also`` where else, of what is said once for
    several places, ``page`` the page it is on (0: not known), and ``repairs`` put it right without changing what the
    document says.
    """

    rule: str
    level: Level
    what: str
    fix: str = ""
    place: str = ""
    subject: str = ""
    successors: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    source: str = ""
    accepted: str = ""
    lowered: str = ""
    ruled: Level | None = None
    spot: Spot | None = None
    also: tuple[Spot, ...] = ()
    page: int = 0
    repairs: tuple[Edit, ...] = ()
    accepted_by: str = ""
    accepted_on: str = ""

    @property
    def leaf(self) -> str:
        """The heading a reader looks for it under: its page, the whole document, or that its page is not known."""
        if self.page:
            return f"Trang {self.page}"
        return "Cả văn bản" if self.spot is None else "Chưa rõ trang"

    @property
    def acceptance(self) -> str:
        """Why it may stand, who said so and when, as a reader sees it; empty where nobody let it stand."""
        if not self.accepted_by:
            return self.accepted and f"bỏ qua: {self.accepted}"
        return f"chấp nhận: {self.accepted} – {self.accepted_by}, {self.accepted_on}"

    @property
    def holds(self) -> bool:
        """Whether a final document must not go out with it."""
        return self.level is Level.ERROR and not self.accepted

    @property
    def lets_error_stand(self) -> bool:
        """Whether it would have held a final document, had the agency not decided otherwise."""
        return (self.level is Level.ERROR and bool(self.accepted)) or (self.ruled is Level.ERROR and bool(self.lowered))

    def as_data(self) -> dict[str, object]:
        """The finding for JSON, with Vietnamese keys."""
        data: dict[str, object] = {
            "ma": self.rule,
            "muc": self.level.label,
            "noi": self.place,
            "nguon": self.source,
            "van_ban": self.subject,
            "noi_dung": self.what,
            "cach_sua": self.fix,
            "thay_the_boi": list(self.successors),
            "sua_doi_boi": list(self.offers),
            "chap_nhan": self.accepted,
            "nguoi_chap_nhan": self.accepted_by,
            "ngay_chap_nhan": self.accepted_on,
            "ha_muc": self.lowered,
        }
        return {key: value for key, value in data.items() if value or key in ("ma", "muc")}


@record(frozen=True)
class Unjudged:
    """What a rule could not judge in a document, and why: never taken for right."""

    rule: str
    why: str
    place: str = ""


@record(frozen=True)
class Reason:
    """Why something could not be judged, with every place and every rule it was said of, each once."""

    why: str
    places: tuple[str, ...]
    rules: tuple[str, ...]

    @property
    def briefly(self) -> str:
        """The reason with the places and the first rules, as one line for a reader."""
        at = "; ".join(self.places[:_FEW]) + (f"; … ({len(self.places)} chỗ)" if len(self.places) > _FEW else "")
        said = ", ".join(self.rules[:_FEW])
        rest = len(self.rules) - _FEW
        more = f" và {rest} quy tắc khác" if rest > 0 else ""
        return f"{at + ': ' if at else ''}{self.why} [{said}{more}]"


def by_reason(unjudged: Iterable[Unjudged]) -> list[Reason]:
    """What could not be judged, one entry a reason: a reader acts on the reason, not on each rule it stopped."""
    found: dict[str, list[Unjudged]] = {}
    for one in unjudged:
        found.setdefault(one.why, []).append(one)
    return [
        Reason(why, tuple(dict.fromkeys(one.place for one in said if one.place)),
               tuple(dict.fromkeys(one.rule for one in said)))
        for why, said in found.items()
    ]  # fmt: skip
