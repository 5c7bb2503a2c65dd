"""Addresses of sales points: pages for everybody, screens for those who work there, the bundle for their devices."""

from django.urls import path

from storefront.web import converters  # noqa: F401  (used in addresses)
from storefront.web.caching.units import shows_no_units

from . import home, offline, pickups, views
from .notices import views as notice_views

in_both_languages = [
    path("diem-ban/", shows_no_units(views.sales_point_list), name="sales-point-list"),
    path("diem-ban/<slug:slug>/", views.sales_point, name="sales-point"),
    path("theo-doi/diem-ban/", home.home, name="sales-point-home"),
    path("theo-doi/diem-ban/<key:pk>/thu-hoi/", notice_views.notices, name="sales-point-notices"),
    path("theo-doi/diem-ban/<key:pk>/thu-hoi/<key:notice_id>/", notice_views.confirm, name="sales-point-notice"),
    path("theo-doi/diem-ban/<key:pk>/goi-hang/", pickups.pickups, name="sales-point-pickups"),
    path("theo-doi/diem-ban/<key:pk>/goi-hang/<key:pickup_pk>/", pickups.pickup, name="sales-point-pickup"),
    path("theo-doi/diem-ban/<key:pk>/nhan-ho/<key:offer_pk>/", pickups.answer, name="sales-point-pickup-answer"),
    path("theo-doi/diem-ban/<key:pk>/ngoai-tuyen/", offline.offline, name="offline"),
]
without_language = [
    path("offline/bundle", offline.bundle, name="offline-bundle"),
]
