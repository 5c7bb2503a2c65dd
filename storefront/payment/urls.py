"""Where machines call about money, and the two addresses of a buyer who pays at VNPay."""

from django.urls import path

from storefront.web import converters, prefixes  # noqa: F401  (the converters are used in addresses)

from . import views

without_language = [
    path(f"{prefixes.PAYMENTS}notices/<slug:source>", views.notice, name="payment-notice"),
    path(f"{prefixes.PAYMENTS}vnpay/ipn", views.vnpay_ipn, name="vnpay-ipn"),
]
in_both_languages = [
    path("thanh-toan/vnpay/", views.vnpay_return, name="vnpay-return"),
    path("don-hang/<signed:number>/<signed:signature>/vnpay/<key:pk>/", views.vnpay_start, name="vnpay-start"),
]
