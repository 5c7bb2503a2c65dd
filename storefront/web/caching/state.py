"""What pages depend on: the public data, the day, and the code with its settings."""

import contextlib
import functools
import json
from collections.abc import Collection
from pathlib import Path

from django.conf import settings
from django.db import Error as DatabaseErrors
from django.utils import timezone

from catalogue.certification.clock import registry_day
from storefront import fingerprint

from .models import revision_and_units


def is_on() -> bool:
    """Whether this process keeps pages."""
    return settings.PAGE_CACHE_MB > 0 and not settings.DEBUG


def current_state(products: Collection[int] | None = None) -> tuple[str, str]:
    """Everything that every page depends on, and the units left of these products (None: of all); both empty while
    the database does not answer. One small query."""
    try:
        revision, units = revision_and_units(products)
        return state_of(revision), units
    except DatabaseErrors:
        return "", ""


def state_of(revision: str) -> str:
    """The same for a revision that has been read already."""
    return f"{revision}|{circumstances()}"


def circumstances() -> str:
    """What pages depend on beside the data."""
    return f"{registry_day()}|{timezone.localdate()}|{code_fingerprint()}"


@functools.cache
def code_fingerprint() -> str:
    """Hash of the code, templates, texts, static files and plain settings this process runs with."""
    root = settings.BASE_DIR
    files = [path for package in fingerprint.OUR_PACKAGES for path in (root / package).rglob("*.[ph]*")]
    files = [path for path in files if path.suffix in (".py", ".html")]
    files += [*root.glob("locale/*/LC_MESSAGES/*.mo"), root / "requirements.txt"]
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    texts = [manifest.read_text() if manifest.exists() else ""]
    for name in sorted(set(dir(settings)) - {"SECRET_KEY", "DATABASES"}):
        with contextlib.suppress(TypeError):  # paths, functions and other objects
            texts.append(f"{name}={json.dumps(getattr(settings, name))}" if name.isupper() else "")
    return fingerprint.of_texts([fingerprint.of_files(root, files), *texts])
