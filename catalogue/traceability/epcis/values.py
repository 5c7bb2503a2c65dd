"""Values of EPCIS documents: moments, and what a database can keep."""

import datetime
import math
import re
from typing import Any

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))")


def is_moment(text: Any) -> bool:
    """xsd:dateTimeStamp: a real moment with its zone, of this century or the ones beside it."""
    if not isinstance(text, str) or not _MOMENT.fullmatch(text):
        return False
    try:
        moment = datetime.datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text))
    except ValueError:
        return False
    return 1900 <= moment.year < 2200


def unstorable(document: Any) -> str:
    """What no database keeps: NUL and half characters in texts, endless numbers."""
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and ("\x00" in value or any("\ud800" <= sign <= "\udfff" for sign in value)):
            return "a text holds a NUL or half a character"
        elif isinstance(value, float) and not math.isfinite(value):
            return "a number is beyond all bounds"
    return ""
