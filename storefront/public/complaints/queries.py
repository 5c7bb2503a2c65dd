"""Reading complaints."""

from catalogue.references import typed_reference

from .models import PREFIX, Complaint


def by_reference(text: str) -> Complaint | None:
    """The complaint of a number as people type it, with or without `GY-`. One query at most."""
    letters = typed_reference(text, prefix=PREFIX)
    return Complaint.objects.filter(reference=f"{PREFIX}{letters}").first() if letters else None
