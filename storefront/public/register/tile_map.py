"""The tile map: one tile per unit, laid out by data/daklak/tile_map.csv. Only numbers and words, no query.

The order of the tiles is schematic. All lengths are in the units of the SVG: a tile is 100 wide.
"""

import csv
import dataclasses
from collections.abc import Iterable, Sequence
from functools import cache

from django.conf import settings
from django.utils.translation import ngettext

FILE = settings.BASE_DIR / "data" / "daklak" / "tile_map.csv"

TILE_WIDTH, TILE_HEIGHT, GAP = 100, 86, 4
COLUMNS_OF_BLOCK = 2
BLOCK_PAD, BLOCK_GAP, BLOCK_TITLE = 4, 8, 30
FIRST_LINE, LINE = 27, 24
"""Baseline of the first line of a name, and the distance to the next."""
MARGIN = 6
"""Room around the tiles for the outlines of the marked and the focused one."""
MAX_LINE_LENGTH = 7
"""Letters of a name that fit on one line of a tile."""
SHADES = (1, 3, 6, 11)
"""Fewest products of the shades 1 to 4; fewer than the first is shade 0."""


@dataclasses.dataclass(frozen=True)
class Count:
    """Products of a unit: those certainly from there, those that only may be, and those certified today."""

    products: int = 0
    certified: int = 0
    perhaps: int = 0


@dataclasses.dataclass(frozen=True)
class Place:
    """One unit to draw. `block` is the code of the old district it is grouped by, `side` that of its old province.

    `mark` is "current", "linked" or blank; `others` are units of the other map, as (name, address).
    `count` is None when nobody could be asked.
    """

    code: str
    name: str
    short_name: str
    url: str
    block: str
    side: str
    count: Count | None = None
    mark: str = ""
    others: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> str:
        """The tile in words: `Huyện Lắk: 3 products, 3 certified today`."""
        if self.count is None:
            return self.name
        words = ngettext(
            "%(name)s: %(number)s product, %(certified)s certified today",
            "%(name)s: %(number)s products, %(certified)s certified today",
            self.count.products,
        ) % {"name": self.name, "number": self.count.products, "certified": self.count.certified}
        if self.count.perhaps:
            words += ngettext(
                "; %(number)s more may be from here", "; %(number)s more may be from here", self.count.perhaps
            ) % {"number": self.count.perhaps}
        return words


@dataclasses.dataclass(frozen=True)
class Tile:
    """A place with its position: top left corner, and the lines of its name with their baselines."""

    place: Place
    x: int
    y: int
    lines: tuple[tuple[str, int], ...]
    shade: int | None


@dataclasses.dataclass(frozen=True)
class Block:
    """Frame around the communes of one former district."""

    title: str
    x: int
    y: int
    width: int
    height: int


@dataclasses.dataclass(frozen=True)
class Part:
    """One drawing. `columns` is how many tiles are side by side, `border` the line between the old provinces."""

    left: int
    top: int
    width: int
    height: int
    columns: int
    tiles: tuple[Tile, ...]
    blocks: tuple[Block, ...] = ()
    border: str = ""
    tile_width: int = TILE_WIDTH
    tile_height: int = TILE_HEIGHT


@dataclasses.dataclass(frozen=True)
class TileMap:
    """Drawings of one map and the same in rows for the table."""

    system: str
    parts: tuple[Part, ...]
    rows: tuple[Place, ...]

    @property
    def has_current(self) -> bool:
        return any(place.mark == "current" for place in self.rows)

    @property
    def has_linked(self) -> bool:
        return any(place.mark == "linked" for place in self.rows)

    @property
    def has_perhaps(self) -> bool:
        return any(place.count and place.count.perhaps for place in self.rows)

    @property
    def has_border(self) -> bool:
        return any(part.border for part in self.parts)

    @property
    def is_counted(self) -> bool:
        return any(place.count for place in self.rows)


@cache
def positions() -> dict[tuple[str, str], tuple[int, int]]:
    """(system, code) of a unit → its column and row, both from 1."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {(row["system"], row["code"]): (int(row["column"]), int(row["row"])) for row in csv.DictReader(file)}


def name_lines(name: str) -> tuple[str, ...]:
    """A name on one line or two, broken where the longer line is shortest: `Buôn Ma Thuột` → Buôn Ma, Thuột."""
    words = name.split()
    if len(words) < 2 or len(name) <= MAX_LINE_LENGTH:
        return (name,)
    halves = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return min(halves, key=lambda lines: max(map(len, lines)))


def shade(count: Count | None) -> int | None:
    """0 for no product up to 4 for many; None when it is not known."""
    return None if count is None else sum(count.products >= least for least in SHADES)


def district_map(places: Iterable[Place]) -> TileMap:
    """Districts of the old map in one drawing, with the border between the old provinces."""
    placed = _placed("pre2025", places)
    cells = dict(placed)
    pitch_x, pitch_y = TILE_WIDTH + GAP, TILE_HEIGHT + GAP
    tiles = tuple(_tile(place, (column - 1) * pitch_x, (row - 1) * pitch_y) for (column, row), place in placed)
    columns = max((column for column, _ in cells), default=1)
    rows = max((row for _, row in cells), default=1)
    part = Part(
        left=-MARGIN,
        top=-MARGIN,
        width=columns * pitch_x - GAP + 2 * MARGIN,
        height=rows * pitch_y - GAP + 2 * MARGIN,
        columns=columns,
        tiles=tiles,
        border=_border(cells, pitch_x, pitch_y),
    )
    return TileMap("pre2025", (part,), tuple(place for _, place in placed))


def commune_map(places: Iterable[Place], titles: dict[str, str]) -> TileMap:
    """Communes of the new map in blocks, one drawing per old province; `titles` names the blocks.

    If a place is marked, only the blocks with marked places are drawn, and those between them.
    """
    placed = _placed("post2025", places)
    sides: dict[str, list] = {}
    for position, place in placed:
        sides.setdefault(place.side, []).append((position, place))
    is_cut = any(place.mark for _, place in placed)
    parts, rows = [], []
    for side in sides.values():
        grid = _BlockGrid(side)
        shown = grid.around_marked() if is_cut else grid.all()
        if shown:
            parts.append(grid.part(shown, titles))
            rows += [place for _, place in side if place.block in shown]
    return TileMap("post2025", tuple(parts), tuple(rows))


class _BlockGrid:
    """Blocks of one side of the map: two tiles wide, in columns and bands of blocks."""

    def __init__(self, placed: Sequence[tuple[tuple[int, int], Place]]):
        self.placed = placed
        self.first_column = min(column for (column, _), _ in placed)
        self.columns: dict[str, int] = {}
        self.tops: dict[str, int] = {}
        self.ends: dict[str, int] = {}
        for (column, row), place in placed:
            self.columns.setdefault(place.block, (column - self.first_column) // COLUMNS_OF_BLOCK)
            self.tops[place.block] = min(row, self.tops.get(place.block, row))
            self.ends[place.block] = max(row, self.ends.get(place.block, row))
        self.bands = sorted(set(self.tops.values()))

    def all(self) -> set[str]:
        return set(self.tops)

    def around_marked(self) -> set[str]:
        """Blocks that hold a marked place, and all blocks in the rectangle they span."""
        marked = {place.block for _, place in self.placed if place.mark}
        if not marked:
            return set()
        columns = [self.columns[block] for block in marked]
        tops = [self.tops[block] for block in marked]
        return {
            block
            for block in self.tops
            if min(columns) <= self.columns[block] <= max(columns) and min(tops) <= self.tops[block] <= max(tops)
        }

    def part(self, shown: set[str], titles: dict[str, str]) -> Part:
        blocks = [self._block(code, titles.get(code, "")) for code in sorted(shown, key=self._reading_order)]
        left = min(block.x for block in blocks)
        top = min(block.y for block in blocks)
        right = max(block.x + block.width for block in blocks)
        bottom = max(block.y + block.height for block in blocks)
        columns = {self.columns[code] for code in shown}
        return Part(
            left=left - MARGIN,
            top=top - MARGIN,
            width=right - left + 2 * MARGIN,
            height=bottom - top + 2 * MARGIN,
            columns=COLUMNS_OF_BLOCK * (max(columns) - min(columns) + 1),
            tiles=tuple(
                _tile(place, *self._corner(column, row, place.block))
                for (column, row), place in sorted(self.placed, key=self._tile_order)
                if place.block in shown
            ),
            blocks=tuple(blocks),
        )

    def _reading_order(self, block: str) -> tuple[int, int]:
        return (self.tops[block], self.columns[block])

    def _tile_order(self, item) -> tuple:
        (column, row), place = item
        return (*self._reading_order(place.block), row, column)

    def _corner(self, column: int, row: int, block: str) -> tuple[int, int]:
        """Top left corner of a tile."""
        inner = (column - self.first_column) % COLUMNS_OF_BLOCK
        frame = self._block(block, "")
        return (
            frame.x + BLOCK_PAD + inner * (TILE_WIDTH + GAP),
            frame.y + BLOCK_TITLE + (row - self.tops[block]) * (TILE_HEIGHT + GAP),
        )

    def _block(self, code: str, title: str) -> Block:
        width = COLUMNS_OF_BLOCK * (TILE_WIDTH + GAP) - GAP + 2 * BLOCK_PAD
        band = self.bands.index(self.tops[code])
        rows_above = self.tops[code] - self.bands[0]
        rows = self.ends[code] - self.tops[code] + 1
        return Block(
            title=title,
            x=self.columns[code] * (width + BLOCK_GAP),
            y=rows_above * (TILE_HEIGHT + GAP) + band * (BLOCK_TITLE + BLOCK_PAD + BLOCK_GAP),
            width=width,
            height=BLOCK_TITLE + rows * (TILE_HEIGHT + GAP) - GAP + BLOCK_PAD,
        )


def _placed(system: str, places: Iterable[Place]) -> list[tuple[tuple[int, int], Place]]:
    """Places with a position, row by row. A unit the file does not know is not drawn; the lists still name it."""
    known = positions()
    placed = [(known[system, place.code], place) for place in places if (system, place.code) in known]
    return sorted(placed, key=lambda item: (item[0][1], item[0][0]))


def _tile(place: Place, x: int, y: int) -> Tile:
    lines = name_lines(place.short_name)
    first = FIRST_LINE + (LINE // 2 if len(lines) == 1 else 0)
    return Tile(
        place=place,
        x=x,
        y=y,
        lines=tuple((line, first + LINE * number) for number, line in enumerate(lines)),
        shade=shade(place.count),
    )


def _border(cells: dict[tuple[int, int], Place], pitch_x: int, pitch_y: int) -> str:
    """Path along the gaps between tiles of different old provinces."""
    lines = []
    for (column, row), place in sorted(cells.items()):
        right, below = cells.get((column + 1, row)), cells.get((column, row + 1))
        x, y = column * pitch_x - GAP // 2, row * pitch_y - GAP // 2
        if right and right.side != place.side:
            lines.append(f"M{x} {y - pitch_y}V{y}")
        if below and below.side != place.side:
            lines.append(f"M{x - pitch_x} {y}H{x}")
    return "".join(lines)
