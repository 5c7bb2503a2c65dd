"""The words of a typed text, and the number of stars that it names."""

import re

from .analysis import Word, words

MAX_TEXT = 300
MAX_WORDS = 16
_STAR_SIGN = re.compile(r"([1-5])\s*[*★⭐]\ufe0f?")
_STAR_SIGNS = re.compile(r"(?<![*★⭐])(?:[★⭐]\ufe0f?){2,5}(?![★⭐])")
STAR_WORDS = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5}


def words_and_stars(text: str) -> tuple[list[Word], int | None]:
    """The words of a typed text, and the number of stars named in it."""
    text = _STAR_SIGNS.sub(lambda signs: f" {len(re.findall('[★⭐]', signs.group()))} sao ", text[:MAX_TEXT])
    return _without_stars(words(_STAR_SIGN.sub(r"\1 sao ", text))[:MAX_WORDS])


def _without_stars(run: list[Word]) -> tuple[list[Word], int | None]:
    """`trà 3 sao` → `trà`, 3. Words for numbers count only before `sao`."""
    rest: list[Word] = []
    stars, position = None, 0
    while position < len(run):
        word, after = run[position], run[position + 1].folded if position + 1 < len(run) else ""
        if word.folded in STAR_WORDS and after in ("sao", "star", "stars"):
            stars, position = STAR_WORDS[word.folded], position + 2
        elif len(word.folded) == 4 and word.folded.endswith("sao") and word.folded[0] in STAR_WORDS:
            stars, position = STAR_WORDS[word.folded[0]], position + 1
        else:
            rest.append(word)
            position += 1
    return rest, stars
