"""From a typed beginning to suggestions: the best entries of each kind, how many of each, and their words."""

import dataclasses
from collections.abc import Sequence
from typing import Any

import orjson
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tantivy import Occur, Query, Searcher

from catalogue.certification.clock import registry_day
from catalogue.geography.models import System
from catalogue.products.group_names import group_name

from ..analysis import Word, joined, sorting_key
from ..contract import Suggestion
from ..documents import day_number
from ..engines import IndexUnavailable
from ..engines.tantivy.reading import whole_numbers
from ..engines.tantivy.translation import weighed
from ..typed_text import words_and_stars
from . import matching
from .index import suggestion_index
from .matching import at_least, at_most, term

MIN_LETTERS = 2
"""Letters before there is anything to suggest."""
MAX_WORDS = 8
SHARES = {"product": 2, "producer": 1, "area": 1, "group": 1, "story": 1}
"""How many of each kind are taken in turn, in this order where they match equally well."""
FETCHED = 8
CERTIFIED, STARS_NAMED, PER_RANK = 15.0, 30.0, 0.5
"""Weight of a product that is certified today: above the beginning of a name, below the whole name."""
LEVELS = (matching.WHOLE + matching.BEGIN, matching.BEGIN + matching.FROM_WORD, matching.FROM_WORD, matching.ALIAS)
"""Weights from which on an entry counts as called so, beginning so, having such a word, meaning the same."""


@dataclasses.dataclass(frozen=True)
class _Match:
    """One entry that matches: its whole weight, and how well its text matches (a place in LEVELS)."""

    kind: str
    weight: float
    level: int
    card: dict[str, Any]
    rank: int


def suggest(text: str, *, limit: int, language: str | None) -> tuple[Suggestion, ...]:
    """See `search.queries.suggest`."""
    typed, stars = words_and_stars(text)
    typed = typed[:MAX_WORDS]
    if len(joined(typed)) < MIN_LETTERS:
        return ()
    try:
        matches = _matches(suggestion_index().searcher(), typed, stars, limit)
    except IndexUnavailable:
        return ()
    with translation.override(language or translation.get_language()):
        return tuple(_present(match) for match in _share_out(matches, limit))


def _matches(searcher: Searcher, typed: list[Word], stars: int | None, limit: int) -> list[_Match]:
    """Entries called so; more products with these words while there is room; what was perhaps meant."""
    entries = _Entries(searcher, stars)
    matches = next(filter(None, map(entries.of_each_kind, matching.named(typed))), [])
    if len(matches) < limit:
        kinds = ("product",) if matches else tuple(SHARES)
        more = next(filter(None, (entries.of_each_kind(one, kinds) for one in matching.scattered(typed))), [])
        known = {item.card["key"] for item in matches}
        matches += [item for item in more if item.card["key"] not in known]
    return matches or next(filter(None, map(entries.of_any_kind, matching.guessed(searcher, typed))), [])


class _Entries:
    """Entries of the registry's day by what their text must match."""

    def __init__(self, searcher: Searcher, stars: int | None):
        self.searcher, self.stars = searcher, stars
        day = day_number(registry_day())
        self.days = [weighed(at_most("from_day", day), 0), weighed(at_least("to_day", day), 0)]

    def of_each_kind(self, text: Query, kinds: Sequence[str] = tuple(SHARES)) -> list[_Match]:
        """The best entries of each of these kinds."""
        matches = []
        for kind in kinds:
            weights = {rank: _weight_beside_text(kind, rank, self.stars) for rank in range(1, 6)}
            days = self.days if kind == "product" else []
            better = [weighed(term("rank", rank), weight) for rank, weight in weights.items()]
            for weight, rank, card in self._hits([text, weighed(term("kind", kind), 0), *days], better, FETCHED):
                matches.append(_Match(kind, weight, _level(weight - weights.get(rank, 0)), card, rank))
        return _sorted(matches)

    def of_any_kind(self, text: Query) -> list[_Match]:
        """The best entries of all kinds together: one search, for texts that cost more."""
        matches = []
        for weight, rank, card in self._hits([text, *self.days], [], FETCHED * len(SHARES)):
            kind = card["key"].partition(":")[0]
            extra = _weight_beside_text(kind, rank, self.stars) if rank else 0
            matches.append(_Match(kind, weight + extra, _level(weight), card, rank))
        return _sorted(matches)

    def _hits(self, must: list[Query], better: list[Query], count: int) -> list[tuple[float, int, dict[str, Any]]]:
        """Weight, rank and card of the heaviest entries."""
        query = Query.boolean_query([*((Occur.Must, one) for one in must), *((Occur.Should, one) for one in better)])
        hits = self.searcher.search(query, count, count=False).hits
        ranks = whole_numbers(self.searcher, "rank", [address for _weight, address in hits])
        cards = (orjson.loads(bytes(self.searcher.doc(address)["card"][0])) for _weight, address in hits)
        return [(weight, rank, card) for (weight, _), rank, card in zip(hits, ranks, cards, strict=True)]


def _sorted(matches: list[_Match]) -> list[_Match]:
    return sorted(matches, key=lambda item: (-round(item.weight, 2), sorting_key(item.card["label"])))


def _level(text_weight: float) -> int:
    return next((place for place, least in enumerate(LEVELS) if text_weight >= least), len(LEVELS))


def _weight_beside_text(kind: str, rank: int, stars: int | None) -> float:
    """What an entry of this rank weighs beside its text; the stars named in the text weigh most."""
    if kind != "product":
        return PER_RANK * rank
    return PER_RANK * rank + CERTIFIED + (STARS_NAMED if rank == stars else 0)


def _share_out(matches: list[_Match], limit: int) -> list[_Match]:
    """At most `limit` entries: each kind gets its share in turn; the kind that matches best stands first."""
    waiting = {kind: [item for item in matches if item.kind == kind] for kind in SHARES}
    order = sorted((kind for kind in SHARES if waiting[kind]), key=lambda kind: min(i.level for i in waiting[kind]))
    taken: dict[str, list[_Match]] = {kind: [] for kind in order}
    room = limit
    while room > 0 and any(waiting.values()):
        for kind in order:
            share = waiting[kind][: min(SHARES[kind], room)]
            del waiting[kind][: len(share)]
            taken[kind] += share
            room -= len(share)
    return [item for kind in order for item in taken[kind]]


# -- how it is presented -------------------------------------------------------------------------------


def _present(item: _Match) -> Suggestion:
    url, detail = _PRESENT[item.kind](item)
    label = item.card["label"]
    if item.kind == "group":
        label = group_name(item.card["target"], label)
    return Suggestion(item.kind, label, detail, url)


def _product(item: _Match) -> tuple[str, str]:
    stars = [ngettext("%(stars)s star", "%(stars)s stars", item.rank) % {"stars": item.rank}] if item.rank else []
    return reverse("product", args=[item.card["target"]]), _line([*stars, *item.card["facts"]])


def _producer(item: _Match) -> tuple[str, str]:
    return reverse("producer", args=[item.card["target"]]), _line(item.card["facts"])


def _area(item: _Match) -> tuple[str, str]:
    above, system = item.card["facts"]
    return reverse("area", args=[item.card["target"]]), _line([above, str(System(system).label)])


def _group(item: _Match) -> tuple[str, str]:
    code = item.card["target"]
    above = [group_name(code.rpartition(".")[0], name) for name in item.card["facts"]]
    return reverse("group", args=[code]), _line(above)


def _story(item: _Match) -> tuple[str, str]:
    detail = _("Story of %(product)s") % {"product": item.card["facts"][0]}
    return reverse("wagtail_serve", args=[item.card["target"]]), detail


_PRESENT = {"product": _product, "producer": _producer, "area": _area, "group": _group, "story": _story}


def _line(facts: Sequence[str]) -> str:
    return " · ".join(fact for fact in facts if fact)
