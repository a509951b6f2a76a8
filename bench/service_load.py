"""``python -m bench.service_load [SECONDS]``: people at work at once, by locust against a server on this machine.

Of twenty, most look at a document they type in (drawn as PDF), some save, a few check a file. Needs ``vanthu[bench]``.
The server has two workers; the people pause as those who type do, so that the load is bounded.
"""

from __future__ import annotations

from gevent import monkey

monkey.patch_all()

import json  # noqa: E402
import sys  # noqa: E402
from itertools import count  # noqa: E402

import gevent  # noqa: E402
from locust import HttpUser, between, task  # noqa: E402
from locust.env import Environment  # noqa: E402

from bench.serving import dossier_text, served  # noqa: E402

_PEOPLE = 20
_WARM = 3  # seconds: an office's server has run since the morning
_numbers = count(1)


class Person(HttpUser):
    """Someone who types, looks, saves."""

    wait_time = between(1.0, 3.0)
    abstract = True
    token, dossier, text, docx = "", 0, b"", b""

    def on_start(self) -> None:
        self.client.headers["Authorization"] = f"Bearer {self.token}"

    def _typed(self) -> bytes:
        data = json.loads(self.text)
        data["van_ban"][0]["trich_yeu"] = f"Về việc gửi số liệu lần {next(_numbers)}"
        return json.dumps(data, ensure_ascii=False).encode()

    @task(8)
    def preview(self) -> None:
        """The page of one document, as it is typed."""
        address = "/api/v1/render?dinh_dang=pdf"
        self.client.post(address, self._typed(), headers={"Content-Type": "application/json"}, name="xem trang (PDF)")

    @task(2)
    def render(self) -> None:
        """Everything of the dossier, as files."""
        headers = {"Content-Type": "application/json"}
        self.client.post("/api/v1/render", self._typed(), headers=headers, name="lập (DOCX, PDF, zip)")

    @task(3)
    def save(self) -> None:
        """A new version; one that came too late reads and goes on."""
        address = f"/api/v1/dossiers/{self.dossier}"
        seen = self.client.get(address, name="đọc hồ sơ").headers.get("ETag", '"1"')
        headers = {"Content-Type": "application/json", "If-Match": seen}
        with self.client.put(address, self._typed(), headers=headers, name="lưu hồ sơ", catch_response=True) as answer:
            if answer.status_code == 412:
                answer.success()

    @task(1)
    def check(self) -> None:
        """A file judged."""
        self.client.post("/api/v1/check", files={"tep": ("a.docx", self.docx)}, name="kiểm tra tệp")


def main(seconds: int = 60) -> int:
    """Loads and prints; 1 where a request failed."""
    with served(workers=2) as server:
        Person.token, Person.dossier, Person.text = server.token, server.dossier, dossier_text()
        import httpx

        headers = {"Authorization": f"Bearer {server.token}", "Content-Type": "application/json"}
        made = httpx.post(
            f"{server.url}/api/v1/render?dinh_dang=docx", content=Person.text, headers=headers, timeout=60
        )
        Person.docx = made.content
        environment = Environment(user_classes=[type("Clerk", (Person,), {"host": server.url})])
        runner = environment.create_local_runner()
        gevent.sleep(_WARM)
        runner.start(_PEOPLE, spawn_rate=10)
        gevent.sleep(seconds)
        runner.quit()
        print(f"{_PEOPLE} người, {seconds} giây; mili giây: giữa, p95, p99, lâu nhất")
        for entry in sorted(environment.stats.entries.values(), key=lambda one: one.name):
            times = [entry.get_response_time_percentile(share) for share in (0.5, 0.95, 0.99)]
            told = " ".join(f"{one:6.0f}" for one in (*times, entry.max_response_time))
            print(f"{entry.name:24} {entry.num_requests:5} lần, hỏng {entry.num_failures:3}: {told}")
        print(*(f"{one.name}: {one.error}" for one in environment.stats.errors.values()), sep="\n")
        return int(environment.stats.total.num_failures > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
