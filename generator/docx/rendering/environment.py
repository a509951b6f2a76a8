"""The Jinja environment of the templates: sandboxed, strict, and escaping whatever it prints."""

from __future__ import annotations

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context

from generator.content import Picture, Rich, Table
from generator.docx.blocks.grid import SpanError
from generator.docx.blocks.pictures import picture_xml
from generator.docx.blocks.rules import Rule
from generator.docx.blocks.tables import table_xml
from generator.docx.rendering.current import RENDERING
from generator.docx.rendering.missing import Missing
from generator.docx.rendering.plain import as_text
from generator.docx.sandbox import BoundedEnvironment
from generator.docx.word.text import Xml, is_special, runs_xml, text_xml
from generator.values import Texts, is_emphasised


def new_environment() -> BoundedEnvironment:
    """An environment whose every value goes through this module's escaping."""
    # Jinja's own autoescape knows HTML, and lets Markup through; ``finalize`` meets every value and knows better.
    environment = BoundedEnvironment(
        autoescape=False, undefined=Missing, finalize=_print_in_text, keep_trailing_newline=True
    )
    environment.filters.update({"_r": _print_runs, "_p": _print_block})
    return environment


@pass_context  # which keeps Jinja from printing constants when it compiles, before a rendering is under way
def _print_in_text(_: Context, value: object) -> str:
    if type(value) is str:
        return _text(value) if is_special(value) else value
    if isinstance(value, Xml):
        return value
    if isinstance(value, Rich):
        rendering = RENDERING.get()
        rendering.printed.add(id(value))
        if any(span.bold or span.italic for span in value):
            what = f"giá trị có chữ đậm hoặc nghiêng, in ở đây sẽ mất{rendering.data()}"
            rendering.report(what, "viết {{r … }} thay cho {{ … }}")
        return _text(str(value))
    if isinstance(value, Texts) and is_emphasised(value):
        return _print_in_text(_, value.rich())
    return _text(as_text(value))


def _print_runs(value: object, properties: str) -> Xml:
    rendering = RENDERING.get()
    if isinstance(value, Texts):
        value = value.rich()
    if isinstance(value, Rich):
        rendering.printed.add(id(value))
    try:
        return runs_xml(value if isinstance(value, Rich) else as_text(value), properties)
    except ValueError as exc:
        rendering.report(str(exc), "xóa ký tự này trong dữ liệu")
        return Xml()


def _print_block(value: object, width: int | None) -> Xml:
    rendering = RENDERING.get()
    width = rendering.width if width is None else width
    if isinstance(value, Rule):
        return value.xml(width, rendering.styles)
    if isinstance(value, Picture):
        rendering.printed.add(id(value))
        rendering.pictures.append(value.png)
        return picture_xml(value, len(rendering.pictures), width, rendering.styles)
    if isinstance(value, Table):
        rendering.printed.add(id(value))
        try:
            return table_xml(value, width, rendering.styles)
        except SpanError:
            raise
        except ValueError as exc:
            rendering.report(str(exc), "xóa ký tự này trong dữ liệu")
            return Xml()
    if not isinstance(value, Undefined):
        rendering.report("giá trị không phải là bảng", "dùng {{ … }} hoặc {{r … }} để in chữ")
        return Xml()
    return Xml(str(value))


def _text(value: str) -> str:
    try:
        return text_xml(value)
    except ValueError as exc:
        RENDERING.get().report(str(exc), "xóa ký tự này trong dữ liệu")
        return Xml()
