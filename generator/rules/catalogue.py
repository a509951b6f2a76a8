"""Every rule there is, found by looking into the folders beside this module."""

from __future__ import annotations

import importlib
import os
from functools import cache
from pathlib import Path

from generator.rules.base import Entry, Reads

GROUPS = ("law", "wording", "data", "figures")
FORM = "form"
"""The rules of form that a Word file is judged by, in rooms by the component they are of."""
ROOMS = {
    "page": "Trang giấy, phông chữ",
    "page_number": "Số trang",
    "national": "Quốc hiệu, Tiêu ngữ",
    "issuer": "Cơ quan ban hành",
    "number": "Số, ký hiệu",
    "place_date": "Địa danh, thời gian ban hành",
    "title": "Tên loại, trích yếu",
    "bases": "Căn cứ, viện dẫn",
    "levels": "Bố cục: phần, chương, mục, điều, khoản, điểm",
    "body": "Trình bày nội dung",
    "signature": "Chức vụ, họ tên, chữ ký",
    "recipients": "Nơi nhận, kính gửi",
    "marks": "Dấu mật, khẩn và thành phần khác",
    "annex": "Phụ lục",
    "copies": "Bản sao",
    "capitals": "Viết hoa",
    "across": "Giữa các thành phần",
}
"""What a reader is told the rules of each room are of, in the order of a page."""
_PACKAGE = __name__.rpartition(".")[0]


@cache
def group(name: str) -> dict[str, Entry]:
    """The rules of one folder by id, in the order of their files."""
    found: dict[str, Entry] = {}
    for file in sorted(os.listdir(Path(__file__).parent / name)):  # noqa: PTH208 – every command sorts these names
        if not file.endswith(".py") or file.startswith("_"):
            continue  # cases, and what several rules of the folder share
        module = importlib.import_module(f"{_PACKAGE}.{name}.{file.removesuffix('.py')}")
        found[module.RULE.id] = Entry(module.RULE, module.__doc__ or "", getattr(module, "check", None))
    return found


@cache
def all_rules() -> dict[str, Entry]:
    """Every rule that dossiers are judged by, by id, folder by folder; those of form are for Word files."""
    return {id_: entry for name in GROUPS for id_, entry in group(name).items()}


@cache
def reading(name: str, reads: Reads) -> tuple[Entry, ...]:
    """The rules of a folder that read one kind of thing and have something to find."""
    return tuple(entry for entry in group(name).values() if entry.rule.reads == reads and entry.check is not None)


@cache
def form_rules() -> dict[str, Entry]:
    """The rules of form by id, room by room."""
    return {id_: entry for room in ROOMS for id_, entry in form_room(room).items()}


@cache
def form_room(room: str) -> dict[str, Entry]:
    """The rules of form of one room by id, in the order of their files; none where there is no such room yet."""
    found: dict[str, Entry] = {}
    for file in sorted((Path(__file__).parent / FORM / room).glob("[!_]*.py")):
        module = importlib.import_module(f"{_PACKAGE}.{FORM}.{room}.{file.stem}")
        found[module.RULE.id] = Entry(module.RULE, module.__doc__ or "", module.check)
    return found


def published() -> dict[str, Entry]:
    """Every rule by id, those of form first: the list a user is shown."""
    return {**form_rules(), **all_rules()}


def cases_file(entry: Entry) -> Path:
    """The file of the rule's cases: what must be found, and what must draw nothing."""
    _, _, *rooms, name = entry.rule.module.split(".")
    return Path(__file__).parent.joinpath(*rooms) / f"{name}.yml"
