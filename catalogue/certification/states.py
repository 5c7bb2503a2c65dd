"""The one table of what the register can say of a product on a day: words, colour, precedence, and what follows.

Pages, verdicts on stamps, the offline bundle, the look-up and the search read it and keep no lists of their own.
"""

import dataclasses
from typing import Self

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclasses.dataclass(frozen=True)
class Traits:
    """What holds for one state. Tones are those of components/badge.html: good, warn, bad; neutral is blank.

    `badge` is a word or two, `explanation` what it means for somebody who wants to buy; there `%(months)s` stands for
    the term of validity.
    """

    badge: str | Promise
    icon: str
    explanation: str | Promise
    tone: str = ""
    shows_stars: bool = False
    is_ended: bool = False


def _without_certificate(explanation: str | Promise) -> Traits:
    """What holds for all states of a product that has no certificate."""
    return Traits(badge=_("no certificate in the data"), icon="info", explanation=explanation)


class CertificateState(models.TextChoices):
    """State of a certificate on a day, and for a product without one the last step that a source reports.

    The members stand in order of precedence: of two that say something on the same grounds the first one speaks. The
    steps share their values with `RegisterEvent`, since one field of a card, a facet or the API holds either.

    A suspension (tạm đình chỉ) is `bad`, like a revocation, wherever it is said: on a pack, on the code of a page, in
    a list. While it lasts the authority allows no stars on the product, so whoever reads them on a label must be
    warned in the same colour; that it may be lifted again is said in the text. An expiry is `warn`: nobody has
    taken the certificate away, and the pack may be older than its end.
    """

    VALID = (
        "valid",
        Traits(
            badge=_("valid"),
            icon="check",
            tone="good",
            shows_stars=True,
            explanation=_("The stars are read from a certificate that is valid on this day."),
        ),
        _("certificate valid"),
    )
    EXPIRING = (
        "expiring",
        Traits(
            badge=_("valid, ends soon"),
            icon="clock",
            tone="good",
            shows_stars=True,
            explanation=_("The certificate is still valid; the producer should have it renewed soon."),
        ),
        _("certificate valid, ends soon"),
    )
    SUSPENDED = (
        "suspended",
        Traits(
            badge=_("suspended"),
            icon="alert",
            tone="bad",
            is_ended=True,
            explanation=_(
                "The authority has suspended the certificate. Until it is lifted the product has no stars."
            ),
        ),
        _("certificate suspended"),
    )
    REVOKED = (
        "revoked",
        Traits(
            badge=_("revoked"),
            icon="cross",
            tone="bad",
            is_ended=True,
            explanation=_("The authority has withdrawn the certificate. The product has no stars."),
        ),
        _("certificate revoked"),
    )
    POSSIBLY_EXPIRED = (
        "possibly_expired",
        Traits(
            badge=_("may have expired"),
            icon="question",
            tone="warn",
            is_ended=True,
            explanation=_(
                "Only the year of recognition is known. The %(months)s months may be over, so no stars are shown."
            ),
        ),
        _("certificate may have expired"),
    )
    EXPIRED = (
        "expired",
        Traits(
            badge=_("expired"),
            icon="clock",
            tone="warn",
            is_ended=True,
            explanation=_(
                "The %(months)s months of the certificate are over. The product has no stars until it is renewed."
            ),
        ),
        _("certificate expired"),
    )
    UNDATED = (
        "undated",
        Traits(
            badge=_("date not known"),
            icon="question",
            explanation=_("The source does not say when it was recognised, so no stars are shown."),
        ),
        _("recognised, date not known"),
    )
    NOT_YET = (
        "not_yet",
        Traits(
            badge=_("not yet in force"),
            icon="clock",
            explanation=_("The certificate is dated later than this day, or its day within the year is not known."),
        ),
        _("certificate not certainly in force yet"),
    )
    COUNCIL_RANKED = (
        "council_ranked",
        _without_certificate(
            _(
                "A council has ranked the product, but the data holds no decision. Without a decision there are no "
                "stars."
            )
        ),
        _("ranked by a council, no decision in the data"),
    )
    PROPOSED = (
        "proposed",
        _without_certificate(_("The product was put forward for a higher rank; the source gives no result.")),
        _("proposed, no result in the data"),
    )
    EVALUATED = (
        "evaluated",
        _without_certificate(_("The product took part in an evaluation; the source gives no result.")),
        _("evaluated, no result in the data"),
    )
    REPORTED = (
        "reported",
        _without_certificate(_("The press reported on it; the data holds no decision.")),
        _("reported by the press"),
    )
    LISTED = (
        "listed",
        _without_certificate(_("The source names it as an OCOP product without saying how many stars.")),
        _("named as an OCOP product, no stars in the data"),
    )
    RECOGNISED = (
        "recognised",
        _without_certificate(_("The source says it was recognised, but gives no stars.")),
        _("recognised, no certificate in the data"),
    )
    UNKNOWN = (
        "unknown",
        _without_certificate(_("The register holds no evaluation of this product.")),
        _("nothing known about a certificate"),
    )

    traits: Traits

    def __new__(cls, value: str, traits: Traits) -> Self:
        state = str.__new__(cls, value)
        state._value_ = value
        state.traits = traits
        return state

    @property
    def precedence(self) -> int:
        """0 for the state that speaks first."""
        return list(type(self)).index(self)

    @property
    def tone(self) -> str:
        """good, warn, bad, or blank where nothing is to be said by colour."""
        return self.traits.tone

    @property
    def icon(self) -> str:
        """Name for components/icon.html."""
        return self.traits.icon

    @property
    def seal(self) -> str:
        """Icon of the round mark beside a certificate."""
        return "award" if self is type(self).VALID else self.icon

    @property
    def badge(self) -> str:
        """A word or two, in the reader's language."""
        return str(self.traits.badge)

    @property
    def shows_stars(self) -> bool:
        """Whether a certificate in this state gives stars."""
        return self.traits.shows_stars

    @property
    def is_ended(self) -> bool:
        """Whether there was a certificate that holds no more, for good or for now."""
        return self.traits.is_ended

    @property
    def is_revoked(self) -> bool:
        return self is type(self).REVOKED

    @property
    def is_suspended(self) -> bool:
        return self is type(self).SUSPENDED
