"""Static files: the storage of every site, and what the demo leaves out."""

from collections.abc import Iterable

from django.conf import settings
from whitenoise.storage import CompressedManifestStaticFilesStorage

BACK_OFFICES = ("admin/", "django_tables2/", "ninja/", "oscar/", "treebeard/", "wagtail")


class PublicFiles(CompressedManifestStaticFilesStorage):
    """Compressed files with hashes in their names. An address is worked out once: every page names a dozen."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._addresses: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:
        if force or settings.DEBUG:
            return super().url(name, force)
        if name not in self._addresses:
            self._addresses[name] = super().url(name)
        return self._addresses[name]


class PublicFilesCompressed(PublicFiles):
    """Names with hashes for all files, compression for the public ones only.

    Compressing 700 files of the back offices takes half a minute of the first start, for a few visitors on
    the same machine. Production compresses all.
    """

    def compress_files(self, paths: Iterable[str]):
        return super().compress_files(path for path in paths if not path.startswith(BACK_OFFICES))
