"""The table of what accounts are told. A part of the site that tells something has its kinds in `KINDS` of a module
named here, and calls `services.notify` where it happens."""

import dataclasses
import functools
import importlib
from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise

from catalogue.users import User

_MODULES = (
    "storefront.order.notifications",
    "storefront.claims.notifications",
    "storefront.public.stock_alerts.notifications",
)


@dataclasses.dataclass(frozen=True)
class NotificationKind:
    """`sentence` says what happened, `%(about)s` names the thing. `about` makes that name. `address` is where it is;
    it asks again whether this account may see it: PermissionDenied, or DoesNotExist where it is gone."""

    name: str
    sentence: str | Promise
    about: Callable[[Any], str]
    address: Callable[[User, int], str]


@functools.cache
def notification_kinds() -> dict[str, NotificationKind]:
    """All kinds by name. ValueError where two have the same one."""
    kinds: dict[str, NotificationKind] = {}
    for module in _MODULES:
        for kind in importlib.import_module(module).KINDS:
            if kind.name in kinds:
                raise ValueError(f"two kinds of notification are called {kind.name}")
            kinds[kind.name] = kind
    return kinds
