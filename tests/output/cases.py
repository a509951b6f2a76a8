"""Sets of files and the folders they go into: what is there before, what is written, what must be there after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.fingerprints import mark_png
from generator.output.transaction import rewrite, write_set
from tests import pictures
from tests.output.harness import Tree


def png(shade: int, size: int = 40) -> bytes:
    """A small picture of ours, of one shade of grey."""
    return mark_png(pictures.png(size, size, [bytes([shade]) * size] * size, colours=1, level=0))


OLD, NEW = png(10), png(20)
EDITED = OLD[:-20] + b"?" + OLD[-19:]


@dataclass(frozen=True)
class Case:
    """One write: the folder before, the files given, the folder after."""

    before: Tree
    files: Tree
    after: Tree
    superseded: Callable[[str], bool] | None = None
    made: bool = False  # the folder is not there before

    def write(self, folder: Path) -> None:
        """Do it."""
        write_set(folder, self.files, superseded=self.superseded)


@dataclass(frozen=True)
class Growth(Case):
    """One file that gets a line more where it stands; a line that it has is not added again."""

    def write(self, folder: Path) -> None:
        """Do it."""
        for name, line in self.files.items():
            rewrite(folder / name, lambda typed, line=line: typed if line in typed else typed + line)


def _beyond(name: str) -> bool:
    return name.startswith("trang-")


OTHERS = {"cua-toi.txt": b"x", ".an": b"y"}
CASES = {
    "into a new folder": Case({}, {"a.png": NEW, "b.png": NEW}, {"a.png": NEW, "b.png": NEW}, made=True),
    "over ours": Case(
        {"a.png": OLD, "b.png": OLD, **OTHERS}, {"a.png": NEW, "b.png": NEW}, {"a.png": NEW, "b.png": NEW, **OTHERS}
    ),
    "beside an edited one": Case(
        {"a.png": EDITED, "b.png": OLD, **OTHERS},
        {"a.png": NEW, "b.png": NEW, "c.png": NEW},
        {"a.png": NEW, "a.sua-tay-1.png": EDITED, "b.png": NEW, "c.png": NEW, **OTHERS},
    ),
    "with folders of its own": Case(
        {"a.png": OLD},
        {"a.png": NEW, "van-ban/b.png": NEW, "van-ban/sau/c.png": NEW},
        {"a.png": NEW, "van-ban/": b"", "van-ban/b.png": NEW, "van-ban/sau/": b"", "van-ban/sau/c.png": NEW},
    ),
    "of fewer pages": Case(
        {"a.png": OLD, "trang-2.png": OLD, "trang-3.png": EDITED, "trang-4.png": OLD},
        {"a.png": NEW},
        {"a.png": NEW, "trang-3.png": EDITED},
        _beyond,
    ),
    "one that grows": Growth({"a.yaml": b"- a\n", **OTHERS}, {"a.yaml": b"- b\n"}, {"a.yaml": b"- a\n- b\n", **OTHERS}),
    "one that is new and grows": Growth({}, {"a.yaml": b"- b\n"}, {"a.yaml": b"- b\n"}, made=True),
    "of the same files": Case({"a.png": OLD, "b.png": OLD}, {"a.png": OLD, "b.png": NEW}, {"a.png": OLD, "b.png": NEW}),
}
