"""The programs of the audit: Node packages as pinned in package-lock.json, chromium, Java."""

import filecmp
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
OLDEST_NODE = 18


class Missing(RuntimeError):
    """A program is not there; the text says what to install."""


def chromium() -> str:
    """Path of the browser. Raises Missing."""
    for name in CHROMIUMS:
        if path := shutil.which(name):
            return path
    raise Missing("The audit needs chromium (apt-get install chromium).")


def has_java() -> bool:
    return shutil.which("java") is not None


def node_packages(folder: Path) -> Path:
    """Install what package-lock.json pins into `folder`, unless it is there already. Raises Missing."""
    if not shutil.which("npm"):
        raise Missing(f"The audit needs Node {OLDEST_NODE} or newer with npm (apt-get install nodejs npm).")
    installed = folder / "installed-package-lock.json"
    lock = HERE / "package-lock.json"
    if installed.exists() and filecmp.cmp(installed, lock, shallow=False):
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    installed.unlink(missing_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, folder / name)
    print("Installing the tools of the audit", flush=True)
    done = subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],  # noqa: S607
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Missing(f"npm ci failed in {folder}:\n{done.stderr.strip()[-800:]}")
    shutil.copyfile(lock, installed)
    return folder
