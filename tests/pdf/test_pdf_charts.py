"""Charts are drawn from the values the file keeps of them, each word of them printed, or refused by name."""

from __future__ import annotations

import io
import zipfile

import pypdfium2
import pytest

from generator.errors import ConversionError
from generator.layout import read
from generator.layout.charts.numbers import is_known, scale, written
from generator.layout.tree import Box, Drawing, Group, Paragraph
from generator.pdf import convert
from tests.layout.chart_maker import AXES, GRID, axis, charted, labels, plot, row, space, title

_THREE: list[float | None] = [4.0, 2.0, 1.0]
_BARS = plot("barChart", row(0, "Thu", _THREE) + row(1, "Chi", [1, 2, 3]), grouping="clustered", way="col")
_FLAT = axis("catAx", 1, 2, "l") + axis("valAx", 2, 1, "b", GRID)
_SCATTER = axis("valAx", 1, 2, "b", GRID) + axis("valAx", 2, 1, "l", GRID)
_QUARTERS = {"Quý I", "Quý II", "Quý III"}


def _text(docx: bytes) -> str:
    document = pypdfium2.PdfDocument(convert(docx, bundled_fonts=True).pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def _boxes(chart: str) -> list[tuple[float, float, Drawing]]:
    paragraph = read(charted(chart)).sections[0].blocks[1]
    assert isinstance(paragraph, Paragraph)
    drawing = paragraph.items[0]
    assert isinstance(drawing, Drawing)
    assert isinstance(drawing.content, Group)
    return drawing.content.parts


@pytest.mark.parametrize(
    ("chart", "words"),
    [
        (space(_BARS, head=title("Kết quả", "năm 2026")), {"Kết quả", "năm 2026", "Thu", "Chi", "0", "4"} | _QUARTERS),
        (space(_BARS, legend="r"), {"Thu", "Chi"} | _QUARTERS),
        (space(plot("barChart", row(0, "Thu", _THREE), way="bar"), _FLAT), {"Thu"} | _QUARTERS),
        (
            space(
                plot("barChart", row(0, "Thu", [1000, 2500, 40], more=labels("Val"), code="#,##0"), way="col"),
                axis("catAx", 1, 2, "b", title("Kỳ báo cáo")) + axis("valAx", 2, 1, "l", title("Triệu đồng")),
                legend="t",
            ),
            {"1.000", "2.500", "40", "Kỳ báo cáo", "Triệu đồng"},
        ),
        (
            space(
                plot("barChart", row(0, "Đạt", _THREE) + row(1, "Trượt", _THREE), grouping="percentStacked", way="col"),
            ),
            {"Đạt", "Trượt", "0%", "100%"} | _QUARTERS,
        ),
        (space(plot("lineChart", row(0, "Thu", [4, None, 1], more=labels("Val")))), {"Thu", "4", "1"} | _QUARTERS),
        (space(plot("areaChart", row(0, "Thu", _THREE), grouping="stacked")), {"Thu"} | _QUARTERS),
        (
            space(plot("pieChart", row(0, "Cơ cấu", _THREE, more=labels("Percent"))), ""),
            {"57%", "29%", "14%"} | _QUARTERS,
        ),
        (
            space(plot("doughnutChart", row(0, "C", _THREE, more=labels("CatName"))), "", legend="", head=title("Tên")),
            {"Tên"} | _QUARTERS,
        ),
        (space(plot("scatterChart", row(0, "Đo", _THREE, across=[1.5, 2, 5])), _SCATTER, legend="l"), {"Đo", "5"}),
        (space(plot("barChart", row(0, "Thu", _THREE), way="col"), legend=""), {"Thu"} | _QUARTERS),
    ],
)  # fmt: skip
def test_every_word_of_a_chart_is_printed(chart: str, words: set[str]) -> None:
    text = " ".join(_text(charted(chart)).split())
    assert text.startswith("Trước")
    assert text.endswith("Sau")
    assert {word for word in words if word not in text} == set()


def test_long_names_of_categories_are_broken_or_stand_aslant() -> None:
    names = [f"Phòng Nội vụ huyện số {number}" for number in range(3)]
    for count in (1, 4):
        rows = row(0, "Thu", [1.0] * 3 * count, names=names * count)
        text = "".join(_text(charted(space(plot("barChart", rows, way="col")))).split())
        assert all("".join(name.split()) in text for name in names)


def test_bars_are_as_long_as_their_values() -> None:
    bars = [(y, part) for _, y, part in _boxes(space(_BARS, legend="")) if isinstance(part.content, Box)]
    blue = [part.height for _, part in bars if isinstance(part.content, Box) and part.content.fill == "4472C4"]
    assert [height / blue[2] for height in blue] == pytest.approx([4, 2, 1], abs=0.01)
    feet = {round(y + part.height, 1) for y, part in bars if isinstance(part.content, Box) and part.content.fill
            in ("4472C4", "ED7D31")}  # fmt: skip
    assert len(feet) == 1


def test_stacked_bars_stand_on_each_other() -> None:
    stacked = plot("barChart", row(0, "Thu", [1]) + row(1, "Chi", [3]), grouping="stacked", way="col")
    found = {
        part.content.fill: (y, y + part.height, x)
        for x, y, part in _boxes(space(stacked, legend="", head=title("Tên")))
        if isinstance(part.content, Box) and part.content.fill in ("4472C4", "ED7D31")
    }
    assert found["4472C4"][0] == pytest.approx(found["ED7D31"][1])
    assert found["4472C4"][2] == found["ED7D31"][2]


@pytest.mark.parametrize(
    ("values", "most", "made"),
    [
        ([4.3, 2.5, 3.5, 4.5], 9, (0, 5, 1)),
        ([5.0, 2.0], 9, (0, 6, 1)),
        ([12.3, 8.7], 9, (0, 14, 2)),
        ([-1.5, 4.5], 5, (-2, 6, 2)),
        ([0.02, 0.31], 8, (0, 0.35, 0.05)),
        ([100, 98, 99], 8, (97.5, 100.5, 0.5)),
        ([0.0], 5, (0, 1, 0.2)),
        ([], 5, (0, 1.2, 0.5)),
        ([-5.0, -1.0], 6, (-6, 0, 1)),
    ],
)
def test_axes_are_scaled_as_word_scales_them(values: list[float], most: int, made: tuple[float, ...]) -> None:
    low, high, step = scale(values, None, None, None, most)
    assert (low, step) == pytest.approx((made[0], made[2]))
    assert high == pytest.approx(made[1], abs=made[2])
    assert low <= min(values, default=0)
    assert high >= max(values, default=1)


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (4.5, "General", "4,5"), (0.1 + 0.2, "General", "0,3"), (1e12, "General", "1000000000000"),
        (-3, "General", "-3"),
        (1234.5, "#,##0", "1.235"), (1234.5, "#,##0.00", "1.234,50"), (0.125, "0%", "13%"), (0.125, "0.0%", "12,5%"),
        (5, '0" người"', "5 người"), (-5, "0;(0)", "(5)"), (12, '"đ"#,##0', "đ12"), (7, "", "7"), (-0.2, "0", "0"),
        (1500, '#,##0 "₫"', "1.500 ₫"),
    ],
)  # fmt: skip
def test_numbers_are_written_in_their_format(number: float, code: str, text: str) -> None:
    assert is_known(code)
    assert written(number, code) == text


@pytest.mark.parametrize("code", ["dd/mm/yyyy", "# ?/?", "0.00E+00", "mmm", "hh:mm"])
def test_formats_that_are_not_known_are_told(code: str) -> None:
    assert not is_known(code)


@pytest.mark.parametrize(
    ("chart", "named"),
    [
        (space(plot("bar3DChart", row(0, "a", _THREE), way="col")), "biểu đồ 3-D"),
        (space(plot("radarChart", row(0, "a", _THREE))), "biểu đồ mạng nhện"),
        (space(plot("bubbleChart", row(0, "a", _THREE))), "biểu đồ bong bóng"),
        (space(plot("stockChart", row(0, "a", _THREE))), "biểu đồ chứng khoán"),
        (space(_BARS, AXES + "<c:dTable/>"), "biểu đồ có bảng số liệu"),
        (space(plot("lineChart", row(0, "a", _THREE, more="<c:trendline/>"))), "biểu đồ có đường xu hướng"),
        (space(plot("lineChart", row(0, "a", _THREE, more="<c:errBars/>"))), "biểu đồ có thanh sai số"),
        (space(_BARS, AXES + axis("valAx", 3, 4, "r")), "biểu đồ có hai hệ trục"),
        (space(_BARS, axis("catAx", 1, 2, "b") + axis("valAx", 2, 1, "l", way="maxMin")), "biểu đồ có trục lạ"),
        (
            space(_BARS, axis("catAx", 1, 2, "b") + axis("valAx", 2, 1, "l", scaling='<c:logBase val="10"/>')),
            "biểu đồ có thang logarit",
        ),
        (space(plot("barChart", "", way="col")), "biểu đồ không có số liệu"),
        (
            space(plot("barChart", row(0, "a", _THREE, more=labels("Val"), code="dd/mm/yyyy"), way="col")),
            "biểu đồ có định dạng số “dd/mm/yyyy”",
        ),
        (
            space(plot("pieChart", row(0, "a", _THREE, more='<c:explosion val="20"/>')), ""),
            "biểu đồ tròn có miếng tách rời",
        ),
        (
            space(plot("barChart", row(0, "a", _THREE, more=labels("Val", more="<c:dLbl><c:tx/></c:dLbl>")))),
            "biểu đồ có nhãn riêng cho từng giá trị",
        ),
    ],
)  # fmt: skip
def test_charts_that_are_not_drawn_are_refused_by_name(chart: str, named: str) -> None:
    with pytest.raises(ConversionError) as refused:
        convert(charted(chart), bundled_fonts=True)
    assert f"chưa vẽ được {named} ở đoạn 2" in str(refused.value)


def test_a_chart_that_is_not_in_the_file_is_refused() -> None:
    docx = charted(space(_BARS))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if "charts/" not in name:
                new.writestr(name, old.read(name))
    with pytest.raises(ConversionError, match="chưa vẽ được biểu đồ ở đoạn 2"):
        convert(made.getvalue(), bundled_fonts=True)


def test_drawings_of_strict_files_have_their_size() -> None:
    made = io.BytesIO()
    strict = "http://purl.oclc.org/ooxml/"
    usual = "http://schemas.openxmlformats.org/"
    with zipfile.ZipFile(io.BytesIO(charted(space(_BARS)))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            for kind in ("drawingml", "wordprocessingml", "officeDocument"):
                content = content.replace(f"{usual}{kind}/2006/", f"{strict}{kind}/")
            new.writestr(name, content)
    assert _text(made.getvalue()) == _text(charted(space(_BARS)))
