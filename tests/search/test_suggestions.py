"""Suggestions as you type: what is found, in which order, how fresh, and what the address answers."""

import datetime

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, PageViewRestriction

from catalogue.certification.models import Certificate
from catalogue.geography.models import AdminUnit
from catalogue.producers.models import Producer
from catalogue.products.models import Category, Product
from cms.models import StoryIndexPage, StoryPage
from search import outbox, services
from search.contract import SearchQuery
from search.models import SuggestionChange
from search.queries import search, suggest
from search.suggestions import upkeep
from search.suggestions.index import suggestion_index
from tests.catalogue.factories import make_certificate, make_producer, make_product


def labels(text, kind=None, **more):
    return [one.label for one in suggest(text, **more) if kind in (None, one.kind)]


@pytest.mark.parametrize(
    ("typed", "kind", "first"),
    [
        ("ca ph", "product", "Cà phê Chồn Kiên Cường"),  # beginning
        ("phê bột", "product", "Cà phê bột Công Bằng Ea Kmat"),  # from a word in the middle
        ("macadmia", "product", "Hạt mắc ca Đắk Lắk cao cấp"),  # a letter is missing, and it is a foreign word
        ("krong pac", "area", "Huyện Krông Pắc"),  # no marks, another spelling
        ("krongpac", "area", "Huyện Krông Pắc"),  # run together
        ("M’gar", "area", "Huyện Cư M'gar"),
        ("caf phee", "product", "Cà phê Chồn Kiên Cường"),  # left over from Telex
        ("ca2 phe6", "product", "Cà phê Chồn Kiên Cường"),  # and from VNI
        ("rongpac", "area", "Huyện Krông Pắc"),
        ("CÀ PHÊ CHỒN", "product", "Cà phê Chồn Kiên Cường"),
        ("đồ uống có", "group", "Đồ uống có cồn"),
        ("cong ty tnhh mtv kien", "producer", "Công ty TNHH MTV Kiên Cường"),
        ("coffee", "product", "Premium coffee"),
    ],
)
def test_what_people_type_finds_what_they_mean(index, typed, kind, first):
    assert labels(typed, kind)[:1] == [first]


def test_old_and_new_units_are_told_apart(index):
    suggestions = [one for one in suggest("krong pac", language="en") if one.kind == "area"]
    assert [(one.label, one.detail) for one in suggestions] == [
        ("Huyện Krông Pắc", "Tỉnh Đắk Lắk · before 1 July 2025"),
        ("Xã Krông Pắc", "Tỉnh Đắk Lắk · since 1 July 2025"),
    ]
    assert suggestions[0].url == "/en/vung/huyen-krong-pac/"


def test_a_word_with_marks_is_that_word(index):
    assert {name.split()[0] for name in labels("bơ", "product")} == {"Bơ"}
    assert any("Bột" in name for name in labels("bo", "product"))
    assert "Sầu riêng" in labels("sâu riêng", "product")  # wrong marks find it all the same


def test_words_may_be_scattered_over_name_and_place(index):
    suggestions = [one for one in suggest("ca phe krong pac") if one.kind == "product"]
    assert suggestions
    assert all("Krông Pắc" in one.detail for one in suggestions)


def test_stars_come_first_and_only_while_they_are_certified(followed, settings):
    before = suggest("sầu riêng s", limit=20)
    starred = ["sao" in one.detail for one in before if one.kind == "product"]
    assert starred == sorted(starred, reverse=True)
    assert any(starred), "no starred product to put first"
    # No job at midnight: on another day the same index says something else.
    settings.REGISTRY_DATE = datetime.date(2035, 1, 1)
    assert not any("3 sao" in one.detail for one in suggest("sầu riêng s", limit=20))


def test_stars_named_in_the_text_count(index):
    assert "4 sao" in suggest("cà phê 4 sao")[0].detail


def test_kinds_stay_together_and_share_the_room(index):
    suggestions = suggest("ca phe")
    kinds = [one.kind for one in suggestions]
    assert len(suggestions) == 8
    assert kinds == sorted(kinds, key=kinds.index)
    assert len(set(kinds)) >= 3
    assert len(suggest("ca phe", limit=3)) == 3
    assert [one.kind for one in suggest("huyện krông pắc")][:1] == ["area"]


BAD = [
    "",
    " ",
    "c",
    "\x00",
    "😀😀",
    "x" * 10_000,
    "'; DROP TABLE x; --",
    "*:*",
    "(a|b)+",
    "\u202eabc",
    "ééé" * 900,
    "..*[",
]


@pytest.mark.parametrize("text", BAD)
def test_nothing_anybody_types_breaks_it(index, client, text):
    answer = client.get("/goi-y/", {"q": text})
    assert answer.status_code == 200
    assert isinstance(answer.json(), list)
    assert answer.json() == [] or any(letter.isalpha() for letter in text)


@pytest.mark.usefixtures("rendered_anew")
def test_the_address_answers_in_one_language_without_cookie_or_query(index, client, django_assert_num_queries):
    client.get("/en/goi-y/?q=ca+ph")
    with django_assert_num_queries(0):
        answer = client.get("/en/goi-y/?q=ca+ph")
    first = answer.json()[0]
    assert first == {
        "kind": "product",
        "heading": "Products",
        "label": "Cà phê Chồn Kiên Cường",
        "detail": "5 stars · Công ty TNHH MTV Kiên Cường · Thành phố Buôn Ma Thuột",
        "url": "/en/san-pham/ca-phe-chon-kien-cuong/",
    }
    assert not answer.cookies
    assert "max-age=60" in answer["Cache-Control"]
    assert "public" in answer["Cache-Control"]
    assert client.post("/goi-y/").status_code == 405


def test_every_suggestion_leads_somewhere(index, client):
    for one in (*suggest("ca phe", limit=12), *suggest("krong"), *suggest("đồ uống")):
        assert client.get(one.url).status_code == 200, one


def test_without_an_index_there_are_none(db, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "nothing"
    assert suggest("ca phe") == ()


# -- freshness -------------------------------------------------------------------------------------


@pytest.fixture
def followed(own_index):
    """Suggestions of an index of this test's own, and a function that does what the worker does."""

    def follow():
        while outbox.drain() + upkeep.drain():
            pass
        assert upkeep.differences() == []

    return follow


def _rename_product():
    Product.objects.filter(title="Cà phê Superior").update(title="Kẹo thử zyx")


def _rename_producer():
    Producer.objects.filter(name="Công ty TNHH MTV Kiên Cường").update(name="Kẹo thử zyx")


def _rename_district():
    AdminUnit.objects.filter(name="Huyện Krông Bông", system="pre2025").update(name="Kẹo thử zyx")


def _spell_district():
    AdminUnit.objects.get(name="Huyện Krông Bông", system="pre2025").spellings.create(text="keo thu zyx")


def _rename_group():
    Category.objects.filter(code="I.6").update(name="Kẹo thử zyx")


def _new_producer():
    make_producer(name="Kẹo thử zyx", slug="keo-thu-zyx")


def _new_story():
    story = StoryPage(title="Kẹo thử zyx", slug="keo-thu-zyx", product=Product.objects.filter(story=None).first())
    StoryIndexPage.objects.get().add_child(instance=story)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (_rename_product, "product"),
        (_rename_producer, "producer"),
        (_rename_district, "area"),
        (_spell_district, "area"),
        (_rename_group, "group"),
        (_new_producer, "producer"),
        (_new_story, "story"),
    ],
)
def test_a_change_is_suggested_when_the_worker_has_followed(followed, change, kind):
    change()
    assert labels("kẹo thử zy", kind) == []
    followed()
    assert len(labels("kẹo thử zy", kind)) == 1


def test_what_is_gone_is_not_suggested_any_more(followed):
    product, producer = make_product(title="Kẹo thử zyx"), make_producer(name="Kẹo thử zyx", slug="keo-thu-zyx")
    followed()
    assert len(labels("kẹo thử zyx")) == 2
    Product.objects.filter(pk=product.pk).update(is_public=False)
    producer.delete()
    followed()
    assert labels("kẹo thử zyx") == []


def _hide(page):
    Page.objects.filter(pk=page.pk).update(live=False)


def _lock_up(page):
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("act", [_hide, _lock_up])
def test_a_story_that_not_everybody_may_read_is_not_found(followed, act):
    _new_story()
    followed()
    (suggestions,) = suggest("kẹo thử zyx")
    assert (suggestions.kind, suggestions.url) == ("story", "/cau-chuyen/keo-thu-zyx/")
    assert search(SearchQuery(text="kẹo thử zyx")).total == 1  # the words of the story find its product
    act(Page.objects.get(slug="keo-thu-zyx"))
    followed()
    assert suggest("kẹo thử zyx") == ()
    assert search(SearchQuery(text="kẹo thử zyx", is_exact=True)).total == 0
    assert search(SearchQuery(text="kẹo thử zyx", kind="story", is_exact=True)).total == 0


def test_a_certificate_changes_the_order_at_once(followed):
    make_product(title="Kẹo thử zyx A")
    later = make_product(title="Kẹo thử zyx B")
    followed()
    assert labels("kẹo thử zyx") == ["Kẹo thử zyx A", "Kẹo thử zyx B"]
    make_certificate(product=later, stars=4, issued="2024-06-01")
    followed()
    assert labels("kẹo thử zyx") == ["Kẹo thử zyx B", "Kẹo thử zyx A"]
    Certificate.objects.filter(product=later).update(revoked_on=datetime.date(2024, 7, 1), revocation_reason="thử")
    followed()
    assert labels("kẹo thử zyx") == ["Kẹo thử zyx A", "Kẹo thử zyx B"]


def test_a_change_of_nothing_that_is_shown_makes_no_work(followed):
    Producer.objects.update(website="https://example.org")
    AdminUnit.objects.update(alternative_code="1")
    assert not SuggestionChange.objects.exists()


def test_a_lost_index_is_built_anew_and_check_names_a_difference(followed, capsys):
    suggestion_index().files.pointer.unlink()
    assert "suggestions" in services.reason_to_rebuild()
    assert services.rebuild_if_needed()
    assert labels("ca phe")
    call_command("search", "check")
    suggestion_index().replace([f"product:{Product.objects.get(title='Cà phê Superior').pk}"], [])
    with pytest.raises(CommandError, match="differences"):
        call_command("search", "check")
    assert "(Cà phê Superior): missing or other" in capsys.readouterr().out
