"""DOCX files from Word templates and data: compile a template once, render it many times, join the sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.docx.document import Part, render_document, render_part
from generator.docx.template import Template
from generator.docx.word.properties import Properties, is_ours

if TYPE_CHECKING:
    from generator.docx.confined import Confined

__all__ = ["Confined", "Part", "Properties", "Template", "is_ours", "render_document", "render_part"]


def __getattr__(name: str) -> Any:
    # Loaded on first use: our own templates need no child process.
    if name == "Confined":
        from generator.docx.confined import Confined

        return Confined
    raise AttributeError(name)
