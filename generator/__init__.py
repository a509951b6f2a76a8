"""vanthu: an agency's data in, the documents it must issue out (DOCX and PDF, form of NĐ 30/2020/NĐ-CP).

from generator import issue, open_dossier, review, write_files
judged = review(open_dossier("data/thuong-lo-2024"))
write_files(issue(judged), Path("output"))
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
_EXPORTS = {
    "open_dossier": "generator.service",
    "review": "generator.service",
    "issue": "generator.service",
    "write_files": "generator.service",
    "Review": "generator.service",
    "HeldError": "generator.service",
    "Finding": "generator.findings",
    "convert": "generator.pdf",
    "pictures": "generator.pdf",
    "VanthuError": "generator.errors",
}
__all__ = [
    "Finding",
    "HeldError",
    "Review",
    "VanthuError",
    "convert",
    "issue",
    "open_dossier",
    "pictures",
    "review",
    "write_files",
]


def __getattr__(name: str) -> Any:
    # Loaded on first use: the command line answers --help without reading pydantic, lxml or typst.
    if name in _EXPORTS:
        return getattr(import_module(_EXPORTS[name]), name)
    raise AttributeError(name)
