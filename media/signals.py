"""What happens to photos, for whoever works on them later."""

from django.dispatch import Signal

photo_saved = Signal()
"""`photo`. Sent in the transaction that saves it."""
