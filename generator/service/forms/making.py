"""A form made from a document that was issued: the old file read, the form tried out, then written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.docx import Confined, Part, Template
from generator.drafting import Draft, Note, draft_form
from generator.editing.errors import RefusedError
from generator.errors import ConversionError, Problem, TemplateError
from generator.findings import Finding, Level
from generator.forms.checking import Known, check_form
from generator.opc import PackageError
from generator.output import write_new
from generator.records import record
from generator.resources import TEMPLATES
from generator.service.files import content
from generator.service.forms.aiming import Aim
from generator.service.forms.starting import one_aim

_SECONDS, _MEMORY = 20.0, 512 * 1024**2  # as where a form is checked


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

    Raises UsageError for a type that is not known and names that will not do, ConversionError for a document that
    cannot become a form of the type; then nothing is written.
    """
    aim = one_aim(given, target)
    try:
        draft = draft_form(content(old), aim.called, aim.template)
    except RefusedError as error:
        raise ConversionError(Problem(str(old), error.what, error.fix)) from None
    except PackageError as error:
        raise ConversionError(Problem(str(old), error.what, error.fix)) from None
    except ConversionError as error:
        raise ConversionError(Problem(str(old), one.what, one.fix) for one in error.problems) from None
    _try_out(draft, aim, old, target)
    write_new({target: draft.docx})
    return MadeForm(aim.called, target, old, tuple(draft.notes))


def _try_out(draft: Draft, aim: Aim, old: Path, target: Path) -> None:
    """Raises ConversionError where the form is not sound, or examples of the type cannot be printed with it."""
    known = Known.of([aim.fields()])
    ours = Template.load(TEMPLATES / f"{aim.template}.docx").fields()
    with TemporaryDirectory() as folder, Confined(_SECONDS, _MEMORY) as confined:
        file = Path(folder) / target.name
        file.write_bytes(draft.docx)

        def make(context: Mapping[str, Any]) -> bytes:
            return confined.render_document(Part(file, context))

        try:
            found = check_form(draft.docx, target.name, known, ours=ours, make=make).findings
        except TemplateError as error:
            raise ConversionError(Problem(str(old), one.what, one.fix) for one in error.problems) from None
    wrong = [one for one in found if one.level is Level.ERROR]
    if wrong:
        raise ConversionError(_unsound(old, one) for one in wrong)


def _unsound(old: Path, finding: Finding) -> Problem:
    what = f"chưa làm được mẫu dùng được từ tệp này: {finding.what}"
    fix = "làm mẫu bằng tay từ mẫu sẵn: vanthu template new LOẠI TỆP, rồi chép dáng vẻ của văn bản cũ sang"
    return Problem(f"{old}, {finding.place}" if finding.place else str(old), what, fix)
