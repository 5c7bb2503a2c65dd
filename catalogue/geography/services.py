"""Loading the administrative units of both systems and their succession."""

from pathlib import Path

from django.db import transaction

from catalogue.importing import Fault, Report, Row, RowRefused, apply_changes, read_rows
from catalogue.slugs import free_slug
from catalogue.text import fold, joined

from .models import AdminUnit, Kind, Succession, System, Tier, UnitSpelling

COLUMNS = (
    "code", "name", "name_normalised", "kind", "tier", "parent_code", "system", "successor_code", "old_province",
    "successor_kind", "code_alt",
)  # fmt: skip
PROVINCES = (
    (System.PRE2025, "66", "Tỉnh Đắk Lắk"),
    (System.PRE2025, "54", "Tỉnh Phú Yên"),
    (System.POST2025, "66", "Tỉnh Đắk Lắk"),
)
"""The parents named by code in units.csv; Phú Yên (54) was merged into Đắk Lắk (66) on 1 July 2025."""
KIND_SHORT: dict[str, tuple[str, str]] = {
    Kind.PROVINCE: ("tinh", "t"),
    Kind.CITY: ("thanh pho", "tp"),
    Kind.TOWN: ("thi xa", "tx"),
    Kind.DISTRICT: ("huyen", "h"),
    Kind.WARD: ("phuong", "p"),
    Kind.TOWNSHIP: ("thi tran", "tt"),
    Kind.COMMUNE: ("xa", "x"),
}
Units = dict[tuple[str, str], AdminUnit]
"""Units by system and code."""


def spellings_of(unit: AdminUnit, *more: str) -> set[str]:
    """Every folded way to write a unit: bare, with its kind or the kind's abbreviation, run together."""
    spellings: set[str] = set()
    for name in (unit.short_name, *more):
        bare = fold(name)
        if not bare.replace(" ", "").isdigit():
            spellings |= {bare, joined(name)}
        for kind in KIND_SHORT[unit.kind]:
            spellings |= {f"{kind} {bare}", joined(f"{kind} {bare}")}
    spellings |= {fold(unit.name), joined(unit.name)}
    return spellings


@transaction.atomic
def import_units(path: Path, aliases: Path, *, report: Report) -> None:
    """Read units.csv (both systems, succession, splits) and the aliases of unit_aliases.csv; can be rerun."""
    units = {(unit.system, unit.code): unit for unit in AdminUnit.objects.select_related("parent")}
    for system, code, name in PROVINCES:
        if (system, code) not in units:
            is_new = system == System.POST2025
            slug = free_slug(AdminUnit, f"{name} moi" if is_new else name)
            units[system, code] = AdminUnit.objects.create(
                system=system, code=code, name=name, kind=Kind.PROVINCE, tier=Tier.PROVINCE, slug=slug
            )
    rows = []
    for row in read_rows(path, required=COLUMNS, optional=(), report=report):
        with report.row(row):
            rows.append((row, _unit(row, units, report)))
    _write_successions(rows, units, report)
    _write_spellings(units, rows, aliases, report)


def _unit(row: Row, units: Units, report: Report) -> AdminUnit:
    system = row.choice("system", System.values, required=True)
    code = row.text("code", required=True, max_length=8)
    tier = row.choice("tier", (Tier.DISTRICT, Tier.COMMUNE), required=True)
    parent = units.get((system, row.text("parent_code", required=True)))
    if parent is None:
        raise RowRefused("parent_code", f"no unit {row.text('parent_code')} in system {system} above this line")
    own_name = row.text("name", required=True, max_length=80)
    values = {
        "name": own_name,
        "kind": row.choice("kind", Kind.values, required=True),
        "tier": tier,
        "parent": parent,
        "alternative_code": row.text("code_alt", max_length=8),
    }
    unit = units.get((system, code))
    if unit is None:
        # Old communes always carry their district in the address: many names exist twice, and again in the new map.
        is_old_commune = system == System.PRE2025 and tier == Tier.COMMUNE
        name = f"{own_name} {parent.name}" if is_old_commune else own_name
        unit = AdminUnit(system=system, code=code, slug=free_slug(AdminUnit, name), **values)
        unit.save()
        units[system, code] = unit
        report.did("created", row, unit.name)
    else:
        report.did(apply_changes(unit, **values), row, unit.name)
    return unit


def _write_successions(rows: list[tuple[Row, AdminUnit]], units: Units, report: Report) -> None:
    wanted: dict[tuple[int, int], tuple[bool, bool]] = {}
    new_province = units[System.POST2025, "66"]
    for code in ("66", "54"):
        wanted[units[System.PRE2025, code].pk, new_province.pk] = (False, True)
    for row, unit in rows:
        codes = [code for code in row.text("successor_code").split(";") if code]
        for position, code in enumerate(codes):
            new = units.get((System.POST2025, code))
            if new is None:
                report.refuse(Fault(row.file, row.line, "successor_code", f"no new unit has the code {code}"))
                continue
            wanted[unit.pk, new.pk] = (len(codes) > 1, position == 0)
    held = {(s.old_id, s.new_id): s for s in Succession.objects.all()}
    stale = [
        succession.pk
        for key, succession in held.items()
        if wanted.get(key) != (succession.is_split, succession.is_default)
    ]
    if stale:
        Succession.objects.filter(pk__in=stale).delete()
    missing = [key for key in wanted if key not in held or held[key].pk in stale]
    Succession.objects.bulk_create(
        Succession(old_id=old, new_id=new, is_split=wanted[old, new][0], is_default=wanted[old, new][1])
        for old, new in missing
    )


def _write_spellings(units: Units, rows: list[tuple[Row, AdminUnit]], aliases: Path, report: Report) -> None:
    more: dict[int, list[str]] = {}
    by_name = {(unit.system, unit.name): unit for unit in units.values()}
    for row in read_rows(aliases, required=("system", "unit", "alias"), optional=(), report=report):
        unit = by_name.get((row.text("system"), row.text("unit")))
        if unit is None:
            report.refuse(Fault(row.file, row.line, "unit", f"no unit is called {row.text('unit')!r}"))
        else:
            more.setdefault(unit.pk, []).append(row.text("alias", required=True))
    for row, unit in rows:
        more.setdefault(unit.pk, []).append(row.text("name_normalised", required=True))
    wanted = {(unit.pk, text) for unit in units.values() for text in spellings_of(unit, *more.get(unit.pk, []))}
    held = {(unit_id, text): pk for pk, unit_id, text in UnitSpelling.objects.values_list("pk", "unit_id", "text")}
    gone = [pk for key, pk in held.items() if key not in wanted]
    if gone:
        UnitSpelling.objects.filter(pk__in=gone).delete()
    UnitSpelling.objects.bulk_create(
        UnitSpelling(unit_id=unit_id, text=text) for unit_id, text in sorted(wanted - held.keys())
    )
