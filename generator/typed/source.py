"""YAML and JSON read with the line of every value, so that complaints can name it.

Scalars stay text as typed, but for accents typed apart from their letters (NFD), which join them: ``012`` stays ``012``
and a date stays a date as written; the fields of the dossier decide what each means. Keys without a value are left out.
Where a whole file is one line, as programs write JSON, the keys that lead to a value are its place.
"""

from __future__ import annotations

import json
from dataclasses import field
from pathlib import Path
from typing import Any

import yaml

from generator.errors import Problem
from generator.faults import FILES, Code, Fault, Medium, Path_
from generator.records import record
from generator.typed.diagnosis import diagnosis
from generator.typed.json_nodes import compose_json
from generator.typed.opening import file_bytes
from generator.wording.characters import composed

__all__ = ["Path_", "Source"]

_REFILL = "điền nội dung hoặc chép lại tệp từ hồ sơ mẫu"
_NULLS = {"", "~", "null", "Null", "NULL"}
_MAX_NODES = 500_000
_SHOWN = 40  # characters of what was typed, in a message
_MAX_BYTES = 20_000_000
_MAX_DEPTH = 100
_MAX_CHARACTERS = 40_000_000  # of all values, those that aliases repeat counted each time
_LONGEST_TRAIL = 160  # characters of the keys named in a place
_LONGEST_KEY = 40
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@record()
class Source:
    """Values read so far, where each stands, and what was wrong on the way; ``unread`` are those of lost files."""

    lines: dict[Path_, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    medium: Medium = FILES
    unread: list[Path_] = field(default_factory=list)
    _nodes: int = 0
    _characters: int = 0

    def place(self, path: Path_) -> str:
        """Where the value at the path, or the nearest thing around it, stands."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                # A list may stand for the field it is typed short for, whose key is then nowhere.
                short = path[:length] + path[length + 1 : length + 2]
                return self.lines[short if short in self.lines else path[:length]]
        return ""

    def problem(self, fault: Fault) -> Problem:
        """The fault as the one who typed the dossier reads it: its place, in the words of the medium."""
        return fault.problem(self.place(fault.path), self.medium, self.place)

    def has(self, path: Path_) -> bool:
        """Whether something was typed at the path, if only an empty key."""
        return path in self.lines

    def read(self, file: Path, label: str, path: Path_) -> Any:
        """The values of one file, noted under ``path``; None when the file cannot be read (a problem is noted)."""
        try:
            raw = file_bytes(file, _MAX_BYTES)
        except Fault as fault:
            self.problems.append(fault.problem(label, self.medium))
            self.unread.append(path)
            return None
        return self.read_bytes(raw, label, path, is_json=file.suffix.lower() == ".json")

    def read_bytes(self, raw: bytes, label: str, path: Path_, *, is_json: bool) -> Any:
        """The same, of the file's bytes."""
        value = self._read(raw, label, path, is_json=is_json)
        if value is None:
            self.unread.append(path)
        return value

    def _read(self, raw: bytes, label: str, path: Path_, *, is_json: bool) -> Any:
        text = self._text(raw, label)
        if text is None:
            return None
        try:
            node = compose_json(text) if is_json else _compose_yaml(text)
            if node is None:
                self._complain(label, Code.EMPTY_FILE, "tệp rỗng", _REFILL)
                return None
            at = _At(label, node.start_mark.line + 1 if _is_one_line(text, node) else 0)
            self.lines[path] = at.place(node)
            return self._value(node, at, path, 0)
        except json.JSONDecodeError as error:
            place = f"{label}, dòng {error.lineno}, cột {error.colno}"
            advice = "kiểm tra dấu phẩy, dấu ngoặc và dấu nháy ở chỗ này"
            self._complain(place, Code.BAD_JSON, "sai cú pháp JSON", advice)
        except yaml.MarkedYAMLError as error:
            line, column, advice = diagnosis(text, error)
            place = f"{label}, dòng {line + 1}" + (f", cột {column + 1}" if column is not None else "")
            self._complain(place, Code.BAD_YAML, "sai cú pháp YAML", advice)
        except yaml.YAMLError:
            advice = "có ký tự lạ trong tệp; chép nội dung sang tệp mới"
            self._complain(label, Code.BAD_YAML, "sai cú pháp YAML", advice)
        except (RecursionError, OverflowError):  # the second is ours: see below
            what = "các mục lồng nhau quá sâu hoặc quá nhiều"
            self._complain(label, Code.TOO_DEEP, what, "viết lại đơn giản hơn")
        return None

    def _text(self, raw: bytes, label: str) -> str | None:
        if len(raw) > _MAX_BYTES:
            self._complain(label, Code.TOO_BIG, f"tệp lớn quá {_MAX_BYTES // 1_000_000} MB", "chia nhỏ hồ sơ")
            return None
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            place = f"{label}, dòng {line}"
            advice = "mở bằng Notepad, chọn Lưu với mã hóa UTF-8"
            self._complain(place, Code.BAD_ENCODING, "tệp không phải mã UTF-8", advice)
            return None
        if not text.strip():
            self._complain(label, Code.EMPTY_FILE, "tệp rỗng", _REFILL)
            return None
        return text

    def _value(self, node: yaml.Node, at: _At, path: Path_, depth: int) -> Any:
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
            return composed(node.value.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
        if isinstance(node, yaml.SequenceNode):
            items = []
            for index, item in enumerate(node.value):
                inside = at.item(index)
                self.lines[(*path, index)] = inside.place(item)
                items.append(self._value(item, inside, (*path, index), depth + 1))
            return items
        return self._mapping(node, at, path, depth)

    def _mapping(self, node: yaml.Node, at: _At, path: Path_, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        seen: set[str] = set()
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                place = at.place(key_node)
                advice = "viết dạng «tên_trường: giá trị»"
                self._complain(place, Code.KEY_NO_WORD, "tên trường phải là một từ", advice)
                continue
            key = composed(key_node.value)
            inside = at.key(key)
            place = inside.place(key_node)
            if key in seen:
                what = f"trường «{key}» ghi hai lần"
                self._complain(place, Code.KEY_TWICE, what, "giữ một dòng, xóa dòng kia")
                continue
            seen.add(key)
            if isinstance(node, yaml.CollectionNode) and node.flow_style and _is_cut_off(key_node, value_node):
                what = f"«{_start(key)}» đứng sau dấu phẩy mà không phải là trường (không có dấu hai chấm)"
                advice = 'giá trị có dấu phẩy thì đặt trong dấu nháy kép: tên_trường: "…"'
                self._complain(place, Code.BAD_YAML, what, advice)
                continue
            self.lines[(*path, key)] = place
            value = self._value(value_node, inside, (*path, key), depth + 1)
            if value is not None:
                values[key] = value
        return values

    def _complain(self, place: str, code: Code, what: str, fix: str) -> None:
        self.problems.append(Problem(place, what, fix, code))


def _is_cut_off(key: yaml.Node, value: yaml.Node) -> bool:
    """Whether a key in braces has no colon: it is what stood behind a comma in the value before, {ten: Bắc, Nam}."""
    return isinstance(value, yaml.ScalarNode) and value.value == "" and value.end_mark.index == key.end_mark.index


def _start(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


def _compose_yaml(text: str) -> yaml.Node | None:
    _check_depth(text)
    node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    return node


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


@record(frozen=True)
class _At:
    """Where in a file the reading is: its label, and of a file in one line that line and the keys come by."""

    label: str
    line: int
    trail: str = ""

    def place(self, node: yaml.Node) -> str:
        return f"{self.label}, dòng {self.line or node.start_mark.line + 1}{self.trail}"

    def key(self, key: str) -> _At:
        short = key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}…"
        return self._further(f", {short}")

    def item(self, index: int) -> _At:
        return self._further(f"{' ' if self.trail else ', '}mục {index + 1}")

    def _further(self, step: str) -> _At:
        if not self.line:
            return self
        trail = self.trail + step
        if len(trail) > _LONGEST_TRAIL:
            trail = f", …{trail[-_LONGEST_TRAIL:]}"
        return _At(self.label, self.line, trail)


def _is_one_line(text: str, node: yaml.Node) -> bool:
    """Whether all values stand on one line, so that its number finds none of them: only brackets can hold so many."""
    return isinstance(node, yaml.CollectionNode) and text.strip()[:1] in ("{", "[") and "\n" not in text.strip()
