"""What a scanned code means, in words anybody understands. Never the word "fake"."""

import dataclasses

from django.utils.translation import gettext as _

from catalogue.certification.queries import Standing
from catalogue.traceability.models import Stamp


@dataclasses.dataclass(frozen=True)
class Verdict:
    """`key` is one of certified, uncertified, expired, suspended, revoked, withdrawn, unknown; `tone` colours it."""

    key: str
    tone: str
    headline: str
    explanation: str


def verdict_of(stamp: Stamp | None, stands: Standing | None) -> Verdict:
    """Verdict for a page code. It speaks of the product, not of one pack: the same code is on every pack."""
    if stamp is None:
        return Verdict(
            "unknown",
            "bad",
            _("We do not know this code"),
            _("Check each letter and digit. If the code is right, do not rely on the label and ask the seller."),
        )
    if stamp.withdrawn_at:
        return Verdict(
            "withdrawn",
            "bad",
            _("This code has been withdrawn"),
            _("It is no longer in use. Do not rely on the label; ask the producer."),
        )
    if stands.is_certified:
        return Verdict(
            "certified",
            "good",
            _("Certified: %(stars)s OCOP stars") % {"stars": stands.stars},
            _(
                "The product is in the register and its certificate is valid. This code stands for the product, "
                "not for one single pack: compare name and producer with the label."
            ),
        )
    known = {
        "revoked": ("revoked", "bad"),
        "suspended": ("suspended", "warn"),
        "expired": ("expired", "warn"),
        "possibly_expired": ("expired", "warn"),
    }
    key, tone = known.get(stands.state, ("uncertified", "neutral"))
    return Verdict(
        key, tone, _("In the register, but without stars today"), f"{stands.headline}. {stands.explanation}"
    )
