"""What the tree cannot hold, told in Vietnamese with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from generator.errors import ConversionError, Problem
from generator.layout.limits import WHOLE

CHANGE = "thay đổi đang theo dõi"  # not missing from the page, but counted
_SHOWN = 5  # places named in a note
SHADOW = "chữ bóng"  # counted as well: the letters are printed, without their shadow

PLAINER = "nét viền "  # kept with the style that follows it: the line is drawn, plainer than the file has it
_LINES = {
    "wave": "sóng", "doubleWave": "sóng kép", "dashDotStroked": "gạch xiên", "threeDEmboss": "nổi",
    "threeDEngrave": "chìm", "double": "đôi",
}  # fmt: skip


def told_plainer(meant: str) -> str:
    """What a reader is told of lines that are drawn plainer than this style."""
    name = "nhiều nét" if meant.startswith(("thin", "thick", "triple")) else _LINES.get(meant, meant)
    return f"đường viền kiểu {name}: vẽ bằng nét kẻ thường"


class Notes:
    """Collects what had to be left out while walking down a document."""

    def __init__(self) -> None:
        self._path: list[str] = []
        self.found: list[str] = []
        self._seen: set[str] = set()
        self.changes = 0
        self.comments = 0
        self.old_fonts: set[str] = set()
        self.controls: dict[str, str] = {}
        self.absent: list[str] = []
        self.frames: dict[str, None] = {}
        self.unclosed = 0
        self.bounded = 0
        self.shadows = 0
        self.lines: dict[str, None] = {}
        self.one_section = False  # whether the document has no other section

    @contextmanager
    def at(self, place: str) -> Iterator[None]:
        """The place of everything added inside, below the place around it."""
        self._path.append(place)
        try:
            yield
        finally:
            self._path.pop()

    def enter(self, place: str) -> None:
        """Step into a place without a context manager, for the inner loops."""
        self._path.append(place)

    def leave(self) -> None:
        """Step out of the last place."""
        self._path.pop()

    @property
    def place(self) -> str:
        """Where the reader stands now, from the outside in; empty outside everything."""
        return ", ".join(self._path)

    def placed(self, error: ConversionError) -> ConversionError:
        """The error with the place of those of its problems that name no more than the file."""
        problems = (
            Problem(self.place, problem.what, problem.fix) if problem.place == WHOLE and self._path else problem
            for problem in error.problems
        )
        return ConversionError(problems)

    def add(self, what: str) -> None:
        """Note one thing that cannot be shown, once per place; ``CHANGE`` and ``SHADOW`` are counted instead.

        What begins with ``PLAINER`` is told of, and shown.
        """
        if what is CHANGE:
            self.changes += 1
            return
        if what is SHADOW:
            self.shadows += 1
            return
        if what.startswith(PLAINER):
            self.lines[what.removeprefix(PLAINER)] = None
            return
        text = f"{what} ở {self.place}" if self._path else what
        if text not in self._seen:
            self._seen.add(text)
            self.found.append(text)

    def told(self) -> list[str]:
        """What is drawn otherwise than the file shows it, for the reader to know."""
        said: list[str] = []
        if self.old_fonts:
            names = ", ".join(sorted(self.old_fonts))
            said.append(f"đã đọc chữ phông {names} (TCVN3, VNI) thành Unicode; tệp Word giữ nguyên")
        if self.absent:
            places = "; ".join(place for place in list(dict.fromkeys(self.absent))[:_SHOWN] if place)
            said.append(
                f"có {len(self.absent)} ảnh không nằm trong tệp (liên kết ra ngoài, không tải về, hoặc đã mất): để "
                f"khung trống có dấu chéo đỏ{f' ở {places}' if places else ''}; muốn có ảnh thì chèn ảnh vào tệp"
            )
        if self.frames:
            said.append(f"khung viền trang bằng hình hoặc nét sóng ({', '.join(self.frames)}): vẽ bằng đường kẻ trơn")
        said += map(told_plainer, self.lines)
        if self.controls:
            codes = ", ".join(f"U+{ord(char):04X} thành “{shown}”" for char, shown in self.controls.items())
            said.append(f"tệp có mã điều khiển trong chữ: in {codes} theo bảng mã Windows-1252")
        if self.changes:
            said.append(f"có {self.changes} chỗ sửa theo dõi (Track Changes): in bản cuối, như đã chấp nhận hết")
        if self.comments:
            said.append(f"có {self.comments} ghi chú (comment): không in")
        if self.shadows:
            said.append(f"có {self.shadows} chỗ chữ có bóng: in chữ thường, không có bóng")
        if self.bounded:
            said.append(
                f"có {self.bounded} chỗ có độ dài lớn hơn trang giấy hoặc quá mức Word nhận (giãn cách, thụt lề, cỡ "
                "chữ, cỡ ô bảng): thu lại cho chữ nằm trong trang"
            )
        if self.unclosed:
            said.append(f"có {self.unclosed} trường (field) không có dấu kết thúc: phần chữ sau đó in như chữ thường")
        return said
