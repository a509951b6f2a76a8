"""A Word file opened to be written anew, or refused: what is signed or protected stays as its maker left it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.docx.word.ooxml import parse, w
from generator.editing.errors import RefusedError
from generator.opc import WORD, Package

_ON = {"1", "true", "on"}
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_UNLOCK = "mở bằng Word, vào Review → Restrict Editing → Stop Protection (cần mật khẩu của người khóa) rồi lưu lại"


def open_to_change(docx: bytes) -> tuple[Package, str]:
    """The package of a file that may be written anew, and the name of its main part.

    Raises RefusedError for a file that is signed, final, protected from changes or kept in Word's strict variant,
    PackageError for one that is no sound DOCX or is encrypted.
    """
    package = Package.open(docx, WORD)
    main = package.related("", "officeDocument") or ""
    if _signed(package):
        raise RefusedError("tệp có chữ ký số, sửa là mất hiệu lực chữ ký", "làm trên bản chưa ký, rồi ký lại")
    if _is_final(package):
        raise RefusedError(
            "tệp đã đánh dấu là bản cuối (Mark as Final)",
            "mở bằng Word, bấm Edit Anyway (hoặc File → Info → Protect Document → Mark as Final), rồi lưu lại",
        )
    for settings in _settings(package, main):
        _check_unprotected(settings)
    if main not in package.parts or _STRICT in package.parts[main]:
        raise RefusedError(
            "tệp lưu theo kiểu «Strict Open XML», không ghi thêm vào được",
            "mở bằng Word, lưu lại dạng Word Document (.docx)",
        )
    return package, main


def _signed(package: Package) -> bool:
    arrows = package.relationships("").values()
    return any("digital-signature" in one.kind for one in arrows) or any(
        name.lower().startswith("_xmlsignatures/") for name in package.parts
    )


def _is_final(package: Package) -> bool:
    """Whether its maker said that nothing is to be changed any more."""
    for arrow in package.relationships("").values():
        if arrow.word == "custom-properties" and arrow.target in package.parts:
            for item in parse(package.parts[arrow.target]):
                if item.get("name") == "_MarkAsFinal":
                    return "".join(map(str, item.itertext())).strip().lower() in _ON
    return False


def _settings(package: Package, main: str) -> Iterator[bytes]:
    names = {one.target for one in package.relationships(main).values() if one.word == "settings"}
    for name in package.parts:
        if name in names or name.lower() == "word/settings.xml":
            yield package.parts[name]


def _check_unprotected(settings: bytes) -> None:
    root = parse(settings)
    protection = root.find(w("documentProtection"))
    if protection is not None and protection.get(w("enforcement"), "0") in _ON:
        raise RefusedError("tệp đang khóa chỉnh sửa (Restrict Editing)", _UNLOCK)
    if root.find(w("writeProtection")) is not None:
        raise RefusedError(
            "tệp đặt chế độ chỉ đọc hoặc mật khẩu sửa",
            "mở bằng Word, Save As → Tools → General Options, bỏ «Read-only recommended» và mật khẩu sửa rồi lưu lại",
        )
