"""Production: every value that matters comes from the environment, and a missing or wrong one stops the start."""

import sys
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from .base import *
from .base import COMPLAINTS_EMAIL, CONTENT_SECURITY_POLICY, STORAGES, environ  # noqa: F401
from .environment import read_production_environment

IS_DEMO = False

try:
    _values = read_production_environment()
except ImproperlyConfigured as error:
    sys.exit(f"Sao Buôn cannot start: {error}")

SECRET_KEY = _values.secret_key
ALLOWED_HOSTS = _values.allowed_hosts
DATABASES = {"default": _values.database}
SITE_URL = _values.site_url
WAGTAILADMIN_BASE_URL = SITE_URL
CSRF_TRUSTED_ORIGINS = [SITE_URL]
OSCAR_URL_SCHEMA = urlsplit(SITE_URL).scheme

MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = _values.email["EMAIL_HOST"]
EMAIL_PORT = _values.email["EMAIL_PORT"]
EMAIL_HOST_USER = _values.email["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _values.email["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _values.email.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _values.email.get("EMAIL_USE_SSL", False)
DEFAULT_FROM_EMAIL = OSCAR_FROM_EMAIL = _values.from_email
COMPLAINTS_EMAIL = COMPLAINTS_EMAIL or DEFAULT_FROM_EMAIL

# Shared between web processes, so that rate limits and sessions are too.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "site_cache"},
}

# One proxy stands in front; it ends TLS and tells the visitor's address.
ALLAUTH_TRUSTED_PROXY_COUNT = 1
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
OSCAR_BASKET_COOKIE_SECURE = True
OSCAR_RECENTLY_VIEWED_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
