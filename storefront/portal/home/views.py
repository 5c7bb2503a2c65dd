"""The page that producers see first: for whom they act, and what waits."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from storefront.accounts.rules import is_administrator
from storefront.portal.access import own_producers
from storefront.portal.pages import page

from .queries import work_of

MOST = 200


@require_safe
@never_cache
@login_required
def home(request):
    """Own producers with what each has to do; administrators, who may act for all, choose one from their names."""
    producers = list(own_producers(request.user)[:MOST])
    if not producers:
        raise PermissionDenied
    work = [] if is_administrator(request.user) else work_of(producers)
    return page(request, "home", {"producers": [] if work else producers, "work": work})
