"""Rows of the register by their names, however somebody types them: so that no import makes a twin of one."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from .importing import RowRefused
from .text import fold, name_key

RowT = TypeVar("RowT")


class KnownNames(Generic[RowT]):
    """What is held under names within something (the products of a producer, the news of a day).

    `column` is where a refusal points to. A name is another one's twin if they differ in marks or signs only.
    """

    def __init__(self, column: str, held: Iterable[tuple[str, Hashable, RowT]] = ()):
        self.column = column
        self._rows: dict[tuple[str, Hashable], RowT] = {}
        self._alike: dict[tuple[str, Hashable], str] = {}
        for name, within, row in held:
            self.add(name, within, row)

    def add(self, name: str, within: Hashable, row: RowT) -> None:
        self._rows[name_key(name), within] = row
        self._alike.setdefault((fold(name), within), name)

    def find(self, name: str, within: Hashable = None) -> RowT | None:
        """The row of this name, whatever its capitals, spaces and apostrophes."""
        return self._rows.get((name_key(name), within))

    def check_new(self, name: str, within: Hashable = None) -> None:
        """RowRefused where a name that is not held is a twin of one that is."""
        alike = self._alike.get((fold(name), within))
        if alike is not None and fold(name):
            raise RowRefused(
                self.column,
                f"{name!r} is almost {alike!r}, which is there already: write it alike, or make the names differ",
            )
