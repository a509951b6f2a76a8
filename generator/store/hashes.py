"""Hashes that stand for texts and bytes in the tables."""

from __future__ import annotations

import hashlib


def sha_of(data: str | bytes) -> str:
    """The SHA-256 in hexadecimal; of a secret it is all that is kept."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()
