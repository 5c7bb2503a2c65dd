"""Lighthouse on a phone with slow 4G (simulated): several runs, the median of each value."""

import dataclasses
import functools
import json
import os
import statistics
import subprocess
from pathlib import Path

from .bars import Measurement
from .pages import PublicPage, path_on

RUN_SECONDS = 120
PHONE_INDEX = 460  # middle of "mid-tier mobile" (benchmarkIndex 125 to 800) in Lighthouse's docs/throttling.md
FULL_SLOWDOWN = 4  # what Lighthouse takes for every machine: right for a fast one (1500 to 2000)
ATTEMPTS = 3  # of one run: now and then the browser misses the start of the navigation
CHROMIUM_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"


class MeasuringFailed(RuntimeError):
    """Lighthouse gave no usable report; the text is for the terminal."""


def measure(
    page: PublicPage, *, site_url: str, runs: int, is_calibrated: bool, tools: Path, chromium: str, reports: Path
) -> Measurement:
    """The median of `runs` runs. Each report is kept as JSON, the first one as HTML too.

    The processor is slowed down 4 times; if `is_calibrated`, as often as this machine is faster than the phone, by
    a short run before. The next page is measured anew: a shared machine changes its speed within minutes.
    """
    folder = reports / "lighthouse"
    folder.mkdir(parents=True, exist_ok=True)
    address = site_url + path_on(site_url, page)
    run = functools.partial(_run, address, tools=tools, chromium=chromium)
    slowdown = FULL_SLOWDOWN
    if is_calibrated:
        calibration = run("--only-audits=viewport", report=folder / f"{page.name}-calibration")
        slowdown = slowdown_for(calibration["environment"]["benchmarkIndex"])
    flag = f"--throttling.cpuSlowdownMultiplier={slowdown}"
    results = [run(flag, report=folder / f"{page.name}-{number}") for number in range(1, runs + 1)]
    return median(page.name, [read(page.name, result) for result in results])


def slowdown_for(benchmark_index: float) -> float:
    """How many times slower the phone is than this machine: Lighthouse's own 4 on a fast one, 1 at least."""
    return round(min(max(benchmark_index / PHONE_INDEX, 1), FULL_SLOWDOWN), 1)


def _run(address: str, *flags: str, tools: Path, chromium: str, report: Path) -> dict:
    command = [
        "node", str(tools / "node_modules" / "lighthouse" / "cli" / "index.js"), address, *flags,
        "--quiet", "--no-enable-error-reporting", "--output=json", "--output=html", f"--output-path={report}",
        f"--chrome-flags={CHROMIUM_FLAGS}",
    ]  # fmt: skip
    said = ""
    for _attempt in range(ATTEMPTS):
        done = subprocess.run(  # noqa: S603 - our own command
            command, env=dict(os.environ, CHROME_PATH=chromium), capture_output=True, text=True,
            timeout=RUN_SECONDS, check=False,
        )  # fmt: skip
        said = done.stderr.strip()[-500:]
        path = report.with_name(f"{report.name}.report.json")
        if done.returncode == 0 and path.exists():
            result = json.loads(path.read_text())
            if "runtimeError" not in result:
                return result
            said = result["runtimeError"]["message"]
    raise MeasuringFailed(f"{address}: {said}")


def read(name: str, result: dict) -> Measurement:
    """The values of one Lighthouse report."""
    requests = result["audits"]["network-requests"]["details"]["items"]
    marks = {key: round(100 * (category["score"] or 0)) for key, category in result["categories"].items()}
    value = {key: audit.get("numericValue", 0) for key, audit in result["audits"].items()}
    return Measurement(
        page=name,
        performance=marks["performance"],
        accessibility=marks["accessibility"],
        best_practices=marks["best-practices"],
        seo=marks["seo"],
        lcp_ms=value["largest-contentful-paint"],
        cls=value["cumulative-layout-shift"],
        tbt_ms=value["total-blocking-time"],
        transfer_bytes=sum(request.get("transferSize", 0) for request in requests),
        script_bytes=sum(
            request.get("transferSize", 0) for request in requests if request.get("resourceType") == "Script"
        ),
        benchmark_index=result["environment"]["benchmarkIndex"],
        slowdown=result["configSettings"]["throttling"]["cpuSlowdownMultiplier"],
    )


def median(name: str, measurements: list[Measurement]) -> Measurement:
    """Each value's median, on its own."""
    fields = [field.name for field in dataclasses.fields(Measurement) if field.name != "page"]
    return Measurement(
        page=name, **{field: statistics.median(getattr(one, field) for one in measurements) for field in fields}
    )


def complaints(reports: Path, page: PublicPage) -> list[str]:
    """What keeps a page from full marks, from its last report."""
    paths = sorted((reports / "lighthouse").glob(f"{page.name}-?.report.json"))
    result = json.loads(paths[-1].read_text())
    return [
        f"{key}: {result['audits'][reference['id']]['title']}"
        for key, category in result["categories"].items()
        if key != "performance"
        for reference in category["auditRefs"]
        if reference["weight"] and result["audits"][reference["id"]]["score"] not in (None, 1)
    ]
