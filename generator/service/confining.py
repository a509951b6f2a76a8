"""Where files of anyone's are set: in a child that can be stopped, started before the rest of the work is imported."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from generator.choices import Engine
from generator.pdf import ConfinedTypst


def confined_typst(engine: Engine = "auto", *, png: bool = False) -> AbstractContextManager[ConfinedTypst | None]:
    """The child of one run of ``convert_files``; nothing where LibreOffice alone draws."""
    return ConfinedTypst() if png or engine != "libreoffice" else nullcontext()
