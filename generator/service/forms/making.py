"""A form made from a document that was issued: the old file read, the form tried out, then written."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.drafting import Draft, Note, draft_form
from generator.editing.errors import RefusedError
from generator.errors import ConversionError, Problem
from generator.findings import Finding, Level
from generator.opc import PackageError
from generator.output import write_new
from generator.records import record
from generator.service.files import content
from generator.service.forms.aiming import Aim
from generator.service.forms.checking import FormOptions, check_forms
from generator.service.forms.starting import one_aim


class NoFormError(ConversionError):
    """The document cannot become a form that can be used."""

    heading = "Chưa làm được mẫu từ tệp này"


@record(frozen=True)
class MadeForm:
    """A form written: what it is for, where it is, what is to be said of how it was made."""

    called: str
    target: Path
    old: Path
    notes: tuple[Note, ...] = field(default_factory=tuple)

    def as_data(self) -> dict[str, Any]:
        """The report for JSON, with Vietnamese keys."""
        return {
            "mau": str(self.target),
            "loai": self.called,
            "tu_van_ban": str(self.old),
            "nhan_xet": [note.as_data() for note in self.notes],
        }


def form_from(given: str, old: Path, target: Path) -> MadeForm:
    """Write the form that the document becomes to a file that must not be there yet.

    Raises UsageError for a type that is not known and names that will not do, NoFormError for a document that
    cannot become a form of the type; then nothing is written.
    """
    aim = one_aim(given, target)
    try:
        draft = draft_form(content(old), aim.called, aim.template)
    except RefusedError as error:
        raise NoFormError(Problem(str(old), error.what, error.fix)) from None
    except PackageError as error:
        raise NoFormError(Problem(str(old), error.what, error.fix)) from None
    except ConversionError as error:
        raise NoFormError(Problem(str(old), one.what, one.fix) for one in error.problems) from None
    _try_out(draft, aim, old, target)
    write_new({target: draft.docx})
    return MadeForm(aim.called, target, old, tuple(draft.notes))


def _try_out(draft: Draft, aim: Aim, old: Path, target: Path) -> None:
    """Raises NoFormError where the form is not sound, or examples of the type cannot be printed with it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / target.name
        file.write_bytes(draft.docx)
        checked = next(check_forms([file], FormOptions(aim.called, pdf=False, decree=False)))
    if checked.problems:
        raise NoFormError(Problem(str(old), one.what, one.fix) for one in checked.problems)
    wrong = [one for one in checked.findings if one.level is Level.ERROR]
    if wrong:
        raise NoFormError(_unsound(old, one) for one in wrong)


def _unsound(old: Path, finding: Finding) -> Problem:
    what = f"chưa làm được mẫu dùng được từ tệp này: {finding.what}"
    fix = "làm mẫu bằng tay từ mẫu sẵn: vanthu template new LOẠI TỆP, rồi chép dáng vẻ của văn bản cũ sang"
    return Problem(f"{old}, {finding.place}" if finding.place else str(old), what, fix)
