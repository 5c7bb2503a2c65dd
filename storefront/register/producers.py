"""What the pages of the producers show."""

import dataclasses

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import CharField, Count, F, Func, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Concat, Lower
from django.utils.translation import gettext as _

from catalogue.geography.queries import place_text, successors_today
from catalogue.producers.models import Producer, ProducerType
from catalogue.products.models import Product
from catalogue.text import fold
from cms.models import StoryPage
from search.cards import product_hits
from storefront.partner.models import StockRecord
from storefront.salespoints.models import SalesPoint

_PLAIN = {
    "a": "àáảãạăằắẳẵặâầấẩẫậ",
    "d": "đ",
    "e": "èéẻẽẹêềếểễệ",
    "i": "ìíỉĩị",
    "o": "òóỏõọôồốổỗộơờớởỡợ",
    "u": "ùúủũụưừứửữự",
    "y": "ỳýỷỹỵ",
    " ": '.,-–()&/“”"',
}
_MARKED = "".join(_PLAIN.values()) + "'’‘"  # the apostrophes stand last and without a partner: they vanish
_UNMARKED = "".join(plain * len(marked) for plain, marked in _PLAIN.items())


@dataclasses.dataclass(frozen=True)
class TypeChoice:
    """One kind of producer as a filter: how many have it among those the text finds."""

    value: str
    label: str
    count: int
    is_chosen: bool


class Folded(Func):
    """A text column as `catalogue.text.fold` writes it, near enough to look for a folded word in it."""

    function = "TRANSLATE"
    output_field = CharField()

    def __init__(self, text):
        super().__init__(Lower(text), Value(_MARKED), Value(_UNMARKED))


def producers(*, text: str = "", kind: str = "") -> QuerySet:
    """Producers by name with `n_products`; every word of `text` must stand in the name or the place.

    Written with or without marks, in any order. An unknown `kind` is no filter.
    """
    found = _found(text)
    if kind in ProducerType.values:
        found = found.filter(type=kind)
    n_products = Count("products", filter=Q(products__is_public=True, products__parent=None))
    return found.select_related("unit__parent__parent").annotate(n_products=n_products).order_by("name")


def type_choices(*, text: str, kind: str) -> list[TypeChoice]:
    """The filters of the list, "all" first; kinds that nobody has are left out. One query."""
    counts = dict(_found(text).order_by().values_list("type").annotate(Count("pk")))
    kind = kind if kind in ProducerType.values else ""
    choices = [TypeChoice("", _("All"), sum(counts.values()), not kind)]
    for value, label in ProducerType.choices:
        if counts.get(value) or value == kind:
            choices.append(TypeChoice(value, str(label), counts.get(value, 0), value == kind))
    return choices


def _found(text: str) -> QuerySet:
    words = fold(text).split()
    queryset = Producer.objects.all()
    if not words:
        # A text of nothing but signs names nobody.
        return queryset.none() if text else queryset
    place = [Coalesce(F(f"unit{'__parent' * level}__name"), Value("")) for level in range(3)]
    whole = Concat("name", *(part for name in place for part in (Value(" "), name)), output_field=CharField())
    return queryset.annotate(folded=Folded(whole)).filter(*(Q(folded__contains=word) for word in words))


def producer_page(producer: Producer) -> dict:
    """A producer with its products, their stories, and the sales points that hold them now."""
    products = Product.objects.filter(producer=producer, is_public=True, parent=None).order_by("title")
    return {
        "producer": producer,
        "place": place_text(producer.unit),
        "today": successors_today([producer.unit]) if producer.unit else [],
        "hits": product_hits(products),
        "stories": list(
            StoryPage.objects.live().filter(product__producer=producer).select_related("product").order_by("title")
        ),
        "sales_points": list(_sales_points(producer)),
    }


def _sales_points(producer: Producer) -> QuerySet:
    stock = "partner__stockrecords"
    in_stock = {
        f"{stock}__product__producer": producer,
        f"{stock}__product__is_public": True,
        f"{stock}__in": StockRecord.objects.in_stock().values("pk"),
    }
    held = Count(f"{stock}__product", distinct=True)
    is_illustrative = BoolOr(f"{stock}__is_illustrative")
    points = SalesPoint.objects.filter(**in_stock).annotate(n_products=held, is_illustrative=is_illustrative)
    return points.order_by("name")
