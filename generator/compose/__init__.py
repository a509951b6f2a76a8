"""Dossier → the content of one document: numbering, bases, recipients, signature, annexes."""

from __future__ import annotations

import importlib
from collections import ChainMap
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from generator.compose import types
from generator.compose.document import ComposedDocument, ComposedPart, Composer, Places, Summary, compose_with
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.errors import DataError
from generator.logs import get_logger
from generator.wording.characters import fold

if TYPE_CHECKING:
    from generator.compose.reach.catalogue import Entry
    from generator.compose.reach.kinds import Shape

__all__ = [
    "ComposedDocument",
    "ComposedPart",
    "Places",
    "Summary",
    "compose",
    "composed_to_read",
    "document_name",
    "fields_in_reach",
    "template_of",
    "values_in_reach",
]

_LOG = get_logger(__name__)


@cache
def _composer(type_name: str) -> Composer:
    """The composer of the type, found by looking into the ``types`` folder, first for a module of its name."""
    own = "_".join(map(fold, type_name.split()))
    names = [file.stem for file in Path(*types.__path__).glob("[!_]*.py")]
    for name in sorted(names, key=lambda name: (name != own, name)):
        composer: Composer = importlib.import_module(f"{types.__name__}.{name}").COMPOSER
        if type_name in composer.types:
            return composer
    raise KeyError(type_name)


def document_name(dossier: Dossier, document: Document) -> str:
    """The name of the document's files, without suffix."""
    if document.name:
        return document.name
    index = next(n for n, other in enumerate(dossier.documents, start=1) if other is document)
    return f"van-ban-{index}"


def compose(dossier: Dossier, document: Document, place: Places | None = None) -> ComposedDocument:
    """The document composed; ``place`` names where a value of the dossier was read, for messages and traces.

    Raises DataError when its results do not allow a report yet: a miss nobody explained.
    """
    composed = composed_to_read(dossier, document, place)
    if composed.problems:
        raise DataError(composed.problems)
    return composed


def composed_to_read(dossier: Dossier, document: Document, place: Places | None = None) -> ComposedDocument:
    """The same, also when results do not allow it to be made yet: what is owed is among its ``problems``."""
    name = document_name(dossier, document)
    composer = _composer(document.type)
    composed = compose_with(composer, dossier, document, name, place)
    _LOG.info("document composed: %s by %s.docx, %d attachments", name, composer.template, len(composed.attachments))
    return composed


def fields_in_reach(
    type_name: str, sources: Sequence[Mapping[str, object]] = (), template: str = "", own: Sequence[Shape] = ()
) -> tuple[Entry, ...]:
    """Every field a template of a document of the type may read, with examples from the ``sources``.

    ``template`` is ``phu-luc`` or ``van-ban-kem-theo`` where an annex or an attached text is meant, ``own`` are the
    fields that a form declares (``truong``).
    """
    from generator.compose.reach.catalogue import catalogue  # here: few commands list fields

    main = _composer(type_name).template
    return catalogue([template, main] if template else [main], type_name, sources, own)


def values_in_reach(part: ComposedPart) -> Mapping[str, object]:
    """All that a template of that part may read, by the first of its names, worked out where it is looked up."""
    return ChainMap(cast(Any, part.context), cast(Any, part.reach or {}))


def template_of(type_name: str) -> str:
    """The name of the template of documents of the type, without suffix."""
    return _composer(type_name).template
