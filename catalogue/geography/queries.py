"""Reading the map: what people type → units; a unit → its place in both systems."""

import dataclasses
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet

from catalogue.text import fold, joined

from .models import AdminUnit, Succession, System, Tier


@dataclasses.dataclass(frozen=True)
class Resolved:
    """Units that a text names, and the units of today that succeed them."""

    units: list[AdminUnit]
    today: list[AdminUnit]


def resolve(text: str) -> Resolved:
    """Units a person means by a text, whatever the spelling: `cu mgar` → Huyện Cư M'gar and today's communes.

    Old districts come first (people still say them), then communes; `today` follows the succession
    table: of a district, the successors of all its communes. Empty lists if nobody is called so.
    Three queries at most.
    """
    spellings = {fold(text), joined(text)} - {""}
    if not spellings:
        return Resolved([], [])
    tiers: dict[str, int] = {Tier.DISTRICT: 0, Tier.COMMUNE: 1, Tier.PROVINCE: 2}
    units = sorted(
        AdminUnit.objects.filter(spellings__text__in=spellings).select_related("parent").distinct(),
        key=lambda unit: (tiers[unit.tier], unit.system != System.PRE2025, unit.name, unit.code),
    )
    return Resolved(units, successors_today(units))


def successors_today(units: list[AdminUnit]) -> list[AdminUnit]:
    """Today's units for units of either system, sorted by name. One query."""
    old = [unit for unit in units if unit.system == System.PRE2025]
    today = {unit.pk: unit for unit in units if unit.system == System.POST2025}
    if old:
        ids = [unit.pk for unit in old]
        is_successor = Q(succession_in__old__in=ids) | Q(succession_in__old__parent__in=ids)
        today |= {unit.pk: unit for unit in AdminUnit.objects.filter(is_successor).order_by()}
    return sorted(today.values(), key=lambda unit: (fold(unit.name), unit.code))


UNIT_COLUMNS = ("name", "slug", "tier", "system")
"""Columns of a unit that pages show or judge by."""


def load_units(rows: Iterable[Any]) -> None:
    """Give each row that has a `unit_id`, and not its unit yet, the unit with its parents, two up. One query."""
    rows = [row for row in rows if row.unit_id and not row._meta.get_field("unit").is_cached(row)]
    by_id = _units_with_parents().in_bulk({row.unit_id for row in rows})
    for row in rows:
        row.unit = by_id[row.unit_id]


@cache
def _units_with_parents() -> QuerySet[AdminUnit]:
    """Only the query is kept, never a row."""
    columns = [f"{level}{column}" for level in ("", "parent__", "parent__parent__") for column in UNIT_COLUMNS]
    columns.append("parent__parent__parent")  # whoever walks up asks whether there is more
    return AdminUnit.objects.select_related("parent__parent").only(*columns).order_by()


def place_text(unit: AdminUnit | None, former_commune: str = "") -> str:
    """`Xã Ea Na, Huyện Krông A Na, Tỉnh Đắk Lắk`; blank when unknown. Needs parents loaded two levels up."""
    if unit is None:
        return former_commune
    names = [former_commune] if former_commune else []
    while unit is not None:
        names.append(unit.name)
        unit = unit.parent
    return ", ".join(names)


def old_names(unit: AdminUnit | None) -> dict[str, str]:
    """Official names of the `district` and `commune` a unit is or lies in; blank when unknown."""
    names = {"district": "", "commune": ""}
    while unit is not None:
        if unit.tier in names:
            names[unit.tier] = unit.name
        unit = unit.parent
    return names


@dataclasses.dataclass(frozen=True)
class AreaKeys:
    """Slugs of all areas a place belongs to; `candidates` are new communes it may lie in but need not."""

    certain: tuple[str, ...]
    candidates: tuple[str, ...]


def area_keys(unit_ids: set[int]) -> dict[int, AreaKeys]:
    """For each unit of the old map: its slug, its parents' and those of today's units. Two queries.

    A whole (not split) commune leads to one new commune for certain. A split commune or a bare district
    leads to several candidates.
    """
    units = {unit.pk: unit for unit in AdminUnit.objects.filter(pk__in=unit_ids).select_related("parent__parent")}
    by_old: dict[int, list[Succession]] = {}
    below: dict[int, list[Succession]] = {}
    for succession in (
        Succession.objects.filter(old__in=unit_ids) | Succession.objects.filter(old__parent__in=unit_ids)
    ).select_related("new__parent", "old"):
        by_old.setdefault(succession.old_id, []).append(succession)
        if succession.old.parent_id is not None:
            below.setdefault(succession.old.parent_id, []).append(succession)
    keys = {}
    for pk, unit in units.items():
        certain: list[str] = []
        candidates: set[str] = set()
        level: AdminUnit | None = unit
        while level is not None:
            certain.append(level.slug)
            level = level.parent
        own = by_old.get(pk, [])
        for succession in own:
            certain_here = len(own) == 1
            (certain.append if certain_here else candidates.add)(succession.new.slug)
        if unit.tier == Tier.DISTRICT:
            candidates |= {succession.new.slug for succession in below.get(pk, [])}
        today = own or below.get(pk, [])
        if unit.tier != Tier.PROVINCE and today and today[0].new.parent:
            certain.append(today[0].new.parent.slug)
        keys[pk] = AreaKeys(tuple(dict.fromkeys(certain)), tuple(sorted(candidates - set(certain))))
    return keys
