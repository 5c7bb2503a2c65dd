"""Where evidence lies: in a folder of its own that no web server hands out."""

from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files.storage import FileSystemStorage


def private_storage() -> FileSystemStorage:
    """Files in `EVIDENCE_DIR` that only the site's own account can read. They have no address."""
    return _PrivateStorage(
        location=settings.EVIDENCE_DIR, file_permissions_mode=0o600, directory_permissions_mode=0o700
    )


class _PrivateStorage(FileSystemStorage):
    def url(self, name):
        raise ValueError("Evidence has no address: a view that checks who asks hands it out.")


def check_folder() -> None:
    """ImproperlyConfigured if evidence would lie where everybody can fetch it."""
    folder = Path(settings.EVIDENCE_DIR).resolve()
    for name in ("MEDIA_ROOT", "STATIC_ROOT"):
        public = Path(getattr(settings, name)).resolve()
        if folder.is_relative_to(public) or public.is_relative_to(folder):
            raise ImproperlyConfigured(f"EVIDENCE_DIR ({folder}) and {name} ({public}) must lie apart.")
