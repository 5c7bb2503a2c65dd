"""Two texts side by side, word by word."""

import dataclasses
import difflib
import re
from collections.abc import Iterator

_WORDS = re.compile(r"\s+|[^\s]+")


@dataclasses.dataclass(frozen=True)
class Part:
    """Some words: `kind` is "same", "gone" or "new"."""

    kind: str
    text: str


def word_differences(before: str, after: str) -> list[Part]:
    """What went and what came. The parts that are not new make up `before`, those that are not gone `after`."""
    return list(_parts(_WORDS.findall(before), _WORDS.findall(after)))


def _parts(old: list[str], new: list[str]) -> Iterator[Part]:
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    for what, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if what == "equal":
            yield Part("same", "".join(old[old_from:old_to]))
            continue
        if old_to > old_from:
            yield Part("gone", "".join(old[old_from:old_to]))
        if new_to > new_from:
            yield Part("new", "".join(new[new_from:new_to]))
