"""The table of all kinds of mail. A kind says what its mail is about now, and shows itself with made-up facts."""

import dataclasses
import functools
import importlib
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise

_MODULES = (
    "storefront.order.mail",
    "storefront.payment.mail",
    "storefront.portal.mails.mail",
    "storefront.claims.mail",
    "storefront.public.questions.mail",
    "storefront.public.stock_alerts.mail",
    "storefront.public.complaints.mail",
    "storefront.public.suspicions.mail",
    "storefront.salespoints.notices.mail",
    "storefront.accounts.mail",
)
"""Where mails are written: each has its kinds in `KINDS`."""


@dataclasses.dataclass(frozen=True)
class Letter:
    """What the templates of a mail see, and the path of the page it leads to."""

    context: Mapping[str, Any]
    path: str = "/"


@dataclasses.dataclass(frozen=True)
class MailKind:
    """One kind of mail.

    `template` is the common begin of its templates: `_subject.txt`, `.txt`, and `.html` where it has one of its own.
    `write` makes the letter from the arguments of the row, in the language of the mail; None where there is nothing
    to tell any more. `samples` makes illustrative letters for the preview, by name. `after_sending` is called in the
    transaction that notes the sending. `is_optional`: an account may switch it off; what the law or a contract has
    to be told in writing (the order, its cancellation, money) it may not.
    """

    name: str
    label: str | Promise
    template: str
    write: Callable[..., Letter | None]
    samples: Callable[[], Mapping[str, Letter]]
    after_sending: Callable[..., None] | None = None
    is_optional: bool = False


@functools.cache
def mail_kinds() -> dict[str, MailKind]:
    """All kinds by name. ValueError where two have the same one."""
    kinds: dict[str, MailKind] = {}
    for module in _MODULES:
        for kind in importlib.import_module(module).KINDS:
            if kind.name in kinds:
                raise ValueError(f"two kinds of mail are called {kind.name}")
            kinds[kind.name] = kind
    return kinds
