"""Addresses. Vietnamese without prefix, English under /en/; machines and back offices without language."""

from django.apps import apps
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail import views as wagtail_pages
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from search.views import ProductListView, SearchView, suggestions
from storefront.accounts import sign_in_urls
from storefront.api.api import api
from storefront.api.head import with_head
from storefront.basket import reorder
from storefront.basket import views as basket
from storefront.checkout import address_views as address_book
from storefront.checkout import finding, places
from storefront.checkout import order_views as orders
from storefront.checkout import views as checkout
from storefront.claims import urls as claims
from storefront.gs1 import urls as gs1
from storefront.office import urls as office
from storefront.office import wagtail_views
from storefront.payment import urls as payment
from storefront.portal import urls as portal
from storefront.public import urls as public
from storefront.reviews import views as reviews
from storefront.salespoints import urls as salespoints
from storefront.shipping import urls as shipping
from storefront.web import converters, health, prefixes  # noqa: F401  (the converters are used in addresses)
from storefront.web.caching.units import shows_no_units
from storefront.wishlists import urls as wishlists

handler400 = "storefront.web.error_handlers.bad_request"
handler403 = "storefront.accounts.refusals.no_access"
handler500 = "storefront.web.error_handlers.server_error"
urlpatterns = [
    path(prefixes.HEALTHZ, health.healthz, name="healthz"),
    path(prefixes.READYZ, health.readyz, name="readyz"),
    path(f"{prefixes.API}v1/", with_head(api.urls)),
    *sign_in_urls.without_language,
    *wagtail_views.before_wagtail,
    path(prefixes.EDITORS_OFFICE, include(wagtailadmin_urls)),
    path(prefixes.DOCUMENTS, include(wagtaildocs_urls)),
    path(prefixes.SHOP_OFFICE, apps.get_app_config("dashboard").urls),
    path(prefixes.REGISTER_OFFICE, admin.site.urls),
    *public.without_language,
    *gs1.urlpatterns,
    *salespoints.without_language,
    *payment.without_language,
    *shipping.without_language,
    *i18n_patterns(
        path("san-pham/", shows_no_units(ProductListView.as_view()), name="product-list"),
        path("san-pham/<slug:slug>/danh-gia/", shows_no_units(reviews.product_reviews), name="product-review"),
        path("san-pham/<slug:slug>/danh-gia/anh/<key:pk>/", reviews.review_photo, name="review-photo"),
        path("tim-kiem/", shows_no_units(SearchView.as_view()), name="search"),
        path("goi-y/", suggestions, name="suggest"),
        path("goi-y/tinh/", places.suggest_provinces, name="suggest-provinces"),
        path("goi-y/xa/", places.suggest_communes, name="suggest-communes"),
        path("gio-hang/", basket.basket, name="basket"),
        path("gio-hang/them/<key:product_id>/", basket.add, name="basket-add"),
        path("gio-hang/cap-nhat/", basket.update, name="basket-update"),
        path("gio-hang/ma-giam-gia/", basket.voucher, name="basket-voucher"),
        path("thanh-toan/", checkout.contact, name="checkout"),
        path("thanh-toan/xem-lai/", checkout.review, name="checkout-review"),
        path("don-hang/", finding.find_order, name="order-find"),
        path("don-hang/<signed:number>/<signed:signature>/", checkout.thanks, name="order-thanks"),
        path("don-hang/<signed:number>/<signed:signature>/phieu/", orders.receipt, name="order-receipt"),
        path("don-hang/<signed:number>/<signed:signature>/tin/", orders.message, name="order-message"),
        path(
            "don-hang/<signed:number>/<signed:signature>/danh-gia/<key:pk>/",
            reviews.order_review,
            name="order-review",
        ),
        path("don-hang/<signed:number>/<signed:signature>/mua-lai/", reorder.reorder, name="order-again"),
        *claims.urlpatterns,
        *payment.in_both_languages,
        path("don-hang/<anything:rest>", orders.noisy_address, name="order-noisy"),
        *wishlists.urlpatterns,
        path("tai-khoan/dia-chi/", address_book.addresses, name="account-addresses"),
        path("tai-khoan/dia-chi/moi/", address_book.address_new, name="account-address-new"),
        path("tai-khoan/dia-chi/<key:pk>/", address_book.address, name="account-address"),
        path("tai-khoan/", include("storefront.accounts.urls")),
        *public.in_both_languages,
        *salespoints.in_both_languages,
        *portal.urlpatterns,
        *office.urlpatterns,
        *sign_in_urls.in_both_languages,
        re_path(wagtail_urls.serve_pattern, shows_no_units(wagtail_pages.serve), name="wagtail_serve"),
        *(entry for entry in wagtail_urls.urlpatterns if entry.name != "wagtail_serve"),
        prefix_default_language=False,
    ),
]

if settings.IS_DEMO:  # in production the proxy serves them
    urlpatterns = [
        path(f"{prefixes.UPLOADS}<path:path>", serve, {"document_root": settings.MEDIA_ROOT}),
        *urlpatterns,
    ]
