"""Bars over time as an SVG that the server draws: numbers only, no query. A table below says the same in words."""

import dataclasses
from collections.abc import Sequence

WIDTH, HEIGHT = 640, 150
MAX_BAR = 40


@dataclasses.dataclass(frozen=True)
class Bar:
    """In units of the drawing; `label` says what the bar is, for those who point at it."""

    x: int
    y: int
    width: int
    height: int
    label: str


@dataclasses.dataclass(frozen=True)
class BarChart:
    """`summary` says the whole chart in words, `first` and `last` stand below its ends, `top` (the highest) above."""

    bars: tuple[Bar, ...]
    summary: str
    first: str
    last: str
    top: str
    width: int = WIDTH
    height: int = HEIGHT


def bar_chart(values: Sequence[tuple[str, int, str]], *, summary: str) -> BarChart | None:
    """From short label, value and the value in words of each bar; None where there is nothing to see."""
    highest = max((value for _label, value, _words in values), default=0)
    if highest <= 0:
        return None
    pitch = WIDTH / len(values)
    width = max(int(min(pitch * 0.8, MAX_BAR)), 2)
    bars = []
    for place, (label, value, words) in enumerate(values):
        height = max(round(value / highest * HEIGHT), 1) if value > 0 else 0
        x = round(place * pitch + (pitch - width) / 2)
        bars.append(Bar(x, HEIGHT - height, width, height, f"{label}: {words}"))
    top = next(words for _label, value, words in values if value == highest)
    return BarChart(tuple(bars), summary, values[0][0], values[-1][0], top)
