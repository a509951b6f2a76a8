"""Patterns compiled when first used are right, and answer as compiled ones do."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

from generator.patterns import kept, late

_ROOT = Path(__file__).parent.parent


def _all() -> set[kept.Key]:
    spec = importlib.util.spec_from_file_location("build_ready", _ROOT / "tools" / "build_ready.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    return {(found.pattern, int(found.flags)) for found in tool.patterns()}


def test_every_pattern_held_by_a_module_compiles() -> None:
    found = _all()
    assert len(found) > 300
    for pattern, flags in found:
        # equal patterns have the same text, flags and code
        assert kept.compiled(pattern, flags) == re.compile(pattern, flags)


def test_a_kept_pattern_names_its_groups_as_the_compiled_one() -> None:
    for pattern, flags in _all():
        ours, theirs = kept.compiled(pattern, flags), re.compile(pattern, flags)
        assert (ours.groups, ours.groupindex, ours.flags) == (theirs.groups, theirs.groupindex, theirs.flags)


@pytest.mark.skipif(json.loads(kept.KEPT.read_bytes())["engine"] != kept.engine(), reason="kept for another Python")
def test_what_is_kept_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(kept.re, "compile", refuse)
    for pattern, flags in _all():
        found = kept.compiled(pattern, flags)
        assert found.pattern == pattern


@pytest.mark.parametrize(
    "said",
    [None, "", "<<<<<<< HEAD", "{}", '{"engine": [1, 4, "little", "1.0"], "patterns": []}', '{"engine": null}'],
)
def test_under_another_engine_or_without_a_sound_file_patterns_are_compiled(
    said: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept.json"
    if said is not None:
        file.write_text(said)
    monkeypatch.setattr(kept, "KEPT", file)
    kept._table.cache_clear()
    try:
        assert late(r"(?P<day>\d+)/\d+").search("ngày 02/9")["day"] == "02"  # type: ignore[index]
    finally:
        kept._table.cache_clear()


def test_answers_as_the_compiled_pattern() -> None:
    pattern = late(r"(?P<day>\d+)/(?P<month>\d+)", re.IGNORECASE)
    match = pattern.search("ngày 02/9")
    assert match is not None
    assert (match["day"], match["month"], pattern.groups) == ("02", "9", 2)
    assert [found[0] for found in pattern.finditer("1/2 3/4")] == ["1/2", "3/4"]
    assert pattern.sub("x", "1/2") == "x"


def test_knows_nothing_else() -> None:
    with pytest.raises(AttributeError):
        late("a").scaner  # noqa: B018 – asked for, to be refused
