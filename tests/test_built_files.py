"""What scripts build and git keeps is what the scripts build."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from generator.rules.catalogue import form_rules, published

ROOT = Path(__file__).parent.parent


def _tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_of_fields_is_current() -> None:
    tool = _tool("build_reference")
    assert tool.FILE.read_text(encoding="utf-8") == tool.reference()


def test_the_pages_of_fields_that_forms_read_are_current() -> None:
    tool = _tool("build_reference")
    pages = {path.name: path.read_text(encoding="utf-8") for path in tool.FORMS.glob("*.md")}
    pages.pop("doi-chieu.md")  # written beside docxtpl-lint, which is not there everywhere
    assert pages == tool.form_pages()


def test_the_pages_of_the_rules_are_current() -> None:
    tool = _tool("build_rules")
    assert {path.name: path.read_text(encoding="utf-8") for path in tool.FOLDER.glob("*.md")} == tool.pages()


def test_each_rule_of_the_decree_is_checked_or_said_why_not() -> None:
    covered = _tool("build_rules").covered()
    unsaid = [id_ for id_, (one, by) in covered.items() if not by and not one.get("vi")]
    assert unsaid == []
    unknown = [rule for one, _ in covered.values() for rule in one.get("boi", ()) if rule not in published()]
    assert unknown == []
    assert set(form_rules()) <= set(covered)


def test_what_is_kept_ready_for_a_start_is_current() -> None:
    made = _tool("build_ready").files()
    found = {path: path.read_text(encoding="utf-8") for path in made}
    assert _of_any_maker(found) == _of_any_maker(made) if _other_maker(found, made) else found == made
    assert {path for folder in {path.parent for path in made} for path in folder.glob("*.json")} == set(made)


_MAKERS = ("jinja", "engine")


def _other_maker(found: dict[Path, str], made: dict[Path, str]) -> bool:
    return any(json.loads(found[path]).get(key) != json.loads(made[path]).get(key) for path in made for key in _MAKERS)


def _of_any_maker(files: dict[Path, str]) -> list[object]:
    """What the files say, without the code that another Jinja or Python writes (and nobody then runs)."""
    dropped = {*_MAKERS, "code"}
    return [
        json.loads(text, object_hook=lambda found: {key: found[key] for key in found.keys() - dropped})
        for text in files.values()
    ]


def test_the_texts_of_the_command_line_are_compiled() -> None:
    tool = _tool("build_locale")
    assert (tool.FOLDER / "messages.mo").read_bytes() == tool.compiled()


@pytest.mark.parametrize(
    "name",
    [
        *(page.name for page in sorted(ROOT.glob("*.md"))),
        *(f"docs/{name}.md" for name in ("architecture", "templates", "can-cu", "loi-van", "quy-tac/README")),
    ],
)
def test_links_of_the_pages_lead_somewhere(name: str) -> None:
    import re

    page = ROOT / name
    for link in re.findall(r"\]\(([^)#:]+)\)|src=\"([^\"]+)\"", page.read_text(encoding="utf-8")):
        target = next(filter(None, link))
        assert (page.parent / target).exists(), target
