"""What a typed text asks for beside words: stars, a place, a kind of producer. The text itself stays as typed."""

import dataclasses
import re
from collections.abc import Collection, Iterator, Sequence

from .analysis import Word, words
from .contract import INTENTS, Understood
from .naming import LONGEST_AREA, Names, names
from .synonyms import synonyms

MAX_TEXT = 300
MAX_WORDS = 16
_STAR_SIGN = re.compile(r"([1-5])\s*[*★⭐]\ufe0f?")
_STAR_SIGNS = re.compile(r"(?<![*★⭐])(?:[★⭐]\ufe0f?){2,5}(?![★⭐])")
STAR_WORDS = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5}
AREA_KINDS = {("tinh",), ("huyen",), ("thi", "xa"), ("thanh", "pho"), ("tp",), ("xa",), ("phuong",), ("thi", "tran")}


@dataclasses.dataclass(frozen=True)
class Reading:
    """The words of a text without those that are left out, the stars it names, and all that is understood."""

    words: tuple[Word, ...]
    stars: int | None
    understood: tuple[Understood, ...]


def read(text: str) -> tuple[list[Word], int | None]:
    """The words of a typed text, and the number of stars named in it."""
    text = _STAR_SIGNS.sub(lambda found: f" {len(re.findall('[★⭐]', found.group()))} sao ", text[:MAX_TEXT])
    return _without_stars(words(_STAR_SIGN.sub(r"\1 sao ", text))[:MAX_WORDS])


def understand(text: str, *, without: Collection[str] = ()) -> Reading:
    """Read a text. What is named in `without` is left out of it: its words count for nothing."""
    run, stars = read(text)
    found = [(Understood("stars", str(stars)), range(0))] if stars is not None else []
    found += [*((Understood("type", kind), places) for kind, places in makers_in(run)), *_area(run, names())]
    gone = {place for one, places in found if one.kind in without for place in places}
    kinds = {one.kind: one for one, _ in reversed(found)}
    return Reading(
        words=tuple(word for place, word in enumerate(run) if place not in gone),
        stars=None if "stars" in without else stars,
        understood=tuple(
            dataclasses.replace(kinds[kind], is_left_out=kind in without) for kind in INTENTS if kind in kinds
        ),
    )


def _without_stars(run: list[Word]) -> tuple[list[Word], int | None]:
    """`trà 3 sao` → `trà`, 3. Words for numbers count only before `sao`."""
    rest, stars, position = [], None, 0
    while position < len(run):
        word, after = run[position], run[position + 1].folded if position + 1 < len(run) else ""
        if word.folded in STAR_WORDS and after in ("sao", "star", "stars"):
            stars, position = STAR_WORDS[word.folded], position + 2
        elif len(word.folded) == 4 and word.folded.endswith("sao") and word.folded[0] in STAR_WORDS:
            stars, position = STAR_WORDS[word.folded[0]], position + 1
        else:
            rest.append(word)
            position += 1
    return rest, stars


def makers_in(run: Sequence[Word]) -> list[tuple[str, range]]:
    """Kinds of producers that are named, with the places of the words that do so; the longest ones."""
    found, start = [], 0
    while start < len(run):
        ends = range(min(len(run), start + synonyms().longest), start, -1)
        kind, end = next(((kind, end) for end in ends if (kind := synonyms().maker_kind(run[start:end]))), (None, 0))
        if kind:
            found.append((kind, range(start, end)))
        start = end or start + 1
    return found


def _area(run: Sequence[Word], known: Names) -> Iterator[tuple[Understood, range]]:
    """The place that is named by the most words, the last one of several."""
    spans = ((end - start, start) for start in range(len(run)) for end in range(start + 1, len(run) + 1))
    for length, start in sorted((span for span in spans if span[0] <= LONGEST_AREA), reverse=True):
        part = run[start : start + length]
        area = known.area_called(part)
        if area is None or _is_also_a_thing(part) or _cuts_a_thing(run, start, start + length):
            continue
        kind = next((n for n in (2, 1) if tuple(w.folded for w in run[max(0, start - n) : start]) in AREA_KINDS), 0)
        yield Understood("area", area.slug, area.name), range(start - kind, start + length)
        return


def _cuts_a_thing(run: Sequence[Word], start: int, end: int) -> bool:
    """`thang hoa thang`: the end of `sấy thăng hoa` and what follows are not Hòa Thắng."""
    return any(
        match.end - match.start > 1 and match.start < end and start < match.end
        and not (start <= match.start and match.end <= end)
        for match in synonyms().matches(run)
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
