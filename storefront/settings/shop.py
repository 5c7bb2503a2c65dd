"""The shop: what differs from Oscar's defaults, and what orders that nobody vouches for may hold."""

import environ
from oscar.defaults import *

from storefront.dashboard.navigation import NAVIGATION

env = environ.Env()

OSCAR_SHOP_NAME = "Sao Buôn"
OSCAR_HOMEPAGE = "/"
OSCAR_DEFAULT_CURRENCY = "VND"
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_FROM_EMAIL = "don-hang@saobuon.example"
DEFAULT_FROM_EMAIL = OSCAR_FROM_EMAIL
OSCAR_SLUG_FUNCTION = "catalogue.text.slug_of"
OSCAR_INITIAL_ORDER_STATUS = "new"
OSCAR_INITIAL_LINE_STATUS = "new"
# What the dashboard offers for a whole order: the moves of its parcels (storefront/order/models/parcels.py).
OSCAR_ORDER_STATUS_PIPELINE = {
    "unconfirmed": ("confirmed", "cancelled"),
    "unpaid": ("new", "cancelled"),
    "new": ("confirmed", "cancelled"),
    "confirmed": ("packed", "cancelled"),
    "packed": ("shipped", "cancelled"),
    "shipped": ("delivered", "returning"),
    "delivered": ("returning",),
    "returning": ("returned", "delivered"),
    "returned": (),
    "cancelled": (),
}
OSCAR_DASHBOARD_NAVIGATION = NAVIGATION
ABSOLUTE_URL_OVERRIDES = {"catalogue.category": lambda group: f"/san-pham/?group={group.code}"}
# No mails about products that are back in stock from inside every change of stock.
OSCAR_EAGER_ALERTS = False
OSCAR_CSV_INCLUDE_BOM = True  # Excel shows Vietnamese
SHIPPING_FLAT_CHARGE = env.int("SHIPPING_FLAT_CHARGE", default=30_000)  # đồng per parcel, if the seller says nothing
# Orders that nobody vouches for, of guests and of accounts without a confirmed e-mail address: their units are held
# for so many hours until the seller has called. What they may take until then:
GUEST_ORDER_HOLD_HOURS = env.int("GUEST_ORDER_HOLD_HOURS", default=48)
GUEST_ORDER_STOCK_PERCENT = env.int("GUEST_ORDER_STOCK_PERCENT", default=50)  # all together, of what is free
GUEST_ORDER_PHONE_UNITS = env.int("GUEST_ORDER_PHONE_UNITS", default=5)  # of one product
GUEST_ORDER_PHONE_ORDERS = env.int("GUEST_ORDER_PHONE_ORDERS", default=3)  # waiting for the call
GUEST_ORDER_NETWORK_UNITS = env.int("GUEST_ORDER_NETWORK_UNITS", default=20)  # of one product
GUEST_ORDER_NETWORK_ORDERS = env.int("GUEST_ORDER_NETWORK_ORDERS", default=20)  # in 24 hours, not confirmed
CHECKOUT_HOLD_MINUTES = env.int("CHECKOUT_HOLD_MINUTES", default=10)  # units are kept so long after a step
CHECKOUT_HOLD_LONGEST_MINUTES = env.int("CHECKOUT_HOLD_LONGEST_MINUTES", default=30)  # and so long in all
PAYMENT_HOURS = env.int("PAYMENT_HOURS", default=24)  # units are held for a bank transfer so long
# Whose account buyers transfer to: "shop", or "sellers" (each its own, and one transfer for each parcel).
PAYMENT_ACCOUNTS = env.str("PAYMENT_ACCOUNTS", default="shop")
STRAY_MONEY_MINUTES = env.int("STRAY_MONEY_MINUTES", default=30)  # then the office hears of it
# Services that tell of money at once, by their names; without a key they are not heard.
PAYMENT_NOTICES = {
    "casso": {"key": env.str("CASSO_KEY", default="")},
    "sepay": {"secret": env.str("SEPAY_SECRET", default=""), "api_key": env.str("SEPAY_API_KEY", default="")},
}
VNPAY = {
    "code": env.str("VNPAY_TERMINAL", default=""),
    "secret": env.str("VNPAY_SECRET", default=""),
    "pay_url": env.str("VNPAY_URL", default="https://pay.vnpay.vn/vpcpay.html"),
}
# Whether the site withholds taxes of households: for the department to decide with a tax adviser (decision 28).
WITHHOLDS_TAX = env.bool("WITHHOLDS_TAX", default=False)
DEMO_CARRIER = {"url": "", "secret": ""}  # nothing but the demo has one
FAKE_BANK_URL = ""  # where the demo's bank answers; nothing but the demo has one
# Complaints about parcels. The law says how long a refund may take (Law 19/2023: 30 days, as for goods that are not
# as described); the other days are the shop's own policy, for no text in our hands gives them.
CLAIM_DAYS = env.int("CLAIM_DAYS", default=30)  # after delivery a buyer may complain so long
CLAIM_SELLER_DAYS = env.int("CLAIM_SELLER_DAYS", default=3)  # then the department may be asked
CLAIM_BUYER_DAYS = env.int("CLAIM_BUYER_DAYS", default=15)  # then an answered complaint is closed
CLAIM_OFFICE_DAYS = env.int("CLAIM_OFFICE_DAYS", default=10)
CLAIM_REFUND_DAYS = env.int("CLAIM_REFUND_DAYS", default=30)  # to carry out what was agreed
OSCAR_BASKET_COOKIE_OPEN = "saobuon_basket"
BASKET_UNITS_COOKIE = "saobuon_units"  # how many units the basket holds, for js/frame.js
OSCAR_MAX_BASKET_QUANTITY_THRESHOLD = 99
OSCAR_ALLOW_ANON_REVIEWS = False
OSCAR_MODERATE_REVIEWS = True
OSCAR_HIDDEN_FEATURES = ["reviews", "wishlists"]
OSCAR_THUMBNAILER = "storefront.dashboard.thumbnails.OriginalImage"
OSCAR_REQUIRED_ADDRESS_FIELDS = ("first_name", "line1", "line4", "country")
PHONENUMBER_DEFAULT_REGION = "VN"
