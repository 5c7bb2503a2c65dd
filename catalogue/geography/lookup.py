"""Finding the unit that a register row names by official spelling. Never guesses."""

from pathlib import Path

from catalogue.importing import Report, Row, RowRefused, read_rows

from .models import AdminUnit, System, Tier

PROVINCE_NAMES = {"Đắk Lắk": "66", "Phú Yên": "54"}


class PlaceLookup:
    """Units of the old map by official name, and the communes dissolved before that map."""

    def __init__(self, former_communes: Path | None = None, *, report: Report | None = None):
        units = list(AdminUnit.objects.filter(system=System.PRE2025).select_related("parent"))
        self.districts = {unit.name: unit for unit in units if unit.tier == Tier.DISTRICT}
        self.communes = {(unit.parent_id, unit.name): unit for unit in units if unit.tier == Tier.COMMUNE}
        self.provinces = {unit.code: unit for unit in units if unit.tier == Tier.PROVINCE}
        self.former: set[tuple[str, str]] = set()
        if former_communes and former_communes.exists():
            for row in read_rows(
                former_communes, required=("name", "district", "note"), optional=(), report=report or Report()
            ):
                self.former.add((row.text("district"), row.text("name")))

    def unit_of(self, row: Row) -> tuple[AdminUnit | None, str]:
        """Most precise unit of a row's `district`, `commune`, `old_province`, and a dissolved commune's name.

        RowRefused where a name is not an official spelling, or where the cells contradict each other.
        """
        district_name, commune_name = row.text("district"), row.text("commune")
        province_name = row.text("old_province")
        province = None
        if province_name:
            province = self.provinces.get(PROVINCE_NAMES.get(province_name, ""))
            if province is None:
                raise RowRefused("old_province", f"{province_name!r} is not Đắk Lắk or Phú Yên")
        if not district_name:
            if commune_name:
                raise RowRefused("district", "a commune needs its district")
            return province, ""
        district = self.districts.get(district_name)
        if district is None:
            raise RowRefused("district", f"no district is officially called {district_name!r}")
        if province and district.parent_id != province.pk:
            raise RowRefused("old_province", f"{district_name} is not in {province_name}")
        if not commune_name:
            return district, ""
        commune = self.communes.get((district.pk, commune_name))
        if commune:
            return commune, ""
        if (district_name, commune_name) in self.former:
            return district, commune_name
        raise RowRefused("commune", f"{district_name} has no commune officially called {commune_name!r}")
