"""Certificate look-up (tra cứu chứng nhận): by product, producer or number; what is over is said as loudly."""

import dataclasses
import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue.certification.clock import registry_day
from catalogue.certification.models import Certificate
from catalogue.certification.queries import Standing, certificate_state, standings
from catalogue.certification.states import CertificateState
from catalogue.geography.queries import place_text
from catalogue.parameters import number_in, text_in
from catalogue.products.models import Product
from catalogue.text import fold
from catalogue.traceability.gs1.queries import products_of_typed_gtin
from catalogue.traceability.models import Stamp
from catalogue.traceability.stamps.queries import stamp_by_code
from search.contract import SearchQuery
from search.queries import search

MAX_TEXT = 100
LAST_PAGE = 999_999
PAGE_SIZE = 10
PRINTED = 50
"""Products on one printed list, at most."""

EXPLAINED = (
    CertificateState.VALID,
    CertificateState.EXPIRED,
    CertificateState.SUSPENDED,
    CertificateState.REVOKED,
    CertificateState.NOT_YET,
    CertificateState.COUNCIL_RANKED,
)
"""States whose meaning the empty page explains."""

_NUMBER_WORDS = frozenset(
    ["quyet", "dinh", "qd", "so", "giay", "chung", "nhan", "ma", "decision", "certificate", "no", "number"]
)


@dataclasses.dataclass(frozen=True)
class CertificateRow:
    """One certificate on the register's day; `last_day` None: not certain."""

    certificate: Certificate
    standing: Standing

    @property
    def last_day(self) -> datetime.date | None:
        return self.standing.last_valid_day


@dataclasses.dataclass(frozen=True)
class LookupRow:
    """A product with what the register says of it today, and all its certificates, newest first."""

    product: Product
    place: str
    standing: Standing
    certificates: tuple[CertificateRow, ...]


@dataclasses.dataclass(frozen=True)
class Found:
    """What was found: `by_number` and `stamp` say how, `near` that nothing matches exactly."""

    page: Page
    by_number: bool = False
    near: bool = False
    stamp: Stamp | None = None
    is_available: bool = True

    @property
    def rows(self) -> list[LookupRow]:
        return self.page.object_list

    @property
    def total(self) -> int:
        return self.page.paginator.count


def number_tokens(text: str) -> list[str]:
    """Parts of a number as typed, words before it left out: `Quyết định số 12/QĐ-UBND` → 12, qd, ubnd.

    Empty where the text is no number, such as `gạo ST25`.
    """
    tokens = fold(text).split()
    while tokens and tokens[0] in _NUMBER_WORDS:
        tokens = tokens[1:]
    return tokens if tokens and tokens[0].isdigit() else []


def _is_number(number: str, tokens: list[str]) -> bool:
    """Whether a stored number and the typed one name the same: one may break off earlier than the other."""
    own = number_tokens(number)
    length = min(len(own), len(tokens))
    return length > 0 and own[:length] == tokens[:length]


def product_ids_by_number(text: str) -> list[int]:
    """Public products whose register code, or the decision on one of whose certificates, has this number.

    Two queries at most. The database narrows by the digits, the folded text decides.
    """
    public = Product.objects.filter(is_public=True)
    tokens = number_tokens(text)
    if not tokens:
        return list(public.filter(code__iexact=text).values_list("pk", flat=True))
    longest = max((token for token in tokens if token.isdigit()), key=len)
    codes = public.filter(Q(code__iexact=text) | Q(code__contains=longest)).values_list("pk", "code")
    decisions = Certificate.objects.filter(
        decision_no__regex=rf"^\D*{tokens[0]}(\D|$)", product__is_public=True
    ).values_list("product_id", "decision_no")
    return list(dict.fromkeys(pk for pk, number in [*decisions, *codes] if _is_number(number, tokens)))


def _ids_by_gtin(text: str) -> list[int]:
    products = products_of_typed_gtin(text)
    return [] if products is None else list(products.values_list("pk", flat=True))


def look_up(text: str, *, page: int = 1, page_size: int = PAGE_SIZE) -> Found:
    """Products for a number, a stamp's code, or a name (the site's own search). Constant number of queries."""
    stamp = stamp_by_code(text)
    if stamp and stamp.product.is_public:
        ids = [stamp.product_id]
    else:
        ids = _ids_by_gtin(text) or product_ids_by_number(text)
    if ids:
        titles = Product.objects.filter(pk__in=ids).order_by("title", "pk").values_list("pk", flat=True)
        results_page = Paginator(titles, page_size).get_page(page)
        results_page.object_list = rows_of(list(results_page.object_list))
        return Found(results_page, by_number=stamp is None, stamp=stamp)
    result = search(SearchQuery(text=text, page=page, page_size=page_size))
    if page > result.pages > 0:
        result = search(SearchQuery(text=text, page=result.pages, page_size=page_size))
    results_page = Paginator(range(result.total), page_size).get_page(page)
    results_page.object_list = rows_of([hit.id for hit in result.hits])
    return Found(results_page, near=result.near or bool(result.corrected), is_available=result.is_available)


def rows_of(product_ids: list[int]) -> list[LookupRow]:
    """Rows in the order of the ids, on the register's day. Four queries."""
    day = registry_day()
    products = Product.objects.select_related("producer", "unit__parent__parent").in_bulk(product_ids)
    stands = standings(product_ids, on=day)
    certificates: dict[int, list[CertificateRow]] = {pk: [] for pk in product_ids}
    for certificate in Certificate.objects.filter(product_id__in=product_ids).order_by("-issued", "-pk"):
        standing = Standing(day=day, state=certificate_state(certificate, day), certificate=certificate)
        certificates[certificate.product_id].append(CertificateRow(certificate, standing))
    return [
        LookupRow(
            product=products[pk],
            place=place_text(products[pk].unit, products[pk].former_commune),
            standing=stands[pk],
            certificates=tuple(certificates[pk]),
        )
        for pk in product_ids
        if pk in products
    ]


@require_safe
def certificate_lookup(request):
    """`?q=` is the whole state; `view=print` gives a bare sheet for paper."""
    text = text_in(request.GET.get("q"), max_length=MAX_TEXT)
    is_print = request.GET.get("view") == "print" and bool(text)
    context = {"q": text, "day": registry_day()}
    if not text:
        context["explained"] = [Standing(day=context["day"], state=state) for state in EXPLAINED]
        return render(request, "public/register/lookup.html", context)
    size = PRINTED if is_print else PAGE_SIZE
    page = number_in(request.GET.get("page"), low=1, high=LAST_PAGE) or 1
    context["results"] = look_up(text, page=page, page_size=size)
    return render(
        request, "public/register/lookup_print.html" if is_print else "public/register/lookup.html", context
    )
