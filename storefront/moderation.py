"""What people write for everybody to read: it waits, is shown, or is refused on one of a few grounds.

Reviews of buyers are shown in full and unaltered; what is taken away from them needs a ground of the law and stands
in a log (Law 19/2023, Art. 39.3: only what is unlawful or against good morals).
"""

import hashlib

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.errors import Refusal


class State(models.TextChoices):
    """Where something written is."""

    WAITING = "waiting", _("waits to be read")
    SHOWN = "shown", _("shown to everybody")
    REFUSED = "refused", _("not shown")


class Ground(models.TextChoices):
    """Why something is not shown."""

    UNLAWFUL = "unlawful", _("against the law")
    INDECENT = "indecent", _("insulting or against good morals")
    PERSONAL = "personal", _("tells personal data of somebody")
    OFF_TOPIC = "off_topic", _("not about the product, or advertising")


GROUNDS_OF_REVIEWS = (Ground.UNLAWFUL, Ground.INDECENT, Ground.PERSONAL)
"""A review that praises the wrong thing, or says little, is shown all the same."""


class ChangedMeanwhile(Refusal):
    """The writer has changed the text since the moderator read it."""

    def __init__(self) -> None:
        super().__init__(_("The text was changed while you read it. Please read it again."))


def mark_of(*said: object) -> str:
    """What a moderator has read, in a few letters: it goes with the form, so that nobody approves what he has not."""
    return hashlib.sha256(repr([str(part) for part in said]).encode()).hexdigest()[:16]
