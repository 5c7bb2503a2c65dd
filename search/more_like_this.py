"""From one product to what makes others like it: the same sub-group, area, words of the name and of the story.

The answer is a `Stage` as of a typed text: clauses of constant weight that every engine finds alike.
"""

import dataclasses
import datetime
import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from catalogue.certification.clock import registry_day

from .analysis import START, Word, words
from .clauses import Best, Clause, Phrase, Stage, Term
from .plan import Vocabulary

SUB_GROUP, GROUP_ABOVE, GROUP_AT_THE_TOP = 8.0, 4.0, 1.0
NEAREST_AREA, AREA_AROUND = 3.0, 2.0
NAME_PAIR, NAME_WORD, STORY_PAIR = 4.0, 2.0, 1.0
CERTIFIED, PER_STAR = 1.5, 0.125
MAX_NAME_WORDS, MAX_STORY_WORDS, MAX_STORY_PAIRS = 12, 120, 10
"""Words that count: of the name, of the story, and the rarest neighbours of the story."""


@dataclasses.dataclass(frozen=True)
class LikeQuery:
    """What others should be like. `group` is the code of the sub-group, `areas` slugs of the place and the
    places around it, nearest first; `exclude` are products not to be shown. At most `size` products are wanted."""

    name: str
    group: str = ""
    areas: tuple[str, ...] = ()
    story: str = ""
    exclude: tuple[int, ...] = ()
    size: int = 4
    on: datetime.date = dataclasses.field(default_factory=registry_day)


def more_like_this(query: LikeQuery, vocabulary: Vocabulary) -> Stage | None:
    """What must be shared (anything of it), and how much each shared thing weighs. None if nothing can be."""
    name, story = words(query.name)[:MAX_NAME_WORDS], _words_of_story(query.story)
    counts = vocabulary.counts(
        {
            "name_loose": {START, *(word.loose for word in name)},
            "wide_loose": {word.loose for word in story},
        }
    )
    number = counts["name_loose"][START]
    options = [_groups(query.group), _areas(query.areas), *_names(name, counts["name_loose"], number)]
    # What weighs no more than the group at the top makes nothing alike by itself.
    shared = [(clause, 0.0) for option in options for clause, weight in option if weight > GROUP_AT_THE_TOP]
    if not shared:
        return None
    better = [*options, *_stories(story, counts["wide_loose"], number), _certified()]
    return Stage(
        name="more like this",
        needed=(Best(tuple(shared)),),
        better=tuple(Best(tuple(option)) for option in better if option),
        least=1,
    )


@lru_cache(512)  # a page is asked for again and again, its story seldom changes
def _words_of_story(story: str) -> list[Word]:
    return words(story)[:MAX_STORY_WORDS]


Options = list[tuple[Clause, float]]


def _groups(code: str) -> Options:
    """`I.3.c` is like `I.3.c`, less like the rest of `I.3`, hardly like the rest of `I`."""
    parts = code.split(".") if code else []
    codes = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    weights = [SUB_GROUP, *[GROUP_ABOVE] * (len(codes) - 2), GROUP_AT_THE_TOP]
    return [(Term("group", code), weight) for code, weight in zip(codes, weights, strict=False)]


def _areas(slugs: Sequence[str]) -> Options:
    return [(Term("area", slug), AREA_AROUND if place else NEAREST_AREA) for place, slug in enumerate(slugs)]


def _names(run: list[Word], counts: Counter[str], number: int) -> list[Options]:
    """Words and neighbours that other names hold too; rare ones weigh more."""
    loose = [word.loose for word in run]
    clauses: dict[Clause, tuple[float, int]] = {
        Phrase("name_loose", pair): (NAME_PAIR, min(counts[word] for word in pair)) for pair in pairwise(loose)
    }
    clauses |= {Term("name_loose", word): (NAME_WORD, counts[word]) for word in loose}
    rated = [(clause, weight * _rarity(count, number)) for clause, (weight, count) in clauses.items()]
    return [[option] for option in rated if option[1]]


def _stories(run: list[Word], counts: Counter[str], number: int) -> list[Options]:
    """The rarest neighbours of the story that other products' stories and groups may hold too."""
    pairs = dict.fromkeys(pairwise(word.loose for word in run))
    rarities = {pair: _rarity(min(counts[pair[0]], counts[pair[1]]), number) for pair in pairs}
    best = sorted((pair for pair in pairs if rarities[pair]), key=lambda pair: (-rarities[pair], pair))
    return [[(Phrase("wide_loose", pair), STORY_PAIR * rarities[pair])] for pair in best[:MAX_STORY_PAIRS]]


def _certified() -> Options:
    return [(Term("stars", stars), CERTIFIED + PER_STAR * stars) for stars in (5, 4, 3)]


def _rarity(count: int, number: int) -> float:
    """1 for the rarest words, near 0 for those of every document, 0 for what only one document holds."""
    if count < 2 or number < 2:
        return 0.0
    return _exact(math.log(1 + number / count) / math.log(1 + number))


def _exact(weight: float) -> float:
    """In sixteenths: every engine adds them up to the same sum, in whatever order."""
    return round(weight * 16) / 16
