from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Everything that becomes pixels or paper. Knows none of our other packages."""

    name = "media"
    verbose_name = "Media"
