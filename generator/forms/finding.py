"""The forms a dossier names, found: in its own folder ``mau``, beside its file, in the folder of ``--templates``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.errors import Problem, reason_of
from generator.filenames import same_name_key
from generator.forms.sheet import FormSheet, read_sheet
from generator.records import record
from generator.wording.nearest import did_you_mean

FORMS_FOLDER = "mau"
_SUFFIXES = (".docx", ".dotx")
_OTHERS = (".docm", ".dotm", ".doc", ".dot", ".rtf", ".odt")
_SHEETS = (".yaml", ".yml")


@record(frozen=True)
class Form:
    """A form of the agency's own: its file, the SHA-256 of its bytes, what it declares of itself."""

    path: Path
    sha256: str
    sheet: FormSheet
    declares: bool = False

    @property
    def called(self) -> str:
        """The form's file with the version it says it is, as the properties of what is made of it have it."""
        return f"{self.path.name}, phiên bản {self.sheet.version}" if self.sheet.version else self.path.name


def form_folders(dossier: Path | None, templates: Path | None) -> list[Path]:
    """Where the forms of a dossier at the path are looked for, in order."""
    own: list[Path] = []
    if dossier is not None:
        around = dossier if dossier.is_dir() else dossier.parent
        own = [around / FORMS_FOLDER, around]
    return [*own, *([templates] if templates is not None else [])]


def find_form(name: str, folders: Sequence[Path]) -> Path | None:
    """The file of the name, its capitals, the coding of its accents and ``.dotx`` for ``.docx`` forgiven; or None."""
    wanted = same_name_key(name)
    files = list(_forms(folders))
    exact = next((file for file in files if same_name_key(file.name) == wanted), None)
    stem = wanted.rpartition(".")[0]
    return exact or next((file for file in files if same_name_key(file.stem) == stem), None)


def no_form(name: str, folders: Sequence[Path], place: str) -> Problem:
    """That there is no form of the name, where it was looked for, and which is probably meant."""
    wanted = {same_name_key(name), same_name_key(name.removesuffix(".docx"))}
    stems = {same_name_key(Path(one).stem) for one in (name, name.removesuffix(".docx"))}
    other = [file for file in _files(folders, _OTHERS) if {same_name_key(file.name)} & wanted]
    other = other or [file for file in _files(folders, _OTHERS) if {same_name_key(file.stem)} & stems]
    if other:
        macros = ", loại có thể chứa macro" if other[0].suffix.lower() in (".docm", ".dotm") else ""
        what = f"mẫu «{other[0].name}» không phải tệp .docx, .dotx{macros}"
        return Problem(place, what, "mở bằng Word, lưu lại dạng Word Document (.docx)")
    names = [file.name for file in _forms(folders)]
    close = did_you_mean(name, names)
    looked = ", ".join(str(folder) for folder in folders) or "chưa có thư mục nào"
    having = (
        f"đang có: {', '.join(sorted(set(names)))}" if names else f"đặt tệp Word vào thư mục {FORMS_FOLDER} của hồ sơ"
    )
    fix = f"có phải ý bạn là «{close[0]}»?" if close else having
    return Problem(place, f"không thấy mẫu Word «{name}» (đã tìm ở: {looked})", fix)


def open_form(file: Path) -> tuple[Form | None, list[Problem]]:
    """The form in the file with what the YAML file of its name says, and everything wrong with that."""
    try:
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        return None, [Problem(str(file), f"không mở được tệp mẫu: {reason_of(error)}", "kiểm tra đường dẫn")]
    sheets = [one for one in _files([file.parent], _SHEETS) if same_name_key(one.stem) == same_name_key(file.stem)]
    if not sheets:
        return Form(file, digest, FormSheet.model_construct()), []
    sheet, problems = read_sheet(sheets[0])
    return Form(file, digest, sheet, declares=True), problems


def _forms(folders: Iterable[Path]) -> Iterator[Path]:
    return _files(folders, _SUFFIXES)


def _files(folders: Iterable[Path], suffixes: tuple[str, ...]) -> Iterator[Path]:
    for folder in folders:
        try:
            entries = sorted(folder.iterdir()) if folder.is_dir() else []
        except OSError:
            continue
        for entry in entries:
            if entry.suffix.lower() in suffixes and not entry.name.startswith((".", "~$")) and entry.is_file():
                yield entry
