"""Oscar's dashboard shows uploaded pictures as they are; public pictures go through Wagtail's renditions."""

from oscar.core.thumbnails import AbstractThumbnailer


class OriginalImage(AbstractThumbnailer):
    """No second thumbnail pipeline."""

    def generate_thumbnail(self, source, **opts):
        return source

    def delete_thumbnails(self, source):
        """Nothing was made, nothing to delete."""
