"""The pins are complete, and the oldest supported Python can install them."""

import importlib.metadata
import re

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from storefront.runtime.pytest_plugin import ROOT

DEBIAN_12_PYTHON = "3.11.2"
LEFT_OUT = {"django-haystack"}
"""Asked for by Oscar for its own search, which is not routed here; see `override-dependencies` in pyproject.toml."""


def pins(name: str) -> dict[str, Requirement]:
    """Every package of a compiled list; each has hashes."""
    text = (ROOT / name).read_text()
    lines = re.findall(r"^([a-zA-Z][^ ]+==[^ ]+) \\\n    --hash=", text, re.MULTILINE)
    pinned = [Requirement(line) for line in lines]
    assert len(pinned) == len(re.findall(r"^\w", text, re.MULTILINE)), "every line has a version and a hash"
    return {canonicalize_name(pin.name): pin for pin in pinned}


def asked_for(name: str) -> list[Requirement]:
    """What the short list written by hand names."""
    lines = (line.partition("#")[0].strip() for line in (ROOT / name).read_text().splitlines())
    return [Requirement(line) for line in lines if re.match(r"\w", line)]


def everything_needed(tops: list[Requirement]) -> set[str]:
    """Names of all distributions `tops` need here, themselves included, without those left out on purpose."""
    needed: set[str] = set()
    waiting = [(top.name, frozenset(top.extras)) for top in tops]
    seen = set(waiting)
    while waiting:
        name, extras = waiting.pop()
        needed.add(canonicalize_name(name))
        for text in importlib.metadata.requires(name) or []:
            dependency = Requirement(text)
            wanted = not dependency.marker or any(
                dependency.marker.evaluate({"extra": extra}) for extra in extras | {""}
            )
            key = (dependency.name, frozenset(dependency.extras))
            if wanted and key not in seen and canonicalize_name(dependency.name) not in LEFT_OUT:
                seen.add(key)
                waiting.append(key)
    return needed


@pytest.mark.parametrize("names", [["requirements"], ["requirements", "requirements-dev"]])
def test_every_package_is_pinned_and_no_pin_is_idle(names):
    tops = [requirement for name in names for requirement in asked_for(f"{name}.in")]
    pinned = pins(f"{names[-1]}.txt")
    assert everything_needed(tops) == set(pinned)
    assert pinned.items() >= pins("requirements.txt").items()


def test_the_pins_are_installed_and_suit_debian_12():
    for pin in pins("requirements-dev.txt").values():
        installed = importlib.metadata.distribution(pin.name)
        assert pin.specifier.contains(installed.version), pin.name
        supported = SpecifierSet(installed.metadata.get("Requires-Python") or "")
        assert supported.contains(DEBIAN_12_PYTHON), f"{pin} needs Python {supported}"
