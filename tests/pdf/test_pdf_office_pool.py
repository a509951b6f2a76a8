"""LibreOffice under guard: whatever it does, the job ends with a message, nothing stays behind, the next one works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import ConversionError
from generator.pdf import OfficePool
from tests.pdf.fake_office import FAULTS, GOOD, FakeOffice, blank_pdf

LIMIT = 2.0  # seconds, for programs that hang; no other test here ends by the clock

LIMITS: dict[str, dict[str, float]] = {
    "hangs before it has started": {"start_timeout": LIMIT},
    "hangs at work": {"convert_timeout": LIMIT},
    "ignores SIGTERM": {"convert_timeout": LIMIT},
    "hangs with a child": {"convert_timeout": LIMIT},
}
MESSAGES = {
    "hangs before it has started": "không khởi động xong sau 2 giây",
    "hangs at work": "không xong sau 2 giây",
    "crashes": "bị dừng giữa chừng",
    "says 0 without a file": "không tạo ra PDF",
    "writes half a PDF": "không mở được",
    "writes a PDF of no pages": "không có trang nào",
}


@pytest.fixture
def office(tmp_path: Path) -> FakeOffice:
    (tmp_path / "office").mkdir()
    return FakeOffice(tmp_path / "office")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place where temporary files of this test can be."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def pool(office: FakeOffice) -> Iterator[OfficePool]:
    with OfficePool(office.program) as made:
        yield made


def gone(office: FakeOffice) -> bool:
    """Whether every process ends: a killed one takes a moment to go, on a busy machine a long one."""
    end = time.monotonic() + 60
    while office.alive():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_and_leaves_nothing_and_the_next_job_works(
    fault: str, office: FakeOffice, temporary: Path
) -> None:
    office.behave(fault)
    with OfficePool(office.program, **LIMITS.get(fault, {})) as pool:
        with pytest.raises(ConversionError) as caught:
            pool.convert(b"docx")
        (problem,) = caught.value.problems
        assert problem.place in ("LibreOffice", "PDF")
        assert problem.fix
        assert MESSAGES.get(fault, "") in str(caught.value)
        assert caught.value.exit_code == 5
        assert gone(office)
        assert list(temporary.iterdir()) == []
        office.behave("works")
        assert pool.convert(b"docx") == blank_pdf(1)


@pytest.mark.parametrize("how", GOOD)
def test_what_a_good_run_does_beside_its_work_is_no_matter(
    how: str, office: FakeOffice, pool: OfficePool, temporary: Path
) -> None:
    office.behave(how)
    assert pool.convert(b"docx") == blank_pdf(1)
    assert gone(office)
    assert list(temporary.iterdir()) == [Path(office.profiles[0])]


def test_a_program_that_cannot_run_is_told(tmp_path: Path, temporary: Path) -> None:
    (tmp_path / "soffice").write_bytes(b"\x00not a program")
    (tmp_path / "soffice").chmod(0o755)
    with OfficePool(str(tmp_path / "soffice")) as pool, pytest.raises(ConversionError, match="không chạy được"):
        pool.convert(b"docx")
    assert list(temporary.iterdir()) == []


def test_a_profile_serves_some_jobs_and_is_then_replaced(office: FakeOffice, temporary: Path) -> None:
    office.behave("works")
    with OfficePool(office.program, recycle_after=2) as pool:
        for _ in range(5):
            pool.convert(b"docx")
        one, two, three, four, five = office.profiles
        assert (one, three) == (two, four)
        assert len({one, three, five}) == 3
        assert [str(path) for path in temporary.iterdir()] == [five]
    assert list(temporary.iterdir()) == []


def test_a_profile_that_saw_a_failure_is_not_used_again(office: FakeOffice, pool: OfficePool) -> None:
    for how in ("works", "crashes", "works"):
        office.behave(how)
        if how == "crashes":
            with pytest.raises(ConversionError):
                pool.convert(b"docx")
        else:
            pool.convert(b"docx")
    before, failed, after = office.profiles
    assert before == failed != after


def test_workers_at_the_same_time_have_profiles_of_their_own(office: FakeOffice) -> None:
    office.behave("works")
    with OfficePool(office.program, size=2) as pool:
        meet = threading.Barrier(2)
        made: list[bytes] = []

        def job() -> None:
            meet.wait()
            made.extend(pool.convert(b"docx") for _ in range(3))

        threads = [threading.Thread(target=job) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert made == [blank_pdf(1)] * 6
    assert len(set(office.profiles)) == 2


def test_a_pool_that_is_never_used_leaves_nothing(temporary: Path) -> None:
    with OfficePool("/khong/co"):
        assert list(temporary.iterdir()) == []


def at_work(office: FakeOffice, temporary: Path) -> subprocess.Popen[bytes]:
    """Another process that converts, its LibreOffice working without end."""
    office.behave("hangs at work")
    # Under nohup and in the background a process is born deaf to these, and so it shall stay; here it is to hear.
    heard = (
        "import signal\n"
        "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    )
    converts = (
        f"from generator.pdf import OfficePool\nwith OfficePool({office.program!r}) as pool: pool.convert(b'docx')"
    )
    run = subprocess.Popen([sys.executable, "-c", heard + converts], env={**os.environ, "TMPDIR": str(temporary)})
    end = time.monotonic() + 60
    while not any((folder / ".lock").exists() for folder in temporary.iterdir()):
        assert run.poll() is None
        assert time.monotonic() < end
        time.sleep(0.01)
    return run


@pytest.mark.skipif(os.name == "nt", reason="no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_the_process_and_leaves_nothing(
    number: signal.Signals, office: FakeOffice, temporary: Path
) -> None:
    run = at_work(office, temporary)
    run.send_signal(number)
    assert run.wait(60) == -number
    assert gone(office)
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="no such locks")
def test_what_a_killed_process_left_the_next_one_takes_away(office: FakeOffice, temporary: Path) -> None:
    run = at_work(office, temporary)
    run.kill()
    run.wait(60)
    assert [path for path in temporary.glob("*/*") if path.name == "van-ban.docx"]
    assert office.alive()  # nobody has ended it
    office.behave("works")
    with OfficePool(office.program) as pool:
        assert pool.convert(b"docx") == blank_pdf(1)
    assert gone(office)
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="no such locks")
def test_folders_in_use_and_of_others_are_left_alone(office: FakeOffice, temporary: Path) -> None:
    run = at_work(office, temporary)
    foreign = [temporary / "khac", temporary / "vanthu-lo-moi"]  # a stranger's, and one just made that has no lock yet
    for folder in foreign:
        folder.mkdir()
    old = temporary / "vanthu-lo-cu"
    old.mkdir()
    os.utime(old, (0, 0))
    held = set(temporary.iterdir()) - {old}
    office.behave("works")
    try:
        with OfficePool(office.program) as pool:
            pool.convert(b"docx")
        assert set(temporary.iterdir()) == held
        assert len(office.alive()) == 1
    finally:
        run.terminate()
        run.wait(60)
    assert set(temporary.iterdir()) == set(foreign)
