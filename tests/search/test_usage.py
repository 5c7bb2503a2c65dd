"""Searches are counted without a trace of who searched; what others searched, and what nobody found."""

import csv
import datetime
import io

import pytest
from django.test import Client
from django.utils import timezone

from search import state
from search.contract import SearchQuery, SearchResult
from search.queries import search
from search.usage import jobs, published, recording, services
from search.usage.models import PublicQuery, QueryCount
from search.usage.queries import gaps, summary
from search.usage.recording import note_search, query_log
from search.usage.services import Tally, add_counts, forget_old_counts, publish
from search.usage.texts import key_of, normalised
from storefront.accounts.models import User
from storefront.demo.accounts import ensure_demo_accounts
from storefront.web.caching.models import revision

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
REPORT = "/theo-doi/can-bo/tim-kiem/"


@pytest.fixture(autouse=True)
def empty_log():
    """Nothing waits from an earlier test."""
    query_log.clear()
    yield
    query_log.clear()


def counted(**filters) -> dict[str, tuple[int, int, int]]:
    rows = QueryCount.objects.filter(**filters)
    return {row.text: (row.searches, row.nothing, row.near) for row in rows}


def have_searched(texts: dict[str, int], *, day=TODAY, nothing=0, near=0):
    add_counts({(day, text): Tally(number, number * nothing, number * near) for text, number in texts.items()})


# -- texts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Cà   Phê bột ", "cà phê bột"),
        ("CA\u0300 PHE\u0302", "cà phê"),
        ("Cư M’gar", "cư m'gar"),
        ("“mắc ca” 4*!", "mắc ca 4"),
        ("ST25", "st25"),
        ("咖啡", "咖啡"),
        ("'''", ""),
        ("☕🍯 _ -- ", ""),
        ("\x00\u202e", ""),
        ("ho.ten@thu.example", ""),
        ("https://vi.example/x", ""),
        ("gọi 0905 123 456", ""),
        ("001 085 012345", ""),
        ("a" * 101, ""),
    ],
)
def test_texts_are_kept_in_one_form_and_personal_ones_not_at_all(typed, kept):
    assert normalised(typed) == kept
    assert normalised(kept) == kept


def test_longest_texts_and_keys_fit_the_columns():
    text = normalised("f" * 100)
    add_counts({(TODAY, text): Tally(1)})
    assert QueryCount.objects.get().key == "ph" * 100


# -- counting --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("rendered_anew")
def test_a_page_counts_after_the_request_and_writes_nothing_itself(index, client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/tim-kiem/?q=M%E1%BA%AFc++ca")
        client.get("/tim-kiem/?q=zzqx+vvkw")
    assert not response.cookies
    assert not QueryCount.objects.exists()
    query_log.flush()
    client.get("/tim-kiem/?q=m%E1%BA%AFc+ca")
    query_log.flush()
    assert counted(day=TODAY) == {"mắc ca": (2, 0, 0), "zzqx vvkw": (1, 1, 0)}
    assert {field.name for field in QueryCount._meta.fields} == {
        "id", "day", "text", "key", "searches", "nothing", "near",
    }  # fmt: skip


def test_what_comes_near_is_told_apart(index, client):
    near = search(SearchQuery(text="mắc ca ngoài khơi xa"))
    assert near.near
    client.get("/tim-kiem/", {"q": "mắc ca ngoài khơi xa"})
    query_log.flush()
    assert counted() == {"mắc ca ngoài khơi xa": (1, 0, 1)}


@pytest.mark.parametrize(
    "parameters", ["q=", "q=mac+ca&page=2", "q=mac+ca&stars=4", "q=mac+ca&sort=name", "q=mac+ca&area=huyen-lak"]
)
def test_only_the_first_page_of_a_plain_text_counts(index, client, parameters):
    client.get(f"/tim-kiem/?{parameters}")
    assert query_log.waiting() == 0


def test_only_people_who_look_count(index, client):
    client.head("/tim-kiem/?q=mac+ca")
    client.get("/tim-kiem/?q=mac+ca", headers={"Sec-Purpose": "prefetch;prerender"})
    client.get("/api/v1/products?q=mac+ca")
    assert query_log.waiting() == 0


def test_a_search_that_nobody_could_answer_is_no_gap(settings, client, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "none"
    assert client.get("/tim-kiem/?q=mac+ca").status_code == 200
    assert query_log.waiting() == 0


def test_nothing_that_goes_wrong_reaches_the_page(index, client, monkeypatch):
    def broken(*_args):
        raise RuntimeError

    monkeypatch.setattr(recording, "normalised", broken)
    assert client.get("/tim-kiem/?q=mac+ca").status_code == 200


def result(total=1):
    return SearchResult((), total, 1, 1, {}, 0.0)


def test_searches_of_one_text_are_one_number_until_they_are_written():
    for text in ("một", "hai", "một"):
        note_search(SearchQuery(text=text), result(), {})
    note_search(SearchQuery(text="hai"), result(total=0), {})
    query_log.flush()
    note_search(SearchQuery(text="một"), result(), {})
    query_log.flush()
    assert counted() == {"một": (3, 0, 0), "hai": (2, 1, 0)}


def test_who_floods_the_search_does_not_fill_the_database(monkeypatch):
    have_searched({"một": 1, "hai": 1})
    monkeypatch.setattr(services, "MAX_TEXTS_PER_DAY", 2)
    have_searched({"hai": 5, "ba": 9})
    have_searched({"ba": 1}, day=TODAY - datetime.timedelta(days=1))
    assert counted(day=TODAY) == {"một": (1, 0, 0), "hai": (6, 0, 0)}
    assert counted(day=TODAY - datetime.timedelta(days=1)) == {"ba": (1, 0, 0)}


# -- retention -------------------------------------------------------------------------------------


def test_old_numbers_are_forgotten_by_the_worker(own_index, settings):
    settings.QUERY_LOG_DAYS = 10
    have_searched({"cũ": 3}, day=TODAY - datetime.timedelta(days=11))
    have_searched({"vừa": 3}, day=TODAY - datetime.timedelta(days=10))
    assert jobs.Upkeep()() == jobs.PUBLISH_SECONDS
    assert list(counted()) == ["vừa"]
    assert forget_old_counts(today=TODAY + datetime.timedelta(days=1)) == 1


# -- what others searched --------------------------------------------------------------------------


def test_only_frequent_texts_that_are_found_are_shown(own_index, settings):
    settings.QUERY_LOG_PUBLIC_FROM = 5
    have_searched({"mắc ca": 3, "mac ca": 4, "mật ong": 5, "cà phê bột": 9, "zzqx vvkw": 50, "mắc ca trên trời": 50})
    have_searched({"mắc ca": 2}, day=TODAY - datetime.timedelta(days=1))
    have_searched({"tiêu": 99}, day=TODAY - datetime.timedelta(days=40))
    have_searched({"gạo": 4})
    assert publish()
    assert [row.text for row in PublicQuery.objects.all()] == ["cà phê bột", "mắc ca", "mật ong"]
    assert published.others_searched("", ()) == ("cà phê bột", "mắc ca", "mật ong")


def test_what_is_like_the_search_comes_first_and_never_the_search_itself(own_index, settings):
    settings.QUERY_LOG_PUBLIC_FROM = 1
    have_searched({"mật ong": 9, "hạt mắc ca": 3, "macca": 1, "cà phê bột": 8, "cà phê": 2, "trà": 7})
    publish()

    def others(text):
        return published.others_searched(text, search(SearchQuery(text=text)).hits)

    assert others("ca phe") == ("cà phê bột",)
    assert others("Mắc ca") == ("hạt mắc ca",)
    assert others("ca phe dak lak 4 sao") == ("cà phê", "cà phê bột")
    assert others("zzqx vvkw")[:2] == ("mật ong", "cà phê bột")
    assert "trà" not in others("Trà")


@pytest.mark.usefixtures("rendered_anew")
def test_the_page_shows_them_in_both_languages_without_a_query(
    own_index, settings, client, django_assert_num_queries
):
    settings.QUERY_LOG_PUBLIC_FROM = 1
    before = client.get("/tim-kiem/?q=ca+phe").content.decode()
    have_searched({"cà phê bột": 2, "cà phê <b>": 1})
    publish()
    with django_assert_num_queries(0):
        html = client.get("/tim-kiem/?q=ca+phe").content.decode()
        english = client.get("/en/tim-kiem/").content.decode()
    assert "others-searched" not in before
    assert 'href="/tim-kiem/?q=c%C3%A0%20ph%C3%AA%20b%E1%BB%99t"' in html
    assert 'href="/en/tim-kiem/?q=c%C3%A0%20ph%C3%AA%20b%E1%BB%99t"' in english
    assert "others-searched" not in client.get("/san-pham/").content.decode()


def test_kept_pages_are_renewed_when_it_changes_and_by_nothing_else(own_index, settings):
    settings.QUERY_LOG_PUBLIC_FROM = 1
    state = revision()
    have_searched({"cà phê": 2})
    assert revision() == state
    assert publish()
    changed = revision()
    assert changed != state
    have_searched({"cà phê": 2})
    assert not publish()
    assert revision() == changed


def test_while_no_engine_answers_it_stays_as_it_is(own_index, settings):
    settings.QUERY_LOG_PUBLIC_FROM = 1
    have_searched({"cà phê": 2})
    publish()
    settings.SEARCH_INDEX_DIR = settings.SEARCH_INDEX_DIR.with_name("none")
    assert jobs.Upkeep()() == jobs.UNAVAILABLE_SECONDS
    assert [row.text for row in PublicQuery.objects.all()] == ["cà phê"]


@pytest.mark.parametrize("content", ["", "{", "[[1]]", "[1, 2]", '{"a": 1}', "null"])
def test_a_damaged_file_costs_the_words_not_the_page(own_index, client, content):
    published.write([("mật ong", [1])])
    state.file(published.FILE).write_text(content)
    assert client.get("/tim-kiem/?q=ca+phe").status_code == 200
    publish()
    assert published.others_searched("", ()) == ()


# -- the department's report -----------------------------------------------------------------------


@pytest.fixture
def gaps_found():
    have_searched({"sầu riêng sấy dẻo": 3, "sau rieng say deo": 2}, nothing=1)
    have_searched({"mít non": 4}, nothing=1, day=TODAY - datetime.timedelta(days=20))
    have_searched({"rượu cần ea súp": 6}, near=1)
    have_searched({"cà phê": 100})


def signed_in(role: str) -> Client:
    client = Client()
    if role != "visitor":
        ensure_demo_accounts()
        client.force_login(User.objects.get(email=f"{role}@demo.saobuon.example"))
    return client


def test_spellings_are_one_row_and_the_most_missed_comes_first(gaps_found):
    rows = list(gaps("nothing", 30))
    assert [(row["number"], row["all_searches"]) for row in rows] == [(5, 5), (4, 4)]
    assert set(rows[0]["spellings"]) == {"sầu riêng sấy dẻo", "sau rieng say deo"}
    assert [row["key"] for row in gaps("nothing", 7)] == [key_of("sầu riêng sấy dẻo")]
    assert [row["number"] for row in gaps("near", 30)] == [6]
    totals = summary(30)
    assert (totals.searches, totals.nothing, totals.near) == (115, 9, 6)


@pytest.mark.parametrize(
    ("role", "status"),
    [("visitor", 302), ("nguoimua", 403), ("htx", 403), ("diemban", 403), ("bientap", 403), ("canbo", 200),
     ("quantri", 200)],
)  # fmt: skip
def test_officers_alone_read_the_report(gaps_found, role, status):
    client = signed_in(role)
    for path in (REPORT, f"{REPORT}tai-ve.csv"):
        response = client.get(path)
        assert response.status_code == status
        assert ("mít non" in response.content.decode()) is (status == 200)
        assert "no-store" in response.get("Cache-Control", "") or status != 200


def test_the_report_and_its_table_tell_the_same(gaps_found):
    client = signed_in("canbo")
    html = client.get(f"{REPORT}?phan=near&ngay=7").content.decode()
    assert "rượu cần ea súp" in html
    assert "mít non" not in html
    assert REPORT in client.get("/theo-doi/can-bo/thu-hoi/").content.decode()
    response = client.get(f"{REPORT}tai-ve.csv?phan=nothing&ngay=90")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row[2:4] for row in rows[1:]] == [["5", "5"], ["4", "4"]]
    assert rows[2][0] == "mít non"


@pytest.mark.parametrize("bad", ["phan=x", "ngay=-1", "ngay=9999999", "phan=%00&ngay=%00", "page=x", "page=99999"])
def test_a_bad_address_of_the_report_is_answered(gaps_found, bad):
    client = signed_in("canbo")
    assert client.get(f"{REPORT}?{bad}").status_code == 200
    assert client.get(f"{REPORT}tai-ve.csv?{bad}").status_code == 200


def test_the_report_costs_the_same_however_long_it_is(django_assert_max_num_queries):
    client = signed_in("canbo")
    with django_assert_max_num_queries(12):
        client.get(REPORT)
    have_searched({f"không có {number}": 1 for number in range(200)}, nothing=1)
    with django_assert_max_num_queries(12):
        html = client.get(REPORT).content.decode()
    assert html.count('scope="row"') == 50


def test_the_report_without_any_search_says_so():
    assert 'class="empty' in signed_in("canbo").get(REPORT).content.decode()
