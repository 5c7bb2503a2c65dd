"""A form sent twice makes one thing: every address of ours that takes a POST is named here, with what guards it.

What the offices of frameworks make is left to them: staff alone sends there, and names, numbers and trees are unique.
"""

import pytest
from django.urls import reverse

from catalogue.traceability.models import Lot, LotInput, Place, PrintRun, StampBatch
from tests.matrix import OFFICES, rule_for
from tests.roles import LED_ON, NOBODY
from tests.url_table import routes
from tests.world import build_world

SENT_ONCE = {  # by storefront.web.idempotency: every form of ours that makes something or moves goods or money
    "complaint", "suspicion", "portal-lot-new", "portal-places", "portal-input-new", "portal-batch-new",
    "portal-print", "portal-event-new", "portal-event-correct", "portal-event-void", "portal-batch", "portal-order",
    "office-recall-new", "office-recall-end", "office-certificate", "office-payments", "office-account-new",
    "office-account", "office-statement", "office-receipt", "office-surplus", "office-refund",
    "office-second-factor-resets", "office-second-factor-reset-answer", "product-review", "checkout-review",
    "portal-vouchers", "office-vouchers", "portal-product", "portal-photo-new", "portal-sheet", "office-listing",
    "portal-bank-account", "portal-message",
    "order-message",
    "product-questions",
    "order-review",
    "order-claim", "portal-review", "portal-question", "portal-claim", "office-claim", "office-feedback-item",
}  # fmt: skip
UNIQUE = {
    "portal-zone-new": "a province stands in one zone; the second form says so",
    "stock-alert": "one open alert for each address and product",
    "account-address-new": "an account has an address once",
    "wish-add": "a product is on the list once",
    "order-again": "puts into the basket only what is missing there",
    "portal-sheets": "the same file is one table",
    "carrier-notice": "news have the identity of the first ones",
    "payment-notice": "a delivery has the identity of the first one",
    "vnpay-start": "each visit to VNPay has a reference of its own; what is paid twice goes back",
    "account_email": "an address is unique; the library limits the mails",
    "mfa_activate_totp": "one app for each account",
    "mfa_add_webauthn": "a key registers once for its challenge",
    "mfa_generate_recovery_codes": "the new codes take the place of the old ones",
    "epcis-capture": "events carry their identifiers",
    "scan-place": "one place for each device and stamp",
}
CHANGES_ONLY = {
    "account-notifications-read", "account-notification", "account-mails", "office-messages",
    "basket-update", "basket-voucher", "checkout", "portal-lot-edit", "portal-print-retry", "portal-delivery",
    "portal-zone",
    "portal-weights", "portal-pickup", "sales-point-pickup", "sales-point-pickup-answer",
    "portal-products", "portal-photo", "portal-tax", "portal-listing-withdraw",
    "office-suspicion", "office-alert", "office-portal-retry", "office-notice",
    "sales-point-notice",
    "account_change_password",
    "account_reauthenticate", "mfa_index", "mfa_list_webauthn", "mfa_edit_webauthn", "mfa_remove_webauthn",
    "portal-bulk",
    "portal-mails",
    "wish-list", "account-addresses", "account-address",
    "stock-alert-chosen",
}  # fmt: skip
MEANT = {
    "basket-add": "a second click adds one more, the page shows how many there are",
    "office-data-request": "gives a file; each is another answer with its own moment",
}
ANSWERS_ONLY = {  # a search, and frameworks' views that answer a POST as a GET
    "order-find",
    "api:openapi-json", "api:openapi-view", "wagtaildocs_serve", "sitemap", "design", "news-feed", "home",
    "wagtail_serve", "",
}  # fmt: skip


def test_every_address_that_takes_a_form_says_what_happens_when_it_is_sent_twice():
    named = [SENT_ONCE, set(UNIQUE), CHANGES_ONLY, set(MEANT), ANSWERS_ONLY]
    known = set().union(*named)
    assert len(known) == sum(map(len, named))
    taking = {
        route.name
        for route in routes()
        if not route.pattern.startswith(OFFICES)
        and (rule := rule_for(route)) is not None
        and rule.post not in (NOBODY, LED_ON)
    }
    assert taking == known


@pytest.fixture
def world(db):
    return build_world()


def test_what_a_producer_makes_is_there_once_however_often_the_form_is_sent(world):
    client, lot = world.clients["producer"], Lot.objects.get(code="L-01")
    producer, product = lot.product.producer_id, lot.product_id
    batch = {"product": product, "count": 130, "lot": lot.pk}
    forms = [
        ("portal-lot-new", producer, Lot, {"product": product, "code": "L-77", "quantity_unit": "kg"}),
        ("portal-places", producer, Place, {"kind": "farm", "name": "Vườn thôn 3"}),
        ("portal-input-new", lot.pk, LotInput, {"material": "Quả tươi", "quantity": "9", "quantity_unit": "kg"}),
        ("portal-batch-new", producer, StampBatch, batch),
    ]
    for name, of, model, typed in forms:
        before = model.objects.count()
        sent = [client.post(reverse(name, args=[of]), typed) for _again in range(3)]
        assert [answer.status_code for answer in sent] == [302] * 3, name
        assert len({answer["Location"] for answer in sent}) == 1
        assert model.objects.count() == before + 1, name
    stamps = StampBatch.objects.get(count=130)
    assert stamps.stamps.count() == 130
    typed = {"paper": "a4-65", "first": 1, "last": 65}
    address = reverse("portal-print", args=[stamps.pk])
    assert client.post(address, typed)["Location"] == client.post(address, typed)["Location"]
    assert stamps.print_runs.count() == 1
    assert client.post(address, {**typed, "last": 60}).status_code == 422  # that is another run of the same stamps


def test_another_person_or_another_form_makes_another_one(world):
    lot = Lot.objects.get(code="L-01")
    address = reverse("portal-input-new", args=[lot.pk])
    typed = {"material": "Quả tươi", "quantity": "9", "quantity_unit": "kg"}
    client = world.clients["producer"]
    client.post(address, typed)
    client.post(address, {**typed, "quantity": "8"})
    assert lot.inputs.count() == 2
    client.post(address, {"remove": lot.inputs.first().pk})
    client.post(address, {**typed, "form_key": "that of a new page"})
    assert lot.inputs.count() == 2
    batches = reverse("portal-batch-new", args=[lot.product.producer_id])
    before = StampBatch.objects.count()
    for role in ("producer", "administrator"):
        world.clients[role].post(batches, {"product": lot.product_id, "count": 7, "lot": ""})
    assert StampBatch.objects.count() == before + 2
    assert PrintRun.objects.count() == 1
