"""Dossier → the content of one document: numbering, bases, recipients, signature, annexes."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from generator.compose import types
from generator.compose.document import ComposedDocument, ComposedPart, Composer, Places, Summary, compose_with
from generator.dossier import Dossier
from generator.dossier.documents.document import Document
from generator.errors import DataError
from generator.logs import get_logger

__all__ = ["ComposedDocument", "ComposedPart", "Places", "Summary", "compose", "composed_to_read", "document_name"]

_LOG = get_logger(__name__)


@cache
def _composers() -> dict[str, Composer]:
    """The composer of every type, found by looking into the ``types`` folder."""
    found: dict[str, Composer] = {}
    for module in pkgutil.iter_modules(types.__path__):
        composer: Composer = importlib.import_module(f"{types.__name__}.{module.name}").COMPOSER
        found.update(dict.fromkeys(composer.types, composer))
    return found


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
    composer = _composers()[document.type]
    composed = compose_with(composer, dossier, document, name, place)
    _LOG.info("document composed: %s by %s.docx, %d attachments", name, composer.template, len(composed.attachments))
    return composed
