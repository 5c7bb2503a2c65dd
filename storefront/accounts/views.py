from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .queries import account_page


@require_safe
@never_cache
@login_required
def home(request):
    """The account's own page."""
    return render(request, "account/home.html", account_page(request.user))
