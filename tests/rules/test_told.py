"""Whatever the program tells is told by a rule that has a page, at the level of that page.

Composing, results and reading may not import the rules, so they name a rule and its level themselves.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import generator
from generator.findings import Finding, Level
from generator.results.remarks import Remark
from generator.rules.catalogue import all_rules

ROOT = Path(generator.__file__).parent
SOURCES = {path.relative_to(ROOT).as_posix(): path for path in sorted(ROOT.rglob("*.py"))}
# Find by the rule and level given.
PASS_ON = {"rules/base.py", "results/remarks.py", "forms/checking/marks.py"}
_PAGES = ("service/pages/", "web/")  # whose remarks are others: what a page says of a box
_OF_WORDS = re.compile(r"LV\d\d|ND30-C\.\d+")


def _arguments(call: ast.Call, made: type) -> dict[str, ast.expr]:
    given = dict(zip((field.name for field in fields(made)), call.args, strict=False))
    return given | {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}


def _told(name: str, tree: ast.Module) -> Iterator[tuple[str, str, Level]]:
    """What a module says by itself: file and line, rule, level."""
    words = name.startswith("wording/")
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        made = {"Finding": Finding, "Remark": None if words or name.startswith(_PAGES) else Remark}.get(node.func.id)
        if made is None:
            continue
        given = _arguments(node, made)
        rule, level = given["rule"], given.get("level")
        if not isinstance(rule, ast.Constant):
            assert name in PASS_ON, f"{name}:{node.lineno}: a finding of no named rule"
            continue
        word = level.attr if isinstance(level, ast.Attribute) else "WARNING"  # as results.remarks.Remark has it
        yield f"{name}:{node.lineno}", str(rule.value), Level[word]


@cache
def facts() -> tuple[list[tuple[str, str, Level]], set[str | None], list[tuple[str, str]]]:
    """What all modules tell, what they import, and the texts that name a rule on words, each with its file."""
    told: list[tuple[str, str, Level]] = []
    imported: set[str | None] = set()
    named: list[tuple[str, str]] = []
    for name, path in SOURCES.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told += _told(name, tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                imported.add(node.module)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _OF_WORDS.fullmatch(node.value):
                named.append((name, node.value))
    return told, imported, named


def test_the_level_of_a_remark_on_results_is_a_warning_unless_it_says_so() -> None:
    assert Remark("", "", "").level is Level.WARNING


def test_what_is_told_without_the_catalogue_is_found_here() -> None:
    rules = {rule for _, rule, _ in facts()[0]}
    assert {"nhu-dieu", "khong-cong-duoc", "viec-khong-ro-han", "chua-co-ke-hoach"} <= rules


def test_its_rule_has_a_page_and_its_level() -> None:
    known = all_rules()
    told = facts()[0]
    assert [(place, rule) for place, rule, _ in told if rule not in known] == []  # no file in generator/rules
    assert [(place, rule) for place, rule, level in told if known[rule].rule.level is not level] == []


def test_every_page_that_does_not_find_is_of_something_told_or_done() -> None:
    told, imported, _ = facts()
    rules = {rule for _, rule, _ in told}
    for entry in all_rules().values():
        if entry.check is None and entry.rule.treatment == "báo":
            assert entry.rule.id in rules or entry.rule.module in imported, f"nothing tells {entry.rule.id}"


def test_every_remark_on_words_is_of_a_rule_that_finds() -> None:
    known = all_rules()
    for name, rule in facts()[2]:
        if name.startswith("wording/"):
            assert known[rule].check is not None, f"{name}: {rule}"
