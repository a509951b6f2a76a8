"""Why a metafile is not drawn."""

from __future__ import annotations


class MetafileError(Exception):
    """A metafile that is not drawn; the message says in Vietnamese what of it, empty for one that is damaged."""
