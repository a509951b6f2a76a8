"""One value of the dossier as one cell, and back."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import yaml

from generator.faults import Code, Fault
from generator.workbook.sheets.columns import Column, Kind
from generator.workbook.sheets.words import code_of, label_of

Written = str | int | float | date | None
EMPTY = "(không có)"  # a list that is there and holds nothing
_DIGITS = 15  # that a spreadsheet keeps of a number
_MAX_DEPTH = 50
_TICKS = frozenset("x✓✔☑")  # how a cell of a form is ticked


def to_cell(value: Any, column: Column) -> Written:
    """The value (as JSON has it) as a cell of the column holds it."""
    if value is None:
        return None
    if column.kind is Kind.FLAG:
        return "có" if value else "không"
    if column.kind is Kind.CHOICE:
        return label_of(str(value))
    if column.kind is Kind.DAY:
        return date.fromisoformat(value)
    if column.kind is Kind.MOMENT:
        return f"{datetime.fromisoformat(value):%H:%M %d/%m/%Y}"
    if column.kind is Kind.LINES:
        return lines_to_text(value)
    if column.kind is Kind.DATA:
        return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=120)
    if column.kind in (Kind.WHOLE, Kind.NUMBER, Kind.FIGURE):
        return _number(value)
    return str(value)


def _number(value: Any) -> str | int | float:
    if isinstance(value, float):
        return value
    try:
        exact = Decimal(str(value).replace(",", "."))
    except InvalidOperation:
        return str(value)
    if len(exact.as_tuple().digits) > _DIGITS:
        return str(value)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def from_text(text: str, column: Column) -> Any:
    """The value a cell's text stands for, as a dossier file would hold it; raises Fault for broken data."""
    if column.kind is Kind.LINES:
        return text_to_lines(text)
    if column.kind is Kind.CHOICE:
        return code_of(text.strip(), column.choices)
    if column.kind is Kind.DATA:
        return _data(text)
    if column.kind is Kind.NUMBER:
        return text.strip().replace(",", ".")
    if column.kind is Kind.FLAG and text.strip().lower() in _TICKS:
        return "có"
    return text if column.kind is Kind.TEXT else text.strip()


def lines_to_text(items: list[str]) -> str:
    """The items on a line each; as a JSON list where that would be read otherwise."""
    if not items:
        return EMPTY
    text = "\n".join(items)
    return text if text_to_lines(text) == items else json.dumps(items, ensure_ascii=False)


def text_to_lines(text: str) -> list[str]:
    """The items of a cell: its lines, or those of the JSON list it is."""
    if text.strip() == EMPTY:
        return []
    listed = _listed(text)
    return listed if listed is not None else [line for line in text.splitlines() if line.strip()]


def one_to_text(item: str) -> str:
    """One item of a list that has a row each; as a JSON list where it would be read otherwise."""
    return json.dumps([item], ensure_ascii=False) if text_to_items(item) != [item] else item


def text_to_items(text: str) -> list[str]:
    """The items a row of such a list stands for: one, or none."""
    if text.strip() == EMPTY:
        return []
    listed = _listed(text)
    return listed if listed is not None else [text]


def _listed(text: str) -> list[str] | None:
    if text.startswith('["') and text.endswith('"]'):
        try:
            items = json.loads(text)
        except json.JSONDecodeError:
            return None
        if isinstance(items, list) and all(isinstance(item, str) for item in items):
            return items
    return None


def _data(text: str) -> Any:
    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent) or depth > _MAX_DEPTH:
                what = "dữ liệu lồng nhau quá sâu hoặc gọi lại chính nó"
                raise Fault(Code.TOO_DEEP, what, "viết lại đơn giản hơn")
        return yaml.load(text, Loader=yaml.BaseLoader)  # makes nothing but text, lists and mappings
    except yaml.YAMLError:
        raise Fault(Code.BAD_YAML, "sai cú pháp YAML", "viết như trong thư mục hồ sơ, hoặc để trống") from None
