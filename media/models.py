"""The image model with its renditions, one pipeline for every picture; and evidence, which is none of them."""

import hashlib
from pathlib import Path
from typing import Any

import pgtrigger
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import models, transaction
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image, WagtailImageFieldFile

from .signals import photo_saved
from .storage import private_storage
from .uploads import CleanedPhoto, cleaned


class CleanedFieldFile(WagtailImageFieldFile):
    """The file of a photo: nothing gets into the storage that was not written anew."""

    def save(self, name: str, content: File[bytes], save: bool = True) -> None:
        """Raises ValidationError for what is no photo, whatever its name."""
        if not isinstance(content, CleanedPhoto):
            content = cleaned(content)
            name = content.name
        super().save(name, content, save=save)

    save.alters_data = True  # type: ignore[attr-defined]  # Django's mark on a function


class Photo(AbstractImage):
    """A photo with its credit. What is uploaded is checked and written anew (see `media.uploads`), and with
    every save the worker is asked for the renditions that are missing."""

    file: models.FileField
    credit = models.CharField(_("credit"), max_length=200, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "credit")

    def clean(self) -> None:
        super().clean()
        try:
            self._take_in()
        except ValidationError as error:
            raise ValidationError({"file": error}) from None

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError for a file that no form has checked and that is no photo."""
        is_new_file = self._take_in()
        if is_new_file:
            self._set_image_file_metadata()
        with transaction.atomic():
            super().save(*args, **kwargs)
            if is_new_file:
                self.renditions.all().delete()
            photo_saved.send(type(self), photo=self)

    save.alters_data = True  # type: ignore[attr-defined]  # Django's mark on a function

    def _take_in(self) -> bool:
        """Replace a file that is not stored yet by what we keep of it, once; whether there is such a file."""
        if not self.file or self.file._committed:  # type: ignore[attr-defined]  # Django's, not in its stubs
            return False
        if not isinstance(self.file.file, CleanedPhoto):
            self.file = cleaned(self.file.file)
        return True


Photo._meta.get_field("file").attr_class = CleanedFieldFile


class Rendition(AbstractRendition):
    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    def get_upload_to(self, filename: str) -> str:
        """One name for one content, so that browsers may keep it for ever."""
        shape = hashlib.sha256(f"{self.filter_spec} {self.focal_point_key}".encode()).hexdigest()[:12]
        return f"images/{Path(self.image.file.name).stem}-{shape}{Path(filename).suffix}"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="rendition_once"),
        ]


class Evidence(models.Model):
    """A file that proves something: a photo of a suspicious pack, of what happened to a lot, a test report.

    No picture of the library, so that no editor's list, chooser, form or address reaches it. `original` is the file
    byte for byte as it came, `sha256` its digest; both stay for ever. What people are shown is a copy written anew:
    `private_copy` for inspectors, or `public_copy` for everybody. A document has no `width` and `height` (pixels).
    """

    class Source(models.TextChoices):
        JPEG = "jpeg", "JPEG"
        PNG = "png", "PNG"
        WEBP = "webp", "WebP"
        AVIF = "avif", "AVIF"
        HEIF = "heif", "HEIF"
        PDF = "pdf", "PDF"

    source = models.CharField(max_length=4, choices=Source.choices, editable=False)
    original = models.FileField(
        storage=private_storage, upload_to="originals/%Y", max_length=120, unique=True, editable=False
    )
    size = models.PositiveIntegerField(editable=False, help_text=_("Bytes of the original."))
    sha256 = models.CharField(max_length=64, editable=False, db_index=True)
    private_copy = models.FileField(
        storage=private_storage, upload_to="copies/%Y", max_length=120, blank=True, editable=False
    )
    public_copy = models.FileField(upload_to="evidence/%Y", max_length=120, blank=True, editable=False)
    copy_sha256 = models.CharField(max_length=64, editable=False)
    width = models.PositiveIntegerField(default=0, editable=False)
    height = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        default_permissions = ("view",)  # nobody changes or deletes it
        constraints = [
            models.CheckConstraint(
                condition=models.Q(private_copy="", public_copy__gt="")
                | models.Q(private_copy__gt="", public_copy=""),
                name="evidence_one_copy",
            ),
            models.CheckConstraint(
                condition=models.Q(sha256__regex="^[0-9a-f]{64}$", copy_sha256__regex="^[0-9a-f]{64}$"),
                name="evidence_digests",
            ),
        ]
        triggers = [pgtrigger.Protect(name="never_replaced", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.get_source_display()} {self.sha256[:12]}…"

    @property
    def copy(self) -> FieldFile:
        """The file people are shown."""
        return self.public_copy or self.private_copy

    @property
    def is_document(self) -> bool:
        return self.source == self.Source.PDF
