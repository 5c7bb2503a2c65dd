"""Where evidence lies: in a folder of its own that no web server hands out."""

import os
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    """Files in `EVIDENCE_DIR` that only the site's own account can read. They have no address."""

    def __init__(self) -> None:
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700)

    @property
    def base_location(self) -> str:
        return str(settings.EVIDENCE_DIR)

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)

    def url(self, name: str | None) -> str:
        raise ValueError("Evidence has no address: a view that checks who asks hands it out.")


def private_storage() -> PrivateStorage:
    """For migrations: they name this function, not the folder."""
    return PrivateStorage()


def check_folder() -> None:
    """ImproperlyConfigured if evidence would lie where everybody can fetch it."""
    folder = Path(settings.EVIDENCE_DIR).resolve()
    for name in ("MEDIA_ROOT", "STATIC_ROOT"):
        public = Path(getattr(settings, name)).resolve()
        if folder.is_relative_to(public) or public.is_relative_to(folder):
            raise ImproperlyConfigured(f"EVIDENCE_DIR ({folder}) and {name} ({public}) must lie apart.")
