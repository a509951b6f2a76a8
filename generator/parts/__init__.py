"""Any laid-out document read into the components of NĐ 30 (ô 1–14), each with how sure the reading is."""

from generator.parts.model import Annex, Component, Kind, Part, Parts, Sure
from generator.parts.reading import read_parts

__all__ = ["Annex", "Component", "Kind", "Part", "Parts", "Sure", "read_parts"]
