"""Running text of random documents: plain, formatted, and with one rare thing in it."""

from __future__ import annotations

from collections.abc import Callable

from tests.agreement.made.draft import Draft, Properties, attributes, field_code, flag, inline, run, value
from tests.agreement.made.drawings import inline_picture

Piece = Callable[[Draft, str, Properties], str]


def text(draft: Draft, sentence: str, base: Properties | None = None) -> str:
    """The sentence as runs: mostly plain, at times with words set off."""
    base = base or {}
    words = sentence.split(" ")
    if len(words) < 5 or draft.chance(0.55):
        return run(sentence, base)
    start = draft.rng.randrange(len(words) - 3)
    end = start + draft.rng.randint(1, 3)
    name, look = draft.pick(_ORDINARY)
    draft.use(name)
    before, middle, after = " ".join(words[:start]), " ".join(words[start:end]), " ".join(words[end:])
    return (run(f"{before} ", base) if before else "") + run(middle, {**base, **look}) + run(f" {after}", base)


def rich_text(draft: Draft, name: str, sentence: str, base: Properties | None = None) -> str:
    """The sentence with the rare construct ``name`` at a word in it."""
    base = base or {}
    draft.use(name)
    words = sentence.split(" ")
    at = draft.rng.randrange(max(len(words) - 2, 1))
    before, middle, after = " ".join(words[:at]), " ".join(words[at : at + 2]), " ".join(words[at + 2 :])
    return (
        (run(f"{before} ", base) if before else "")
        + PIECES[name](draft, middle, base)
        + (run(f" {after}", base) if after else "")
    )


_ORDINARY: tuple[tuple[str, Properties], ...] = (
    ("bold", flag("b")),
    ("bold", flag("b")),
    ("italic", flag("i")),
    ("bold italic", {**flag("b"), **flag("i")}),
    ("underline", value("u", "single")),
)


def _looks(*options: Properties) -> Piece:
    def piece(draft: Draft, words: str, base: Properties) -> str:
        return run(words, {**base, **draft.pick(options)})

    return piece


def _superscript(draft: Draft, words: str, base: Properties) -> str:
    return run(words, base) + run("2", {**base, **value("vertAlign", "superscript")})


def _subscript(draft: Draft, words: str, base: Properties) -> str:
    return run(f"{words} CO", base) + run("2", {**base, **value("vertAlign", "subscript")})


def _hidden(draft: Draft, words: str, base: Properties) -> str:
    return run(f"{words} ", base) + run("(không in) ", {**base, **flag("vanish")})


def _symbol(draft: Draft, words: str, base: Properties) -> str:
    font, char = draft.pick(
        (
            *(("Wingdings", f"F0{code}") for code in ("A8", "FC", "FE", "6F", "71", "E0", "28")),
            *(("Wingdings 2", "F0A3"), ("Symbol", "F0B3"), ("Symbol", "F0AE"), ("Symbol", "F0E5")),
        )
    )
    return inline(f'<w:sym w:font="{font}" w:char="{char}"/>', base) + run(f" {words}", base)


def _hyperlink(draft: Draft, words: str, base: Properties) -> str:
    target = draft.package.link("https://vanban.chinhphu.vn/?pageid=27160")
    look = {**base, **value("color", "0563C1"), **value("u", "single")}
    return f'<w:hyperlink r:id="{target}">{run(words, look)}</w:hyperlink>'


def _bookmark(draft: Draft, words: str, base: Properties) -> str:
    number = draft.number()
    name = f"_Ref{number}"
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{run(words, base)}<w:bookmarkEnd w:id="{number}"/>'
        + run(" (xem ", base)
        + field_code(f"REF {name} \\h", words, base)
        + run(")", base)
    )


def _field_result(draft: Draft, words: str, base: Properties) -> str:
    simple = f'<w:fldSimple w:instr=" SEQ Bảng \\* ARABIC ">{run("1", base)}</w:fldSimple>'
    return run(f"{words} ", base) + simple


def _footnote(draft: Draft, words: str, base: Properties) -> str:
    number = len(draft.notes) + 1
    small = value("sz", "20")
    draft.notes.append(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        + inline("<w:footnoteRef/>", {**small, **value("vertAlign", "superscript")})
        + run(f" {draft.sentences()}", small)
        + "</w:p></w:footnote>"
    )
    return run(words, base) + inline(
        f'<w:footnoteReference w:id="{number}"/>', {**base, **value("vertAlign", "superscript")}
    )


def _tracked(draft: Draft, words: str, base: Properties) -> str:
    def who() -> str:
        return f'w:id="{draft.number()}" w:author="Văn thư" w:date="2024-01-05T08:00:00Z"'

    removed = run("nội dung cũ ", base).replace("w:t ", "w:delText ").replace("w:t>", "w:delText>")
    return f"<w:del {who()}>{removed}</w:del><w:ins {who()}>{run(words, base)}</w:ins>"


def _content_control(draft: Draft, words: str, base: Properties) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Trích yếu"/><w:id w:val="{draft.number()}"/><w:text/></w:sdtPr>'
        f"<w:sdtContent>{run(words, base)}</w:sdtContent></w:sdt>"
    )


def _line_break(draft: Draft, words: str, base: Properties) -> str:
    return run(words, base) + inline("<w:br/>", base)


def _nobreak(draft: Draft, words: str, base: Properties) -> str:
    return (
        run("từ 2023", base)
        + inline("<w:noBreakHyphen/>", base)
        + run("2025\u00a0và\u00a0các\u00a0năm\u00a0sau ", base)
        + run(words, base)
    )


def _soft_hyphen(draft: Draft, words: str, base: Properties) -> str:
    return run("tiêu", base) + inline("<w:softHyphen/>", base) + run(f"chuẩn {words}", base)


def _sizes(draft: Draft, words: str, base: Properties) -> str:
    return run(words, {**base, **value("sz", draft.pick((18, 32, 36)))})


def _inline_picture(draft: Draft, words: str, base: Properties) -> str:
    return run(f"{words} ", base) + inline(inline_picture(draft, draft.pick((18, 30, 48))), base)


PIECES: dict[str, Piece] = {
    "strike": _looks(flag("strike"), flag("dstrike")),
    "caps": _looks(flag("caps")),
    "small caps": _looks(flag("smallCaps")),
    "superscript": _superscript,
    "subscript": _subscript,
    "highlight": _looks(value("highlight", "yellow"), value("highlight", "green")),
    "hidden text": _hidden,
    "character spacing": _looks(value("spacing", 10), value("spacing", -8), value("spacing", 20)),
    "kerning": _looks(value("kern", 2), value("kern", 20)),
    "raised text": _looks(value("position", 6), value("position", -4)),
    "coloured text": _looks(
        value("color", "C00000"), value("color", "1F3864"), {**flag("outline"), **value("color", "ED7D31")}
    ),
    "run shading": _looks(attributes("shd", val="clear", color="auto", fill="D9E2F3")),
    "character style": _looks(value("rStyle", "Nhanmanh"), value("rStyle", "Nghiengdam")),
    "underline kinds": _looks(value("u", "double"), value("u", "dotted"), value("u", "thick"), value("u", "wave")),
    "mixed sizes": _sizes,
    "symbol": _symbol,
    "hyperlink": _hyperlink,
    "bookmark and REF": _bookmark,
    "field result": _field_result,
    "footnote": _footnote,
    "tracked change": _tracked,
    "content control": _content_control,
    "line break": _line_break,
    "no-break characters": _nobreak,
    "soft hyphen": _soft_hyphen,
    "inline picture": _inline_picture,
}
