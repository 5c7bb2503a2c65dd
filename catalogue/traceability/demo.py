"""Lots, events and stamps of the demo. Everything is invented and marked as illustrative."""

import dataclasses
import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from catalogue.geography.queries import successors_today
from catalogue.producers.models import Producer
from catalogue.products.models import Product
from catalogue.traceability.gs1.contents import check_digit
from catalogue.traceability.recalls.services import active_recalls, declare_recall
from catalogue.users import User

from .lots.events import EventFacts, record_event
from .lots.services import add_input, create_lot, create_place, set_gtin
from .models import Lot, Place, PlaceKind, ProductGtin, QuantityUnit, StampBatch, StampState
from .stamps import keys
from .stamps.batches import activate_batch, apply_to_lot, claim_at_print, make_batch, mark_delivered, mark_printed
from .stamps.packs import mark_sold

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SHEET = 65
RECALL_REASON = "Thu hồi thử để minh họa: không có lô hàng thật nào bị thu hồi."


@dataclasses.dataclass(frozen=True)
class Story:
    """A lot of the demo. Days count from `made`; `gtin` is the number before the check digit, of the range 020-029.

    Either so many kilograms of `raw`, or so many packs of the lot `source` went in.
    """

    title: str
    gtin: str
    code: str
    made: datetime.date
    packs: int
    raw: str
    went_in: int
    events: tuple[tuple[str, int, int | None], ...]
    source: str = ""
    state: str = StampState.ACTIVE
    is_recalled: bool = False
    is_one_sold: bool = False


_COFFEE = (
    ("harvest", -36, None), ("pre_processing", -35, None), ("drying", -33, None), ("roasting", -1, None),
    ("grinding", 0, None), ("packing", 0, None), ("storing", 1, None),
)  # fmt: skip
STORIES = (
    Story(
        "Cà phê rang mộc nguyên chất Eatu Coffee Robusta", "", "R241210", datetime.date(2024, 12, 10), 400,
        "Quả cà phê tươi", 1050, _COFFEE[:4] + _COFFEE[5:],
    ),
    Story(
        "Cà phê bột nguyên chất Ea Tu", "", "L241223", datetime.date(2024, 12, 23), 180, "", 190, _COFFEE[4:],
        source="R241210",
    ),
    Story(
        "Cà phê bột nguyên chất Ea Tu", "", "L241227", datetime.date(2024, 12, 27), 120, "", 130, _COFFEE[4:],
        source="R241210", state=StampState.DELIVERED,
    ),
    Story(
        "Cà phê Chồn Kiên Cường", "020000000004", "L241216", datetime.date(2024, 12, 16), 240,
        "Quả cà phê tươi", 620, _COFFEE,
    ),
    Story(
        "Hạt mắc ca Đắk Lắk cao cấp", "020000000002", "L241128", datetime.date(2024, 11, 28), 120,
        "Quả mắc ca tươi", 210,
        (
            ("harvest", -20, 210), ("shelling", -19, 96), ("drying", -14, 72), ("roasting", -1, None),
            ("packing", 0, None),
        ),
        is_one_sold=True,
    ),
    Story(
        "Bột ca cao Nam Trường Sơn", "020000000003", "L241105", datetime.date(2024, 11, 5), 90,
        "Hạt ca cao ướt", 160,
        (
            ("harvest", -24, 160), ("fermenting", -23, None), ("drying", -16, 58), ("roasting", -3, None),
            ("grinding", -2, None), ("packing", 0, None),
        ),
        is_recalled=True,
    ),
)  # fmt: skip


@transaction.atomic
def load_trace_demo(*, officer_email: str = "") -> dict[str, int]:
    """A key, illustrative GTINs, lots with events, and a sheet of stamps for each; the officer recalls one lot.

    What exists stays as it is, so a second run changes nothing. ImproperlyConfigured outside the demo.
    """
    if not settings.IS_DEMO:
        raise ImproperlyConfigured("illustrative stamps are made in the demo only")
    keys.ensure_current_key()
    for story in STORIES:
        product = Product.objects.filter(title=story.title, producer__isnull=False).select_related("producer").first()
        if product and product.producer and not Lot.objects.filter(product=product, code=story.code).exists():
            officer = get_user_model().objects.filter(email=officer_email).first()
            _tell(story, product, product.producer, officer=officer)
    return {
        "GTINs": ProductGtin.objects.filter(is_illustrative=True).count(),
        "lots": Lot.objects.filter(is_illustrative=True).count(),
        "stamps": sum(StampBatch.objects.filter(is_illustrative=True).values_list("count", flat=True)),
        "recalls": active_recalls().count(),
    }


def _tell(story: Story, product: Product, producer: Producer, *, officer: User | None) -> None:
    if story.gtin and not ProductGtin.objects.filter(product=product).exists():
        set_gtin(product=product, gtin=story.gtin + check_digit(story.gtin), is_illustrative=True)
    area, workshop = _places(producer)
    lot = create_lot(
        product=product, code=story.code, quantity=Decimal(story.packs), quantity_unit=QuantityUnit.PACK,
        produced_on=story.made, packed_on=story.made, expires_on=story.made.replace(year=story.made.year + 1),
        is_illustrative=True,
    )  # fmt: skip
    source = Lot.objects.filter(product__producer=producer, code=story.source).first() if story.source else None
    if source:
        add_input(lot=lot, source_lot=source, quantity=Decimal(story.went_in), quantity_unit=QuantityUnit.PACK)
    elif story.raw:
        add_input(lot=lot, place=area, material=story.raw, quantity=Decimal(story.went_in))
    for kind, days, kilograms in story.events:
        start = datetime.datetime.combine(story.made, datetime.time(8), HANOI) + datetime.timedelta(days=days)
        is_outside = kind in ("harvest", "fermenting")
        packs = story.packs if kind == "packing" else None
        amount = packs or kilograms
        facts = EventFacts(
            kind=kind,
            started_at=start,
            ended_at=start + datetime.timedelta(hours=8),
            actor="Tổ sản xuất (minh họa)",
            place=area if is_outside else workshop,
            quantity=Decimal(amount) if amount else None,
            quantity_unit=QuantityUnit.PACK if packs else QuantityUnit.KG,
        )
        record_event(lot=lot, facts=facts)
    batch = _stamps(story, lot)
    if story.is_recalled and officer is not None:
        declare_recall(by=officer, scope="lot", lot=lot, reason=RECALL_REASON)
    if story.is_one_sold:  # so that this verdict can be seen too
        mark_sold(stamp=batch.stamps.get(position=1), where="minh họa")


def _places(producer: Producer) -> tuple[Place, Place]:
    """Raw-material area and workshop of the producer: the commune is that of the register, a point is not known."""
    units = successors_today([producer.unit]) if producer.unit else []
    unit = units[0] if len(units) == 1 else None
    places = []
    for kind, name in (
        (PlaceKind.RAW_MATERIAL_AREA, "Vùng nguyên liệu (minh họa)"),
        (PlaceKind.PROCESSING, "Xưởng chế biến (minh họa)"),
    ):
        place = Place.objects.filter(producer=producer, name=name).first()
        places.append(place or create_place(producer=producer, kind=kind, name=name, unit=unit, is_illustrative=True))
    return places[0], places[1]


def _stamps(story: Story, lot: Lot) -> StampBatch:
    batch = make_batch(product=lot.product, lot=lot, count=SHEET, is_illustrative=True)
    claim_at_print(batch=batch)
    mark_printed(batch=batch)
    mark_delivered(batch=batch)
    if story.state == StampState.ACTIVE:
        apply_to_lot(batch=batch)
        activate_batch(batch=batch)
    return batch
