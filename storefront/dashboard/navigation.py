"""The menu of the shop office: what the shop uses of Oscar's dashboard."""

from django.utils.translation import gettext_lazy as _

NAVIGATION = [
    {"label": _("Dashboard"), "icon": "fas fa-list", "url_name": "dashboard:index"},
    {
        "label": _("Fulfilment"),
        "icon": "fas fa-shopping-cart",
        "children": [
            {"label": _("Orders"), "url_name": "dashboard:order-list"},
            {"label": _("Statistics"), "url_name": "dashboard:order-stats"},
            {"label": _("Partners"), "url_name": "dashboard:partner-list"},
        ],
    },
    {
        "label": _("Catalogue"),
        "icon": "fas fa-sitemap",
        "children": [
            {"label": _("Products"), "url_name": "dashboard:catalogue-product-list"},
            {"label": _("Low stock alerts"), "url_name": "dashboard:stock-alert-list"},
        ],
    },
    {"label": _("Customers"), "icon": "fas fa-users", "url_name": "dashboard:users-index"},
    {"label": _("Reports"), "icon": "fas fa-chart-bar", "url_name": "dashboard:reports-index"},
]
