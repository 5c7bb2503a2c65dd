"""Names of tables and fields for which nobody wrote words: Django makes English ones of the names in the code.

They are texts of the offices like all others, so they come from the catalogue (entries marked `vendor`).
"""

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

in_words = gettext_lazy
"""Under a name of its own, for these texts stand in no source from which they could be collected."""


def translate_names() -> None:
    """Once, when all models are there. Migrations do not see it: they ask for what the authors wrote."""
    for app in apps.get_app_configs():
        _translate(app, "verbose_name")
    for model in apps.get_models():
        _translate(model._meta, "verbose_name")
        _translate(model._meta, "verbose_name_plural")
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
            _translate(field, "verbose_name")
            if field.help_text:
                _translate(field, "help_text")


def _translate(thing, attribute: str) -> None:
    words = getattr(thing, attribute)
    if words and not isinstance(words, Promise):
        setattr(thing, attribute, in_words(words))
