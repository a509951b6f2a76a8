"""Forms with something wrong, by kind, each with the rules that must be told of it; and sound ones."""

from __future__ import annotations

from tests.forms.form_pieces import (
    NAMES,
    OFFICE,
    Form,
    chosen,
    code,
    coloured,
    control,
    external,
    looks,
    note,
    of_kind,
    p,
    run,
    table,
    with_file,
    with_part,
    with_title,
    words,
)

_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_CHECKBOX = '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/>'
_FOR, _END = "{%p for m in muc_tieu %}", "{%p endfor %}"
_PICTURE = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="1" cy="1"/><wp:docPr id="1" name="a" descr="{{ ho_ten }}"/></wp:inline></w:drawing>'
)
_BOX = (
    '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    + p("Hộp {{ ho_tenn }}")
    + "</w:txbxContent></v:textbox></v:shape></w:pict>"
)
_BOTH = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f'<mc:Choice Requires="wps">{_BOX}</mc:Choice><mc:Fallback>{_BOX}</mc:Fallback></mc:AlternateContent>'
)
_INSERTED = '<w:ins w:id="1" w:author="a">{}</w:ins>'
_DELETED = '<w:del w:id="1" w:author="a"><w:r><w:delText>n</w:delText></w:r></w:del>'

BROKEN: dict[str, tuple[Form, set[str]]] = {
    # fields that are not there
    "unknown": (p("{{ trich_yeuu }}"), {"M01"}),
    "unknown with accents": (p("{{ trích_yếu }}"), {"M01"}),
    "unknown in r": (p("{{r trich_yeuu }}"), {"M01"}),
    "unknown nested": (p("{{ nguoi_ky.ho_tenn }}"), {"M01"}),
    "unknown twice nested": (p("{{ co_quan.ten_goi }}"), {"M01"}),
    "unknown of an item": (p(_FOR) + p("{{ m.noi_dungg }}") + p(_END), {"M01"}),
    "unknown of an inner item": (
        p(_FOR) + p("{%p for c in m.chi_tieu %}") + p("{{ c.don_vii }}") + p(_END) + p(_END), {"M01"}),
    "unknown in a branch": (p("{% if ho_ten %}a{% else %}{{ ho_tenn }}{% endif %}"), {"M01"}),
    "unknown in an inner branch": (p("{% if false %}{% if so %}{{ ten_xa }}{% endif %}{% endif %}"), {"M01"}),
    "unknown in a condition": (p("{% if ho_tenn %}a{% endif %}"), {"M01"}),
    "unknown in elif": (p("{% if so %}a{% elif ho_tenn %}b{% endif %}"), {"M01"}),
    "unknown list": (p("{%p for m in muc_tieuu %}") + p("a") + p(_END), {"M01"}),
    "unknown in an argument": (p("{{ ho_ten|default(ho_tenn) }}"), {"M01"}),
    "unknown in set": (p("{% set a = ho_tenn %}{{ a }}"), {"M01"}),
    "loop variable after its loop": (p("{% for x in noi_nhan %}a{% endfor %}{{ x }}"), {"M01"}),
    "set inside a loop used after it": (p("{% for x in noi_nhan %}{% set a = 1 %}{% endfor %}{{ a }}"), {"M01"}),
    "list read as a group": (p("{{ muc_tieu.noi_dung }}"), {"M01"}),
    "text read as a group": (p("{{ ho_ten.ten }}"), {"M01"}),
    "unknown by key": (p("{{ nguoi_ky['ho_tenn'] }}"), {"M01"}),
    "unknown in a table": (table(("a", "{{ ho_tenn }}")), {"M01"}),
    "unknown in a box": (run(_BOX), {"M01"}),
    "two unknown": (p("{{ ho_tenn }} {{ so_ky_hieuu }}"), {"M01"}),
    "unknown behind a default": (p("{{ ho_tenn|default('a') }}"), {"M02"}),
    "unknown asked for": (p("{% if ho_tenn is defined %}a{% endif %}"), {"M02"}),
    # halves
    "opened": (p("{{ ho_ten"), {"M03"}),
    "closed": (p("ho_ten }}"), {"M03"}),
    "one brace short": (p("{{ ho_ten }"), {"M03"}),
    "over two paragraphs": (p("{{ ho_ten") + p("}}"), {"M03"}),
    "statement not closed": (p("{% if ho_ten"), {"M03"}),
    "comment not closed": (p("{# ghi chú"), {"M03"}),
    "statement closed as a value": (p("{% if ho_ten }}"), {"M03"}),
    # blocks
    "for not closed": (p(_FOR) + p("a"), {"M04"}),
    "if not closed": (p("{% if so %}a"), {"M04"}),
    "endfor alone": (p(_END), {"M04"}),
    "endif alone": (p("a{% endif %}"), {"M04"}),
    "else alone": (p("{% else %}"), {"M04"}),
    "elif of a loop": (p("{% for x in noi_nhan %}{% elif so %}{% endfor %}"), {"M04"}),
    "crossed": (p("{% if so %}{% for x in noi_nhan %}{% endif %}{% endfor %}"), {"M04"}),
    "opened by row, closed by paragraph": (
        table(("{%tr for m in muc_tieu %}",), ("a",)) + p(_END), {"M04"}),
    "opened in one cell, closed in another": (table(("{% if so %}a", "b{% endif %}")), {"M04"}),
    "two else": (p("{% if so %}a{% else %}b{% else %}c{% endif %}"), {"M04"}),
    "elif after else": (p("{% if so %}a{% else %}b{% elif nam %}c{% endif %}"), {"M04"}),
    "endfor twice": (p(_FOR) + p("a") + p(_END) + p(_END), {"M04"}),
    # expressions
    "quote not closed": (p("{{ ho_ten|default('a) }}"), {"M05"}),
    "bracket not closed": (p("{{ (ho_ten }}"), {"M05"}),
    "bracket too many": (p("{{ ho_ten) }}"), {"M05"}),
    "two words": (p("{{ ho ten }}"), {"M05"}),
    "for without in": (p("{% for x of noi_nhan %}a{% endfor %}"), {"M05"}),
    "empty tag": (p("{{ }}"), {"M05"}),
    "a sign of Word's own": (p("{% if nam ≥ 2026 %}a{% endif %}{{ ho_ten }}"), {"M05"}),
    "a full stop in the tag": (p("{{ ho_ten. }}"), {"M05"}),
    "semicolons between values": (p("{{ ho_ten|replace('a';'b') }}"), {"M05"}),
    "a name with a dash": (p("{{ ho-ten }}, {{ nguoi_ky.ho-ten }}"), {"M01"}),
    "hidden letters": (run("<w:rPr><w:vanish/></w:rPr><w:t>{{ ho_ten }}</w:t>"), {"M27"}),
    "a repeated row as a heading": (
        table(("{%tr for m in muc_tieu %}", ""), ("{{ m.so }}", "{{r m.noi_dung }}"), ("{%tr endfor %}", "")).replace(
            "<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>"), {"M32"}),
    # sums and filters that cannot come out
    "a list in a sum": (p("{{ muc_tieu + 1 }}"), {"M05"}),
    "a text joined to a number by plus": (p("{{ 'Năm ' + nam }}"), {"M05"}),
    "a number of a loop joined by plus": (p(_FOR) + p("{{ loop.index + '.' }}{{ m.noi_dung }}") + p(_END), {"M05"}),
    "a rich text joined by plus": (p("{{ trich_yeu + ' (dự thảo)' }}"), {"M05"}),
    "a text less a number": (p("{{ ho_ten - 1 }}"), {"M05"}),
    "a day and some": (p("{{ ngay + 30 }}"), {"M05"}),
    "minus a text": (p("{{ -ho_ten }}"), {"M05"}),
    "a list joined by a wave": (p("{{ 'Có ' ~ muc_tieu }}"), {"M05"}),
    "a number as a day": (p("{{ nam|ngay_chu }}"), {"M05"}),
    "a day as money": (p("{{ ngay|tien }}"), {"M05"}),
    "a list in capitals": (p("{{ muc_tieu|in_hoa }}"), {"M05"}),
    "a text joined letter by letter": (p("{{ ho_ten|join(', ') }}"), {"M05"}),
    "the length of a number": (p("{{ nam|length }}"), {"M05"}),
    "half an expression": (p("{{ so + }}"), {"M05"}),
    "dash for minus": (p("{{ so – 1 }}"), {"M05", "M13"}),
    # beside tags of paragraphs, rows, cells
    "text beside p": (p("a {%p if so %}") + p("{%p endif %}"), {"M06"}),
    "text after p": (p("{%p if so %} a") + p("b") + p("{%p endif %}"), {"M06"}),
    "text in the row of tr": (
        table(("{%tr for m in muc_tieu %}", "a"), ("b", "c"), ("{%tr endfor %}", "")), {"M06"}),
    "tr outside a table": (p("{%tr for m in muc_tieu %}"), {"M06"}),
    "tc outside a table": (p("{%tc for m in muc_tieu %}"), {"M06"}),
    "field beside p": (
        "<w:p><w:r><w:t>{%p if so %}</w:t></w:r><w:fldSimple w:instr=\"PAGE\"/></w:p>" + p("{%p endif %}"),
        {"M06"}),
    # statements, filters, tests
    "endfro": (p("{% endfro %}"), {"M07"}),
    "space before tr": (
        table(("{% tr for m in muc_tieu %}",), ("{{ m.so }}",), ("{% tr endfor %}",)), {"M07"}),
    "capital before a paragraph's tag": (p("{%P if so %}") + p("a") + p("{%p endif %}"), {"M07"}),
    "letter glued on": (p("{%pif so %}") + p("a") + p("{%pendif %}"), {"M07"}),
    "statements in capitals": (p("{% For m In muc_tieu %}{{ m.so }}{% EndFor %}"), {"M07"}),
    "end if": (p("{% if so %}a{% end if %}"), {"M07"}),
    "field as a statement": (p("{% ho_ten %}"), {"M07"}),
    "space before r": (p("{{ r trich_yeu }}"), {"M05"}),
    "iff": (p("{% iff so %}"), {"M07"}),
    "include": (p("{% include 'a' %}"), {"M07"}),
    "macro": (p("{% macro a() %}"), {"M07"}),
    "import": (p("{% import 'os' as os %}"), {"M07"}),
    "raw": (p("{% raw %}"), {"M07"}),
    "unknown filter": (p("{{ ho_ten|upperr }}"), {"M08"}),
    "filter with capitals": (p("{{ ho_ten|In_hoa }}"), {"M08"}),
    "unknown test": (p("{% if ho_ten is definedd %}a{% endif %}"), {"M08"}),
    "inner filter": (p("{{ ho_ten|_r }}"), {"M08"}),
    "joining loses text": (p("a") + p("b {%- if so %}c{% endif %}"), {"M09"}),
    # loops over what is no list
    "loop over a text": (p("{% for x in ho_ten %}{{ x }}{% endfor %}"), {"M10"}),
    "loop over rich text": (p("{% for x in trich_yeu %}a{% endfor %}"), {"M10"}),
    "loop over a number": (p("{% for x in nam %}a{% endfor %}"), {"M10"}),
    "loop over a date": (p("{% for x in ngay %}a{% endfor %}"), {"M10"}),
    "loop over a group": (p("{% for x in nguoi_ky %}a{% endfor %}"), {"M10"}),
    "loop over an item's text": (
        p(_FOR) + p("{% for x in m.ten %}a{% endfor %}") + p(_END), {"M10"}),
    "loop over a constant": (p("{% for x in 'abc' %}a{% endfor %}"), {"M10"}),
    # ways to print
    "a list in text": (p("{{ muc_tieu }}"), {"M11"}),
    "paragraphs in text": (p("{{ noi_nhan }}"), {"M11"}),
    "a flag in text": (p("{{ cho_dau_mat }}"), {"M11"}),
    "a rule in text": (p("{{ ke_co_quan }}"), {"M11"}),
    "a text as a block": (p("{{p ho_ten }}"), {"M11"}),
    "tr with a value": (table(("{{tr ho_ten }}",)), {"M11"}),
    "an item whole": (p(_FOR) + p("{{ m }}") + p(_END), {"M11"}),
    "an item whole, named like a field": (p("{%p for so in muc_tieu %}") + p("{{ so }}") + p(_END), {"M11"}),
    "a group whole": (p("{{ nguoi_ky }}"), {"M11"}),
    "the first item whole": (p("{{ muc_tieu|first }}"), {"M11"}),
    # typing
    "bold half": (looks("{{ ho_", "ten }}"), {"M12"}),
    "bold middle of a statement": (looks("{% if ", "so", " %}a{% endif %}"), {"M12"}),
    "smart quotes": (p("{{ ho_ten|default(“a”) }}"), {"M13"}),
    "smart single quotes": (p("{{ ho_ten|default(‘a’) }}"), {"M13"}),
    "tag in a tag": (p("{{ {{ ho_ten }} }}"), {"M23", "M03", "M05"}),
    "tag twice": (p("{{ ho_ten }}{{ ho_ten }}"), {"M23"}),
    # look-alikes
    "one brace": (p("{ho_ten}"), {"M14"}),
    "full width": (p("｛｛ho_ten｝｝"), {"M14"}),
    "full width statement": (p("｛％ if so ％｝"), {"M14"}),
    "guillemets": (p("«ho_ten»"), {"M14"}),
    "angles": (p("<<ho_ten>>"), {"M14"}),
    "brackets": (p("[ho_ten]"), {"M14"}),
    "dollar": (p("${ho_ten}"), {"M14"}),
    "braces apart": (p("{ { ho_ten } }"), {"M14"}),
    "percent": (p("%ho_ten%"), {"M14"}),
    "mail merge": (code("MERGEFIELD ho_ten"), {"M15"}),
    "form field": (code("FORMTEXT"), {"M15"}),
    "mail merge, simple": ('<w:p><w:fldSimple w:instr=" MERGEFIELD ten "/></w:p>', {"M15"}),
    "content control": (
        "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Bấm để nhập</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p>", {"M15"}),
    "asking": (code('FILLIN "Số văn bản?"'), {"M15"}),
    "property of the file": (code("DOCPROPERTY So"), {"M15"}),
    "drop-down": (chosen('<w:dropDownList><w:listItem w:value="Khẩn"/></w:dropDownList>', "Khẩn"), {"M15"}),
    "combo box": (chosen("<w:comboBox/>", "Khẩn"), {"M15"}),
    "day picked": (chosen("<w:date/>", "01/02/2026"), {"M15"}),
    "box ticked": (chosen(_CHECKBOX, "☒"), {"M15"}),
    # where nobody sees it
    "white": (coloured("FFFFFF", "{{ ho_ten }}"), {"M27"}),
    "all but white": (coloured("FAFAFA", "{{ ho_ten }}"), {"M27"}),
    "tiny": (run('<w:rPr><w:sz w:val="2"/></w:rPr><w:t>{{ ho_ten }}</w:t>'), {"M27"}),
    # where nothing is filled in
    "choice of a drop-down": (
        chosen('<w:dropDownList><w:listItem w:displayText="{{ ho_ten }}"/></w:dropDownList>', "{{ ho_ten }}"), {"M16"}),
    "picture description": (run(_PICTURE), {"M16"}),
    "field code": (code('HYPERLINK "{{ ho_ten }}"'), {"M16"}),
    "link": ((p("a"), external("https://a.vn/{{ ho_ten }}", "hyperlink")), {"M16"}),
    "deleted": ('<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>{{ ho_ten }}</w:delText></w:r></w:del></w:p>',
                {"M16", "M20"}),
    "comment": ((p("a"), with_part("word/comments.xml",
        f'<w:comments {NAMES}><w:comment w:id="0" w:author="An">{p("{{ ho_ten }}")}</w:comment></w:comments>',
        _COMMENTS, f"{OFFICE}/comments")), {"M16", "M21"}),
    "custom property": ((p("a"), with_part("docProps/custom.xml", "<Properties><p>{{ ho_ten }}</p></Properties>")),
                        {"M16"}),
    "file in the file": ((p("a"), with_file("word/embeddings/a.docx", "{{ ho_ten }}")), {"M16"}),
    "chart": ((p("a"), with_part("word/charts/chart1.xml", "<c><t>{{ ho_ten }}</t></c>")), {"M16"}),
    "SmartArt": ((p("a"), with_part("word/diagrams/data1.xml", "<c><t>{{ ho</t><t>_ten }}</t></c>")), {"M16"}),
    "wrong in a property": ((p("a"), with_title("{{ ho_ten|upperr }}")), {"M08"}),
    "unknown in a property": ((p("a"), with_title("{{ ho_tenn }}")), {"M01"}),
    # as an office makes them
    "unknown in a footnote": (note("footnote", "{{ ho_tenn }}"), {"M01"}),
    "unknown in an endnote": (note("endnote", "{{ ho_tenn }}"), {"M01"}),
    "unknown in the text of a link": (
        words("{{ ho_tenn }}", around='<w:p><w:hyperlink w:anchor="a">{}</w:hyperlink></w:p>'), {"M01"}),
    "unknown in a content control": (f'<w:p>{control(words("{{ ho_tenn }}"))}</w:p>', {"M01"}),
    "unknown in both copies of a box": (run(_BOTH), {"M01"}),
    "capital put in by Word": (p("{{ Ho_ten }}"), {"M01"}),
    "name with accents": (p("{{ họ_tên }}"), {"M01"}),
    "inserted, not accepted": (words("{{ ho_ten }}", around='<w:p><w:ins w:id="1" w:author="a">{}</w:ins></w:p>'),
                               {"M20"}),
    "half inserted": (f'<w:p>{words("{{ ho_")}{words("ten", around=_INSERTED)}{words(" }}")}</w:p>', {"M20"}),
    "half deleted": (f'<w:p>{words("{{ ho_ten")}{_DELETED}{words(" }}")}</w:p>', {"M20"}),
    "mail merge with its result": (
        code("MERGEFIELD ho_ten").replace("</w:p>", f'{words("«ho_ten»")}</w:p>'), {"M14", "M15"}),
    "tag over a line": ('<w:p><w:r><w:t>{{ ho_</w:t><w:br/><w:t>ten }}</w:t></w:r></w:p>', {"M05"}),
    "row's loop closed in the text": (
        table(("{%tr for m in muc_tieu %}",), ("{{ m.so }}",), ("{% endfor %}",)), {"M04"}),
    "three dots put in by Word": (p("{{ noi_nhan[0…2] }}"), {"M05"}),
    "number beside a text": (p("{% if nam == '2026' %}a{% endif %}"), {"M05"}),
    "day beside a text": (p("{% if '01/02/2026' != ngay %}a{% endif %}"), {"M05"}),
    "list beside a number": (p("{% if muc_tieu == 3 %}a{% endif %}"), {"M05"}),
    "list above a number": (p("{% if muc_tieu > 3 %}a{% endif %}"), {"M05"}),
    "list of an item beside a number": (p(_FOR) + p("{% if m.chi_tieu == 2 %}a{% endif %}") + p(_END), {"M05"}),
    "group beside a text": (p("{% if nguoi_ky == 'An' %}a{% endif %}"), {"M05"}),
    "length beside a text": (p("{% if muc_tieu|length == '3' %}a{% endif %}"), {"M05"}),
    "text beside a number": (p("{% if ho_ten == 3 %}a{% endif %}"), {"M05"}),
    "text in a list of groups": (p("{% if 'An' in muc_tieu %}a{% endif %}"), {"M05"}),
    "number in a text": (p("{% if nam in 'abc' %}a{% endif %}"), {"M05"}),
    "text in a number": (p("{% if '20' in nam %}a{% endif %}"), {"M05"}),
    "class by a filter": (p("{{ muc_tieu|map(attribute='__class__')|list }}"), {"M17"}),
    "class by selectattr": (p("{% for m in muc_tieu|selectattr('__class__') %}a{% endfor %}"), {"M17"}),
    "unknown by map": (p("{{ muc_tieu|map(attribute='ten_x')|join(',') }}"), {"M01"}),
    "unknown by selectattr": (p("{% for m in muc_tieu|selectattr('khong_co') %}a{% endfor %}"), {"M01"}),
    "unknown by sort": (p("{% for m in muc_tieu|sort(attribute='khong_co') %}a{% endfor %}"), {"M01"}),
    "unknown by groupby": (p("{% for g in muc_tieu|groupby('khong_co') %}a{% endfor %}"), {"M01"}),
    "unknown of the loop": (p(_FOR) + p("{{ loop.indexx }}") + p(_END), {"M01"}),
    "what ends after endfor": (p(_FOR) + p("a") + p("{%p endfor m %}"), {"M05"}),
    "else if": (p("{% if so %}a{% else if nam %}b{% endif %}"), {"M05"}),
    "elseif": (p("{% if so %}a{% elseif nam %}b{% endif %}"), {"M07"}),
    "one sign for equal": (p("{% if so = 5 %}a{% endif %}"), {"M05"}),
    "and in Vietnamese": (p("{% if so và nam %}a{% endif %}"), {"M05"}),
    "three braces": (p("{{{ ho_ten }}}"), {"M05"}),
    "the day of the computer": (code("DATE \\@ &quot;dd/MM/yyyy&quot;"), {"M15"}),
    "the day of the computer, simple": ('<w:p><w:fldSimple w:instr=" TIME "/></w:p>', {"M15"}),
    # what is not safe
    "class": (p("{{ ho_ten.__class__ }}"), {"M17"}),
    "class by key": (p("{{ ho_ten['__class__'] }}"), {"M17"}),
    "underscored name": (p("{{ _context }}"), {"M17"}),
    "function": (p("{{ ho_ten.encode() }}"), {"M17"}),
    "unknown function": (p("{{ open('a') }}"), {"M17"}),
    "format walk": (p("{{ '{0.__class__}'.format(ho_ten) }}"), {"M24"}),
    "resource bomb": (p("{% for x in range(10**9) %}a{% endfor %}"), {"M24"}),
    "long string": (p("{{ 'a' * 10**9 }}"), {"M24"}),
    "macros": ((p("a"), with_part("word/vbaProject.bin", "x")), {"M18"}),
    "kind with macros": ((p("a"), of_kind("application/vnd.ms-word.document.macroEnabled.main+xml")), {"M18"}),
    "ActiveX": ((p("a"), with_part("word/activeX/activeX1.bin", "x")), {"M18"}),
    "attached template": ((p("a"), external("file:///C:/a.dotm", "attachedTemplate")), {"M19"}),
    "linked picture": ((p("a"), external("https://a.vn/a.png", "image")), {"M19"}),
    # left over
    "inserted": ('<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>a</w:t></w:r></w:ins></w:p>', {"M20"}),
    "formatting changed": (
        run('<w:rPr><w:b/><w:rPrChange w:id="1" w:author="a"><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t>'),
        {"M20"}),
    "comment left": ((p("a"), with_part("word/comments.xml",
        f'<w:comments {NAMES}><w:comment w:id="0" w:author="An">{p("sửa lại")}</w:comment></w:comments>',
        _COMMENTS, f"{OFFICE}/comments")), {"M21"}),
    # kinds of block
    "only articles": (
        p("{%p for b in noi_dung %}") + p("{%p if b.kieu == 'dieu' %}") + p("{{ b.nhan }} {{r b.tieu_de }}{{r b.chu }}")
        + p("{%p endif %}") + p(_END), {"M25"}),
}  # fmt: skip
"""By what is wrong: the form, and the rules that are told of it, no other."""

_BODY = (
    p("{%p for b in noi_dung %}") + p("{%p if b.kieu == 'bang' %}") + p("{{p b.bang }}") + p("{%p else %}")
    + p("{{ b.nhan }} {{r b.tieu_de }} {{r b.chu }}") + p("{%p endif %}") + p(_END)
)  # fmt: skip

SOUND: dict[str, Form] = {
    "no tag": p("Cộng hòa xã hội chủ nghĩa Việt Nam"),
    "values": p("{{ so_ky_hieu }}, {{ dia_danh_ngay }}: {{r trich_yeu }}"),
    "same tag apart": p("{{ ho_ten }} và {{ ho_ten }}"),
    "nested": p("{{ nguoi_ky.ho_ten }}, {{ co_quan.ten_goi_tat }}"),
    "loop of paragraphs": p("{%p for dong in noi_nhan %}") + p("{{r dong }}") + p(_END),
    "loop of rows": table(("{%tr for m in muc_tieu %}", ""), ("{{ loop.index }}", "{{r m.noi_dung }}"),
                          ("{%tr endfor %}", "")),
    "inner loop": p(_FOR) + p("{%p for c in m.chi_tieu %}") + p("{{ c.in_ra }}") + p(_END) + p(_END),
    "loop over filtered": p("{%p for m in muc_tieu|sort(attribute='so') %}") + p("{{ m.so }}") + p(_END),
    "branches": p("{% if so %}{{ so }}{% elif nam %}{{ nam }}{% else %}không{% endif %}"),
    "filters": p("{{ ho_ten|in_hoa }}, {{ ngay|ngay_chu }}, {{ nam|bang_chu }}"),
    "default": p("{{ ho_ten|default('–') }}"),
    "or": p("{{ ho_ten or '' }}"),
    "set": p("{% set ten = ho_ten %}{{ ten }}"),
    "method": p("{{ ho_ten.upper() }}"),
    "first of a list": p("{{r noi_nhan[0] }}"),
    "escaped braces": p("Viết {_{ và }_}"),
    "comment": p("{# lời ghi cho người làm mẫu #}{{ ho_ten }}"),
    "one look over runs": p("{{ ho_", "ten }}"),
    "quotations that are no tags": p("gọi là «Quy chế», [1], (2), {…}, <5 ngày, 50%, a@b.vn, «ghi rõ»"),
    "words in signs that are none": p("mục [a], «email», {1}, 100%"),
    "body of every kind": _BODY,
    "range": p("{% for x in range(3) %}{{ x }}{% endfor %}"),
    "page number": '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>',
    "condition on a list": p("{% if muc_tieu %}{{ muc_tieu|length }}{% endif %}"),
    "targets as typed": p(_FOR) + p("{{ m.chi_tieu|join('; ') }}") + p(_END),
    "condition in brackets": p("{% if(so) %}a{% endif %}"),
    "join": p("{{ noi_nhan|join('; ') }}"),
    "footnote": note("footnote", "{{ ho_ten }}"),
    "endnote": note("endnote", "{{ ho_ten }}"),
    "content control": f'<w:p>{control(words("{{ ho_ten }}"))}</w:p>',
    "half in a content control": f'<w:p>{words("{{ ho")}{control(words("_ten }}"))}</w:p>',
    "loop in a content control": control(p("{%p for d in noi_nhan %}") + p("{{ d }}") + p(_END)),
    "text of a link": words("{{ ho_ten }}", around='<w:p><w:hyperlink w:anchor="a">{}</w:hyperlink></w:p>'),
    "smart tag": words("{{ ho_ten }}", around='<w:p><w:smartTag w:uri="a" w:element="b">{}</w:smartTag></w:p>'),
    "marks of the speller": f'<w:p>{words("{{ ho_")}<w:proofErr w:type="spellStart"/>{words("ten }}")}</w:p>',
    "bookmark in a tag": (
        f'<w:p>{words("{{ ho_")}<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/>'
        f'{words("ten }}")}</w:p>'
    ),
    "spaces that do not break": p("{{\xa0ho_ten\xa0}}"),
    "signs nobody sees": p("{{ ho\u200b_\u00adten\ufeff }}"),
    "table in a table": '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>'
    + table(("{{ ho_ten }}",)) + p("") + "</w:tc></w:tr></w:tbl>" + p(""),
    "signs of forms": p("(Ký, ghi rõ họ tên) [chữ ký] <Họ tên> «Họ và tên» ☑ [ ] a@van_thu.vn {1} {…} $5 50%"),
    "words of the language in quotes": p("{% if trich_yeu|string == 'và, hoặc = không' %}a{% endif %}{{ ho_ten }}"),
    "property": (p("a"), with_title("{{ trich_yeu }}")),
    "drop-down that is filled in": chosen("<w:dropDownList/>", "{{ ho_ten }}"),
    "white words without a tag": coloured("FFFFFF", "."),
    "white on a mark": coloured("FFFFFF", "{{ ho_ten }}", '<w:highlight w:val="black"/>'),
    "number beside a number": p("{% if nam == 2026 %}a{% endif %}{{ nam }}"),
    "text beside a text": p("{% if loai == 'kế hoạch' %}a{% endif %}{{ loai }}"),
    "length beside a number": p("{% if muc_tieu|length == 3 %}a{% endif %}{{ ho_ten }}"),
    "plain words in angles": p("Giấy phép <số>/GP; <so> là số, <nam> là năm, [ky] là kỳ, «loai»: {{ ho_ten }}"),
    "field of each item": p("{{ muc_tieu|map(attribute='noi_dung')|join('; ') }}"),
    "items by a field": p("{% for m in muc_tieu|selectattr('ten_goi') %}{{ m.noi_dung }}{% endfor %}"),
    "items of one value": (
        p("{% for m in muc_tieu|selectattr('id','equalto','a')|sort(attribute='id') %}{{ m.noi_dung }}{% endfor %}")
    ),
    "counts of a loop": p(_FOR) + p("{{ loop.index }}/{{ loop.length }}{% if loop.last %}.{% endif %}") + p(_END),
    "empty list": p("{% if muc_tieu == [] %}không{% endif %}{{ ho_ten }}"),
    "nothing": p("{% if so is none or so == none %}–{% endif %}{{ ho_ten }}"),
    "text in a text": p("{% if 'a' in ho_ten %}{{ ho_ten }}{% endif %}"),
    "yes beside a number": p("{% if cho_dau_mat == true %}a{% endif %}{{ ho_ten }}"),
    "a heading above a loop": table(("TT", "Nội dung"), ("{%tr for m in muc_tieu %}", ""),
        ("{{ m.so }}", "{{r m.noi_dung }}"), ("{%tr endfor %}", "")).replace(
            "<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1),
    "hidden words without a tag": run("<w:rPr><w:vanish/></w:rPr><w:t>ghi chú</w:t>"),
    "sums that come out": p("{{ nam + 1 }}, {{ muc_tieu|length + 1 }}, {{ 'Ông ' + ho_ten }}, {{ 'Năm ' ~ nam }}"),
    "numbers of a day": p("{{ ngay.day + 1 }}/{{ nam|string|upper }}{{ ho_ten|first }}"),
    "red": coloured("FF0000", "{{ ho_ten }}"),
}  # fmt: skip
"""Forms of which nothing is to be said."""
