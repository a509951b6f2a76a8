"""What the decree does not know (đơn, phiếu, tờ khai …): the form of the agency is all the form it has."""

from __future__ import annotations

from generator.compose.document import Composer
from generator.law.types import OTHER

COMPOSER = Composer(types=frozenset({OTHER}), template="khac", end_mark=False)
