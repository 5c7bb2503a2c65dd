"""Addresses of printing and of the offline bundle."""

from django.urls import path

from storefront import converters  # noqa: F401  (used in addresses)

from . import offline_views as offline
from . import print_views as prints

in_both_languages = [
    path("theo-doi/tem/<key:pk>/in/", prints.batch_runs, name="trace-print"),
    path("theo-doi/in/<key:pk>/", prints.run, name="trace-print-run"),
    path("theo-doi/in/<key:pk>/tep/", prints.run_file, name="trace-print-file"),
    path("theo-doi/in/<key:pk>/lam-lai/", prints.run_retry, name="trace-print-retry"),
    path("theo-doi/diem-ban/<key:pk>/ngoai-tuyen/", offline.offline, name="offline"),
]
without_language = [
    path("offline/bundle", offline.bundle, name="offline-bundle"),
]
