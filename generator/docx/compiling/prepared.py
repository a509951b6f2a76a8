"""A part of a template ready to render, and those of our own templates as they are kept in ``docx/ready``.

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

import jinja2
from jinja2 import Environment, Template

from generator.docx.compiling.reads import Read
from generator.docx.rendering.current import Line
from generator.docx.rendering.environment import new_environment
from generator.records import record

_JINJA = vars(jinja2).get("__version__", "")
READY = Path(__file__).parent.parent / "ready"


@record(frozen=True)
class Prepared:
    """One part: its Jinja source, the fields it reads, and the tag of each line of the source but the first."""

    source: str
    template: Template
    reads: Sequence[Read]
    lines: Sequence[Line]

    @classmethod
    def of(
        cls,
        source: str,
        reads: Sequence[Read],
        lines: Sequence[Line],
        written: str = "",
        environment: Environment | None = None,
    ) -> Prepared:
        """The part with its source compiled, or the Python code ``written`` of it before."""
        environment = environment or new_environment()
        if not written:
            return cls(source, environment.from_string(source), reads, lines)
        code = compile(written, "<template>", "exec")
        return cls(source, Template.from_code(environment, code, environment.make_globals(None)), reads, lines)


def kept(parts: dict[str, Prepared], data: bytes) -> str:
    """What is kept of the parts of the template with these bytes."""
    write = new_environment().compile
    said = {
        name: {
            "source": part.source,
            "reads": part.reads,
            "lines": part.lines,
            "code": write(part.source, raw=True).splitlines(),
        }
        for name, part in parts.items()
    }
    return json.dumps({"sha256": _hash(data), "jinja": _JINJA, "parts": said}, ensure_ascii=False, indent=0) + "\n"


def ready(data: bytes, file: str) -> dict[str, Prepared] | None:
    """The parts of one of our own templates by name; None when the bytes are not those they were built from."""
    try:
        known: dict[str, Any] = json.loads((READY / f"{Path(file).stem}.json").read_bytes())
    except (OSError, ValueError):  # not one of ours, or a name no file can have
        return None
    if known["sha256"] != _hash(data):
        return None
    # Code written by another Jinja may ask for what this one has not: then the source is compiled.
    is_current = _JINJA and known["jinja"] == _JINJA
    return {
        name: Prepared.of(
            part["source"],
            [Read(*read) for read in part["reads"]],
            [Line(*line) for line in part["lines"]],
            "\n".join(part["code"]) if is_current else "",
        )
        for name, part in known["parts"].items()
    }


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
