"""Nghị quyết (Mẫu 1.1) and quyết định: direct (Mẫu 1.2) or issuing an attached text (Mẫu 1.3)."""

from __future__ import annotations

from generator.compose.document import Composer, authority_context

COMPOSER = Composer(types=frozenset({"quyết định", "nghị quyết"}), template="quyet-dinh", extra=authority_context)
