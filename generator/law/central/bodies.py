"""One body of the centre under one name, and what is known of the days it bore it."""

from __future__ import annotations

from datetime import date

from generator.law.bases import Verification
from generator.typed.fields import Day, Record, Text
from generator.typed.models.declaring import Field


class CentralBody(Record):
    """A ministry or body of its rank under one name; a day that was never verified is None.

    ``signs`` are those its documents bear, today's first; ``shortened`` are names people write for its own.
    ``until`` is the first day on which no body bore the name; ``into`` who carries its work on.
    """

    name: Text = Field(alias="ten")
    signs: tuple[Text, ...] = Field(alias="ky_hieu")
    shortened: tuple[Text, ...] = Field((), alias="ten_tat")
    since: Day | None = Field(None, alias="tu")
    until: Day | None = Field(None, alias="den")
    into: tuple[Text, ...] = Field((), alias="thanh")
    verification: Verification = Field("chưa xác minh", alias="xac_minh")
    source: Text = Field("", alias="nguon")

    def gone(self, day: date) -> bool:
        """Whether no body bore the name on the day any more."""
        return self.until is not None and day >= self.until

    def not_yet(self, day: date) -> bool:
        """Whether no body bore the name on the day as yet."""
        return self.since is not None and day < self.since
