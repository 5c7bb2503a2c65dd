"""The only way from a signed-in person to what an organisation owns: here the producer itself, in `portal/access.py`
what belongs to it, in `salespoints/access.py` the sales points."""

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404

from catalogue.producers.models import Producer


def producer_for(user, pk: int) -> Producer:
    """The producer, if this person acts for it today (or is an administrator).

    Http404 if there is none, PermissionDenied for everybody else.
    """
    return owned(user, Producer, pk, "producers.act_for")


def owned(user, model: type[Model], pk: int, permission: str):
    """A row of this model, if the person has this permission for it. Http404, PermissionDenied."""
    if not user.is_authenticated:
        raise PermissionDenied
    row = model.objects.filter(pk=pk).first()
    if row is None:
        raise Http404
    if not user.has_perm(permission, row):
        raise PermissionDenied
    return row
