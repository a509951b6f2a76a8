"""A set of files put into a folder, all or none.

New files are written to a hidden folder beside their places, what they replace gets a second name there, and a journal
says both; all of it is on the disk before the first file takes its place. Each step after that is one rename, so that
no reader meets half a file or none. Removing the journal makes the set final.

A write cut off before that is rolled back, not forward: the command never said it was done, so the folder shall look as
before it; the same way back serves an error, a signal and a kill; and it needs nothing but renames over files that
are there, which succeed on a disk that is full.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import field
from pathlib import Path, PurePosixPath

from generator.errors import Problem, UsageError, reason_of
from generator.filenames import same_name_key
from generator.fingerprints import Mark, examine
from generator.output import journal as journals
from generator.output import lock
from generator.output.disk import digest, digest_of, remove_folders, second_name, sync_folder, write_new_file
from generator.output.interruptions import Held
from generator.output.journal import Journal, Step
from generator.output.ownership import may_replace
from generator.output.targets import OTHER_FOLDER, check_names, found_at, free_name, listed
from generator.records import record

_Fixes = tuple[str, str]
"""What to do when a file cannot be written, and when the disk is full."""
_ELSEWHERE: _Fixes = (
    f"đóng tệp nếu đang mở trong Word, hoặc chọn thư mục khác {OTHER_FOLDER}",
    f"xóa bớt tệp không cần, hoặc chọn thư mục khác {OTHER_FOLDER}",
)
_HERE: _Fixes = "đóng tệp nếu đang mở, kiểm tra quyền ghi", "xóa bớt tệp không cần"


@record()
class Written:
    """What a write did besides: changed files ``kept`` under new names, superseded files of others ``left``."""

    kept: list[Path] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)


def write_set(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    fresh: bool = False,
    given: bool = False,
    superseded: Callable[[str], bool] | None = None,
) -> Written:
    """Put the files, by their names in the folder (``/`` between parts), into it, all or none.

    ``fresh`` refuses names that are taken; ``given`` says that the names were taken from files of the user's. Files in
    the folder whose names are ``superseded`` are removed, if we wrote them and nobody has changed them. Raises
    UsageError when a place cannot be written to; then nothing has changed, and folders made on the way are gone.
    """
    check_names(folder, files, given=given)
    with _only_writer(folder) as check:
        written, steps = _plan(folder, files, fresh=fresh, superseded=superseded)
        _carry_out(folder, steps, files, check)
    return written


def rewrite(file: Path, change: Callable[[bytes], bytes]) -> None:
    """Put in the place of the file what ``change`` makes of it, or of nothing where there is none; its rights stay.

    Of two processes each is given what the other has made. Nothing is kept aside: what was typed must stand in what
    ``change`` makes of it. Raises UsageError when the file cannot be written, or was edited just now, and whatever
    ``change`` raises; then nothing has changed.
    """
    if file.is_symlink() and file.exists():
        file = file.resolve()  # what is shared by a link grows where it is
    folder, name = file.parent, file.name
    check_names(folder, {name: b""}, given=file.exists())
    with _only_writer(folder, _HERE) as check:
        old = found_at(folder, {name: b""}, fresh=False).get(name)
        new = change(old or b"")
        if new != old:
            step = Step(name, "" if old is None else digest(old), digest(new))
            mode = None if old is None else stat.S_IMODE(file.stat().st_mode)
            _carry_out(folder, [step], {name: new}, check, _HERE, mode)


def rewrite_set(folder: Path, changes: Mapping[str, tuple[bytes, bytes]]) -> None:
    """Put in the place of files of the folder what was made of them (from what, to what), all or none.

    Nothing is kept aside: what was typed must stand in what was made of it. Raises UsageError when one is no longer
    what it was made from, or cannot be written; then nothing has changed.
    """
    check_names(folder, dict.fromkeys(changes, b""), given=True)
    with _only_writer(folder, _HERE) as check:
        found = found_at(folder, dict.fromkeys(changes, b""), fresh=False)
        edited = [name for name, (old, _) in changes.items() if found.get(name) != old]
        if edited:
            fix = "chạy lại lệnh"
            raise UsageError([Problem(str(folder / name), "đã bị sửa trong lúc ghi", fix) for name in edited])
        steps = [Step(name, digest(old), digest(new)) for name, (old, new) in changes.items() if new != old]
        _carry_out(folder, steps, {name: new for name, (_, new) in changes.items()}, check, _HERE)


@contextmanager
def _only_writer(folder: Path, fixes: _Fixes = _ELSEWHERE) -> Iterator[Callable[[], None]]:
    """Hold signals and the folder's lock, the folder mended; gives what raises when a signal has come.

    An error leaves no folder that was made on the way.
    """
    made: list[Path] = []
    with Held() as signals:
        try:
            with lock.locked(folder, made, signals.check):
                _mend(folder)
                yield signals.check
        except BaseException as error:
            remove_folders(made)
            if isinstance(error, OSError):
                raise _refused(error, folder, fixes) from None
            raise


def mend(folder: Path) -> None:
    """Put back what a write that was killed has left changed in the folder, and clear what it left there.

    For whoever is about to read the folder; ``write_set`` does it by itself. Raises UsageError when that fails.
    """
    try:
        left = journals.leftovers(folder)
        if not left and not os.path.lexists(folder / lock.NAME):
            return
    except OSError:
        return  # a folder that cannot be looked into is said by whoever reads it
    with Held() as signals:
        try:
            with lock.locked(folder, [], signals.check):
                _mend(folder)
        except OSError as error:
            if any(map(journals.recorded, left)):  # else they change nothing of what is read
                raise _unmended(error, folder) from None


def _mend(folder: Path) -> None:
    for staging in journals.leftovers(folder):
        journal = journals.recorded(staging)
        if journal:
            try:
                journal.undo()
                journal.forget()
            except OSError as error:
                raise _unmended(error, folder) from None
        journals.clear(staging)


def _plan(
    folder: Path, files: Mapping[str, bytes], *, fresh: bool, superseded: Callable[[str], bool] | None
) -> tuple[Written, list[Step]]:
    """The steps that make the folder hold the files; what is the same already takes none."""
    found = found_at(folder, files, fresh=fresh)
    written = Written()
    steps: list[Step] = []
    names = {same_name_key(name) for name in (*files, *listed(folder))}
    for name, data in files.items():
        old = found.get(name)
        if old == data:
            continue
        aside = ""
        if old is not None and not may_replace(name, old, data):
            aside = free_name(name, names | {same_name_key(step.aside) for step in steps})
            while os.path.lexists(folder / aside):
                names.add(same_name_key(aside))
                aside = free_name(name, names)
            written.kept.append(folder / aside)
        steps.append(Step(name, "" if old is None else digest(old), digest(data), aside))
    for name in filter(superseded, listed(folder)) if superseded else ():
        path = folder / name
        data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        if examine(data) is Mark.INTACT:
            steps.append(Step(name, digest(data), ""))
        else:
            written.left.append(path)
    return written, steps


def _carry_out(
    folder: Path,
    steps: list[Step],
    files: Mapping[str, bytes],
    check: Callable[[], None],
    fixes: _Fixes = _ELSEWHERE,
    mode: int | None = None,
) -> None:
    """Take the steps, all or none; new files get the rights of ``mode``, or those the user asks for."""
    if not steps:
        return
    parents = {parent.as_posix() for step in steps for parent in PurePosixPath(step.name).parents} - {"."}
    missing = sorted(parent for parent in parents if not (folder / parent).is_dir())
    journal = Journal(folder / f"{journals.PREFIX}{os.urandom(8).hex()}", tuple(steps), tuple(missing))
    place = folder
    try:
        journal.staging.mkdir()
        for number, step in enumerate(steps):
            check()
            place = folder / step.name
            if step.old:
                second_name(place, journal.old(number))
            if step.aside:
                second_name(place, journal.aside(number))
            if step.new:
                write_new_file(journal.new(number), files[step.name], mode)
        sync_folder(journal.staging)
        check()
        _refuse_edited(folder, steps)
        place = folder
        journal.record()
        journal.apply()
        journal.forget()
    except BaseException as error:
        _take_back(journal)
        if isinstance(error, OSError):
            raise _refused(error, place, fixes) from None
        raise
    journals.clear(journal.staging)


def _refuse_edited(folder: Path, steps: list[Step]) -> None:
    """Raise UsageError where a file is no longer what was read: who has it open may have saved it just now."""
    edited = [folder / step.name for step in steps if digest_of(folder / step.name) != step.old]
    if edited:
        raise UsageError([Problem(str(path), "đã bị sửa trong lúc ghi", "chạy lại lệnh") for path in edited])


def _take_back(journal: Journal) -> None:
    with suppress(FileNotFoundError):
        if journals.recorded(journal.staging):
            try:
                journal.undo()
                journal.forget()
            except OSError as error:
                raise _unmended(error, journal.folder) from None
        journals.clear(journal.staging)


def _refused(error: OSError, place: Path, fixes: _Fixes) -> UsageError:
    """The refusal, at the place the user knows and not at one of our hidden files."""
    known = [Path(os.fsdecode(name)) for name in (error.filename2, error.filename) if isinstance(name, str | bytes)]
    at = next((path for path in known if not _hidden(path)), place)
    fix, full = fixes
    return UsageError(
        Problem(str(at), f"không ghi được: {reason_of(error)}", full if error.errno == errno.ENOSPC else fix)
    )


def _hidden(path: Path) -> bool:
    return any(part == lock.NAME or part.startswith(journals.PREFIX) for part in path.parts)


def _unmended(error: OSError, folder: Path) -> UsageError:
    what = f"việc ghi bị ngắt giữa chừng, chưa hoàn lại được các tệp cũ: {reason_of(error)}"
    return UsageError(Problem(str(folder), what, "đóng các tệp đang mở trong thư mục này rồi chạy lại lệnh"))
