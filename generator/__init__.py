"""vanthu: an agency's data in, the documents it must issue out (DOCX and PDF, form of NĐ 30/2020/NĐ-CP).

from generator import load_dossier, render_dossier, write_files
write_files(render_dossier(load_dossier("data/thuong-lo-2024")), Path("output"))
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
_EXPORTS = {
    "load_dossier": "generator.dossier",
    "build_dossier": "generator.dossier.reader",
    "Dossier": "generator.dossier",
    "render_dossier": "generator.render",
    "write_files": "generator.output",
    "convert": "generator.pdf",
    "pictures": "generator.pdf",
    "VanthuError": "generator.errors",
}
__all__ = [
    "Dossier",
    "VanthuError",
    "build_dossier",
    "convert",
    "load_dossier",
    "pictures",
    "render_dossier",
    "write_files",
]


def __getattr__(name: str) -> Any:
    # Loaded on first use: the command line answers --help without reading pydantic, lxml or typst.
    if name in _EXPORTS:
        return getattr(import_module(_EXPORTS[name]), name)
    raise AttributeError(name)
