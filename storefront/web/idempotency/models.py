"""Which forms were sent and what they were answered."""

from django.db import models


class SentForm(models.Model):
    """A form that was accepted, or is being worked on.

    The row is written before the work and in its transaction: it is there if and only if the work was done. `key` is
    a digest of who sent it and of the key that the form carries (`keys.FormSent`), `body` of what it said; `location`
    is the address that the sender was led to.
    """

    key = models.CharField(max_length=64, unique=True)
    body = models.CharField(max_length=64)
    location = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return self.key[:12]
