"""`make drill-abuse`: start the demo on a database of its own, attack it, print figures; ends with 1 where one is
out of bounds. ARGS="--only server,database" runs some of the drills.
"""

import argparse
import importlib
import os
import pkgutil
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from deploy import drills
from deploy.audit.site import ROOT, SiteFailed, running_site

LAST = ("database",)
"""They take something away that the others need."""


def main(arguments: list[str]) -> int:
    """Returns the exit code."""
    rows = _rows()
    parser = argparse.ArgumentParser(prog="make drill-abuse", description=__doc__.splitlines()[0])
    parser.add_argument("--only", default=",".join(rows), help="names with commas: " + ", ".join(rows))
    chosen = parser.parse_args(arguments).only.split(",")
    if unknown := set(chosen) - set(rows):
        parser.error(f"there is no drill {', '.join(sorted(unknown))}")
    var = Path(os.environ.get("SAOBUON_VAR") or ROOT / "var").resolve() / "drill"
    var.mkdir(parents=True, exist_ok=True)
    environment = {"SAOBUON_VAR": str(var), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "storefront.settings.demo"}
    os.environ |= environment  # a drill that asks the database itself asks the site's
    print("Starting a site of its own (the first time takes some minutes)", flush=True)
    try:
        with running_site(log=var / "site.log", **environment) as url:
            pid = listener(urlsplit(url).port)
            return _run({name: rows[name] for name in rows if name in chosen}, url, pid)
    except SiteFailed as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1


def _rows() -> dict[str, drills.Drill]:
    """Drills of this package by name, in the order in which they run."""
    names = [module.name for module in pkgutil.iter_modules(drills.__path__) if module.name != "__main__"]
    names.sort(key=lambda name: (name in LAST, name))
    modules = {name: importlib.import_module(f"deploy.drills.{name}") for name in names}
    return {name: module.run for name, module in modules.items() if hasattr(module, "run")}


def listener(port: int) -> int:
    """The process behind a port."""
    return next(
        one.pid
        for one in psutil.net_connections("tcp")
        if one.status == psutil.CONN_LISTEN and one.laddr.port == port and one.pid
    )


def _run(chosen: dict[str, drills.Drill], url: str, pid: int) -> int:
    rows: list[tuple[str, str, str, bool]] = []
    for name, run in chosen.items():
        began = time.monotonic()
        print(f"  {name} …", flush=True)
        try:
            rows += [(name, *row) for row in run(url, pid)]
        except Exception as error:  # noqa: BLE001 - a drill that cannot go on is one that failed
            rows.append((name, "the drill itself", f"{type(error).__name__}: {error}"[:120], False))
        print(f"  {name}: {time.monotonic() - began:.0f} s", flush=True)
    widths = [max(len(row[at]) for row in rows) for at in range(3)]
    print()
    for *cells, held in rows:
        line = "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        print(f"{line}  {'held' if held else 'BROKEN'}")
    print(f"\n{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    return 0 if all(row[-1] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
