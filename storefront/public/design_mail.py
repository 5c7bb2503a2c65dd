"""All mails of the site as they are sent, in both languages, with illustrative facts."""

import dataclasses

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from storefront.mail.composing import compose
from storefront.mail.kinds import MailKind, mail_kinds

from .design import may_see_design

SOMEBODY = "nguyen.thi.mau@example.com"


@dataclasses.dataclass(frozen=True)
class Preview:
    """A mail with the facts called `name`, in one language; `number` counts the samples of its kind from 0."""

    name: str
    number: int
    language: str
    message: EmailMultiAlternatives

    @property
    def html(self) -> str:
        return str(self.message.alternatives[0].content)


def previews(kind: MailKind) -> list[Preview]:
    """Every sample of a kind in every language."""
    return [
        _preview(kind, number, language)
        for number in range(len(kind.samples()))
        for language, _name in settings.LANGUAGES
    ]


def _preview(kind: MailKind, number: int, language: str) -> Preview:
    with translation.override(language):
        name, letter = list(kind.samples().items())[number]
    return Preview(name, number, language, compose(kind.template, letter, language=language, to=SOMEBODY))


@require_safe
def kinds(request: HttpRequest) -> HttpResponse:
    """GET /design/mail/: the table of kinds."""
    if not may_see_design(request):
        raise Http404
    return render(request, "public/design_mails.html", {"kinds": mail_kinds().values()})


@require_safe
@csp_update({"frame-src": [SELF]})
def kind(request: HttpRequest, kind: str) -> HttpResponse:
    """GET /design/mail/<kind>/: each sample as HTML beside its text, in both languages."""
    found = _kind(request, kind)
    return render(request, "public/design_mail.html", {"kind": found, "previews": previews(found)})


@require_safe
@xframe_options_sameorigin
@csp_replace({"default-src": [NONE], "style-src": [UNSAFE_INLINE], "frame-ancestors": [SELF]})
def page(request: HttpRequest, kind: str, number: int, in_language: str) -> HttpResponse:
    """The HTML part alone: a mail brings its styles along, which pages of the site may not."""
    found = _kind(request, kind)
    if number >= len(found.samples()) or in_language not in dict(settings.LANGUAGES):
        raise Http404
    return HttpResponse(_preview(found, number, in_language).html)


def _kind(request: HttpRequest, name: str) -> MailKind:
    if not may_see_design(request) or name not in mail_kinds():
        raise Http404
    return mail_kinds()[name]
