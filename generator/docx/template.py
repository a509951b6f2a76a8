"""A Word template: compiled once, rendered with any number of contexts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path

import jinja2
from lxml import etree

from generator.docx.blocks.grid import SpanError
from generator.docx.blocks.rules import DERIVED, derived_rules
from generator.docx.compiling import failures
from generator.docx.compiling.prepared import Prepared, ready
from generator.docx.compiling.reads import Read, needed_fields
from generator.docx.compiling.size import check_size
from generator.docx.owing import said, said_beside_tags, squeezed, tagless, unprinted
from generator.docx.rendering.breaking import part_paragraphs
from generator.docx.rendering.current import RENDERING, Rendering, did_you_mean, spoken_of
from generator.docx.rendering.grids import MARKED, fit_grids
from generator.docx.rendering.rows import put_rows_back, set_rows_aside
from generator.docx.rendering.tidy import mended_styles, tidy
from generator.docx.sandbox import begin_rendering, gathered, use_wording
from generator.docx.unprinted import draws_rows, unprinted_blocks
from generator.docx.word.ids import number_anew
from generator.docx.word.importing import SubDocument
from generator.docx.word.ooxml import parse, serialize, w
from generator.docx.word.package import CORE_PROPERTIES, DOCUMENT, STYLES, WML_TYPE, Package
from generator.docx.word.sections import body_of, last_section, stretch_frames, text_width, turn
from generator.docx.word.styles import Styles
from generator.docx.word.subdocuments import insert_documents
from generator.errors import Problem, TemplateError
from generator.logs import get_logger
from generator.opc import MAX_FILE
from generator.records import record
from generator.values import Owed
from generator.wording.settings import DEFAULT

_LOG = get_logger(__name__)
_MARKS = (b"{{", b"{%")
_CLEAN = "bỏ ký tự lạ, xuống dòng trong các giá trị mà thẻ colspan, cellbg đọc"
_RIGHT = "sửa biểu thức của thẻ, hoặc sửa dữ liệu nó đọc"
_MISPLACED = "tệp Word hỏng, các phần không đặt đúng chỗ của nó"
_TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_LABELS = {
    f"{WML_TYPE}.header+xml": "đầu trang",
    f"{WML_TYPE}.footer+xml": "chân trang",
    f"{WML_TYPE}.footnotes+xml": "cước chú",
    f"{WML_TYPE}.endnotes+xml": "chú thích cuối",
}


@record(frozen=True)
class Rendered:
    """A document made from a template: its tree, the package whose other parts are final, whether it is ours."""

    document: etree._Element
    package: Package
    styles: Styles
    ours: bool = True


@record(frozen=True)
class _Filled:
    package: Package
    styles: Styles
    text: str
    documents: Sequence[SubDocument]


class Template:
    """A compiled template; ``load`` and ``compile`` keep what they compiled, by the file's bytes.

    ``parts`` are those with tags and the main one, by name. One that ``is_partial`` need not print every block.
    """

    is_partial = False

    def __init__(self, data: bytes, file: str, filters: Mapping[str, Callable[..., object]] | None = None) -> None:
        self.file = file
        self._package = Package.read(data, file)
        if self._package.content_type(DOCUMENT) == _TEMPLATE_TYPE:  # a .dotx: what is made of it is a document
            self._package.add(DOCUMENT, self._package.parts[DOCUMENT], _DOCUMENT_TYPE)
        check_size(self._package.parts, file)
        known = ready(data, file)
        self.ours = known is not None
        self._styles = Styles.read(self._package.parts[STYLES], file, borrows=not self.ours)
        self.parts: dict[str, Prepared] = known or {}
        problems: list[Problem] = []
        for name, label in text_parts(self._package):
            try:
                root = parse(self._package.parts[name])
                if name == DOCUMENT:
                    self._section = last_section(root)
                    self.text_width()
                    # No value brings in a style that is mended: only those the template names need looking for.
                    named = {item.get(w("val")) for item in root.iter(w("pStyle"))}
                    self._mended = [style for style in mended_styles(self._styles) if style in named]
            except (ValueError, OverflowError) as exc:
                problems.append(
                    Problem(f"{file}, {label}", f"tệp Word hỏng: {failures.damage(exc)}", "mở bằng Word rồi lưu lại")
                )
                continue
            if known is not None:
                continue
            from generator.docx.compiling.prepare import (
                prepare,  # here: importing docxtpl takes longer than rendering a document
            )

            prepared, wrong = prepare(root, label, filters)
            problems += [
                Problem(f"{file}, {problem.place}", problem.what, problem.fix, problem.code) for problem in wrong
            ]
            if prepared is not None and (prepared.lines or name == DOCUMENT):
                self.parts[name] = prepared
        if known is None and any(mark in self._package.parts.get(CORE_PROPERTIES, b"") for mark in _MARKS):
            from generator.docx.compiling.core_properties import prepare_properties

            said, wrong = prepare_properties(self._package.parts[CORE_PROPERTIES], filters)
            problems += [
                Problem(f"{file}, {problem.place}", problem.what, problem.fix, problem.code) for problem in wrong
            ]
            if said is not None:
                self.parts[CORE_PROPERTIES] = said
        if problems:
            raise TemplateError(problems)
        _LOG.debug("template compiled: %s", file)

    @classmethod
    def load(cls, path: Path) -> Template:
        """The template in the file; one that is missing or wrong raises TemplateError with every problem."""
        try:
            with path.open("rb") as stream:
                # One byte too many is refused where it is opened. Room for all that is asked for is set aside at once.
                data = stream.read(min(os.fstat(stream.fileno()).st_size, MAX_FILE) + 1)
        except OSError as exc:
            raise TemplateError(Problem(str(path), "không mở được tệp mẫu", "kiểm tra đường dẫn")) from exc
        return cls.compile(data, path.name)

    @classmethod
    def compile(cls, data: bytes, file: str = "mẫu") -> Template:
        """The template in the bytes; ``file`` is its name in messages."""
        return _compiled(data, file)

    def reads(self) -> list[Read]:
        """Every place of the template that reads a field, part by part."""
        return [read for part in self.parts.values() for read in part.reads]

    def fields(self) -> list[str]:
        """The fields the template reads as sorted dotted paths, a list's items as ``[]``: ``noi_dung[].kieu``."""
        return [path for path in needed_fields(self.reads()) if path not in DERIVED]

    def text_width(self, *, landscape: bool = False) -> int:
        """The width of the text in twips."""
        return text_width(self._section, landscape=landscape)

    def render(
        self,
        context: Mapping[str, object],
        reach: Mapping[str, object] | None = None,
        *,
        links: Mapping[str, str] | None = None,
    ) -> bytes:
        """The document as DOCX bytes; data that does not fit the template raises TemplateError with every problem.

        ``reach`` is what the template may read besides the context: only what it names is looked up. ``links`` are
        addresses by the keys that rich text names them with.
        """
        filled = self._fill(context, self.text_width(), reach, links or {})
        text, aside = filled.text, list[str]()
        if not any(tag.in_properties for tag in self.parts[DOCUMENT].lines):
            text, aside = set_rows_aside(text, self._mended)
        with self._well_formed():
            document = parse(text)
            self._finish(document, filled, self.text_width())
            number_anew(document)
            filled.package.parts[DOCUMENT] = put_rows_back(serialize(document), aside)
        return filled.package.to_bytes()

    def render_tree(
        self,
        context: Mapping[str, object],
        *,
        landscape: bool = False,
        reach: Mapping[str, object] | None = None,
        owed: Sequence[Owed] = (),
    ) -> Rendered:
        """The document before it is packed, its pages turned when ``landscape``; ``owed`` is what it must print."""
        width = self.text_width(landscape=landscape)
        filled = self._fill(context, width, reach, {}, owed)
        with self._well_formed():
            document = parse(filled.text)
            styles = self._finish(document, filled, width)
            if landscape:
                turn(document)
                stretch_frames(document, styles, width / self.text_width())
        return Rendered(document, filled.package, styles, self.ours)

    def blank(self) -> Rendered:
        """A document of the template with nothing on its pages."""
        document = parse(self._package.parts[DOCUMENT])
        body_of(document)[:] = [last_section(document)]
        return Rendered(document, self._package.copy(), self._styles, self.ours)

    def _finish(self, document: etree._Element, filled: _Filled, width: int) -> Styles:
        """The styles of the main part, which is mended and given what values put into it."""
        if 'w:type="pa' in filled.text:
            part_paragraphs(document)
        if MARKED in filled.text:
            fit_grids(document)
        styles = insert_documents(document, DOCUMENT, filled.package, filled.styles, filled.documents)
        tidy(document, styles, width)
        styles = styles.with_borrowed(document)
        if styles is not self._styles:
            filled.package.parts[STYLES] = serialize(styles.root)
        return styles

    def _fill(
        self,
        context: Mapping[str, object],
        width: int,
        reach: Mapping[str, object] | None,
        links: Mapping[str, str],
        owed: Sequence[Owed] = (),
    ) -> _Filled:
        """Every part but the main one filled, and the text of that."""
        if reach is not None:
            named = {read.field for read in self.reads()}
            named |= {source for name, (source, *_) in DERIVED.items() if name in named}
            context = {**{name: reach[name] for name in named if name not in context and name in reach}, **context}
        context = {**derived_rules(context), **context}
        names = tuple(dict.fromkeys((*context, *(reach or ()))))
        rendering = Rendering(self.file, self._styles, width, names, links=links)
        self._report_missing(rendering, context)
        begin_rendering()
        use_wording(getattr(reach, "wording", DEFAULT))
        token = RENDERING.set(rendering)
        try:
            texts = {name: self._render_part(name, part, rendering, context) for name, part in self.parts.items()}
        finally:
            RENDERING.reset(token)
        if owed and not rendering.problems and not self.reads():
            raise TemplateError(tagless(self.file))
        if not self.is_partial:
            drawn = any(map(draws_rows, self.reads()))
            rendering.problems |= dict.fromkeys(unprinted_blocks(rendering, context, texts.values(), drawn=drawn))
        if owed:
            made = squeezed("".join(map(said, texts.values())))
            numbered = b"<w:numPr" in self._package.parts[DOCUMENT] or bool(rendering.problems)
            due = [one for one in owed if not (one.counts and numbered)]
            rendering.problems |= dict.fromkeys(unprinted(self.file, due, self.reads(), self._own_words, made))
        if rendering.problems:
            raise TemplateError(rendering.problems)
        package, styles = self._package.copy(), self._styles
        rendering.media.put_into(package)
        main = texts.pop(DOCUMENT)
        with self._well_formed():
            for name, text in texts.items():
                root = parse(text)
                part_paragraphs(root)
                fit_grids(root)
                styles = insert_documents(root, name, package, styles, rendering.documents)
                styles = styles.with_borrowed(root)
                package.parts[name] = serialize(root)
        return _Filled(package, styles, main, rendering.documents)

    @contextmanager
    def _well_formed(self) -> Iterator[None]:
        try:
            yield
        except ValueError as exc:
            # Tags in cell properties (colspan, cellbg) are the one place a value meets markup.
            raise TemplateError(
                Problem(self.file, f"giá trị làm hỏng tệp Word: {failures.damage(exc)}", _CLEAN)
            ) from exc
        except (LookupError, StopIteration, OverflowError, ZeroDivisionError) as exc:
            raise TemplateError(Problem(self.file, _MISPLACED, "mở bằng Word rồi lưu lại dạng .docx")) from exc

    @cached_property
    def _own_words(self) -> str:
        """What the template says beside its tags, squeezed."""
        return "".join(said_beside_tags(self._package.parts[name].decode()) for name, _ in text_parts(self._package))

    def _report_missing(self, rendering: Rendering, context: Mapping[str, object]) -> None:
        # Before rendering, so that a field in a branch not taken this time is found too.
        for part in self.parts.values():
            asked = {read.field for read in part.reads if read.asked}
            rendering.lines = part.lines
            for read in part.reads:
                if read.field not in context and read.field not in asked and not read.loose:
                    fix = did_you_mean(read.field, rendering.names)
                    tag = rendering.tag_of_line(read.line)
                    rendering.report(f"không có trường “{read.field}”", fix, tag)

    @staticmethod
    def _render_part(name: str, part: Prepared, rendering: Rendering, context: Mapping[str, object]) -> str:
        rendering.lines, rendering.media.part = part.lines, name
        rendering.source_line = part.template.get_corresponding_lineno
        try:
            return gathered(part.template.generate(context))
        except (TemplateError, SpanError):
            raise
        except Exception as exc:  # whatever an expression does wrong, its author needs the tag's place
            line, data = _failed_at(exc)
            what = f"không tính được giá trị: {failures.computing(exc)}{data}"
            rendering.report(what, _RIGHT, rendering.tag_of_line(line))
            raise TemplateError(rendering.problems) from exc


@lru_cache(maxsize=64)
def _compiled(data: bytes, file: str) -> Template:
    try:
        return Template(data, file)
    except RecursionError as exc:
        what, fix = "có biểu thức lồng nhau quá sâu", "tách biểu thức dài thành nhiều thẻ set"
        raise TemplateError(Problem(file, what, fix)) from exc
    except (ValueError, LookupError, StopIteration, OverflowError, jinja2.TemplateError) as exc:
        # Runs outside paragraphs, rows outside tables: what no program writes, and no code here should expect.
        raise TemplateError(Problem(file, _MISPLACED, "mở bằng Word rồi lưu lại dạng .docx")) from exc


def text_parts(package: Package) -> Iterable[tuple[str, str]]:
    """The parts of a form that are filled in, by name, with what its author calls each; the main one first."""
    yield DOCUMENT, "thân văn bản"
    for name in package.parts:
        label = _LABELS.get(package.content_type(name)) if name.endswith(".xml") else None
        if label:
            yield name, label


def _failed_at(exc: BaseException) -> tuple[int, str]:
    """The line of the source at which an expression failed, and which data were gone through there."""
    line, data, trace = 0, "", exc.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line, data = trace.tb_lineno, spoken_of(trace.tb_frame)
        trace = trace.tb_next
    return line, data
