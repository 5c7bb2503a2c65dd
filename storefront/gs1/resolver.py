"""GS1-conformant resolver (Resolver Standard 1.2, URI Syntax 1.7): from an identity to what is known of it."""

import json
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from catalogue.traceability.gs1.links import (
    CONTEXT,
    CONTEXT_LINK,
    DEFAULT,
    DEFAULT_MULTI,
    LINKSET_TYPE,
    VOCABULARY,
    Entity,
    Link,
    best_links,
    link_type,
    linkset,
    wants_linkset,
    weights,
)
from catalogue.traceability.gs1.uri import DigitalLink, InvalidUri

from . import links as targets
from .raw_path import parse_scanned, scanned_address

_QUERY_SAFE = "/?:@!$&'()*+,;=%[]-._~"
"""Everything that may stand in a query; whatever else foreign parameters hold is percent-encoded."""
METHODS = "GET, HEAD, OPTIONS"


@csrf_exempt
def resolve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer a GS1 Digital Link URI: 307 to the best link, the link set, or 400 and 404."""
    own_path, query = scanned_address(request)
    if request.method not in ("GET", "HEAD", "OPTIONS"):
        return _open(HttpResponse(status=405, headers={"Allow": METHODS}))
    try:
        link = parse_scanned(own_path, query)
        if link.stem:
            raise InvalidUri("path", f"two primary keys: {link.stem} and {link.path}")
    except InvalidUri as error:
        return _refusal(request, 400, f"{error.where}: {error.reason}")
    root = f"{request.scheme}://{request.get_host()}"
    if request.method == "OPTIONS":
        return _with_linkset(HttpResponse(status=204, headers={"Allow": METHODS}), root, link)
    item = targets.trade_item(link.key.value) if link.key.ai == "01" else None
    if item is None:
        return _refusal(request, 404, f"({link.key.ai}) {link.key.value}: not known here")
    return _with_linkset(_answer(request, item, link, root, query), root, link)


@csrf_exempt
def description(request: HttpRequest) -> HttpResponse:
    """`/.well-known/gs1resolver`: what this resolver can do."""
    if request.method not in ("GET", "HEAD", "OPTIONS"):
        return _open(HttpResponse(status=405, headers={"Allow": METHODS}))
    if request.method == "OPTIONS":
        return _open(HttpResponse(status=204, headers={"Allow": METHODS}))
    body = {
        "name": "Sao Buôn",
        "resolverRoot": f"{request.scheme}://{request.get_host()}",
        "supportedPrimaryKeys": ["01"],
        "supportedLinkType": [{"namespace": VOCABULARY, "prefix": "gs1:"}],
        "linkTypeDefaultCanBeLinkset": False,
    }
    response = HttpResponse(json.dumps(body, ensure_ascii=False), content_type="application/json")
    response["Cache-Control"] = "public, max-age=3600"
    return _open(response)


def _answer(request: HttpRequest, item, link: DigitalLink, root: str, query: str) -> HttpResponse:
    requested = request.GET.get("linkType", "")
    language = request.GET.get("lang", "") or request.headers.get("Accept-Language", "")
    as_linkset = wants_linkset(request.headers.get("Accept", ""))
    kind = link_type(requested) if requested not in ("", "linkset", "all") else ""
    if kind is None:
        return _refusal(request, 404, f"linkType {requested[:80]}: no such link")
    if kind or as_linkset or requested:
        with translation.override(_page_language(language)):
            entities = targets.entities(item, link, root)
        links = _of_kind(entities, kind) if kind else ()
        if kind and not links:
            return _refusal(request, 404, f"linkType {requested[:80]}: no such link")
        if as_linkset or not kind:
            return _linkset(entities, as_linkset or LINKSET_TYPE)
    else:
        links = targets.default_links(item, link, root)
    if kind in ("", DEFAULT):
        links = tuple(one for one in links if one.kind == DEFAULT_MULTI) or links
    best = best_links(links, languages=language, media_type=request.GET.get("mediaType", ""))
    if len(best) > 1:
        return _linkset((Entity(root + link.path, item.product.title, best),), LINKSET_TYPE, status=300)
    return _redirect(best[0], link, query)


def _of_kind(entities: tuple[Entity, ...], kind: str) -> tuple[Link, ...]:
    """Links of a type at the most specific level that has any."""
    wanted = DEFAULT_MULTI if kind == DEFAULT else kind
    for entity in entities:
        if links := tuple(link for link in entity.links if link.kind == wanted):
            return links
    return ()


def _redirect(target: Link, link: DigitalLink, query: str) -> HttpResponse:
    response = HttpResponse(status=307)
    response["Location"] = target.href + (f"?{quote(query, safe=_QUERY_SAFE)}" if query else "")
    response["Cache-Control"] = "no-store" if link.qualifiers else "no-cache"
    return response


def _linkset(entities: tuple[Entity, ...], media_type: str, *, status: int = 200) -> HttpResponse:
    body = linkset(entities)
    if media_type == "application/ld+json":
        body = {"@context": CONTEXT, **body}
    response = HttpResponse(json.dumps(body, ensure_ascii=False), content_type=media_type, status=status)
    response["Link"] = CONTEXT_LINK
    response["Cache-Control"] = "no-cache"
    return response


def _with_linkset(response: HttpResponse, root: str, link: DigitalLink) -> HttpResponse:
    """CORS, and where the link set is."""
    own = f'<{root}{link.path}?linkType=linkset>; rel="linkset"; type="{LINKSET_TYPE}"; title="linkset"'
    response["Link"] = ", ".join(part for part in (response.get("Link", ""), own) if part)
    return _open(response)


def _refusal(request: HttpRequest, status: int, detail: str) -> HttpResponse:
    """A page for people, problem details (RFC 9457) for everybody else."""
    if any(name == "text/html" for name, _quality in weights(request.headers.get("Accept", ""))):
        with translation.override(_page_language(request.headers.get("Accept-Language", ""))):
            response = render(request, "gs1/refusal.html", {"status": status, "detail": detail}, status=status)
    else:
        title = "Not a valid GS1 Digital Link URI" if status == 400 else "Not known"
        body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        response = HttpResponse(
            json.dumps(body, ensure_ascii=False), content_type="application/problem+json", status=status
        )
    response["Cache-Control"] = "no-cache"
    return _open(response)


def _page_language(header: str) -> str:
    pages = tuple(Link("", "", "", (language,)) for language in targets.LANGUAGES)
    best = best_links(pages, languages=header)
    return best[0].languages[0] if best else settings.LANGUAGE_CODE


def _open(response: HttpResponse) -> HttpResponse:
    """Any site may ask (CORS); the answer depends on what the client accepts."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Allow-Methods"] = METHODS
    response["Access-Control-Allow-Headers"] = "*"
    response["Access-Control-Expose-Headers"] = "Link, Location"
    response["Vary"] = "Accept, Accept-Language"
    return response
