"""What the index of stories, producers, news and fairs holds, read from the database."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from catalogue.geography.queries import place_text
from catalogue.producers.models import Producer

from ..analysis import sorting_key
from ..cards import Card
from ..contract import KINDS
from ..documents import FIRST_DAY, LAST_DAY, ProductDocument, day_number, field_terms, first_day, texts_of
from ..pages import published, with_paths
from ..places import Places

OTHER_KINDS = tuple(kind for kind in KINDS if kind != "product")


def number_of(kind: str, pk: int) -> int:
    """Number of a thing in the index: the kinds share it."""
    return pk * len(OTHER_KINDS) + OTHER_KINDS.index(kind)


def story_documents(ids: Collection[int] | None = None) -> list[ProductDocument]:
    """Published stories, of these products only if given; their key is that of the product."""
    stories = published("StoryPage").exclude(product=None).order_by("pk")
    stories = stories.select_related("product__producer", "product__unit__parent__parent")
    if ids is not None:
        stories = stories.filter(product_id__in=ids)
    rows = list(stories)
    places = Places({story.product.unit_id for story in rows})
    return [
        _document(
            "story",
            story.product_id,
            name=story.title,
            around=[story.product.title, story.product.producer.name if story.product.producer else ""],
            wide=[story.summary, *texts_of(story.body.get_prep_value())],
            places=places,
            unit_id=story.product.unit_id,
            card={
                "path": path,
                "text": story.summary,
                "kicker": story.product.title,
                "place": place_text(story.product.unit, story.product.former_commune),
            },
        )
        for story, path in with_paths(rows)
    ]


def producer_documents(ids: Collection[int] | None = None) -> list[ProductDocument]:
    """Producers, these only if given."""
    producers = Producer.objects.select_related("unit__parent__parent").order_by("pk")
    if ids is not None:
        producers = producers.filter(pk__in=ids)
    rows = list(producers)
    places = Places({producer.unit_id for producer in rows})
    return [
        _document(
            "producer",
            producer.pk,
            name=producer.name,
            around=[],
            wide=[producer.address, *producer.facts],
            places=places,
            unit_id=producer.unit_id,
            producer_type=producer.type,
            card={"slug": producer.slug, "type": producer.type, "place": place_text(producer.unit)},
        )
        for producer in rows
    ]


def news_documents(ids: Collection[int] | None = None) -> list[ProductDocument]:
    """Published news, these pages only if given."""
    return [
        _document(
            "news",
            page.pk,
            name=page.title,
            around=[],
            wide=[page.summary, *texts_of(page.body.get_prep_value())],
            newest=page.date,
            card={"path": path, "text": page.summary, "days": [page.date]},
        )
        for page, path in with_paths(_pages("NewsPage", ids))
    ]


def fair_documents(ids: Collection[int] | None = None) -> list[ProductDocument]:
    """Published fairs, these pages only if given."""
    return [
        _document(
            "fair",
            page.pk,
            name=page.title,
            around=[page.venue, page.organiser],
            wide=[page.summary, page.note, *texts_of(page.body.get_prep_value())],
            newest=page.starts or page.ends,
            card={"path": path, "text": page.summary, "days": [page.starts, page.ends], "place": page.venue},
        )
        for page, path in with_paths(_pages("FairPage", ids))
    ]


READERS: dict[str, Callable[..., list[ProductDocument]]] = {
    "story": story_documents,
    "producer": producer_documents,
    "news": news_documents,
    "fair": fair_documents,
}


def all_of_them() -> Iterable[list[ProductDocument]]:
    """Documents of all kinds, kind by kind."""
    return (read() for read in READERS.values())


def _pages(model: str, ids: Collection[int] | None) -> list[Any]:
    pages = published(model).order_by("pk")
    return list(pages if ids is None else pages.filter(pk__in=ids))


def _document(
    kind: str,
    pk: int,
    *,
    name: str,
    around: list[str],
    wide: list[str],
    places: Places | None = None,
    unit_id: int | None = None,
    newest: str = "",
    producer_type: str = "",
    card: Card,
) -> ProductDocument:
    certain, maybe = places.spellings(unit_id) if places else ((), ())
    return ProductDocument(
        product_id=number_of(kind, pk),
        from_day=FIRST_DAY,
        to_day=LAST_DAY,
        stars=0,
        known_stars=0,
        terms={
            **field_terms(name, producers=around, wide=wide),
            "place": tuple(sorted(certain)),
            "place_maybe": tuple(sorted(maybe)),
        },
        areas=places.slugs(unit_id) if places else (),
        district="",
        groups=(),
        name_order=sorting_key(name),
        newest=day_number(first_day(newest)) if newest else 0,
        producer_type=producer_type,
        kind=kind,
        card={"pk": pk, "name": name, **card},
    )
