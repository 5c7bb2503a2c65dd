"""Uploading: in the page editor, in the back offices, and on forms that open a file only when all else is right."""

from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .uploads import DecoderBusy, busy, check_size, cleaned


class UploadField(forms.FileField):
    """A file of at most 10 MB that nobody has opened yet."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if file and file is not initial:
            check_size(file)
        return file


class PhotoFileField(WagtailImageField):
    """A photo for the library. Its value has been written anew; Wagtail's field would open it in this process."""

    def to_python(self, data: File[bytes] | None) -> File[bytes] | None:
        file = forms.FileField.to_python(self, data)
        if file is None:
            return None
        try:
            return cleaned(file)
        except DecoderBusy:
            raise busy() from None


class PhotoForm(BaseImageForm):
    """Wagtail's form. A file beside other faults is refused with them, so that none is put aside as it came."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):
            self.fields["file"] = PhotoFileField(label=file.label, required=file.required, widget=file.widget)

    def full_clean(self) -> None:
        super().full_clean()
        if self.errors and "file" not in self.errors and self.files.get(self.add_prefix("file")):
            self.add_error("file", _("Please correct the other fields and choose the file once more."))
