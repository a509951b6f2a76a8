"""A dossier read from a folder of YAML files or from one JSON or YAML file, with all that is wrong said at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from pydantic import ValidationError

from generator.dossier.folder import read_folder
from generator.dossier.messages import problems_of
from generator.dossier.model import Dossier
from generator.dossier.references import reference_problems
from generator.dossier.source import Source
from generator.errors import DataError, Problem
from generator.faults import Code
from generator.logs import get_logger

_BLANK = b"\xef\xbb\xbf \t\r\n"  # what may stand before a value: a byte order mark, spaces
_LOG = get_logger(__name__)


@dataclass(frozen=True, slots=True)
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


def read_dossier(path: Path | str) -> Read:
    """The same as load_dossier, with what its findings need to name files and lines."""
    path = Path(path)
    source = Source()
    if path.is_dir():
        read = read_folder(path, source)
        if read is None:
            raise DataError(source.problems)
        return _built(read.data, source, tuple(read.notes))
    if not path.exists():
        problem = Problem(str(path), "không có thư mục hay tệp này", "kiểm tra lại đường dẫn", Code.UNREADABLE)
        raise DataError(problem)
    return _built(source.read(path, path.name, ()), source)


def read_dossier_bytes(raw: bytes, label: str) -> Read:
    """The dossier in the bytes of one JSON or YAML file; ``label`` is what messages call it.

    A name that ends in ``.yaml`` or ``.yml`` is YAML and one in ``.json`` is JSON; without either, what begins with a
    brace is JSON. Raises DataError with every problem found, each with its line.
    """
    source = Source()
    suffix = PurePath(label).suffix.lower()
    is_json = suffix == ".json" or (suffix not in (".yaml", ".yml") and raw.lstrip(_BLANK)[:1] in (b"{", b"["))
    return _built(source.read_bytes(raw, label, (), is_json=is_json), source)


def _built(data: Any, source: Source, notes: tuple[str, ...] = ()) -> Read:
    if data is None:
        raise DataError(source.problems)
    if not isinstance(data, dict):
        fix = "hồ sơ gồm các trường nam, co_quan, van_ban …"
        raise DataError([*source.problems, Problem(source.place(()), "không phải là hồ sơ", fix, Code.NO_DOSSIER)])
    dossier = build_dossier(data, source)
    _LOG.info("dossier opened: %d documents", len(dossier.documents))
    return Read(dossier, source, data, notes)


def build_dossier(data: dict[str, Any], source: Source | None = None) -> Dossier:
    """The dossier these values (Vietnamese keys) make up; raises DataError with every problem found."""
    source = source or Source()
    try:
        dossier = Dossier.model_validate(data)
    except ValidationError as error:
        faults = problems_of(error, Dossier, source, data)
        raise DataError([*source.problems, *map(source.problem, faults)]) from None
    problems = [*source.problems, *map(source.problem, reference_problems(dossier))]
    if problems:
        raise DataError(problems)
    return dossier
