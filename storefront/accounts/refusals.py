"""What somebody reads who may not open a page."""

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpResponseForbidden
from django.template.loader import render_to_string

from .queries import role_names
from .workplaces import landing_address, needed_for


def no_access(request, exception):
    """403: who is signed in, what the page asks for, the way to one's own work; visitors are offered the sign-in."""
    context = {}
    if request.user.is_authenticated:
        context = {
            "person": request.user,
            "roles": role_names(request.user),
            "needed": needed_for(request.GET.get(REDIRECT_FIELD_NAME, request.path)),  # the sign-in refuses too
            "own_url": landing_address(request.user),
        }
    return HttpResponseForbidden(render_to_string("403.html", context, request))
