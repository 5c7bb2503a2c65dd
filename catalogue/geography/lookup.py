"""Finding the unit that a register row names by its official name. Never guesses."""

from pathlib import Path

from catalogue.importing import Report, Row, RowRefused, read_rows
from catalogue.text import name_key

from .models import AdminUnit, System, Tier

PROVINCE_NAMES = {name_key("Đắk Lắk"): "66", name_key("Phú Yên"): "54"}


class PlaceLookup:
    """Units of the old map by the `name_key` of their official name, and the communes dissolved before that map."""

    def __init__(self, former_communes: Path | None = None, *, report: Report | None = None):
        units = list(AdminUnit.objects.filter(system=System.PRE2025).select_related("parent"))
        self.districts = {name_key(unit.name): unit for unit in units if unit.tier == Tier.DISTRICT}
        self.communes = {(unit.parent_id, name_key(unit.name)): unit for unit in units if unit.tier == Tier.COMMUNE}
        self.provinces = {unit.code: unit for unit in units if unit.tier == Tier.PROVINCE}
        self.former: dict[tuple[str, str], str] = {}
        if former_communes and former_communes.exists():
            for row in read_rows(
                former_communes, required=("name", "district", "note"), optional=(), report=report or Report()
            ):
                self.former[name_key(row.text("district")), name_key(row.text("name"))] = row.text("name")

    def unit_of(self, row: Row) -> tuple[AdminUnit | None, str]:
        """Most precise unit of a row's `district`, `commune`, `old_province`, and a dissolved commune's name.

        RowRefused where a name is not an official one, or where the cells contradict each other.
        """
        district_name, commune_name = row.text("district"), row.text("commune")
        province_name = row.text("old_province")
        province = None
        if province_name:
            province = self.provinces.get(PROVINCE_NAMES.get(name_key(province_name), ""))
            if province is None:
                raise RowRefused("old_province", f"{province_name!r} is not Đắk Lắk or Phú Yên")
        if not district_name:
            if commune_name:
                raise RowRefused("district", "a commune needs its district")
            return province, ""
        district = self.districts.get(name_key(district_name))
        if district is None:
            raise RowRefused("district", f"no district is officially called {district_name!r}")
        if province and district.parent_id != province.pk:
            raise RowRefused("old_province", f"{district_name} is not in {province_name}")
        if not commune_name:
            return district, ""
        commune = self.communes.get((district.pk, name_key(commune_name)))
        if commune:
            return commune, ""
        former = self.former.get((name_key(district.name), name_key(commune_name)))
        if former:
            return district, former
        raise RowRefused("commune", f"{district_name} has no commune officially called {commune_name!r}")
