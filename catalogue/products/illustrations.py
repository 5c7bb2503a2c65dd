"""Which drawing stands for a product without photos: one for each sub-group of the official catalogue."""

from functools import cache
from pathlib import Path

import media

FOLDER = Path(media.__file__).parent / "illustrations"


@cache
def _drawn() -> frozenset[str]:
    return frozenset(path.stem for path in FOLDER.glob("*.svg"))


def illustration_for(group_code: str | None) -> str:
    """Static path of the drawing for a catalogue code like `I.3.c`; a neutral one for any other text."""
    stem = (group_code or "").lower().replace(".", "-")
    return f"illustrations/{stem if stem in _drawn() else 'default'}.svg"
