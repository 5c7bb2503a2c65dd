"""Addresses of the buyer's side of complaints."""

from django.urls import path

from storefront.web import converters  # noqa: F401  (used in addresses)

from . import views

_ORDER = "don-hang/<signed:number>/<signed:signature>"

urlpatterns = [
    path(f"{_ORDER}/kien/<key:parcel>/khieu-nai/", views.parcel_claim, name="order-claim"),
    path(f"{_ORDER}/khieu-nai/anh/<key:pk>/", views.claim_photo, name="order-claim-photo"),
    path("tai-khoan/khieu-nai/", views.own_claims, name="account-claims"),
]
