"""Accounts in Django's admin: administrators invite, lock and give rights. Passwords are set by their owners only."""

import allauth.account.admin
import allauth.mfa.admin  # noqa: F401 - registers what is taken away below
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from storefront.form_fields import EmailField

from . import services
from .models import User

# An address set here would tell nobody; a second factor deleted here would need no second administrator.
admin.site.unregister((EmailAddress, Authenticator))


class InvitationForm(forms.ModelForm):
    """A new account; its owner gets the link for the password by mail."""

    class Meta:
        model = User
        fields = ("email", "last_name", "first_name")
        field_classes = {"email": EmailField}

    def clean_email(self) -> str:
        return _unused(self.cleaned_data["email"].lower(), self.instance)


class AccountForm(forms.ModelForm):
    class Meta:
        model = User
        fields = (
            "email",
            "last_name",
            "first_name",
            "is_active",
            "is_staff",
            "is_superuser",
            "groups",
            "user_permissions",
        )
        field_classes = {"email": EmailField}
        help_texts = {
            "email": _("Old and new address are told of a change, and the person is signed out everywhere."),
        }

    def clean_email(self) -> str:
        return _unused(self.cleaned_data["email"].lower(), self.instance)


def _unused(email: str, user: User) -> str:
    taken = User.objects.filter(email__iexact=email) | User.objects.filter(
        emailaddress__email__iexact=email, emailaddress__verified=True
    )
    if taken.exclude(pk=user.pk).exists():
        raise forms.ValidationError(_("Another account has this address."))
    return email


@admin.register(User)
class AccountAdmin(UserAdmin):
    form = AccountForm
    add_form = InvitationForm
    ordering = ("email",)
    list_display = ("email", "last_name", "first_name", "is_staff", "is_active")
    search_fields = ("email", "last_name", "first_name")
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("email",)}),
        (_("Person"), {"fields": ("last_name", "first_name")}),
        (_("Rights"), {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"classes": ("wide",), "fields": ("email", "last_name", "first_name")}),)
    add_form_template = "admin/change_form.html"  # Django's own speaks of a password
    actions = ("mail_password_links",)

    def get_urls(self):
        """Without the page on which Django lets administrators set a password."""
        return [url for url in super().get_urls() if url.name != "auth_user_password_change"]

    def save_model(self, request, obj, form, change):
        if not change:
            obj.set_unusable_password()
            super().save_model(request, obj, form, change)
            self._mail_link(request, obj, is_new=True)
            return
        email = obj.email
        obj.email = form.initial["email"]
        super().save_model(request, obj, form, change)
        services.change_email(user=obj, email=email, by=request.user)

    @admin.action(description=_("Mail the link for a new password"), permissions=["change"])
    def mail_password_links(self, request, queryset):
        for user in queryset.filter(is_active=True):
            self._mail_link(request, user)

    def _mail_link(self, request, user: User, *, is_new: bool = False) -> None:
        try:
            services.send_password_link(user=user, is_new=is_new)
        except OSError:  # network and SMTP errors alike
            text = _("The mail to %(email)s could not be sent. Try again with the action in the list of accounts.")
            self.message_user(request, text % {"email": user.email}, messages.ERROR)
        else:
            text = _("The link for the password is on its way to %(email)s.")
            self.message_user(request, text % {"email": user.email})
