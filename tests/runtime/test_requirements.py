"""The pins are complete, and the oldest supported Python can install them."""

import importlib.metadata
import re

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from storefront.runtime.pytest_plugin import ROOT

DEBIAN_12_PYTHON = "3.11.2"


def pins(name: str) -> dict[str, Requirement]:
    lines = (ROOT / name).read_text().splitlines()
    found = [Requirement(line) for line in lines if line and not line.startswith(("#", "-r"))]
    assert len({canonicalize_name(pin.name) for pin in found}) == len(found), "pinned twice"
    return {canonicalize_name(pin.name): pin for pin in found}


def everything_needed(tops: list[Requirement]) -> set[str]:
    """Names of all distributions `tops` need here, themselves included."""
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
            if wanted and key not in seen:
                seen.add(key)
                waiting.append(key)
    return needed


@pytest.mark.parametrize("names", [["requirements.txt"], ["requirements.txt", "requirements-dev.txt"]])
def test_every_package_is_pinned_and_no_pin_is_idle(names):
    pinned = {name: pin for file in names for name, pin in pins(file).items()}
    text = (ROOT / names[-1]).read_text()
    own, _, _ = text.partition("# what these bring along")
    tops = [Requirement(line) for line in own.splitlines() if re.match(r"\w", line)]
    if len(names) == 2:
        tops += pins("requirements.txt").values()
    assert everything_needed(tops) == set(pinned)


def test_the_pins_are_installed_and_suit_debian_12():
    for pin in (*pins("requirements.txt").values(), *pins("requirements-dev.txt").values()):
        found = importlib.metadata.distribution(pin.name)
        assert str(pin.specifier) == f"=={found.version}", pin.name
        supported = SpecifierSet(found.metadata.get("Requires-Python") or "")
        assert supported.contains(DEBIAN_12_PYTHON), f"{pin} needs Python {supported}"
