"""The shared registry of legal bases, read from the folder that travels with the program."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from generator.dossier.model import Dossier, LegalDocumentEntry
from generator.dossier.source import Source
from generator.errors import DataError
from generator.law.bases import Registry
from generator.resources import LEGAL_BASES

_ENTRIES = TypeAdapter(tuple[LegalDocumentEntry, ...])


def read_registry(folder: Path) -> Registry:
    """Every legal document written in the YAML files of the folder; raises DataError when a file is broken."""
    registry, source = Registry(), Source()
    for file in sorted(folder.glob("*.yaml")):
        data = source.read(file, file.name, (file.name,))
        if source.problems:
            raise DataError(source.problems)
        for entry in _ENTRIES.validate_python(data):
            registry.add(entry.to_document())
    return registry


@cache
def shared_registry() -> Registry:
    """The legal documents every dossier may cite."""
    return read_registry(LEGAL_BASES)


def registry_of(dossier: Dossier) -> Registry:
    """The legal documents this dossier may cite: its own first, then the shared ones."""
    own = Registry()
    for entry in dossier.own_bases:
        own.add(entry.to_document())
    return own.over(shared_registry())
