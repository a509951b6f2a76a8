"""Ký hiệu đúng loại văn bản và không có dấu cách.

Quy định: ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan, nối bằng dấu gạch nối, không cách chữ; công
văn ghi cơ quan và đơn vị soạn thảo (ND30-I.2.3b1, ND30-I.2.3b2, ND30-I.2.3c5).

Vì sao: ký hiệu chép từ văn bản loại khác làm văn bản vào nhầm sổ, bị trả lại.

Sai: thông báo mang ký hiệu KH-UBND; QĐ - UBND; công văn mang ký hiệu BC-UBND.

Đúng: TB-UBND; QĐ-UBND; UBND-VP.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compose.head import symbol
from generator.findings import Finding, Level
from generator.law.types import DOCUMENT_TYPES, OTHER, TYPES_SYMBOLED_BY_UNIT
from generator.patterns import late
from generator.rules.base import Rule
from generator.rules.readings import DocumentReading

RULE = Rule(__name__, Level.ERROR, "document", clause="ND30-I.2.3b1, ND30-I.2.3c5")
_JOINED_BADLY = late(r"\s|[–—−_]|--|^[-/]|[-/]$|[^\W\d_]/(?=[^\W\d_])")
_YEAR = late(r"(?:19|20)\d\d")  # the rule so-co-nam tells of it
_TYPE_OF = {kind.abbreviation.casefold(): kind.name for kind in DOCUMENT_TYPES.values() if kind.abbreviation}


def check(reading: DocumentReading) -> Iterator[Finding]:
    """Spaces or long dashes in the symbol; the abbreviation of another type; none of its own type's."""
    dossier, document = reading.dossier, reading.document
    shown = symbol(dossier, document)
    source = reading.typed_at("ky_hieu") if document.symbol else reading.place_of(("co_quan", "viet_tat"))
    place = "số, ký hiệu"
    if _JOINED_BADLY.search(shown):
        right = re.sub(r"[-–—−_]+", "-", re.sub(r"\s*([-–—−_/])\s*|\s+", lambda m: m[1] or "-", shown.strip()))
        right = re.sub(r"(?<=[^\W\d_])/(?=[^\W\d_])", "-", right).strip("-/")
        yield RULE.found(
            f"ký hiệu «{shown}» có dấu cách hoặc dấu nối sai chỗ", f"ghi {right}", place=place, source=source
        )
    parts = [part.strip() for part in re.split(r"[-–—−/_]", shown) if part.strip()]
    if document.type == OTHER:  # the agency's own kinds have the symbols it gives them
        return
    own = document.kind.abbreviation
    known_bodies = {dossier.agency.abbreviation.casefold(), document.drafting_unit.casefold()}
    first = parts[0] if parts else ""
    other = _TYPE_OF.get(first.casefold())
    if document.type in TYPES_SYMBOLED_BY_UNIT:
        if other and first.casefold() not in known_bodies:
            what = f"ký hiệu «{shown}» là của {other.lower()}, văn bản này là {document.type}"
            fix = "ghi cơ quan và đơn vị soạn thảo, ví dụ UBND-VP"
            yield RULE.found(what, fix, place=place, source=source)
        elif len(parts) == 1:
            what = f"ký hiệu «{shown}» không có đơn vị soạn thảo hoặc lĩnh vực"
            fix = f"ghi cả đơn vị soạn thảo, ví dụ {shown.strip('-/')}-VP"
            yield RULE.found(what, fix, level=Level.WARNING, place=place, source=source)
    elif own and own.casefold() not in {part.casefold() for part in parts}:
        if other:
            what = f"ký hiệu «{shown}» là của {other.lower()}, văn bản này là {document.type}"
        else:
            what = f"ký hiệu «{shown}» không có chữ viết tắt {own} của {document.type}"
        fix = f"ghi {own}-{dossier.agency.abbreviation}, hoặc để trống ký hiệu"
        yield RULE.found(what, fix, level=Level.ERROR if other else Level.WARNING, place=place, source=source)
    elif own and first != own and not shown.startswith(own) and not _YEAR.fullmatch(first):
        # A number typed before it would be printed behind the number given; «Qđ», «UBND-QĐ» are no form of the decree.
        what = f"ký hiệu «{shown}» không bắt đầu bằng chữ viết tắt {own} của {document.type}"
        fix = f"ghi {own}-{dossier.agency.abbreviation}, hoặc để trống ký hiệu"
        yield RULE.found(what, fix, place=place, source=source)
