"""The one account of a person: e-mail and password for shop, portal, pages and back office."""

import unicodedata

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from catalogue.approvals import ApprovalRequest, kept_and_answered_once, one_open_request


def plain_password(password: str) -> str:
    """A password as it is hashed: `ế` is one letter on some keyboards and three on others (RFC 8265, 4.2)."""
    return unicodedata.normalize("NFKC", password)


class UserManager(BaseUserManager):
    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields):
        """Make an account. ValueError without an e-mail."""
        if not email:
            raise ValueError("an account needs an e-mail")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields):
        """For whoever has a shell on the server; the address counts as confirmed."""
        from allauth.account.models import EmailAddress

        user = self.create_user(email, password, is_staff=True, is_superuser=True, **fields)
        EmailAddress.objects.create(user=user, email=user.email.lower(), primary=True, verified=True)
        return user

    def get_by_natural_key(self, email: str):
        return self.get(email__iexact=email)


class User(AbstractBaseUser, PermissionsMixin):
    """Account; e-mail is unique whatever its case. Roles are groups and dated memberships."""

    email = models.EmailField(_("e-mail"), max_length=254)
    first_name = models.CharField(_("given name"), max_length=150, blank=True)
    last_name = models.CharField(_("family name"), max_length=150, blank=True)
    is_staff = models.BooleanField(_("may enter the back office"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    language = models.CharField(_("language of mails"), max_length=8, choices=settings.LANGUAGES, default="vi")
    date_joined = models.DateTimeField(_("joined"), default=timezone.now)
    session_generation = models.PositiveIntegerField(default=0, editable=False)
    """Counts how often all sessions of the account were ended."""

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    objects = UserManager()

    class Meta:
        ordering = ["email"]
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_once")]

    def __str__(self) -> str:
        return self.email

    def set_password(self, raw_password: str | None) -> None:
        super().set_password(raw_password if raw_password is None else plain_password(raw_password))

    def check_password(self, raw_password: str) -> bool:
        return super().check_password(plain_password(raw_password))

    def _get_session_auth_hash(self, secret=None) -> str:
        """Django ends sessions whose hash is another one: here when the password or `session_generation` changes."""
        salt = "storefront.accounts.session"
        return salted_hmac(
            salt, f"{self.session_generation}:{self.password}", secret=secret, algorithm="sha256"
        ).hexdigest()

    def get_full_name(self) -> str:
        return f"{self.last_name} {self.first_name}".strip() or self.email

    def get_short_name(self) -> str:
        return self.first_name or self.email


class SecondFactorReset(ApprovalRequest):
    """Request to take a lost second factor from an account (đặt lại xác thực hai lớp): by two administrators, and
    never by the person concerned."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="second_factor_resets")

    class Meta(ApprovalRequest.Meta):
        verbose_name = _("reset of a second step")
        verbose_name_plural = _("resets of second steps")
        constraints = [
            *ApprovalRequest.Meta.constraints,
            one_open_request("person"),
            models.CheckConstraint(
                condition=~models.Q(asked_by=models.F("person")), name="%(class)s_asked_by_another"
            ),
            models.CheckConstraint(
                condition=models.Q(is_agreed=False) | ~models.Q(answered_by=models.F("person")),
                name="%(class)s_agreed_by_another",
            ),
        ]
        triggers = kept_and_answered_once("secondfactorreset")

    def __str__(self) -> str:
        return f"{self.person_id}: {self.reason}"
