"""Terms that the index need not be told of twice: neighbours held as one term, words without marks."""

from itertools import pairwise

import pytest

from search.analysis import END, unmarked
from search.clauses import LOOSE
from search.content_index.documents import all_of_them
from search.documents import all_documents
from search.engines.shared import texts
from search.engines.tantivy import schema


def plainly(terms):
    """The same terms, written as they are defined."""
    runs = {(field, pair) for field in schema.PAIRED for pair in pairwise(terms.get(field, ()))}
    for field in schema.MEANT:
        run = terms.get(field, ())
        for main in schema.meanings():
            starts = range(len(run) - len(main) + 1)
            runs |= {(field, main) for start in starts if run[start : start + len(main)] == main}
    for field in schema.HEADED:
        run = terms[field]
        assert run[-1] == END
        heads = (run[:length] for length in range(2, min(len(run), schema.MAX_HEAD_TERMS + 1)))
        runs |= {(field, run), *((field, head) for head in heads)}
    assert all(schema.is_one_term(field, run) for field, run in runs)
    return {schema.one_term(field, run) for field, run in runs}


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("most", [100_000, 3])
def test_all_neighbours_are_terms_and_nothing_else_is(monkeypatch, most):
    monkeypatch.setattr(schema._Joints, "MAX_TERMS", most)
    documents = [document for batch in (*all_documents(), *all_of_them()) for document in batch]
    assert len(documents) > 200
    for document in documents:
        written = " ".join(schema._runs(document.terms, texts(document))).split()
        assert set(written) == plainly(document.terms), document.card["name"]


@pytest.mark.usefixtures("index")
def test_words_without_marks_follow_from_those_with_marks():
    """So the digest of a document need not cover them."""
    for document in (document for batch in (*all_documents(), *all_of_them()) for document in batch):
        for field, loose in LOOSE.items():
            written = document.terms.get(field, ())
            assert document.terms.get(loose, ()) == tuple(map(unmarked, written)), document.card["name"]
