"""What the codes of Word's fonts of pictures show: Wingdings, Wingdings 2 and 3, Webdings.

The signs are those that Unicode 7 took from these fonts (L2/12-368); where a newer one is a twin of an older one that
fonts have, or that readers search for (🡸 of ⬅, 🗹 of ☑), the older one stands here.
"""

from __future__ import annotations


def row(first: int, signs: str) -> dict[int, str]:
    """The signs of consecutive codes; a space stands for a code left out."""
    return {code: sign for code, sign in enumerate(signs, first) if sign != " "}


WINGDINGS = {
    0x20: " ",
    **row(0x21, "✏✂✁👓🔔📖🕯☎✆✉🖃📪📫📬📭"),
    **row(0x30, "📁📂📄🗏🗐🗄⌛⌨🖰🖲💻🖴💾🖬✇✍"),
    **row(0x40, "🖎✌👌👍👎☜☞☝☟✋☺😐☹💣☠⚐🏱✈☼💧❄🕆✞🕈✠✡☪☯🕉☸"),
    **row(0x5E, "♈♉♊♋♌♍♎♏♐♑♒♓🙰&●❍■□🞐❑❒⬧⧫◆❖⬥⌧⮹⌘❀✿❝❞"),
    **row(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟·•"),
    **row(0xA0, "▪○🞆🞈◉◎🔿▪◻🟂✦★✶✴✹✵"),
    **row(0xB0, "⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈➲⮉⮋"),
    **row(0xDF, "←→↑↓↖↗↙↘⬅➔⬆⬇⬉⬈⬋⬊⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✗✓☒☑"),
}  # fmt: skip
WINGDINGS_2 = {
    0x20: " ",
    **row(0x21, "🖊🖋🖌🖍✄✀🕾🕽🗅🗆🗇🗈🗉🗊🗋"),
    **row(0x30, "🗌🗍📋🗑🗔🖵🖶🖷🖸🖭🖯🖱🖒🖓🖘🖙"),
    **row(0x40, "🖚🖛👈👉🖜🖝🖞🖟🖠🖡👆👇🖢🖣🖑✗"),
    **row(0x50, "✓☒☑⮽☒⮾⮿🛇⦸🙱🙴🙲🙳‽🙹🙺"),
    **row(0x60, "🙻🙦🙤🙥🙧🙚🙘🙙🙛⓪①②③④⑤⑥"),
    **row(0x70, "⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **row(0x80, "☉🌕☽☾⸿✝🕇🕜🕝🕞🕟🕠🕡🕢🕣🕤"),
    **row(0x90, "🕥🕦🕧🙨🙩⋅🞄⦁●○🞅🞇🞉⊙⦿🞌"),
    **row(0xA0, "🞍◾■☐🞑🞒🞓🞔▣🞕🞖🞗🞘⬩⬥◇"),
    **row(0xB0, "🞚◈🞛🞜🞝🞞⬪⬧◊🞠◖◗⯊⯋⯀⯁"),
    **row(0xC0, "⬟⯂⬣⬢⯃⯄🞡🞢🞣🞤🞥🞦🞧🞨🞩🞪"),
    **row(0xD0, "🞫🞬🞭🞮🞯🞰🞱🞲🞳🞴🞵🞶🞷🞸🞹🞺"),
    **row(0xE0, "🞻🞼🞽🞾🞿🟀🟂🟄🟆🟉🟊✶🟌🟎🟐🟒"),
    **row(0xF0, "✹🟃🟇✯🟍🟔⯌⯍※⁂"),
}  # fmt: skip
WINGDINGS_3 = {
    0x20: " ",
    **row(0x21, "←→↑↓↖↗↙↘⭰⭲⭱⭳⭶⭸⭻"),
    **row(0x30, "⭽⭤⭥⭪⭬⭫⭭⭍⮠⮡⮢⮣⮤⮥⮦⮧"),
    **row(0x40, "⮐⮑⮒⮓⮀⮃⭾⭿⮄⮆⮅⮇⮏⮍⮎⮌"),
    **row(0x50, "⭮⭯⎋⌤⌃⌥␣⍽⇪⮸🢠🢡🢢🢣🢤🢥"),
    **row(0x60, "🢦🢧🢨🢩🢪🢫🡐🡒🡑🡓🡔🡕🡗🡖🡘🡙"),
    **row(0x70, "▲▼△▽◀▶◁▷◣◢◤◥◂▸▴"),
    **row(0x80, "▾⯅⯆⯇⯈⮜⮞⮝⮟🠐🠒🠑🠓🠔🠖🠕"),
    **row(0x90, "🠗🠘🠚🠙🠛🠜🠞🠝🠟🠀🠂🠁🠃🠄🠆🠅"),
    **row(0xA0, "🠇🠈🠊🠉🠋🠠🠢🠤🠦🠨🠪🠬🢜🢝🢞🢟"),
    **row(0xB0, "🠮🠰🠲🠴🠶🠸🠺🠹🠻🢘🢚🢙🢛🠼🠾🠽"),
    **row(0xC0, "🠿🡀🡂🡁🡃🡄🡆🡅🡇⮨⮩⮪⮫⮬⮭⮮"),
    **row(0xD0, "⮯🡠🡢🡡🡣🡤🡥🡧🡦🡰🡲🡱🡳🡴🡵🡷"),
    **row(0xE0, "🡶🢀🢂🢁🢃🢄🢅🢇🢆🢐🢒🢑🢓🢔🢖🢕"),
    **row(0xF0, "🢗"),
}  # fmt: skip
WEBDINGS = {
    0x20: " ",
    **row(0x21, "🕷🕸🕲🕶🏆🎖🖇🗨🗩🗰🗱🌶🎗🙾🙼"),
    **row(0x30, "🗕🗖🗗◀▶▲▼⏪⏩⏮⏭⏸■●🗚🗳"),
    **row(0x40, "🛠🏗🏘🏙🏚🏜🏭🏛🏠🏖🏝🛣🔍🏔👁👂"),
    **row(0x50, "🏞🏕🛤🏟🛳🕬🕫🕨🔈🎔🎕🗬🙽🗭🗪🗫"),
    **row(0x60, "⮔✔🚲□🛡📦🛱■🚑ℹ🛩🛰🟈🕴●🛥"),
    **row(0x70, "🚔🗘✕❓🛲🚇🚍⛳🚫⊖🚭🗮⏐🗯⚡"),
    **row(0x80, "🚹🚺🛉🛊🚼👽🏋🛷🏂🏌🏊🏄🏍🏎🚘🗠"),
    **row(0x90, "🛢💰🏷💳👪🗡🗢🗣✮🖄🖅🖃🖆🖹🖺🖻"),
    **row(0xA0, "🕵🕰🖽🖾📋🗒🗓🕮📚🗞🗟🗃🗂🖼🎭🎜"),
    **row(0xB0, "🎘🎙🎧💿🎞📷🎟🎬📽📹📾📻🎚🎛📺💻"),
    **row(0xC0, "🖥🖦🖧🕹🎮🕻🕼📟🖁🖀🖨🖩🖿🖪🗜🔒"),
    **row(0xD0, "🔓🗝📥📤🕳🌣🌤🌥🌦☁🌨🌧🌩🌪🌬🌫"),
    **row(0xE0, "🌜🌡🛋🛏🍽🍸🛎🛍Ⓞ♿🛆🖈🎓🗤🗥🗦"),
    **row(0xF0, "🗧🛪🐿🐦🐟🐕🐈🙬🙮🙭🙯🗺🌍🌏🌎🕊"),
}  # fmt: skip
