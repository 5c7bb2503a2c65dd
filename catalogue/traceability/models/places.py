"""Places of the trace: where a raw material grows, where it is processed, packed, kept."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from .lots import check_digit_fits

PLACE_CODE_PATTERN = r"^[0-9A-HJKMNP-TV-Z]{8}$"


class PlaceKind(models.TextChoices):
    RAW_MATERIAL_AREA = "area", _("raw-material area")
    FARM = "farm", _("farm or garden")
    PROCESSING = "processing", _("processing site")
    PACKING = "packing", _("packing site")
    WAREHOUSE = "warehouse", _("warehouse")


class Place(models.Model):
    """Place of the trace (địa điểm truy vết), among them raw-material areas (vùng nguyên liệu).

    `code` is our own (8 characters of Crockford base32); `gln` a GS1 location number where the producer has one.
    The point is kept as entered and shown rounded to 0.01 degrees, about a kilometre.
    """

    producer = models.ForeignKey("producers.Producer", on_delete=models.PROTECT, related_name="places")
    kind = models.CharField(_("kind"), max_length=10, choices=PlaceKind.choices)
    name = models.CharField(_("name"), max_length=160)
    code = models.CharField(
        max_length=8, unique=True, validators=[RegexValidator(PLACE_CODE_PATTERN)], editable=False
    )
    gln = models.CharField(_("GLN"), max_length=13, blank=True, default="")
    unit = models.ForeignKey(
        "geography.AdminUnit", null=True, blank=True, on_delete=models.PROTECT, related_name="trace_places",
        verbose_name=_("commune"),
    )  # fmt: skip
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )  # fmt: skip
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )  # fmt: skip
    area_ha = models.DecimalField(_("area (ha)"), max_digits=9, decimal_places=2, null=True, blank=True)
    polygon = models.JSONField(_("outline (GeoJSON)"), null=True, blank=True)
    is_illustrative = models.BooleanField(_("illustrative"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["producer", "kind", "name"]
        verbose_name = _("place of the trace")
        verbose_name_plural = _("places of the trace")
        constraints = [
            models.UniqueConstraint(fields=["producer", "name"], name="place_name_once"),
            models.UniqueConstraint(fields=["gln"], condition=~models.Q(gln=""), name="place_gln_once"),
            models.CheckConstraint(
                condition=models.Q(gln="") | models.Q(gln__regex=r"^[0-9]{13}$"), name="place_gln_shape"
            ),
            models.CheckConstraint(
                condition=models.Q(gln="") | models.Q(check_digit_fits("gln", length=13)),
                name="place_gln_check_digit",
            ),
            models.CheckConstraint(condition=models.Q(code__regex=PLACE_CODE_PATTERN), name="place_code_shape"),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="place_point_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.name
