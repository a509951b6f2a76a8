"""Metafiles become SVG drawings that show what their records ask for, or are refused by name."""

from __future__ import annotations

import struct

import pypdfium2
import pytest
import typst

from generator.layout.metafiles import MetafileError, metafile_kind, metafile_svg
from tests.layout.metafile_maker import emf, font, integers, picture, wmf, words

RED, GREEN, BLUE, BLACK, WHITE = (255, 0, 0), (0, 128, 0), (0, 0, 255), (0, 0, 0), (255, 255, 255)
NO_PEN, NO_BRUSH = (37, struct.pack("<I", 0x80000008)), (37, struct.pack("<I", 0x80000005))
BASELINE, SEE_THROUGH = (22, struct.pack("<I", 24)), (18, struct.pack("<I", 1))
QUARTERS = b"\0\0\xff\0\x80\0\0\0" + b"\xff\0\0\0\0\0\0\0"  # from the lowest row up: red, green; blue, black


def brushed(color: int, which: int = 1) -> list[tuple[int, bytes]]:
    return [(39, struct.pack("<4I", which, 0, color, 0)), (37, struct.pack("<I", which))]


def pen(width: int, color: int, style: int = 0, which: int = 2) -> list[tuple[int, bytes]]:
    return [(38, struct.pack("<IIiiI", which, style, width, 0, color)), (37, struct.pack("<I", which))]


def box(left: int, top: int, right: int, bottom: int) -> tuple[int, bytes]:
    return 43, integers(left, top, right, bottom)


class Shown:
    """The metafile as it is printed, one dot of it one dot."""

    def __init__(self, *records: tuple[int, bytes], old: bool = False) -> None:
        svg = ",".join(map(str, metafile_svg((wmf if old else emf)(*records))))
        source = "#set page(width: 100pt, height: 100pt, margin: 0pt)\n"
        source += f'#image(bytes(({svg},)), width: 100pt, height: 100pt, fit: "stretch", format: "svg")'
        self.page = pypdfium2.PdfDocument(typst.compile(source.encode()))[0]
        self._dots = self.page.render(scale=1, rev_byteorder=True)

    def __getitem__(self, at: tuple[int, int]) -> tuple[int, ...]:
        start = at[1] * self._dots.stride + at[0] * self._dots.n_channels
        return tuple(self._dots.buffer[start : start + 3])


def test_figures_are_filled_and_lined_as_brush_and_pen_say() -> None:
    shown = Shown(NO_PEN, *brushed(0x0000FF), box(10, 10, 50, 50), NO_BRUSH, *pen(6, 0xFF0000),
                  (87, integers(0, 0, 0, 0, 2) + struct.pack("<4h", 0, 80, 100, 80)))  # fmt: skip
    assert (shown[30, 30], shown[60, 30], shown[50, 80], shown[50, 88]) == (RED, WHITE, BLUE, WHITE)


@pytest.mark.parametrize(
    ("kind", "data", "inside", "outside"),
    [
        (42, integers(10, 10, 90, 90), [(50, 50), (14, 50)], [(14, 14), (86, 86)]),
        (44, integers(10, 10, 90, 90, 40, 40), [(50, 12), (30, 16)], [(12, 12), (88, 88)]),
        (47, integers(10, 10, 90, 90, 90, 50, 50, 10), [(65, 35)], [(35, 35), (35, 65), (65, 65)]),
        (3, integers(0, 0, 0, 0, 3, 10, 90, 90, 90, 10, 10), [(20, 50)], [(80, 50)]),
        (8, integers(0, 0, 0, 0, 2, 8, 4, 4, 10, 10, 90, 10, 90, 90, 10, 90, 40, 40, 60, 40, 60, 60, 40, 60),
         [(20, 20)], [(50, 50)]),
    ],
)  # fmt: skip
def test_figures_cover_what_they_should(
    kind: int, data: bytes, inside: list[tuple[int, int]], outside: list[tuple[int, int]]
) -> None:
    shown = Shown(NO_PEN, *brushed(0x0000FF), (kind, data))
    assert [shown[at] for at in inside] == [RED] * len(inside)
    assert [shown[at] for at in outside] == [WHITE] * len(outside)


def test_windows_and_transforms_place_what_is_drawn() -> None:
    window = [
        (17, struct.pack("<I", 8)),
        (10, integers(-500, 500)),
        (9, integers(1000, -1000)),
        (11, integers(100, 100)),
    ]
    turned = (35, struct.pack("<6f", 0, 1, -1, 0, 0, 0))
    shown = Shown(*window, (33, b""), turned, NO_PEN, *brushed(0x0000FF), box(0, 0, 400, 100), (34, integers(-1)),
                  *brushed(0xFF0000, 3), box(-500, 500, -300, 300))  # fmt: skip
    assert (shown[10, 10], shown[45, 30], shown[70, 50], shown[30, 55]) == (BLUE, RED, WHITE, WHITE)


def test_clips_hold_until_the_state_is_restored() -> None:
    path = [(59, b""), (27, integers(0, 0)), (54, integers(100, 0)), (54, integers(0, 100)), (61, b""), (60, b"")]
    shown = Shown((33, b""), *path, (67, integers(5)), (30, integers(0, 0, 100, 50)), NO_PEN, *brushed(0x0000FF),
                  box(0, 0, 100, 100), (34, integers(-1)), *brushed(0xFF0000), box(90, 90, 100, 100))  # fmt: skip
    assert (shown[20, 20], shown[20, 60], shown[80, 40], shown[95, 95]) == (RED, WHITE, WHITE, BLUE)


@pytest.mark.parametrize(
    ("pixels", "depth", "palette"),
    [
        (QUARTERS, 24, b""),
        (b"\0\0\xff\0\0\x80\0\0" + b"\xff\0\0\0\0\0\0\0", 32, b""),
        (b"\1\2\0\0" + b"\3\0\0\0", 8, b"\0\0\0\0\0\0\xff\0\0\x80\0\0\xff\0\0\0"),
        (b"\x12\0\0\0" + b"\x30\0\0\0", 4, b"\0\0\0\0\0\0\xff\0\0\x80\0\0\xff\0\0\0"),
    ],
)
def test_a_bitmap_fills_its_box_the_right_way_up(pixels: bytes, depth: int, palette: bytes) -> None:
    shown = Shown(picture(pixels, 2, 2, depth, palette=palette, box=(20, 20, 60, 60)))
    assert [shown[at] for at in ((25, 25), (75, 25), (25, 75), (75, 75))] == [BLUE, BLACK, RED, GREEN]
    assert shown[90, 50] == WHITE


def test_a_cut_out_shows_what_lies_behind_it() -> None:
    black_right = b"\xff\xff\xff\0\0\0\0\0" * 2
    red_right = b"\0\0\0\0\0\xff\0\0" * 2
    shown = Shown(NO_PEN, *brushed(0xFF0000), box(0, 0, 100, 100), picture(black_right, 2, 2, way=0x8800C6),
                  picture(red_right, 2, 2, way=0xEE0086))  # fmt: skip
    assert (shown[25, 50], shown[75, 50]) == (BLUE, RED)


def test_letters_stand_where_the_metafile_has_them() -> None:
    shown = Shown(SEE_THROUGH, BASELINE, font(1, "Times New Roman", -20), (37, integers(1)),
                  words("ĐẢNG", 10, 50, [14, 15, 15, 14]))  # fmt: skip
    text = shown.page.get_textpage()
    assert text.get_text_range().strip() == "ĐẢNG"
    lefts = [text.get_charbox(at)[0] for at in range(4)]
    assert lefts == pytest.approx([10, 24, 39, 54], abs=1.5)
    assert text.get_charbox(3)[1] == pytest.approx(50, abs=1)


@pytest.mark.parametrize(
    ("codes", "signs"),
    [("å", "∑"), ("a+b", "α+β"), ("³", "≥"), ("-", "−"), ("\uf0e5\uf03d", "∑="), ("Ñ", "∇"), ("€", None), ("æ", "⎛")],
)
def test_the_codes_of_symbol_are_read_as_signs(codes: str, signs: str | None) -> None:
    """Formulas of Word's old editor are pictures of letters, with their operators in this font."""
    records = [font(1, "Symbol", -20, charset=2), (37, integers(1)), words(codes, 10, 50, [14] * len(codes))]
    if signs is None:
        with pytest.raises(MetafileError, match="không rõ"):
            metafile_svg(emf(*records))
        return
    svg = metafile_svg(emf(*records)).decode()
    assert f">{signs}</text>" in svg
    assert "Symbol" not in svg


def test_the_codes_of_symbol_in_an_old_metafile_are_bytes() -> None:
    written = struct.pack("<5h8B", -20, 0, 0, 0, 400, 0, 0, 0, 2, 0, 0, 0, 0) + b"Symbol\0\0"
    chosen = [(0x02FB, written), (0x012D, struct.pack("<H", 0))]
    said = (0x0521, struct.pack("<H", 2) + b"\xe5\xa5" + struct.pack("<2h", 20, 10))
    assert ">∑∞</text>" in metafile_svg(wmf(*chosen, said)).decode()


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ([(118, bytes(40))], "lệnh vẽ số 118"),
        ([(70, struct.pack("<I", 28) + b"EMF+" + struct.pack("<HHII", 0x4001, 0, 28, 16) + bytes(16))], "EMF+"),
        ([(20, integers(7)), box(0, 0, 9, 9)], "nét vẽ trộn với nền"),
        ([picture(QUARTERS, 2, 2, way=0x660046)], "ảnh trộn với nền"),
        ([picture(QUARTERS, 2, 2, way=0x8800C6)], "ảnh trộn với nền"),
        ([(39, struct.pack("<4I", 1, 2, 0, 4)), (37, integers(1)), box(0, 0, 9, 9)], "nền kẻ"),
        ([font(1, "Wingdings", -20, charset=2), (37, integers(1)), words("a", 1, 1, [9])], "Wingdings"),
        ([font(1, "Symbol", -20, charset=2), (37, integers(1)), words("\x9f", 1, 1, [9])], "không rõ của phông Symbol"),
        ([words("a", 1, 1, [9], options=0x10)], "số hiệu"),
        ([(17, integers(2))], "đơn vị đo cố định"),
        ([picture(QUARTERS, 2, 2, part=(40, 2))], "vượt ngoài"),
    ],
)
def test_what_is_not_drawn_is_named(records: list[tuple[int, bytes]], said: str) -> None:
    with pytest.raises(MetafileError, match=said):
        metafile_svg(emf(*records))


@pytest.mark.parametrize(
    "records",
    [
        [(87, integers(0, 0, 0, 0, 2**31 - 1))],
        [(8, integers(0, 0, 0, 0, 2, 8, 2**31 - 1, 4))],
        [picture(b"", 2**31 - 1, 2**31 - 1)],
        [picture(QUARTERS, 2, 200)],
        [(35, struct.pack("<6f", float("nan"), 0, 0, 1, 0, 0)), box(0, 0, 9, 9)],
        [(34, integers(-1))],
        [(17, integers(8)), (9, integers(0, 0)), box(0, 0, 9, 9)],
        [(33, b"")] * 2_000,
        [(43, b"")],
    ],
)
def test_damaged_and_hostile_files_end_in_a_refusal(records: list[tuple[int, bytes]]) -> None:
    with pytest.raises(MetafileError):
        metafile_svg(emf(*records))


def test_every_shorter_file_is_refused_or_drawn() -> None:
    whole = emf(NO_PEN, *brushed(0x0000FF), box(10, 10, 50, 50), picture(QUARTERS, 2, 2), words("ab", 1, 1, [3, 3]))
    assert metafile_kind(whole) == "EMF"
    for length in range(44, len(whole) - 20):
        with pytest.raises(MetafileError):
            metafile_svg(whole[:length])


OLD_BRUSH = (0x02FC, struct.pack("<HIH", 0, 0x0000FF, 0))
OLD_PEN = (0x02FA, struct.pack("<HhhI", 5, 0, 0, 0))


def test_an_old_metafile_is_drawn() -> None:
    chosen = [(0x012D, struct.pack("<H", which)) for which in (0, 1)]
    words = (0x0A32, struct.pack("<hhHH", 90, 20, 2, 0) + b"ab" + struct.pack("<2h", 10, 10))
    font = struct.pack("<5h8B", -20, 0, 0, 0, 400, 0, 0, 0, 0, 0, 0, 0, 0) + b"Times New Roman\0"
    written = [(0x02FB, font), (0x012D, struct.pack("<H", 2)), (0x0102, b"\1\0"), (0x012E, b"\x18\0"), words]
    polygon = (0x0324, struct.pack("<7h", 3, 60, 60, 90, 60, 90, 90))
    shown = Shown(
        OLD_BRUSH, OLD_PEN, *chosen, (0x041B, struct.pack("<4h", 50, 40, 10, 20)), polygon, *written, old=True
    )
    assert (shown[30, 30], shown[45, 30], shown[30, 55]) == (RED, WHITE, WHITE)
    assert (shown[85, 65], shown[65, 85]) == (RED, WHITE)
    text = shown.page.get_textpage()
    assert text.get_text_range().strip() == "ab"
    assert text.get_charbox(1)[0] == pytest.approx(30, abs=1.5)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ((0x0817, bytes(16)), "0817"),
        ((0x012D, b"\7\0"), "^$"),
        ((0x0538, b"\xff\xff"), "^$"),
        ((0x0103, b"\2\0"), "đơn vị đo"),
    ],
)
def test_an_old_metafile_that_is_damaged_or_not_known_is_refused(record: tuple[int, bytes], said: str) -> None:
    assert metafile_kind(wmf(record)) == "WMF"
    with pytest.raises(MetafileError, match=said):
        metafile_svg(wmf(record))


def _dib(*rows: bytes) -> bytes:
    """A bitmap of 24 bits, two dots wide, from the lowest row up."""
    pixels = b"".join(row.ljust(8, b"\0") for row in rows)
    return struct.pack("<IiiHHIIiiII", 40, 2, len(rows), 1, 24, 0, len(pixels), 0, 0, 0, 0) + pixels


_RED_BLUE = _dib(b"\x00\x00\xff\xff\x00\x00", b"\x00\xff\x00\x00\x00\x00")
_COPIED = 0xCC0020


@pytest.mark.parametrize(
    "record",
    [
        (0x0B41, struct.pack("<I8h", _COPIED, 2, 2, 0, 0, 2, 2, 10, 20) + _RED_BLUE),
        (0x0940, struct.pack("<I6h", _COPIED, 0, 0, 2, 2, 10, 20) + _RED_BLUE),
    ],
)
def test_old_ways_to_draw_a_bitmap_draw_what_the_new_one_does(record: tuple[int, bytes]) -> None:
    new = (0x0F43, struct.pack("<IH8h", _COPIED, 0, 2, 2, 0, 0, 2, 2, 10, 20) + _RED_BLUE)
    assert metafile_svg(wmf(record)) == metafile_svg(wmf(new))
    assert b"<image" in metafile_svg(wmf(record))


@pytest.mark.parametrize(
    ("kind", "before"), [(0x0B41, struct.pack("<4h", 0, 0, 0, 0)), (0x0940, struct.pack("<2h", 0, 0))]
)
def test_a_box_without_a_bitmap_is_filled(kind: int, before: bytes) -> None:
    black = struct.pack("<I", 0x42) + before + struct.pack("<5h", 0, 30, 40, 10, 20)
    plain = (0x061D, struct.pack("<I4h", 0x42, 30, 40, 10, 20))
    assert metafile_svg(wmf((kind, black))) == metafile_svg(wmf(plain))


def test_plain_text_is_written_as_the_longer_record_writes_it() -> None:
    plain = (0x0521, struct.pack("<H", 3) + b"abc\0" + struct.pack("<2h", 20, 10))
    longer = (0x0A32, struct.pack("<hhHH", 20, 10, 3, 0) + b"abc\0")
    assert metafile_svg(wmf(plain)) == metafile_svg(wmf(longer))
    assert b"abc" in metafile_svg(wmf(plain))


def test_an_icon_laid_upon_its_mask_is_cut_out() -> None:
    mask = _dib(b"\xff\xff\xff\x00\x00\x00", b"\xff\xff\xff\x00\x00\x00")
    icon = _dib(b"\x00\x00\x00\x00\x00\xff", b"\x00\x00\x00\x00\x00\xff")
    place = struct.pack("<8h", 2, 2, 0, 0, 2, 2, 0, 0)
    first = (0x0B41, struct.pack("<I", 0x8800C6) + place + mask)
    made = [metafile_svg(wmf(first, (0x0B41, struct.pack("<I", way) + place + icon))) for way in (0x660046, 0xEE0086)]
    assert made[0] == made[1]
    tall = _dib(b"\xff\xff\xff\x00\x00\x00", b"\xff\xff\xff\x00\x00\x00", b"", b"")  # Windows keeps both in one
    half = (0x0B41, struct.pack("<I", 0x8800C6) + place + tall)
    assert metafile_svg(wmf(half, (0x0B41, struct.pack("<I", 0x660046) + place + icon))) == made[0]
    inverted = (0x0B41, struct.pack("<I", 0x660046) + place + icon)
    assert metafile_svg(wmf(inverted, first, inverted)) == made[0]  # what was inverted at first is so once more
    other = _dib(b"\x00\x00\x00\x00\xff\x00", b"\x00\x00\x00\x00\x00\xff")
    for records in ((inverted,), (inverted, first, (0x0B41, struct.pack("<I", 0x660046) + place + other))):
        with pytest.raises(MetafileError, match="trộn"):
            metafile_svg(wmf(*records))


@pytest.mark.parametrize(
    ("place", "world"), [((1, 0), (1, 1, 0, 0)), ((8, 5), (1, 1, -7, -5)), ((2, 0), (0.5, 1, 0, 0))]
)
@pytest.mark.parametrize("depth", [1, 8, 24])
def test_the_part_of_a_bitmap_is_said_in_units_of_the_program_that_drew_it(
    place: tuple[int, int], world: tuple[float, ...], depth: int
) -> None:
    """The mask and the picture are cut out at the same place, whatever their pixels are."""
    by, down, dx, dy = world
    wide = round(2 / by)
    black, white = b"\0" * 3, b"\xff" * 3
    mask_rows = {1: b"\x60\0\0\0", 8: b"\0\1\1\0", 24: black + white * 2 + black}[depth]
    mask = (mask_rows, depth, b"" if depth == 24 else b"\0\0\0\0\xff\xff\xff\0", (4, 1))
    icon = (black + black + b"\0\0\xff" + black, 24, b"", (4, 1))
    made = []
    for source, matrix in (((*place, wide, 1), (by, 0, 0, down, dx, dy)), ((1, 0, 2, 1), (1, 0, 0, 1, 0, 0))):
        records = [_block(way, source, matrix, *held) for way, held in ((0x8800C6, mask), (0x660046, icon))]
        made.append(metafile_svg(emf(*records)))
    assert made[0] == made[1]
    assert b"<image" in made[0]


def _block(
    way: int, source: tuple[int, ...], world: tuple[float, ...], pixels: bytes, depth: int, palette: bytes,
    size: tuple[int, int],
) -> tuple[int, bytes]:  # fmt: skip
    """A record that stretches a part of a bitmap over the box from 10, 20 to 30, 40."""
    left, top, wide, high = source
    header = struct.pack("<IiiHHIIiiII", 40, *size, 1, depth, 0, 0, 0, 0, len(palette) // 4, 0) + palette
    fixed = integers(0, 0, 0, 0, 10, 20, 20, 20) + struct.pack("<I2i6f", way, left, top, *world)
    at = 8 + len(fixed) + 8 + 16 + 8
    held = struct.pack("<2I4I2i", 0, 0, at, len(header), at + len(header), len(pixels), wide, high)
    return 77, fixed + held + header + pixels
