"""What the agency says: agency, people, objectives, plan, and the documents to issue; and how it is read."""

from generator.dossier.model import Dossier
from generator.dossier.reading.reader import load_dossier

__all__ = ["Dossier", "load_dossier"]
