"""What an installation sets of itself."""

from __future__ import annotations

from generator.records import record


@record(frozen=True)
class WebSettings:
    """How many workers make documents, how long one may take (seconds), its memory and the largest upload (bytes).

    ``hosts`` are the names the page is reached by, beside addresses of numbers; None: any, where a server before this
    one has looked.
    """

    workers: int = 2
    seconds: float = 60
    memory: int = 1_500_000_000
    upload: int = 20_000_000
    secure_cookies: bool = False  # set where the page is reached by https
    hosts: tuple[str, ...] | None = None
