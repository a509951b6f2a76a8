"""A part of a template ready to render, and those of our own templates as they are kept beside this module.

Preparing a template (docxtpl's patterns, the grammar of every tag) takes longer than rendering a document. What comes
of our own is built once (``tools/build_ready.py``) and found by the template's bytes: any other template, also one of
the same name, is prepared when it is used.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Template

from generator.docx.environment import new_environment
from generator.docx.reads import Read
from generator.docx.rendering import Line
from generator.records import record

READY = Path(__file__).parent / "ready"


@record(frozen=True)
class Prepared:
    """One part: its Jinja source, the fields it reads, and the tag of each line of the source but the first."""

    source: str
    template: Template
    reads: Sequence[Read]
    lines: Sequence[Line]

    @classmethod
    def of(cls, source: str, reads: Sequence[Read], lines: Sequence[Line]) -> Prepared:
        """The part with its source compiled."""
        return cls(source, new_environment().from_string(source), reads, lines)


def kept(parts: dict[str, Prepared], data: bytes) -> str:
    """What is kept of the parts of the template with these bytes."""
    said = {name: {"source": part.source, "reads": part.reads, "lines": part.lines} for name, part in parts.items()}
    return json.dumps({"sha256": _hash(data), "parts": said}, ensure_ascii=False, indent=0) + "\n"


def ready(data: bytes, file: str) -> dict[str, Prepared] | None:
    """The parts of one of our own templates by name; None when the bytes are not those they were built from."""
    try:
        known: dict[str, Any] = json.loads((READY / f"{Path(file).stem}.json").read_bytes())
    except (OSError, ValueError):  # not one of ours, or a name no file can have
        return None
    if known["sha256"] != _hash(data):
        return None
    return {
        name: Prepared.of(
            part["source"], [Read(*read) for read in part["reads"]], [Line(*line) for line in part["lines"]]
        )
        for name, part in known["parts"].items()
    }


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
