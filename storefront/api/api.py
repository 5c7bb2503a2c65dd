"""The JSON API: the register for machines, at /api/v1/."""

from typing import Annotated, Literal

from django.conf import settings
from django.http import Http404
from ninja import NinjaAPI, Query, Schema
from ninja.errors import HttpError
from pydantic import AfterValidator, Field

from catalogue.certification.clock import registry_day
from catalogue.geography.models import System, Tier
from catalogue.parameters import storable
from catalogue.text import visible
from search.contract import HIGHEST_PRICE, INTENTS, PRODUCER_TYPES, SearchQuery
from search.queries import search
from storefront.gs1.passport import router as passports

from . import queries
from .schemas import ProducerOut, ProductOut, ProductPage, UnitOut

api = NinjaAPI(
    title="Sao Buôn",
    version="1",
    urls_namespace="api",
    description=(
        "Register of OCOP products of Đắk Lắk. `stars` always comes from a certificate valid on the register's "
        "day (`registry_date`); a product without one has `null`."
    ),
)


def _without_control(text: str) -> str:
    if storable(text) != text:
        raise ValueError("must not hold a NUL character")
    return text


Text = Annotated[str, Field(max_length=10_000), AfterValidator(_without_control)]


class ProductFilters(Schema):
    q: Text = Field("", description="Words to look for, with or without marks.")
    area: Text = Field("", description="Code or slug of any unit; `system:code` where a code exists twice.")
    district: Text = Field("", description="Official name before July 2025, such as Huyện Cư M'gar.")
    stars: int | None = Field(None, ge=3, le=5, description="Certified at exactly this many stars now.")
    group: Text = Field("", description="Group or sub-group code, such as I or I.6.")
    producer_type: Literal["", *PRODUCER_TYPES] = Field("", description="Kind of producer.")
    price_min: int | None = Field(None, ge=0, le=HIGHEST_PRICE, description="Lowest price in đồng.")
    price_max: int | None = Field(None, ge=0, le=HIGHEST_PRICE, description="Highest price in đồng.")
    in_stock: bool = Field(False, description="Only what can be bought online now.")
    sold_near: Text = Field("", description="Slug of a unit with a sales point that has it in stock.")
    without: list[Literal[INTENTS]] = Field([], description="What the text shall not be understood as.")
    page: int = Field(1, ge=1, le=1_000_000)
    page_size: int = Field(20, ge=1, le=100)


def unprocessable(parameter: str, message: str) -> HttpError:
    return HttpError(422, f"{parameter}: {message}")


@api.get("products", response=ProductPage, summary="Search the register")
def list_products(request, filters: Query[ProductFilters]):
    area = ""
    if filters.area:
        unit = queries.unit_by_code_or_slug(filters.area)
        if unit is None:
            raise unprocessable("area", f"no unit has the code or slug {filters.area[:80]!r}")
        area = unit.slug
    district = queries.district_called(filters.district) if filters.district else ""
    if district is None:
        raise unprocessable("district", f"no district was officially called {filters.district[:80]!r}")
    if filters.group and not queries.is_group(filters.group):
        raise unprocessable("group", f"no group has the code {filters.group[:20]!r}")
    result = search(
        SearchQuery(
            text=filters.q,
            area=area or None,
            district=district or None,
            stars=(filters.stars,) if filters.stars else (),
            group=filters.group or None,
            producer_type=filters.producer_type or None,
            price_min=filters.price_min,
            price_max=filters.price_max,
            in_stock=filters.in_stock,
            sold_near=visible(filters.sold_near).strip() or None,
            without=tuple(filters.without),
            page=filters.page,
            page_size=filters.page_size,
        )
    )
    return {
        "total": result.total,
        "near": result.near,
        "corrected": result.corrected or None,
        "understood": [
            {"kind": one.kind, "value": one.value, "label": one.label or None, "left_out": one.is_left_out}
            for one in result.understood
        ],
        "took_ms": {"engine": round(result.took_ms, 2), "total": round(result.total_ms, 2)},
        "engine": result.engine,
        "degraded": result.is_degraded,
        "page": filters.page,
        "page_size": filters.page_size,
        "registry_date": registry_day(),
        "results": queries.api_cards(result.hits, site_url=settings.SITE_URL),
        "facets": {
            name: [{"value": str(facet.value), "label": str(facet.label), "count": facet.count} for facet in values]
            for name, values in result.facets.items()
        },
    }


@api.get("products/{product_id}", response=ProductOut, summary="One product with its certificates")
def get_product(request, product_id: int):
    product = queries.product_detail(product_id, site_url=settings.SITE_URL)
    if product is None:
        raise Http404
    return product


@api.get("producers/{producer_id}", response=ProducerOut, summary="One producer with its products")
def get_producer(request, producer_id: int):
    producer = queries.producer_detail(producer_id, site_url=settings.SITE_URL)
    if producer is None:
        raise Http404
    return producer


class AreaFilters(Schema):
    system: System | None = Field(None, description="pre2025 or post2025.")
    tier: Tier | None = Field(None, description="province, district or commune.")
    q: Text = Field("", description="A name in any spelling; old names lead to today's units too.")


@api.get("areas", response=list[UnitOut], summary="Administrative units of both systems")
def list_areas(request, filters: Query[AreaFilters]):
    return queries.areas(system=filters.system, tier=filters.tier, text=filters.q, site_url=settings.SITE_URL)


api.add_router("", passports)
