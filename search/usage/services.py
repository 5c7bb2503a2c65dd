"""Writing the numbers, forgetting old ones, and choosing the texts that everybody may see."""

import dataclasses
import datetime
from collections.abc import Mapping

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Sum
from django.utils import timezone

from catalogue.text import fold
from search import locks
from search.contract import SearchQuery
from search.engines import IndexUnavailable
from search.queries import search

from . import published
from .models import PublicQuery, QueryCount
from .texts import key_of

MAX_TEXTS_PER_DAY = 20_000
"""Further texts of a day are not kept: whoever floods the search does not fill the database."""
PUBLIC_DAYS = 30
MAX_PUBLIC = 100
PRODUCTS_KEPT = 24
MAX_ROWS_PER_DELETE = 50_000

_ADD = """
INSERT INTO search_usage_querycount AS held (day, text, key, searches, nothing, near)
SELECT new.* FROM unnest(%s::date[], %s::text[], %s::text[], %s::int[], %s::int[], %s::int[])
    AS new (day, text, key, searches, nothing, near)
WHERE (SELECT count(*) FROM search_usage_querycount WHERE day = new.day) < %s
    OR EXISTS (SELECT FROM search_usage_querycount old WHERE old.day = new.day AND old.text = new.text)
ORDER BY new.day, new.text
ON CONFLICT (day, text) DO UPDATE SET
    searches = held.searches + excluded.searches,
    nothing = held.nothing + excluded.nothing,
    near = held.near + excluded.near
"""


@dataclasses.dataclass(frozen=True)
class Tally:
    """Searches, and how many of them found nothing or only what comes near."""

    searches: int
    nothing: int = 0
    near: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.searches + other.searches, self.nothing + other.nothing, self.near + other.near)


@transaction.atomic
def add_counts(tallies: Mapping[tuple[datetime.date, str], Tally]) -> None:
    """Add these numbers to those of the same text and day."""
    rows = [
        (day, text, key_of(text), tally.searches, tally.nothing, tally.near) for (day, text), tally in tallies.items()
    ]
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [*(list(column) for column in zip(*rows, strict=True)), MAX_TEXTS_PER_DAY])


@transaction.atomic
def forget_old_counts(*, today: datetime.date | None = None) -> int:
    """Delete the numbers of days longer ago than QUERY_LOG_DAYS; how many rows."""
    first = (today or timezone.localdate()) - datetime.timedelta(days=settings.QUERY_LOG_DAYS)
    old = QueryCount.objects.filter(day__lt=first).values("pk")[:MAX_ROWS_PER_DELETE]
    return QueryCount.objects.filter(pk__in=old).delete()[0]


@transaction.atomic
def publish(*, today: datetime.date | None = None) -> bool:
    """Choose anew what everybody may see, for all processes; whether it has changed.

    Raises IndexUnavailable while no engine answers; then everything stays as it is.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [locks.PUBLISHING_SEARCHES])
    texts = _worth_publishing(today or timezone.localdate())
    chosen = [PublicQuery(text=text, rank=rank, product_ids=ids) for rank, (text, ids) in enumerate(texts, start=1)]
    held = list(PublicQuery.objects.all())
    has_changed = [(row.text, row.product_ids) for row in held] != [(row.text, row.product_ids) for row in chosen]
    if has_changed:
        PublicQuery.objects.all().delete()
        PublicQuery.objects.bulk_create(chosen)
    published.write((row.text, row.product_ids) for row in chosen)
    return has_changed


def _worth_publishing(today: datetime.date) -> list[tuple[str, list[int]]]:
    """Texts searched for at least QUERY_LOG_PUBLIC_FROM times, most searched first, with what they find.

    Only a text whose words are all in the register is shown: what finds nothing or only something near may be
    a name, an insult or a slip. Raises IndexUnavailable.
    """
    counts = QueryCount.objects.filter(day__gt=today - datetime.timedelta(days=PUBLIC_DAYS), day__lte=today)
    often = counts.values("key", "text").annotate(number=Sum("searches"))
    often = often.filter(number__gte=settings.QUERY_LOG_PUBLIC_FROM).order_by("-number", "text")
    totals: dict[str, int] = {}
    spellings: dict[str, tuple[bool, int, str]] = {}
    for row in often[: 4 * MAX_PUBLIC]:
        totals[row["key"]] = totals.get(row["key"], 0) + row["number"]
        # The spelling with marks is the better one to read, if it was itself typed often enough.
        spelling = (row["text"] != fold(row["text"]), row["number"], row["text"])
        spellings[row["key"]] = max(spelling, spellings.get(row["key"], spelling))
    texts: list[tuple[str, list[int]]] = []
    for key in sorted(totals, key=lambda key: (-totals[key], key)):
        text = spellings[key][2]
        result = search(SearchQuery(text=text, page_size=PRODUCTS_KEPT))
        if not result.is_available:
            raise IndexUnavailable("no engine answers")
        if result.hits and not result.near and not result.corrected:
            texts.append((text, [hit.id for hit in result.hits]))
        if len(texts) == MAX_PUBLIC:
            break
    return texts
