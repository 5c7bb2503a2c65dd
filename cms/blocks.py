"""Building blocks of texts that need more than a template."""

from django.db.models import prefetch_related_objects
from wagtail.images.blocks import ImageBlock


class PhotoBlock(ImageBlock):
    """A photo in a text. All photos of a text come with their renditions in one query."""

    def bulk_to_python(self, values):
        photos = super().bulk_to_python(values)
        prefetch_related_objects([photo for photo in photos if photo is not None], "renditions")
        return photos

    def get_context(self, value, parent_context=None):
        from media.queries import picture_of

        return {**super().get_context(value, parent_context=parent_context), "picture": picture_of(value, "text")}
