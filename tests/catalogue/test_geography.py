"""Both maps side by side, and every spelling people use."""

import pytest

from catalogue.geography.models import AdminUnit, Succession
from catalogue.geography.queries import area_keys, resolve

pytestmark = pytest.mark.django_db


def test_all_units_of_both_maps_with_their_succession():
    assert AdminUnit.objects.exclude(tier="province").count() == 412
    communes = AdminUnit.objects.filter(system="pre2025", tier="commune")
    assert communes.filter(succession_out=None).count() == 0
    assert communes.filter(succession_out__is_split=True).distinct().count() == 8
    assert Succession.objects.filter(is_default=True, old__tier="commune").count() == communes.count() == 286
    assert AdminUnit.objects.get(slug="xa-hoa-son").alternative_code == "24472"


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("cu mgar", "huyen-cu-mgar"),
        ("CƯ M’GAR", "huyen-cu-mgar"),
        ("Chư Mgar", "huyen-cu-mgar"),
        ("h. cumgar", "huyen-cu-mgar"),
        ("krong pak", "huyen-krong-pac"),
        ("Krông Ana", "huyen-krong-a-na"),
        ("ban mê thuột", "thanh-pho-buon-ma-thuot"),
        ("tp tuy hòa", "thanh-pho-tuy-hoa"),
        ("Phường 1", "phuong-1-thanh-pho-tuy-hoa"),
        ("daklak", "tinh-dak-lak"),
    ],
)
def test_resolve_finds_the_unit_people_mean(typed, slug):
    assert resolve(typed).units[0].slug == slug


def test_resolve_leads_to_todays_communes():
    today = [unit.name for unit in resolve("cu mgar").today]
    assert today == ["Xã Cư M’gar", "Xã Cuôr Đăng", "Xã Ea Kiết", "Xã Ea M’Droh", "Xã Ea Tul", "Xã Quảng Phú"]
    assert resolve("đâu đó").units == resolve("").units == resolve("'").units == []


def test_split_commune_and_bare_district_lead_to_candidates_only():
    split = AdminUnit.objects.get(slug="xa-ea-bhok-huyen-cu-kuin")
    district = AdminUnit.objects.get(slug="huyen-cu-mgar")
    whole = AdminUnit.objects.get(slug="xa-ea-kiet-huyen-cu-mgar")
    keys = area_keys({split.pk, district.pk, whole.pk})
    assert "xa-ea-kiet" in keys[whole.pk].certain
    assert len(keys[split.pk].candidates) == 2
    assert "xa-ea-kiet" in keys[district.pk].candidates
    assert "huyen-cu-mgar" in keys[whole.pk].certain


def test_old_slug_leads_to_the_unit_after_a_rename():
    AdminUnit.objects.filter(slug="xa-ea-kiet").update(slug="xa-ea-kiet-moi")
    assert AdminUnit.objects.by_slug("xa-ea-kiet").slug == "xa-ea-kiet-moi"
    AdminUnit.objects.filter(slug="xa-ea-kiet-moi").update(slug="xa-ea-kiet")
    assert AdminUnit.objects.by_slug("xa-ea-kiet-moi").slug == "xa-ea-kiet"
