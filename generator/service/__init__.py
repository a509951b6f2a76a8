"""What every front end calls: a dossier opened, reviewed, issued; nothing below is called past it.

What is judged is what is printed; a final document is held back on errors; what was forced is recorded in its files.

>>> opened = open_dossier("data/thuong-lo-2024")
>>> judged = review(opened)
>>> [str(finding.level.label) for finding in judged.findings if finding.holds]
[]
"""

from generator.output import write_files
from generator.render import RenderedDocument
from generator.resources import example_folders
from generator.service.issuing import HeldError, issue
from generator.service.opening import OpenDossier, open_dossier
from generator.service.reviewing import Review, review

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
