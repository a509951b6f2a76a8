"""The Jinja environment of the templates: sandboxed, strict, and escaping whatever it prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
from generator.docx.values.images import image_xml
from generator.docx.values.markup import Kind, kind_of, listing_of, paragraphs_of, runs_of
from generator.docx.word.subdocuments import stand_in
from generator.docx.word.text import OPEN_TEXT, Xml, breaking_text_xml, is_special, runs_xml
from generator.values import Texts, is_emphasised


def new_environment(filters: Mapping[str, Callable[..., object]] | None = None) -> BoundedEnvironment:
    """An environment whose every value goes through this module's escaping, with a program's own filters."""
    # Jinja's own autoescape knows HTML, and lets Markup through; ``finalize`` meets every value and knows better.
    environment = BoundedEnvironment(
        autoescape=False, undefined=Missing, finalize=print_in_text, keep_trailing_newline=True
    )
    environment.filters.update(filters or {})
    environment.filters.update({"_r": _print_runs, "_p": _print_block, "_one_line": _print_line})
    return environment


@pass_context  # which keeps Jinja from printing constants when it compiles, before a rendering is under way
def print_in_text(_: Context, value: object) -> str:
    """What ``{{ … }}`` prints of the value, as the inside of a ``w:t``."""
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
    if isinstance(value, Texts):
        RENDERING.get().printed.update(map(id, value))
        if is_emphasised(value):
            return print_in_text(_, value.rich())
    kind = kind_of(value)
    return _text(as_text(value)) if kind is None else _special_in_text(value, kind)


def _special_in_text(value: object, kind: Kind) -> str:
    if kind == "listing":
        return _text(listing_of(value))
    if kind == "picture":
        return _picture(value, "</w:t>{}" + OPEN_TEXT)
    tag = "{{r … }}" if kind == "runs" else "{{p … }}"
    RENDERING.get().report("giá trị này không in trong chữ được", f"viết {tag} thay cho {{{{ … }}}}")
    return ""


def _print_runs(value: object, properties: str) -> Xml:
    rendering = RENDERING.get()
    if isinstance(value, Texts):
        rendering.printed.update(map(id, value))
        value = value.rich()
    if isinstance(value, Rich):
        rendering.printed.add(id(value))
    kind = None if isinstance(value, str | Rich) else kind_of(value)
    if kind == "picture":
        return _picture(value, f"<w:r>{properties}{{}}</w:r>")
    if kind == "listing":
        value, kind = listing_of(value), None
    try:
        if kind == "runs":
            return runs_of(value, _link)
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
        key, number = rendering.media.picture(value.png)
        return picture_xml(value, key, number, width, rendering.styles)
    if isinstance(value, Table):
        rendering.printed.add(id(value))
        try:
            return table_xml(value, width, rendering.styles)
        except SpanError:
            raise
        except ValueError as exc:
            rendering.report(str(exc), "xóa ký tự này trong dữ liệu")
            return Xml()
    kind = kind_of(value)
    if kind == "document":
        rendering.documents.append(value.sub_document())  # type: ignore[attr-defined]  # docxtpl's own is wrapped
        return Xml(stand_in(len(rendering.documents)))
    if kind is not None:
        return _special_block(value, kind)
    if not isinstance(value, Undefined):
        rendering.report("giá trị không phải là bảng", "dùng {{ … }} hoặc {{r … }} để in chữ")
        return Xml()
    return Xml(str(value))


def _print_line(value: object) -> Xml:
    return Xml(_text(" ".join(str(value if isinstance(value, Rich) else as_text(value)).split())))


def _special_block(value: object, kind: Kind) -> Xml:
    try:
        if kind == "paragraphs":
            return paragraphs_of(value, _link)
        if kind == "runs":
            return Xml(f"<w:p>{runs_of(value, _link)}</w:p>")
    except ValueError as exc:
        RENDERING.get().report(str(exc), "tạo lại giá trị này")
        return Xml()
    if kind == "picture":
        return _picture(value, "<w:p><w:r>{}</w:r></w:p>")
    return Xml(f"<w:p><w:r>{OPEN_TEXT}{_text(listing_of(value))}</w:t></w:r></w:p>")


def _picture(value: object, around: str) -> Xml:
    rendering = RENDERING.get()
    try:
        return Xml(around.format(image_xml(value, rendering.media)))
    except ValueError as exc:
        rendering.report(str(exc), "dùng tệp hình PNG, JPEG, GIF, BMP hoặc TIFF")
        return Xml()


def _link(key: str) -> str:
    """The key, in the part printed now, of the address that rich text names by another key."""
    rendering = RENDERING.get()
    if key not in rendering.links:
        raise ValueError("liên kết trong chữ có định dạng không có địa chỉ")
    return rendering.media.link(rendering.links[key])


def _text(value: str) -> str:
    try:
        return breaking_text_xml(value)
    except ValueError as exc:
        RENDERING.get().report(str(exc), "xóa ký tự này trong dữ liệu")
        return Xml()
