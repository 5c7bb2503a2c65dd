"""What certification tells whoever listens: sent in the transaction that makes it so, with `certificate` and `by`."""

from django.dispatch import Signal

certificate_revoked = Signal()
certificate_suspended = Signal()
certificate_reinstated = Signal()
certificate_restored = Signal()

restoration_asked = Signal()
"""Sent before a request to restore is kept: a receiver forbids it by raising CertificateRefused."""
