"""A form that came without a folder of its own: its bytes, and the YAML file that declares its fields, checked."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.service.confining import confined_typst
from generator.service.forms.aiming import TYPES
from generator.service.forms.checking import FormOptions, check_forms

KINDS = TYPES
"""Everything a form can be for, as it is called."""


def check_uploaded(name: str, docx: bytes, sheet: bytes | None, meant: str) -> dict[str, Any]:
    """The check of a form for JSON, as ``vanthu template check`` gives it; ``dung_duoc`` says whether it may be used.

    ``name`` is a file name without folders; raises UsageError for a ``meant`` that is no kind of document.
    """
    with tempfile.TemporaryDirectory() as folder, confined_typst() as typst:
        file = Path(folder, Path(name).name)
        file.write_bytes(docx)
        if sheet is not None:
            file.with_suffix(".yaml").write_bytes(sheet)
        (checked,) = check_forms([file], FormOptions(meant), typst=typst)
    return checked.as_data() | {"tep": name, "dung_duoc": not checked.holds}


@contextmanager
def folder_of(forms: Mapping[str, bytes], named: Iterable[str | None]) -> Iterator[Path | None]:
    """A folder with the forms that documents name and their sheets, None where none of these is named."""
    stems = {Path(name).stem.casefold() for name in named if name}  # what declares its fields has its name, too
    wanted = {name: data for name, data in forms.items() if Path(name).stem.casefold() in stems}
    if not wanted:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="vanthu-mau-") as folder:
        for name, data in wanted.items():
            Path(folder, Path(name).name).write_bytes(data)
        yield Path(folder)
