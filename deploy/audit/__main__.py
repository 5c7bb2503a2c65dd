"""`make audit`: start the demo, judge its pages, print a table; ends with 1 where a bar is missed.

ARGS="--only lighthouse" runs one part (lighthouse, html, axe; may be repeated), --pages home,areas other pages,
--runs 5 more runs of Lighthouse, --calibrated the same phone on fast and slow machines,
--url https://… a site that runs already. Reports go to var/audit/.
"""

import argparse
import os
import platform
import sys
from pathlib import Path

from . import axe, html, lighthouse, tools
from .bars import Measurement, missed
from .pages import IN_BOTH_LANGUAGES, MEASURED, WORK_PAGES, PublicPage
from .people import NotLetIn
from .site import ROOT, SiteFailed, running_site

PARTS = ("html", "axe", "lighthouse")
COLUMNS = ("page", "perf", "a11y", "best", "SEO", "LCP s", "CLS", "TBT ms", "slowed", "kB", "JS kB", "HTML", "axe")


def main(arguments: list[str]) -> int:
    """Returns the exit code."""
    options = _parser().parse_args(arguments)
    by_name = {page.name: page for page in (*IN_BOTH_LANGUAGES, *WORK_PAGES)}
    chosen = [by_name[name] for name in options.pages.split(",")] if options.pages else None
    reports = Path(os.environ.get("SAOBUON_VAR") or ROOT / "var").resolve() / "audit"
    reports.mkdir(parents=True, exist_ok=True)
    try:
        if options.url:
            return _audit(options.url.rstrip("/"), options, chosen, reports)
        with running_site(log=reports / "site.log") as address:
            return _audit(address, options, chosen, reports)
    except (tools.Missing, SiteFailed, NotLetIn, lighthouse.MeasuringFailed) as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make audit", description=__doc__.splitlines()[0])
    parser.add_argument("--only", action="append", choices=PARTS, help="one part; may be repeated")
    parser.add_argument("--pages", default="", help="names from pages.py, with commas")
    parser.add_argument("--runs", type=int, default=3, help="runs of Lighthouse for each page")
    parser.add_argument(
        "--calibrated", action="store_true", help="slow the processor down by its speed, not by Lighthouse's 4 times"
    )
    parser.add_argument("--url", default="", help="a site that runs already")
    return parser


def _audit(address: str, options, chosen: list[PublicPage] | None, reports: Path) -> int:
    parts = options.only or PARTS
    # Only the demo has accounts that everybody knows.
    pages = tuple(chosen or (IN_BOTH_LANGUAGES if options.url else (*IN_BOTH_LANGUAGES, *WORK_PAGES)))
    faults = html.save(pages, site_url=address, reports=reports)  # the right content first
    node = tools.node_packages(reports / "tools") if {"html", "lighthouse"} & set(parts) else None
    rows: dict[str, dict[str, str]] = {page.name: {} for page in pages}
    if "html" in parts:
        faults += _html(rows, node, reports)
    if "axe" in parts:
        for name, count, lines in axe.check(pages, site_url=address, chromium=tools.chromium(), reports=reports):
            rows[name]["axe"] = str(count)
            faults += [f"{name}: axe, {line}" for line in lines]
    indexes = []
    if "lighthouse" in parts:
        for page in chosen or MEASURED:
            measured = lighthouse.measure(
                page, site_url=address, runs=options.runs, is_calibrated=options.calibrated,
                tools=node, chromium=tools.chromium(), reports=reports,
            )  # fmt: skip
            indexes.append(measured.benchmark_index)
            rows[page.name] |= _cells(measured)
            faults += _missed_lines(page, measured, reports)
    print(_table(rows))
    print(_machine(indexes))
    print("\n".join(f"FAULT {line}" for line in faults) or "Every bar is reached.")
    return 1 if faults else 0


def _html(rows: dict, node: Path, reports: Path) -> list[str]:
    if not tools.has_java():
        print("SKIPPED: the Nu checker needs Java (apt-get install openjdk-17-jre-headless).")
        return []
    faults = html.check(tools=node, reports=reports)
    for name, row in rows.items():
        row["HTML"] = str(len(faults.get(name, [])))
    return [f"{name}: HTML, {line}" for name, lines in faults.items() for line in lines]


def _cells(measured: Measurement) -> dict[str, str]:
    return {
        "perf": f"{measured.performance:.0f}",
        "a11y": f"{measured.accessibility:.0f}",
        "best": f"{measured.best_practices:.0f}",
        "SEO": f"{measured.seo:.0f}",
        "LCP s": f"{measured.lcp_ms / 1000:.2f}",
        "CLS": f"{measured.cls:.3f}",
        "TBT ms": f"{measured.tbt_ms:.0f}",
        "slowed": f"{measured.slowdown:g}x",
        "kB": f"{measured.transfer_bytes / 1000:.1f}",
        "JS kB": f"{measured.script_bytes / 1000:.1f}",
    }


def _missed_lines(page: PublicPage, measured: Measurement, reports: Path) -> list[str]:
    bars = missed(measured, is_indexed=page.is_indexed)
    lines = [
        f"{page.name}: {bar.measure} {getattr(measured, bar.measure):g}, the bar is {bar.value:g}" for bar in bars
    ]
    return lines + [f"{page.name}: {line}" for line in lighthouse.complaints(reports, page)] if bars else []


def _table(rows: dict[str, dict[str, str]]) -> str:
    """All rows, those with Lighthouse's marks first."""
    ordered = sorted(rows, key=lambda name: "perf" not in rows[name])
    lines = [COLUMNS, *((name, *(rows[name].get(column, "") for column in COLUMNS[1:])) for name in ordered)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(COLUMNS))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def _machine(indexes: list[float]) -> str:
    """Marks for speed depend on it: it stands beside them."""
    index = f", benchmarkIndex {min(indexes):.0f} to {max(indexes):.0f}" if indexes else ""
    return f"\nMachine: {os.cpu_count()} processors, {platform.machine()}, load {os.getloadavg()[0]:.1f}{index}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
