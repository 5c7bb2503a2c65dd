"""Refusals of certification, in words for the officer who asked."""

from catalogue.errors import Refusal


class CertificateRefused(Refusal):
    """This cannot be done with the certificate."""


class ReasonMissing(CertificateRefused):
    """An officer's measure needs its reason."""


class DayRefused(CertificateRefused):
    """The day of a measure makes no sense."""


class AlreadyRevoked(CertificateRefused):
    """The certificate is revoked."""


class NotRevoked(CertificateRefused):
    """There is no revocation to take back."""


class AlreadySuspended(CertificateRefused):
    """The certificate is suspended on that day."""


class NotSuspended(CertificateRefused):
    """There is no suspension to end on that day."""


class DaysTaken(CertificateRefused):
    """Another certificate of the product is valid on some of the same days."""
