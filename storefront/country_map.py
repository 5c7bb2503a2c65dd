"""A small schematic map: the 34 provincial centres as dots, and marks on it. Numbers only, no query."""

import dataclasses
from collections.abc import Iterable
from functools import cache

from catalogue.traceability.scans.origins import Point, provinces

WEST, NORTH = 101.8, 23.5
UNIT = 20
"""Width of one degree of latitude in the units of the SVG; a degree of longitude is a little less here."""
SQUEEZE = 0.96
WIDTH, HEIGHT = 170, 300
LARGEST, SMALLEST = 14, 5


@dataclasses.dataclass(frozen=True)
class Mark:
    """Circle with its radius, as texts with a decimal point in every language; `label` is what it stands for."""

    x: str
    y: str
    r: str
    label: str = ""


@dataclasses.dataclass(frozen=True)
class CountryMap:
    """`dots` is the path of the provincial centres, `label` the whole map in words."""

    dots: str
    marks: tuple[Mark, ...]
    label: str
    width: int = WIDTH
    height: int = HEIGHT
    margin: int = LARGEST

    @property
    def view_box(self) -> str:
        return f"{-self.margin} {-self.margin} {self.width + 2 * self.margin} {self.height + 2 * self.margin}"


def _place(point: Point) -> tuple[float, float]:
    latitude, longitude = point
    return round((longitude - WEST) * UNIT * SQUEEZE, 1), round((NORTH - latitude) * UNIT, 1)


@cache
def _dots() -> str:
    return "".join("M{:g} {:g}h0".format(*_place(province.point)) for province in provinces().values())


def country_map(marks: Iterable[tuple[Point, int, str]], *, label: str) -> CountryMap:
    """Map with one mark for each (point, number, words); the area of a mark grows with its number."""
    marks = list(marks)
    most = max((number for _point, number, _words in marks), default=1)
    drawn = []
    for point, number, words in marks:
        x, y = _place(point)
        radius = SMALLEST + (LARGEST - SMALLEST) * (number / most) ** 0.5
        if 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
            drawn.append(Mark(f"{x:g}", f"{y:g}", f"{radius:.1f}", words))
    return CountryMap(_dots(), tuple(drawn), label)
