"""A new dossier to fill in: the starter, or a copy of an example."""

from __future__ import annotations

from pathlib import Path

from generator.errors import Problem, UsageError
from generator.output import mend, write_new
from generator.resources import STARTER, example_folders


def new_dossier(folder: Path, example: str | None = None) -> None:
    """Write the starter dossier, or the example of that name, into a new folder; UsageError where it is not empty."""
    examples = {path.name: path for path in example_folders()}
    if example is not None and example not in examples:
        listed = ", ".join(examples)
        raise UsageError(Problem("--from", f"không có hồ sơ ví dụ «{example}»", f"đang có: {listed}"))
    mend(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(Problem(str(folder), "đã có và không trống", "chọn tên thư mục khác"))
    source = examples[example] if example else STARTER
    files = [path for path in sorted(source.rglob("*")) if path.is_file() and path.name != "NGUON.md"]
    write_new({folder / path.relative_to(source): path.read_bytes() for path in files})
