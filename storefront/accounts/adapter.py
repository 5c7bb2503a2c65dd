"""What the sign-in library asks of us."""

from allauth.account.adapter import DefaultAccountAdapter
from django.urls import reverse


class AccountAdapter(DefaultAccountAdapter):
    """E-mail accounts only; after sign-in to the page asked for, else to the account's own page."""

    def get_login_redirect_url(self, request):
        return reverse("account-home")
