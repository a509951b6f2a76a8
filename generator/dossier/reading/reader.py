"""A dossier read from a folder of YAML files or from one JSON or YAML file, with all that is wrong said at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path, PurePath
from typing import Any

from pydantic_core import ValidationError

from generator.dossier.checking.references import reference_problems
from generator.dossier.documents.document import Document
from generator.dossier.model import Dossier
from generator.dossier.reading.asked import leave_out
from generator.dossier.reading.folder import read_folder
from generator.errors import DataError, Problem
from generator.faults import Code, Fault
from generator.logs import get_logger
from generator.records import record
from generator.typed.source import Source

_BLANK = b"\xef\xbb\xbf \t\r\n"  # what may stand before a value: a byte order mark, spaces
_LOG = get_logger(__name__)


@record(frozen=True)
class Read:
    """A dossier with the lines its values stand on, the values as typed, and notes on what was not read."""

    dossier: Dossier
    source: Source
    data: dict[str, Any]
    notes: tuple[str, ...] = ()


def load_dossier(path: Path | str) -> Dossier:
    """The dossier in the folder, or in the one JSON or YAML file.

    Raises DataError with every problem found, each with its file and line.
    """
    return read_dossier(path).dossier


def read_dossier(path: Path | str, only: Collection[str] = ()) -> Read:
    """The same as load_dossier, with what its findings need to name files and lines.

    With ``only``, documents of other names that alone are wrong are left out, which the notes say.
    """
    path = Path(path)
    source = Source()
    if path.is_dir():
        read = read_folder(path, source, only)
        if read is None:
            raise DataError(source.problems)
        return _built(read.data, source, path.resolve().name, read.notes, only)
    if not path.exists():
        problem = Problem(str(path), "không có thư mục hay tệp này", "kiểm tra lại đường dẫn", Code.UNREADABLE)
        raise DataError(problem)
    return _built(source.read(path, path.name, ()), source, path.name, only=only)


def read_dossier_bytes(raw: bytes, label: str, only: Collection[str] = (), source: Source | None = None) -> Read:
    """The dossier in the bytes of one JSON or YAML file; ``label`` is what messages call it.

    ``source`` tells where values stand, and words what is wrong; without one, by the lines of the file. A name that
    ends in ``.yaml`` or ``.yml`` is YAML and one in ``.json`` is JSON; without either, what begins with a brace is
    JSON. Raises DataError with every problem found, each with its line.
    """
    source = source or Source()
    suffix = PurePath(label).suffix.lower()
    is_json = suffix == ".json" or (suffix not in (".yaml", ".yml") and raw.lstrip(_BLANK)[:1] in (b"{", b"["))
    return _built(source.read_bytes(raw, label, (), is_json=is_json), source, label, only=only)


def _built(data: Any, source: Source, name: str, notes: Sequence[str] = (), only: Collection[str] = ()) -> Read:
    if data is None:
        raise DataError(source.problems)
    if not isinstance(data, dict):
        fix = "hồ sơ gồm các trường nam, co_quan, van_ban …"
        raise DataError([*source.problems, Problem(source.place(()), "không phải là hồ sơ", fix, Code.NO_DOSSIER)])
    told = list(notes)
    dossier = build_dossier(data, source, only=only, notes=told)
    _LOG.info("dossier opened: %s, %d documents", name, len(dossier.documents))
    return Read(dossier, source, data, tuple(told))


def build_dossier(
    data: dict[str, Any], source: Source | None = None, *, only: Collection[str] = (), notes: list[str] | None = None
) -> Dossier:
    """The dossier these values (Vietnamese keys) make up; raises DataError with every problem found.

    With ``only``, documents of other names are taken out of ``data`` where nothing but they are wrong, and named in
    ``notes``.
    """
    source = source or Source()
    dossier, faults = _checked(data, source)
    left = leave_out(data, source, faults, only)
    if left:
        told = f"văn bản đang có lỗi, không cần cho lần này nên bỏ qua: {', '.join(left)}"
        (notes if notes is not None else []).append(told)
        dossier, faults = _checked(data, source)
    problems = [*source.problems, *map(source.problem, faults)]
    if problems or dossier is None:
        raise DataError(problems)
    return dossier


def with_document(sound: Dossier, index: int, values: Any) -> Dossier | None:
    """The sound dossier with the values as its document of that number; None where anything is wrong then."""
    try:
        document = Document.model_validate(values)
    except ValidationError:
        return None
    documents = (*sound.documents[:index], document, *sound.documents[index + 1 :])
    made = sound.model_copy(update={"documents": documents})
    return made if next(reference_problems(made, sound), None) is None else None


def _checked(data: dict[str, Any], source: Source) -> tuple[Dossier | None, list[Fault]]:
    """The dossier, None where its values are not sound; and what is wrong."""
    try:
        dossier = Dossier.model_validate(data)
    except ValidationError as error:
        from generator.dossier.checking.readable import readable_problems  # here, as below: few dossiers are wrong
        from generator.typed.messages import problems_of

        return None, [*problems_of(error, Dossier, source, data), *readable_problems(data, source.unread)]
    if source.unread:  # what stands in a file that cannot be read would be missed everywhere
        from generator.dossier.checking.readable import problems_without

        return dossier, list(problems_without(reference_problems(dossier), data, source.unread))
    return dossier, list(reference_problems(dossier))
