from django.apps import AppConfig


class UsageConfig(AppConfig):
    """What is searched for, in numbers: counts by text and day, nobody's name, address or device."""

    name = "search.usage"
    label = "search_usage"
    verbose_name = "Search usage"
