"""How much of a file is read before it is refused: every limit in one place, each with its reason.

They bound what a hostile file can cost, and let pass whatever an office really writes: the measure is a table of
10,000 rows and 10 columns (2.2 million tags, 1.4 million attributes, 43 MB of XML, 100,000 paragraphs). Reading
stays below about a gigabyte of memory; Typst itself needs some 30 KB for each table cell it sets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import ConversionError, Problem

if TYPE_CHECKING:
    from generator.layout.tree import Page

WHOLE = "Tệp DOCX"  # the place of what is wrong with a file as a whole

# The package; what its zip and its XML may cost stands in generator/opc.
MAX_PICTURE = 64 * 1024 * 1024  # bytes of one part that is not XML
MAX_PIXELS = 120_000_000  # of one picture: a sheet scanned at 1,000 dots an inch; three bytes each when unpacked
MAX_ALL_PIXELS = 1_000_000_000  # of all pictures of a file: a hundred scanned pages; Typst keeps them unpacked
MAX_PROFILE = 16 * 1024 * 1024  # bytes a picture's colour profile unpacks to; those of printers have some two million
MAX_SVG_WORK = 150_000  # parts that the SVGs of a file draw, each counted as often as one picture draws it
MAX_SVG_DEPTH = 150  # parts of an SVG in one another, also by reference; Typst overruns its stack on some thousands

# The content.
MAX_PARAGRAPHS = 120_000  # of body, cells, headers and footers together; about 3,000 pages
MAX_NESTING = 30  # tables, controls and frames in one another; deeper recursion would meet Python's own limit
MAX_STYLES = 10_000  # Word's own limit
MAX_FIELDS = 200  # fields in one another: pictures pasted from the web gather one at each paste
MAX_FIELD_CODE = 4_000  # characters of one field's code
MAX_PIECES = 20_000  # pieces of text in one paragraph: joining them costs their product with its length
MAX_PARAGRAPH_TEXT = 200_000  # characters in one paragraph, 80 pages without a stop: Typst takes their square
MAX_BOUND_TEXT = 2_000_000  # characters that content controls take from data: many may show the same
MAX_COLUMNS = 256  # grid columns of a table; Word draws 63
MAX_GRID = 2_000_000  # grid positions of a table: rows times columns
MAX_NUMBER = 32_767  # the last number Word counts lists and pages to
MAX_LABEL = 255  # characters in the pattern of a list's label

# Single values: beyond them Word itself calls a file damaged.
MAX_LENGTH = 1_584.0  # points, 22 inches: the largest paper, indent or tab position
MAX_INTEGER = 2**31 - 1
MIN_SIZE = 1.0  # points of type
MIN_ROOM = 20.0  # points of paper left between the margins either way; less holds no line of text

# The work a document asks of the engine, estimated before it starts, because Typst cannot be interrupted.
MAX_PAGES = 10_000  # some 10 seconds of Typst
MAX_TEXT = 12_000_000  # characters set, those repeated on every page counted each time; 200 bytes each in Typst
MAX_DRAWN = 3_000_000  # parts of SVGs set, those repeated on every page counted each time; some 10 seconds of Typst


def refuse(what: str, fix: str = "chia văn bản thành nhiều tệp nhỏ hơn", place: str = WHOLE) -> ConversionError:
    """The error that refuses a file for its size or its shape."""
    return ConversionError(Problem(place, what, fix))


def check_page(page: Page) -> None:
    """Refuse paper on which no text has room: Typst would set one line, or nothing, on each of endless pages."""
    if min(page.width, page.height) < MIN_ROOM:
        raise refuse("khổ giấy bằng không hoặc quá nhỏ", "đặt lại khổ giấy (Bố trí → Kích cỡ)")
    if min(page.text_width, page.height - page.top - page.bottom) < MIN_ROOM:
        raise refuse("lề trang rộng hơn khổ giấy, không còn chỗ cho chữ", "đặt lại lề trang")
