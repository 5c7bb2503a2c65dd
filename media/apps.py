import mimetypes

from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Everything that becomes pixels or paper. Knows none of our other packages."""

    name = "media"
    verbose_name = "Media"

    def ready(self) -> None:
        from .signals import photo_saved
        from .storage import check_folder
        from .tasks import enqueue_renditions

        check_folder()
        photo_saved.connect(enqueue_renditions, dispatch_uid="media.renditions")
        # Not every system's table knows the formats of our renditions.
        mimetypes.add_type("image/avif", ".avif")
        mimetypes.add_type("image/webp", ".webp")
