"""What the pages of the producers show."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable

from django.core.paginator import Paginator
from django.db.models import CharField, Count, Exists, F, Func, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Concat, Lower
from django.utils.translation import gettext as _

from catalogue.certification.queries import standings
from catalogue.geography.queries import place_text, successors_today
from catalogue.producers.models import Producer, ProducerType
from catalogue.products.models import Product
from catalogue.products.photos import has_photos
from catalogue.text import fold
from cms.models import StoryPage
from search.cards import CARD_COLUMNS, hits_of, load_card_facts, product_hits
from search.contract import Hit

PRODUCERS_PER_PAGE = 30

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
class ProducerCard:
    """A producer in a list. `best` is the product that stands for all: most stars today, then by name; None without
    any. `n_certified` counts products with stars today."""

    name: str
    url: str
    kind: str
    place: str
    n_products: int
    n_certified: int
    best: Hit | None


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
    """Producers by name, those without products last; every word of `text` must stand in the name or the place.

    Written with or without marks, in any order. An unknown `kind` is no filter.
    """
    queryset = _matching(text)
    if kind in ProducerType.values:
        queryset = queryset.filter(type=kind)
    has_products = Exists(Product.objects.filter(producer=OuterRef("pk"), is_public=True, parent=None))
    return queryset.select_related("unit__parent__parent").order_by(has_products.desc(), "name")


def producer_list(*, text: str, kind: str, page_number: str | None) -> dict:
    """One page of the producers, and the kinds to choose from; an impossible number leads to the nearest page."""
    kinds = type_choices(text=text, kind=kind)
    paginator = Paginator(producers(text=text, kind=kind), PRODUCERS_PER_PAGE)
    paginator.count = next(choice.count for choice in kinds if choice.is_chosen)
    page = paginator.get_page(page_number)
    page.object_list = _cards(list(page.object_list))
    return {"page": page, "kinds": kinds, "q": text}


def _cards(rows: list[Producer]) -> list[ProducerCard]:
    """The producers with the best of their products. Six queries."""
    hits = defaultdict(list)
    products = Product.objects.filter(producer__in=rows, is_public=True, parent=None).order_by("title", "pk")
    for hit in product_hits(products):
        hits[hit.producer_id].append(hit)
    return [
        ProducerCard(
            name=row.name,
            url=row.get_absolute_url(),
            kind=row.get_type_display(),
            place=place_text(row.unit),
            n_products=len(hits[row.pk]),
            n_certified=sum(bool(hit.stars) for hit in hits[row.pk]),
            best=max(hits[row.pk], key=lambda hit: hit.stars or 0, default=None),
        )
        for row in rows
    ]


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
