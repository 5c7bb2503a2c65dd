"""Links of a GS1-conformant resolver (Resolver Standard 1.2): choosing one, and the link set of RFC 9264."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from catalogue.traceability.documents import JsonObject

VOCABULARY: Final = "https://ref.gs1.org/voc/"
CONTEXT: Final = "https://ref.gs1.org/standards/resolver/linkset-context"
CONTEXT_LINK: Final = f'<{CONTEXT}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"'
LINKSET_TYPE: Final = "application/linkset+json"
DEFAULT: Final = "defaultLink"
DEFAULT_MULTI: Final = "defaultLinkMulti"
_TYPE = re.compile(r"(?:gs1:|https?://(?:www\.|ref\.)?gs1\.org/voc/)(\w+)")


@dataclass(frozen=True, slots=True)
class Link:
    """One link of an entity. `kind` is a term of the GS1 web vocabulary such as `pip`."""

    kind: str
    href: str
    title: str
    languages: tuple[str, ...] = ()
    media_type: str = ""

    def as_target(self) -> JsonObject:
        """Target object of RFC 9264. The default link carries a title and nothing else."""
        target: JsonObject = {"href": self.href, "title": self.title}
        if self.kind != DEFAULT:
            if self.media_type:
                target["type"] = self.media_type
            if self.languages:
                target["hreflang"] = list(self.languages)
        return target


@dataclass(frozen=True, slots=True)
class Entity:
    """Something identified, with its links, the most specific identity first."""

    anchor: str
    description: str
    links: tuple[Link, ...]


def link_type(text: str) -> str | None:
    """Term behind `gs1:pip` or its full URI; None for other vocabularies."""
    match = _TYPE.fullmatch(text)
    return match.group(1) if match else None


def linkset(entities: Iterable[Entity]) -> JsonObject:
    """The link set as JSON of RFC 9264."""
    contexts = []
    for entity in entities:
        context: JsonObject = {"anchor": entity.anchor, "itemDescription": entity.description}
        for link in entity.links:
            context.setdefault(VOCABULARY + link.kind, []).append(link.as_target())
        contexts.append(context)
    return {"linkset": contexts}


def weights(header: str) -> list[tuple[str, float]]:
    """Ranges of an Accept or Accept-Language header with their q-values, best first. Nonsense is left out."""
    wanted = []
    for part in header[:1000].split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            if parameter.lower().startswith("q="):
                try:
                    quality = float(parameter[2:])
                except ValueError:
                    quality = 0.0
        if name and 0.0 <= quality <= 1.0:
            wanted.append((name.lower(), quality))
    return sorted(wanted, key=lambda one: -one[1])


def wants_linkset(accept: str) -> str | None:
    """Media type of the link set that an Accept header prefers to a page; None where it wants pages."""
    ranges = weights(accept)
    if any(name == LINKSET_TYPE and quality > 0 for name, quality in ranges):
        return LINKSET_TYPE
    page = max((quality for name, quality in ranges if name in ("text/html", "application/xhtml+xml")), default=0.0)
    for name, quality in ranges:
        if name in ("application/ld+json", "application/json") and quality > page:
            return name
    return None


def best_links(links: Sequence[Link], *, languages: str = "", media_type: str = "") -> tuple[Link, ...]:
    """The links that fit best; more than one where nothing tells them apart.

    `languages` is an Accept-Language header or a tag. Where no language fits, the first link's language stands.
    """
    fitting = [link for link in links if not media_type or link.media_type == media_type] or list(links)
    if not fitting:
        return ()
    wanted = [(tag, quality) for tag, quality in weights(languages) if quality > 0]
    for tag, _quality in wanted:
        if tag == "*":
            break
        speaking = [link for link in fitting if _speaks(link, tag)]
        if speaking:
            return _alike(speaking)
    return _alike(fitting)


def _speaks(link: Link, tag: str) -> bool:
    return any(tag.partition("-")[0] == language.partition("-")[0] for language in link.languages)


def _alike(links: Sequence[Link]) -> tuple[Link, ...]:
    first = links[0]
    return tuple(link for link in links if (link.languages, link.media_type) == (first.languages, first.media_type))
