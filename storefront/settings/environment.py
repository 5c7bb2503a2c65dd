"""Reads and judges the environment of a production start: one clear line per fault, all faults at once."""

import dataclasses
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from storefront.postgresql import settings_of


@dataclasses.dataclass(frozen=True)
class ProductionEnvironment:
    """The checked values of a production start."""

    secret_key: str
    allowed_hosts: list[str]
    database: dict
    site_url: str
    email: dict
    from_email: str


def read_production_environment(env: environ.Env | None = None) -> ProductionEnvironment:
    """Read SECRET_KEY, ALLOWED_HOSTS, DATABASE_URL, SITE_URL, EMAIL_URL and DEFAULT_FROM_EMAIL.

    Raises ImproperlyConfigured with one line that names every missing or wrong variable.
    """
    env = env or environ.Env()
    faults: list[str] = []

    def required(name: str) -> str:
        value = env.str(name, default="").strip()
        if not value:
            faults.append(f"{name} is missing")
        return value

    secret_key = required("SECRET_KEY")
    if secret_key and (len(secret_key) < 50 or len(set(secret_key)) < 5):
        faults.append("SECRET_KEY is too weak (at least 50 characters, at least 5 different ones)")

    hosts = [host.strip() for host in required("ALLOWED_HOSTS").split(",") if host.strip()]
    if "*" in hosts:
        faults.append("ALLOWED_HOSTS must name the hosts, not *")

    database: dict = {}
    if required("DATABASE_URL"):
        try:
            database = env.db("DATABASE_URL")
        except (ValueError, KeyError, ImproperlyConfigured):
            database = {}
        if database.get("ENGINE") != "django.db.backends.postgresql":
            faults.append("DATABASE_URL must look like postgres://user:password@host:5432/name")
        database = settings_of(database, keeps_connections=True)

    site_url = required("SITE_URL").rstrip("/")
    if site_url:
        parts = urlsplit(site_url)
        if parts.scheme != "https" or not parts.hostname or parts.path:
            faults.append("SITE_URL must look like https://saobuon.example")
        elif hosts and parts.hostname not in hosts:
            faults.append(f"SITE_URL names {parts.hostname}, which is not in ALLOWED_HOSTS")

    email: dict = {}
    if required("EMAIL_URL"):
        try:
            email = env.email_url("EMAIL_URL")
        except (ValueError, KeyError, ImproperlyConfigured):
            faults.append("EMAIL_URL must look like smtp+tls://user:password@host:587")

    from_email = required("DEFAULT_FROM_EMAIL")
    if from_email and "@" not in from_email:
        faults.append("DEFAULT_FROM_EMAIL must be an e-mail address")

    faults += _payment_faults(env)
    if faults:
        raise ImproperlyConfigured("; ".join(faults))
    return ProductionEnvironment(
        secret_key=secret_key,
        allowed_hosts=hosts,
        database=database,
        site_url=site_url,
        email=email,
        from_email=from_email,
    )


def _payment_faults(env: environ.Env) -> list[str]:
    """Of what need not be set: half a key would take nobody's money, a wrong address everybody's."""
    faults = []
    if bool(env.str("VNPAY_TERMINAL", default="")) != bool(env.str("VNPAY_SECRET", default="")):
        faults.append("VNPAY_TERMINAL and VNPAY_SECRET come together")
    if urlsplit(env.str("VNPAY_URL", default="https://pay.vnpay.vn/")).scheme != "https":
        faults.append("VNPAY_URL must begin with https://")
    if env.str("PAYMENT_ACCOUNTS", default="shop") not in ("shop", "sellers"):
        faults.append("PAYMENT_ACCOUNTS must be shop or sellers")
    return faults
