"""Codes of the dossier in the words of a workbook: choices with their diacritics, files as sheets, keys as headings."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel

from generator.dossier.model import Dossier
from generator.errors import Problem
from generator.wording.characters import fold
from generator.workbook.columns import item_model_of, model_of
from generator.workbook.layout import BODY, tables

# A label is its code with diacritics and spaces, so that either is understood.
_LABELS = (
    "người đứng đầu", "cấp phó", "đơn vị", "tập thể", "trái", "giữa", "phải", "đều", "khoản", "bảng", "theo mục tiêu",
    "cuộc họp", "hội nghị", "hội thảo",
)  # fmt: skip
_BY_FOLD = {fold(label): label for label in _LABELS}
SHEET_OF_FILE = {
    "co-quan": "Cơ quan",
    "muc-tieu": "Mục tiêu",
    "ke-hoach": "Kế hoạch",
    "ket-qua": "Kết quả",
    "can-cu": "Căn cứ riêng",
}
"""The sheet that holds what a file of a dossier folder holds."""

_FILE = re.compile(rf"\b({'|'.join(SHEET_OF_FILE)})\.yaml")
_KEY = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
_MISSING, _MISSING_OR_EMPTY = re.compile("thiếu «([^»]+)»"), re.compile("(?:thiếu )?«([^»]+)»(?: đang để trống)?")
_SHEET = re.compile(r"Sheet ([^,]+)")
_KEY_IN_BRACKETS = re.compile(r"(?<=») \([a-z_]+\)")
_PHRASES = (
    ("người trong co-quan.yaml", "người trong sheet Người ký"),
    ("danh sách hai dòng, ví dụ: [Ủy ban nhân dân, xã Thượng Lộ]", "hai dòng: Ủy ban nhân dân / xã Thượng Lộ"),
    ("nhiều nơi thì ghi danh sách", "nhiều nơi thì mỗi nơi một dòng"),
    ("nhiều thì ghi danh sách", "mỗi người, mỗi nơi một dòng"),
    ("có cap: ", "có cấp: "),
)
_FIXES = {
    "thêm dòng này vào": "điền ô này",
    "mỗi mục một dòng, bắt đầu bằng «- »": "mỗi mục một dòng trong ô (Alt+Enter)",
    'ô trống ghi ""': "điền đủ ô, hoặc ghi «Số ô»",
}


def label_of(code: str) -> str:
    """The choice as a workbook shows it."""
    return _BY_FOLD.get(fold(code), code)


def code_of(typed: str, choices: tuple[str, ...]) -> str:
    """The choice meant; what is none of them stays as typed."""
    if typed in choices:  # «hòa» and «hoà» are two choices, and one when folded
        return typed
    return next((choice for choice in choices if fold(choice) == fold(typed)), typed)


def in_sheet_words(text: str, sheet: str = "") -> str:
    """The text with sheets instead of files, and headings and choices instead of keys and codes.

    A key that means several things means what it does on the ``sheet`` the text is about.
    """
    for file_words, sheet_words in _PHRASES:
        text = text.replace(file_words, sheet_words)
    text = _FILE.sub(lambda match: f"sheet {SHEET_OF_FILE[match[1]]}", text)
    headings = _headings(sheet)

    def word(match: re.Match[str]) -> str:
        label = _BY_FOLD.get(fold(match[0]))
        title = headings.get(match[0]) or _titles().get(match[0])
        return label or (f"«{title}»" if title else match[0])

    return _KEY.sub(word, text)


@cache
def _headings(sheet: str) -> dict[str, str]:
    return {
        column.path[-1]: column.heading
        for table in tables()
        if table.sheet == sheet
        for column in table.columns
        if column.path
    }


def problem_in_sheet_words(problem: Problem) -> Problem:
    """The problem of a dossier as one who fills a workbook understands it."""
    named = _SHEET.match(problem.place)
    sheet = named[1] if named else ""
    what = in_sheet_words(_KEY_IN_BRACKETS.sub("", problem.what), sheet)
    fix = problem.fix
    for old, new in _FIXES.items():
        fix, what = fix.replace(old, new), what.replace(old, new)
    missing = (_MISSING if ", ô " in problem.place else _MISSING_OR_EMPTY).fullmatch(what)
    if missing and missing[1] in (BODY, *(table.sheet for table in tables())):
        fix = f"thêm dòng vào sheet «{missing[1]}»"
    return Problem(problem.place, what, in_sheet_words(fix, sheet))


@cache
def _titles() -> dict[str, str]:
    """The titles of all keys that have only one."""
    found: dict[str, set[str]] = {}
    models: list[type[BaseModel]] = [Dossier]
    seen: set[type[BaseModel]] = set()
    while models:
        model = models.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, field in model.model_fields.items():
            found.setdefault(field.alias or name, set()).add(field.title or name)
            models += [inner for inner in (model_of(field.annotation), item_model_of(field.annotation)) if inner]
    return {key: next(iter(titles)) for key, titles in found.items() if len(titles) == 1}
