"""Lines, pictures and boxes of text as the tree holds them, and what it refuses by name."""

from __future__ import annotations

import pytest

from generator.layout import read
from generator.layout.tree import Anchor, Box, Drawing, Group, Paragraph, Picture, Stroke
from tests.layout.drawing_maker import anchored, group, inline, picture, png, shape, straight, text_box, vml
from tests.layout.word_maker import make, para, run

PICTURE = {"logo.png": png()}


def drawing(content: str, **parts: object) -> Drawing:
    """The only drawing of a document whose one paragraph holds the content."""
    document = read(make(para(content), **parts))  # type: ignore[arg-type]
    assert document.unsupported == []
    (block,) = document.sections[0].blocks
    assert isinstance(block, Paragraph)
    (found,) = [item for item in block.items if isinstance(item, Drawing)]
    return found


def test_a_connector_is_a_line_at_its_anchor() -> None:
    found = drawing(anchored(straight(120), 120, x=100, y=18.5, across="margin"))
    assert isinstance(found.content, Stroke)
    assert (found.content.line.width, found.content.line.color) == (0.75, "FF0000")
    assert found.anchor == Anchor("margin", "paragraph", 100.0, 18.5)
    assert (found.width, found.height) == (120.0, 0.0)


@pytest.mark.parametrize(
    ("shape", "place"),
    [
        ('<v:line style="position:absolute;z-index:1" from="150pt,2cm" to="50pt,2cm" strokeweight="1pt"/>', (50, 56.7)),
        (
            '<v:shape type="#_x0000_t32" o:connectortype="straight" strokeweight="1pt" '
            'style="position:absolute;margin-left:50pt;margin-top:2cm;width:100pt;height:0"/>',
            (50, 56.7),
        ),
    ],
)
def test_lines_of_old_word_are_the_same(shape: str, place: tuple[float, float]) -> None:
    found = drawing(vml(shape))
    assert isinstance(found.content, Stroke)
    assert found.anchor is not None
    assert (found.anchor.x, found.anchor.y) == pytest.approx(place, abs=0.01)
    assert (found.width, found.content.line.width) == (100.0, 1.0)


def test_the_newer_of_two_forms_is_read_once() -> None:
    old = vml('<v:line from="0,0" to="9pt,0" style="position:absolute"/>').removeprefix("<w:r>").removesuffix("</w:r>")
    new = anchored(straight(120), 120).removeprefix("<w:r>").removesuffix("</w:r>")
    both = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    assert drawing(f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>").width == 120.0


@pytest.mark.parametrize(
    ("known", "old", "is_refused"),
    [("chữ", "chữ", False), ("chữ", "khác", True), ("chữ", "", True), ("", "chữ", False)],
)
def test_a_fallback_with_other_words_is_not_drawn(known: str, old: str, is_refused: bool) -> None:
    group = (
        '<new:shapes xmlns:new="urn:an-extension-of-later-years">'
        f"<wps:wsp><wps:txbx><w:txbxContent>{para(known)}</w:txbxContent></wps:txbx></wps:wsp></new:shapes>"
    )
    new = anchored(group, 120).removeprefix("<w:r>").removesuffix("</w:r>")
    both = f'<mc:Choice Requires="new">{new}</mc:Choice><mc:Fallback><w:t>{old}</w:t></mc:Fallback>'
    document = read(make(para(f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>")))
    assert bool(document.unsupported) is is_refused


@pytest.mark.parametrize(("words", "old", "is_refused"), [("", "", False), ("chữ", "chữ", False), ("chữ", "", True)])
def test_ink_among_shapes_is_drawn_as_the_pictures_of_it(words: str, old: str, is_refused: bool) -> None:
    box = f"<wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>{para(words)}</w:txbxContent></wps:txbx></wps:wsp>"
    inked = group("<w14:contentPart/>", box if words else "", size=(60, 40))
    new = anchored(inked, 120).removeprefix("<w:r>").removesuffix("</w:r>")
    shown = '<v:shape type="#_x0000_t75" style="width:60;height:40"><v:imagedata r:id="logo.png"/></v:shape>'
    text = (
        f'<v:rect style="width:9;height:9"><v:textbox><w:txbxContent>{para(old)}</w:txbxContent></v:textbox></v:rect>'
    )
    both_old = f'<v:group style="width:60pt;height:40pt" coordsize="60,40">{shown}{text if old else ""}</v:group>'
    pict = vml(both_old).removeprefix("<w:r>").removesuffix("</w:r>")
    both = f'<mc:Choice Requires="wpg">{new}</mc:Choice><mc:Fallback>{pict}</mc:Fallback>'
    document = read(make(para(f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"), media=PICTURE))
    assert bool(document.unsupported) is is_refused
    (held,) = document.sections[0].blocks[0].items or [None]  # type: ignore[union-attr]
    if not is_refused:
        assert isinstance(held, Drawing)
        assert [type(part.content) for part in held.all()] == [Group, Picture, *[Box] * bool(old)]


def test_a_field_that_found_no_picture_leaves_its_place_empty() -> None:
    found = drawing(vml('<v:shape type="#_x0000_t75" style="width:60pt;height:40pt"/>'))
    assert (found.content, found.width, found.height) == (Box(), 60.0, 40.0)


@pytest.mark.parametrize(("requires", "old"), [("wpc", "cũ"), ("wpc", ""), ("later", "mới")])
def test_paragraphs_that_stand_in_two_forms_are_read_once(requires: str, old: str) -> None:
    new = f'<mc:Choice Requires="{requires}">{para("mới")}</mc:Choice>'
    both = f"<mc:AlternateContent>{new}<mc:Fallback>{para(old)}</mc:Fallback></mc:AlternateContent>"
    document = read(make(both + para("sau")))
    assert [block.text for block in document.sections[0].blocks] == ["mới", "sau"]
    assert not document.unsupported


def test_a_picture_keeps_its_bytes_and_its_description() -> None:
    found = drawing(inline(picture("logo.png"), 60, 40, "Quốc huy"), media=PICTURE)
    assert isinstance(found.content, Picture)
    assert (found.content.data, found.content.format) == (png(), "png")
    assert (found.alt, found.anchor) == ("Quốc huy", None)


def test_a_box_holds_paragraphs_which_count_as_the_file_lists_them() -> None:
    body = para(run("a") + anchored(text_box(para("MẬT") + para("hai")), 150, 60)) + para("b")
    first, second = read(make(body), origins=True).sections[0].blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    (box,) = [item.content for item in first.items if isinstance(item, Drawing)]
    assert isinstance(box, Box)
    assert [block.text for block in box.blocks if isinstance(block, Paragraph)] == ["MẬT", "hai"]
    assert (first.text, first.origin, second.origin) == ("a", ("word/document.xml", 1), ("word/document.xml", 4))


@pytest.mark.parametrize(
    ("content", "parts", "message"),
    [
        (inline(picture("a.emf"), 9, 9), {"media": {"a.emf": b"\x01\0\0\0"}}, "ảnh EMF"),
        (
            anchored(shape("rect", 9, 9, more='<a:ln cmpd="dbl"><a:solidFill/><a:prstDash val="dot"/></a:ln>'), 9),
            {},
            "đường kẻ kép nét đứt",
        ),
        (anchored(shape("cloud", 9, 9, para("a")), 9), {}, "khung văn bản"),
        (anchored(shape("rect", 9, 9, para("a"), turned='flipV="1"'), 9), {}, "khung văn bản lật"),
        (vml('<v:shape path="m0,0ae9,9,9,9,0,900e"/>'), {}, "hình vẽ tự do"),
        (vml('<v:shape type="#_x0000_t144"><v:textpath string="MẬT"/></v:shape>'), {}, "chữ nghệ thuật"),
    ],
)
def test_what_cannot_be_held_is_named_with_its_place(content: str, parts: dict[str, object], message: str) -> None:
    (said,) = read(make(para("x") + para(content), **parts)).unsupported  # type: ignore[arg-type]
    assert message in said
    assert said.endswith("ở đoạn 2")


@pytest.mark.parametrize(
    ("content", "link"),
    [
        (inline(picture("xa", how="link"), 60, 40), "http://192.0.2.1/a.png"),
        (inline(picture("xa"), 60, 40), "file:///etc/passwd"),
        (
            vml('<v:shape type="#_x0000_t75" style="width:60pt;height:40pt"><v:imagedata r:id="xa"/></v:shape>'),
            "http://b/",
        ),
    ],
)
def test_the_place_of_a_picture_that_is_not_in_the_file_is_held_and_told(content: str, link: str) -> None:
    document = read(make(para("x") + para(content), linked={"xa": link}))
    assert document.unsupported == []
    held = document.sections[0].blocks[1].items[0]  # type: ignore[union-attr]
    assert isinstance(held, Drawing)
    assert (held.width, held.height) == (60, 40)
    assert [type(part.content) for part in held.all()] == [Group, Box, Stroke, Stroke]
    (said,) = document.notes
    assert "1 ảnh không nằm trong tệp" in said
    assert "ở đoạn 2" in said


def test_an_empty_reference_to_a_picture_makes_no_picture_of_a_shape() -> None:
    """As WPS writes every connector."""
    style = "position:absolute;width:38pt;height:0pt"
    found = drawing(vml(f'<v:shape type="#_x0000_t32" o:spt="32" style="{style}"><v:imagedata o:title=""/></v:shape>'))
    assert isinstance(found.content, Stroke)


def test_an_embedded_object_is_the_picture_that_stands_for_it() -> None:
    shape = '<v:shape type="#_x0000_t75" style="width:60pt;height:40pt" o:ole=""><v:imagedata r:id="{}"/></v:shape>'
    held = f'<w:r><w:object>{shape}<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r>'
    found = drawing(held.format("logo.png"), media=PICTURE)
    assert isinstance(found.content, Picture)
    assert (found.width, found.height) == (60.0, 40.0)
    document = read(make(para(held.format("a.emf")), media={"a.emf": b"\1\0\0\0"}))
    assert document.unsupported == ["đối tượng nhúng (OLE) hiện bằng ảnh EMF ở đoạn 1"]


def test_a_paragraph_of_a_box_is_not_turned_by_its_text_direction() -> None:
    box = text_box(para("ngang", '<w:textDirection w:val="btLr"/>'))
    document = read(make(para(inline(box, 150, 60))))
    assert document.unsupported == []


def test_a_size_said_as_a_share_is_the_one_written_beside_it() -> None:
    style = "position:absolute;width:187pt;height:110pt;mso-width-percent:400;mso-width-relative:margin"
    found = drawing(vml(f'<v:rect style="{style}"/>'))
    assert (found.width, found.height) == (187.0, 110.0)


def test_a_size_said_as_a_share_alone_is_refused() -> None:
    shape = vml('<v:rect style="position:absolute;height:110pt;mso-width-percent:400"/>')
    assert read(make(para(shape))).unsupported == ["hình vẽ có cỡ theo tỷ lệ của trang ở đoạn 1"]


def test_of_a_picture_of_word_for_mac_the_one_in_pixels_is_shown() -> None:
    plain = picture("logo.png")
    fill = plain[plain.index("<pic:blipFill>") : plain.index("</pic:blipFill>") + len("</pic:blipFill>")]
    pdf = fill.replace("logo.png", "logo.pdf")
    both = f'<mc:AlternateContent><mc:Choice Requires="ma">{pdf}</mc:Choice><mc:Fallback>{fill}</mc:Fallback>'
    body = para(inline(plain.replace(fill, f"{both}</mc:AlternateContent>"), 60, 40))
    document = read(make(body, media={"logo.png": png(), "logo.pdf": b"%PDF-1.4"}))
    assert document.unsupported == []
    (held,) = document.sections[0].blocks[0].items  # type: ignore[union-attr]
    assert isinstance(held, Drawing)
    assert isinstance(held.content, Picture)
    assert held.content.format == "png"
