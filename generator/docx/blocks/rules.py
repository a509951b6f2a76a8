"""The short horizontal rules under the issuer's name, the trích yếu and an annex's reference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.content import Rich
from generator.docx.blocks.lines import even_width, line_widths
from generator.docx.word.styles import RULE, RULE_BEFORE_BODY, Styles
from generator.docx.word.text import Xml
from generator.law.figures import COMPONENTS, SHORT_RULE_SHARE, TWIPS_PER_POINT, Component
from generator.records import record


@record(frozen=True)
class Rule:
    """A rule as long as a share of the last printed line of a text (ND30-I.2.2b2, ND30-I.2.5b3, Mẫu 2.1)."""

    text: str
    component: Component
    style: str
    share: float = SHORT_RULE_SHARE

    def xml(self, width: int, styles: Styles) -> Xml:
        """The rule's paragraph, centred in a column of that many twips."""
        room = even_width(self.text, width / TWIPS_PER_POINT, self.component)
        lines = line_widths(self.text, room, self.component)
        if not lines:
            return Xml()
        length = lines[-1] * self.share * TWIPS_PER_POINT
        return rule_paragraph(round(length), width, styles.id(self.style))


def rule_paragraph(length: int, width: int, style: str) -> Xml:
    """An empty paragraph whose upper border is a centred line of the given length; twips, style by id.

    Indents are the one way to shorten a border, so they are direct formatting.
    """
    left = max(0, (width - length) // 2)
    right = max(0, width - length - left)
    return Xml(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:ind w:left="{left}" w:right="{right}" w:firstLine="0"/>'
        "</w:pPr></w:p>"
    )


# Field a template asks for → the field whose text the rule stands under, how that is set, and the rule's style.
DERIVED = {
    "ke_co_quan": ("co_quan", "issuer", RULE),
    "ke_ten_loai": ("ten_loai", "type_name", RULE_BEFORE_BODY),
    "ke_trich_yeu": ("trich_yeu", "subject", RULE_BEFORE_BODY),
    "ke_kem_theo": ("kem_theo", "annex_reference", RULE_BEFORE_BODY),
}


def derived_rules(context: Mapping[str, object]) -> dict[str, Rule]:
    """The rules a template may ask for, made from the texts that are in its data."""
    found = {}
    for name, (source, component, style) in DERIVED.items():
        value = context.get(source)
        if isinstance(value, str | Rich | Sequence):
            found[name] = Rule(_text(value), COMPONENTS[component], style)
    return found


def _text(value: str | Rich | Iterable[object]) -> str:
    return str(value) if isinstance(value, str | Rich) else "\n".join(str(line) for line in value)
