"""What is written to the log, and how: the setting LOGGING."""


def _without_outages(record) -> bool:
    from storefront.web.error_handlers import without_outages

    return without_outages(record)


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "filters": {"outages": {"()": "django.utils.log.CallbackFilter", "callback": _without_outages}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["outages"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "wagtail": {"level": "WARNING"},
        "elastic_transport": {"level": "ERROR"},  # one line for each request, and for each node that is down
        "elasticsearch": {"level": "ERROR"},
    },
}
