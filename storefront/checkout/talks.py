"""What a buyer reads about each parcel on the order's page, and the form to write to its seller."""

import dataclasses
from collections.abc import Sequence

from django.utils.translation import gettext as _

from storefront.order.forms import MessageForm
from storefront.order.history import Step, steps_of
from storefront.order.models import Parcel, ParcelMessage
from storefront.order.queries import OrderedParcel


class BuyerMessageForm(MessageForm):
    """A message of the buyer about one parcel of the order; each form has ids of its own on the page."""

    def __init__(self, data=None, *, parcel: Parcel):
        super().__init__(data, auto_id=f"id_{parcel.number}_%s")
        self.parcel = parcel
        self.fields["text"].label = _("Write to the seller")


@dataclasses.dataclass(frozen=True)
class Talk:
    """A parcel with what happened to it, what was written about it, and the form to write."""

    parcel: OrderedParcel
    steps: list[Step]
    messages: list[ParcelMessage]
    form: BuyerMessageForm


def talks_about(parcels: Sequence[OrderedParcel], *, bound: BuyerMessageForm | None = None) -> list[Talk]:
    """For each parcel of an order. Three queries."""
    rows = [row.parcel for row in parcels]
    steps = steps_of(rows)
    written: dict[int, list[ParcelMessage]] = {}
    for message in ParcelMessage.objects.filter(parcel__in=rows).order_by("pk"):
        written.setdefault(message.parcel_id, []).append(message)
    return [
        Talk(
            parcel=row,
            steps=steps[row.parcel.pk],
            messages=written.get(row.parcel.pk, []),
            form=bound if bound and bound.parcel == row.parcel else BuyerMessageForm(parcel=row.parcel),
        )
        for row in parcels
    ]
