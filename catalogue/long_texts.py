"""Texts of several lines, whose letters are counted as the browser counts them."""

from typing import Any

from django import forms
from django.db import models


class LongTextField(forms.CharField):
    """What is typed into a textarea. A browser counts a line break as one letter and sends two (HTML, 4.10.11)."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.replace("\r\n", "\n").replace("\r", "\n")
        return super().to_python(value)


class LongText(models.TextField[str, str]):
    """Django's field for texts of limited length, with the form field above."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": LongTextField, **kwargs})

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs
