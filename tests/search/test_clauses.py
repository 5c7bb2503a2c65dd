"""What a search does not ask for because it need not changes nothing."""

import pytest

from catalogue.products.models import Product
from search import clauses
from search.analysis import words
from search.contract import SearchQuery
from search.queries import search

TEXTS = (
    "ca phe bot", "cà phê", "caphe", "ca2 phe6", "macca", "mắc ca sấy nứt", "coffee", "krong pac", "htx",
    "sau rieng s", "mật ong rừng hoa cà phê", "banh trang phu yen", "yen sao 4 sao",
)  # fmt: skip


def answers():
    titles = Product.objects.order_by("pk").values_list("title", flat=True)[::7]
    for text in (*TEXTS, *titles):
        found = search(SearchQuery(text=text, page_size=100))
        yield text, found.total, found.near, [hit.id for hit in found.hits], found.facets


@pytest.mark.usefixtures("index")
def test_clauses_that_others_make_needless_are_left_out(monkeypatch):
    left_out = list(answers())
    monkeypatch.setattr(clauses, "_wider", lambda clause: ())
    assert list(answers()) == left_out
    assert sum(total for _, total, *_ in left_out) > 100


def test_a_clause_is_needless_beside_a_wider_one_of_no_less_weight():
    ca, phe = (word.written for word in words("cà phê"))
    word, run = clauses.Term("name", ca), clauses.Phrase("name", (ca, phe))
    loose = clauses.Term("name_loose", "ca")
    assert clauses.Best.of([(word, 10), (run, 9)]).options == ((word, 10),)
    assert clauses.Best.of([(word, 8), (run, 9)]).options == ((word, 8), (run, 9))
    marked_first = clauses.Best.of([(word, 10), (loose, 9), (run, 9)])
    assert marked_first.options == ((word, 10), (loose, 9))
    assert marked_first.clauses() == [loose]
