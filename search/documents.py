"""What the index holds of each product, read from the database in a constant number of queries.

One document for each product and *stretch of days* on which its state and stars do not change. A search for a
day finds exactly one of them, so stars and states are right on every day without any job at midnight.
"""

import dataclasses
import datetime
import functools
import hashlib
import html
import operator
from collections import defaultdict
from collections.abc import Iterable

import orjson
from django.db.models import QuerySet
from django.utils.html import strip_tags

from catalogue.certification.models import Certificate, ReportedStep
from catalogue.certification.queries import StatePeriod, state_periods, step_known_on
from catalogue.dates import PartialDate
from catalogue.geography.models import AdminUnit, System, Tier
from catalogue.products.models import Category, Product
from catalogue.text import fold
from catalogue.text import joined as joined_text

from .analysis import GAP, Word, framed, joined_terms, sorting_key, words
from .cards import Card, card_of, sales_points_of, with_card_facts
from .pages import published
from .places import Places
from .synonyms import synonyms

ONE_DAY = datetime.timedelta(days=1)
FIRST_DAY, LAST_DAY = 0, 99_999_999
VERSION = 8
"""Raise it when documents hold something new: the index is then built anew."""
BATCH = 500
SAID = ("name", "producer", "wide", "place", "place_maybe")
"""Fields of words from which all other ones are made, with nothing but rules that have a version."""


@dataclasses.dataclass(frozen=True)
class ProductDocument:
    """One document. `terms` are the words to find it by, field by field; `card` is what a hit shows.

    `from_day` and `to_day` are days as numbers, 20241231, both included. `areas` are slugs of all units the
    product belongs or may belong to; `district`, `groups` and `sold_labels` carry their label after a tab.
    `sold_near` are slugs of all units with a sales point that has the product, `sold_labels` their districts.
    """

    product_id: int
    from_day: int
    to_day: int
    stars: int
    known_stars: int
    terms: dict[str, tuple[str, ...]]
    areas: tuple[str, ...]
    district: str
    groups: tuple[str, ...]
    name_order: str
    newest: int
    card: Card
    producer_type: str = ""
    price: int | None = None
    in_stock: bool = False
    sold_near: tuple[str, ...] = ()
    sold_labels: tuple[str, ...] = ()
    kind: str = "product"

    @functools.cached_property
    def card_json(self) -> bytes:
        """The card as JSON."""
        return orjson.dumps(self.card)

    @property
    def digest(self) -> str:
        """Changes with anything in the document."""
        said = [self.terms.get(field) for field in SAID]
        return hashlib.blake2b(orjson.dumps([said, _facts(self)]) + self.card_json, digest_size=12).hexdigest()


_facts = operator.attrgetter(
    *(field.name for field in dataclasses.fields(ProductDocument) if field.name not in ("terms", "card"))
)


def day_number(day: datetime.date) -> int:
    """`date(2024, 12, 31)` → 20241231; the ends of time are 0 and 99999999."""
    if day == datetime.date.min:
        return FIRST_DAY
    if day == datetime.date.max:
        return LAST_DAY
    return day.year * 10_000 + day.month * 100 + day.day


def first_day(date: str) -> datetime.date:
    """The earliest day that a date of the register may mean, which is not blank."""
    parsed = PartialDate.parse(date)
    if parsed is None:
        raise ValueError("there is no date")
    return parsed.earliest


def indexed_products() -> QuerySet[Product]:
    """Products the search knows: the public ones; a variant is found through its product."""
    return Product.objects.filter(is_public=True, parent=None)


def all_documents(batch: int = BATCH) -> Iterable[list[ProductDocument]]:
    """Documents of all products, in batches."""
    ids = list(indexed_products().order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), batch):
        yield documents(ids[start : start + batch])


def documents(product_ids: Iterable[int]) -> list[ProductDocument]:
    """Documents of these products as they are now; none for those that are gone or not public."""
    products = list(with_card_facts(indexed_products().filter(pk__in=list(product_ids))).order_by("pk"))
    facts = _Facts(products)
    return [document for product in products for document in facts.documents_of(product)]


class _Facts:
    """Everything beside the products themselves, read once for all of them."""

    def __init__(self, products: list[Product]):
        ids = [product.pk for product in products]
        self.periods = state_periods(ids)
        self.steps: dict[int, list[ReportedStep]] = defaultdict(list)
        for step in ReportedStep.objects.filter(product_id__in=ids):
            self.steps[step.product_id].append(step)
        self.certificates: dict[int, list[Certificate]] = defaultdict(list)
        for certificate in Certificate.objects.filter(product_id__in=ids).exclude(issued=""):
            self.certificates[certificate.product_id].append(certificate)
        self.group_names = dict(Category.objects.exclude(code=None).values_list("code", "name"))
        stories = published("StoryPage").only("product_id", "title", "summary", "body")
        self.stories = {story.product_id: story for story in stories.filter(product_id__in=ids)}
        shops = {shop.unit_id for product in products for shop in sales_points_of(product)}
        self.places = Places({product.unit_id for product in products} | shops)

    def documents_of(self, product: Product) -> list[ProductDocument]:
        card = card_of(product)
        near = sales_points_of(product)
        codes = [code for code in _beginnings(card["group_code"]) if code in self.group_names]
        common = {
            "product_id": product.pk,
            "terms": self._terms(product, [self.group_names[code] for code in codes]),
            "areas": self.places.slugs(product.unit_id),
            "district": _labelled(_level(product.unit, Tier.DISTRICT)),
            "groups": tuple(f"{code}\t{self.group_names[code]}" for code in codes),
            "name_order": sorting_key(product.title),
            "newest": self._newest(product),
            "producer_type": product.producer.type if product.producer else "",
            "price": card["price"],
            "in_stock": card["in_stock"],
            "sold_near": tuple(dict.fromkeys(slug for shop in near for slug in self.places.slugs(shop.unit_id))),
            "sold_labels": tuple(sorted({_labelled(_level(shop.unit, Tier.DISTRICT)) for shop in near} - {""})),
        }
        return [
            ProductDocument(
                from_day=day_number(period.start),
                to_day=day_number(period.end),
                stars=period.stars or 0,
                known_stars=self._known_stars(product, period, council_stars),
                card={**card, "state": period.state, "council_stars": council_stars},
                **common,
            )
            for period, council_stars in self._stretches(product)
        ]

    def _stretches(self, product: Product) -> Iterable[tuple[StatePeriod, int | None]]:
        """The product's periods, each cut where a council's newer result changes the words on the card."""
        steps = self.steps[product.pk]
        reported = sorted(first_day(step.date) for step in steps if step.date)
        for period in self.periods[product.pk]:
            starts = [period.start, *(day for day in reported if period.start < day <= period.end)]
            pieces: list[tuple[StatePeriod, int | None]] = []
            for start in starts:
                step = step_known_on(steps, start)
                stars = step.stars if step else None
                if pieces and pieces[-1][1] == stars:
                    continue
                if pieces:
                    pieces[-1] = (dataclasses.replace(pieces[-1][0], end=start - ONE_DAY), pieces[-1][1])
                pieces.append((dataclasses.replace(period, start=start), stars))
            yield from pieces

    # -- words --------------------------------------------------------------------------------------

    def _terms(self, product: Product, group_names: list[str]) -> dict[str, tuple[str, ...]]:
        story = self.stories.get(product.pk)
        wide = [*group_names, product.kind.replace("_", " "), product.packaging]
        if story:
            wide += [story.title, story.summary, *texts_of(story.body.get_prep_value())]
        certain, candidates = self._spellings(product)
        return {
            **field_terms(product.title, producers=[product.producer.name if product.producer else ""], wide=wide),
            "place": tuple(certain),
            "place_maybe": tuple(candidates),
        }

    def _spellings(self, product: Product) -> tuple[list[str], list[str]]:
        certain, maybe = self.places.spellings(product.unit_id)
        if product.unit_id and product.former_commune:
            for name in (product.former_commune, product.former_commune.partition(" ")[2]):
                certain |= {fold(name), joined_text(name)}
        return sorted(certain - {""}), sorted(maybe - certain)

    # -- facts --------------------------------------------------------------------------------------

    def _newest(self, product: Product) -> int:
        """Day of the latest certificate or report as a number, as far as it is known; 0 if nothing is."""
        dates = [certificate.issued for certificate in self.certificates[product.pk]]
        dates += [step.date for step in self.steps[product.pk] if step.date]
        return max((day_number(first_day(date)) for date in dates), default=0)

    def _known_stars(self, product: Product, period: StatePeriod, council_stars: int | None) -> int:
        """The last known ranking: by the certificate of these days, a lapsed one, or a council."""
        if period.stars:
            return period.stars
        if period.state.is_revoked:
            return 0
        before = [c for c in self.certificates[product.pk] if first_day(c.issued) <= period.start]
        if before:
            return max(before, key=lambda certificate: first_day(certificate.issued)).stars
        return council_stars or 0


def _beginnings(code: str) -> list[str]:
    """`I.3.c` → `I`, `I.3`, `I.3.c`."""
    parts = code.split(".") if code else []
    return [".".join(parts[:length]) for length in range(1, len(parts) + 1)]


def _level(unit: AdminUnit | None, tier: Tier) -> AdminUnit | None:
    while unit is not None and unit.tier != tier:
        unit = unit.parent
    return unit if unit is not None and unit.system == System.PRE2025 else None


def _labelled(unit: AdminUnit | None) -> str:
    return f"{unit.slug}\t{unit.name}" if unit else ""


def field_terms(name: str, *, producers: Iterable[str], wide: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Terms to find something by: what it is called, who stands behind it, and everything else said of it."""
    called = words(name)
    made = [run for run in map(words, producers) if run]
    wide_words = [words(text) for text in wide if text]
    fields = {
        "name": [called],
        "same": [synonyms().meanings(called)],
        "producer": _each_once([*made, *map(synonyms().meanings, made)]),
        "wide": _each_once([*wide_words, *map(synonyms().meanings, wide_words)]),
    }
    terms = {}
    for field, runs in fields.items():
        terms[field] = _field(runs, "written")
        terms[f"{field}_loose"] = _field(runs, "loose")
    runs = [called, *made]
    in_one_piece = set().union(*map(joined_terms, runs)) - {word.loose for run in runs for word in run}
    return {**terms, "joined": tuple(sorted(in_one_piece))}


def _each_once(runs: list[list[Word]]) -> list[list[Word]]:
    return list({tuple(run): run for run in runs}.values())


def _field(runs: list[list[Word]], form: str) -> tuple[str, ...]:
    terms: list[str] = []
    for run in runs:
        if run:
            terms += [GAP, *framed(run, form)] if terms else framed(run, form)
    return tuple(terms)


def texts_of(value: object) -> list[str]:
    """All texts of a StreamField's raw value, without tags."""
    if isinstance(value, str):
        return [html.unescape(strip_tags(value.replace("<", " <")))]
    if isinstance(value, dict):
        return [text for key, item in value.items() if key not in ("id", "type") for text in texts_of(item)]
    if isinstance(value, list):
        return [text for item in value for text in texts_of(item)]
    return []
