"""The service put together: an application of its own, so that its refusals are for programs, not for people."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import FastAPI
from starlette.datastructures import State

from generator.web.api import dossiers, jobs, making, register
from generator.web.api.problems import tell_problems
from generator.web.api.tokens import AtOnce

ROOT = "/api/v1"
_AT_ONCE = 8  # requests of one token
_ABOUT = """\
Lập, kiểm tra, đọc lại văn bản hành chính theo Nghị định 30/2020/NĐ-CP; hồ sơ và sổ văn bản đi của cơ quan.

Mọi yêu cầu cần một mã truy cập: `Authorization: Bearer MÃ`. Mã của một cơ quan chỉ thấy dữ liệu của cơ quan ấy.
Lỗi trả về theo RFC 9457 (`application/problem+json`), bằng tiếng Việt, cùng mã và chỗ như dòng lệnh `vanthu`.
"""


def create_api(state: State) -> FastAPI:
    """The service, which shares the store, the workers and the settings of the application it is mounted in."""
    api = FastAPI(
        title="vanthu",
        version=version("vanthu"),
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        root_path_in_servers=False,
        servers=[{"url": ROOT}],
    )
    api.state = state
    state.at_once = AtOnce(_AT_ONCE)
    tell_problems(api)
    for router in (making.router, dossiers.router, register.router, jobs.router):
        api.include_router(router)
    return api
