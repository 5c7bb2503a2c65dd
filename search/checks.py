"""What is wrong with the settings of the search, said at the start."""

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from .engines import ENGINES


@register
def search_engine(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """`SEARCH_ENGINE` names one of our engines."""
    if settings.SEARCH_ENGINE in ENGINES:
        return []
    names = " or ".join(ENGINES)
    return [Error(f"SEARCH_ENGINE must be {names}, not {settings.SEARCH_ENGINE!r}", id="search.E001")]
