"""How the tests themselves are built."""

import re

from storefront.runtime.pytest_plugin import ROOT

FROM_A_TEST = re.compile(r"^\s*(?:from|import) \S*\b(?:test_\w+|conftest)\b.*", re.M)


def test_what_tests_share_stands_in_modules_that_are_no_tests():
    files = (ROOT / "tests").rglob("*.py")
    assert [(path.name, line) for path in files for line in FROM_A_TEST.findall(path.read_text())] == []
