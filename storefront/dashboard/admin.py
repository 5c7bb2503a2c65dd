"""The register office shows what this site uses: not Oscar's offers, vouchers, wish lists, mails and statistics.

Their forms are made for other shops, and some break on an empty field; the page that merges the tags of pictures asks
nobody for a permission. Nothing here is needed from them: orders, accounts and sellers have screens of their own.
"""

import taggit.admin  # noqa: F401 - registers now what is taken away below
from django.apps import apps
from django.contrib import admin

from . import failed_tasks  # noqa: F401 - registers its list

UNUSED_APPS = (
    "analytics",
    "communication",
    "customer",
    "flatpages",
    "offer",
    "payment",
    "taggit",
    "voucher",
    "wishlists",
)
UNUSED_MODELS = ("address.UserAddress",)

for model in (
    *(model for label in UNUSED_APPS for model in apps.get_app_config(label).get_models()),
    *map(apps.get_model, UNUSED_MODELS),
):
    if admin.site.is_registered(model):
        admin.site.unregister(model)
