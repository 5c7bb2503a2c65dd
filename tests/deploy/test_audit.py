"""The audit's own judgement: what misses a bar, what a report says, what a median is."""

import dataclasses
import json

import pytest

from deploy.audit import html, lighthouse
from deploy.audit.bars import Measurement, missed
from deploy.audit.pages import IN_BOTH_LANGUAGES, MEASURED

GOOD = Measurement(
    page="product", performance=98, accessibility=100, best_practices=100, seo=100, lcp_ms=1800, cls=0.02, tbt_ms=50,
    transfer_bytes=120_000, script_bytes=20_000, benchmark_index=2500, slowdown=4,
)  # fmt: skip


def report(**changes) -> dict:
    """As much of a Lighthouse report as is read."""
    marks = {key: {"score": 1} for key in ("performance", "accessibility", "best-practices", "seo")}
    values = {"largest-contentful-paint": 900.5, "cumulative-layout-shift": 0, "total-blocking-time": 12}
    requests = [
        {"resourceType": "Document", "transferSize": 9_000},
        {"resourceType": "Script", "transferSize": 3_000},
        {"resourceType": "Image"},
    ]
    return {
        "categories": marks,
        "audits": {
            **{key: {"numericValue": value} for key, value in values.items()},
            "network-requests": {"details": {"items": requests}},
        },
        "environment": {"benchmarkIndex": 2000},
        "configSettings": {"throttling": {"cpuSlowdownMultiplier": 4}},
        **changes,
    }


def test_a_page_on_the_bars_passes():
    assert missed(GOOD) == []


@pytest.mark.parametrize(
    ("measure", "value"),
    [("performance", 97), ("accessibility", 99), ("best_practices", 96), ("seo", 92), ("lcp_ms", 1801),
     ("cls", 0.021), ("tbt_ms", 51), ("script_bytes", 20_001), ("transfer_bytes", 120_001)],
)  # fmt: skip
def test_a_page_below_one_bar_misses_that_one(measure, value):
    assert [bar.measure for bar in missed(dataclasses.replace(GOOD, **{measure: value}))] == [measure]


def test_weight_is_limited_on_products_and_seo_where_pages_are_listed():
    assert missed(dataclasses.replace(GOOD, page="listing", transfer_bytes=121_000)) == []
    assert missed(dataclasses.replace(GOOD, seo=60), is_indexed=False) == []


def test_a_report_is_read_and_a_missing_mark_is_zero():
    result = report()
    results = lighthouse.read("home", result)
    assert (results.performance, results.lcp_ms, results.transfer_bytes, results.script_bytes) == (
        100,
        900.5,
        12_000,
        3_000,
    )
    result["categories"] = {**result["categories"], "seo": {"score": None}}
    assert lighthouse.read("home", result).seo == 0


def test_one_slow_run_of_three_does_not_count():
    runs = [GOOD, dataclasses.replace(GOOD, lcp_ms=9000, tbt_ms=800), dataclasses.replace(GOOD, lcp_ms=1500)]
    assert (lighthouse.median("product", runs).lcp_ms, lighthouse.median("product", runs).tbt_ms) == (1800, 50)


@pytest.mark.parametrize(("index", "slowdown"), [(3000, 4), (1840, 4), (920, 2), (460, 1), (90, 1)])
def test_the_same_phone_is_simulated_on_fast_and_slow_machines(index, slowdown):
    assert lighthouse.slowdown_for(index) == slowdown


def test_errors_of_the_nu_checker_are_sorted_by_page():
    messages = [
        {"type": "error", "url": "file:/x/html/home.html", "lastLine": 3, "message": "Bad."},
        {"type": "non-document-error", "url": "file:/x/html/area.html", "message": "Unreadable."},
    ]
    results = html.read(json.dumps({"messages": messages}))
    assert results == {"home": ["line 3: Bad."], "area": ["whole page: Unreadable."]}
    with pytest.raises(ValueError):
        html.read("Exception in thread main")


def test_names_are_unique_and_the_main_pages_are_measured():
    names = [page.name for page in IN_BOTH_LANGUAGES]
    assert len(set(names)) == len(names)
    assert {page.name for page in MEASURED} == {"home", "listing", "product", "producer", "stamp"}
