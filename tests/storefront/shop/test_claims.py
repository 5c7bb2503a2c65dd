"""Complaints about a parcel: both sides, the department, the clock, and what money and stock say in the end."""

import datetime
import re

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from catalogue.roles import OFFICERS
from storefront.accounts.roles import ensure_roles, give_role
from storefront.checkout.services import place_order
from storefront.claims.models import Claim, ClaimMessage, ClaimState, Side
from storefront.claims.services import close_silent_claims
from storefront.order.models import Cancellation, Parcel, ParcelState
from storefront.order.queries import order_address
from storefront.order.services import parcels as moves
from storefront.order.totals import amount_due
from storefront.partner.models import StockRecord
from storefront.payment.audit import differences
from storefront.payment.models import Refund, Sighting
from storefront.payment.movements import Movement
from storefront.payment.services.booking import book
from storefront.payment.services.refunds import RefundRefused, move_refund
from tests.media.drawn import drawn, upload
from tests.storefront.payment.money import make_account
from tests.storefront.portal.people import member_of, signed_in

from .guest_orders import placed
from .offers import LAN, buy, make_basket, make_buyer, make_offer

pytestmark = pytest.mark.django_db
UNITS, PRICE = 10, 50_000


@pytest.fixture
def offer():
    return make_offer(units=UNITS, price=PRICE)


def arrived(offer, *, is_guest: bool = True, units: int = 3) -> Parcel:
    if is_guest:
        order = placed(offer, quantity=units)
    else:
        order = buy(make_basket(offer, quantity=units), total=PRICE * units + 30_000)()
    parcel = order.parcels.get()
    for step in (moves.confirm_parcel, moves.pack_parcel, moves.ship_parcel, moves.deliver_parcel):
        step(parcel=parcel, by=None)
    return Parcel.objects.select_related("order").get(pk=parcel.pk)


def place(parcel: Parcel) -> str:
    return f"{order_address(parcel.order)}kien/{parcel.number}/khieu-nai/"


def complaint(parcel: Parcel, units: object = 2, **changes) -> dict:
    line = parcel.lines.get()
    words = {"step": "open", "kind": "broken", f"units_{line.pk}": units, "text": "Hai gói bị <b>rách</b>."}
    return {**words, **changes}


def opened(parcel: Parcel, units: int = 2, client: Client | None = None) -> Claim:
    answer = (client or Client()).post(place(parcel), complaint(parcel, units))
    assert answer.status_code == 302, answer.content.decode()
    return Claim.objects.filter(parcel=parcel).latest("pk")


def answer(desk: Client, claim: Claim, outcome: str, units: int | None = None, text: str = "Xin lỗi chị"):
    row = claim.lines.get()
    words = {"step": "answer", "outcome": outcome, "text": text}
    words[f"units_{row.line_id}"] = row.quantity if units is None else units
    return desk.post(f"/theo-doi/khieu-nai/{claim.pk}/", words)


def act(client: Client, claim: Claim, step: str, **values):
    claim.refresh_from_db()
    return client.post(place(claim.parcel), {"step": step, "claim": claim.pk, "offer": claim.offer_number, **values})


def on_hand(offer) -> int:
    return StockRecord.objects.get(pk=offer.pk).num_in_stock


def officer() -> Client:
    ensure_roles()
    user = make_buyer("canbo@example.com")
    give_role(user=user, role=OFFICERS)
    return signed_in(user)


def later(days: int):
    return time_machine.travel(timezone.now() + datetime.timedelta(days=days))


def test_from_the_complaint_to_the_units_that_are_not_paid_for(offer):
    parcel, desk, guest = arrived(offer), signed_in(member_of(offer)), Client()
    photos = [upload(drawn(200, 200)), upload(drawn(201, 200))]
    for _again in range(2):
        assert guest.post(place(parcel), {**complaint(parcel), "photos": photos}).status_code == 302
        photos = [upload(drawn(200, 200))]
    claim = Claim.objects.get()
    assert claim.photos.count() == 2 and claim.messages.count() == 1
    page = guest.get(place(parcel)).content.decode()
    assert "&lt;b&gt;rách" in page and "<b>rách" not in page
    image = re.search(r'src="([^"]+/khieu-nai/anh/\d+/)"', page)[1]
    assert guest.get(image)["Content-Type"] == "image/jpeg"
    assert desk.get(f"/theo-doi/khieu-nai/{claim.pk}/anh/{claim.photos.first().pk}/").status_code == 200
    for _again in range(2):
        assert answer(desk, claim, "refund").status_code == 302
    assert claim.messages.count() == 2
    assert act(guest, claim, "accept", offer=0).status_code == 409  # not the offer he has read
    for _again in range(2):
        assert act(guest, claim, "accept").status_code == 302
    for _again in range(2):
        assert desk.post(f"/theo-doi/khieu-nai/{claim.pk}/", {"step": "done", "text": ""}).status_code == 302
    claim.refresh_from_db()
    assert (claim.state, claim.outcome, claim.due_at) == (ClaimState.CLOSED, "refund", None)
    off = Cancellation.objects.get()
    assert (off.kind, off.quantity, off.amount, off.is_restocked) == ("refunded", 2, 2 * PRICE, False)
    assert on_hand(offer) == UNITS - 3 and amount_due(parcel.order) == PRICE + 30_000
    assert list(differences()) == []
    assert opened(parcel, 1)  # another one, now that this is closed


@pytest.mark.parametrize(
    ("outcome", "state", "units", "restocked", "left_units", "stock", "now"),
    [
        ("return", "delivered", 2, "on", 1, UNITS - 1, "delivered"),
        ("return", "delivered", 3, "", 0, UNITS - 3, "returned"),
        ("refund", "delivered", 3, "", 0, UNITS - 3, "delivered"),
        ("refund", "shipped", 3, "", 0, UNITS - 3, "returned"),
        ("replacement", "delivered", 2, "", 3, UNITS - 5, "delivered"),
    ],
)
def test_what_was_agreed_shows_in_parcel_stock_and_money(
    offer, outcome, state, units, restocked, left_units, stock, now
):
    parcel, desk, guest = arrived(offer), signed_in(member_of(offer)), Client()
    Parcel.objects.update(state=state)
    claim = opened(parcel, units)
    answer(desk, claim, outcome)
    act(guest, claim, "accept")
    done = {"step": "done", "text": "Đã gửi", "is_restocked": restocked}
    assert desk.post(f"/theo-doi/khieu-nai/{claim.pk}/", done).status_code == 302
    parcel.refresh_from_db()
    assert (parcel.state, on_hand(offer)) == (now, stock)
    assert amount_due(parcel.order) == (PRICE * left_units + 30_000 if left_units else 0)
    assert list(differences()) == []


def test_what_was_paid_is_asked_back_by_one_person_and_sent_by_another(offer):
    buyer, account, member = make_buyer(), make_account(), member_of(offer)
    basket, total = make_basket(offer, quantity=3, owner=buyer), PRICE * 3 + 30_000
    order = place_order(basket=basket, contact=LAN, shown_total=total, buyer=buyer, pay_to=account)
    paid = Movement(booked_at=timezone.now(), amount=total, description=order.payments.get().reference, identity="1")
    book(account=account, movements=[paid], source=Sighting.Source.STATEMENT, by=None)
    Parcel.objects.update(state=ParcelState.DELIVERED)
    parcel = Parcel.objects.select_related("order").get()
    claim, client = opened(parcel, 2, signed_in(buyer)), signed_in(buyer)
    answer(signed_in(member), claim, "refund")
    act(client, claim, "accept")
    for _again in range(2):
        signed_in(member).post(f"/theo-doi/khieu-nai/{claim.pk}/", {"step": "done", "text": ""})
    refund = Refund.objects.get()
    assert (refund.amount, refund.state, refund.asked_by) == (2 * PRICE, "requested", member)
    with pytest.raises(RefundRefused):
        move_refund(refund=refund, state="sent", by=member)
    assert list(differences()) == []


def test_nothing_is_taken_off_twice_and_nothing_sent_that_is_not_there(offer):
    parcel, desk, guest = arrived(offer), signed_in(member_of(offer)), Client()
    claim = opened(parcel, 2)
    answer(desk, claim, "refund")
    act(guest, claim, "accept")
    line = parcel.lines.get()
    common = {"reason": "Rách", "is_restocked": False, "by": None}
    moves.refuse_units(parcel=parcel, quantities={line.pk: 2}, **common)  # the desk has done it already
    desk.post(f"/theo-doi/khieu-nai/{claim.pk}/", {"step": "done", "text": ""})
    assert sum(row.quantity for row in Cancellation.objects.all()) == 3  # one was left of the two that were agreed
    other = arrived(offer)
    claim = opened(other, 2)
    answer(desk, claim, "replacement")
    act(guest, claim, "accept")
    StockRecord.objects.filter(pk=offer.pk).update(num_in_stock=1)
    assert desk.post(f"/theo-doi/khieu-nai/{claim.pk}/", {"step": "done", "text": ""}).status_code == 409
    claim.refresh_from_db()
    assert (claim.state, on_hand(offer)) == (ClaimState.AGREED, 1)


def test_the_department_decides_when_the_seller_is_silent_or_the_buyer_does_not_agree(offer):
    parcel, desk, guest, office = arrived(offer), signed_in(member_of(offer)), Client(), officer()
    claim = opened(parcel)
    item, units = f"/theo-doi/can-bo/khieu-nai/{claim.pk}/", f"units_{parcel.lines.get().pk}"
    decision = {"step": "decide", "outcome": "refund", "text": "Ảnh cho thấy rõ", units: 1}
    assert office.post(item, decision).status_code == 409
    assert act(guest, claim, "escalate", text="").status_code == 409  # the seller still has time
    with later(4):
        assert "?muc=late" in office.get("/theo-doi/can-bo/").content.decode()
        assert act(guest, claim, "escalate", text="Không ai trả lời").status_code == 302
    assert answer(desk, claim, "refused").status_code == 409
    for wrong in ({units: 3}, {units: 0}, {"outcome": "x"}, {"text": "x" * 10_000}, {units: -1}, {units: 10**12}):
        assert office.post(item, {**decision, **wrong}).status_code in (409, 422), wrong
    assert office.post(item, decision).status_code == 302
    assert (Claim.objects.get().state, Claim.objects.get().lines.get().granted) == (ClaimState.AGREED, 1)
    # A refusal ends it: at once by the department, by the buyer's word, or by his silence.
    silent = opened(arrived(offer))
    answer(desk, silent, "refused")
    assert close_silent_claims() == 0
    with later(16):
        assert close_silent_claims() == 1
    silent.refresh_from_db()
    assert (silent.state, silent.outcome, silent.messages.last().side) == (ClaimState.CLOSED, "refused", Side.CLOCK)


def test_each_side_does_its_own_moves_and_foreign_ids_lead_nowhere(offer):
    parcel, other = arrived(offer), arrived(make_offer(units=UNITS, price=PRICE))
    claim, desk, stranger = opened(parcel), signed_in(member_of(offer)), signed_in(member_of(make_offer()))
    foreign = opened(other)
    assert answer(stranger, claim, "refund").status_code == 403
    assert stranger.get(f"/theo-doi/khieu-nai/{claim.pk}/").status_code == 403
    assert signed_in(make_buyer("la@example.com")).get(f"/theo-doi/can-bo/khieu-nai/{claim.pk}/").status_code == 403
    for step in ("accept", "withdraw", "say", "escalate"):
        values = {"step": step, "claim": foreign.pk, "offer": 0, "text": "Lời lạ"}
        assert Client().post(place(parcel), values).status_code == 404, step
    assert act(Client(), claim, "accept").status_code == 409  # nothing is offered
    assert Client().post(place(parcel), {"step": "decide", "claim": claim.pk}).status_code == 404
    assert desk.post(f"/theo-doi/khieu-nai/{claim.pk}/", {"step": "done"}).status_code == 409
    assert Client().get(f"{order_address(parcel.order)}kien/2/khieu-nai/").status_code == 404
    assert Client().get(place(parcel).replace(str(parcel.order.number), str(other.order.number))).status_code == 404
    assert {row.state for row in Claim.objects.all()} == {ClaimState.OPEN}
    member = arrived(offer, is_guest=False)
    assert "/dang-nhap/" in Client().get(place(member))["Location"]
    assert stranger.post(place(member), complaint(member)).status_code == 404
    own = signed_in(member.order.user)
    assert opened(member, 1, own)
    assert member.reference in own.get("/tai-khoan/khieu-nai/").content.decode()


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"kind": "x"}, 422),
        ({"text": " "}, 422),
        ({"text": "x" * 10_000}, 422),
        ({"units": 0}, 422),
        ({"units": -1}, 422),
        ({"units": 4}, 422),
        ({"units": "1e9"}, 422),
        ({"photos": [upload(b"%PDF-1.4")]}, 422),
        ({"photos": [upload(b"x" * 10)] * 4}, 422),
    ],
)
def test_a_complaint_that_cannot_be_is_refused_and_what_was_typed_stays(offer, change, status):
    parcel = arrived(offer)
    change = dict(change)
    typed = complaint(parcel, change.pop("units", 2), **change)
    answered = Client().post(place(parcel), typed)
    assert answered.status_code == status
    assert not Claim.objects.exists()
    if "photos" in change:
        assert "Hai gói bị" in answered.content.decode()


def test_only_a_parcel_that_was_sent_and_not_for_ever(offer):
    parcel = arrived(offer)
    for state in (ParcelState.NEW, ParcelState.PACKED, ParcelState.CANCELLED, ParcelState.RETURNED):
        Parcel.objects.update(state=state)
        assert Client().post(place(parcel), complaint(parcel)).status_code == 409
    Parcel.objects.update(state=ParcelState.DELIVERED)
    with later(31):
        assert Client().post(place(parcel), complaint(parcel)).status_code == 409
    assert not Claim.objects.exists()


def test_the_database_holds_one_open_complaint_and_every_word(offer):
    claim = opened(arrived(offer))
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.create(parcel=claim.parcel, kind="other", due_at=timezone.now())
    with pytest.raises(Exception, match="claim_message_is_kept"), transaction.atomic():
        ClaimMessage.objects.update(text="Lời khác")
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.update(state="answered")
