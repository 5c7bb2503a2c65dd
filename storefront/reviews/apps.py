from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """What buyers say of a product. The table is Oscar's (label `reviews`); rules and screens are ours."""

    name = "storefront.reviews"
    label = "buyer_reviews"
