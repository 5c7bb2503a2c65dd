"""The design page: every component in every state, with sample data that is no part of the register."""

import datetime
import re
import textwrap
from types import SimpleNamespace

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from catalogue.certification.models import CouncilLevel
from catalogue.certification.queries import Standing, state_label
from catalogue.certification.states import CertificateState
from catalogue.dates import PartialDate
from catalogue.long_texts import LongTextField
from catalogue.money import dong
from catalogue.products.illustrations import TINTS, Illustration, kinds

COMPONENTS = settings.BASE_DIR / "storefront" / "templates" / "components"
SAMPLE_DAY = datetime.date(2024, 12, 31)
LONG_PRODUCER = "HTX nông nghiệp và thương mại sản xuất bún khô Chi Lăng - Khánh Xuân"
LONG_PRODUCT = "Cà phê bột Ea H'leo Coffee sạch – nguyên chất 100%"


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Full name"))
    phone = forms.CharField(label=_("Phone"), help_text=_("So that the producer can call you about the delivery."))
    note = LongTextField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    way = forms.ChoiceField(
        label=_("Delivery"), widget=forms.RadioSelect, choices=[("post", _("By post")), ("pickup", _("Pick up"))]
    )
    agreed = forms.BooleanField(label=_("I have read the terms"))


def _certificate(**values) -> SimpleNamespace:
    return SimpleNamespace(
        **{
            "stars": 4,
            "score": None,
            "issuing_body": "",
            "council_level": CouncilLevel.PROVINCE,
            "get_council_level_display": CouncilLevel.PROVINCE.label,
            "decision_no": "",
            "issued_date": PartialDate(2023),
            "valid_period": SimpleNamespace(upper=datetime.date(2026, 1, 1)),
        }
        | values
    )


def _standings() -> list[Standing]:
    """One standing of each state."""
    certificates = {
        CertificateState.VALID: _certificate(
            stars=5,
            score=95,
            council_level=CouncilLevel.NATIONAL,
            get_council_level_display=CouncilLevel.NATIONAL.label,
            issued_date=PartialDate(2024, 11, 5),
            valid_period=SimpleNamespace(upper=datetime.date(2027, 11, 6)),
        ),
        CertificateState.EXPIRING: _certificate(
            stars=3,
            issued_date=PartialDate(2022, 2, 28),
            valid_period=SimpleNamespace(upper=datetime.date(2025, 3, 1)),
        ),
        CertificateState.SUSPENDED: _certificate(suspended_from=datetime.date(2024, 12, 1), suspended_until=None),
        CertificateState.REVOKED: _certificate(
            valid_period=SimpleNamespace(upper=datetime.date(2024, 12, 1)),
            revoked_on=datetime.date(2024, 12, 1),
            revocation_reason=_("A sample, not a real case"),
        ),
        CertificateState.POSSIBLY_EXPIRED: _certificate(
            issued_date=PartialDate(2021), valid_period=SimpleNamespace(upper=datetime.date(2024, 1, 1))
        ),
        CertificateState.EXPIRED: _certificate(
            issued_date=PartialDate(2021, 6, 1), valid_period=SimpleNamespace(upper=datetime.date(2024, 6, 2))
        ),
        CertificateState.UNDATED: _certificate(issued_date=None, valid_period=None),
        CertificateState.NOT_YET: _certificate(
            issued_date=PartialDate(2025), valid_period=SimpleNamespace(upper=datetime.date(2028, 1, 1))
        ),
    }
    ranked = SimpleNamespace(stars=4)
    return [
        Standing(
            day=SAMPLE_DAY,
            state=state,
            stars=certificates[state].stars if state.shows_stars else None,
            certificate=certificates.get(state),
            step=ranked if state == CertificateState.COUNCIL_RANKED else None,
        )
        for state in CertificateState
    ]


def _hits() -> list[SimpleNamespace]:
    """Cards: with and without stars, price, stock and producer; the longest real names."""
    base = {
        "url": "#",
        "producer_name": LONG_PRODUCER,
        "producer_url": "#",
        "place": "Xã Ea Na, Huyện Krông A Na",
        "stars": None,
        "state_label": "",
        "illustration": Illustration("coffee"),
        "price": None,
        "net_content": "",
        "in_stock": True,
        "is_sale_stopped": False,
        "marked": {},
    }
    return [
        SimpleNamespace(**base | values)
        for values in (
            {"name": LONG_PRODUCT, "stars": 5, "price": 125000, "net_content": "500 g"},
            {"name": "Cà phê bột", "stars": 4, "price": 98000, "net_content": "250 g", "in_stock": False},
            {"name": "Muối hạt sạch", "stars": 3, "illustration": Illustration("salt", 8)},
            {
                "name": "Trà mãng cầu",
                "producer_name": "",
                "place": "",
                "state_label": state_label(CertificateState.PROPOSED),
                "illustration": Illustration("herbal-tea", 4),
            },
        )
    ]


def interfaces() -> dict[str, str]:
    """File name of every component and the comment that names its parameters ("" where there is none)."""
    documented = {}
    for path in sorted(COMPONENTS.glob("*.html")):
        comment = re.search(r"{% comment %}(.*?){% endcomment %}", path.read_text(), re.DOTALL)
        documented[path.name] = textwrap.dedent(comment[1]).strip() if comment else ""
    return documented


def _tabs() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(label=_("All"), url="#", count=151, is_current=True),
        SimpleNamespace(label=_("Certified"), url="#", count=98, is_current=False),
        SimpleNamespace(label=_("About the product"), url="#", count=None, is_current=False),
    ]


def _steps() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(label=_("Basket"), url="#", is_done=True, is_current=False),
        SimpleNamespace(label=_("Address"), url="", is_done=False, is_current=True),
        SimpleNamespace(label=_("Check and order"), url="", is_done=False, is_current=False),
    ]


def _events() -> list[SimpleNamespace]:
    """A timeline with and without date, text and source, in every tone."""
    samples = [
        ("20/12/2021", "", _("takes part in the examination"), ""),
        ("2022", "good", _("certified"), "https://example.org/"),
        ("1/12/2024", "bad", _("revoked"), ""),
        ("31/12/2024", "warn", _("expired"), ""),
        ("", "", _("No lot has been recorded yet"), ""),
    ]
    return [
        SimpleNamespace(
            date=date,
            tone=tone,
            title=title,
            text=_("A sample, not a real case") if tone == "bad" else "",
            source=source,
            source_label="example.org",
        )
        for date, tone, title, source in samples
    ]


def _table() -> dict:
    return {
        "columns": [
            SimpleNamespace(label=_("Product")),
            SimpleNamespace(label=_("Producer")),
            SimpleNamespace(label=_("Price"), is_number=True),
        ],
        "rows": [
            [
                SimpleNamespace(text=hit.name, url="#"),
                SimpleNamespace(text=hit.producer_name or _("not in the data")),
                SimpleNamespace(text=dong(hit.price) or "–", is_number=True),
            ]
            for hit in _hits()
        ],
    }


def samples() -> dict:
    """Context of pages/design.html. Runs no query."""
    refused = SampleForm({"name": "", "phone": "12", "way": "post"}, auto_id="refused_%s")
    refused.is_valid()
    options = [
        SimpleNamespace(label="Huyện Krông Pắc", url="#", count=18, is_chosen=True),
        SimpleNamespace(label="Thành phố Buôn Ma Thuột", url="#", count=41, is_chosen=False),
        SimpleNamespace(label="Huyện Cư M'gar", url="#", count=7, is_chosen=False),
    ]
    return {
        "hits": _hits(),
        "standings": _standings(),
        "form": SampleForm(),
        "refused_form": refused,
        "is_refused": False,
        "options": options,
        "chips": options[:2],
        "page": Paginator(range(200), 12).page(7),
        "tabs": _tabs(),
        "steps": _steps(),
        "events": _events(),
        "table": _table(),
        "drawings": [Illustration(key, number % (2 * TINTS)) for number, key in enumerate(kinds())],
        "interfaces": interfaces(),
        "long_producer": LONG_PRODUCER,
        "long_product": LONG_PRODUCT,
    }


def may_see_design(request: HttpRequest) -> bool:
    """In the demo everybody, elsewhere staff."""
    return settings.IS_DEMO or request.user.is_staff


def design(request: HttpRequest) -> HttpResponse:
    """GET /design/: see `may_see_design`."""
    if not may_see_design(request):
        raise Http404
    return render(request, "public/design.html", samples())
