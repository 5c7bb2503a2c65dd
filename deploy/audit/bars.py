"""What the public pages must reach: one table, and the judgement of a row against it."""

import dataclasses
import operator

AT_LEAST, AT_MOST = operator.ge, operator.le
KILOBYTE = 1000


@dataclasses.dataclass(frozen=True)
class Bar:
    """`measure` is a field of Measurement; a bar with `pages` holds on those only."""

    measure: str
    compare: object
    value: float
    pages: tuple[str, ...] = ()


BARS = (
    Bar("performance", AT_LEAST, 98),
    Bar("accessibility", AT_LEAST, 100),
    Bar("best_practices", AT_LEAST, 100),
    Bar("seo", AT_LEAST, 100),
    Bar("lcp_ms", AT_MOST, 1800),
    Bar("cls", AT_MOST, 0.02),
    Bar("tbt_ms", AT_MOST, 50),
    Bar("script_bytes", AT_MOST, 20 * KILOBYTE),
    Bar("transfer_bytes", AT_MOST, 120 * KILOBYTE, pages=("product", "product-long", "product-bare")),
)


@dataclasses.dataclass(frozen=True)
class Measurement:
    """What Lighthouse says about one page: marks of 0 to 100, milliseconds, bytes as sent over the wire."""

    page: str
    performance: float
    accessibility: float
    best_practices: float
    seo: float
    lcp_ms: float
    cls: float
    tbt_ms: float
    transfer_bytes: float
    script_bytes: float
    benchmark_index: float  # of the machine: Lighthouse's measure of its speed
    slowdown: float  # of its processor


def missed(measurement: Measurement, *, is_indexed: bool = True) -> list[Bar]:
    """Bars that the page does not reach. A page kept from search engines is not judged by its SEO mark."""
    return [
        bar
        for bar in BARS
        if (not bar.pages or measurement.page in bar.pages)
        and (is_indexed or bar.measure != "seo")
        and not bar.compare(getattr(measurement, bar.measure), bar.value)
    ]
