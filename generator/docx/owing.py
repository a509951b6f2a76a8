"""What a document owes and its template does not print: the one judgement of it, before a rendering and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.docx.compiling import wrongs
from generator.docx.compiling.reads import Read
from generator.docx.compiling.tags import TAG
from generator.docx.word.ooxml import unescaped
from generator.errors import Problem
from generator.patterns import late
from generator.values import Owed

_LONGEST = 60  # characters quoted of what would be lost
_HAS, _LACKS = "văn bản có ", " mà mẫu không in"
_TEXT = late(r"<(?:\w+:)?t(?: [^>]*)?>([^<]*)<")
_ENDS = "-–+.;,:"  # what a form may put around a line, or leave out


def lost(owed: Iterable[Owed], reads: Iterable[Read], own: str, made: str | None = None) -> Iterator[tuple[Owed, str]]:
    """What of all that is owed is printed nowhere, each with its first text that is not there.

    ``reads`` are what the template reads, ``own`` is what it says itself beside its tags, ``made`` what was printed:
    None where that is not known yet. Both texts are ``squeezed``.
    """
    known = list(reads)
    for one in owed:
        missing = [text for text in one.texts if _plain(text) not in own]
        if one.texts and not missing:
            continue
        if one.counts:
            missing = [] if made is None else [text for text in missing if _plain(text) not in made]
        elif ways := [read for read in known if (read.shown or one.mark) and _gives(read, one.names)]:
            if made is None or any(read.changed for read in ways):
                continue
            missing = [text for text in missing if _plain(text) not in made]
        else:
            missing = missing or [""]
        if missing:
            yield one, missing[0]


def unprinted(file: str, owed: Iterable[Owed], reads: Iterable[Read], own: str, made: str) -> Iterator[Problem]:
    """The same as problems of the template, each with what would be lost."""
    for one, text in lost(owed, reads, own, made):
        said = " ".join((text or one.said).split())
        quoted = f": “{said[:_LONGEST]}{'…' if len(said) > _LONGEST else ''}”" if said else ""
        yield Problem(file, f"{_HAS}{one.what}{_LACKS}{quoted}", one.fix, wrongs.OWED)


def tagless(file: str) -> Problem:
    """That a form reads nothing of a document: whatever the data, it would come out as it is."""
    what = "tệp này không có thẻ nào đọc hồ sơ: in ra y nguyên, không có gì của văn bản mới"
    fix = (
        f"văn bản cũ thì làm thành mẫu: vanthu template new LOẠI MẪU_MỚI.docx --from «{file}»; "
        "mẫu tự soạn thì gõ thẻ, ví dụ {{ so_ky_hieu }}, vào các chỗ thay đổi"
    )
    return Problem(file, what, fix, wrongs.TAGLESS)


def lost_part(problem: Problem) -> str:
    """What a problem of ``unprinted`` says is lost."""
    return problem.what.removeprefix(_HAS).partition(_LACKS)[0]


def _gives(read: Read, names: Iterable[str]) -> bool:
    """Whether what is read is all that one of the names holds, or lies somewhere around it."""
    return any(
        read.path in (name, f"{name}[]") or (read.loose and name.startswith((f"{read.path}.", f"{read.path}[")))
        for name in names
    )


def said_beside_tags(markup: str) -> str:
    """What the markup of a part says beside its tags, squeezed."""
    return squeezed(TAG.sub(" ", said(markup)))


def said(markup: str) -> str:
    """The text of the markup of a part."""
    return unescaped("".join(_TEXT.findall(markup)))


def squeezed(text: str) -> str:
    """The text without spaces and capitals, as it can be found again wherever lines break."""
    return "".join(text.casefold().split())


def _plain(text: str) -> str:
    return squeezed(text).strip(_ENDS)
