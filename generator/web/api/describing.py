"""What OpenAPI says of bodies and answers that are files."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from generator.media_types import DOCX, JSON, XLSX
from generator.web.api.answers import ProblemAnswer
from generator.web.api.problems import MEDIA_TYPE, TITLES

_BINARY = {"type": "string", "format": "binary"}
_ANY = "application/octet-stream"
FILES = frozenset((DOCX, _ANY))
DOSSIERS = frozenset((JSON, XLSX, _ANY))
TEXTS = frozenset((JSON, "text/plain", XLSX, DOCX, _ANY))
_EXAMPLE = {"co_quan": {"ten": ["Ủy ban nhân dân", "xã Suối Trong"]}, "van_ban": [{"ten_loai": "công văn"}]}
_REFUSED = (400, 401, 403, 408, 409, 413, 415, 422, 429, 503)
_HEADERS: list[dict[str, Any]] = [
    {
        "name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "maxLength": 200},
        "description": "Gửi lại cùng khóa trong 24 giờ thì nhận lại đúng câu trả lời trước; nên là một UUID",
    },
    {
        "name": "Prefer", "in": "header", "schema": {"type": "string", "enum": ["respond-async"]},
        "description": "respond-async: nhận 202 và địa chỉ của việc dài (jobs)",
    },
]  # fmt: skip


def body(kinds: frozenset[str], description: str) -> dict[str, Any]:
    """The body of a route: a form of files, or one of the kinds by itself; and the headers all such routes take."""
    form = {"type": "object", "required": ["tep"], "properties": {"tep": {"type": "array", "items": _BINARY}}}
    taken: dict[str, Any] = {"multipart/form-data": {"schema": form}}
    for kind in sorted(kinds):
        json = kind == JSON
        taken[kind] = {"schema": {"type": "object"}, "example": _EXAMPLE} if json else {"schema": _BINARY}
    return {
        "requestBody": {"required": True, "description": description, "content": taken}, "parameters": list(_HEADERS),
    }  # fmt: skip


def content(*kinds: str, model: type[BaseModel] | None = None) -> dict[str, Any]:
    """The answer of a route: files of these types, or the model as JSON."""
    said: dict[str, Any] = {"description": "Xong", "content": {kind: {"schema": _BINARY} for kind in kinds}}
    return said | ({"model": model} if model else {})


def told(done: dict[str, Any], started: type[BaseModel] | None = None) -> dict[int | str, dict[str, Any]]:
    """The answers of a route: what is done, what was begun, and every way it may be refused."""
    said: dict[int | str, dict[str, Any]] = {200: done}
    if started is not None:
        said[202] = {"model": started, "description": "Đã nhận làm việc dài; xem địa chỉ ở Location"}
    return said | refusals(*_REFUSED)


def told_of(description: str, *kinds: str) -> dict[int | str, dict[str, Any]]:
    """The answers of a route that gives one thing the agency has, of these types."""
    found: dict[int | str, dict[str, Any]] = {
        200: {"description": description, "content": {kind: {} for kind in kinds}}
    }
    return found | refusals(401, 403, 404, 429)


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problem details of each status."""
    schema = ProblemAnswer.model_json_schema(ref_template="#/components/schemas/{model}")
    schema.pop("$defs", None)
    return {status: {"description": TITLES[status], "content": {MEDIA_TYPE: {"schema": schema}}} for status in statuses}
