"""Which families may stand for one that a machine lacks: those of the same widths, and those that look like it."""

from __future__ import annotations

from generator.fonts import BUNDLED_FAMILY

# Metric-equal twins as fontconfig's 30-metric-aliases lists them, tried when the machine lacks the typeface itself.
_TWINS = {
    "times new roman": (BUNDLED_FAMILY,),
    "times": ("Times New Roman", BUNDLED_FAMILY),
    "tinos": ("Times New Roman", BUNDLED_FAMILY),
    "arial": ("Liberation Sans", "Arimo"),
    "arimo": ("Arial", "Liberation Sans"),
    "liberation sans": ("Arial", "Arimo"),
    "helvetica": ("Arial", "Liberation Sans", "Arimo"),
    "courier new": ("Liberation Mono", "Cousine"),
    "cousine": ("Courier New", "Liberation Mono"),
    "liberation mono": ("Courier New", "Cousine"),
    "courier": ("Courier New", "Liberation Mono", "Cousine"),
    "calibri": ("Carlito",),
    "carlito": ("Calibri",),
    "cambria": ("Caladea",),
    "caladea": ("Cambria",),
    "georgia": ("Gelasio",),
    "gelasio": ("Georgia",),
}
# The same faces by other names: those inside PDF files, and with letters of other scripts added.
_SPELLINGS = {
    "timesnewroman": "Times New Roman", "timesnewromanps": "Times New Roman", "timesnewromanpsmt": "Times New Roman",
    "arialmt": "Arial", "arialunicodems": "Arial",
    "couriernew": "Courier New", "couriernewps": "Courier New", "couriernewpsmt": "Courier New",
}  # fmt: skip
_STYLES = ("-bolditalicmt", "-boldmt", "-italicmt", "-bolditalic", "-bold", "-italic")  # a face, not a family
_SANS, _MONO = ("Arial",), ("Courier New",)
# Not as wide, but of the same kind: the nearest that machines have.
_NEAR = {
    "calibri light": ("Calibri",), "cambria math": ("Cambria",), "verdana": ("DejaVu Sans", *_SANS),
    **dict.fromkeys(
        (
            "tahoma", "segoe ui", "segoe ui light", "segoe ui semibold", "segoe ui semilight", "trebuchet ms",
            "microsoft sans serif", "ms sans serif", "lucida sans unicode", "arial black", "arial narrow", "aptos",
            "aptos display", "candara", "corbel", "open sans", "roboto", "noto sans", "inter", "lato", "helvetica neue",
        ),
        _SANS,
    ),
    **dict.fromkeys(("consolas", "lucida console", "cascadia mono", "cascadia code", "jetbrains mono"), _MONO),
}  # fmt: skip
_SERIF = ("time", "roman", "serif")


def plain_name(asked: str) -> str:
    """The family that a name means: the first of several, without quotes, and by its usual spelling."""
    name = asked.strip()
    if len(name) > 7 and name[6] == "+" and name[:6].isalpha() and name[:6].isupper():  # part of a font of a PDF
        name = name[7:]
    name = name.split(",")[0].strip().strip("'\"").strip() or asked
    return _SPELLINGS.get("".join(name.lower().split()), name)


def twins_of(asked: str) -> tuple[str, ...]:
    """The families whose letters are as wide as those of the one asked for."""
    name = plain_name(asked)
    twins = _TWINS.get(name.lower(), ())
    return twins if name.lower() == asked.lower() else (name, *twins)


def like(asked: str, said: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The families that look like the one asked for, the nearest first; ``said`` are those that the file names."""
    family = plain_name(asked)
    name = family.lower()
    known = _NEAR.get(name, ())
    style = next((style for style in _STYLES if name.endswith(style)), "")
    if style:
        known = (plain_name(family[: -len(style)]),)
    if not known and not any(part in name for part in _SERIF):
        known = said
    return tuple(dict.fromkeys(other for near in known for other in (near, *twins_of(near))))
