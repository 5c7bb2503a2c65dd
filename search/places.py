"""Where things are, as the indexes know it: slugs and spellings of a unit and of all it belongs to."""

from collections.abc import Collection

from catalogue.geography.models import AdminUnit
from catalogue.geography.queries import area_keys


class Places:
    """All of some units, read at once in a constant number of queries."""

    def __init__(self, unit_ids: Collection[int | None]):
        self._keys = area_keys({pk for pk in unit_ids if pk is not None})
        slugs = {slug for keys in self._keys.values() for slug in (*keys.certain, *keys.candidates)}
        units = AdminUnit.objects.filter(slug__in=slugs).prefetch_related("spellings")
        self._spellings = {unit.slug: [spelling.text for spelling in unit.spellings.all()] for unit in units}

    def slugs(self, unit_id: int | None) -> tuple[str, ...]:
        """The unit, all it is in, and all it may be in today."""
        keys = self._keys.get(unit_id) if unit_id is not None else None
        return (*keys.certain, *keys.candidates) if keys else ()

    def spellings(self, unit_id: int | None) -> tuple[set[str], set[str]]:
        """Spellings of the places it is in, and of those it may be in today."""
        keys = self._keys.get(unit_id) if unit_id is not None else None
        if keys is None:
            return set(), set()
        certain, maybe = (
            {text for slug in slugs for text in self._spellings.get(slug, ())}
            for slugs in (keys.certain, keys.candidates)
        )
        return certain, maybe - certain
