"""Where every command takes its dossier from: a folder, one JSON or YAML file, or a workbook."""

from __future__ import annotations

from pathlib import Path

import click

from generator.dossier import Dossier
from generator.dossier.reader import Read, read_dossier
from generator.output import mend
from generator.workbook import SUFFIXES, read_workbook

_FILES = frozenset({".json", ".yaml", ".yml"})


def load(path: Path) -> Dossier:
    """The dossier at the path; what a workbook was forgiven is said on standard error."""
    return read(path).dossier


def read(path: Path) -> Read:
    """The same as load, with the lines or cells its values stand on and the values as typed."""
    mend(path if path.is_dir() else path.parent)
    if path.is_dir() or path.suffix.lower() not in SUFFIXES:
        return read_dossier(path)
    workbook = read_workbook(path)
    for note in workbook.notes:
        click.echo(f"Lưu ý: {note}", err=True)
    return Read(workbook.dossier, workbook.source, workbook.data)


def is_dossier(path: Path) -> bool:
    """Whether the path is of a kind that holds a dossier, rather than a text."""
    return path.is_dir() or path.suffix.lower() in _FILES | SUFFIXES
