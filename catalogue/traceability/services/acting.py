"""Who does something, for the history that the database keeps."""

import pghistory


def acting(by=None, **facts):
    """Context in which the history notes a person (who else: the one signed in) and such facts as a reason."""
    return pghistory.context(**({"user": by.pk} if by else {}), **facts)
