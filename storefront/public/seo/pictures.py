"""Pictures for shared links: which one a page has, its address, and the file that is made once.

The address carries a key of everything the picture shows, so it never changes under an address. When the stars of
a product end at midnight its page names another address, and the old one leads there.
"""

import dataclasses
import functools
import hashlib
import logging
import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from catalogue.certification.queries import Standing, standing
from catalogue.dates import display_day
from catalogue.geography.queries import place_text
from catalogue.products.illustrations import Illustration
from catalogue.products.models import Product
from media import social
from search.cards import illustration_of

logger = logging.getLogger(__name__)

KEY_LENGTH = 12

KINDS = {
    "home": (gettext_lazy("OCOP products of Đắk Lắk"), gettext_lazy("Every star has its certificate."), "neutral"),
    "products": (
        gettext_lazy("OCOP products"),
        gettext_lazy("With producer, place and today's stars."),
        "coffee-cocoa",
    ),
    "producers": (gettext_lazy("Producers"), gettext_lazy("Who makes the OCOP products of Đắk Lắk."), "spirits"),
    "areas": (gettext_lazy("Areas"), gettext_lazy("OCOP products by district and commune, on both maps."), "produce"),
    "stories": (gettext_lazy("Stories"), gettext_lazy("Who makes a product, where and how."), "macadamia"),
    "news": (gettext_lazy("News"), gettext_lazy("News of the OCOP programme, each with its source."), "neutral"),
    "fairs": (gettext_lazy("Fairs"), gettext_lazy("Where OCOP products are shown and sold."), "flower"),
    "sales-points": (gettext_lazy("Sales points"), gettext_lazy("Where OCOP products can be bought."), "tea"),
    "certificates": (
        gettext_lazy("Look up a certificate"),
        gettext_lazy("Is it valid today, and until when?"),
        "basketry",
    ),
    "info": (
        gettext_lazy("About OCOP and this site"),
        gettext_lazy("What the stars mean and who gives them."),
        "neutral",
    ),
}
"""One picture for each kind of page that shows no single product: title, line below, drawing."""


@dataclasses.dataclass(frozen=True)
class PictureFacts:
    """What a picture shows, in the reader's language, and the address it has."""

    owner: str
    title: str
    lines: tuple[str, ...]
    drawing: Illustration
    url_name: str
    url_argument: str
    stars: int | None = None
    verdict: str = ""

    @property
    def key(self) -> str:
        """Changes when anything in the picture does."""
        facts = (self.title, self.lines, self.stars, self.verdict, get_language())
        shown = f"{_artwork_version(self.drawing.src)}{facts!r}"
        return hashlib.sha256(shown.encode()).hexdigest()[:KEY_LENGTH]

    @property
    def url(self) -> str:
        """Path of the picture."""
        return reverse(self.url_name, args=[self.url_argument, self.key])

    @property
    def alt(self) -> str:
        """The picture in words; that it shows a drawing is among them."""
        said = (self.title, *self.lines, self.verdict, self.drawing.alt)
        return ". ".join(part.rstrip(".") for part in said if part)


def product_picture(product: Product, *, place: str, stands: Standing, drawing: Illustration) -> PictureFacts:
    """Picture of a product loaded with its producer. No query."""
    producer = product.producer.name if product.producer else ""
    return PictureFacts(
        owner=f"product-{product.pk}",
        title=product.title,
        lines=tuple(line for line in (producer, place) if line),
        drawing=drawing,
        stars=stands.stars,
        verdict=_verdict(stands),
        url_name="social-product",
        url_argument=product.slug,
    )


def kind_picture(kind: str) -> PictureFacts:
    """The one picture of a kind of page; KeyError for a kind that does not exist."""
    title, line, drawing = KINDS[kind]
    return PictureFacts(
        owner=f"kind-{kind}",
        title=str(title),
        lines=(str(line),),
        drawing=Illustration(drawing),
        url_name="social-kind",
        url_argument=kind,
    )


def current_product_picture(product: Product) -> PictureFacts:
    """The same picture from the database: product loaded with producer, unit and categories."""
    return product_picture(
        product,
        place=place_text(product.unit, product.former_commune),
        stands=standing(product.pk),
        drawing=illustration_of(product),
    )


def _verdict(stands: Standing) -> str:
    if not stands.is_certified:
        return stands.headline
    return _("OCOP %(stars)s stars, until %(day)s") % {
        "stars": stands.stars,
        "day": display_day(stands.last_valid_day),
    }


# -- drawing and keeping ---------------------------------------------------------------------------


@functools.cache
def _static_text(path: str) -> str:
    return Path(finders.find(path)).read_text()


@functools.cache
def _artwork_version(drawing: str) -> str:
    """Of the code that draws and of the drawings it uses."""
    parts = (Path(social.__file__).read_text(), _static_text("img/mark.svg"), _static_text(drawing))
    return hashlib.sha256("".join(parts).encode()).hexdigest()


def picture_file(facts: PictureFacts) -> bytes:
    """The PNG: read where it was kept, else drawn and kept. A full disk costs time, never the picture."""
    folder = Path(settings.SOCIAL_DIR)
    language = get_language()
    path = folder / f"{facts.owner}-{language}-{facts.key}.png"
    try:
        return path.read_bytes()
    except OSError:
        image = _draw(facts)
    try:
        _keep(path, image)
        _forget_others(path, prefix=f"{facts.owner}-{language}-")
    except OSError as error:
        logger.warning("A picture for shared links could not be kept: %s", error)
    return image


def _draw(facts: PictureFacts) -> bytes:
    return social.social_png(
        social.SocialPicture(
            title=facts.title,
            lines=facts.lines,
            drawing=_static_text(facts.drawing.src),
            mark=_static_text("img/mark.svg"),
            wordmark=settings.OSCAR_SHOP_NAME,
            stars=facts.stars,
            verdict=facts.verdict,
        )
    )


def _keep(path: Path, image: bytes) -> None:
    """Whole or not at all: a reader never meets half a picture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(image)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _forget_others(path: Path, *, prefix: str) -> None:
    """One file for each picture and language: what stood under former keys goes."""
    for old in path.parent.glob(f"{prefix}*.png"):
        if old != path:
            old.unlink(missing_ok=True)
