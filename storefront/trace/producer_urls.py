"""Addresses of the producer's screens, and of the public keys."""

from django.urls import path

from storefront import converters  # noqa: F401  (used in addresses)

from . import producer_views as producer
from . import stamp_views as stamps

in_both_languages = [
    path("theo-doi/", producer.home, name="trace-home"),
    path("theo-doi/<key:producer_pk>/", producer.lots, name="trace-lots"),
    path("theo-doi/<key:producer_pk>/lo-moi/", producer.lot_new, name="trace-lot-new"),
    path("theo-doi/<key:producer_pk>/dia-diem/", producer.places, name="trace-places"),
    path("theo-doi/<key:producer_pk>/tem/", stamps.batches, name="trace-batches"),
    path("theo-doi/<key:producer_pk>/tem/moi/", stamps.batch_new, name="trace-batch-new"),
    path("theo-doi/lo/<key:pk>/", producer.lot, name="trace-lot"),
    path("theo-doi/lo/<key:pk>/sua/", producer.lot_edit, name="trace-lot-edit"),
    path("theo-doi/lo/<key:pk>/nguyen-lieu/", producer.input_new, name="trace-input-new"),
    path("theo-doi/lo/<key:pk>/su-kien/", producer.event_new, name="trace-event-new"),
    path("theo-doi/su-kien/<key:pk>/sua/", producer.event_correct, name="trace-event-correct"),
    path("theo-doi/su-kien/<key:pk>/rut/", producer.event_void, name="trace-event-void"),
    path("theo-doi/tem/<key:pk>/", stamps.batch, name="trace-batch"),
]
without_language = [
    path(".well-known/jwks.json", stamps.jwks, name="jwks"),
]
