"""Batches of stamps: bulk making, resuming, states guarded by the database, who and when."""

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from catalogue.traceability.errors import TraceRefused, WrongStep
from catalogue.traceability.lots.services import create_lot, set_gtin
from catalogue.traceability.models import Stamp, StampBatch, StampState
from catalogue.traceability.scans.packs import Signature, check_signature
from catalogue.traceability.stamps import batches as batch_services
from catalogue.traceability.stamps import keys, serials
from catalogue.traceability.stamps.batches import (
    activate_batch,
    apply_to_lot,
    claim_at_print,
    create_batch,
    ensure_page_code,
    fill_batch,
    make_batch,
    mark_delivered,
    mark_printed,
    void_batch,
)
from catalogue.traceability.stamps.packs import mark_sold, void_stamp
from catalogue.traceability.stamps.queries import generated_count, stamp_address, stamp_by_code
from catalogue.traceability.stamps.tasks import make_serials
from storefront.accounts.models import User
from storefront.runtime.pytest_plugin import ROOT, clone_factory, clone_name
from tests.catalogue.factories import make_certificate, make_product
from tests.waiting import wait_until

ROAD = (StampState.GENERATED, StampState.PRINTED, StampState.DELIVERED, StampState.APPLIED, StampState.ACTIVE)


@pytest.fixture(autouse=True)
def key_folder(settings, tmp_path):
    settings.STAMP_KEYS_DIR = tmp_path / "keys"


@pytest.fixture
def key(db):
    return keys.ensure_current_key()


@pytest.fixture
def officer(db):
    return User.objects.create_user("officer@example.com", "a-long-password", first_name="Hoa")


def batch_in(state: str, *, count=3, by=None) -> StampBatch:
    """A batch that has come to this state by its usual steps."""
    product = make_product()
    lot = create_lot(product=product, code="L-1")
    batch = make_batch(product=product, count=count, lot=lot, by=by)
    for step in (mark_printed, mark_delivered, apply_to_lot, activate_batch):
        if batch.state == state:
            break
        step(batch=batch, by=by)
    if state == StampState.VOID:
        void_batch(batch=batch, by=by, reason="thử")
    return batch


# -- making -------------------------------------------------------------------------------------------------------


def test_a_batch_has_its_prefix_its_places_and_different_random_serials(key):
    batch = batch_in(StampState.GENERATED, count=2000)
    rows = list(
        batch.stamps.order_by("position").values_list("position", "code", "product", "is_page_code", "state_override")
    )
    assert [row[0] for row in rows] == list(range(1, 2001))
    assert len({row[1] for row in rows}) == 2000
    assert all(row[1].startswith(batch.prefix) and serials.is_serial(row[1]) for row in rows)
    assert {row[2:] for row in rows} == {(batch.product_id, False, "")}
    assert [row[1] for row in rows] != sorted(row[1] for row in rows)  # a place tells nothing of a serial


def test_serials_come_by_copy_without_a_query_for_each(key):
    batch = create_batch(product=make_product(), count=5000)
    with CaptureQueriesContext(connection) as queries:
        assert fill_batch(batch=batch) == 5000
    assert len(queries) <= 12


def test_a_serial_that_is_drawn_twice_is_refused_by_the_database_and_drawn_anew(key, monkeypatch):
    batch = create_batch(product=make_product(), count=30)
    real, draws = serials.random_values, []

    def drawn(count):
        draws.append(count)
        return set(range(count)) if len(draws) <= 2 else real(count)  # the second chunk draws the first one's

    monkeypatch.setattr(serials, "random_values", drawn)
    assert fill_batch(batch=batch, chunk=15) == 30
    assert draws == [15, 15, 15]
    assert batch.stamps.count() == generated_count(batch) == 30


def test_making_is_resumed_after_a_kill_without_gap_or_double(committed_db):
    keys.ensure_current_key()
    batch = create_batch(product=make_product(), count=20_000)
    worker = subprocess.Popen(
        [
            sys.executable, "-c",
            ("import django; django.setup()\n"
            "from catalogue.traceability.models import StampBatch\n"
            "from catalogue.traceability.stamps.batches import fill_batch\n"
            f"fill_batch(batch=StampBatch.objects.get(pk={batch.pk}), chunk=100)"),
        ],
        cwd=ROOT, env={**os.environ, "DATABASE_URL": clone_factory().url(clone_name())},
    )  # fmt: skip
    wait_until(lambda: generated_count(batch) >= 1000)
    worker.kill()
    worker.wait()
    left = generated_count(batch)
    assert 1000 <= left < 20_000
    with pytest.raises(WrongStep, match="chưa tạo đủ mã"):
        mark_printed(batch=batch)
    call_command("stamp_batch", resume=True)
    assert batch.stamps.count() == generated_count(batch) == 20_000
    assert batch.stamps.values("code").distinct().count() == 20_000
    assert fill_batch(batch=batch) == 0
    mark_printed(batch=batch)


def test_two_workers_at_one_batch_make_no_place_twice(committed_db):
    keys.ensure_current_key()
    batch = create_batch(product=make_product(), count=4000)
    start = threading.Barrier(2)

    def work(_):
        start.wait()
        try:
            return fill_batch(batch=batch, chunk=250)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as threads:
        made = list(threads.map(work, range(2)))
    assert sum(made) == 4000 == batch.stamps.count() == generated_count(batch)


def test_the_worker_makes_large_batches(key):
    batch = create_batch(product=make_product(), count=120)
    make_serials.call(batch_id=batch.pk)
    assert generated_count(batch) == 120


@pytest.mark.parametrize("count", [0, -1, 5_000_001])
def test_a_batch_of_no_or_too_many_stamps_is_refused(key, count):
    with pytest.raises(TraceRefused) as refusal:
        create_batch(product=make_product(), count=count)
    assert refusal.value.field == "count"


def test_without_a_key_there_are_no_stamps(db):
    with pytest.raises(keys.KeyProblem):
        create_batch(product=make_product(), count=1)
    assert not StampBatch.objects.exists()


def test_the_address_in_the_code_follows_the_product_and_stays_when_the_gtin_comes_later(key):
    product = make_product()
    plain = make_batch(product=product, count=1)
    void_batch(batch=plain, reason="thử")
    set_gtin(product=product, gtin="0200000000011", is_illustrative=True)
    coded = make_batch(product=product, count=1)
    for batch, path in ((plain, "q/"), (coded, "01/00200000000011/21/")):
        stamp = stamp_by_code(batch.stamps.get().code)
        address, _, s = stamp_address(stamp).partition("?s=")
        assert address == f"https://saobuon.example/{path}{stamp.code}"
        for host, verdict in ((batch.host, Signature.RIGHT), ("other.example", Signature.WRONG)):
            facts = {"serial": stamp.code, "gtin": batch.gtin, "host": host}
            assert check_signature(keys.public_keys(), given=[s], **facts) is verdict


def test_a_withdrawn_key_prints_nothing_more_and_a_retired_one_its_own(key):
    batch = make_batch(product=make_product(), count=1)
    keys.rotate_key()
    stamp = stamp_by_code(batch.stamps.get().code)
    assert stamp_address(stamp).startswith("https://")
    keys.withdraw_key(number=0, reason="thử")
    batch = StampBatch.objects.select_related("key").get(pk=batch.pk)
    with pytest.raises(keys.KeyProblem):
        keys.signer_for(batch)


# -- states -------------------------------------------------------------------------------------------------------


def test_the_whole_life_of_a_batch_with_who_and_when(key, officer):
    batch = batch_in(StampState.ACTIVE, by=officer)
    void_batch(batch=batch, by=officer, reason="  chứng nhận hết hạn ")
    assert (batch.state, batch.void_reason) == (StampState.VOID, "chứng nhận hết hạn")
    history = list(batch.events.order_by("pgh_id").select_related("pgh_context"))
    assert [row.state for row in history] == [*ROAD, StampState.VOID]
    assert [row.pgh_context.metadata["user"] for row in history[1:]] == [officer.pk] * 5
    assert all(row.pgh_created_at for row in history)


ALLOWED = {(ROAD[i], ROAD[i + 1]) for i in range(4)} | {(state, StampState.VOID) for state in ROAD}


@pytest.mark.parametrize("old", [*ROAD, StampState.VOID])
def test_every_step_that_is_not_of_the_road_is_refused_by_the_database_too(key, old):
    batch = batch_in(old)
    for new in StampState.values:
        if new == old:
            continue
        try:
            with transaction.atomic():
                StampBatch.objects.filter(pk=batch.pk).update(state=new)
                transaction.set_rollback(True)
            went = True
        except IntegrityError:
            went = False
        assert went == ((old, new) in ALLOWED), (old, new)


def test_services_refuse_wrong_steps_in_words_and_a_repeated_step_is_none(key):
    batch = batch_in(StampState.PRINTED)
    with pytest.raises(WrongStep, match=r"đã in|printed"):
        activate_batch(batch=batch)
    mark_printed(batch=batch)
    assert StampBatch.objects.get(pk=batch.pk).state == StampState.PRINTED
    with pytest.raises(TraceRefused):
        void_batch(batch=batch, reason="  ")


def test_stamps_go_on_a_lot_of_their_own_product_only(key):
    batch = make_batch(product=make_product(), count=1)
    mark_printed(batch=batch)
    mark_delivered(batch=batch)
    with pytest.raises(WrongStep):
        apply_to_lot(batch=batch)
    foreign = create_lot(product=make_product(), code="X")
    with pytest.raises(TraceRefused):
        apply_to_lot(batch=batch, lot=foreign)
    with pytest.raises(IntegrityError, match="of another product"), transaction.atomic():
        StampBatch.objects.filter(pk=batch.pk).update(lot=foreign)
    with pytest.raises(IntegrityError, match="on no lot"), transaction.atomic():
        StampBatch.objects.filter(pk=batch.pk).update(state="applied")
    own, second = (create_lot(product=batch.product, code=code) for code in "AB")
    apply_to_lot(batch=batch, lot=own)
    assert batch.lot == own
    other = make_batch(product=batch.product, count=1, lot=own)
    mark_printed(batch=other)
    mark_delivered(batch=other)
    with pytest.raises(TraceRefused, match=r"lô khác|another lot"):
        apply_to_lot(batch=other, lot=second)


@pytest.mark.parametrize("change", [{"prefix": "ZZZZ"}, {"count": 9}, {"host": "x.vn"}, {"gtin": "00200000000011"}])
def test_what_stamps_say_never_changes(key, change):
    batch = batch_in(StampState.GENERATED)
    with pytest.raises(IntegrityError, match="cannot be changed"), transaction.atomic():
        StampBatch.objects.filter(pk=batch.pk).update(**change)
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic():
        batch.stamps.filter(position=1).update(code=serials.new_serial(batch.prefix))


def test_a_pack_is_sold_once_and_only_while_it_is_active(key, officer):
    waiting = batch_in(StampState.APPLIED).stamps.get(position=1)
    with pytest.raises(WrongStep):
        mark_sold(stamp=waiting)
    with pytest.raises(IntegrityError, match="only an active"), transaction.atomic():
        Stamp.objects.filter(pk=waiting.pk).update(state_override="sold")
    batch = batch_in(StampState.ACTIVE)
    sold, other = batch.stamps.order_by("position")[:2]
    mark_sold(stamp=sold, by=officer)
    assert (sold.state, other.state) == (StampState.SOLD, StampState.ACTIVE)
    assert sold.state_override_at
    with pytest.raises(WrongStep):
        mark_sold(stamp=sold)
    void_stamp(stamp=sold, by=officer, reason="trả lại")
    changes = list(sold.events.order_by("pgh_id").select_related("pgh_context"))
    assert [(row.state_override, row.pgh_context.metadata["user"]) for row in changes] == [
        ("sold", officer.pk),
        ("void", officer.pk),
    ]
    for state in ("", "sold"):
        with pytest.raises(IntegrityError, match="cannot go"), transaction.atomic():
            Stamp.objects.filter(pk=sold.pk).update(state_override=state)


def test_two_counters_that_sell_the_same_serial_sell_one(committed_db):
    keys.ensure_current_key()
    stamp = batch_in(StampState.ACTIVE).stamps.get(position=1)
    start = threading.Barrier(2)

    def sell(_):
        mine = Stamp.objects.get(pk=stamp.pk)
        start.wait()
        try:
            mark_sold(stamp=mine)
        except WrongStep:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(sell, range(2))) == [False, True]


def test_page_codes_are_no_packs(key):
    code = ensure_page_code(product=make_product())
    for act in (mark_sold, void_stamp):
        with pytest.raises(TraceRefused):
            act(stamp=code, **({"reason": "x"} if act is void_stamp else {}))
    assert ensure_page_code(product=code.product).pk == code.pk


def test_the_print_says_the_stars_of_its_day_and_a_changed_certificate_needs_a_new_batch(key):
    certificate = make_certificate(stars=4, issued="2024-03-15")
    batch = make_batch(product=certificate.product, count=1)
    assert claim_at_print(batch=batch) == batch_services.PrintClaim(stars=4, certificate=certificate)
    assert (batch.stars_at_print, batch.certificate) == (4, certificate)
    mark_printed(batch=batch)
    assert claim_at_print(batch=batch).stars == 4
    certificate.revoked_on, certificate.revocation_reason = "2024-06-01", "thử"
    certificate.save()
    with pytest.raises(TraceRefused):
        claim_at_print(batch=batch)


def test_a_stamp_is_found_in_one_query_with_what_its_page_shows(key):
    code = batch_in(StampState.ACTIVE).stamps.get(position=1).code
    with CaptureQueriesContext(connection) as queries:
        stamp = stamp_by_code(f" {code[:4].lower()}-{code[4:8]} {code[8:]} ")
        assert not stamp.is_page_code and stamp.product.title and not stamp.product.producer
    assert len(queries) == 1
    assert stamp.state == StampState.ACTIVE
    for nothing in ("", "x" * 10_000, "0000'; DROP", "\x00" * 12, code[:-1]):
        assert stamp_by_code(nothing) is None
