"""Who comes to the portal in tests."""

from django.test import Client

from tests.storefront.shop.offers import make_buyer


def member_of(offer):
    """An account that acts for the producer of an offer."""
    user = make_buyer(f"xa-vien-{offer.pk}@example.com")
    offer.partner.producer.memberships.create(user=user, since="2020-01-01")
    return user


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client
