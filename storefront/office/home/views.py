"""The page that officers, editors and administrators see first: what waits for them, and where else they may go."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from storefront.accounts.workplaces import ENTER, workplaces
from storefront.office.access import officer_screen, officer_view

from .queries import waiting_for


@require_safe
@officer_view(ENTER)
def home(request):
    context = {
        **officer_screen(request.user, "office-home"),
        **workplaces(request.user),
        "sections": waiting_for(request.user),
    }
    return render(request, "office/home/home.html", context)
