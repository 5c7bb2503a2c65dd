"""`manage.py load_demo`: what only the demo has. Marked as illustrative; can be rerun, never overwrites."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from catalogue.traceability.demo import load_trace_demo
from cms.services import load_demo_stories
from storefront.demo.accounts import DOMAIN, MEMBER_OF, ensure_demo_accounts
from storefront.demo.addresses import load_demo_addresses
from storefront.demo.offers import load_demo_offers
from storefront.demo.orders import load_demo_orders
from storefront.demo.past_orders import load_past_orders
from storefront.demo.payments import load_demo_payments
from storefront.demo.taxes import load_demo_taxes
from storefront.demo.vouchers import load_demo_vouchers


class Command(BaseCommand):
    help = "Load the demo: accounts for each role, illustrative prices, stock, orders, stories and stamps."

    def handle(self, *args, verbosity: int, **options):
        if not settings.IS_DEMO:
            raise CommandError("These are demo settings only: this site must not hold illustrative data.")
        for name, step in (
            ("accounts", ensure_demo_accounts),
            ("prices and stock", load_demo_offers),
            ("taxes", load_demo_taxes),
            ("addresses of the buyer", lambda: load_demo_addresses(buyer_email=f"nguoimua@{DOMAIN}")),
            ("orders that wait for a call", lambda: load_demo_orders(seller=MEMBER_OF)),
            (
                "orders that wait for a transfer",
                lambda: load_demo_payments(seller=MEMBER_OF, officer_email=f"quantri@{DOMAIN}"),
            ),
            ("vouchers", lambda: load_demo_vouchers(seller=MEMBER_OF)),
            (
                "orders of the last sixty days",
                lambda: load_past_orders(seller=MEMBER_OF, member_email=f"htx@{DOMAIN}"),
            ),
            ("stories", load_demo_stories),
            ("lots and stamps", lambda: load_trace_demo(officer_email=f"canbo@{DOMAIN}")),
        ):
            result = step()
            if verbosity:
                self.stdout.write(f"{name}: {result if result is not None else 'ready'}")
