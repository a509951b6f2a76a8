"""Documents of a dossier made for tests about what they look like: drafts and finals alike, whatever is found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.dossier import Dossier
from generator.service import RenderedDocument, issue, review
from generator.service.opening import opened


def render_dossier(dossier: Dossier, only: Sequence[str] = (), **options: Any) -> list[RenderedDocument]:
    """The documents, made by the service with its findings overridden."""
    return issue(review(opened(dossier), only=only), force=True, **options)
