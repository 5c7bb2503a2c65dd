"""Photos in the department's back office, so that a product can be given one without leaving its page."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from wagtail.images.models import WagtailImageField

from .forms import PhotoFileField
from .models import Photo


@admin.register(Photo)
class PhotoAdmin(admin.ModelAdmin[Photo]):
    list_display = ("title", "credit", "created_at")
    search_fields = ("title", "description", "credit")
    fields = ("title", "file", "description", "credit")
    formfield_overrides = {WagtailImageField: {"form_class": PhotoFileField}}

    def save_model(self, request: HttpRequest, obj: Photo, form: Any, change: bool) -> None:
        if not change:
            obj.uploaded_by_user = request.user
        super().save_model(request, obj, form, change)
