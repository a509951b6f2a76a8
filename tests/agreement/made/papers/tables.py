"""``Tables``: the tables of a paper: head, columns, two sides, signature."""

from __future__ import annotations

from tests.agreement.made.draft import attributes, flag, paragraph, value
from tests.agreement.made.papers.text import Typist
from tests.agreement.made.sentences import CELLS
from tests.agreement.made.tables import Grid

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_NARROW = (
    "Tải trọng/ Sức chứa", "7h00-7h15", "Số/ký hiệu", "Đơn vị tính", "Thời gian thực hiện", "Lãnh đạo UBND",
    "kinh tế-xã hội", "Ghi chú", "STT", "Hoàn thành/chưa hoàn thành", "Quý I/2025", "Văn phòng HĐND-UBND", "x", "",
    "12.345.678.900", "Phòng TC-KH", "vanthu@gov.vn", "Công an xã;", "1/", "- Đạt", "98,5%", "Trước 20/12",
)  # fmt: skip
_SHORT = ("1", "2", "10", "TT", "x", "", "5%", "VP", "Đạt", "Quý I", "01/3")


class Tables(Typist):
    """Writes the tables of a paper."""

    def _table(self, grid: Grid, *, fixed: bool, indent: int | None = None) -> str:
        grid.table["tblW"] = self.draft.pick(
            (f'<w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/>', '<w:tblW w:w="0" w:type="auto"/>')
        )
        if fixed:
            grid.table["tblLayout"] = '<w:tblLayout w:type="fixed"/>'
        if indent is not None:
            grid.table["tblInd"] = f'<w:tblInd w:w="{indent}" w:type="dxa"/>'
        return grid.write()

    def _head(self) -> str:
        draft = self.draft
        left = draft.pick((3000, 3300, 3600, 3969))
        right = self.width - left + draft.pick((0, 0, 216, 400))
        grid = Grid([left, right], 2)
        centred, bold = {**value("jc", "center"), **self._tight()}, flag("b")
        size = value("sz", draft.pick((24, 26)))
        place = draft.pick(("Bình Dương, ngày      tháng 01 năm 2025", "Bàu Bàng, ngày 03 tháng 01 năm 2025"))
        grid.content = {
            (0, 0): paragraph(self.words("ỦY BAN NHÂN DÂN", {**size, **bold}), centred)
            + paragraph(self.words(draft.pick(("XÃ LAI UYÊN", "THÀNH PHỐ THỦ DẦU MỘT")), {**size, **bold}), centred),
            (0, 1): paragraph(self.words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {**size, **bold}), centred)
            + paragraph(self.words("Độc lập - Tự do - Hạnh phúc", {**value("sz", 28), **bold}), centred),
            (1, 0): paragraph(self.words(draft.pick(("Số: 45/QĐ-UBND", "Số:        /QĐ-UBND")), size), centred),
            (1, 1): paragraph(self.words(place, {**value("sz", 28), **flag("i")}), centred),
        }
        return self._table(grid, fixed=draft.chance(0.5), indent=draft.pick((None, -108, -176, 108)))

    def _grid(self) -> str:
        draft = self.draft
        draft.use("paper: table")
        columns = draft.rng.randint(3, 8)
        shares = [draft.rng.choice((0.5, 0.8, 1.0, 1.6, 2.4)) for _ in range(columns)]
        total = self.width + draft.pick((0, 0, 108, 216))
        widths = [max(int(total * share / sum(shares)), 520) for share in shares]
        grid = Grid(widths, draft.rng.choice((2, 3, 5, 9, 20)))
        grid.table = {"tblBorders": f"<w:tblBorders>{_BORDERS}</w:tblBorders>"}
        size = value("sz", draft.pick((22, 24, 26, 28)))
        spacing = draft.pick((self._tight(), {}, attributes("spacing", before=60, after=60)))
        for r in range(grid.rows):
            for c in range(columns):
                text = draft.pick(_NARROW) if draft.chance(0.5) else draft.pick(CELLS)
                if widths[c] < 1100 and not draft.chance(0.1):  # words cut in two are rare in life
                    text = draft.pick(_SHORT)
                elif c == columns // 2 and r and draft.chance(0.4):
                    text = self._sentence(1, 2)
                look = {**size, **(flag("b") if r == 0 else {})}
                align = value("jc", "center" if r == 0 else draft.pick(("left", "both", "center")))
                grid.content[r, c] = paragraph(self.words(text, look), {**spacing, **align})
        if draft.chance(0.4):
            grid.every_cell(value("vAlign", "center"))
        if draft.chance(0.3):
            grid.row = {0: "<w:tblHeader/>"}
        if draft.chance(0.2):
            grid.row |= {r: "<w:cantSplit/>" + grid.row.get(r, "") for r in range(grid.rows)}
        return self._table(grid, fixed=draft.chance(0.4), indent=draft.pick((None, 0, 108, -5))) + paragraph(
            "", self._tight()
        )

    def _two_sides(self) -> str:
        """Two columns without lines, as a form has them."""
        self.draft.use("paper: two sides")
        half = self.width // 2
        grid = Grid([half, self.width - half], 1)
        grid.content = {
            (0, c): "".join(
                paragraph(self.words(self.draft.pick(CELLS) + ": " + self.draft.pick(_NARROW)), self._tight())
                for _ in range(self.draft.rng.randint(1, 4))
            )
            for c in (0, 1)
        }
        # LibreOffice makes one table of two that nothing stands between.
        return self._table(grid, fixed=self.draft.chance(0.5)) + paragraph("", self._tight())

    def _signature(self) -> str:
        draft = self.draft
        left = draft.pick((4200, 4536, 4800))
        grid = Grid([left, self.width - left], 1)
        tight, small = self._tight(), value("sz", 22)
        names = (
            "Như Điều 3;",
            "UBND tỉnh (b/c);",
            "TT. Đảng ủy, HĐND xã;",
            "Các phòng, ban, đơn vị thuộc UBND xã;",
            "Lưu: VT, VP.",
        )
        centred = {**tight, **value("jc", "center")}
        gap = paragraph("", {**centred, "rPr": f"<w:rPr>{value('sz', 28)['sz']}</w:rPr>"})
        grid.content = {
            (0, 0): paragraph(self.words("Nơi nhận:", {**value("sz", 24), **flag("b"), **flag("i")}), tight)
            + "".join(paragraph(self.words(f"- {name}", small), tight) for name in names[: draft.rng.randint(2, 5)]),
            (0, 1): paragraph(self.words("TM. ỦY BAN NHÂN DÂN", flag("b")), centred)
            + paragraph(self.words("CHỦ TỊCH", flag("b")), centred)
            + gap * draft.rng.randint(3, 5)
            + paragraph(self.words("Nguyễn Văn An", flag("b")), centred),
        }
        if draft.chance(0.2):
            grid.row = {0: "<w:cantSplit/>"}
        return self._table(grid, fixed=draft.chance(0.5), indent=draft.pick((None, 108)))
