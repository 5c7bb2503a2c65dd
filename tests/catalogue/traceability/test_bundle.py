"""Offline bundle: small, signed, dated; never "genuine" when in doubt."""

import datetime
import random
import re

import pytest
import time_machine
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.contrib.auth.models import Group
from django.utils import timezone

from catalogue.base32 import ALPHABET
from catalogue.roles import OFFICERS
from catalogue.traceability.models import CloneAlert, Lot, SigningKey
from catalogue.traceability.recalls.services import declare_recall
from catalogue.traceability.stamps import signing
from catalogue.traceability.stamps.batches import (
    activate_batch,
    apply_to_lot,
    make_batch,
    mark_delivered,
    mark_printed,
    void_batch,
)
from catalogue.traceability.stamps.keys import ensure_current_key, public_keys, signer_for, withdraw_key
from catalogue.traceability.stamps.offline import bundle_of_now
from catalogue.traceability.stamps.offline import contents as contents_of_now
from catalogue.traceability.stamps.offline_bundle import (
    BundleProblem,
    Contents,
    decode_set,
    encode_set,
    read_bundle,
    verify_offline,
    write_bundle,
)
from catalogue.traceability.stamps.packs import void_stamp
from storefront.accounts.models import User
from storefront.salespoints.models import SalesPoint, SalesPointMembership
from storefront.salespoints.offline import device_key, holder_of
from tests.catalogue.factories import make_certificate, make_producer, make_product

HOST = "tem.example.vn"
GTIN = "02000000000015"
MADE = datetime.datetime(2024, 12, 31, 3, tzinfo=datetime.UTC)
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
KEYS = {number: Ed25519PrivateKey.generate() for number in (0, 1, 2)}
PUBLIC = {number: key.public_key() for number, key in KEYS.items()}
ACTIVE, LATER, RECALLED, ENDING = "AAAA", "BBBB", "CCCC", "DDDD"


def chooser(seed):
    return random.Random(seed)  # noqa: S311


def serials(prefix, count, seed=1):
    letters = chooser(seed)
    return [prefix + "".join(letters.choices(ALPHABET, k=8)) for _ in range(count)]


def url_of(serial, *, number=0, host=HOST, gtin="", key=None):
    s = signing.sign(key or KEYS[number], number=number, host=host, serial=serial, gtin=gtin)
    return signing.stamp_url(host=host, serial=serial, s=s, gtin=gtin)


def contents(**changes):
    facts = {
        "hosts": {HOST},
        "keys": {0: PUBLIC[0], 1: PUBLIC[1]},
        "withdrawn_keys": {1},
        "active": {ACTIVE, ENDING},
        "recalled": {RECALLED},
        "revoked": set(serials(ACTIVE, 50, seed=7)),
        "ends": {ENDING: datetime.date(2025, 1, 2)},
    }
    return Contents(**(facts | changes))


def bundle_of(made=MADE, **changes):
    data = write_bundle(contents(**changes), made=made, signer_number=0, signer=KEYS[0])
    return read_bundle(data, PUBLIC)


@pytest.fixture(scope="module")
def bundle():
    return bundle_of()


def judge(bundle, url, now=MADE + HOUR):
    verdict = verify_offline(bundle, url, now)
    assert verdict.text  # every verdict has words
    return verdict.key, verdict.reason


def test_a_million_serials_with_one_percent_revoked_fit_into_20_kilobytes():
    prefixes = ["".join(chooser(place).choices(ALPHABET, k=4)) for place in range(100)]
    revoked = {serial for place, prefix in enumerate(prefixes) for serial in serials(prefix, 100, seed=place)}
    many = contents(active=set(prefixes), revoked=revoked, keys={n: PUBLIC[n % 3] for n in range(10)})
    data = write_bundle(many, made=MADE, signer_number=0, signer=KEYS[0])
    assert len(data) <= 20_000

    bundle = read_bundle(data, PUBLIC)
    assert all(bundle.may_be_revoked(serial) for serial in revoked)
    good = [serial for serial in serials(prefixes[0], 60_000, seed=999) if serial not in revoked]
    assert sum(map(bundle.may_be_revoked, good)) <= 25  # 7.3 are expected at one in 8,192


@pytest.mark.parametrize(("count", "universe"), [(0, 0), (1, 1), (5, 5), (3, 2**20), (1000, 1000 << 13)])
def test_sets_come_back_as_they_were(count, universe):
    values = set(chooser(count).sample(range(universe), count))
    assert decode_set(encode_set(values, universe)) == values


@pytest.mark.parametrize("gtin", ["", GTIN])
def test_a_stamp_in_use_is_genuine(bundle, gtin):
    url = url_of(serials(ACTIVE, 1)[0], gtin=gtin)
    assert judge(bundle, url) == ("genuine", "genuine")
    assert judge(bundle, url, MADE + 7 * DAY) == ("genuine", "genuine")


def test_an_old_bundle_calls_nothing_genuine_but_still_warns(bundle):
    late = MADE + 7 * DAY + datetime.timedelta(seconds=1)
    assert judge(bundle, url_of(serials(ACTIVE, 1)[0]), late) == ("check-online", "outdated")
    assert judge(bundle, url_of(serials(RECALLED, 1)[0]), late) == ("recalled", "recalled")
    assert judge(bundle, url_of(serials(ACTIVE, 1)[0], key=KEYS[2]), late)[0] == "bad-signature"


def test_a_wrong_clock_does_not_make_a_bundle_young(bundle):
    assert judge(bundle, url_of(serials(ACTIVE, 1)[0]), MADE - 2 * HOUR) == ("check-online", "clock")


def test_revoked_stamps_are_never_genuine(bundle):
    verdicts = {judge(bundle, url_of(serial)) for serial in serials(ACTIVE, 50, seed=7)}
    assert verdicts == {("check-online", "revoked")}


def test_recalled_batches_say_so(bundle):
    assert judge(bundle, url_of(serials(RECALLED, 1)[0])) == ("recalled", "recalled")


def test_batches_that_are_not_in_use_must_be_asked_about(bundle):
    assert judge(bundle, url_of(serials(LATER, 1)[0])) == ("check-online", "not-active")


def test_a_certificate_that_ends_meanwhile_ends_at_midnight_in_vietnam(bundle):
    url = url_of(serials(ENDING, 1)[0])
    midnight = datetime.datetime(2025, 1, 2, 17, tzinfo=datetime.UTC)
    assert judge(bundle, url, midnight - HOUR) == ("genuine", "genuine")
    assert judge(bundle, url, midnight) == ("check-online", "certificate")


def test_keys(bundle):
    serial = serials(ACTIVE, 1)[0]
    assert judge(bundle, url_of(serial, number=1)) == ("check-online", "withdrawn-key")
    assert judge(bundle, url_of(serial, number=2)) == ("check-online", "new-key")
    assert judge(bundle, url_of(serial, number=0, key=KEYS[2])) == ("bad-signature", "bad-signature")


def test_forged_digits_other_hosts_and_other_addresses(bundle):
    serial = serials(ACTIVE, 1)[0]
    url = url_of(serial)
    last = url[-1]
    assert judge(bundle, url[:-1] + ("0" if last != "0" else "1"))[0] == "bad-signature"
    assert judge(bundle, url[:-1])[0] == "bad-signature"
    assert judge(bundle, url.partition("?")[0]) == ("check-online", "no-signature")
    assert judge(bundle, url_of(serial, host="tem.other.vn"))[0] == "unknown"
    moved = url_of(serial).replace("/q/", f"/01/{GTIN}/21/")
    assert judge(bundle, moved)[0] == "bad-signature"  # the signature holds the GTIN, or that there is none
    for strange in ("", "hello", "https://", "https://[", f"https://{HOST}/", f"{url}{'0' * 10_000}", url + "\0"):
        assert judge(bundle, strange)[0] in ("unknown", "bad-signature")
    assert judge(bundle, f"https://{HOST}/q/%00%ff?s=1")[0] == "unknown"
    lower = url.replace(serial, serial.lower())
    assert judge(bundle, lower) == ("genuine", "genuine")


def test_a_changed_or_cut_bundle_is_no_bundle():
    data = write_bundle(contents(), made=MADE, signer_number=0, signer=KEYS[0])
    for place in range(0, len(data), 17):
        with pytest.raises(BundleProblem):
            read_bundle(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :], PUBLIC)
        with pytest.raises(BundleProblem):
            read_bundle(data[:place], PUBLIC)
    with pytest.raises(BundleProblem):
        read_bundle(data, {1: PUBLIC[1]})  # signed by a key that is not trusted
    with pytest.raises(BundleProblem):
        read_bundle(data, {0: PUBLIC[2]})


def test_the_same_contents_give_the_same_bytes():
    first, second = (write_bundle(contents(), made=MADE, signer_number=0, signer=KEYS[0]) for _ in range(2))
    assert first == second


# -- from the register, over the network ----------------------------------------------------------


@pytest.fixture
def register(db):
    """A product with a certificate and a batch of 5 stamps in use."""
    ensure_current_key()
    product = make_certificate(product=make_product(producer=make_producer())).product
    return in_use(product)


def in_use(product, count=5):
    batch = make_batch(product=product, count=count)
    lot = Lot.objects.create(product=product, code=f"L{batch.prefix}")
    mark_printed(batch=batch)
    mark_delivered(batch=batch)
    apply_to_lot(batch=batch, lot=lot)
    return activate_batch(batch=batch)


def verdicts_of(batch):
    """What the bundle of now says of each stamp of a batch, by place."""
    data, _tag = bundle_of_now()
    bundle = read_bundle(data, public_keys().keys)
    signer, now = signer_for(batch), timezone.now()
    stamps = batch.stamps.order_by("position")
    urls = [signer.url(host=batch.host, serial=stamp.code, gtin=batch.gtin) for stamp in stamps]
    return [verify_offline(bundle, url, now).reason for url in urls]


def test_the_bundle_follows_the_register(register, officer):
    assert verdicts_of(register) == ["genuine"] * 5
    void_stamp(stamp=register.stamps.get(position=2), reason="lost")
    declare_recall(by=officer, scope="range", reason="glass", batch=register, first=4, last=5)
    CloneAlert.objects.create(stamp=register.stamps.get(position=3), score=9)
    assert verdicts_of(register) == ["genuine", "revoked", "revoked", "revoked", "revoked"]
    declare_recall(by=officer, scope="lot", reason="glass", lot=register.lot)
    assert verdicts_of(register) == ["recalled"] * 5


def test_batches_not_in_use_and_void_ones_are_not_named(register):
    waiting = make_batch(product=register.product, count=2)
    assert verdicts_of(waiting) == ["not-active"] * 2
    void_batch(batch=register, reason="lost")
    assert verdicts_of(register) == ["not-active"] * 5


def test_the_end_of_the_certificate_ends_the_stamps(register):
    register.product.certificates.update(revoked_on=datetime.date(2024, 12, 1), revocation_reason="test")
    assert verdicts_of(register) == ["not-active"] * 5


def test_a_certificate_that_ends_within_a_week_is_named_with_its_day(db, settings):
    ensure_current_key()
    batch = in_use(make_certificate(product=make_product(producer=make_producer()), issued="2024-03-15").product)
    assert batch.prefix not in contents_of_now().ends
    settings.REGISTRY_DATE = datetime.date(2027, 3, 10)
    last = contents_of_now().ends[batch.prefix]
    assert timezone.localdate() <= last <= timezone.localdate() + 7 * DAY


def test_a_withdrawn_key_is_named(register):
    withdraw_key(number=register.key_id, reason="test")
    assert contents_of_now().withdrawn_keys == {register.key_id}


def test_the_number_of_queries_does_not_grow(register, django_assert_max_num_queries):
    for _number in range(3):
        in_use(make_certificate(product=make_product(producer=make_producer())).product)
    with django_assert_max_num_queries(12):
        contents_of_now()


@pytest.fixture
def officer(db):
    return make_user("officer@example.vn", groups=[OFFICERS])


@pytest.fixture
def seller(db):
    person = make_user("seller@example.vn")
    point = SalesPoint.objects.create(
        name="Điểm bán thử", slug="diem-ban-thu", address="Buôn Ma Thuột", opened="2020"
    )
    return SalesPointMembership.objects.create(user=person, sales_point=point, since=datetime.date(2020, 1, 1))


def make_user(email, groups=()):
    person = User.objects.create_user(email=email, password="-")
    person.groups.set(Group.objects.get_or_create(name=name)[0] for name in groups)
    return person


def test_only_sales_points_get_the_bundle(register, client, seller):
    assert client.get("/offline/bundle").status_code == 401
    client.force_login(make_user("buyer@example.vn"))
    assert client.get("/offline/bundle").status_code == 401
    client.force_login(seller.user)
    response = client.get("/offline/bundle")
    assert response.status_code == 200
    assert "private" in response["Cache-Control"]
    assert read_bundle(response.content, public_keys().keys).active


def test_a_device_gets_the_bundle_by_its_key_while_its_owner_works_there(register, client, seller):
    key = device_key(seller.user, seller.sales_point)
    header = {"Authorization": f"Bearer {key}"}
    response = client.get("/offline/bundle", headers=header)
    assert response.status_code == 200
    assert not response.cookies
    for wrong in (key[:-2], key.upper(), "", "x:y:z", "\x00"):
        assert client.get("/offline/bundle", headers={"Authorization": f"Bearer {wrong}"}).status_code == 401
    with time_machine.travel(timezone.now() + 366 * DAY):
        assert client.get("/offline/bundle", headers=header).status_code == 401
    seller.until = datetime.date(2020, 2, 1)
    seller.save()
    assert client.get("/offline/bundle", headers=header).status_code == 401


def test_an_unchanged_bundle_is_not_sent_again(register, client, seller):
    client.force_login(seller.user)
    with time_machine.travel(timezone.now().replace(minute=10), tick=False):
        tag = client.get("/offline/bundle")["ETag"]
        again = client.get("/offline/bundle", headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        void_stamp(stamp=register.stamps.get(position=1), reason="lost")
        assert client.get("/offline/bundle", headers={"If-None-Match": tag}).status_code == 200
        assert client.post("/offline/bundle").status_code == 405


def test_without_a_key_it_says_so(db, client, seller):
    SigningKey.objects.update(retired_at=timezone.now())
    client.force_login(seller.user)
    response = client.get("/offline/bundle")
    assert response.status_code == 503
    assert response.content


def test_the_page_of_the_sales_point_gives_the_address_and_the_key(client, seller):
    url = f"/theo-doi/diem-ban/{seller.sales_point_id}/ngoai-tuyen/"
    assert client.get(url).status_code == 302
    client.force_login(make_user("buyer@example.vn"))
    assert client.get(url).status_code == 403
    client.force_login(seller.user)
    text = client.get(url).content.decode()
    assert "/offline/bundle" in text
    key = re.findall(r"<code>([^<]+)</code>", text)[-1]
    assert holder_of(key) == seller.sales_point
