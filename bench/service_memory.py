"""``python -m bench.service_memory [N]``: what the server's process holds after 100 renders and after N (2,000)."""

from __future__ import annotations

import sys
import threading
import time

import httpx

from bench.serving import Served, dossier_text, served

_FIRST, _AT_ONCE, _MOST = 100, 2, 1.5


def main(count: int = 2_000) -> int:
    """Renders and prints; 1 where the process has grown beyond 1.5 times."""
    with served() as server:
        _render(server, _FIRST)
        first = server.resident()
        print(_line(_FIRST, first), flush=True)
        slowest = 0.0
        for done in range(_FIRST, count, _FIRST):
            slowest = max(slowest, _render(server, min(_FIRST, count - done)))
            print(_line(min(done + _FIRST, count), server.resident()), flush=True)
        last = server.resident()
    ratio = last[0] / first[0]
    print(f"tiến trình máy chủ: {ratio:.2f} lần; các bộ lập: {last[1] / first[1]:.2f} lần; chậm nhất {slowest:.2f} s")
    return int(ratio > _MOST)


def _render(server: Served, count: int) -> float:
    """Renders so many, some at once; the seconds of the slowest."""
    body, slowest = dossier_text(), [0.0]
    headers = {"Authorization": f"Bearer {server.token}", "Content-Type": "application/json"}

    def work(share: int) -> None:
        with httpx.Client(base_url=server.url, headers=headers, timeout=120) as client:
            for _ in range(share):
                began = time.monotonic()
                answer = client.post("/api/v1/render", content=body)
                assert answer.status_code == 200, answer.content[:500]
                slowest[0] = max(slowest[0], time.monotonic() - began)

    threads = [threading.Thread(target=work, args=(count // _AT_ONCE,)) for _ in range(_AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return slowest[0]


def _line(done: int, held: tuple[int, int]) -> str:
    return f"{done} lần: máy chủ {held[0] / 1e6:.0f} MB, các bộ lập {held[1] / 1e6:.0f} MB"


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
