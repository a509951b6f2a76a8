"""What the figures were taken on: the machine, and the versions of the programs."""

from __future__ import annotations

import json
import os
import platform
from importlib.metadata import version as installed
from pathlib import Path

from bench.table import NOT_HERE
from bench.tools import TOOLS, has_docxtemplater, soffice, uno_python, version


def facts() -> list[str]:
    """Lines for the head of the table."""
    python = f"Python {platform.python_version()}"
    packages = ", ".join(f"{name} {installed(name)}" for name in ("typst", "lxml", "jinja2", "docxtpl"))
    return [
        f"Máy: {_processor()}, {os.cpu_count()} nhân, {_memory()}, {platform.system()}; tải {load()}",
        f"Của ta: {python}, {packages}",
        f"So với: docxtemplater {_docxtemplater()} ({version(['node', '--version'])}); "
        f"{version([soffice() or 'soffice', '--version'])}; unoserver {_unoserver()}",
    ]


def load() -> str:
    """How busy the machine was in the last 1, 5 and 15 minutes; work beside ours makes figures worse."""
    try:
        return " / ".join(f"{value:.1f}" for value in os.getloadavg()).replace(".", ",")
    except (OSError, AttributeError):
        return "không rõ"


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError, AttributeError):
        return "bộ nhớ không rõ"
    return f"{size / 2**30:.0f} GB"


def _docxtemplater() -> str:
    if not has_docxtemplater():
        return NOT_HERE
    package = TOOLS / "node_modules" / "docxtemplater" / "package.json"
    return str(json.loads(package.read_text(encoding="utf-8"))["version"])


def _unoserver() -> str:
    found = sorted((TOOLS / "unoserver").glob("unoserver-*.dist-info"))
    if not found or uno_python() is None:
        return NOT_HERE
    return found[-1].name.removeprefix("unoserver-").removesuffix(".dist-info")
