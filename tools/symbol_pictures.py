"""Plain pictures for the emoji papers use most and DejaVu Sans lacks: a page, a folder, a lock, a clock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from math import cos, pi, sin

from symbol_canvas import Canvas

Draw = Callable[[Canvas], None]


def _page(c: Canvas) -> None:
    c.frame(330, -150, 1470, 1390, 100)
    for y in (200, 480, 760, 1040):
        c.box(530, y, 1270, y + 90)


def _clipboard(c: Canvas) -> None:
    c.frame(330, -150, 1470, 1300, 100)
    c.box(600, 1150, 1200, 1450)
    for y in (100, 400, 700):
        c.box(530, y, 1270, y + 100)


def _memo(c: Canvas) -> None:
    c.frame(200, -150, 1150, 1390, 100)
    for y in (560, 800, 1040):
        c.box(380, y, 970, y + 80)
    c.line((780, 260), (1560, 1040), 170)
    c.polygon((640, 120), (700, 300), (820, 180))


def _calendar(c: Canvas) -> None:
    c.frame(200, -150, 1600, 1250, 100)
    c.box(200, 930, 1600, 1250)
    for x in (480, 1200):
        c.box(x, 1150, x + 120, 1450)
    for x in (400, 780, 1160):
        for y in (120, 500):
            c.box(x, y, x + 240, y + 220)


def _chart(c: Canvas, *bars: float) -> None:
    c.box(150, -150, 270, 1390)
    c.box(150, -150, 1670, -30)
    for number, height in enumerate(bars):
        c.box(420 + number * 420, -30, 700 + number * 420, height)


def _curve(c: Canvas, *heights: float) -> None:
    _chart(c)
    points = [(400 + number * 400.0, height) for number, height in enumerate(heights)]
    for start, end in pairwise(points):
        c.line(start, end, 150)
        c.disc(*end, 75)


def _folder(c: Canvas) -> None:
    c.polygon((150, 1250), (720, 1250), (880, 1080), (1650, 1080), (1650, -50), (150, -50))


def _open_folder(c: Canvas) -> None:
    c.polygon((130, 1250), (640, 1250), (780, 1080), (1450, 1080), (1450, 820), (360, 820), (130, 250))
    c.polygon((420, 730), (1750, 730), (1460, -50), (150, -50))


def _book(c: Canvas) -> None:
    c.box(330, -150, 1470, 1390)
    c.box(460, -60, 1470, 40, cut=True)
    c.box(560, 880, 1270, 1100, cut=True)


def _open_book(c: Canvas) -> None:
    c.polygon((850, 1080), (130, 1280), (130, 120), (850, -120))
    c.polygon((950, 1080), (1670, 1280), (1670, 120), (950, -120))
    for y in (330, 560, 790):
        c.line((270, y + 170), (720, y + 45), 70, cut=True)
        c.line((1530, y + 170), (1080, y + 45), 70, cut=True)


def _books(c: Canvas) -> None:
    c.box(180, -150, 560, 1250)
    c.box(640, -150, 1000, 1390)
    c.polygon((1080, -150), (1390, -150), (1700, 1180), (1400, 1250))
    for left, right in ((250, 490), (710, 930)):
        c.box(left, 850, right, 950, cut=True)


def _pin(c: Canvas) -> None:
    c.box(600, 1230, 1200, 1420)
    c.polygon((700, 1230), (1100, 1230), (1190, 700), (610, 700))
    c.box(430, 530, 1370, 700)
    c.polygon((830, 530), (970, 530), (900, -170))


def _round_pin(c: Canvas) -> None:
    c.disc(900, 960, 440)
    c.polygon((545, 700), (1255, 700), (900, -170))
    c.disc(900, 960, 170, cut=True)


def _clip(c: Canvas) -> None:
    c.frame(520, -150, 1280, 1390, 110)
    c.frame(740, 120, 1060, 1080, 90)


def _bulb(c: Canvas) -> None:
    c.ring(900, 850, 520, 110)
    c.box(690, 130, 1110, 280)
    c.box(720, -120, 1080, 60)


def _glass(c: Canvas, side: float) -> None:
    c.ring(900 - side * 150, 780, 560, 130)
    c.line((900 + side * 230, 400), (900 + side * 720, -100), 200)


def _lock(c: Canvas, shift: float = 0.0) -> None:
    c.box(350, -150, 1450, 720)
    c.frame(550 + shift, 640, 1250 + shift, 1400, 140)
    c.box(830, 130, 970, 430, cut=True)


def _key(c: Canvas) -> None:
    c.ring(480, 880, 390, 140)
    c.line((740, 640), (1620, -120), 160)
    c.line((1330, 100), (1540, 340), 140)


def _bell(c: Canvas) -> None:
    c.disc(900, 1310, 110)
    c.disc(900, 830, 470)
    c.box(430, 260, 1370, 830)
    c.polygon((430, 260), (1370, 260), (1620, 60), (180, 60))
    c.disc(900, -30, 140)


def _cup(c: Canvas) -> None:
    c.ring(400, 1050, 270, 100)
    c.ring(1400, 1050, 270, 100)
    c.polygon((430, 1400), (1370, 1400), (1180, 560), (620, 560))
    c.box(820, 160, 980, 570)
    c.box(520, -150, 1280, 170)


def _rocket(c: Canvas) -> None:
    c.polygon((900, 1470), (1190, 980), (1190, 200), (610, 200), (610, 980))
    c.disc(900, 880, 150, cut=True)
    c.polygon((600, 560), (290, 80), (600, 200))
    c.polygon((1200, 560), (1510, 80), (1200, 200))
    c.polygon((740, 140), (1060, 140), (900, -180))


def _house(c: Canvas) -> None:
    c.polygon((110, 640), (900, 1400), (1690, 640))
    c.box(330, -150, 1470, 640)
    c.box(750, -140, 1050, 360, cut=True)


def _tower(c: Canvas) -> None:
    c.box(350, -150, 1450, 1390)
    for x in (500, 810, 1120):
        for y in (300, 650, 1000):
            c.box(x, y, x + 180, y + 200, cut=True)


def _temple(c: Canvas) -> None:
    c.polygon((130, 950), (900, 1400), (1670, 950))
    c.box(200, 800, 1600, 890)
    for x in (260, 620, 980, 1340):
        c.box(x, 80, x + 200, 750)
    c.box(130, -150, 1670, 30)


def _person(c: Canvas, x: float = 900.0, size: float = 1.0) -> None:
    c.disc(x, -150 + 1130 * size, 370 * size)
    body = [(-680, 0), (680, 0), (560, 470), (300, 640), (-300, 640), (-560, 470)]
    c.polygon(*((x + dx * size, -150 + dy * size) for dx, dy in body))


def _people(c: Canvas) -> None:
    _person(c, 480, 0.62)
    _person(c, 1330, 0.62)


def _laptop(c: Canvas) -> None:
    c.frame(320, 330, 1480, 1250, 110)
    c.polygon((130, -80), (1670, -80), (1480, 250), (320, 250))


def _screen(c: Canvas) -> None:
    c.frame(160, 250, 1640, 1350, 110)
    c.box(780, 10, 1020, 250)
    c.box(480, -130, 1320, 10)


def _printer(c: Canvas) -> None:
    c.box(180, 150, 1620, 850)
    c.frame(460, 850, 1340, 1390, 90)
    c.box(460, -150, 1340, 90)


def _telephone(c: Canvas) -> None:
    c.frame(480, -150, 1320, 1390, 100)
    c.box(480, -150, 1320, 80)


def _camera(c: Canvas) -> None:
    c.box(150, -30, 1650, 1050)
    c.box(600, 1050, 1200, 1250)
    c.disc(900, 500, 400, cut=True)
    c.disc(900, 500, 240)


def _money_bag(c: Canvas) -> None:
    c.disc(900, 460, 610)
    c.polygon((560, 1060), (1240, 1060), (1400, 1400), (400, 1400))
    c.sign("$", (620, 60, 1180, 860), cut=True)


def _speech(c: Canvas) -> None:
    c.box(150, 250, 1650, 1300)
    c.polygon((420, 260), (860, 260), (350, -150))
    for x in (500, 900, 1300):
        c.disc(x, 780, 110, cut=True)


def _link(c: Canvas) -> None:
    c.ring(560, 620, 430, 130)
    c.ring(1240, 620, 430, 130)


def _box(c: Canvas) -> None:
    c.box(200, -150, 1600, 850)
    c.box(130, 900, 1670, 1300)
    c.box(780, 350, 1020, 840, cut=True)


def _cap(c: Canvas) -> None:
    c.polygon((80, 850), (900, 1280), (1720, 850), (900, 420))
    c.polygon((430, 570), (900, 330), (1370, 570), (1370, 150), (900, -50), (430, 150))
    c.line((1600, 850), (1600, 150), 90)


def _disk(c: Canvas) -> None:
    c.polygon((150, 1390), (1400, 1390), (1650, 1140), (1650, -150), (150, -150))
    c.box(480, 900, 1200, 1330, cut=True)
    c.box(400, -90, 1400, 600, cut=True)


def _bin(c: Canvas) -> None:
    c.box(700, 1300, 1100, 1430)
    c.box(250, 1120, 1550, 1260)
    c.polygon((350, 1040), (1450, 1040), (1330, -150), (470, -150))
    for x in (650, 860, 1070):
        c.box(x, 30, x + 80, 880, cut=True)


def _shield(c: Canvas) -> None:
    c.polygon((900, 1420), (1530, 1180), (1530, 600), (1300, 130), (900, -170), (500, 130), (270, 600), (270, 1180))


def _thumb(c: Canvas, way: float) -> None:
    hand = [(620, -620), (1400, -620), (1560, 180), (1060, 230), (1120, 770), (880, 770), (620, 180)]
    c.polygon(*((x, 620 + way * y) for x, y in hand))
    c.box(250, min(620 - way * 620, 620 + way * 180), 530, max(620 - way * 620, 620 + way * 180))


def _clock(c: Canvas, hour: int) -> None:
    c.ring(900, 620, 740, 110)
    angle = pi / 2 - hour * pi / 6
    c.line((900, 620), (900, 1180), 90)
    c.line((900, 620), (900 + 380 * cos(angle), 620 + 380 * sin(angle)), 120)
    c.disc(900, 620, 70)


def _number(c: Canvas, *, filled: bool) -> None:
    if filled:
        c.disc(900, 620, 770)
    else:
        c.ring(900, 620, 770, 90)
    c.sign("0", (620, 200, 1180, 1040), cut=filled)


def _bars(c: Canvas) -> None:
    c.box(420, -100, 740, 1340)
    c.box(1060, -100, 1380, 1340)


def _pair(c: Canvas, sign: str) -> None:
    c.sign(sign, (130, 200, 900, 1040))
    c.sign(sign, (900, 200, 1670, 1040))


def _flame(c: Canvas) -> None:
    c.polygon(
        (900, 1450), (1080, 1050), (1230, 900), (1300, 1080), (1480, 700), (1480, 350), (1250, -20), (900, -170),
        (550, -20), (320, 350), (360, 700), (540, 950), (600, 720), (760, 950),
    )  # fmt: skip
    c.polygon((900, 650), (1130, 250), (900, -40), (670, 250), cut=True)


def _party(c: Canvas) -> None:
    c.polygon((200, -150), (520, 830), (1180, 170))
    for x, y in ((700, 1250), (1050, 950), (1150, 1320), (1400, 700), (1560, 1080), (1500, 300)):
        c.disc(x, y, 90)


def _megaphone(c: Canvas) -> None:
    c.polygon((1500, 1250), (1500, 50), (600, 350), (600, 950))
    c.box(250, 350, 540, 950)
    c.polygon((420, 290), (650, 290), (760, -130), (540, -130))
    c.box(1560, 500, 1690, 800)


def _letter_with_arrow(c: Canvas) -> None:
    c.sign("✉", (200, -170, 1600, 800))
    c.sign("↓", (650, 760, 1150, 1420))


def _tray(c: Canvas, arrow: str) -> None:
    c.polygon((150, 350), (150, -150), (1650, -150), (1650, 350), (1200, 350), (1100, 150), (700, 150), (600, 350))
    c.sign(arrow, (550, 400, 1250, 1420))


def _briefcase(c: Canvas) -> None:
    c.frame(600, 900, 1200, 1300, 110)
    c.box(150, 470, 1650, 1050)
    c.box(150, -130, 1650, 400)


def _hospital(c: Canvas) -> None:
    c.box(250, -150, 1550, 1390)
    c.polygon(
        (800, 350), (800, 620), (530, 620), (530, 820), (800, 820), (800, 1090), (1000, 1090), (1000, 820), (1270, 820),
        (1270, 620), (1000, 620), (1000, 350), cut=True,
    )  # fmt: skip


def _fine(c: Canvas) -> None:
    c.ring(560, 420, 380, 130)
    for x in (980, 1210, 1430):
        c.line((880, 450), (x, 1380 if x < 1400 else 1150), 120)
    c.polygon((780, 560), (980, 560), (1130, -150), (620, -150))


PICTURES: dict[str, Draw] = {
    **dict.fromkeys("📄📃📑📜🗏🗈🗉🖹🗟", _page), "📋": _clipboard, **dict.fromkeys("📝🗒", _memo),
    **dict.fromkeys("📅📆🗓", _calendar),
    "📊": lambda c: _chart(c, 700, 1250, 450), **dict.fromkeys("📁🖿", _folder), "🗂": _folder, "📂": _open_folder,
    **dict.fromkeys("📈🗠", lambda c: _curve(c, 150, 650, 450, 1250)), "📉": lambda c: _curve(c, 1250, 650, 850, 150),
    **dict.fromkeys("📕📗📘📙📓📔📒", _book), **dict.fromkeys("📖🕮", _open_book),
    "📚": _books, **dict.fromkeys("📌🖈", _pin), "📍": _round_pin,
    "📎": _clip, "💡": _bulb, "🔍": lambda c: _glass(c, 1), "🔎": lambda c: _glass(c, -1), "🔒": _lock,
    "🔓": lambda c: _lock(c, 420), "🔑": _key, "🔔": _bell, "🏆": _cup, "🚀": _rocket, "🏠": _house,
    "🏡": _house, "🏢": _tower, "🏛": _temple, "👤": _person, "👥": _people, "💻": _laptop,
    **dict.fromkeys("🖥🖵", _screen),
    **dict.fromkeys("🖨🖶", _printer), "📱": _telephone, "📷": _camera, "💰": _money_bag,
    **dict.fromkeys("💬🗨🗩", _speech), "🔗": _link, "📦": _box,
    "🎓": _cap, "💾": _disk, "🗑": _bin, "🔥": _flame, "🎉": _party, "📢": _megaphone, "📣": _megaphone,
    "📩": _letter_with_arrow, "📨": _letter_with_arrow, "💼": _briefcase, "📥": lambda c: _tray(c, "⬇"),
    "📤": lambda c: _tray(c, "⬆"), "🏥": _hospital, "🏫": _tower, "🛡": _shield, "👍": lambda c: _thumb(c, 1),
    "👎": lambda c: _thumb(c, -1), "⓪": lambda c: _number(c, filled=False),
    "⓿": lambda c: _number(c, filled=True), "⏸": _bars, "⏩": lambda c: _pair(c, "▶"), "👌": _fine,
    "⏪": lambda c: _pair(c, "◀"), "🞐": lambda c: c.frame(130, -150, 1670, 1390, 260),
    **{chr(0x1F550 + hour - 1): partial(_clock, hour=hour) for hour in range(1, 13)},
}  # fmt: skip
