"""Who runs the site, from `settings.OPERATOR`, as a block that any information page may show."""

import dataclasses

from django.conf import settings
from django.utils.translation import gettext_lazy
from wagtail import blocks

LABELS = {
    "name": gettext_lazy("Operator"),
    "address": gettext_lazy("Address"),
    "phone": gettext_lazy("Phone number"),
    "email": gettext_lazy("E-mail"),
    "representative": gettext_lazy("Responsible person"),
    "registration": gettext_lazy("Business registration or founding decision"),
    "tax_code": gettext_lazy("Tax code"),
    "platform_registration": gettext_lazy("Registration with the Ministry of Industry and Trade"),
}


@dataclasses.dataclass(frozen=True)
class OperatorFact:
    """One line of the table; `value` blank: the operator has not given it yet. `href`: mail or telephone link."""

    label: str
    value: str
    href: str = ""


def operator_facts() -> list[OperatorFact]:
    """Every part the law asks for, given or not, in a fixed order."""
    return [OperatorFact(str(label), settings.OPERATOR[part], _href(part)) for part, label in LABELS.items()]


def _href(part: str) -> str:
    value = settings.OPERATOR[part]
    if not value:
        return ""
    if part == "email":
        return f"mailto:{value}"
    return "tel:" + "".join(sign for sign in value if sign.isdigit() or sign == "+") if part == "phone" else ""


class OperatorBlock(blocks.StaticBlock):
    """Table of the operator's facts; nothing to edit, the values come from the environment."""

    class Meta:
        icon = "home"
        label = gettext_lazy("Operator of the site")
        admin_text = gettext_lazy("The operator's name, address and numbers, from the settings of the server.")
        template = "cms/blocks/operator.html"

    def get_context(self, value, parent_context=None):
        facts = operator_facts()
        return {
            **super().get_context(value, parent_context=parent_context),
            "operator_facts": facts,
            "is_incomplete": not all(fact.value for fact in facts),
        }
