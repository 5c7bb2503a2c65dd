"""Reading complaints."""

import re

from .models import ALPHABET, REFERENCE_LETTERS, Complaint

_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_LETTERS = re.compile(rf"[{ALPHABET}]{{{REFERENCE_LETTERS}}}")


def by_reference(text: str) -> Complaint | None:
    """The complaint of a number as people type it: any case, with or without `GY-`, O for 0. One query at most."""
    letters = re.sub(r"[\s-]", "", text[:60].upper())
    if len(letters) == REFERENCE_LETTERS + 2:
        letters = letters.removeprefix("GY")
    letters = letters.translate(_LOOKALIKES)
    if not _LETTERS.fullmatch(letters):
        return None
    return Complaint.objects.filter(reference=f"GY-{letters}").first()
