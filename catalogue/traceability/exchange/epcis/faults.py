"""Faults of EPCIS documents, each with its place as a JSON Pointer (RFC 6901)."""

from dataclasses import dataclass
from typing import Final

MAX_FAULTS: Final = 100
MAX_PATH_CHARACTERS: Final = 400
MAX_PART_CHARACTERS: Final = 120
MAX_MESSAGE_CHARACTERS: Final = 300


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong and where, as a JSON Pointer."""

    path: str
    message: str


class Faults(list[Fault]):
    """Collects faults, at most MAX_FAULTS, each short enough to be shown."""

    def add(self, path: str, message: str) -> None:
        if len(self) < MAX_FAULTS:
            self.append(Fault(_shown(path, MAX_PATH_CHARACTERS), _shown(message, MAX_MESSAGE_CHARACTERS)))


def pointer(path: str, name: str | int) -> str:
    """The pointer one step further in."""
    if isinstance(name, int):
        return f"{path}/{name}"
    return f"{path}/{name[:MAX_PART_CHARACTERS].replace('~', '~0').replace('/', '~1')}"


def _shown(text: str, longest: int) -> str:
    """The text as it can be sent: half characters replaced, the end of a long one left out."""
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= longest else text[: longest - 1] + "…"
