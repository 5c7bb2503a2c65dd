"""Addresses. Vietnamese without prefix, English under /en/; machines and back offices without language."""

from django.apps import apps
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, register_converter
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from search.views import ProductListView, SearchView, suggestions
from storefront import converters, health, offices  # noqa: F401  (the converters are used in addresses)
from storefront.accounts import doors, reset_views
from storefront.api.api import api
from storefront.basket import views as basket
from storefront.checkout import views as checkout
from storefront.complaints import views as complaints
from storefront.design import design
from storefront.machines import urls as machines
from storefront.order import seller_urls
from storefront.register import views as register
from storefront.register.groups import GroupCode
from storefront.register.lookup import certificate_lookup
from storefront.reviews.views import product_reviews
from storefront.salespoints import views as salespoints
from storefront.searches.views import search_report, search_report_csv
from storefront.trace import (
    alert_views,
    epcis_urls,
    print_urls,
    producer_urls,
    recall_urls,
    resolver_urls,
    scan_views,
)

register_converter(GroupCode, "group")

handler400 = "storefront.refusals.bad_request"
handler500 = "storefront.refusals.server_error"
urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("api/v1/", api.urls),
    *doors.without_language,
    *offices.before_wagtail,
    path("quan-tri/", include(wagtailadmin_urls)),
    path("tai-lieu/", include(wagtaildocs_urls)),
    path("dashboard/", apps.get_app_config("dashboard").urls),
    path("django-admin/", admin.site.urls),
    *machines.without_language,
    *resolver_urls.urlpatterns,
    *epcis_urls.urlpatterns,
    *producer_urls.without_language,
    *print_urls.without_language,
    *i18n_patterns(
        path("san-pham/", ProductListView.as_view(), name="product-list"),
        path("san-pham/<slug:slug>/", register.product, name="product"),
        path("san-pham/<slug:slug>/danh-gia/", product_reviews, name="product-review"),
        path("nhom/", register.group_list, name="group-list"),
        path("nhom/<group:code>/", register.group, name="group"),
        path("chu-the/", register.producer_list, name="producer-list"),
        path("chu-the/<slug:slug>/", register.producer, name="producer"),
        path("vung/", register.area_list, name="area-list"),
        path("vung/<slug:slug>/", register.area, name="area"),
        path("tim-kiem/", SearchView.as_view(), name="search"),
        path("goi-y/", suggestions, name="suggest"),
        path("q/<str:code>.svg", scan_views.stamp_svg, name="stamp-svg"),
        path("q/<str:code>.png", scan_views.stamp_png, name="stamp-png"),
        path("q/<str:code>/noi-quet/", scan_views.scan_place, name="scan-place"),
        path("q/<str:code>", scan_views.stamp, name="stamp"),
        path("q/<str:code>/", scan_views.stamp),
        path("tem/<path:path>", scan_views.digital_link, name="digital-link-verdict"),
        path("theo-doi/can-bo/ban-sao/", alert_views.alert_list, name="trace-alerts"),
        path("theo-doi/can-bo/ban-sao/<key:pk>/", alert_views.alert, name="trace-alert"),
        *recall_urls.urlpatterns,
        path("theo-doi/can-bo/hai-lop/", reset_views.resets, name="second-factor-resets"),
        path("theo-doi/can-bo/hai-lop/<key:pk>/", reset_views.answer, name="second-factor-reset-answer"),
        path("theo-doi/can-bo/tim-kiem/", search_report, name="search-report"),
        path("theo-doi/can-bo/tim-kiem/tai-ve.csv", search_report_csv, name="search-report-csv"),
        path("tra-cuu/", certificate_lookup, name="certificate-lookup"),
        path("gop-y/", complaints.complaint, name="complaint"),
        path("gop-y/<str:reference>/", complaints.received, name="complaint-received"),
        path("diem-ban/", salespoints.sales_point_list, name="sales-point-list"),
        path("diem-ban/<slug:slug>/", salespoints.sales_point, name="sales-point"),
        path("gio-hang/", basket.basket, name="basket"),
        path("gio-hang/them/<key:product_id>/", basket.add, name="basket-add"),
        path("gio-hang/cap-nhat/", basket.update, name="basket-update"),
        path("thanh-toan/", checkout.contact, name="checkout"),
        path("thanh-toan/xem-lai/", checkout.review, name="checkout-review"),
        path("don-hang/<signed:number>/<signed:signature>/", checkout.thanks, name="order-thanks"),
        path("tai-khoan/", include("storefront.accounts.urls")),
        path("design/", design, name="design"),
        *producer_urls.in_both_languages,
        *seller_urls.in_both_languages,
        *print_urls.in_both_languages,
        *machines.in_both_languages,
        *doors.in_both_languages,
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

if settings.IS_DEMO:  # in production the proxy serves them
    urlpatterns = [
        path("uploads/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}),
        *urlpatterns,
    ]
