"""What every answer says to the browser, and which names the page answers to."""

from __future__ import annotations

import re
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.patterns import late
from generator.web.security.forgery import SAFE

_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_AROUND = 1_000_000  # bytes of a form around its file
_HOST = late(r"(?:\[([0-9a-f:.]+)\]|([^\s:,/@\[\]]+))(?::\d{0,5})?", re.ASCII | re.IGNORECASE)  # RFC 9110, 7.2
_LONGEST = 1_000  # signs of a path: the longest of ours, with a document's name, has some hundred
_YEAR = 365 * 24 * 3600


def harden(headers: MutableHeaders, path: str, *, secure: bool) -> None:
    """Adds what every answer says, where the answer itself says nothing else."""
    for name, value in _ALWAYS.items():
        headers.setdefault(name, value)
    # What changes with the program is asked for again; what a page says of people is never kept.
    headers.setdefault("Cache-Control", "no-cache" if path.startswith("/static/") else "no-store")
    if secure:
        headers.setdefault("Strict-Transport-Security", f"max-age={_YEAR}")


class Guard:
    """The application with headers that keep the browser strict; a request for a host that is not ours is turned away.

    A page of another site can have its own name point at this machine, and then read what the page says to it.
    A form longer than ``most`` bytes is refused before anything of it is read; the service for programs counts its own.
    """

    def __init__(
        self, app: ASGIApp, hosts: tuple[str, ...] | None = None, *, secure: bool = False, most: int = 20_000_000
    ) -> None:
        self._app = app
        self._most = most
        self._hosts = None if hosts is None else frozenset(host.lower() for host in hosts)
        self._secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def said(message: Message) -> None:
            if message["type"] == "http.response.start":
                harden(MutableHeaders(scope=message), scope["path"], secure=self._secure)
            await send(message)

        if not self._known(Headers(scope=scope).get("host", "")):
            text = "Địa chỉ này không phải của máy chủ vanthu. Khai tên bằng: vanthu serve --name TÊN"
            await PlainTextResponse(text, 400)(scope, receive, said)
            return
        if len(scope["path"]) > _LONGEST:
            await PlainTextResponse("Không có trang này.", 404)(scope, receive, said)
            return
        refused = self._too_long(scope)
        if refused is not None:
            await refused(scope, receive, said)
            return
        await self._app(scope, receive, said)

    def _too_long(self, scope: Scope) -> PlainTextResponse | None:
        if scope["method"] in SAFE or scope["path"].startswith("/api/"):
            return None
        length = Headers(scope=scope).get("content-length", "")
        if not length.isdecimal():  # a browser always says
            return PlainTextResponse("Yêu cầu không nói độ dài. Mở lại trang rồi gửi lại.", 411)
        if int(length) > self._most + _AROUND:
            most = self._most // 1_000_000
            return PlainTextResponse(f"Tệp gửi lên quá {most} MB. Chia nhỏ tệp, hoặc giảm kích thước hình.", 413)
        return None

    def _known(self, host: str) -> bool:
        if self._hosts is None:
            return True
        found = _HOST.fullmatch(host)
        if found is None:
            return False
        name = found[1] or found[2]
        try:
            ip_address(name)
        except ValueError:
            return name.lower().rstrip(".") in self._hosts
        return True
