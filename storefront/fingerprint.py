"""Has anything changed since the last start? Hashes of the files that decide it, kept in one small JSON
file."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

OUR_PACKAGES = ("catalogue", "cms", "media", "search", "storefront")


def of_each(root: Path, files: Iterable[Path]) -> dict[str, str]:
    """The hash of each file by its name relative to `root`, sorted by name."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(set(files))
    }


def of_files(root: Path, files: Iterable[Path]) -> str:
    """Hash over names and contents; the order of `files` does not matter."""
    return hashlib.sha256(json.dumps(of_each(root, files)).encode()).hexdigest()


def of_texts(texts: Iterable[str]) -> str:
    """Hash over texts in their order."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def schema_files(root: Path) -> list[Path]:
    """What decides the database schema: our migrations, their sum, and the pinned versions of the others."""
    return [root / "requirements.txt", root / "storefront" / "schema.sql", *_ours(root, "migrations/*.py")]


def schema(root: Path) -> str:
    return of_files(root, schema_files(root))


def data(root: Path) -> str:
    """What decides the loaded data: the data files and the code of the loading commands."""
    return of_files(
        root,
        [
            *(path for path in (root / "data").rglob("*") if path.is_file()),
            *_ours(root, "management/commands/load_*.py"),
            *_ours(root, "loading.py"),
            *_ours(root, "demo.py"),
            *_ours(root, "demo/*.py"),
        ],
    )


def static(root: Path) -> str:
    """What decides the collected static files."""
    files = (path for path in _ours(root, "static/**/*") if path.is_file())
    return of_files(root, [root / "requirements.txt", *files])


class Stamps:
    """Named fingerprints of what was done last, saved after every change. A broken file counts as empty."""

    def __init__(self, path: Path):
        self.path = path
        try:
            self._known = json.loads(path.read_text())
        except (OSError, ValueError):
            self._known = {}

    def has(self, **fingerprints: str) -> bool:
        return all(self._known.get(name) == value for name, value in fingerprints.items())

    def save(self, **fingerprints: str) -> None:
        self._known |= fingerprints
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps(self._known, indent=1, sort_keys=True))
        fresh.replace(self.path)


def _ours(root: Path, pattern: str) -> Iterable[Path]:
    for package in OUR_PACKAGES:
        yield from (root / package).rglob(pattern)
