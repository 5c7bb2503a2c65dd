"""`.venv` is made once, kept while nothing changes, and repaired after a killed installation."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from storefront.runtime import install
from storefront.runtime.pytest_plugin import ROOT


@pytest.fixture
def checkout(tmp_path):
    """A clone in a path with a space whose requirements are empty, so that no network is needed."""
    root = tmp_path / "a clone"
    program = root / "storefront" / "runtime" / "install.py"
    program.parent.mkdir(parents=True)
    shutil.copy(ROOT / "storefront" / "runtime" / "install.py", program)
    (root / "requirements.txt").write_text("# nothing\n")
    (root / "requirements-dev.txt").write_text("# nothing more\n")
    return root


def run(root: Path, requirements: str = "requirements.txt", python: str = sys._base_executable):
    return subprocess.run(
        [python, "storefront/runtime/install.py", requirements],
        cwd=root, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def test_an_unchanged_environment_is_left_alone(checkout):
    first = run(checkout)
    assert first.returncode == 0, first.stderr
    assert "Making .venv" in first.stdout
    stamp = (checkout / ".venv" / "installed.json").stat().st_mtime_ns
    second = run(checkout)
    assert (second.returncode, second.stdout) == (0, "")
    assert (checkout / ".venv" / "installed.json").stat().st_mtime_ns == stamp


def test_a_changed_pin_is_installed_and_development_contains_the_site(checkout):
    run(checkout)
    (checkout / "requirements.txt").write_text("# something else\n")
    assert "Installing requirements.txt" in run(checkout).stdout
    assert "Installing requirements-dev.txt" in run(checkout, "requirements-dev.txt").stdout
    assert run(checkout).stdout == ""
    (checkout / "requirements.txt").write_text("# changed below the development set\n")
    assert "Installing requirements-dev.txt" in run(checkout, "requirements-dev.txt").stdout


def _pip_was_killed(venv: Path) -> None:
    (venv / "installing").touch()


def _python_is_gone(venv: Path) -> None:
    (venv / "bin" / "python").unlink()


def _folder_is_empty(venv: Path) -> None:
    shutil.rmtree(venv)
    venv.mkdir()


def test_a_half_made_environment_is_made_again(checkout):
    run(checkout)
    for accident in (_pip_was_killed, _python_is_gone, _folder_is_empty):
        accident(checkout / ".venv")
        again = run(checkout)
        assert (again.returncode, again.stderr) == (0, ""), accident.__name__
        assert "Making .venv" in again.stdout, accident.__name__
        assert run(checkout).stdout == "", accident.__name__


def test_an_impossible_pin_ends_with_one_clear_line_after_pip(checkout):
    (checkout / "requirements.txt").write_text("./no-such-package\n")
    failed = run(checkout)
    assert failed.returncode == 1
    assert failed.stderr.splitlines()[-1] == "Error: The packages could not be installed; pip says why above."
    assert "Installing" in run(checkout).stdout, "a failed installation is not taken for a finished one"


def test_an_old_python_is_refused_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr(install, "OLDEST_PYTHON", (4, 0))
    assert install.main("requirements.txt") == 1
    assert capsys.readouterr().err.startswith("Error: Python 3.11 or newer is needed")


def test_the_environment_of_another_user_is_refused(monkeypatch, capsys, checkout):
    monkeypatch.setattr(install, "VENV", str(checkout))
    monkeypatch.setattr(install.os, "geteuid", lambda: os.stat(checkout).st_uid + 1)
    assert install.main("requirements.txt") == 1
    assert "belongs to another user" in capsys.readouterr().err
