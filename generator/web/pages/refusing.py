"""What a visitor reads where something cannot be done: the page is not there, is not theirs, or the store is away."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse
from starlette.exceptions import HTTPException

from generator.errors import Problem, VanthuError
from generator.store.failing import AWAY, UNFIT, UNFIT_SAID, why
from generator.web.pages.drawing import page
from generator.web.security.headers import harden

_HEADINGS = {
    400: "Yêu cầu chưa đúng",
    401: "Chưa đăng nhập",
    403: "Không có quyền",
    404: "Không có trang này",
    405: "Không có trang này",
    410: "Liên kết không còn dùng được",
    413: "Tệp quá lớn",
    422: "Chưa làm được",
    423: "Cơ quan đã đóng",
    429: "Thử quá nhiều lần",
    500: "Chương trình gặp lỗi",
    503: "Chưa làm được lúc này",
}
_SAID = {
    404: "Trang này không có, hoặc không thuộc cơ quan của bạn.",
    405: "Trang này không có, hoặc chỉ mở được bằng nút trên trang trước nó.",
    413: "Tệp gửi lên quá lớn. Chia nhỏ tệp rồi gửi lại.",
    422: "Điều vừa gửi không đúng dạng. Quay lại trang trước, tải lại trang rồi làm lại.",
}
_AWAY = "Việc vừa làm chưa được lưu; đợi một lát rồi thử lại. Nếu vẫn thế, báo người quản trị máy chủ."
_OFFICES = "/co-quan/"
_log = logging.getLogger(__name__)


def refuse(app: FastAPI) -> None:
    """Gives the application its words of refusal; what is asked under ``/api/`` is answered for programs."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _unfit)
    app.add_exception_handler(VanthuError, _told)
    for kind in AWAY:
        app.add_exception_handler(kind, _away)
    for kind in UNFIT:
        app.add_exception_handler(kind, _not_kept)
    app.add_exception_handler(Exception, _failed)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if _of_program(request) or error.status_code < 400:
        return await http_exception_handler(request, error)
    told = error.status_code == 422 and error.detail != HTTPStatus(422).phrase  # why, by the page that refuses
    said = (not told and _SAID.get(error.status_code)) or f"{error.detail[:1].upper()}{error.detail[1:]}."
    return _refusal(request, error.status_code, said, headers=dict(error.headers or {}))


async def _unfit(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    if _of_program(request):
        return await request_validation_exception_handler(request, error)
    in_address = any(one["loc"][:1] == ("path",) for one in error.errors())
    return _refusal(request, status := 404 if in_address else 422, _SAID[status])


async def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, VanthuError)
    return _refusal(request, 422, error.heading, error.problems)


async def _away(request: Request, error: Exception) -> Response:
    _log.error("the store cannot be used", exc_info=error)
    told = why(error)
    sent = await _sent(request)
    return _refusal(request, 503, f"{told[0].upper()}{told[1:]}. {_AWAY}", headers={"Retry-After": "10"}, sent=sent)


async def _sent(request: Request) -> list[tuple[str, str]]:
    """What a form of an office's page sent, to be sent again; nothing where files went with it, or nobody reads it."""
    if request.method != "POST" or not request.url.path.startswith(_OFFICES):
        return []
    try:
        sent = (await request.form()).multi_items()
    except RuntimeError:  # it was not read as a form
        return []
    texts = [(name, value) for name, value in sent if isinstance(value, str)]
    return texts if len(texts) == len(sent) else []


async def _not_kept(request: Request, error: Exception) -> Response:
    _log.warning("the store does not take it", exc_info=error)
    if request.method == "GET":  # a number in its address that nothing can have
        return _refusal(request, 404, _SAID[404])
    return _refusal(request, 422, _HEADINGS[422], [UNFIT_SAID])


async def _failed(request: Request, error: Exception) -> Response:
    number = secrets.token_hex(4)
    _log.error("error %s", number, exc_info=error)
    said = f"Việc vừa làm chưa xong. Nếu gặp lại, báo người quản trị mã lỗi {number}."
    answer = _refusal(request, 500, said)
    harden(answer.headers, request.url.path, secure=request.app.state.settings.secure_cookies)  # it goes out past Guard
    return answer


def _of_program(request: Request) -> bool:
    return request.url.path.startswith("/api/")


def _refusal(
    request: Request,
    status: int,
    said: str,
    problems: list[Problem] | None = None,
    headers: dict[str, str] | None = None,
    sent: Sequence[tuple[str, str]] = (),
) -> Response:
    answer: Response
    if "HX-Request" in request.headers or "X-Requested-With" in request.headers or _of_program(request):
        answer = PlainTextResponse("\n".join([said, *map(str, problems or ())]), status)
    else:
        heading = _HEADINGS.get(status, "Chưa làm được")
        again = request.url.path if status == 503 and (request.method == "GET" or sent) else ""
        again += f"?{request.url.query}" if again and request.url.query else ""
        answer = page(
            request, "refusal.html", status=status, heading=heading, text=said, problems=problems or (), again=again,
            sent=sent,
        )  # fmt: skip
    answer.headers.update(headers or {})
    return answer
