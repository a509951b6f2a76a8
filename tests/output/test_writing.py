"""What stands in the way of a write is said, and nothing has changed; what someone has edited is never written over."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.output import lock, mend, write_bytes, write_new, write_pages
from generator.output.transaction import rewrite, write_set
from tests.conftest import REQUIRE_ALL
from tests.output.cases import EDITED, NEW, OLD, png
from tests.output.harness import lay_out, tree

FITS = 36_000  # bytes that suffice for what is written to the small disk
FILES = {"a.png": NEW, "b.png": NEW, "c.png": NEW}


def unavailable(why: str) -> None:
    (pytest.fail if REQUIRE_ALL else pytest.skip)(why)


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KB of its own."""
    place = tmp_path / "dia"
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", place], capture_output=True, check=False)
    if done.returncode:
        unavailable("no file system can be mounted here: a full disk and a read-only one are not tried")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def refused(folder: Path, files: dict[str, bytes] = FILES) -> str:
    with pytest.raises(UsageError) as caught:
        write_set(folder, files)
    return str(caught.value)


def test_a_folder_in_the_way_of_one_changes_none(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.png": OLD, "b.png/": b"", "b.png/x": b"x"})
    before = tree(tmp_path)
    assert "b.png: không ghi được: đã có thư mục cùng tên" in refused(tmp_path)
    assert tree(tmp_path) == before


def test_all_that_is_in_the_way_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "b.png").mkdir()
    (tmp_path / "c.png").symlink_to("khong-co")
    (tmp_path / "van-ban").write_text("tệp")
    os.mkfifo(tmp_path / "ong.png")
    before = sorted(tmp_path.iterdir())
    said = refused(tmp_path, {**FILES, "van-ban/d.png": NEW, "ong.png": NEW})
    for words in ("b.png", "c.png", "van-ban: không ghi được: đây là tệp", "ong.png: không ghi được"):
        assert words in said
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("number", range(3))
def test_a_file_that_cannot_be_replaced_brings_the_others_back(number: int, tmp_path: Path) -> None:
    lay_out(tmp_path, dict.fromkeys(FILES, OLD))
    fixed = tmp_path / list(FILES)[number]
    done = subprocess.run(["chattr", "+i", fixed], capture_output=True, check=False)
    if done.returncode:
        done = subprocess.run(["mount", "--bind", fixed, fixed], capture_output=True, check=False)
    if done.returncode:
        unavailable("no file can be made immovable here")
    try:
        assert f"{fixed.name}: không ghi được" in refused(tmp_path)
        assert tree(tmp_path) == dict.fromkeys(FILES, OLD)
    finally:
        subprocess.run(["chattr", "-i", fixed], capture_output=True, check=False)
        subprocess.run(["umount", fixed], capture_output=True, check=False)


@pytest.mark.parametrize("room", range(0, 40_000, 2_500))
def test_a_full_disk_changes_nothing(room: int, mounted: Path) -> None:
    old = {"a.png": OLD, "b.png": EDITED}
    lay_out(mounted, old)
    (mounted / "day").write_bytes(b"")
    with (mounted / "day").open("wb", buffering=0) as stream:
        free = os.statvfs(mounted)
        stream.write(b"x" * max(free.f_bavail * free.f_bsize - room, 0))
    before = tree(mounted)
    big = png(30, 80)  # some 6 KB each
    files = {"a.png": big, "b.png": big, "c.png": big, "sau/d.png": big}
    if room > FITS:
        assert [path.name for path in write_set(mounted, files).kept] == ["b.sua-tay-1.png"]
        return
    said = refused(mounted, files)
    assert "ổ đĩa đã đầy" in said
    assert ".vanthu" not in said
    assert tree(mounted) == before


def test_a_read_only_disk_is_said(mounted: Path) -> None:
    lay_out(mounted, {"a.png": OLD})
    subprocess.run(["mount", "-o", "remount,ro", mounted], check=True)
    assert "chỉ cho đọc" in refused(mounted)
    assert "chỉ cho đọc" in refused(mounted / "moi" / "nua")
    mend(mounted)
    assert tree(mounted) == {"a.png": OLD}


def test_a_file_size_limit_changes_nothing(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    lay_out(tmp_path, {"a.png": OLD})
    program = (
        "import resource, signal, sys; from pathlib import Path; from generator.output import write_bytes\n"
        "from generator.errors import UsageError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"
        "try: write_bytes({Path(sys.argv[1]) / n: b'x' * 4000 * (i + 1) for i, n in enumerate(['a.png', 'b.png'])})\n"
        "except UsageError as error: print(error)"
    )
    assert resource
    done = subprocess.run([sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=True)
    assert "b.png: không ghi được: tệp lớn quá" in done.stdout
    assert tree(tmp_path) == {"a.png": OLD}


def test_folders_made_for_nothing_are_removed(tmp_path: Path) -> None:
    refused(tmp_path / "mot" / "hai" / "ba", {"a" * 240 + "/" + "b" * 250: NEW, "x.png": NEW, "x.png/y": NEW})
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("name", ["CON", "x.", "x ", "a:b", "a" * 256, "nul.png"])
def test_names_that_not_all_systems_keep_are_refused(name: str, tmp_path: Path) -> None:
    assert "→ chọn tên" in refused(tmp_path, {name: NEW})
    assert "→ chọn tên" in refused(tmp_path / name / "ra")
    assert tree(tmp_path) == {}
    if name not in ("a" * 256,):  # a folder that is there already is the user's own choice
        (tmp_path / name).mkdir()
        write_set(tmp_path / name, FILES)


def test_names_that_some_systems_take_for_one_are_refused(tmp_path: Path) -> None:
    assert "coi là cùng một tệp với A.png" in refused(tmp_path, {"A.png": NEW, "a.png": NEW})


def test_a_name_of_255_bytes_is_written_and_kept_aside(tmp_path: Path) -> None:
    name = "ế" * 83 + "ab.png"
    assert len(name.encode()) == 255
    write_bytes({tmp_path / name: OLD})
    (tmp_path / name).write_bytes(EDITED)
    (kept,) = write_bytes({tmp_path / name: NEW})
    assert kept.read_bytes() == EDITED
    assert (tmp_path / name).read_bytes() == NEW
    assert kept.name.endswith(".sua-tay-1.png")


def test_edited_files_get_names_that_nothing_has(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.png": EDITED, "A.SUA-TAY-1.PNG": b"x", "a.sua-tay-2.png": b"y"})
    (kept,) = write_bytes({tmp_path / "a.png": NEW})
    assert kept.name == "a.sua-tay-3.png"
    assert write_bytes({tmp_path / "a.png": png(40)}) == []


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    write_bytes({tmp_path / "a.png": NEW, tmp_path / "b.png": NEW})
    before = {path.name: path.stat() for path in tmp_path.iterdir()}
    assert write_bytes({tmp_path / "a.png": NEW, tmp_path / "b.png": OLD}) == []
    assert (tmp_path / "a.png").stat().st_mtime_ns == before["a.png"].st_mtime_ns
    assert (tmp_path / "a.png").stat().st_ino == before["a.png"].st_ino
    assert (tmp_path / "b.png").read_bytes() == OLD


def test_files_written_get_the_rights_the_user_asks_for(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_bytes({tmp_path / "a.png": NEW})
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a.png").stat().st_mode) == 0o640


def test_a_file_that_grows_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"- a\n")
    file.chmod(0o606)
    rewrite(file, lambda typed: typed + b"- b\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o606
    assert tree(tmp_path) == {"a.yaml": b"- a\n- b\n"}


def test_a_file_shared_by_a_link_grows_where_it_is(tmp_path: Path) -> None:
    lay_out(tmp_path, {"chung/a.yaml": b"- a\n", "xa/": b""})
    (tmp_path / "xa" / "a.yaml").symlink_to("../chung/a.yaml")
    rewrite(tmp_path / "xa" / "a.yaml", lambda typed: typed + b"- b\n")
    assert (tmp_path / "chung" / "a.yaml").read_bytes() == b"- a\n- b\n"
    assert (tmp_path / "xa" / "a.yaml").is_symlink()


@pytest.mark.parametrize("given", [b"- a\n", None])
def test_what_another_program_saves_meanwhile_is_not_written_over(given: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    if given:
        file.write_bytes(given)

    def change(typed: bytes) -> bytes:
        file.write_bytes(b"- mine\n")
        return typed + b"- b\n"

    with pytest.raises(UsageError, match="đã bị sửa trong lúc ghi → chạy lại lệnh"):
        rewrite(file, change)
    assert tree(tmp_path) == {"a.yaml": b"- mine\n"}


def test_a_change_that_fails_changes_nothing(tmp_path: Path) -> None:
    def change(typed: bytes) -> bytes:
        raise ValueError(typed)

    with pytest.raises(ValueError, match="b''"):
        rewrite(tmp_path / "moi" / "a.yaml", change)
    assert list(tmp_path.iterdir()) == []


def test_new_files_are_never_written_over_old_ones(tmp_path: Path) -> None:
    lay_out(tmp_path, {"b.png": OLD})
    with pytest.raises(UsageError, match="đã có tệp này"):
        write_new({tmp_path / "a.png": NEW, tmp_path / "b.png": NEW})
    assert tree(tmp_path) == {"b.png": OLD}


def test_pages_of_a_longer_document_go_and_those_of_others_stay(tmp_path: Path) -> None:
    write_pages(tmp_path, "a", [png(n) for n in range(12)])
    more = {"a-13.png": EDITED, "a-x.png": OLD, "a-02.png": OLD, "ab-4.png": OLD, "a-1-1.png": OLD, "a.png": OLD}
    for name, data in more.items():
        (tmp_path / name).write_bytes(data)
    written = write_pages(tmp_path, "a", [png(n) for n in range(3)])
    assert tree(tmp_path) == {**more, **{f"a-{n + 1}.png": png(n) for n in range(3)}}
    assert [path.name for path in written.left] == ["a-13.png"]


def test_a_second_writer_waits_and_then_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WAIT", 0.1)
    with lock.locked(tmp_path, [], lambda: None):
        assert "một lệnh vanthu khác đang ghi" in refused(tmp_path)
        assert "đang ghi" in refused(tmp_path)
    write_set(tmp_path, FILES)
    assert tree(tmp_path) == FILES


def test_the_lock_of_a_dead_process_is_no_obstacle(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path; from generator.output import lock\n"
        "with lock.locked(Path(sys.argv[1]), [], lambda: None): os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", program, tmp_path], check=False)
    assert list(tree(tmp_path)) == [lock.NAME]
    write_set(tmp_path, FILES)
    assert tree(tmp_path) == FILES


def test_threads_of_one_process_take_turns(tmp_path: Path) -> None:
    sets = [{name: png(shade) for name in FILES} for shade in range(6)]
    folder, failures = tmp_path / "ra", []

    def work(files: dict[str, bytes]) -> None:
        try:
            for _ in range(4):
                write_set(folder, files)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(files,)) for files in sets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert tree(folder) in sets


@pytest.mark.parametrize("name", ["../ngoai.png", "/tmp/ngoai.png", "van-ban/../../ngoai.png", "lien-ket/ngoai.png"])
def test_a_journal_from_outside_reaches_no_other_folder(name: str, tmp_path: Path) -> None:
    import json

    folder, outside = tmp_path / "ra", tmp_path / "ngoai.png"
    staging = folder / ".vanthu-ghi-0123456789abcdef"
    staging.mkdir(parents=True)
    (folder / "lien-ket").symlink_to(tmp_path)
    outside.write_bytes(NEW)
    from generator.output.disk import digest

    steps = [{"name": name, "old": "", "new": digest(NEW), "aside": ""}]
    (staging / "journal.json").write_text(json.dumps({"steps": steps, "folders": []}))
    with pytest.raises(UsageError, match="bản ghi để hoàn lại đã hỏng"):
        mend(folder)
    assert outside.read_bytes() == NEW


@pytest.mark.parametrize("said", ["", "[]", "{", '{"steps": 1}', '{"steps": [{}], "folders": []}', "[" * 100_000])
def test_a_damaged_journal_is_said_and_nothing_removed(said: str, tmp_path: Path) -> None:
    lay_out(tmp_path, {".vanthu-ghi-0123456789abcdef/journal.json": said.encode(), "a.png": OLD})
    before = tree(tmp_path)
    assert "bản ghi để hoàn lại đã hỏng" in refused(tmp_path)
    assert tree(tmp_path) == before


def test_file_systems_without_second_names_are_written_to_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    def link(*_: object, **__: object) -> None:  # as FAT answers
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", link)
    lay_out(tmp_path, {"a.png": EDITED, "b.png": OLD})
    assert [path.name for path in write_set(tmp_path, FILES).kept] == ["a.sua-tay-1.png"]
    assert tree(tmp_path) == {**FILES, "a.sua-tay-1.png": EDITED}
