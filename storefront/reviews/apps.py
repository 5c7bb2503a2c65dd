from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewsConfig(AppConfig):
    """What buyers say of a product. The table is Oscar's (label `reviews`); rules and screens are ours."""

    name = "storefront.reviews"
    label = "buyer_reviews"
    verbose_name = _("Reviews of buyers")
