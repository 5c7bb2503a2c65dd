"""Tests: real PostgreSQL (given by DATABASE_URL), mail in memory, the register as of the demo's day."""

import atexit
import datetime
import shutil
import tempfile
from pathlib import Path

from storefront.postgresql import settings_of

from .base import *
from .base import env

IS_DEMO = True
PAGE_CACHE_MB = env.int("PAGE_CACHE_MB", default=0)  # tests see what a view renders; all pass with 16 too
SECRET_KEY = "test-only-key-that-signs-nothing-of-value"  # noqa: S105
ALLOWED_HOSTS = ["*"]
DATABASES = {"default": settings_of(env.db("DATABASE_URL"))}
REGISTRY_DATE = datetime.date(2024, 12, 31)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
COMPLAINTS_EMAIL = "gop-y@saobuon.example"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TEST_DIR = Path(tempfile.mkdtemp(prefix="saobuon-test-"))
atexit.register(shutil.rmtree, TEST_DIR, ignore_errors=True)
MEDIA_ROOT = TEST_DIR / "uploads"
STATIC_ROOT = TEST_DIR / "static"
STATIC_ROOT.mkdir()  # whitenoise warns where there is none
SEARCH_ENGINE, ELASTICSEARCH_URL = "tantivy", ""
SEARCH_INDEX_DIR = TEST_DIR / "search"
QUERY_LOG_FLUSH_SECONDS = 0  # tests write the numbers when they want to
SOCIAL_DIR = TEST_DIR / "social"
STAMP_KEYS_DIR = TEST_DIR / "keys"
SCAN_FLUSH_SECONDS = 0  # tests write the scans when they want to
PRINTS_DIR = TEST_DIR / "prints"
EVIDENCE_DIR = TEST_DIR / "evidence"
DECODER_LOCK = TEST_DIR / "decoder.lock"
ACCOUNT_RATE_LIMITS = False
MFA_REQUIRED = False  # tests of the requirement turn it on
