"""What is wrong with a form, for the list on top of it: each fault in words, and the field it is about."""

import dataclasses
from collections.abc import Iterable

from django.forms import BaseForm, BoundField, Field
from django.utils.translation import gettext as _


@dataclasses.dataclass(frozen=True)
class Fault:
    """One fault; `target` is the id of the control to go to, blank where the fault is of the form as a whole."""

    text: str
    target: str = ""


def faults_of(form: BaseForm | None) -> list[Fault]:
    """All faults of a checked form in the order of its fields; those of the whole form first. None without a form."""
    if not form:
        return []
    found = [Fault(str(text)) for text in form.non_field_errors()]
    for field in form:
        found += [Fault(_in_words(field, error), _control(field)) for error in field.errors.as_data()]
    return found


def is_faulty(values: Iterable[object]) -> bool:
    """Whether a form among these was sent and has faults. A lazy value is not looked into: a CSRF token that is read
    sets a cookie."""
    forms = (value for value in values if issubclass(type(value), BaseForm))
    return any(form.is_bound and form.errors for form in forms)


def _control(field: BoundField) -> str:
    """A group of radio buttons has no id of its own: its first one is gone to."""
    if field.is_hidden:
        return ""
    return field.id_for_label or f"{field.auto_id}_0"


def _in_words(field: BoundField, error) -> str:
    text = " ".join(str(message) for message in error)
    if not _is_general(field.field, error.code):
        return text
    return _("%(label)s: %(fault)s") % {"label": field.label, "fault": text}


def _is_general(field: Field, code: str | None) -> bool:
    """Whether the words are Django's own, which do not name the field."""
    general = (vars(kind).get("default_error_messages", {}) for kind in type(field).__mro__ if _is_djangos(kind))
    words = next((messages[code] for messages in general if code in messages), None)
    return words is not None and field.error_messages.get(code) == words


def _is_djangos(kind: type) -> bool:
    return kind.__module__.startswith("django.")
