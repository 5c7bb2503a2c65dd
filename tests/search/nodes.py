"""Where the jars of the tests' Elasticsearch are kept between runs."""

import os
from pathlib import Path

from storefront.runtime.pytest_plugin import ROOT


def var() -> Path:
    return Path(os.environ.get("SAOBUON_VAR") or ROOT / "var")
