"""What areas and groups are called, from the index of suggestions: no query to label a chosen filter."""

import dataclasses
from collections import defaultdict
from collections.abc import Mapping, Sequence

from .analysis import Word, compatible, joined, words
from .engines import IndexUnavailable
from .engines.tantivy.reading import IndexState
from .suggestions.index import SuggestionIndex, suggestion_index

MAX_AREA_WORDS = 6
OFFICIAL = 2
"""The first names of an entry: with its kind (`Huyện Cư M'gar`) and without."""


@dataclasses.dataclass(frozen=True)
class Area:
    """One way to write the name of a unit. The most important unit of a name has the highest rank.

    `is_alias`: another name than the official one, kept without marks (`ban don`).
    """

    slug: str
    name: str
    written: tuple[Word, ...]
    rank: int
    is_alias: bool


@dataclasses.dataclass(frozen=True)
class Gazetteer:
    """Names of areas by slug, of groups by code, and areas by every spelling in one piece."""

    areas: Mapping[str, str]
    groups: Mapping[str, str]
    spelt: Mapping[str, Sequence[Area]]

    def find_area(self, run: Sequence[Word]) -> Area | None:
        """The unit that these words name. A word with marks means itself, one without marks any of its forms."""
        return next((area for area in self.spelt.get(joined(run), ()) if _means(run, area)), None)


def _means(run: Sequence[Word], area: Area) -> bool:
    if area.is_alias and len(area.written) > 1:
        return True
    if len(run) == len(area.written) and all(map(compatible, run, area.written)):
        return True
    in_one_piece = "".join(word.written for word in run) == "".join(word.written for word in area.written)
    return in_one_piece or (len(run) != len(area.written) and not any(word.is_marked for word in run))


EMPTY = Gazetteer({}, {}, {})
_known: dict[str, tuple[IndexState, Gazetteer]] = {}


def gazetteer() -> Gazetteer:
    """All names as the index of suggestions has them; none while there is no index."""
    index = suggestion_index()
    place = str(index.files.root)
    try:
        state = index.reader.state()
        if place not in _known or _known[place][0] != state:
            _known[place] = (state, _read(index))
    except IndexUnavailable:
        return EMPTY
    return _known[place][1]


def _read(index: SuggestionIndex) -> Gazetteer:
    areas: dict[str, str] = {}
    groups: dict[str, str] = {}
    spelt: dict[str, list[Area]] = defaultdict(list)
    for card in index.cards("group"):
        groups[card["target"]] = card["label"]
    for card in index.cards("area"):
        slug, label = card["target"], card["label"]
        areas[slug] = label
        official = {joined(words(text)) for text in card["names"][:OFFICIAL]}
        for text in card["names"]:
            written = tuple(words(text))
            if written:
                is_alias = joined(written) not in official
                spelt[joined(written)].append(Area(slug, label, written, card["rank"], is_alias))
    for homonyms in spelt.values():
        homonyms.sort(key=lambda area: (-area.rank, -sum(word.is_marked for word in area.written), area.slug))
    return Gazetteer(areas, groups, dict(spelt))
