"""Fair times on a machine that drifts: the contestants take turns, and the median of each counts."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes once, the garbage of others cleared away before."""
    gc.collect()
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def take_turns(contestants: Mapping[str, Callable[[], float]], rounds: Mapping[str, int]) -> dict[str, list[float]]:
    """The times of each contestant, which says its own seconds; A B C A B C, each as often as ``rounds`` says."""
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(max(rounds.values())):
        for name, run in contestants.items():
            if number < rounds[name]:
                times[name].append(run())
    return times


def spread(times: list[float]) -> float:
    """The noise: half the distance between the quartiles as a share of the median; zero for fewer than four."""
    if len(times) < 4:
        return 0.0
    ordered = sorted(times)
    quarter = len(ordered) // 4
    return (ordered[-1 - quarter] - ordered[quarter]) / 2 / median(ordered)
