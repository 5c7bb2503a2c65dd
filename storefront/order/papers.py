"""How goods stand in the tables of papers, for sellers and buyers alike."""

from django.utils.translation import gettext as _

from catalogue.money import dong
from media.papers import Column

from .queries import OrderedLine


def goods_columns() -> list[Column]:
    """What was bought: name, units, price, amount."""
    return [
        Column(_("Item"), 0.5),
        Column(_("Units"), 0.12, is_number=True),
        Column(_("Price"), 0.18, is_number=True),
        Column(_("Amount"), 0.2, is_number=True),
    ]


def goods_row(row: OrderedLine) -> list[str]:
    """A line as it is sold now; units that were taken off are told beside its name."""
    line, off = row.line, sum(cancellation.amount for cancellation in row.cancellations)
    title = f"{line.title} ({line.net_content})" if line.net_content else line.title
    if row.left < line.quantity:
        values = {"title": title, "units": line.quantity - row.left, "ordered": line.quantity}
        title = _("%(title)s; %(units)s of %(ordered)s not sold after all") % values
    return [title, str(row.left), dong(line.unit_price_incl_tax), dong(line.line_price_incl_tax - off)]
