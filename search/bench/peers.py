"""The same search as others would build it: Django's full text on PostgreSQL, and Wagtail's database search.

Both work on a database made for the purpose and dropped afterwards.
"""

import contextlib
import time
import uuid
from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector, SearchVectorField
from django.db import connection, models
from modelsearch.abstract_models import TextIDGenericRelation
from psycopg import sql
from wagtail.search import index
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from catalogue.text import fold
from search.documents import ProductDocument

PAGE = 20


class PeerProduct(index.Indexed, models.Model):
    """A product as both peers know it: name, and everything else in one text. Marks are folded away."""

    title = models.TextField()
    body = models.TextField()
    stars = models.PositiveSmallIntegerField()
    vector = SearchVectorField(null=True)

    search_fields = [index.SearchField("title", boost=3), index.SearchField("body"), index.FilterField("stars")]

    class Meta:
        app_label = "search"
        managed = False
        db_table = "bench_product"
        indexes = [GinIndex(fields=["vector"], name="bench_product_vector")]

    def __str__(self) -> str:
        return self.title


# What Wagtail does itself for models that are there when it starts.
TextIDGenericRelation(IndexEntry).contribute_to_class(PeerProduct, "index_entries")


@contextlib.contextmanager
def throw_away_database() -> Iterator[None]:
    """Within, the default connection leads to an empty database of its own."""
    name, home = f"bench_{uuid.uuid4().hex[:10]}", connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = home
        ContentType.objects.clear_cache()
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


class Peers:
    """Both peers over the same rows. Needs `throw_away_database`."""

    def __init__(self, documents: list[ProductDocument]):
        ContentType.objects.clear_cache()
        with connection.schema_editor() as editor:
            for model in (ContentType, IndexEntry, PeerProduct):
                editor.create_model(model)
        rows = [
            PeerProduct(
                pk=document.product_id,
                title=fold(document.card["name"]),
                body=fold(f"{document.card['producer_name']} {document.card['place']} {document.card['group_name']}"),
                stars=document.stars,
            )
            for document in documents
        ]
        PeerProduct.objects.bulk_create(rows, batch_size=1000)
        PeerProduct.objects.update(
            vector=SearchVector("title", weight="A", config="simple")
            + SearchVector("body", weight="C", config="simple")
        )
        self.backend = get_search_backend()
        entries = self.backend.get_index_for_model(PeerProduct)
        for start in range(0, len(rows), 500):
            entries.add_items(PeerProduct, rows[start : start + 500])
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def postgres(self, text: str) -> tuple[list[int], float]:
        """Ids of the first page with the total counted, and how long it took in milliseconds."""
        started = time.perf_counter()
        query = SearchQuery(fold(text), config="simple")
        matches = PeerProduct.objects.filter(vector=query)
        matches.count()
        ranked = matches.annotate(rank=SearchRank("vector", query)).order_by("-rank", "-stars", "title")
        ids = list(ranked.values_list("pk", flat=True)[:PAGE])
        return ids, (time.perf_counter() - started) * 1000

    def wagtail(self, text: str) -> tuple[list[int], float]:
        started = time.perf_counter()
        matches = self.backend.search(fold(text), PeerProduct)
        matches.count()
        ids = [product.pk for product in matches[:PAGE]]
        return ids, (time.perf_counter() - started) * 1000
