"""By what a form that was sent is known again: a key that its page gave it, or else what it says.

A page that is made for one visitor gives each of its forms a key of its own (`{% form_key %}` beside the CSRF token),
so that the same page sent again is the same form, and a new page a new one. A page that caches keep is the same for
everybody and can carry no such key: its form is known by who sends it and by all that it says, for some minutes
(`by_content`). So is one that makes something of which no rule says that it is there once.
"""

import dataclasses
import hashlib
import secrets

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from storefront.web.client_address import device_of

FIELD = "form_key"
NOT_SAID = {FIELD, "csrfmiddlewaretoken"}
"""Fields that say nothing of what the sender wants."""
_SALT = "saobuon.form-sent"


def new_key() -> str:
    """A key that nobody can guess."""
    return secrets.token_urlsafe(16)


@dataclasses.dataclass(frozen=True)
class FormSent:
    """One arrival of a form; `key` and `body` are digests. `is_told_by_key` where it carries a key of its page."""

    key: str
    body: str
    is_told_by_key: bool

    @classmethod
    def of(cls, request: HttpRequest, *, by_content: bool) -> "FormSent | None":
        """None where nothing tells whether it is the same one: it has no key, and content does not count."""
        carried = request.POST.get(FIELD, "")[:100]
        if not (carried or by_content):
            return None
        said = sorted((name, request.POST.getlist(name)) for name in set(request.POST) - NOT_SAID)
        files = sorted((name, _digests(request, name)) for name in request.FILES)
        body = _digest(repr((request.path, said, files)))
        sender = f"user {request.user.pk}" if request.user.is_authenticated else ""
        # The address of a phone changes on the way: a key is secret, so it needs no device beside it.
        known_by = ("key", carried) if carried else ("body", body, sender or device_of(request))
        return cls(key=_digest(repr((sender, known_by))), body=body, is_told_by_key=bool(carried))


def _digests(request: HttpRequest, name: str) -> list[str]:
    digests = []
    for file in request.FILES.getlist(name):
        digests.append(hashlib.file_digest(file, "sha256").hexdigest())
        file.seek(0)
    return digests


def _digest(text: str) -> str:
    return salted_hmac(_SALT, text, algorithm="sha256").hexdigest()
