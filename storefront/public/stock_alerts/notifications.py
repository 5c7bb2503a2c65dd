"""What accounts are told of products that they wait for."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalogue.products.models import Product
from storefront.notifications.kinds import NotificationKind

KINDS = (
    NotificationKind(
        "stock_alert_back",
        _("“%(about)s” can be bought again"),
        about=lambda product: product.title,
        address=lambda _user, pk: reverse("product", args=[Product.objects.get(pk=pk, is_public=True).slug]),
    ),
)
