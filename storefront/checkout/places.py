"""Province and commune of an address: suggestions while they are typed, and a question where they are not clear.

Nobody is held up by what we do not know: a place that is not found stays as it was typed.
"""

import dataclasses
from collections.abc import Callable, Sequence

from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.geography import typed
from catalogue.parameters import text_in
from catalogue.text import joined

AS_TYPED = "as-typed"
MAX_LETTERS = 120
Place = typed.Province | typed.TodaysCommune


@dataclasses.dataclass(frozen=True)
class Question:
    """Which of these places was meant by `text`, asked beside the field `field`."""

    field: str
    text: str
    places: Sequence[Place]


@dataclasses.dataclass(frozen=True)
class Meant:
    """What a text stands for: a place of today, or (None) the text itself, or first a question."""

    place: Place | None = None
    question: Question | None = None


def meant_province(text: str, *, answer: str = "") -> Meant:
    """The province of today that was meant; `answer` is the name that was chosen when it was asked for."""
    place = typed.province_called(text)
    return Meant(place) if place else _chosen("province", text, [], typed.provinces_nearly_called, answer)


def meant_commune(text: str, *, province: typed.Province | None, answer: str = "") -> Meant:
    """The commune of today that was meant, in a province whose communes are known."""
    if province is None or province.code != typed.KNOWN_COMMUNES_OF:
        return Meant()
    former = province.formerly
    called = typed.communes_called(text, old_province=former)
    return _chosen("commune", text, called, lambda t: typed.communes_nearly_called(t, old_province=former), answer)


def _chosen(field: str, text: str, called: Sequence[Place], nearly: Callable, answer: str) -> Meant:
    if len(called) == 1:
        return Meant(called[0])
    places = called or nearly(text)
    chosen = next((place for place in places if place.name == answer), None)
    if chosen or not places or answer == AS_TYPED:
        return Meant(chosen)
    return Meant(question=Question(field, text, places))


def says_the_same(text: str, name: str) -> bool:
    """Whether a text is this name, with or without its kind: `ea na` and `Xã Ea Na`."""
    return bool(joined(text)) and joined(name).endswith(joined(text))


@require_safe
def suggest_provinces(request) -> JsonResponse:
    """What the typed `q` may become, for js/frame.js: `fill` names fields of the form and their values."""
    places = typed.provinces_like(_asked(request, "q"))
    return _answer(_("Provinces and cities"), places, lambda place: {"province": place.name})


@require_safe
def suggest_communes(request) -> JsonResponse:
    """The same for communes, in the province beside it or, where none is given yet, in ours."""
    beside = _asked(request, "province")
    province = typed.province_called(beside)
    if beside and (province is None or province.code != typed.KNOWN_COMMUNES_OF):
        return _answer("", [], dict)
    former = province.formerly if province else ""
    places = typed.communes_like(_asked(request, "q"), old_province=former)
    return _answer(
        _("Communes and wards of today"), places, lambda place: {"commune": place.name, "province": place.province}
    )


def _asked(request, name: str) -> str:
    return text_in(request.GET.get(name), max_length=MAX_LETTERS)


def _answer(heading: str, places: Sequence[Place], fill: Callable[[Place], dict]) -> JsonResponse:
    items = [
        {
            "kind": "place",
            "heading": heading,
            "label": place.name,
            "detail": _("formerly %(place)s") % {"place": place.formerly} if place.formerly else "",
            "fill": fill(place),
        }
        for place in places
    ]
    return JsonResponse(items, safe=False, json_dumps_params={"ensure_ascii": False})
