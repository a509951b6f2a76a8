"""What is asked of the places to write to, before anything is written: all that is wrong with them at once."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from generator.errors import Problem, UsageError, reason_of
from generator.filenames import clashes, same_name_key, shortened, unportable

OTHER_NAME = "chọn tên khác"
OTHER_FOLDER = "(-o)"
"""The option that most commands take their folder by, as messages name it."""


def check_names(folder: Path, files: Mapping[str, bytes], *, given: bool = False) -> None:
    """Raise UsageError for names that not every system keeps apart and as they are, those of new folders included.

    ``given`` says that the files are named after files of the user's, which this system keeps at least.
    """
    problems = [
        Problem(str(folder / name), reason, OTHER_NAME)
        for name in files
        if not given and (reason := next(filter(None, map(unportable, PurePosixPath(name).parts)), ""))
    ]
    for place in (folder, *folder.parents):
        if os.path.lexists(place):
            break
        if place.name not in ("", "..") and (reason := unportable(place.name)):
            problems.append(Problem(str(place), reason, f"chọn tên thư mục khác {OTHER_FOLDER}"))
    problems += (
        Problem(str(folder / second), f"Windows và macOS coi là cùng một tệp với {first}", OTHER_NAME)
        for first, second in clashes(files)
    )
    if problems:
        raise UsageError(problems)


def found_at(folder: Path, files: Mapping[str, bytes], *, fresh: bool) -> dict[str, bytes]:
    """What stands where the files are to be; UsageError for what cannot be replaced, or when ``fresh`` for anything."""
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in files:
        path = folder / name
        problem = _in_the_way(folder, path)
        if problem:
            problems.append(problem)
        elif os.path.lexists(path):
            if fresh:
                problems.append(Problem(str(path), "đã có tệp này", "chọn tên khác, hoặc chuyển tệp cũ đi nơi khác"))
                continue
            try:
                found[name] = _content(path)
            except OSError as error:
                what = f"không đọc được tệp cũ: {reason_of(error)}"
                problems.append(Problem(str(path), what, "đóng tệp nếu đang mở, hoặc chuyển nó đi nơi khác"))
    if problems:
        raise UsageError(problems)
    return found


def free_name(name: str, taken: set[str]) -> str:
    """A name beside the file that nothing has: ``quyet-dinh.sua-tay-1.docx``; ``taken`` are keys of names."""
    path, number = PurePosixPath(name), 1
    while True:
        beside = str(path.with_name(shortened(path.stem, f".sua-tay-{number}{path.suffix}")))
        if same_name_key(beside) not in taken:
            return beside
        number += 1


def _in_the_way(folder: Path, path: Path) -> Problem | None:
    for place in path.parents:
        if place == folder:
            break
        if os.path.lexists(place) and not place.is_dir():
            return Problem(str(place), "không ghi được: đây là tệp, không phải thư mục", "chuyển nó đi nơi khác")
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            return Problem(str(path), "không ghi được: liên kết dẫn tới tệp không có", "xóa liên kết ấy")
        return None
    except OSError as error:
        return Problem(str(path), f"không ghi được: {reason_of(error)}", OTHER_NAME)
    if stat.S_ISREG(mode):
        return None
    what = "đã có thư mục cùng tên" if stat.S_ISDIR(mode) else "đây không phải là tệp thường"
    return Problem(
        str(path), f"không ghi được: {what}", f"chuyển nó đi nơi khác, hoặc chọn thư mục khác {OTHER_FOLDER}"
    )


def _content(path: Path) -> bytes:
    if os.name != "nt":
        return path.read_bytes()
    # Word keeps others from writing what it has open, and would keep us from putting a new file in its place.
    with path.open("r+b") as stream:
        return stream.read()


def listed(folder: Path) -> Iterator[str]:
    """The names of what is in the folder, none when there is no such folder."""
    try:
        yield from sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return
