"""Files a user names: each once, and what is in them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.errors import ConversionError, Problem, UsageError, reason_of
from generator.opc import MAX_FILE
from generator.output import mend

_WORD = (".docx", ".docm")


def each_once(files: Iterable[Path]) -> Iterator[Path]:
    """The files, each one once however often and by whatever path it was named."""
    seen: set[str] = set()
    for file in files:
        try:
            key = str(file.resolve())
        except OSError:
            key = str(file)
        if key not in seen:
            seen.add(key)
            yield file


def word_files(named: Iterable[Path]) -> list[Path]:
    """The files named, those of a folder in its place: its own Word files, by name, without what Word keeps there open.

    Raises UsageError for each folder without any.
    """
    found: list[Path] = []
    problems = []
    for path in named:
        if not _is_folder(path):
            found.append(path)
            continue
        try:
            inside = sorted(filter(_is_word, path.iterdir()))
        except OSError as error:
            problems.append(Problem(str(path), f"không đọc được: {reason_of(error)}", "kiểm tra quyền đọc thư mục"))
            continue
        if not inside:
            problems.append(Problem(str(path), "thư mục không có tệp .docx nào", "chỉ rõ thư mục chứa văn bản"))
        found += inside
    if problems:
        raise UsageError(problems)
    return found


def folders_left(named: Iterable[Path]) -> list[Problem]:
    """A note for each folder named whose own folders hold Word files, which ``word_files`` does not take."""
    found = []
    for path in filter(_is_folder, named):
        with suppress(OSError):  # which word_files tells
            inside = (one for one in path.iterdir() if one.is_dir() and not one.name.startswith("."))
            held = sorted(one.name for one in inside if any(map(_is_word, one.rglob("*"))))
            if held:
                what = f"chưa lấy tệp Word trong thư mục con: {', '.join(held)}"
                found.append(Problem(str(path), what, "ghi cả tên thư mục con vào lệnh"))
    return found


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long to be looked up: who reads the file tells that
        return False


def _is_word(path: Path) -> bool:
    return path.suffix.lower() in _WORD and not path.name.startswith(("~$", ".")) and path.is_file()


def content(file: Path) -> bytes:
    """The bytes of the file, as a write that was cut off has not left it."""
    mend(file.parent)
    try:
        with file.open("rb") as stream:
            # As many bytes as are asked for are set aside at once; a pipe does not say how many it holds.
            size = os.fstat(stream.fileno()).st_size
            data = stream.read(min(size, MAX_FILE) + 1)
            if len(data) > size:
                data += stream.read(MAX_FILE + 1 - len(data))  # one byte too many is refused by whoever opens it
            return data
    except OSError as error:
        raise ConversionError(Problem("", f"không đọc được: {reason_of(error)}", "kiểm tra đường dẫn")) from None
