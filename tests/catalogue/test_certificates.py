"""Stars come from a certificate that is valid on the day asked about, and from nowhere else."""

import datetime
import re
from pathlib import Path

import pytest
from django.db import DataError, IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.certification.errors import AlreadyRevoked
from catalogue.certification.models import Certificate, RegisterEvent
from catalogue.certification.queries import certificate_state, standing, state_periods
from catalogue.certification.regimes import OCOP
from catalogue.certification.services import issue_certificate, revoke_certificate
from catalogue.certification.states import CertificateState
from catalogue.dates import PartialDate
from catalogue.products.models import Product
from storefront.accounts.models import User

from .factories import make_certificate, make_product

pytestmark = pytest.mark.django_db
day = datetime.date.fromisoformat
ROOT = Path(__file__).parents[2]


@pytest.fixture
def officer():
    return User.objects.create_superuser("canbo@example.com", "x")


@pytest.mark.parametrize(
    ("issued", "first", "last"),
    [
        ("2024-03-15", "2024-03-15", "2027-03-15"),
        ("2024-02-29", "2024-02-29", "2027-02-28"),
        ("2024-11", "2024-11-30", "2027-10-31"),
        ("2023", "2023-12-31", "2025-12-31"),
    ],
)
def test_stars_show_on_certain_days_only(issued, first, last):
    product = make_certificate(issued=issued).product
    one = datetime.timedelta(days=1)
    shown = [standing(product.pk, on=d).stars for d in (day(first) - one, day(first), day(last), day(last) + one)]
    assert shown == [None, 4, 4, None]


def test_year_only_certificate_may_have_expired_in_year_three_and_has_in_year_four():
    certificate = make_certificate(issued="2023")
    days = ("2022-12-31", "2023-06-01", "2025-01-01", "2025-09-01", "2026-06-01", "2027-01-01")
    states = [certificate_state(certificate, day(text)) for text in days]
    assert states == ["not_yet", "not_yet", "valid", "expiring", "possibly_expired", "expired"]


def test_no_date_no_stars():
    product = make_certificate(issued="").product
    assert standing(product.pk, on=day("2024-12-31")).state == "undated"
    assert standing(product.pk, on=day("2024-12-31")).stars is None


def test_revocation_and_suspension_end_the_stars_at_once(officer):
    certificate = make_certificate(suspended_from=day("2024-05-01"), suspended_until=day("2024-05-31"))
    product = certificate.product
    assert [standing(product.pk, on=day(f"2024-{d}")).stars for d in ("04-30", "05-01", "05-31", "06-01")] == [
        4,
        None,
        None,
        4,
    ]
    revoke_certificate(certificate=certificate, by=officer, on=day("2024-07-01"), reason="Kết luận hậu kiểm")
    assert standing(product.pk, on=day("2024-06-30")).stars == 4
    assert standing(product.pk, on=day("2024-07-01")).state == "revoked"
    with pytest.raises(AlreadyRevoked):
        revoke_certificate(certificate=certificate, by=officer, on=day("2024-07-02"), reason="lần hai")


def test_upgrade_ends_the_older_certificate():
    product = make_certificate(issued="2023-05-10", stars=3).product
    issue_certificate(product=product, stars=4, issued="2024-08-20", by=None)
    assert standing(product.pk, on=day("2024-08-19")).stars == 3
    assert standing(product.pk, on=day("2024-08-20")).stars == 4
    assert issue_certificate(product=product, stars=4, issued="2024-08-20", by=None) == "unchanged"


@pytest.mark.parametrize(
    "fields",
    [
        {"stars": 2},
        {"stars": 6},
        {"score": 101},
        {"issued": "2024-13"},
        {"issued": "hôm qua"},
        {"expires_on": day("2024-03-14")},
        {"revoked_on": day("2024-06-01")},
        {"suspended_until": day("2024-06-01")},
        {"suspended_from": day("2024-06-01"), "suspension_reason": ""},
    ],
)
def test_database_refuses_impossible_certificates(fields):
    product = make_product()
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        make_certificate(product=product, **fields)


def test_database_refuses_two_certificates_valid_on_one_day():
    product = make_certificate(issued="2024-03-15").product
    with pytest.raises(IntegrityError, match="certificate_one_valid_a_day"), transaction.atomic():
        make_certificate(product=product, issued="2025-01-01", stars=3)
    make_certificate(product=product, issued="2027-03-16", stars=3)


partial_dates = st.one_of(
    st.integers(2018, 2026).map(str),
    st.dates(day("2018-01-01"), day("2026-12-31")).map(lambda d: d.isoformat()[:7]),
    st.dates(day("2018-01-01"), day("2026-12-31")).map(str),
)


@settings(max_examples=40)
@given(
    issued=partial_dates,
    revoked=st.none() | st.dates(day("2018-01-01"), day("2030-01-01")),
    on=st.dates(day("2017-01-01"), day("2031-01-01")),
)
def test_timeline_and_day_agree(issued, revoked, on):
    """The periods the index stores say the same as the function the pages ask, on every day."""
    with transaction.atomic():
        reason = "thử" if revoked else ""
        product = make_certificate(issued=issued, revoked_on=revoked, revocation_reason=reason).product
        periods = state_periods([product.pk])[product.pk]
        covering = [period for period in periods if period.start <= on <= period.end]
        assert len(covering) == 1
        now = standing(product.pk, on=on)
        assert (covering[0].state, covering[0].stars) == (now.state, now.stars)
        transaction.set_rollback(True)


def test_real_register_has_stars_only_from_recognised_rows():
    ids = list(Product.objects.values_list("pk", flat=True))
    assert len(ids) == 151
    certified = set(Certificate.objects.values_list("product_id", flat=True))
    recognised = set(
        Product.objects.filter(reported_steps__event=RegisterEvent.RECOGNISED).values_list("pk", flat=True)
    )
    assert certified == recognised
    periods = state_periods(ids)
    assert {pk for pk in ids if any(period.stars for period in periods[pk])} <= certified
    for product_id in ids:
        assert periods[product_id][0].start == datetime.date.min
        assert periods[product_id][-1].end == datetime.date.max


# -- the table of states, and the regime -------------------------------------------------------------


def test_every_step_of_the_register_is_a_state_and_only_certificates_give_stars():
    assert set(RegisterEvent.values) < set(CertificateState.values)
    assert {state for state in CertificateState if state.shows_stars} == {
        CertificateState.VALID,
        CertificateState.EXPIRING,
    }
    ended = {state: state.tone for state in CertificateState if state.is_ended}
    assert ended == {
        CertificateState.SUSPENDED: "bad",
        CertificateState.REVOKED: "bad",
        CertificateState.EXPIRED: "warn",
        CertificateState.POSSIBLY_EXPIRED: "warn",
    }
    for state in CertificateState:
        assert state.tone in ("good", "warn", "bad", "") and state.badge and state.icon and state.label
        assert (str(state), f"{state}") == (state.value, state.value)  # what an index or a page writes


def test_no_state_is_compared_with_a_bare_string():
    """Words that nothing but a certificate has stand in the table only, the others beside no certificate's state."""
    words = "possibly_expired|not_yet|undated|suspended|expiring"
    every = "|".join(CertificateState.values)
    own = rf"""(?<![\w-])["'](?:{words})["'](?!\s*,\s*_\()"""  # not the choices of another field
    beside = rf"""\b(?:standing|stands|period|certificate)\S*\.state\s*(?:[!=]=|in)\s*\(?["'](?:{every})["']"""
    bare = re.compile(f"{own}|{beside}")
    table = ROOT / "catalogue" / "certification" / "states.py"
    found = []
    for folder in ("catalogue", "cms", "media", "search", "storefront"):
        for path in sorted((ROOT / folder).rglob("*")):
            is_source = path.suffix in (".py", ".html", ".js", ".css") and "migrations" not in path.parts
            if path == table or not is_source:
                continue
            lines = enumerate(path.read_text().splitlines(), 1)
            found += [f"{path.relative_to(ROOT)}:{n}: {line.strip()}" for n, line in lines if bare.search(line)]
    assert found == []


@pytest.mark.parametrize("text", ["2023-00", "2023-05-00", "2023-02-30"])
def test_an_impossible_day_is_no_date(text):
    with pytest.raises(ValueError):
        PartialDate.parse(text)


any_partial_date = st.one_of(
    st.integers(1996, 2100).map(str),
    st.dates(day("1996-01-01"), day("2100-12-31")).map(lambda d: d.isoformat()[:7]),
    st.dates(day("1996-01-01"), day("2100-12-31")).map(str),
    st.integers(499, 524).map(lambda year: f"{4 * year}-02-29"),
    st.integers(1996, 2099).map(lambda year: f"{year}-02"),
)


@settings(max_examples=80)
@given(issued=any_partial_date)
def test_the_database_and_python_read_the_same_term(issued):
    with transaction.atomic():
        certificate = make_certificate(product=Product.objects.first(), issued=issued, stars=5)
        transaction.set_rollback(True)
    date, period, one = PartialDate.parse(issued), certificate.valid_period, datetime.timedelta(days=1)
    assert period.lower == date.latest
    unsure = datetime.timedelta(days=0 if date.precision == "day" else 1)
    assert period.upper - one == OCOP.last_day(date.earliest) - unsure
    last_possible = OCOP.last_day(date.latest)
    assert not certificate_state(certificate, last_possible + one).shows_stars
    assert certificate_state(certificate, last_possible + one) == CertificateState.EXPIRED
    if date.precision != "day":
        assert certificate_state(certificate, last_possible) == CertificateState.POSSIBLY_EXPIRED
