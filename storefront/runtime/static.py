"""Static files of the demo."""

from collections.abc import Iterable

from whitenoise.storage import CompressedManifestStaticFilesStorage

BACK_OFFICES = ("admin/", "django_tables2/", "ninja/", "oscar/", "treebeard/", "wagtail")


class PublicFilesCompressed(CompressedManifestStaticFilesStorage):
    """Names with hashes for all files, compression for the public ones only.

    Compressing 700 files of the back offices takes half a minute of the first start, for a few visitors on
    the same machine. Production compresses all.
    """

    def compress_files(self, paths: Iterable[str]):
        return super().compress_files(path for path in paths if not path.startswith(BACK_OFFICES))
