"""What a typed text asks for beside words: stars, a place, a kind of producer. The text itself stays as typed."""

from collections.abc import Iterator, Sequence

from .analysis import Word
from .contract import ParsedText, Reading, SearchQuery, Understood
from .gazetteer import MAX_AREA_WORDS, Gazetteer, gazetteer
from .synonyms import Match, makers_in, synonyms
from .typed_text import words_and_stars

AREA_KINDS = {("tinh",), ("huyen",), ("thi", "xa"), ("thanh", "pho"), ("tp",), ("xa",), ("phuong",), ("thi", "tran")}


def parse(text: str) -> ParsedText:
    """Read a text, once for all that is done with it."""
    run, stars = words_and_stars(text)
    intents = [(Understood("stars", str(stars)), range(0))] if stars is not None else []
    intents += [(Understood("type", kind), places) for kind, places in makers_in(run)]
    intents += _area(run, gazetteer())
    return ParsedText(tuple(run), stars, tuple(intents))


def read(query: SearchQuery) -> Reading:
    """The text of a query as an engine gets it."""
    return parse(query.text).without(query.without)


def _area(run: Sequence[Word], known: Gazetteer) -> Iterator[tuple[Understood, range]]:
    """The place that is named by the most words, the last one of several."""
    matches: list[Match] | None = None
    spans = ((end - start, start) for start in range(len(run)) for end in range(start + 1, len(run) + 1))
    for length, start in sorted((span for span in spans if span[0] <= MAX_AREA_WORDS), reverse=True):
        part = run[start : start + length]
        area = known.find_area(part)
        if area is None or _is_also_a_thing(part):
            continue
        matches = synonyms().matches(run) if matches is None else matches
        if _cuts_a_thing(matches, start, start + length):
            continue
        kind = next((n for n in (2, 1) if tuple(w.folded for w in run[max(0, start - n) : start]) in AREA_KINDS), 0)
        yield Understood("area", area.slug, area.name), range(start - kind, start + length)
        return


def _cuts_a_thing(matches: Sequence[Match], start: int, end: int) -> bool:
    """`thang hoa thang`: the end of `sấy thăng hoa` and what follows are not Hòa Thắng."""
    return any(
        match.end - match.start > 1 and match.start < end and start < match.end
        and not (start <= match.start and match.end <= end)
        for match in matches
    )  # fmt: skip


def _is_also_a_thing(part: Sequence[Word]) -> bool:
    """`lac` may be peanuts as well as Lắk, `ea` alone is any water: nothing is taken for granted."""
    if len(part) > 1:
        return False
    word = part[0]
    return len(word.folded) < 3 or any(
        len(match.entry.typed) == 1 and match.entry.typed[0].folded == word.folded
        for match in synonyms().matches(part)
    )
