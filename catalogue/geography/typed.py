"""Places as people type them in an address → the units of today. Old names lead there; nothing is ever guessed.

Of provinces all 34 are known, with the 29 of before 1 July 2025 and everyday names (data/vietnam). Of communes only
those of the register's province are (data/daklak); elsewhere a text is what it is.
"""

import csv
import dataclasses
import difflib
import re
from collections.abc import Iterable
from functools import cache

from django.conf import settings
from django.db.models import Q

from catalogue.text import fold, joined, loose

from .models import AdminUnit, Succession, System, Tier, UnitSpelling

FOLDER = settings.BASE_DIR / "data" / "vietnam"
KNOWN_COMMUNES_OF = "66"
MAX_SUGGESTIONS = 8
MAX_UNITS = 40
MAX_PARTS = 4
ALIKE = 0.8
"""How alike two names must be to ask whether the one was meant by the other; 1 is the same."""
_KIND = re.compile(r"^(?:tinh|thanh pho|tp|t)\s+(?=\S)")
_PARTS = re.compile(r"[,;/()–]+|\s-\s")
_VIETNAM = {"viet nam", "vietnam", "vn"}


@dataclasses.dataclass(frozen=True)
class Province:
    """One of the 34; `formerly` is the merged province whose name was typed, if it was one."""

    code: str
    name: str
    formerly: str = ""


@dataclasses.dataclass(frozen=True)
class TodaysCommune:
    """A commune or ward of today; `formerly` is the old unit whose name was typed, if it was one."""

    name: str
    province: str
    formerly: str = ""


# -- provinces ------------------------------------------------------------------------------------------------------


@cache
def _provinces_by_name() -> dict[str, Province]:
    """Loose name, of today, of before or of every day → province."""
    with (FOLDER / "provinces.csv").open(encoding="utf-8", newline="") as file:
        today = {row["code"]: Province(row["code"], row["name"]) for row in csv.DictReader(file)}
    names = {loose(_bare(province.name)): province for province in today.values()}
    with (FOLDER / "province_names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            formerly = row["name"] if row["kind"] == "former" else ""
            names[loose(row["name"])] = dataclasses.replace(today[row["code"]], formerly=formerly)
    return names


@cache
def _provinces_by_key() -> dict[str, Province]:
    """The same by names without spaces: `daklak`."""
    return {name.replace(" ", ""): province for name, province in _provinces_by_name().items()}


def _bare(text: str) -> str:
    """Folded, without the kind of unit and the country: `TP. Hồ Chí Minh, Việt Nam` → `ho chi minh`."""
    parts = [fold(part) for part in _PARTS.split(text)]
    words = " ".join(part for part in parts if part not in _VIETNAM)
    return _KIND.sub("", words) or words


def province_names() -> list[str]:
    """Names of the 34, in the order of the alphabet."""
    names = {province.name for province in _provinces_by_name().values()}
    return sorted(names, key=fold)


def province_called(text: str) -> Province | None:
    """The province of today that a text names, in any spelling; None where it names none."""
    return _provinces_by_key().get(joined(_bare(text)))


def provinces_like(text: str) -> list[Province]:
    """Provinces of today that a text may become: those whose names begin so come first."""
    wanted, key = loose(_bare(text)), joined(_bare(text))
    if not wanted:
        return []
    ranked = [
        (not name.replace(" ", "").startswith(key), bool(province.formerly), fold(province.name), province)
        for name, province in _provinces_by_name().items()
        if name.replace(" ", "").startswith(key) or f" {wanted}" in f" {name}"
    ]
    found: dict[str, Province] = {}
    for *_rank, province in sorted(ranked, key=lambda entry: entry[:3]):
        found.setdefault(province.code, province)
    return list(found.values())[:MAX_SUGGESTIONS]


def provinces_nearly_called(text: str) -> list[Province]:
    """Provinces to ask about when a text names none: it has a fault, or goes on after the name."""
    wanted, names = joined(_bare(text)), _provinces_by_key()
    keys = difflib.get_close_matches(wanted, names, n=3, cutoff=ALIKE)
    found = {names[key].code: names[key] for key in keys}
    return list(found.values())


# -- communes -------------------------------------------------------------------------------------------------------


def communes_called(text: str, *, old_province: str = "") -> list[TodaysCommune]:
    """Communes of today that a text names: by their name, an old commune's, or an old district's (all of its).

    `thôn 3, xã Ea Na, huyện Krông Ana` keeps what fits the last two parts; `old_province` is the merged province that
    was named beside it. Several where the text is not clear, none where it names nothing.
    """
    units: list[AdminUnit] = []
    for part in [fold(part) for part in _PARTS.split(text) if fold(part)][:MAX_PARTS]:
        named = _spelled(part)
        if not units:
            units = named
            continue
        above = {unit.pk for unit in named}
        inside = [unit for unit in units if above & {unit.pk, unit.parent_id, _grandparent(unit)}]
        units = inside or units
    return _today(units, old_province=old_province)


def communes_like(text: str, *, old_province: str = "") -> list[TodaysCommune]:
    """Communes of today that a text may become while it is typed, with the old names that lead to them."""
    first = next((fold(part) for part in _PARTS.split(text) if fold(part)), "")
    if len(first) < 2:
        return []
    beginning = Q(text__startswith=first) | Q(text__startswith=joined(first))
    spellings = [UnitSpelling.objects.filter(where) for where in (beginning, Q(text__contains=f" {first}"))]
    ids = dict.fromkeys(pk for found in spellings for pk in found.values_list("unit", flat=True))
    units = _loaded(list(ids)[:MAX_UNITS])
    return _today(units, old_province=old_province)[:MAX_SUGGESTIONS]


def communes_nearly_called(text: str, *, old_province: str = "") -> list[TodaysCommune]:
    """Communes to ask about when a text names none: a letter is wrong, or a village stands before the name."""
    first = next((joined(part) for part in _PARTS.split(text) if fold(part)), "")
    spellings = dict(UnitSpelling.objects.exclude(unit__tier=Tier.PROVINCE).values_list("text", "unit"))
    alike = difflib.get_close_matches(first, spellings, n=6, cutoff=ALIKE) if first else []
    units = _loaded([spellings[key] for key in alike])
    return _today(units, old_province=old_province)[:MAX_SUGGESTIONS]


def _spelled(text: str) -> list[AdminUnit]:
    ids = UnitSpelling.objects.filter(text__in={text, joined(text)}).values_list("unit", flat=True)
    return _loaded(list(dict.fromkeys(ids)))


def _loaded(ids: list[int]) -> list[AdminUnit]:
    """The units with their parents, as they are asked for; provinces are no part of an address's commune."""
    units = AdminUnit.objects.select_related("parent__parent").exclude(tier=Tier.PROVINCE).in_bulk(ids)
    return [units[pk] for pk in ids if pk in units]


def _grandparent(unit: AdminUnit) -> int | None:
    return unit.parent.parent_id if unit.parent else None


def _today(units: Iterable[AdminUnit], *, old_province: str) -> list[TodaysCommune]:
    """Each commune of today once: those that are called so themselves first, then what old ones have become."""
    found: dict[int, TodaysCommune] = {}
    units = list(units)
    for unit in units:
        if unit.system == System.POST2025:
            found[unit.pk] = _commune(unit)
    old = [unit for unit in units if unit.system == System.PRE2025 and _is_of(unit, old_province)]
    successors = _successors(old)
    for unit in old:
        for successor in successors.get(unit.pk, []):
            found.setdefault(successor.pk, _commune(successor, formerly=_former_name(unit)))
    return list(found.values())


def _successors(old: list[AdminUnit]) -> dict[int, list[AdminUnit]]:
    """For each old commune what it has become, for each old district what its communes have. One query."""
    ids = [unit.pk for unit in old]
    rows = Succession.objects.filter(Q(old__in=ids) | Q(old__parent__in=ids)).select_related("old", "new")
    found: dict[int, list[AdminUnit]] = {}
    for row in rows.order_by("-is_default", "new__name"):
        for pk in {row.old_id, row.old.parent_id or 0} & set(ids):
            found.setdefault(pk, []).append(row.new)
    return found


def _is_of(unit: AdminUnit, old_province: str) -> bool:
    top = unit
    while top.parent:
        top = top.parent
    return not old_province or top.short_name == old_province


def _commune(unit: AdminUnit, *, formerly: str = "") -> TodaysCommune:
    return TodaysCommune(unit.name, _province_of_register(), formerly)


def _former_name(unit: AdminUnit) -> str:
    return f"{unit.name}, {unit.parent.name}" if unit.tier == Tier.COMMUNE and unit.parent else unit.name


@cache
def _province_of_register() -> str:
    return next(province.name for province in _provinces_by_name().values() if province.code == KNOWN_COMMUNES_OF)
