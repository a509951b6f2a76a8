"""A clean form to begin from: our own template of the type, in a file of the user's."""

from __future__ import annotations

from pathlib import Path

from generator.errors import Problem, UsageError
from generator.law.types import OTHER
from generator.output import write_new
from generator.resources import TEMPLATES
from generator.service.forms.aiming import Aim, aims


def new_form(given: str, target: Path) -> str:
    """Write the form of the type to a file that must not be there yet; what the type is called.

    Raises UsageError for a type that is not known, a name that is no Word file's, a file that is there.
    """
    aim = one_aim(given, target)
    write_new({target: (TEMPLATES / f"{aim.template}.docx").read_bytes()})
    return aim.called


def one_aim(given: str, target: Path) -> Aim:
    """The one kind of document a form in the file is for.

    Raises UsageError for a type that is not known, several, a name that is no Word file's, a file that is there.
    """
    if target.suffix.lower() != ".docx":
        fix = f"ghi: {target.with_suffix('.docx')}"
        raise UsageError(Problem(str(target), "tên tệp phải có đuôi .docx", fix))
    kinds = aims(given)
    if len(kinds) > 1:
        listed = ", ".join(kind.called for kind in kinds)
        raise UsageError(Problem(given, "hồ sơ có nhiều loại văn bản", f"ghi một loại: {listed}"))
    if kinds[0].called == OTHER:
        fix = "bắt đầu từ loại gần nhất, ví dụ: vanthu template new «phiếu gửi» …"
        raise UsageError(Problem(given, "loại này không có mẫu của Nghị định 30 để bắt đầu", fix))
    return kinds[0]
