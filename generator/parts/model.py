"""What reading a document's parts finds: the components of NĐ 30, where each stands, and how sure the reading is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from enum import IntEnum, StrEnum
from typing import Literal, TypeAlias

from generator.parts.lines import Drawn, Line, is_drawn
from generator.records import record

Kind: TypeAlias = Literal["type", "letter", "party", "copy", "form", "annex", "unknown"]
"""A document with a tên loại, a công văn, one of the Party, a bản sao, a person's own form, a phụ lục alone, none."""


class Sure(IntEnum):
    """How sure a reading is; the larger, the surer."""

    GUESS = 1
    LIKELY = 2
    SURE = 3

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return ("", "đoán", "có thể", "chắc")[self]


class Part(StrEnum):
    """A component of NĐ 30; the value is what a reader is told, the number in the comment its ô in the diagram."""

    NATIONAL = "Quốc hiệu"  # 1
    MOTTO = "Tiêu ngữ"
    PARENT = "cơ quan chủ quản"  # 2
    ISSUER = "cơ quan ban hành"
    NUMBER = "số, ký hiệu"  # 3
    PLACE_DATE = "địa danh, thời gian"  # 4
    TYPE = "tên loại"  # 5a
    SUBJECT = "trích yếu"
    LETTER_SUBJECT = "trích yếu công văn"  # 5b
    AUTHORITY = "thẩm quyền ban hành"
    ADDRESSEE = "kính gửi"  # 9a
    BASIS = "căn cứ"
    ENACTING = "lời quyết định"
    BODY = "nội dung"  # 6
    SIGN_AUTHORITY = "quyền hạn, chức vụ"  # 7a
    SIGN_NOTE = "ghi chú ở chữ ký"
    SIGNER = "họ tên người ký"  # 7b
    RECIPIENTS_LABEL = "chữ «Nơi nhận»"  # 9b
    RECIPIENT = "nơi nhận"
    SECRECY = "dấu chỉ độ mật"  # 10a
    URGENCY = "dấu chỉ mức độ khẩn"  # 10b
    CIRCULATION = "phạm vi lưu hành"  # 11
    DRAFTER = "ký hiệu người soạn thảo"  # 12
    ADDRESS = "địa chỉ cơ quan"  # 13
    ANNEX_LABEL = "chữ «Phụ lục»"
    ANNEX_TITLE = "tiêu đề phụ lục"
    REFERENCE = "chỉ dẫn kèm theo"
    E_SIGNATURE = "chữ ký số trên phụ lục"


class Level(StrEnum):
    """What a line of the body is in its order, from the largest unit to the smallest."""

    PART = "phần"
    CHAPTER = "chương"
    SECTION = "mục"
    SUBSECTION = "tiểu mục"
    ROMAN = "mục La Mã"
    ARTICLE = "điều"
    CLAUSE = "khoản"
    DECIMAL = "số thập phân"
    POINT = "điểm"
    DASH = "gạch đầu dòng"
    HEADING = "tiêu đề"
    TEXT = "đoạn"


@record()
class Component:
    """One part found: its lines, how sure that it is this part, why it is not surer, the rule drawn under it."""

    part: Part
    lines: list[Line]
    sure: Sure = Sure.SURE
    why: str = ""

    @property
    def text(self) -> str:
        """Its lines as one, rules drawn with characters left out."""
        return " ".join([text for line in self.lines if (text := line.text) and not is_drawn(text)])

    @property
    def rules(self) -> list[Drawn]:
        """The rules drawn at its lines."""
        return [drawn for line in self.lines for drawn in line.rules]


@record()
class BodyLine:
    """A line of the text: its level, its ordinal as typed («3», «a», «IV»), what follows that, the sign between."""

    line: Line
    level: Level
    ordinal: str = ""
    heading: str = ""
    sign: str = ""


@record()
class Annex:
    """What comes after the signature: a phụ lục, or a document issued with this one (``attached``).

    ``section`` is where it begins; ``new_page`` whether that is a page of its own.
    """

    components: list[Component]
    body: list[BodyLine]
    attached: bool = False
    section: int = 0
    new_page: bool = False

    def first(self, part: Part) -> Component | None:
        """The first component that is this part."""
        return next((found for found in self.components if found.part is part), None)


@record()
class Parts:
    """A document's parts in the order of its pages; ``unread`` are lines of the head or the end that fit no part.

    ``copy`` are the lines below the document that make it a bản sao.
    """

    kind: Kind
    components: list[Component]
    body: list[BodyLine]
    annexes: list[Annex] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)
    copy: list[Line] = field(default_factory=list)

    def of(self, *parts: Part) -> Iterator[Component]:
        """The components that are any of these parts, in order."""
        return (found for found in self.components if found.part in parts)

    def first(self, part: Part) -> Component | None:
        """The first component that is this part."""
        return next(self.of(part), None)

    def text(self, part: Part) -> str:
        """The text of the part, empty where there is none."""
        found = self.first(part)
        return found.text if found else ""
