"""Shapes of the JSON API."""

import datetime

from ninja import Field, Schema


class Links(Schema):
    self: str


class PartOut(Schema):
    text: str
    hit: bool


class ProductCard(Schema):
    id: int
    code: str = Field(description="Register code where one was given, else empty.")
    gtin: str | None = Field(description="GTIN-14, null where none is known.")
    gtin_is_illustrative: bool = Field(description="True: of the range 020-029, only to show how it works.")
    name: str
    producer: str | None = Field(description="Null where no source names the producer.")
    district: str | None = Field(description="Official name in the map before July 2025.")
    commune: str | None
    stars: int | None = Field(description="Stars of a certificate valid on the register's day, else null.")
    state: str = Field(description="What the register says in a few words.")
    group: str | None = Field(description="Sub-group code of the official catalogue, such as I.6.")
    group_name: str | None
    price: int | None = Field(description="đồng; null: ask the producer.")
    price_is_illustrative: bool
    net_content: str | None = Field(description="What one unit at this price holds, such as 500 g; null: not known.")
    net_content_is_illustrative: bool
    in_stock: bool = Field(description="Can be bought online now.")
    is_sale_stopped: bool = Field(description="True: offered online, but something of it is recalled.")
    highlights: dict[str, list[PartOut]] = Field(description="Texts in parts; `hit` is what was looked for.")
    url: str


class FacetValue(Schema):
    value: str
    label: str
    count: int


class UnderstoodOut(Schema):
    kind: str = Field(description="stars, area or type.")
    value: str = Field(description="A number of stars, the slug of a unit, or a kind of producer.")
    label: str | None
    left_out: bool = Field(description="True: it does not count (parameter `without`).")


class TimesOut(Schema):
    engine: float
    total: float


class ProductPage(Schema):
    total: int
    near: bool = Field(description="True: nothing matched all the words; these match most of them.")
    corrected: str | None = Field(description="The text that was searched instead of the typed one.")
    understood: list[UnderstoodOut] = Field(description="What the text asks for beside words.")
    took_ms: TimesOut
    engine: str = Field(description="The search engine that answered: tantivy or elasticsearch.")
    degraded: bool = Field(description="True: it stands in for the usual one, which does not answer now.")
    page: int
    page_size: int
    registry_date: datetime.date
    results: list[ProductCard]
    facets: dict[str, list[FacetValue]]


class CertificateOut(Schema):
    stars: int
    state: str
    score: float | None
    issuing_body: str
    council_level: str
    decision_no: str
    issued: str = Field(description="As precise as known: YYYY, YYYY-MM or YYYY-MM-DD; empty: unknown.")
    issued_precision: str | None
    last_valid_day: datetime.date | None = Field(description="Last day on which it is certainly valid.")


class UnitOut(Schema):
    system: str
    code: str
    name: str
    kind: str
    tier: str
    slug: str
    url: str
    parent: str | None
    successors: list[str] = Field(description="Slugs of today's units, for units of the old map.")


class ProducerBrief(Schema):
    id: int
    name: str
    type: str
    url: str


class ProductOut(ProductCard):
    standing: str
    explanation: str
    certificates: list[CertificateOut]
    producer_detail: ProducerBrief | None
    unit: str | None
    units_today: list[str]
    stamp: str | None
    sources: list[str]


class ProducerOut(ProducerBrief):
    address: str
    district: str | None
    commune: str | None
    founded: str
    website: str
    facts: list[str]
    sources: list[str]
    products: list[ProductCard]
