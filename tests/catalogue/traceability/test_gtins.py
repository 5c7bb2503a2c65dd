"""Trade item numbers: check digits, how they are kept, and when they stay."""

import pytest
from django.db import IntegrityError, transaction

from catalogue.traceability.errors import TraceRefused
from catalogue.traceability.gs1.contents import check_digit, has_check_digit
from catalogue.traceability.lots.services import (
    set_gtin,
)
from catalogue.traceability.models import ProductGtin
from catalogue.traceability.stamps import keys
from catalogue.traceability.stamps.batches import (
    create_batch,
)
from tests.catalogue.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def key_folder(settings, tmp_path):
    settings.STAMP_KEYS_DIR = tmp_path / "keys"


@pytest.mark.parametrize("body, digit", [("893850012345", "0"), ("893850700001", "3"), ("893600000012", "7")])
def test_check_digits_are_those_of_gs1(body, digit):
    assert check_digit(body) == digit and has_check_digit(body + digit)
    assert not any(has_check_digit(f"{body}{wrong}") for wrong in range(10) if str(wrong) != digit)


def test_a_gtin_is_kept_with_14_digits_and_checked_by_the_database_too():
    product = make_product()
    assert set_gtin(product=product, gtin="0200000000011", is_illustrative=True).gtin == "00200000000011"
    wrong = [
        ("0200000000012", True), ("020000000001", True), ("", False), ("89385001234", False),
        ("8938500123457", False), ("0200000000011", False), ("8938500123450", True), ("0200000000O11", True),
    ]  # fmt: skip
    for gtin, illustrative in wrong:
        with pytest.raises(TraceRefused):
            set_gtin(product=product, gtin=gtin, is_illustrative=illustrative)
    for gtin in ("00200000000012", "0020000000001x", "0893850012345", "08938500123450"):
        with pytest.raises(IntegrityError), transaction.atomic():
            ProductGtin.objects.filter(product=product).update(
                gtin=gtin
            )  # the last: a real number called illustrative
    with pytest.raises(TraceRefused):
        set_gtin(product=make_product(), gtin="0200000000011", is_illustrative=True)


def test_a_product_with_stamps_keeps_its_gtin():
    keys.ensure_current_key()
    product = make_product()
    set_gtin(product=product, gtin="0200000000011", is_illustrative=True)
    create_batch(product=product, count=1)
    with pytest.raises(TraceRefused):
        set_gtin(product=product, gtin="0200000000028", is_illustrative=True)
