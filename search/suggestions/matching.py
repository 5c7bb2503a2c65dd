"""Which entries a typed beginning may mean, as queries of the index, the plainest reading first.

Almost everything is one look-up of a term, since the beginnings of all names are terms of the index.
"""

from collections.abc import Iterator

from tantivy import FieldType, Occur, Query, Searcher

from ..analysis import Word, joined, one_slip_away, untelexed, words
from ..engines.tantivy.translation import all_of, any_of, begins, weighed
from ..synonyms import synonyms
from .index import MAX_LENGTH, MAX_PREFIX_LENGTH, schema

# Weights: a whole name, its beginning, any word of it on, other words for it, scattered words.
WHOLE, BEGIN, FROM_WORD, ALIAS, SCATTERED = 20.0, 10.0, 10.0, 6.0, 3.0
MIN_FUZZY_LENGTH = 4
MIN_TWO_SLIPS_LENGTH = 9
MAX_FUZZY_LENGTH = 24
_MUST, _SHOULD = Occur.Must, Occur.Should


def named(typed: list[Word]) -> Iterator[Query]:
    """Names that go on like the text from one of their words: with its marks, without them, retyped."""
    if any(word.is_marked for word in typed):
        yield all_of([_named(typed), *_marks(typed)])
    for run in _versions(typed):
        yield _named(run)


def scattered(typed: list[Word]) -> Iterator[Query]:
    """Names that hold all the words, in any order, some of them perhaps beside the name."""
    for run in _versions(typed):
        if len(run) > 1:
            in_name = any_of([match for word, is_last in _with_last(run) for match in _in_name(word, is_last)])
            needed = [any_of(_anywhere(word, is_last)) for word, is_last in _with_last(run)]
            yield weighed(all_of([in_name, *needed]), SCATTERED)


def guessed(searcher: Searcher, typed: list[Word]) -> Iterator[Query]:
    """Names that were perhaps meant: with a slip or two, or from inside a word."""
    for run in _versions(typed)[:2]:
        yield from _with_slips(searcher, run)
    piece = joined(typed)
    if MIN_FUZZY_LENGTH <= len(piece) <= MAX_FUZZY_LENGTH:
        yield any_of([weighed(_pattern(field, f".*{piece}.*"), SCATTERED) for field in ("word", "alias")])


def _versions(typed: list[Word]) -> list[list[Word]]:
    """The text as typed, without typing accidents, and without words that say nothing."""
    retyped = [words(untelexed(word.folded) or word.folded)[0] for word in typed]
    versions = [typed, retyped, synonyms().without_empty_words(typed), synonyms().without_empty_words(retyped)]
    return [run for place, run in enumerate(versions) if run and run not in versions[:place]]


def _named(run: list[Word]) -> Query:
    piece = joined(run)[:MAX_LENGTH]
    options = [
        weighed(_begins("start", "from_word", piece), FROM_WORD),
        weighed(_begins("alias_start", "alias", piece), ALIAS),
    ]
    better = [
        weighed(_begins("begin", "whole", piece), BEGIN),
        weighed(term("whole", piece), WHOLE),
        weighed(term("alias", piece), ALIAS),
    ]
    return Query.boolean_query([(_MUST, Query.disjunction_max_query(options)), *((_SHOULD, one) for one in better)])


def _marks(run: list[Word]) -> Iterator[Query]:
    """Each word typed with marks stands there with them, or is written without any."""
    for word in run:
        if word.is_marked:
            yield weighed(any_of([term("marked", word.written), term("marked", f"{word.bare}=")]), 0)


def _with_slips(searcher: Searcher, run: list[Word]) -> Iterator[Query]:
    """One slip in the whole text, or in words that nobody knows; two in long ones."""
    piece, options = joined(run), []
    if MIN_FUZZY_LENGTH <= len(piece) <= MAX_FUZZY_LENGTH:
        near = [*_near(searcher, "start", "from_word", piece), *_near(searcher, "alias_start", "alias", piece)]
        options += [weighed(query, ALIAS) for query in near]
    if len(run) > 1:
        in_name, needed = [], []
        for word, is_last in _with_last(run):
            exact = [*_in_name(word, is_last), *_near_word(searcher, word, is_last)]
            in_name += exact
            needed.append(any_of([*exact, *_in_context(word, is_last)]))
        options.append(weighed(all_of([any_of(in_name), *needed]), SCATTERED))
    if options:
        yield Query.disjunction_max_query(options)


def _near(searcher: Searcher, start_field: str, field: str, text: str) -> list[Query]:
    """What begins with the text, a slip or two in it."""
    if len(text) >= MIN_TWO_SLIPS_LENGTH:
        return [Query.fuzzy_term_query(schema(), field, text, 2, True, True)]
    return [term(start_field, near) for near in one_slip_away(text) if searcher.doc_freq(start_field, near)]


def _near_word(searcher: Searcher, word: Word, is_last: bool) -> list[Query]:
    """Words one slip away from a word that no entry has."""
    fields = ("start", "alias_start", "context_start") if is_last else ("word", "alias", "context")
    is_known = any(searcher.doc_freq(field, word.loose) for field in fields)
    if is_known or not MIN_FUZZY_LENGTH <= len(word.loose) < MAX_PREFIX_LENGTH:
        return []
    slips = one_slip_away(word.loose)
    return [term(field, near) for field in fields for near in slips if searcher.doc_freq(field, near)]


def _with_last(run: list[Word]) -> Iterator[tuple[Word, bool]]:
    """Each word, and whether it is the last one, which may be unfinished."""
    for place, word in enumerate(run):
        yield word, place == len(run) - 1


def _anywhere(word: Word, is_last: bool) -> list[Query]:
    return [*_in_name(word, is_last), *_in_context(word, is_last)]


def _in_name(word: Word, is_last: bool) -> list[Query]:
    if is_last:
        return [_begins("start", "from_word", word.loose), _begins("alias_start", "alias", word.loose)]
    return [term(field, word.loose) for field in ("word", "pair", "alias")]


def _in_context(word: Word, is_last: bool) -> list[Query]:
    whole = term("context", word.loose)
    return [whole, _begins("context_start", "context", word.loose)] if is_last else [whole]


def _begins(start_field: str, field: str, text: str) -> Query:
    """Entries with something that begins with the text."""
    return term(start_field, text) if len(text) <= MAX_PREFIX_LENGTH else begins(schema(), field, text)


def _pattern(field: str, pattern: str) -> Query:
    # Loose words are letters and digits only: nothing in them could mean anything to a pattern.
    return Query.regex_query(schema(), field, pattern)


# -- parts of queries ------------------------------------------------------------------------------


def term(field: str, value: str | int) -> Query:
    return Query.term_query(schema(), field, value)


def at_least(field: str, number: int) -> Query:
    return Query.range_query(schema(), field, FieldType.Unsigned, number, None)


def at_most(field: str, number: int) -> Query:
    return Query.range_query(schema(), field, FieldType.Unsigned, None, number)
