"""What every front end calls: a dossier opened, reviewed, issued; nothing below is called past it.

What is judged is what is printed; a final document is held back on errors; what was forced is recorded in its files.

>>> opened = open_dossier("data/thuong-lo-2024")
>>> judged = review(opened)
>>> [str(finding.level.label) for finding in judged.findings if finding.holds]
[]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.output import write_files
    from generator.render import RenderedDocument
    from generator.resources import example_folders
    from generator.service.issuing import HeldError, issue
    from generator.service.opening import OpenDossier, open_dossier
    from generator.service.reviewing import Review, review

_EXPORTS = {
    "HeldError": "generator.service.issuing",
    "OpenDossier": "generator.service.opening",
    "RenderedDocument": "generator.render",
    "Review": "generator.service.reviewing",
    "example_folders": "generator.resources",
    "issue": "generator.service.issuing",
    "open_dossier": "generator.service.opening",
    "review": "generator.service.reviewing",
    "write_files": "generator.output",
}
__all__ = [
    "HeldError",
    "OpenDossier",
    "RenderedDocument",
    "Review",
    "example_folders",
    "issue",
    "open_dossier",
    "review",
    "write_files",
]


def __getattr__(name: str) -> Any:
    # Loaded on first use: a list of rules needs nothing of what draws pages.
    if name in _EXPORTS:
        return getattr(import_module(_EXPORTS[name]), name)
    raise AttributeError(name)
