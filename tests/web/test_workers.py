from __future__ import annotations

import asyncio
import gc
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.errors import ConversionError, DataError
from generator.web.workers import BusyError, Workers
from tests.web import tasks
from tests.web.waiting import finished


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    made = Workers(1, waiting=2, tasks=1000)
    yield made
    made.close()


def done(workers: Workers, task: Callable[..., object], *given: object, seconds: float = 60) -> object:
    return finished(workers.run(task, *given, seconds=seconds))


def test_a_task_is_done_in_another_process(workers: Workers) -> None:
    assert done(workers, tasks.double, 21) == 42
    assert done(workers, tasks.pid) != os.getpid()


def test_what_a_task_raises_comes_back_whole(workers: Workers) -> None:
    with pytest.raises(DataError) as told:
        done(workers, tasks.refuse)
    (problem,) = told.value.problems
    assert (problem.place, problem.fix, problem.code) == ("muc-tieu.yaml, dòng 3", "điền nội dung", "thieu-truong")


def test_a_fault_of_the_programs_is_no_fault_of_the_file(workers: Workers) -> None:
    before = done(workers, tasks.pid)
    with pytest.raises(RuntimeError, match="lỗi của chương trình"):
        done(workers, tasks.break_down)
    assert done(workers, tasks.pid) == before


@pytest.mark.parametrize(
    ("task", "seconds", "said"),
    [(tasks.sleep, 1.5, "quá 1.5 giây"), (tasks.die, 60, "dừng giữa chừng"), (tasks.eat, 60, "MB bộ nhớ")],
)
def test_what_ends_a_worker_is_told_and_ends_no_other_request(
    workers: Workers, task: Callable[..., object], seconds: float, said: str
) -> None:
    async def both() -> list[object]:
        given = (30,) if task is tasks.sleep else ()
        bad = workers.run(task, *given, seconds=seconds)
        return await asyncio.gather(bad, workers.run(tasks.double, 4), return_exceptions=True)

    bad, good = finished(both())
    assert isinstance(bad, ConversionError)
    assert said in str(bad)
    assert good == 8


def test_a_worker_killed_while_it_rests_costs_nobody_anything(workers: Workers) -> None:
    pid = done(workers, tasks.pid)
    assert isinstance(pid, int)
    os.kill(pid, signal.SIGKILL)
    assert done(workers, tasks.pid) != pid


def test_more_than_may_wait_are_sent_away_with_when_to_come_again(workers: Workers) -> None:
    async def many() -> list[object]:
        asked = [workers.run(tasks.sleep, 0.5) for _ in range(5)]
        return await asyncio.gather(*asked, return_exceptions=True)

    came = finished(many())
    assert came.count("xong") == 3  # one at work, two waiting
    busy = [one for one in came if isinstance(one, BusyError)]
    assert len(busy) == 2
    assert all(one.again >= 1 for one in busy)
    assert workers.waiting == 0


def test_work_nobody_waits_for_any_more_is_ended(workers: Workers, tmp_path: Path) -> None:
    began = tmp_path / "began"
    lost: list[object] = []

    async def leave() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, told: lost.append(told))
        work = asyncio.ensure_future(workers.run(tasks.sleep, 60, str(began)))
        while not began.exists() or not began.read_text():
            await asyncio.sleep(0.02)
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        while workers.busy:
            await asyncio.sleep(0.02)
        del work
        gc.collect()

    finished(leave())
    assert not lost
    until = time.monotonic() + 10
    while Path(f"/proc/{began.read_text()}").exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert not Path(f"/proc/{began.read_text()}").exists()
    assert done(workers, tasks.double, 1) == 2


def test_what_waits_and_is_given_up_is_never_begun(workers: Workers, tmp_path: Path) -> None:
    async def leave() -> object:
        first = asyncio.ensure_future(workers.run(tasks.sleep, 0.5))
        second = asyncio.ensure_future(workers.run(tasks.sleep, 0, str(tmp_path / "began")))
        await asyncio.sleep(0.1)
        second.cancel()
        return await first

    assert finished(leave()) == "xong"
    assert done(workers, tasks.double, 1) == 2
    assert not (tmp_path / "began").exists()


def test_how_far_a_task_is_is_told(workers: Workers) -> None:
    told: list[tuple[int, int]] = []
    assert finished(workers.run(tasks.count, 3, told=lambda *now: told.append(now))) == 3
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_workers_are_replaced_by_ones_that_are_warm_already() -> None:
    workers = Workers(1, tasks=3)
    try:
        first = done(workers, tasks.pid)
        longest = 0.0
        for _ in range(600):
            began = time.monotonic()
            now = done(workers, tasks.pid)
            longest = max(longest, time.monotonic() - began)
            if now != first:
                break
            time.sleep(0.02)
        assert now != first
        assert not Path(f"/proc/{first}").exists()
    finally:
        workers.close()


def test_short_work_does_not_wait_behind_long_work_and_what_was_none_is_done_like_any_other(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def asked() -> None:
        long = await workers.run(tasks.pid)
        while (own := await workers.run(tasks.pid, short=True)) == long:  # its process is not warm yet
            await asyncio.sleep(0.05)
        behind = asyncio.ensure_future(workers.run(tasks.sleep, 60))
        assert await workers.run(tasks.double, 21, short=True) == 42
        assert not behind.done()
        behind.cancel()
        large = "x" * 1_000_000
        assert await workers.run(tasks.pid_for, large, short=True) != own
        with pytest.raises(DataError):
            await workers.run(tasks.refuse, short=True)
        monkeypatch.setattr("generator.web.workers._SHORT", 0.3)
        assert await workers.run(tasks.sleep, 0.8, short=True) == "xong"
        with pytest.raises(ConversionError):
            await workers.run(tasks.die, short=True)
        assert await workers.run(tasks.double, 4, short=True) == 8

    finished(asked())


def test_a_matter_stays_with_its_worker_while_that_is_free_and_no_process_is_left_in_the_end() -> None:
    workers = Workers(2, short=True)
    pids: list[int] = []

    async def asked() -> None:
        first, second = [await workers.run(tasks.pid, near=matter) for matter in "ab"]
        while len(workers.pids) < 3:  # the one for short work is there without having been asked for
            await asyncio.sleep(0.05)
        pids.extend(workers.pids)
        assert {first, second} < set(pids)
        assert [await workers.run(tasks.pid, near=matter) for matter in "baab"] == [second, first, first, second]
        away = asyncio.ensure_future(workers.run(tasks.sleep, 2, near="a"))
        await asyncio.sleep(0.2)
        assert await workers.run(tasks.pid, near="a") == second
        await away

    finished(asked())
    workers.close()
    assert len(pids) == 3
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids)
