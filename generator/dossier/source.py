"""YAML (and JSON, which is YAML) read with the line of every value, so that complaints can name it.

Scalars stay text exactly as typed: ``012`` stays ``012`` and a date stays a date as written; the fields of the dossier
decide what each means. Keys without a value are left out.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.errors import Problem, reason_of
from generator.faults import FILES, Fault, Medium, Path_

__all__ = ["Path_", "Source"]

_NULLS = {"", "~", "null", "Null", "NULL"}
_MAX_NODES = 500_000
_MAX_BYTES = 20_000_000
_MAX_DEPTH = 100
_MAX_CHARACTERS = 40_000_000  # of all values, those that aliases repeat counted each time
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Source:
    """Values read so far, where each stands, and what was wrong on the way."""

    lines: dict[Path_, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    medium: Medium = FILES
    _nodes: int = 0
    _characters: int = 0

    def place(self, path: Path_) -> str:
        """Where the value at the path, or the nearest thing around it, stands."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return ""

    def problem(self, fault: Fault) -> Problem:
        """The fault as the one who typed the dossier reads it: its place, in the words of the medium."""
        return fault.problem(self.place(fault.path), self.medium, self.place)

    def has(self, path: Path_) -> bool:
        """Whether something was typed at the path, if only an empty key."""
        return path in self.lines

    def read(self, file: Path, label: str, path: Path_) -> Any:
        """The values of one file, noted under ``path``; None when the file cannot be read (a problem is noted)."""
        text = self._text(file, label)
        if text is None:
            return None
        if file.suffix.lower() == ".json" and not self._sound_json(text, label):
            return None
        try:
            _check_depth(text)
            node = yaml.compose(text, Loader=_Loader)
            if node is None:
                self._complain(label, "tệp rỗng", "điền nội dung hoặc chép lại tệp từ hồ sơ mẫu")
                return None
            self.lines[path] = _line(label, node)
            return self._value(node, label, path, 0)
        except yaml.MarkedYAMLError as error:
            line, column, advice = _diagnosis(text, error)
            place = f"{label}, dòng {line + 1}" + (f", cột {column + 1}" if column is not None else "")
            self._complain(place, "sai cú pháp YAML", advice)
        except yaml.YAMLError:
            self._complain(label, "sai cú pháp YAML", "có ký tự lạ trong tệp; chép nội dung sang tệp mới")
        except (RecursionError, OverflowError):  # the second is ours: see below
            self._complain(label, "các mục lồng nhau quá sâu hoặc quá nhiều", "viết lại đơn giản hơn")
        return None

    def _text(self, file: Path, label: str) -> str | None:
        try:
            with file.open("rb") as stream:
                raw = stream.read(_MAX_BYTES + 1)
        except OSError as error:
            self._complain(label, f"không đọc được tệp: {reason_of(error)}", "kiểm tra tệp và quyền đọc")
            return None
        if len(raw) > _MAX_BYTES:
            self._complain(label, f"tệp lớn quá {_MAX_BYTES // 1_000_000} MB", "chia nhỏ hồ sơ")
            return None
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            self._complain(
                f"{label}, dòng {line}", "tệp không phải mã UTF-8", "mở bằng Notepad, chọn Lưu với mã hóa UTF-8"
            )
            return None
        if not text.strip():
            self._complain(label, "tệp rỗng", "điền nội dung hoặc chép lại tệp từ hồ sơ mẫu")
            return None
        return text

    def _sound_json(self, text: str, label: str) -> bool:
        try:
            json.loads(text, parse_int=str)  # Python refuses numbers of over 4,300 digits; here they are text
        except json.JSONDecodeError as error:
            self._complain(
                f"{label}, dòng {error.lineno}, cột {error.colno}",
                "sai cú pháp JSON",
                "kiểm tra dấu phẩy, dấu ngoặc và dấu nháy ở chỗ này",
            )
            return False
        except RecursionError:
            self._complain(label, "các mục lồng nhau quá sâu", "viết lại đơn giản hơn")
            return False
        return True

    def _value(self, node: yaml.Node, label: str, path: Path_, depth: int) -> Any:
        self._nodes += 1
        if self._nodes > _MAX_NODES or depth > _MAX_DEPTH:
            raise OverflowError
        if isinstance(node, yaml.ScalarNode):
            self._characters += len(node.value)
            if self._characters > _MAX_CHARACTERS:
                raise OverflowError
            if not node.style and node.value in _NULLS:
                return None
            # JSON writes characters beyond the BMP as two escapes, which YAML keeps apart.
            return node.value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if isinstance(node, yaml.SequenceNode):
            items = []
            for index, item in enumerate(node.value):
                self.lines[(*path, index)] = _line(label, item)
                items.append(self._value(item, label, (*path, index), depth + 1))
            return items
        return self._mapping(node, label, path, depth)

    def _mapping(self, node: yaml.Node, label: str, path: Path_, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        seen: set[str] = set()
        for key_node, value_node in node.value:
            place = _line(label, key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self._complain(place, "tên trường phải là một từ", "viết dạng «tên_trường: giá trị»")
                continue
            key = key_node.value
            if key in seen:
                self._complain(place, f"trường «{key}» ghi hai lần", "giữ một dòng, xóa dòng kia")
                continue
            seen.add(key)
            self.lines[(*path, key)] = place
            value = self._value(value_node, label, (*path, key), depth + 1)
            if value is not None:
                values[key] = value
        return values

    def _complain(self, place: str, what: str, fix: str) -> None:
        self.problems.append(Problem(place, what, fix))


def _check_depth(text: str) -> None:
    """Raises OverflowError for values nested too deep: composing them would overrun the parser's own stack."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                raise OverflowError
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _line(label: str, node: yaml.Node) -> str:
    return f"{label}, dòng {node.start_mark.line + 1}"


_NO_SPACE = re.compile(r"^\s*(?:- )?([\w]+:(?=[^\s/])|-(?=[^\s-]))")


def _diagnosis(text: str, error: yaml.MarkedYAMLError) -> tuple[int, int | None, str]:
    """The line (from 0), the column if it helps, and what to do: the parser stumbles later than the mistake."""
    lines = text.splitlines()
    mark = error.problem_mark or error.context_mark
    at = min(mark.line, len(lines) - 1) if mark else 0
    line = lines[at] if lines else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return at, None, "dùng dấu cách để thụt lề, không dùng phím Tab"
    if error.context and "quoted scalar" in error.context and error.context_mark:
        return error.context_mark.line, None, "dấu nháy mở ở dòng này chưa có dấu nháy đóng"
    for number in (at, at - 1):
        if 0 <= number < len(lines) and _NO_SPACE.match(lines[number]):
            return number, None, "thêm dấu cách sau dấu hai chấm hoặc dấu gạch đầu dòng"
    for number in (at, at - 1):
        if 0 <= number < len(lines) and _two_colons(lines[number]):
            return number, None, 'câu có dấu hai chấm phải đặt trong dấu nháy kép, ví dụ: trich_yeu: "Về việc: …"'
    return at, mark.column if mark else None, "kiểm tra thụt lề, dấu hai chấm, dấu nháy ở dòng này và dòng ngay trên"


def _two_colons(line: str) -> bool:
    """Whether an unquoted line holds a second colon that reads as another field."""
    _, colon, value = line.partition(": ")
    value = value.strip()
    return bool(colon) and value[:1] not in {'"', "'"} and (": " in value or value.endswith(":"))
