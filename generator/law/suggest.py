"""The bases a document of some day, agency and subject usually rests on."""

from __future__ import annotations

from datetime import date

from generator.typed.fields import Day, Ident, Record, Text
from generator.typed.models.declaring import Field
from generator.wording.characters import fold


class SuggestedSet(Record):
    """Documents that belong together as bases, and when, for whom and for what subjects they are offered."""

    name: Text = Field(alias="ten")
    since: Day | None = Field(None, alias="tu")
    until: Day | None = Field(None, alias="den")
    levels: tuple[Text, ...] = Field((), alias="cap")
    keywords: tuple[Text, ...] = Field((), alias="tu_khoa")
    documents: tuple[Ident, ...] = Field((), alias="van_ban")
    note: Text = Field("", alias="luu_y")

    def fits(self, day: date, level: str, text: str) -> bool:
        """Whether the set is offered on the day to an agency of the level for what the text is about."""
        in_time = (self.since is None or day >= self.since) and (self.until is None or day <= self.until)
        for_level = not self.levels or level in self.levels
        return in_time and for_level and (not self.keywords or any(fold(word) in text for word in self.keywords))


def level_of(agency: str) -> str:
    """The level a people's committee or council is of: ``tinh``, ``huyen``, ``xa``; ``khac`` for other bodies."""
    name = fold(agency)
    at = name.find("nhandan")
    if at < 0 or not name[:at].endswith(("uyban", "hoidong")):
        return "khac"
    kind = name[at + len("nhandan") :]
    for level, kinds in {
        "xa": ("xa", "phuong", "dackhu", "thitran"),
        "tinh": ("tinh", "thanhpho"),
        "huyen": ("huyen", "quan", "thixa"),
    }.items():
        if kind.startswith(kinds):
            return level
    return "khac"
