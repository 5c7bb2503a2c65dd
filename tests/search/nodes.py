"""Elasticsearch nodes of the tests: where their jars are kept, and which tests share the one of this run."""

import os
from pathlib import Path

import pytest

from storefront.runtime.pytest_plugin import ROOT

JAVA = (pytest.mark.java, pytest.mark.xdist_group("java"))


def var() -> Path:
    """Where the jars of Elasticsearch are kept between runs."""
    return Path(os.environ.get("SAOBUON_VAR") or ROOT / "var")
