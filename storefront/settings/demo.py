"""The demo: real register as of 31 December 2024, illustrative prices and stock, mail in files."""

import datetime
import secrets
import sys
from urllib.parse import urlsplit

from storefront.postgresql import settings_of
from storefront.runtime.postgres import database_settings

from .base import *
from .base import STORAGES, VAR_DIR, env

IS_DEMO = True
PORT = env.int("PORT", default=8000)
SITE_URL = env.str("SITE_URL", default=f"http://localhost:{PORT}")
WAGTAILADMIN_BASE_URL = SITE_URL
ALLOWED_HOSTS = [
    urlsplit(SITE_URL).hostname or "localhost",
    "localhost",
    "127.0.0.1",
    "[::1]",
    *env.list("ALLOWED_HOSTS", default=[]),
]
MFA_REQUIRED = env.bool("MFA_REQUIRED", default=False)  # so that the demo's accounts can be tried at once


def _secret_key() -> str:
    """One random key per installation, kept under var/ (never in the repository)."""
    path = VAR_DIR / "secret-key"
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x") as file:
            file.write(secrets.token_urlsafe(50))
        path.chmod(0o600)
    except FileExistsError:
        pass
    return path.read_text()


SECRET_KEY = env.str("SECRET_KEY", default="") or _secret_key()

if env.str("DATABASE_URL", default=""):
    DATABASES = {"default": settings_of(env.db("DATABASE_URL"), keeps_connections=True)}
else:
    DATABASES = {"default": settings_of(database_settings(VAR_DIR), keeps_connections=True)}


def _registry_date(text: str) -> datetime.date | None:
    """`YYYY-MM-DD`, or `today` for the day of the clock."""
    if text == "today":
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        sys.exit(f"Sao Buôn cannot start: REGISTRY_DATE must look like 2024-12-31 or be today, not {text!r}")


REGISTRY_DATE = _registry_date(env.str("REGISTRY_DATE", default="2024-12-31"))

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "storefront.runtime.static.PublicFilesCompressed"}}
MAIL_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
FAKE_BANK_URL = env.str("FAKE_BANK_URL", default="")  # set by the launcher, which starts the bank
DEMO_CARRIER = {  # set by the launcher, which starts it
    "url": env.str("FAKE_CARRIER_URL", default=""),
    "secret": env.str("FAKE_CARRIER_SECRET", default=""),
}
COMPLAINTS_EMAIL = COMPLAINTS_EMAIL or "gop-y@demo.saobuon.example"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
