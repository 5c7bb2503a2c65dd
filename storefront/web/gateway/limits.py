"""How long and how much a client may take. Numbers of one web process."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Limits:
    """Seconds and bytes.

    A client may be slow, but not stand still. It sends something every `silent_seconds`; a body that is not there
    after `body_seconds` must have come at `slowest_bytes` a second. It takes something every `unread_seconds`:
    longer, because a large buffer at its end hides for a while that it reads.
    """

    silent_seconds: float = 20
    unread_seconds: float = 60
    body_seconds: float = 30
    slowest_bytes: int = 4_000
    kept_in_memory: int = 200_000
    """Of one body; larger ones lie in a file."""
    bodies_bytes: int = 128_000_000
    """Of all bodies that are arriving or being worked on; more is refused until there is room."""
    pieces: int = 2_000
    """In which a body may come, whatever their size; more must hold `piece_bytes` on average."""
    piece_bytes: int = 100
    files_at_once: int = 300
    """Large answers on their way; each takes a quarter of a megabyte while its client is slow."""
    leftover_seconds: float = 10
    """How long what a refused client goes on sending is thrown away, so that it reads why it was refused."""
    leftovers: int = 32
    """Of how many clients at once; further ones are cut off."""
