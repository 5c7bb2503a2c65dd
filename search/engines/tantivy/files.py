"""Where an embedded index lies on disk.

    <root>/current              link to the index in use
    <root>/<version>-<random>/  one finished index
    <root>/lock                 held while somebody writes

A new index is made beside the old one and put in place by renaming a link, so that a reader meets one or the
other and never half of one.
"""

import contextlib
import fcntl
import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path


class IndexFiles:
    """The directories of one index. `version` names all that its contents depend on."""

    def __init__(self, root: str | Path, version: str):
        self.root, self.version = Path(root), version
        self.pointer = self.root / "current"

    def current(self) -> Path | None:
        """Directory of the index in use; None if there is none."""
        name = self.current_name()
        return self.root / name if name else None

    def current_name(self) -> str | None:
        """Name of its directory, without the work of making a path: every search asks for it."""
        try:
            return os.readlink(self.pointer)
        except OSError:
            return None

    def is_of_this_version(self, directory: Path) -> bool:
        return directory.name.startswith(f"{self.version}-")

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """Wait for, then hold the right to change the index. The system frees it when the holder dies."""
        self.root.mkdir(parents=True, exist_ok=True)
        with open(self.root / "lock", "w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def make_directory(self) -> Path:
        """An empty directory for a new index."""
        directory = self.root / f"{self.version}-{uuid.uuid4().hex[:8]}"
        directory.mkdir(parents=True)
        return directory

    def put_in_place(self, directory: Path) -> None:
        """Let `current` mean this directory from now on, and remove all others. Needs the lock."""
        link = self.root / f"{directory.name}.link"
        os.symlink(directory.name, link)
        os.replace(link, self.pointer)
        for path in self.root.iterdir():
            if path.is_dir() and not path.is_symlink() and path != directory:
                shutil.rmtree(path, ignore_errors=True)
            elif path.name.endswith(".link"):
                path.unlink(missing_ok=True)
