"""SIGKILL before each system call of a write, and of the mending after it: the old set or the new, nothing else.

Run by ``test_kills``.
"""

from __future__ import annotations

import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.output import mend
from tests.output.cases import CASES, Case
from tests.output.harness import HIDDEN, Calls, Child, Tree, lay_out, tree

EVERY_CASE = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def die_writing(case: Case, folder: Path, last: int | None, kill: int = signal.SIGKILL) -> tuple[int, int]:
    """How the child ended that writes the case, dying before the call of that number."""
    return Child(lambda: case.write(folder), Calls(folder, last, kill)).wait()


def deaths(case: Case, folder: Path, kill: int = signal.SIGKILL, start: int = 0, stride: int = 1) -> Iterator[int]:
    """The folder after a death at each place in turn, or at every so-many-th."""
    lay_out(folder, case.before)
    if case.made:
        folder.rmdir()
    code, count = die_writing(case, folder, None)
    assert code == 0
    assert tree(folder) == case.after
    assert count > 20
    for last in range(start, count, stride):
        folder.mkdir(exist_ok=True)
        lay_out(folder, case.before)
        if case.made:
            folder.rmdir()
        code, _ = die_writing(case, folder, last, kill)
        assert code in (-kill, 0, 130)
        yield last


def visible(content: Tree) -> Tree:
    return {name: data for name, data in content.items() if not name.startswith(HIDDEN)}


@EVERY_CASE
def test_a_kill_anywhere_is_undone_or_finished(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "ra"
    folder.mkdir()
    undone = finished = 0
    for last in deaths(case, folder):
        for name, data in visible(tree(folder)).items():  # no file is ever half there
            assert data in (case.before.get(name), case.after.get(name)), (last, name)
        mend(folder)
        left = tree(folder)
        assert left in (case.before, case.after), last
        undone += left == case.before
        finished += left == case.after
    assert undone > 10
    assert finished > 1


@EVERY_CASE
def test_the_next_write_finds_nothing_in_its_way(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "ra"
    folder.mkdir()
    for last in deaths(case, folder, start=1, stride=4):
        case.write(folder)
        assert tree(folder) == case.after, last


@EVERY_CASE
@pytest.mark.parametrize("kill", [signal.SIGTERM, signal.SIGINT])
def test_other_signals_leave_nothing_behind(case: Case, kill: int, tmp_path: Path) -> None:
    folder = tmp_path / "ra"
    folder.mkdir()
    seen = []
    for last in deaths(case, folder, kill, stride=3):
        left = tree(folder)
        assert left in (case.before, case.after), last
        assert folder.exists() or case.made
        seen.append(left == case.after)
    assert seen[0] is False
    assert True in seen


def test_a_kill_while_mending_is_mended_too(tmp_path: Path) -> None:
    case, folder, copy = CASES["beside an edited one"], tmp_path / "ra", tmp_path / "lai"
    folder.mkdir()
    copy.mkdir()
    chance = random.Random(9)
    for last in deaths(case, folder):
        if chance.random() > 0.2 or not any(name.startswith(HIDDEN) for name in tree(folder)):
            continue
        broken = tree(folder)
        lay_out(copy, broken)
        code, count = Child(lambda: mend(copy), Calls(copy, None)).wait()
        assert code == 0
        for second in chance.sample(range(count), min(count, 4)):
            lay_out(copy, broken)
            Child(lambda: mend(copy), Calls(copy, second)).wait()
            mend(copy)
            assert tree(copy) in (case.before, case.after), (last, second)


def test_what_was_edited_after_the_kill_stays(tmp_path: Path) -> None:
    case, folder = CASES["over ours"], tmp_path / "ra"
    folder.mkdir()
    mine = b"written by hand after the kill"
    for last in deaths(case, folder, stride=2):
        (folder / "a.png").write_bytes(mine)
        mend(folder)
        left = tree(folder)
        assert left.pop("a.png") == mine, last
        assert left.pop("b.png") in (case.before["b.png"], case.after["b.png"])
        assert not [name for name in left if name.startswith(HIDDEN)]
