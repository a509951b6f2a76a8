"""The shared legal data, read once: documents every dossier may cite, the sets they form, the provinces."""

from __future__ import annotations

from functools import cache

from generator.law.bases import Registry
from generator.law.central.bodies import CentralBody
from generator.law.force import Law, ReplacedSet
from generator.law.loading.kept import Shared, kept
from generator.law.suggest import SuggestedSet
from generator.law.territory import Territory


@cache
def _shared() -> Shared:
    shared = kept()
    if shared is None:
        from generator.law.loading.files import read_shared  # here: only edited files need be read and checked

        shared = read_shared()
    return shared


@cache
def shared_registry() -> Registry:
    """The legal documents every dossier may cite."""
    registry = Registry()
    for document in _shared().documents:
        registry.add(document)
    return registry


def replaced_sets() -> tuple[ReplacedSet, ...]:
    """The sets of documents that replaced one another as a whole."""
    return _shared().replaced


def suggested_sets() -> tuple[SuggestedSet, ...]:
    """The bases to be offered, by day, level of the agency and subject."""
    return _shared().suggested


def territory() -> Territory:
    """The provinces of today, the names that vanished, and the end of the district level."""
    return _shared().territory


def central_bodies() -> tuple[CentralBody, ...]:
    """The ministries and other bodies of the centre, of today and of former times."""
    return _shared().central


def law_of(registry: Registry) -> Law:
    """What force is judged by: the documents given, and the sets that replaced one another."""
    return Law(registry, replaced_sets())
