from allauth.account import views as account
from allauth.core import ratelimit
from allauth.mfa.base.views import IndexView
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from .models import User
from .queries import account_page
from .second_factor import must_have_second_factor
from .services import send_password_link


@require_safe
@never_cache
@login_required
def home(request):
    """The account's own page."""
    return render(request, "account/home.html", account_page(request.user))


def sign_in(request):
    """The one sign-in of the site.

    The editorial office sends everybody here whom it does not let in; without this answer somebody who is
    signed in but has no rights there would be sent to and fro for ever.
    """
    wanted = request.GET.get(REDIRECT_FIELD_NAME, "")
    is_office = wanted.startswith(reverse("wagtailadmin_home"))
    if request.user.is_authenticated and is_office and not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    return account.login(request)


class SecondFactorView(IndexView):
    """What is set up as second step, and whether this account must have one."""

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"must_have_one": must_have_second_factor(self.request.user)}


second_factor = never_cache(SecondFactorView.as_view())


@require_POST
@never_cache
@login_required
def mail_password_link(request, pk: int):
    """An administrator of the shop has the link for a new password mailed to a customer."""
    if not (request.user.is_staff and request.user.has_perm("shop.enter_office")):
        raise PermissionDenied
    customer = get_object_or_404(User, pk=pk, is_active=True)
    if ratelimit.consume(request, action="reset_password", key=customer.email.lower()):
        send_password_link(user=customer)
        messages.success(
            request, _("The link for the password is on its way to %(email)s.") % {"email": customer.email}
        )
    else:
        messages.error(request, _("Too many mails to this address: please wait a minute."))
    return redirect("dashboard:user-detail", pk)
