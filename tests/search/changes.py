"""Random changes of everything that a search document shows: committed one by one, as an office does."""

import random
from collections.abc import Callable

from django.db import IntegrityError, transaction
from oscar.core.loading import get_model

from catalogue.certification.models import Certificate
from catalogue.geography.models import AdminUnit
from catalogue.producers.models import Producer
from catalogue.products.models import Category, Product
from catalogue.products.services import ocop_product_class
from cms.models import StoryPage
from search import outbox, replicas
from search.models import OutboxEntry, ReplicaChange, SuggestionChange

WORDS = ("cà phê", "mật ong", "sầu riêng", "mắc ca", "hồ tiêu", "bơ", "rượu cần", "thổ cẩm", "trà", "muối ớt")


def drain() -> None:
    """Do what the worker does with changes of products, for all engines."""
    while outbox.drain() + replicas.drain_elasticsearch():
        pass


def nothing_waits() -> bool:
    """Whether the worker has followed all changes."""
    return not any(queue.objects.exists() for queue in (OutboxEntry, SuggestionChange, ReplicaChange))


class Changes:
    """`make(number)` commits so many changes; the same seed makes the same ones."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)  # noqa: S311 - no secret
        self.made = 0
        self.kinds: list[Callable[[], None]] = [
            self._rename, self._rename, self._sell, self._sell, self._hide_or_show, self._create, self._delete,
            self._certify, self._move, self._regroup, self._rename_producer, self._tell,
        ]  # fmt: skip

    def make(self, number: int) -> None:
        for _ in range(number):
            with transaction.atomic():
                self.random.choice(self.kinds)()
            self.made += 1

    def _name(self) -> str:
        return f"{' '.join(self.random.sample(WORDS, 2))} {self.made}"

    def _any(self, rows):
        return rows[self.random.randrange(rows.count())]

    def _product(self) -> Product:
        return self._any(Product.objects.order_by("pk"))

    def _rename(self) -> None:
        Product.objects.filter(pk=self._product().pk).update(title=self._name())

    def _sell(self) -> None:
        records = get_model("partner", "StockRecord").objects.order_by("pk")
        if records.exists():
            record = self._any(records)
            record.price, record.num_in_stock = self.random.randrange(10, 900) * 1_000, self.random.randrange(4)
            record.save()

    def _hide_or_show(self) -> None:
        product = self._product()
        Product.objects.filter(pk=product.pk).update(is_public=not product.is_public)

    def _create(self) -> None:
        producer = self._any(Producer.objects.order_by("pk"))
        unit = self._any(AdminUnit.objects.order_by("pk"))
        Product.objects.create(
            title=self._name(),
            slug=f"thay-doi-{self.made}",
            producer=producer,
            unit=unit,
            product_class=ocop_product_class(),
        )

    def _delete(self) -> None:
        made = Product.objects.filter(slug__startswith="thay-doi-", certificates=None, stockrecords=None)
        product = made.order_by("pk").first()
        try:
            with transaction.atomic():
                if product:
                    product.delete()
        except IntegrityError:
            self._rename()  # something keeps it

    def _certify(self) -> None:
        product = self._product()
        year = self.random.randrange(2019, 2025)
        try:
            with transaction.atomic():
                Certificate.objects.create(product=product, stars=self.random.choice((3, 4)), issued=f"{year}-06-15")
        except IntegrityError:
            self._rename()  # it has one of that day

    def _move(self) -> None:
        unit = self._any(AdminUnit.objects.order_by("pk"))
        Product.objects.filter(pk=self._product().pk).update(unit=unit)

    def _regroup(self) -> None:
        product = self._product()
        product.categories.set([self._any(Category.objects.exclude(code=None).order_by("pk"))])

    def _rename_producer(self) -> None:
        producer = self._any(Producer.objects.order_by("pk"))
        Producer.objects.filter(pk=producer.pk).update(name=f"Hợp tác xã {self._name()}")

    def _tell(self) -> None:
        stories = StoryPage.objects.order_by("pk")
        if stories.exists():
            StoryPage.objects.filter(pk=self._any(stories).pk).update(summary=self._name())
