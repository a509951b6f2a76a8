"""What a command says of how it was typed: every command, every kind of mistake, in Vietnamese sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import app

_ENGLISH = re.compile(r"\b(?:the|is|not|no|such|does|exist|invalid|value|missing|argument|option|path|file|directory|"
                      r"required|choose|range|error|usage|try|help|takes|got|unexpected|extra)\b", re.I)  # fmt: skip
_TITLED = re.compile(r"[a-zà-ỹđ]\s+(?:Đường|Tệp|Thư Mục|Giá Trị)\b|Đường Dẫn|Thư Mục")


def _commands(group: click.Group, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*above, name), command
        if isinstance(command, click.Group):
            yield from _commands(command, (*above, name))


def _mistakes(command: click.Command) -> Iterator[list[str]]:
    """What may be typed wrong of a command, a mistake at a time."""
    yield ["--khong-co-tuy-chon-nay"]
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    if any(one.required for one in command.params):
        yield []
    needed = [one for one in command.params if isinstance(one, click.Option) and one.required]
    filled = ["khong-co.docx"] * len(arguments) + [text for one in needed for text in (one.opts[-1], "1")]
    if not isinstance(command, click.Group) and all(one.nargs == 1 for one in arguments):
        yield [*filled, "thua"]
    for one in command.params:
        wrong: list[str] = []
        match one.type:
            case click.Path(exists=True):
                wrong = ["khong-co"]
            case click.Path(dir_okay=False):
                wrong = ["thu-muc"]
            case click.Path(file_okay=False):
                wrong = ["tep.txt"]
            case click.Choice():
                wrong = ["khong-co"]
            case click.IntRange():
                wrong = ["chu", "99999999"]
        for value in wrong:
            if isinstance(one, click.Argument):
                yield [value if other is one else "thu-muc" for other in arguments]
            else:
                yield [*filled, one.opts[-1], value]
        if isinstance(one, click.Option) and not one.is_flag and not one.count:
            yield [*filled, one.opts[-1]]


@pytest.mark.parametrize(("names", "command"), [pytest.param(*one, id=" ".join(one[0])) for one in _commands(app)])
def test_a_mistake_is_told_in_vietnamese_with_what_was_typed(
    names: tuple[str, ...], command: click.Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("thu-muc").mkdir()
    Path("tep.txt").write_text("x")
    for typed in _mistakes(command):
        done = CliRunner().invoke(app, [*names, *typed], prog_name="vanthu")
        assert done.exit_code == 2, (typed, done.output)
        said = done.output.rpartition("Lệnh chưa đúng: ")[2].strip()
        if isinstance(command, click.Group) and not said:
            continue
        assert said, (typed, done.output)
        words = re.sub(r"«[^»]*»|'[^']*'|--[\w-]+", "", said)
        assert not _ENGLISH.search(words), (typed, said)
        assert not _TITLED.search(said), (typed, said)
        assert not typed or "Thiếu" in said or any(one in said for one in typed), (typed, said)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["diff", "khong-co", "thu-muc"], "không có «khong-co»."),
        (["diff", "thu-muc", "thu-muc", "--word", "thu-muc"], "«thu-muc» là thư mục, cần tệp."),
        (["pdf", "a.docx", "-o", "tep.txt"], "«tep.txt» là tệp, cần thư mục."),
        (["diff", "thu-muc"], "Thiếu tham số"),
        (["diff", "thu-muc", "thu-muc", "--format", "xml"], "«xml» không thuộc các giá trị được nhận"),
        (["khong-co-lenh"], "Không có lệnh «khong-co-lenh»."),
    ],
)
def test_the_words_of_each_kind(typed: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("thu-muc").mkdir()
    Path("tep.txt").write_text("x")
    assert said in CliRunner().invoke(app, typed, prog_name="vanthu").output
