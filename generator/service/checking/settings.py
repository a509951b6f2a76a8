"""What an office sets for the checks of a folder, in ``.vanthu.toml``: as what files are judged, which rules how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.errors import Problem
from generator.law.form.profiles import Asked
from generator.records import record

if TYPE_CHECKING:
    from generator.dossier.rule_choices import RuleChoice
    from generator.faults import Path_
    from generator.typed.source import Source

NAME = ".vanthu.toml"
_MOST = 1_000_000  # bytes


@record(frozen=True)
class Settings:
    """What holds for the files of a folder: the profile asked for, an agency's list of law, choices about rules."""

    asked: Asked = Asked()
    registry: Path | None = None
    choices: tuple[RuleChoice, ...] = ()
    file: Path | None = None


def settings_file(folder: Path) -> Path | None:
    """The nearest file of settings in the folder or above it, up to the user's home; ``None`` where there is none."""
    try:
        start, home = folder.resolve(), Path.home().resolve()
    except (OSError, RuntimeError):  # no home
        start, home = folder.absolute(), None
    for place in (start, *start.parents):
        if (place / NAME).is_file():
            return place / NAME
        if place == home:
            break
    return None


def read_settings(file: Path) -> tuple[Settings, list[Problem]]:
    """The settings of the file, and everything that is wrong with them, each with its line and what to do."""
    import tomllib  # here, with what checks values: most folders have no such file

    from generator.faults import Fault
    from generator.typed.opening import file_bytes
    from generator.typed.source import Source

    at = str(file)
    try:
        text = file_bytes(file, _MOST)[:_MOST].decode("utf-8-sig")
        data = tomllib.loads(text)
    except Fault as fault:
        return Settings(), [fault.problem(at)]
    except UnicodeDecodeError:
        return Settings(), [Problem(at, "tệp không phải mã UTF-8", "mở bằng Notepad, chọn Lưu với mã hóa UTF-8")]
    except tomllib.TOMLDecodeError as error:
        line, column = _position(str(error), text)
        advice = 'giá trị chữ đặt trong dấu nháy kép: muc = "bỏ qua"; mỗi quy tắc một mục [[quy_tac]]'
        return Settings(), [Problem(f"{at}, dòng {line}, cột {column}", "sai cú pháp TOML", advice)]
    except RecursionError:
        return Settings(), [Problem(at, "các mục lồng nhau quá sâu", "viết lại đơn giản hơn")]
    source = Source(lines={path: f"{at}, dòng {line}" for path, line in _lines(text)} | {(): at})
    return _checked(file, data, source)


def _checked(file: Path, data: dict[str, Any], source: Source) -> tuple[Settings, list[Problem]]:
    from pydantic_core import ValidationError

    from generator.service.checking.settings_model import SettingsModel
    from generator.typed.messages import problems_of

    try:
        model = SettingsModel.model_validate(data)
    except ValidationError as error:
        # Rules that are wrong as well are told in the same breath: whoever mends the file reads all of it once.
        typed = data.get("quy_tac")
        problems = [source.problem(fault) for fault in problems_of(error, SettingsModel, source, data)]
        return Settings(), problems + list(_unknown_rules(typed if isinstance(typed, list) else [], source))
    typed = [{"ma": choice.rule, "van_ban": choice.document} for choice in model.choices]
    problems = list(_unknown_rules(typed, source))
    registry = file.parent / model.registry if model.registry else None
    if registry is not None and not registry.is_file():
        what = f"không có tệp «{model.registry}»"
        problems.append(Problem(source.place(("can_cu",)), what, "ghi đường dẫn tính từ thư mục của tệp này"))
    return Settings(Asked(model.issuer, model.medium, model.state), registry, model.choices, file), problems


def _unknown_rules(choices: Iterable[Any], source: Source) -> Iterator[Problem]:
    """Choices of no rule, of one that no level can be set for, or of one twice."""
    from generator.findings import Level
    from generator.rules.catalogue import published
    from generator.wording.nearest import did_you_mean

    known = published()
    made: set[tuple[str, str | None]] = set()
    for index, choice in enumerate(choices):
        id_, document = (choice.get("ma"), choice.get("van_ban")) if isinstance(choice, dict) else (None, None)
        if not isinstance(id_, str):
            continue  # said already
        at = source.place(("quy_tac", index, "ma"))
        entry = known.get(id_)
        if entry is None:
            near = did_you_mean(id_, known)
            fix = f"có phải ý bạn là «{near[0]}»?" if near else "xem các mã bằng lệnh: vanthu rules"
            yield Problem(at, f"không có quy tắc «{id_}»", fix)
        elif entry.rule.level is Level.FINE:
            yield Problem(at, f"quy tắc «{id_}» chỉ báo là đúng, không đổi mức được", "bỏ mục này")
        elif (id_, document) in made:
            yield Problem(at, f"quy tắc «{id_}» được đặt hai lần", "giữ một mục")
        made.add((id_, document))


def _position(message: str, text: str) -> tuple[int, int]:
    """Line and column of a fault of syntax, which the parser says in words."""
    import re

    found = re.search(r"line (\d+), column (\d+)", message)
    lines = text.splitlines() or [""]
    return (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)


def _lines(text: str) -> Iterator[tuple[Path_, int]]:
    """The line of each key as a person types them: a key a line, a header in brackets for each group."""
    import re

    table: Path_ = ()
    counts: dict[str, int] = {}
    key_of = partial(re.match, r"\s*[\"']?([^\s\"'=#\[\]]+)[\"']?\s*=")
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[(\[)?\s*[\"']?([^\]\"']+?)[\"']?\s*\]", line):
            name = header[2]
            index = counts.get(name, 0)
            counts[name] = index + 1
            table = (name, index) if header[1] else (name,)
            if index == 0:
                yield (name,), number
            yield table, number
        elif key := key_of(line):
            yield (*table, key[1]), number
