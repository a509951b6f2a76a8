"""The legal documents a dossier may cite."""

from __future__ import annotations

from generator.dossier.model import Dossier
from generator.law.bases import Registry
from generator.law.loading.shared import shared_registry


def registry_of(dossier: Dossier) -> Registry:
    """The legal documents this dossier may cite: its own first, then the shared ones."""
    if not dossier.own_bases:
        return shared_registry()
    own = Registry()
    for entry in dossier.own_bases:
        own.add(entry.filed_under("ho-so"))
    return own.over(shared_registry())
