"""What the demo has none of, for the browser to look at: put into the running site's database by `add_to`."""

import datetime
import os
import subprocess
import sys

from django.db import transaction

from catalogue.certification.services import revoke_certificate
from catalogue.products.models import Product
from catalogue.traceability.models import CloneAlert, Stamp
from catalogue.traceability.suspicions.services import report_suspicion
from media.evidence import take_in
from storefront.accounts.models import User
from storefront.checkout.services import place_order
from storefront.runtime.pytest_plugin import ROOT
from tests.catalogue.factories import make_certificate, make_producer, make_product
from tests.media.drawn import drawn, upload
from tests.storefront.shop.offers import LAN, make_basket, make_offer

EXTREME_SLUGS = ("san-pham-tran", "san-pham-ten-dai")


def add_to(site, name: str) -> None:
    """Run one of the functions below in a process of its own, as one of the site's."""
    program = f"import django; django.setup(); from tests.browser import content; content.{name}()"
    environment = dict(
        os.environ,
        DJANGO_SETTINGS_MODULE="storefront.settings.demo",
        DATABASE_URL=site.database,
        SAOBUON_VAR=str(site.var),
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@transaction.atomic
def extreme_products() -> None:
    """A product of which only the name is known, and one with names far longer than any real one, with a word that
    cannot be broken."""
    name = "Sản phẩm có tên dài hơn mọi tên thật Ngườngượngnghiêngngảnguệchngoạcnghễnhngãngthườngxuyên"
    name += " và còn nữa" * 8
    make_product(title="Sản phẩm trần", slug="san-pham-tran")
    producer = make_producer(name=name[:150], slug="chu-the-ten-dai", type="cooperative")
    make_product(title=name, slug="san-pham-ten-dai", packaging=name[:200], producer=producer)


def without_extreme_products() -> None:
    Product.objects.filter(slug__in=EXTREME_SLUGS).update(is_public=False)


@transaction.atomic
def full_queues() -> None:
    """An order, an alert of copies, a report, a certificate revoked without a recall."""
    buyer = User.objects.get(email="nguoimua@demo.saobuon.example")
    place_order(basket=make_basket(make_offer(), owner=buyer), contact=LAN, shown_total=130_000, buyer=buyer)
    CloneAlert.objects.create(stamp=Stamp.objects.filter(batch__state="active", position=5).first(), score=2)
    photo = take_in(upload(drawn()))
    report_suspicion(text="Tem in mờ, vị khác hẳn", where="Chợ Buôn Ma Thuột", contact="0912 345 678", photo=photo)
    officer = User.objects.get(email="canbo@demo.saobuon.example")
    revoke_certificate(certificate=make_certificate(), by=officer, on=datetime.date(2024, 6, 1), reason="Hậu kiểm")
