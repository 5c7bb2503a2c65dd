"""The image model with its renditions: one pipeline for every picture."""

import hashlib
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from .uploads import cleaned


class Photo(AbstractImage):
    """A photo with its credit. What is uploaded is checked and written anew (see `media.uploads`), and with
    every save the worker is asked for the renditions that are missing."""

    credit = models.CharField(_("credit"), max_length=200, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "credit")

    def clean(self):
        super().clean()
        try:
            self._take_in()
        except ValidationError as error:
            raise ValidationError({"file": error}) from None

    def save(self, *args, **kwargs):
        """Raises ValidationError for a file that no form has checked and that is no photo."""
        from .tasks import make_renditions

        is_new_file = self._take_in()
        if is_new_file:
            self._set_image_file_metadata()
        with transaction.atomic():
            super().save(*args, **kwargs)
            if is_new_file:
                self.renditions.all().delete()
            # In the transaction: the task exists if and only if the photo does.
            make_renditions.enqueue(photo_id=self.pk)

    save.alters_data = True

    def _take_in(self) -> bool:
        """Replace a file that is not stored yet by what we keep of it, once; whether there is such a file."""
        if not self.file or self.file._committed:
            return False
        if getattr(self, "_taken_in", None) is not self.file.file:
            self.file = self._taken_in = cleaned(self.file.file)
        return True


class Rendition(AbstractRendition):
    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    def get_upload_to(self, filename):
        """One name for one content, so that browsers may keep it for ever."""
        shape = hashlib.sha256(f"{self.filter_spec} {self.focal_point_key}".encode()).hexdigest()[:12]
        return f"images/{Path(self.image.file.name).stem}-{shape}{Path(filename).suffix}"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="rendition_once"),
        ]
