"""What the pages of the producers show."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import CharField, Count, F, Func, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Concat, Lower
from django.utils.translation import gettext as _

from catalogue.certification.queries import standings
from catalogue.geography.queries import place_text, successors_today
from catalogue.producers.models import Producer, ProducerType
from catalogue.products.models import Product
from catalogue.products.photos import has_photos
from catalogue.text import fold
from cms.models import StoryPage
from search.cards import CARD_COLUMNS, hits_of, load_card_facts

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


@dataclasses.dataclass(frozen=True)
class Shelf:
    """A sales point with the number of products of one producer that it has in stock."""

    name: str
    url: str
    address: str
    n_products: int
    is_illustrative: bool


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
    queryset = _matching(text)
    if kind in ProducerType.values:
        queryset = queryset.filter(type=kind)
    n_products = Count("products", filter=Q(products__is_public=True, products__parent=None))
    return queryset.select_related("unit__parent__parent").annotate(n_products=n_products).order_by("name")


def type_choices(*, text: str, kind: str) -> list[TypeChoice]:
    """The filters of the list, "all" first; kinds that nobody has are left out. One query."""
    counts = dict(_matching(text).order_by().values_list("type").annotate(Count("pk")))
    kind = kind if kind in ProducerType.values else ""
    choices = [TypeChoice("", _("All"), sum(counts.values()), not kind)]
    for value, label in ProducerType.choices:
        if counts.get(value) or value == kind:
            choices.append(TypeChoice(value, str(label), counts.get(value, 0), value == kind))
    return choices


def _matching(text: str) -> QuerySet:
    words = fold(text).split()
    queryset = Producer.objects.all()
    if not words:
        # A text of nothing but signs names nobody.
        return queryset.none() if text else queryset
    place = [Coalesce(F(f"unit{'__parent' * level}__name"), Value("")) for level in range(3)]
    whole = Concat("name", *(part for name in place for part in (Value(" "), name)), output_field=CharField())
    return queryset.annotate(folded=Folded(whole)).filter(*(Q(folded__contains=word) for word in words))


def producer_page(producer: Producer) -> dict:
    """A producer with its products, their stories, and the sales points that hold them now. Ten queries at most."""
    everything = Product.objects.filter(producer=producer.pk, is_public=True)
    everything = list(
        everything.only(*CARD_COLUMNS, "parent").annotate(has_photos=has_photos()).order_by("title", "pk")
    )
    for product in everything:
        product.producer = producer
    load_card_facts(everything, placed=[producer])
    products = [product for product in everything if not product.parent_id]  # variants stand on shelves only
    stories = StoryPage.objects.filter(product__producer=producer.pk, live=True).select_related("product")
    return {
        "producer": producer,
        "place": place_text(producer.unit),
        "today": successors_today([producer.unit]) if producer.unit else [],
        "hits": hits_of(products, standings([product.pk for product in products])),
        "stories": list(
            stories.only("title", "url_path", "summary", "is_illustrative", "product__title").order_by("title")
        ),
        "sales_points": _shelves(everything),
    }


def _shelves(products: Iterable[Product]) -> list[Shelf]:
    """Sales points with one of these products in stock, by name. No query."""
    by_point = defaultdict(list)
    for product in products:
        for record in product.stockrecords.all():
            if record.partner.sales_point_id and record.net_stock_level > 0:
                by_point[record.partner.sales_point].append(record)
    return [
        Shelf(
            name=point.name,
            url=point.get_absolute_url(),
            address=point.address,
            n_products=len({record.product_id for record in records}),
            is_illustrative=any(record.is_illustrative for record in records),
        )
        for point, records in sorted(by_point.items(), key=lambda item: item[0].name)
    ]
