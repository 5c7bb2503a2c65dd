"""What every environment shares. Nothing here is a secret; nothing here names a host."""

from pathlib import Path
from typing import Any

import django_stubs_ext
import environ

from storefront.web.prefixes import STATIC, UPLOADS

from .logs import LOGGING  # noqa: F401 - a setting
from .policy import *
from .shop import *

django_stubs_ext.monkeypatch()  # so that annotations like `ModelAdmin[Product]` also hold at run time
env = environ.Env()

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = env.path("SAOBUON_VAR", default=str(BASE_DIR / "var"))
VAR_DIR = Path(str(VAR_DIR))
DATA_DIR = BASE_DIR / "data" / "daklak"

DEBUG = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000  # bytes of a form without files (storefront/web/body_limits.py)
MAINTENANCE = env.bool("MAINTENANCE", default=False)  # answers 503 to everything but /healthz
ROOT_URLCONF = "storefront.urls"
WSGI_APPLICATION = "storefront.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
SITE_ID = 1

INSTALLED_APPS = [
    # the registry
    "catalogue.geography",
    "catalogue.producers",
    "catalogue.products.apps.ProductsConfig",
    "catalogue.certification",
    "catalogue.traceability",
    # pages, search, pictures
    "cms",
    "search.apps.SearchConfig",
    "search.usage.apps.UsageConfig",
    "media",
    # the project and the shop
    "storefront",
    "storefront.accounts",
    "storefront.mail.apps.MailConfig",
    "storefront.notifications.apps.NotificationsConfig",
    "storefront.web.caching",
    "storefront.web.idempotency",
    "storefront.salespoints",
    "storefront.reviews",
    "storefront.public.complaints",
    "storefront.public.questions",
    "storefront.claims",
    "storefront.basket.apps.BasketConfig",
    "storefront.checkout.apps.CheckoutConfig",
    "storefront.order.apps.OrderConfig",
    "storefront.partner.apps.PartnerConfig",
    "storefront.payment.apps.PaymentConfig",
    "storefront.tax.apps.TaxConfig",
    "storefront.shipping.apps.ShippingConfig",
    "storefront.vouchers.apps.VouchersConfig",
    # Django
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sites",
    "django.contrib.sitemaps",
    "django.contrib.flatpages",
    "django.contrib.postgres",
    # Oscar
    "oscar.config.Shop",
    "oscar.apps.analytics.apps.AnalyticsConfig",
    "storefront.address.apps.AddressConfig",
    "oscar.apps.catalogue.reviews.apps.CatalogueReviewsConfig",
    "oscar.apps.communication.apps.CommunicationConfig",
    "oscar.apps.payment.apps.PaymentConfig",
    "oscar.apps.offer.apps.OfferConfig",
    "oscar.apps.customer.apps.CustomerConfig",
    "oscar.apps.voucher.apps.VoucherConfig",
    "oscar.apps.wishlists.apps.WishlistsConfig",
    "storefront.dashboard.apps.DashboardConfig",
    "storefront.office.spreadsheets.apps.SpreadsheetsConfig",
    "oscar.apps.dashboard.reports.apps.ReportsDashboardConfig",
    "oscar.apps.dashboard.users.apps.UsersDashboardConfig",
    "oscar.apps.dashboard.orders.apps.OrdersDashboardConfig",
    "oscar.apps.dashboard.catalogue.apps.CatalogueDashboardConfig",
    "oscar.apps.dashboard.offers.apps.OffersDashboardConfig",
    "oscar.apps.dashboard.partners.apps.PartnersDashboardConfig",
    "oscar.apps.dashboard.pages.apps.PagesDashboardConfig",
    "oscar.apps.dashboard.ranges.apps.RangesDashboardConfig",
    "oscar.apps.dashboard.reviews.apps.ReviewsDashboardConfig",
    "oscar.apps.dashboard.vouchers.apps.VouchersDashboardConfig",
    "oscar.apps.dashboard.communications.apps.CommunicationsDashboardConfig",
    "oscar.apps.dashboard.shipping.apps.ShippingDashboardConfig",
    "widget_tweaks",
    "treebeard",
    "django_tables2",
    # Wagtail
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    # accounts, tasks, history, API, policy
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "rules",
    "pgtrigger",
    "pghistory",
    "pghistory.admin",
    "django_tasks",
    "django_tasks_db",
    "ninja",
    "csp",
    "django_htmx",
]

MIDDLEWARE = [
    "storefront.gs1.epcis.http.ProblemsBelowEpcis",
    "django.middleware.security.SecurityMiddleware",
    "storefront.public.scan.middleware.Scans",  # sets itself what the next three add
    "csp.middleware.CSPMiddleware",
    "storefront.web.headers.BackOfficePolicy",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "storefront.web.headers.PagesStayHere",
    "storefront.web.error_handlers.Refusals",
    "storefront.web.headers.StaticFiles",
    "storefront.web.maintenance.Maintenance",
    "storefront.web.unusable_input.UnusableInput",
    "storefront.web.caching.middleware.AnonymousPages",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "storefront.web.pasted_addresses.PastedAddresses",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "storefront.accounts.middleware.SecondFactor",
    "storefront.basket.middleware.BasketMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "storefront.web.deletions.RefusedDeletions",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "storefront" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "storefront.dashboard.loading.Loader"],
                ),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "oscar.core.context_processors.metadata",
                "storefront.web.context_processors.site",
            ],
            "builtins": ["storefront.templatetags.saobuon"],
        },
    },
]

AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "storefront.accounts.backends.OneSignIn",  # no other one that takes a password
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account-home"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"  # else signing up would have to tell whether an address has an account
ACCOUNT_CHANGE_EMAIL = True  # one address for each account; the new one takes its place when it is confirmed
ACCOUNT_EMAIL_NOTIFICATIONS = True  # of every change; of another address to the old one
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_METHODS = ["password"]
ACCOUNT_ADAPTER = "storefront.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    name: f"storefront.accounts.forms.{form}"
    for name, form in (
        ("login", "LoginForm"),
        ("signup", "SignupForm"),
        ("add_email", "AddEmailForm"),
        ("change_password", "ChangePasswordForm"),
        ("reset_password", "ResetPasswordForm"),
        ("reset_password_from_key", "ResetPasswordKeyForm"),
    )
}
# Beside the library's own limits. A phone network has one address for all its phones: the key is the device, or the
# device with what it says.
ACCOUNT_RATE_LIMITS = {
    **dict.fromkeys(("complaint", "suspicion"), "10/h/key,300/h/ip"),
    **dict.fromkeys(("complaint_again", "suspicion_again"), "5/h/key"),
    **dict.fromkeys(("product-questions", "stock-alert"), "10/h/key,300/h/ip"),
    **dict.fromkeys(("product-questions_again", "stock-alert_again"), "5/h/key"),
    "stock-alert_mail": "5/d/key",
    **dict.fromkeys(("order_claim", "order_review"), "30/h/key,300/h/ip"),
    "order_find": "20/h/key,300/h/ip",
    "voucher_code": "20/h/key,300/h/ip",
    "refused_notice": "60/h/ip",
    "order_find_phone": "10/h/key",
}

# Second factor: required of officers, editors and administrators (storefront/accounts/second_factor.py).
# Former values of SECRET_KEY: what was encrypted or signed with them is still read.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
MFA_REQUIRED = env.bool("MFA_REQUIRED", default=True)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ADAPTER = "storefront.accounts.adapter.SecondFactorAdapter"
MFA_TOTP_ISSUER = "Sao Buôn"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody signs in without a confirmed address; this is about a second, new one

PGHISTORY_ADMIN_CLASS = "storefront.dashboard.history.EventsAdmin"

# Language and time: certificates end at local midnight.
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = ["storefront.formats"]
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = f"/{STATIC}"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [
    ("illustrations", BASE_DIR / "media" / "illustrations"),
]
MEDIA_URL = f"/{UPLOADS}"
MEDIA_ROOT = VAR_DIR / "uploads"
SOCIAL_DIR = VAR_DIR / "social"  # pictures of shared links, each drawn once
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "storefront.runtime.static.PublicFiles"},
}

# Messages live in the session, so that a page without a message sets no cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

# Registry: the day the register is read as of; None is today, local time.
REGISTRY_DATE = None
SITE_URL = env.str("SITE_URL", default="http://localhost:8000")

# Stamps: their QR codes are signed with this host, so it stays the same for printed ones. At most 18 letters.
STAMP_HOST = env.str("STAMP_HOST", default="saobuon.example")
SCAN_FLUSH_SECONDS = 0.2  # scans are written together, off the path of the request; 0: only when asked
SCAN_DEVICE_DAYS = env.int("SCAN_DEVICE_DAYS", default=365)  # then device token and point of a scan are forgotten
SCAN_KEEP_DAYS = env.int("SCAN_KEEP_DAYS", default=1825)  # then the scan is deleted; its totals stay
SCAN_PLACES_CSV = env.str("SCAN_PLACES_CSV", default="")  # file of `network,province code`; empty: province unknown
STAMP_KEYS_DIR = env.path("STAMP_KEYS_DIR", default=str(VAR_DIR / "keys"))  # private keys: back up, show to nobody
# What people send as evidence, byte for byte as it came: back up, show to inspectors only. Never below MEDIA_ROOT.
EVIDENCE_DIR = Path(env.str("EVIDENCE_DIR", default=str(VAR_DIR / "evidence")))
DECODER_LOCK = VAR_DIR / "decoder.lock"  # one upload is opened at a time on this machine
PRINTS_DIR = VAR_DIR / "prints"  # sheets of stamps, handed out to their producers only

# National traceability portal: adapters in use. Data of the demo goes to none unless it says so.
PORTAL_ADAPTERS: dict[str, dict[str, Any]] = {}
if env.str("PORTAL_URL", default=""):
    PORTAL_ADAPTERS["http"] = {
        "BACKEND": "catalogue.traceability.exchange.national_portal.HttpAdapter",
        "OPTIONS": {"url": env.str("PORTAL_URL"), "token": env.str("PORTAL_TOKEN", default="")},
    }
if env.str("PORTAL_DIR", default=""):
    PORTAL_ADAPTERS["file"] = {
        "BACKEND": "catalogue.traceability.exchange.national_portal.FileAdapter",
        "OPTIONS": {"folder": env.str("PORTAL_DIR")},
    }

# Who runs the site: shown at /don-vi-van-hanh/; what is blank is said to be not filled in yet.
OPERATOR = {
    part: env.str(f"OPERATOR_{part.upper()}", default="").strip()
    for part in (
        "name",
        "address",
        "phone",
        "email",
        "representative",
        "registration",  # number, issuer and day of the business registration or of the founding decision
        "tax_code",
        "platform_registration",  # number of the registration with the Ministry of Industry and Trade
    )
}
COMPLAINTS_EMAIL = env.str("COMPLAINTS_EMAIL", default=OPERATOR["email"]).strip()

EMAIL_BACKEND = "storefront.mail.backend.OutboxBackend"  # of what libraries send; the outbox sends by MAIL_TRANSPORT
EMAIL_TIMEOUT = 20  # seconds without a word of the mail server

# Search
SEARCH_ENGINE = env.str("SEARCH_ENGINE", default="tantivy")  # or elasticsearch; `manage.py search switch` changes it
SEARCH_INDEX_DIR = VAR_DIR / "search"  # the embedded index: on every site, and the stand-by of Elasticsearch
_LOCAL_ELASTICSEARCH = "http://127.0.0.1:9200" if SEARCH_ENGINE == "elasticsearch" else ""
ELASTICSEARCH_URL = env.str("ELASTICSEARCH_URL", default=_LOCAL_ELASTICSEARCH)  # nodes, separated by commas
ELASTICSEARCH_INDEX = env.str("ELASTICSEARCH_INDEX", default="saobuon")  # beginning of the names of its indexes
QUERY_LOG_FLUSH_SECONDS = 5  # searches are counted together, off the path of the request; 0: only when asked
QUERY_LOG_DAYS = env.int("QUERY_LOG_DAYS", default=90)  # then the numbers of a day are deleted
QUERY_LOG_PUBLIC_FROM = env.int("QUERY_LOG_PUBLIC_FROM", default=5)  # rarer texts are shown to nobody but officers

# Anonymous pages: kept in memory until anything public changes; a cache in front is purged by the worker.
PAGE_CACHE_MB = env.int("PAGE_CACHE_MB", default=16)  # per web process; 0 turns it off
FRONT_CACHE_URLS = env.list("FRONT_CACHE_URLS", default=[])  # such as http://127.0.0.1:6081
# Called once by the worker, before its threads start.
WORKER_SETUP = ["storefront.postgresql.patience.use_in_worker"]
# Called again and again by the worker, each in a thread of its own; each returns the seconds until next time.
PERIODIC_JOBS = [
    "search.jobs.embedded_index",
    "search.jobs.elasticsearch",
    "storefront.web.caching.front.watch",
    "catalogue.traceability.exchange.national_portal.watch",
    "catalogue.traceability.scans.services.retention",
    "search.usage.jobs.upkeep",
    "storefront.order.jobs.upkeep",
    "storefront.web.idempotency.jobs.upkeep",
    "storefront.payment.jobs.upkeep",
    "storefront.shipping.carriers.jobs.upkeep",
    "storefront.portal.mails.jobs.mornings",
    "storefront.claims.jobs.upkeep",
    "storefront.public.stock_alerts.jobs.upkeep",
    "storefront.mail.jobs.send",
    "storefront.notifications.jobs.upkeep",
]

TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "OPTIONS": {}},
}

# Wagtail
WAGTAIL_SITE_NAME = "Sao Buôn"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_I18N_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "media.Photo"
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.forms.PhotoForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "heic", "heif"]  # no SVG: it can carry scripts
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 51_000_000  # 8192 × 6144; what else holds stands in media/decoding.py
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_LOGIN_URL = "/tai-khoan/dang-nhap/"
WAGTAIL_FRONTEND_LOGIN_URL = "/tai-khoan/dang-nhap/"
# Addresses and passwords are changed in the account pages only; pages share no passwords of their own.
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}

NINJA_PAGINATION_MAX_LIMIT = 100

# Security that holds everywhere
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
SILENCED_SYSTEM_CHECKS = [
    "auth.W004",  # e-mail is unique by lower(email): a constraint of the User model
]
