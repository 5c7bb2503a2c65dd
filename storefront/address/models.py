"""Oscar's countries, and addresses that members keep for their next orders."""

from django.db import models
from oscar.apps.address.abstract_models import AbstractUserAddress


class UserAddress(AbstractUserAddress):
    """An address in the address book of an account (sổ địa chỉ). An order has a copy of its own.

    `first_name` is the whole name, `line1` house and street, `line4` the commune and `state` the province of today,
    `line3` both as they were written, where they are called otherwise today.
    """

    hash_fields = ["first_name", "line1", "line4", "state"]
    """What makes two addresses the same one; an account has it once."""

    class Meta(AbstractUserAddress.Meta):
        abstract = False
        app_label = "address"
        ordering = ["-is_default_for_shipping", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(is_default_for_shipping=True), name="one_usual_address_for_each"
            )
        ]


from oscar.apps.address.models import *  # noqa: E402, F403
