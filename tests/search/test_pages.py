"""The search page and the list of products."""

import pytest

from search.contract import SearchQuery
from search.queries import search

pytestmark = pytest.mark.usefixtures("index")


def page(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    assert not response.cookies
    return response.content.decode()


@pytest.mark.parametrize("path", ["/tim-kiem/", "/san-pham/", "/en/tim-kiem/", "/en/san-pham/"])
@pytest.mark.parametrize(
    "query", ["", "?q=c%C3%A0+ph%C3%AA", "?q=ca+phe&area=huyen-krong-pac&stars=3&group=I.6&page=2"]
)
def test_pages_need_few_queries_whatever_they_show(client, django_assert_max_num_queries, path, query):
    page(client, path + query)
    with django_assert_max_num_queries(2):
        page(client, path + query)


def test_results_show_cards_facets_and_the_total(client):
    html = page(client, "/tim-kiem/?q=mac+ca")
    result = search(SearchQuery(text="mac ca"))
    assert html.count('class="product-card"') == result.total
    for hit in result.hits:
        assert hit.url in html
    assert "stars=5" in html
    assert 'name="robots" content="noindex' in html


def test_the_list_of_products_is_for_search_engines_its_filtered_forms_are_not(client):
    assert "noindex" not in page(client, "/san-pham/")
    assert "noindex" in page(client, "/san-pham/?stars=4")


def test_a_filter_can_be_chosen_and_taken_away_by_links_alone(client):
    html = page(client, "/san-pham/")
    assert 'href="?stars=4"' in html
    chosen = page(client, "/san-pham/?stars=4&area=thanh-pho-tuy-hoa")
    assert 'href="?area=thanh-pho-tuy-hoa"' in chosen
    assert 'href="?stars=4"' in chosen
    assert chosen.count('class="product-card"') == search(SearchQuery(stars=(4,), area="thanh-pho-tuy-hoa")).total


BAD = [
    "area=khong-co", "area=%00", "stars=9", "stars=b", "group=IX.9", "group=%00", "sort=x",
    "page=0", "page=-1", "page=x", "page=99999999999999999999",
]  # fmt: skip


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_value_is_left_out_with_a_notice(client, bad):
    html = page(client, f"/san-pham/?{bad}")
    assert "alert--warn" in html
    assert html.count('class="product-card"') == 24


@pytest.mark.parametrize(
    "text", ["%00", "%22", "*:*", "%F0%9F%98%80", "x" * 10_000, "%27;DROP+TABLE", "%E2%80%AEabc", "%FF%FE"]
)
def test_no_text_breaks_the_page(client, text):
    page(client, f"/tim-kiem/?q={text}")


def test_typed_markup_stays_text(client):
    html = page(client, "/tim-kiem/?q=%3Cscript%3Ealert(1)%3C/script%3E%22%3E")
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html


def test_nothing_found_says_what_to_try(client):
    html = page(client, "/tim-kiem/?q=zzzz+qqqq")
    assert 'class="empty"' in html
    assert "?q=m%E1%BA%AFc%20ca" in html
    narrowed = page(client, "/tim-kiem/?q=mac+ca&stars=3&area=huyen-lak")
    assert 'href="/tim-kiem/?q=mac+ca"' in narrowed


def test_a_page_beyond_the_end_leads_back(client):
    html = page(client, "/san-pham/?stars=3&page=10000")
    assert 'href="?stars=3"' in html
    assert 'class="product-card"' not in html


def test_without_an_index_the_page_says_so(client, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "nothing"
    html = page(client, "/tim-kiem/?q=mac+ca")
    assert "alert--warn" in html
    assert 'class="empty"' not in html


def test_a_script_gets_the_part_that_changes_everybody_else_the_page(client):
    address = "/tim-kiem/?q=mac+ca&stars=3"
    whole, part = client.get(address), client.get(address, headers={"HX-Request": "true"})
    assert "HX-Request" in whole["Vary"]
    assert "HX-Request" in part["Vary"]
    assert "<!doctype" in whole.content.decode()
    text = part.content.decode()
    assert text.lstrip().startswith("<title>")
    assert "<header" not in text
    assert text.count('class="product-card"') == whole.content.decode().count('class="product-card"') > 0
    restored = client.get(address, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<!doctype" in restored.content.decode()


def test_the_filters_say_how_many_are_chosen(client):
    assert "filters__number" not in page(client, "/san-pham/")
    chosen = page(client, "/en/san-pham/?stars=4&stars=3&group=I.6")
    assert "3 chosen" in chosen
    assert 'id="facet-stars-4"' in chosen


def test_taking_the_last_filter_away_leaves_a_clean_address(client):
    assert 'href="./"' in page(client, "/san-pham/?stars=4")
