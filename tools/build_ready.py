"""Build what a command would otherwise work out at every start: templates, widths, legal data, patterns.

Usage: python tools/build_ready.py
"""

from __future__ import annotations

import json
import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import generator  # noqa: E402
from generator.docx.compiling.prepared import READY, kept  # noqa: E402
from generator.docx.template import Template  # noqa: E402
from generator.fonts import FOLDER as FONTS  # noqa: E402
from generator.fonts import KEPT as ADVANCES  # noqa: E402
from generator.law.loading.files import read_shared  # noqa: E402
from generator.law.loading.kept import KEPT as LEGAL_DATA  # noqa: E402
from generator.law.loading.kept import to_keep  # noqa: E402
from generator.patterns import Late  # noqa: E402
from generator.patterns import kept as kept_patterns  # noqa: E402
from generator.resources import TEMPLATES  # noqa: E402


def files() -> dict[Path, str]:
    """Every file and what it holds."""
    made: dict[Path, str] = {}
    for path in sorted(TEMPLATES.glob("*.docx")):
        data = path.read_bytes()  # compiled without its name, so that what is kept of it is not taken for what it says
        made[READY / f"{path.stem}.json"] = kept(Template.compile(data).parts, data)
    compiled = kept_patterns.to_keep((pattern.pattern, int(pattern.flags)) for pattern in patterns())
    return made | {ADVANCES: advances(), LEGAL_DATA: to_keep(read_shared()), kept_patterns.KEPT: compiled}


def patterns() -> Iterator[Late]:
    """Every pattern a module of ours holds, in a table or by itself."""
    for item in pkgutil.walk_packages(generator.__path__, "generator."):
        for value in vars(import_module(item.name)).values():
            yield from _held(value)


def _held(value: object) -> Iterator[Late]:
    if isinstance(value, Late):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _held(item)
    elif isinstance(value, dict):
        yield from _held(tuple(value.values()))
    elif isinstance(said := getattr(value, "pattern", None), Late | tuple | list):  # of what says more, such as a rule
        yield from _held(said)


def advances() -> str:
    """The advance widths of the bundled fonts in their own units, by file, in runs of characters that follow."""
    said = {}
    for path in sorted(FONTS.glob("*.ttf")):
        with TTFont(path) as font:
            widths, characters = font["hmtx"].metrics, sorted(font.getBestCmap().items())
            units = font["head"].unitsPerEm
        runs = [list(run) for _, run in groupby(enumerate(characters), key=lambda item: item[1][0] - item[0])]
        said[path.name] = {
            "units": units,
            "runs": [[run[0][1][0], [widths[glyph][0] for _, (_, glyph) in run]] for run in runs],
        }
    return json.dumps(said, separators=(",", ":")).replace("],[", "],\n[") + "\n"


def main() -> None:
    """Write every file."""
    for path, text in files().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
