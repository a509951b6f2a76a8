"""Whether a file is an office document of the kind asked for; what it lacks, where it is not."""

from __future__ import annotations

from generator.drafting.old import Old
from generator.editing.errors import RefusedError
from generator.parts.model import Part, Sure
from generator.recovering.heading import type_of
from generator.wording.characters import fold

_NEEDED = (Part.NATIONAL, Part.ISSUER)
_OTHER = {
    "party": "đây là văn bản của Đảng, không theo thể thức Nghị định 30",
    "copy": "đây là bản sao",
    "form": "đây là đơn hoặc giấy tờ của cá nhân, không có cơ quan ban hành",
}


def check_kind(old: Old, called: str, template: str) -> None:
    """Raises RefusedError where the file has not what a form of the kind is made of."""
    parts = old.parts
    if template in ("phu-luc", "van-ban-kem-theo"):
        attached = template == "van-ban-kem-theo"
        if not any(annex.attached == attached for annex in parts.annexes):
            raise RefusedError(
                f"tệp không có {called} nào nhận ra được", "chỉ tệp có phần ấy, có chữ «Phụ lục» hoặc «(Kèm theo …)»"
            )
        return
    if parts.copy:
        raise RefusedError(_OTHER["copy"], "dùng tệp của bản gốc")
    if parts.kind in _OTHER:
        raise RefusedError(_OTHER[parts.kind], "chỉ tệp văn bản hành chính của cơ quan")
    if parts.kind == "annex":
        raise RefusedError("tệp chỉ có phụ lục", 'làm mẫu phụ lục: vanthu template new "phụ lục" --from TỆP …')
    missing = [str(part) for part in _NEEDED if parts.first(part) is None]
    letter = called == "công văn"
    if not letter and parts.first(Part.TYPE) is None:
        missing.append(str(Part.TYPE))
    if not any(parts.of(Part.SIGN_AUTHORITY, Part.SIGNER)):
        missing.append("chỗ ký")
    if missing:
        raise RefusedError(
            f"không phải văn bản của cơ quan, hoặc không đọc được: không thấy {', '.join(missing)}",
            "chỉ tệp văn bản đã ban hành, có đủ phần đầu và phần ký",
        )
    said = type_of(parts)
    own = str(said.value) if said is not None else ""
    title = parts.first(Part.TYPE)
    if letter and title is not None and not own:
        raise RefusedError(f"tệp là «{title.text}», không phải công văn", "chỉ tệp văn bản của loại cần làm mẫu")
    if own and fold(own) != fold(called):
        raise RefusedError(f"tệp là {own}, không phải {called}", f'ghi đúng loại: vanthu template new "{own}" --from …')
    if not own and not letter and title is not None and title.sure is Sure.GUESS:
        raise RefusedError(
            f"không nhận ra tên loại: «{title.text}» không phải {called}", "chỉ tệp văn bản của loại cần làm mẫu"
        )
