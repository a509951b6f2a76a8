"""What went wrong, told to a program: RFC 9457, with the items, codes and exit codes of the command line."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from generator.errors import ExitCode, Problem, VanthuError
from generator.store.failing import AWAY, UNFIT, UNFIT_SAID, why
from generator.web.workers import BusyError

MEDIA_TYPE = "application/problem+json"
_LOG = logging.getLogger(__name__)
STATUS = {
    ExitCode.USAGE: 400,
    ExitCode.DATA: 422,
    ExitCode.TEMPLATE: 422,
    ExitCode.CONVERSION: 422,
    ExitCode.FINDINGS: 422,
}
TITLES = {
    400: "Yêu cầu chưa đúng",
    401: "Mã truy cập không dùng được",
    403: "Mã truy cập không có quyền này",
    404: "Không có địa chỉ hoặc tài nguyên này",
    405: "Địa chỉ này không nhận phương thức ấy",
    408: "Gửi quá chậm",
    409: "Yêu cầu trước cùng khóa đang được làm",
    412: "Hồ sơ đã có bản mới hơn",
    413: "Dữ liệu gửi lên quá lớn",
    415: "Kiểu dữ liệu này không nhận",
    422: "Không xử lý được dữ liệu gửi lên",
    428: "Thiếu If-Match",
    429: "Quá nhiều việc cùng lúc",
    499: "Bên gửi đã ngắt",
    500: "Chương trình gặp lỗi",
    503: "Máy chủ đang bận",
}


class Refusal(Exception):  # noqa: N818 – an answer, not a fault
    """An answer with a status of HTTP's own, told in the words of the problems."""

    def __init__(self, status: int, problems: Problem | Iterable[Problem], again: int | None = None) -> None:
        self.status, self.again = status, again
        self.problems = [problems] if isinstance(problems, Problem) else list(problems)
        super().__init__(status)


def refused(status: int, what: str, fix: str = "", place: str = "", again: int | None = None) -> Refusal:
    """A refusal of one problem."""
    return Refusal(status, Problem(place, what, fix), again)


def items(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """The problems as the service tells them."""
    return [{"noi": one.place, "noi_dung": one.what, "cach_sua": one.fix, "ma": one.code} for one in problems]


def as_data(error: Exception) -> tuple[int, dict[str, Any]]:
    """The status and the problem details of an error."""
    if isinstance(error, Refusal):
        return error.status, _data(error.status, TITLES[error.status], error.problems)
    if isinstance(error, BusyError):
        return 503, _data(503, error.heading, error.problems)
    if isinstance(error, VanthuError):
        code = error.exit_code
        status = STATUS.get(code, 422)
        more = {"ma_thoat": int(code), "ten_ma_thoat": code.name}
        return status, _data(status, error.heading, error.problems, code.name.lower()) | more
    if isinstance(error, HTTPException):
        status = error.status_code
        return status, _data(status, TITLES.get(status, "Không thực hiện được"), [])
    if isinstance(error, RequestValidationError):
        told = [Problem(".".join(map(str, one["loc"])), _said(one), "xem mô tả ở /api/v1/") for one in error.errors()]
        return 400, _data(400, TITLES[400], told)
    if isinstance(error, AWAY):
        return 503, _data(503, "Chưa làm được lúc này", [Problem("", why(error), "thử lại sau")])
    if isinstance(error, UNFIT):
        return 422, _data(422, TITLES[422], [UNFIT_SAID])
    return 500, _data(500, TITLES[500], [Problem("", "lỗi của chương trình, không phải của tệp", "báo người quản trị")])


def answer(status: int, data: dict[str, Any], again: int | None = None) -> Response:
    """The answer of problem details; ``again`` is Retry-After, in seconds."""
    headers = {"Retry-After": str(again)} if again is not None else {}
    if status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="vanthu"'
    return Response(json.dumps(data, ensure_ascii=False), status, headers, MEDIA_TYPE)


def tell_problems(api: FastAPI) -> None:
    """Has everything the application refuses, and its own faults, told as problem details."""
    for kind in (Refusal, VanthuError, HTTPException, RequestValidationError, *AWAY, *UNFIT, Exception):
        api.add_exception_handler(kind, _handle)


async def _handle(request: Request, error: Exception) -> Response:
    status, data = as_data(error)
    if status == 500:
        _LOG.error("a fault in %s", request.scope.get("path"), exc_info=error)
    again = error.again if isinstance(error, Refusal | BusyError) else 10 if status == 503 else None
    number = request.scope.get("vanthu.request")
    return answer(status, data | ({"instance": f"urn:vanthu:yeu-cau:{number}"} if number else {}), again)


def _data(status: int, title: str, problems: Iterable[Problem], kind: str = "") -> dict[str, Any]:
    told = list(problems)
    data: dict[str, Any] = {
        "type": f"/api/v1/#loi-{kind or status}",
        "title": title,
        "status": status,
        "loi": items(told),
    }
    if told:
        data["detail"] = str(told[0]) if len(told) == 1 else f"{told[0]} (và {len(told) - 1} điều nữa)"
    return data


_WORDS = {
    "missing": "thiếu",
    "int_parsing": "không phải số nguyên",
    "bool_parsing": "chỉ nhận true hoặc false",
    "literal_error": "chỉ nhận: {expected}",
    "date_from_datetime_parsing": "không phải ngày dạng 2026-11-25",
    "date_parsing": "không phải ngày dạng 2026-11-25",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "không được quá {le}",
    "string_too_long": "dài quá {max_length} ký tự",
}


def _said(error: dict[str, Any]) -> str:
    context = error.get("ctx") or {}
    said = _WORDS.get(error["type"], "giá trị không hợp lệ")
    if "expected" in context:
        context = context | {"expected": str(context["expected"]).replace(" or ", ", ")}
    return said.format(**context)
