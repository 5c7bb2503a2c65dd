"""What visitors send to the office: one way in and the page of a number, for complaints and reports of suspicion.

The form is the same for everybody and works without cookie and without JavaScript. It carries no CSRF token, so the
sender is judged here (`basket.origin`); templates/intake/ holds the frames of the pages.

What costs little comes first: every form that is sent counts for the limits of its device and its network before
anything in it is looked at, and a photo is opened last, when all else is right.
"""

from collections.abc import Callable

from allauth.core import ratelimit
from django import forms
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView, View

from catalogue.parameters import text_in
from media.decoding import RETRY_SECONDS, DecoderBusy
from storefront.web.client_address import device_of
from storefront.web.idempotency.decorators import sent_once
from storefront.web.origin import Sender, sender_of

MIN_LETTERS, MIN_DIFFERENT, MIN_WORDS = 5, 3, 2
"""Of a text that says something: “tem mờ” does."""


class IntakeForm(forms.Form):
    """A form whose field `text` says something. Programs that fill in every field, also the one that people do not
    see, give themselves away."""

    doubt = ""
    """What may be typed wrong: said above the form."""
    must_repeat = False
    """Not kept yet because of a doubt: sent again, it is taken as it is."""

    confirm_address = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean(self) -> dict:
        """The checked values without the trap."""
        if self.cleaned_data.pop("confirm_address", ""):
            raise forms.ValidationError(
                _("A hidden field was filled in, perhaps by your browser. We have emptied it: please send again."),
                code="hidden_field",
            )
        return self.cleaned_data

    def clean_text(self) -> str:
        """Something that the office can look into: a few words, not one letter."""
        text = self.cleaned_data["text"]
        letters = [letter for letter in text.casefold() if letter.isalpha()]
        if len(letters) < MIN_LETTERS or len(set(letters)) < MIN_DIFFERENT or len(text.split()) < MIN_WORDS:
            raise forms.ValidationError(
                _("Please write a little more, in a few words: what is wrong, and how do you know?"), code="too_short"
            )
        return text

    def finish(self) -> dict:
        """The checked values as they are kept; what is costly to check is checked here, once all else is right.
        ValidationError with `error_dict` if it is wrong, DecoderBusy if it must be sent again in a moment."""
        return self.cleaned_data


@method_decorator(csrf_exempt, name="dispatch")
class IntakeView(FormView):
    """The form, empty or as a link fills it in (`get_initial`); sent, it is kept and leads to the page of its number.

    `address` names the form's address and the limit in ACCOUNT_RATE_LIMITS. `find` gives what was sent under a number
    as people type it, or None; `keep` keeps the checked values of the form and gives what is kept, which knows its
    page, or the path of one.
    """

    http_method_names = ("get", "head", "post")
    address = ""
    heading = ""
    number_prefix = ""

    find: Callable[[str], Model | None]
    keep: Callable[..., Model | str]

    def get(self, request, *args, **kwargs) -> HttpResponse:
        number = request.GET.get("reference", "").strip()
        message = self.find(number) if number else None
        if message:
            return redirect(message)
        return self._page(status=404 if number else 200, number=number[:40], has_preset=bool(request.GET))

    @method_decorator(sent_once(by_content=True))
    def post(self, request, *args, **kwargs) -> HttpResponse:
        sender = sender_of(request)
        if sender is Sender.FOREIGN:
            return render(request, "public/intake/foreign.html", {"form_url": self.form_url()}, status=403)
        is_limited = not self._may_send(request)
        form = self.get_form()
        if is_limited:
            return self._page(form=form, status=429, is_limited=True)
        if not form.is_valid():
            return self._page(form=form, status=422)
        if form.must_repeat:
            return self._page(form=form, status=200)
        if sender is Sender.UNKNOWN and not _has_token(request):
            return self._page(form=form, status=200, must_confirm=True)
        try:
            values = form.finish()
        except forms.ValidationError as error:
            form.add_error(None, error)
            return self._page(form=form, status=422)
        except DecoderBusy:
            return self._page(form=form, status=503, is_busy=True)
        return redirect(self.keep(**values))

    def form_url(self) -> str:
        """Path of the form."""
        return reverse(self.address)

    def _may_send(self, request) -> bool:
        """Counts a form for its device, for what it says, and for the network that many people may share."""
        device = device_of(request)
        said = "\0".join(text_in(request.POST.get(name), max_length=4000) for name in self.form_class.base_fields)
        counted = ((self.address, device), (f"{self.address}_again", f"{device}\0{said}"))
        return all(ratelimit.consume(request, action=action, key=key) for action, key in counted)

    def _page(self, *, status: int, **context) -> HttpResponse:
        context = self.get_context_data(form_url=self.form_url(), is_refused=status >= 400, **context)
        response = self.render_to_response(context, status=status)
        if status == 503:
            response["Retry-After"] = str(RETRY_SECONDS)
        return response


@method_decorator(never_cache, name="dispatch")
class ReceivedView(View):
    """What became of something sent, for whoever has its number: never what was written, nor by whom."""

    http_method_names = ("get", "head")
    intake: type[IntakeView] | None = None
    template_name = ""

    def get(self, request, reference: str) -> HttpResponse:
        message = self.intake.find(reference)
        if message is None:
            raise Http404(reference)
        if message.reference != reference:
            return redirect(message)
        context = {"report": message, "heading": self.intake.heading, "form_url": reverse(self.intake.address)}
        return render(request, self.template_name, context)


class _TokenCheck(CsrfViewMiddleware):
    """Django's check of the token as a question: what was typed must survive a wrong one."""

    def _reject(self, request, reason):
        return reason


def _has_token(request) -> bool:
    check = _TokenCheck(lambda request: None)
    check.process_request(request)
    return "csrfmiddlewaretoken" in request.POST and not check.process_view(request, _has_token, (), {})
