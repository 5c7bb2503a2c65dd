"""Content-Security-Policy: what pages may load and run. Of the public site, and of the back offices."""

from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF, UNSAFE_HASHES, UNSAFE_INLINE

from storefront.web.prefixes import EDITORS_OFFICE, REGISTER_OFFICE, SHOP_OFFICE

from .shop import VNPAY

# Where forms may lead to beside us: the order form goes on to VNPay's page.
_PAYMENT_PAGES = ["{0.scheme}://{0.netloc}".format(urlsplit(VNPAY["pay_url"]))] if VNPAY["code"] else []

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],  # what is not named below stays out
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "img-src": [SELF, "data:"],
        "base-uri": [SELF],
        "form-action": [SELF, *_PAYMENT_PAGES],
        "frame-ancestors": [NONE],
    },
}
# What the programs of the back offices need beyond that (storefront/web/headers.py): style attributes everywhere.
_OFFICE_STYLES = {"style-src": [SELF, UNSAFE_INLINE]}
BACK_OFFICE_POLICIES = {
    f"/{EDITORS_OFFICE}": {
        **_OFFICE_STYLES,
        "img-src": [SELF, "data:", "blob:"],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
    },
    f"/{SHOP_OFFICE}": {
        **_OFFICE_STYLES,
        "script-src": [SELF, NONCE],
        "script-src-attr": [  # the two handlers of Oscar's links “cancel”: window.history.go(-1), window.close()
            UNSAFE_HASHES,
            "'sha256-NqaPugiVKFsqU2P8L2sjJSLsiSKaQB+C9S5V0ZiRxfc='",
            "'sha256-KfMr/znHoNXbaysXJVVD9BDDdgwELnZLrjgLxMfySJE='",
        ],
    },
    f"/{REGISTER_OFFICE}": _OFFICE_STYLES,
}
