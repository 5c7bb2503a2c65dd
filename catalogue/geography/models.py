"""Administrative units of both systems side by side, and who succeeds whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.addresses import address_of
from catalogue.slugs import KeepsSlugs, SlugQuerySet, former_slug_index, keep_former_slug


class System(models.TextChoices):
    """Which map a unit belongs to: before or from 1 July 2025 on."""

    PRE2025 = "pre2025", _("before 1 July 2025")
    POST2025 = "post2025", _("since 1 July 2025")


class Tier(models.TextChoices):
    PROVINCE = "province", _("province")
    DISTRICT = "district", _("district")
    COMMUNE = "commune", _("commune")


class Kind(models.TextChoices):
    """Kind of unit (loại đơn vị hành chính)."""

    PROVINCE = "province", _("province")
    CITY = "city", _("city of the province")
    TOWN = "town", _("town")
    DISTRICT = "district", _("rural district")
    WARD = "ward", _("ward")
    TOWNSHIP = "township", _("township")
    COMMUNE = "commune", _("commune")


class AdminUnit(KeepsSlugs):
    """Administrative unit (đơn vị hành chính). A code means nothing without its system."""

    system = models.CharField(max_length=8, choices=System.choices)
    code = models.CharField(max_length=8)
    name = models.CharField(max_length=80, help_text=_("Official spelling, with its kind: Huyện Cư M'gar"))
    kind = models.CharField(max_length=10, choices=Kind.choices)
    tier = models.CharField(max_length=8, choices=Tier.choices)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    slug = models.SlugField(max_length=255, unique=True)
    alternative_code = models.CharField(max_length=8, blank=True, default="")
    successors = models.ManyToManyField("self", through="Succession", symmetrical=False, related_name="predecessors")

    objects = SlugQuerySet.as_manager()

    class Meta:
        ordering = ["system", "tier", "code"]
        verbose_name = _("administrative unit")
        verbose_name_plural = _("administrative units")
        constraints = [models.UniqueConstraint(fields=["system", "code"], name="unit_system_code")]
        indexes = [former_slug_index("unit_former_slugs")]
        triggers = [keep_former_slug()]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("area", self.slug)

    @property
    def short_name(self) -> str:
        """Name without its kind: `Cư M'gar`; numbered wards keep it (`Phường 1`)."""
        for prefix in ("Thành phố ", "Thị xã ", "Thị trấn ", "Huyện ", "Phường ", "Xã ", "Tỉnh "):
            if self.name.startswith(prefix) and not self.name.removeprefix(prefix).isdigit():
                return self.name.removeprefix(prefix)
        return self.name


class Succession(models.Model):
    """Old unit → new unit (sắp xếp đơn vị hành chính). A split unit has several rows, one of them the default."""

    old = models.ForeignKey(AdminUnit, on_delete=models.CASCADE, related_name="succession_out")
    new = models.ForeignKey(AdminUnit, on_delete=models.PROTECT, related_name="succession_in")
    is_split = models.BooleanField(default=False)
    is_default = models.BooleanField(
        default=True, help_text=_("The successor to take when only the old unit is known")
    )

    class Meta:
        ordering = ["old", "-is_default", "new"]
        constraints = [
            models.UniqueConstraint(fields=["old", "new"], name="succession_once"),
            models.UniqueConstraint(
                fields=["old"], condition=models.Q(is_default=True), name="succession_one_default"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


class UnitSpelling(models.Model):
    """One folded way people write a unit: with or without its kind, run together, in the press."""

    unit = models.ForeignKey(AdminUnit, on_delete=models.CASCADE, related_name="spellings")
    text = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "text"], name="spelling_once")]
        indexes = [
            models.Index(fields=["text"], name="spelling_text"),
        ]

    def __str__(self) -> str:
        return self.text
