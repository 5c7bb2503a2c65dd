"""Places, lots, what goes into what, and the producer's screens for them."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from catalogue import money
from catalogue.traceability.demo import load_trace_demo
from catalogue.traceability.errors import TraceRefused
from catalogue.traceability.lots.events import EventFacts, record_event
from catalogue.traceability.lots.queries import mass_balance, trace_back
from catalogue.traceability.lots.services import (
    add_input,
    create_lot,
    create_place,
    remove_input,
    update_lot,
)
from catalogue.traceability.models import Lot, LotInput, Place, PlaceKind, ProductGtin, QuantityUnit, StampBatch
from catalogue.traceability.stamps import keys
from catalogue.traceability.stamps.batches import (
    activate_batch,
    apply_to_lot,
    create_batch,
    make_batch,
    mark_delivered,
    mark_printed,
)
from storefront.accounts.models import User
from storefront.demo.accounts import ensure_demo_accounts
from tests.catalogue.factories import make_producer, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def key_folder(settings, tmp_path):
    settings.STAMP_KEYS_DIR = tmp_path / "keys"


@pytest.fixture
def producer():
    return make_producer(name="Hợp tác xã Lô")


@pytest.fixture
def member(producer):
    user = User.objects.create_user("xavien@example.com", "a-long-password", first_name="Xã viên")
    producer.memberships.create(user=user, since="2020-01-01")
    return user


@pytest.fixture
def client(member):
    client = Client()
    client.force_login(member)
    return client


def lot_of(producer, code, **fields) -> Lot:
    return create_lot(product=make_product(producer=producer), code=code, **fields)


# -- codes --------------------------------------------------------------------------------------------------------


def test_a_place_has_a_code_of_its_own_and_a_right_gln(producer):
    place = create_place(producer=producer, kind=PlaceKind.FARM, name=" Vườn thôn 3 ", gln="8938500123450")
    assert (place.name, len(place.code)) == ("Vườn thôn 3", 8)
    for fields in (
        {"gln": "8938500123451"},
        {"gln": "89385"},
        {"latitude": Decimal("12.6")},
        {"name": "Vườn thôn 3"},
    ):
        with pytest.raises(TraceRefused):
            create_place(**{"producer": producer, "kind": PlaceKind.FARM, "name": "Khác", **fields})
    with pytest.raises(TraceRefused):
        create_place(producer=make_producer(), kind=PlaceKind.FARM, name="Vườn", gln="8938500123450")
    for fields in ({"gln": "8938500123451"}, {"latitude": 91, "longitude": 1}, {"longitude": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Place.objects.filter(pk=place.pk).update(**fields)


def test_a_lot_without_number_gets_the_next_of_its_day(producer):
    product = make_product(producer=producer)
    made = [create_lot(product=product, produced_on=datetime.date(2026, 11, 24)) for _ in range(3)]
    assert [lot.code for lot in made] == ["L261124", "L261124-2", "L261124-3"]


@pytest.mark.parametrize("code", ["two words", "lô", "x" * 21, "a#b", "a\x00b"])
def test_a_lot_number_has_the_letters_that_gs1_allows(producer, code):
    with pytest.raises(TraceRefused) as refusal:
        lot_of(producer, code)
    assert refusal.value.field == "code"


@pytest.mark.parametrize("field", ["produced_on", "packed_on", "expires_on"])
@pytest.mark.parametrize("day", ["0001-01-01", "0024-11-24", "0226-11-24", "1926-11-24", "2099-11-24", "9999-12-31"])
def test_a_year_typed_wrong_is_refused_at_its_day(client, producer, field, day):
    product = make_product(producer=producer)
    form = {"product": product.pk, "quantity_unit": "kg", "code": "L1", field: day}
    page = client.post(reverse("portal-lot-new", args=[producer.pk]), form)
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    with pytest.raises(TraceRefused) as refusal:
        create_lot(product=product, code="L1", **{field: datetime.date.fromisoformat(day)})
    assert refusal.value.field == field


def test_an_empty_lot_is_not_accepted(client, producer):
    product = make_product(producer=producer)
    new = reverse("portal-lot-new", args=[producer.pk])
    for empty in ({}, {"code": " ", "produced_on": "", "quantity": ""}):
        assert client.post(new, {"product": product.pk, "quantity_unit": "kg", **empty}).status_code == 422
    assert not Lot.objects.exists()
    assert client.post(new, {"product": product.pk, "quantity_unit": "kg", "quantity": "12,5"}).status_code == 302


def test_a_lot_form_sent_again_after_going_back_makes_no_second_lot(client, producer):
    form = {"product": make_product(producer=producer).pk, "quantity_unit": "kg", "quantity": "5", "code": ""}
    new = reverse("portal-lot-new", args=[producer.pk])
    days = ("2026-11-02", "2026-11-02", "2026-11-01")
    first, again, other = (client.post(new, {**form, "produced_on": day})["Location"] for day in days)
    assert first == again != other
    assert Lot.objects.count() == 2


def test_facts_of_a_lot_are_changed_with_history_and_not_its_number_once_it_has_stamps(producer, member):
    keys.ensure_current_key()
    lot = lot_of(producer, "A", quantity=Decimal(10), by=member)
    update_lot(lot=lot, quantity=Decimal(12), code="B", by=member)
    create_batch(product=lot.product, count=1, lot=lot)
    with pytest.raises(TraceRefused):
        update_lot(lot=lot, code="C")
    assert [(row.code, row.quantity) for row in lot.history.order_by("pgh_id")] == [("A", 10), ("B", 12)]
    assert lot.history.order_by("pgh_id").last().pgh_context.metadata["user"] == member.pk


# -- inputs -------------------------------------------------------------------------------------------------------


def test_no_lot_goes_into_itself_near_or_far(producer):
    a, b, c = (lot_of(producer, code) for code in "ABC")
    add_input(lot=b, source_lot=a)
    add_input(lot=c, source_lot=b)
    assert trace_back(c) == [c.pk, *sorted([a.pk, b.pk])]
    for lot, source in ((a, a), (a, b), (a, c), (b, c)):
        with pytest.raises(TraceRefused) as refusal:
            add_input(lot=lot, source_lot=source)
        assert refusal.value.field == "source_lot"
        with pytest.raises(IntegrityError), transaction.atomic():
            LotInput.objects.create(lot=lot, source_lot=source)
    with pytest.raises(IntegrityError, match="into itself"), transaction.atomic():
        LotInput.objects.filter(lot=b).update(source_lot=c)
    add_input(lot=c, source_lot=a)  # two ways to the same source are no circle


def test_what_is_removed_stays_in_the_history(producer, member):
    lot = lot_of(producer, "A")
    row = add_input(lot=lot, material="Quả tươi", quantity=Decimal(5), by=member)
    remove_input(lot=lot, number=row.pk, by=member)
    remove_input(lot=lot_of(producer, "B"), number=row.pk)
    assert not lot.inputs.exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pgh_label, material FROM traceability_lotinputevent ORDER BY pgh_id")
        assert cursor.fetchall() == [("insert", "Quả tươi"), ("delete", "Quả tươi")]


def test_the_balance_warns_only_of_what_is_known(producer):
    lot = lot_of(producer, "A", quantity=Decimal(100))
    assert mass_balance(lot).warnings == ()
    add_input(lot=lot, material="Quả tươi", quantity=Decimal(60))
    assert len(mass_balance(lot).warnings) == 1
    add_input(lot=lot, material="Đường")  # nobody weighed it: what went in is not known
    assert mass_balance(lot).warnings == () and mass_balance(lot).put_in is None
    for code, quantity in (("B", "70"), ("C", "30.5")):
        add_input(lot=lot_of(producer, code), source_lot=lot, quantity=Decimal(quantity))
    balance = mass_balance(lot)
    assert (balance.taken, len(balance.warnings)) == (Decimal("100.5"), 1)
    assert "100" in balance.warnings[0]


def test_more_stamps_than_packs_is_warned_of(producer):
    keys.ensure_current_key()
    lot = lot_of(producer, "A", quantity=Decimal(2), quantity_unit=QuantityUnit.PACK)
    batch = make_batch(product=lot.product, count=3, lot=lot)
    assert mass_balance(lot).warnings == ()
    for step in (mark_printed, mark_delivered, apply_to_lot, activate_batch):
        step(batch=batch)
    assert len(mass_balance(lot).warnings) == 1


def test_quantities_are_written_without_idle_zeros():
    assert [money.quantity(Decimal(text)) for text in ("1250.500", "3.000", "0.125")] == ["1.250,5", "3", "0,125"]


# -- screens ------------------------------------------------------------------------------------------------------


def test_a_lot_is_made_on_one_screen_and_wrong_input_keeps_what_was_typed(client, producer):
    product = make_product(producer=producer, title="Cà phê bột")
    address = f"/theo-doi/{producer.pk}/lo-moi/"
    assert "Cà phê bột" in client.get(address).content.decode()
    wrong = client.post(address, {"product": product.pk, "code": "lô 1", "quantity": "12,5", "quantity_unit": "kg"})
    text = wrong.content.decode()
    assert wrong.status_code == 422 and 'value="lô 1"' in text and 'value="12,5"' in text
    done = client.post(
        address, {"product": product.pk, "quantity": "1.250,5", "quantity_unit": "kg", "produced_on": "2026-11-24"}
    )
    lot = Lot.objects.get(product=product)
    assert done["Location"] == f"/theo-doi/lo/{lot.pk}/"
    assert (lot.quantity, lot.code) == (Decimal("1250.5"), "L261124")


@pytest.mark.parametrize(
    ("language", "typed", "read"),
    [
        ("vi", "1.250", "1250"), ("vi", "1.250,75", "1250.75"), ("vi", "12,5", "12.5"), ("vi", "12.5", "12.5"),
        ("vi", " 1 250 ", "1250"), ("en", "1,250.75", "1250.75"), ("en", "12,5", "12.5"), ("en", "1,250", "1250"),
        ("vi", "1,250.75", None), ("vi", "12kg", None), ("vi", "-3", None), ("vi", "NaN", None), ("vi", "1e9", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_they_are_written_in_the_language(language, typed, read):
    from django.core.exceptions import ValidationError
    from django.utils import translation

    from storefront.portal.lots.forms import QuantityField

    with translation.override(language):
        if read is None:
            with pytest.raises(ValidationError):
                QuantityField().clean(typed)
        else:
            assert QuantityField().clean(typed) == Decimal(read)


def test_the_list_of_lots_needs_few_queries_however_many_there_are(client, producer):
    product, counts = make_product(producer=producer), []
    for n in (1, 14):
        for i in range(n):
            lot = create_lot(product=product, code=f"N{n}-{i}", quantity=Decimal(1))
            add_input(lot=lot, material="Quả", quantity=Decimal("0.5"))
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(f"/theo-doi/{producer.pk}/")
        counts.append(len(queries))
    assert answer.content.decode().count("trace-warning") == 15
    assert counts[0] == counts[1] <= 15


def test_stamps_are_ordered_and_led_through_their_life_on_screens(client, producer, member):
    keys.ensure_current_key()
    product = make_product(producer=producer)
    lot = create_lot(product=product, code="L1")
    made = client.post(f"/theo-doi/{producer.pk}/tem/moi/", {"product": product.pk, "count": "65"})
    batch = StampBatch.objects.get(product=product)
    assert made["Location"] == f"/theo-doi/tem/{batch.pk}/" and batch.stamps.count() == 65
    assert client.post(made["Location"], {"step": "active"}).status_code == 422
    for step, extra in (("printed", {}), ("delivered", {}), ("applied", {"lot": lot.pk}), ("active", {})):
        assert client.post(made["Location"], {"step": step, **extra}).status_code == 302
    batch.refresh_from_db()
    assert (batch.state, batch.lot) == ("active", lot)
    assert member.get_full_name() in client.get(made["Location"]).content.decode()
    assert client.post(made["Location"], {"step": "void", "reason": " "}).status_code == 422
    assert client.post(made["Location"], {"step": "void", "reason": "mất"}).status_code == 302


def test_a_large_batch_is_left_to_the_worker_and_shows_how_far_it_is(client, producer):
    from django_tasks_db.models import DBTaskResult

    keys.ensure_current_key()
    product = make_product(producer=producer)
    made = client.post(f"/theo-doi/{producer.pk}/tem/moi/", {"product": product.pk, "count": "3000"})
    assert DBTaskResult.objects.filter(task_path__endswith="make_serials").count() == 1
    page = client.get(made["Location"]).content.decode()
    assert "http-equiv" in page and "<progress" in page and 'value="printed"' not in page


def test_without_a_key_the_producer_is_told_and_nothing_is_made(client, producer):
    product = make_product(producer=producer)
    answer = client.post(f"/theo-doi/{producer.pk}/tem/moi/", {"product": product.pk, "count": "65"})
    assert answer.status_code == 422 and not StampBatch.objects.exists()


ROLES = ("visitor", "buyer", "other producer", "member", "administrator")


@pytest.mark.parametrize("role", ROLES)
def test_who_gets_to_the_screens_of_a_producer(producer, member, role):
    keys.ensure_current_key()
    ensure_demo_accounts()
    lot = lot_of(producer, "L1")
    batch = make_batch(product=lot.product, count=1, lot=lot)
    event = record_event(lot=lot, facts=EventFacts(kind="harvest", started_at=timezone.now()))
    client = Client()
    people = {
        "buyer": "nguoimua@demo.saobuon.example",
        "other producer": "htx@demo.saobuon.example",
        "member": member.email,
        "administrator": "quantri@demo.saobuon.example",
    }
    if role != "visitor":
        client.force_login(User.objects.get(email=people[role]))
    doors = [
        f"/theo-doi/{producer.pk}/", f"/theo-doi/{producer.pk}/lo-moi/", f"/theo-doi/{producer.pk}/dia-diem/",
        f"/theo-doi/{producer.pk}/tem/", f"/theo-doi/{producer.pk}/tem/moi/", f"/theo-doi/lo/{lot.pk}/",
        f"/theo-doi/lo/{lot.pk}/sua/", f"/theo-doi/lo/{lot.pk}/nguyen-lieu/", f"/theo-doi/lo/{lot.pk}/su-kien/",
        f"/theo-doi/su-kien/{event.pk}/sua/", f"/theo-doi/su-kien/{event.pk}/rut/", f"/theo-doi/tem/{batch.pk}/",
    ]  # fmt: skip
    wanted = {"visitor": 302, "member": 200, "administrator": 200}.get(role, 403)
    for door in doors:
        assert client.get(door).status_code == wanted, door
        if wanted != 200:
            tried = client.post(door, {"step": "void", "reason": "x", "note": "x", "count": "1"})
            assert tried.status_code in (wanted, 405), door
    if wanted != 200:
        assert (Lot.objects.filter(product__producer=producer).count(), lot.events.count()) == (1, 1)
        assert StampBatch.objects.get(pk=batch.pk).state == "generated"
    else:
        for missing in (
            f"/theo-doi/lo/{lot.pk + 999}/",
            f"/theo-doi/su-kien/{event.pk + 999}/sua/",
            "/theo-doi/tem/999999/",
        ):
            assert client.get(missing).status_code == 404


def test_a_former_member_is_out(producer, member):
    producer.memberships.update(until="2021-01-01")
    client = Client()
    client.force_login(member)
    assert client.get(f"/theo-doi/{producer.pk}/").status_code == 403


# -- the demo -----------------------------------------------------------------------------------------------------


def test_the_demo_shows_every_case_and_says_that_it_is_illustrative():
    ensure_demo_accounts()
    first = load_trace_demo(officer_email="canbo@demo.saobuon.example")
    assert load_trace_demo(officer_email="canbo@demo.saobuon.example") == first
    assert first["GTINs"] == 3 and first["recalls"] == 1
    assert {row.gtin[:3] for row in ProductGtin.objects.all()} == {"002"}
    assert not Lot.objects.filter(is_illustrative=False).exists()
    assert not Place.objects.filter(latitude__isnull=False).exists()
    states = list(StampBatch.objects.values_list("state", flat=True))
    assert states.count("active") >= 2 and states.count("delivered") == 1
    assert set(StampBatch.objects.values_list("count", flat=True)) == {65}
    row = ProductGtin.objects.select_related("product").first()
    shown = Client().get(f"/api/v1/products/{row.product_id}").json()
    assert (shown["gtin"], shown["gtin_is_illustrative"]) == (row.gtin, True)
    assert row.gtin in Client().get(row.product.get_absolute_url()).content.decode()
    assert not any(mass_balance(lot).warnings for lot in Lot.objects.all())
