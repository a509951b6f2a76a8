"""Development and CI install exact versions, of everything, within what users may install."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent


def _pinned() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [re.fullmatch(r"([\w.-]+)==([\w.]+)(?:\s*;.*)?", line) for line in lines if line and line[0] != "#"]
    assert all(pins), "a line of constraints.txt names no exact version: make constraints"
    return {canonicalize_name(pin[1]): pin[2] for pin in pins if pin}


def test_every_requirement_has_one_version_within_its_range() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = _pinned()
    extras = project["optional-dependencies"]
    for text in [*project["dependencies"], *extras["web"], *extras["dev"]]:
        requirement = Requirement(text)
        name = canonicalize_name(requirement.name)
        if name == project["name"]:
            continue  # what development installs of our own extras, listed before
        assert name in pinned, f"{name} is missing: make constraints"
        assert requirement.specifier.contains(pinned[name]), f"{text}, but constraints.txt says {pinned[name]}"
