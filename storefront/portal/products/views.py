"""The producer's catalogue desk: prices and stock in one list, each product with its texts and photos."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from catalogue.errors import Refusal
from catalogue.parameters import text_in
from catalogue.products import listing
from media.decoding import DecoderBusy
from media.focus import focus_of
from media.models import Photo
from media.queries import picture_of, with_renditions
from media.uploads import busy, cleaned
from storefront.accounts.access import producer_for
from storefront.partner.offers import OffersRefused, edit_offers
from storefront.portal.access import listing_change_for, photo_for, product_for
from storefront.portal.pages import READ_AND_WRITE, page
from storefront.web.idempotency.decorators import sent_once

from .forms import NewPhotoForm, OfferForm, PhotoForm, TextsForm
from .queries import FILTERS, chosen, rows_of

PER_PAGE = 30


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def products(request, producer_pk: int):
    """All goods of the producer; a POST saves the prices, units and net contents of the page."""
    producer = producer_for(request.user, producer_pk)
    rows, forms, is_refused = rows_of(producer), None, False
    if request.method == "POST":
        sent = [form for row in rows if (form := OfferForm(request.POST, row=row)).is_sent]
        changed = _save(producer, sent, by=request.user)
        if changed is not None:
            text = ngettext("%(n)s offer changed.", "%(n)s offers changed.", changed)
            messages.success(request, text % {"n": changed} if changed else _("Nothing was different."))
            return redirect(request.get_full_path())
        forms, is_refused = sent, True
    name = request.GET.get("muc", "")
    name, text = name if name in FILTERS else "", text_in(request.GET.get("q"), max_length=100)
    found = Paginator(chosen(rows, text=text, name=name), PER_PAGE).get_page(request.GET.get("page"))
    own = reverse("portal-products", args=[producer.pk])
    context = {
        "producer": producer,
        "page": found,
        "forms": forms or [OfferForm(row=row) for row in found],
        "is_refused": is_refused,
        "text": text,
        "muc": name,
        "filters": [
            {
                "label": label,
                "url": f"{own}?muc={key}" if key else own,
                "is_current": key == name,
                "count": sum(key in row.lists for row in rows),
            }
            for key, label in FILTERS.items()
        ],
    }
    response = page(request, "products/list", context)
    response.status_code = 422 if is_refused else 200
    return response


def _save(producer, sent: list[OfferForm], *, by) -> int | None:
    """How many offers are other than before; None where a form says what is wrong, and then nothing is saved."""
    are_valid = [form.is_valid() for form in sent]  # each says what is wrong with it
    if not all(are_valid):
        return None
    edits = [form.edit() for form in sent if form.has_changed()]
    try:
        return edit_offers(producer=producer, edits=edits, by=by)
    except OffersRefused as refusal:
        fresh = {row.product.pk: row for row in rows_of(producer)}
        for form in sent:
            pk = form.row.product.pk
            form.row = fresh.get(pk, form.row)
            if pk in refusal.faults:
                form.refuse(refusal.faults[pk])
        return None


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
@sent_once
def product(request, pk: int):
    """What the public page shows of a product; a POST asks the department for other texts."""
    item = product_for(request.user, pk)
    form = TextsForm(request.POST or None, initial={name: getattr(item, name) for name in listing.MODERATED})
    if form.is_bound and form.is_valid():
        texts = {name: form.cleaned_data[name] for name in listing.MODERATED}
        try:
            listing.propose_texts(product=item, texts=texts, reason=form.cleaned_data["reason"], by=request.user)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Sent to the department. The page stays as it is until it agrees."))
            return redirect("portal-product", pk)
    return _product_page(request, item, form=form)


def _product_page(request, item, *, form=None, photo_form=None):
    photos = list(item.photos.select_related("photo").order_by("position", "pk"))
    with_renditions(row.photo for row in photos)
    changes = list(item.listing_changes.select_related("photo", "asked_by")[:10])
    with_renditions(change.photo for change in changes)
    bad = any(one is not None and one.is_bound and one.errors for one in (form, photo_form))
    context = {
        "producer": item.producer or item.parent.producer,
        "product": item,
        "public": item.parent or item,
        "photos": [{"row": row, "picture": picture_of(row.photo, "card")} for row in photos],
        "waiting": [_shown(change) for change in changes if change.is_open],
        "answered": [_shown(change) for change in changes if not change.is_open],
        "photo_form": photo_form or NewPhotoForm(),
        "texts_form": form or TextsForm(initial={name: getattr(item, name) for name in listing.MODERATED}),
    }
    response = page(request, "products/product", context)
    response.status_code = 422 if bad else 200
    return response


def _shown(change) -> dict:
    return {"change": change, "picture": picture_of(change.photo, "card")}


@require_POST
@never_cache
@login_required
@sent_once(by_content=True)
def photo_new(request, pk: int):
    """One more photo, which the department looks at first."""
    item = product_for(request.user, pk)
    form = NewPhotoForm(request.POST, request.FILES)
    if form.is_valid():
        values = form.cleaned_data
        try:
            file = cleaned(values["file"])  # in a process of its own, before anything here opens it
            photo = Photo(title=item.title[:200], description=values["alt"], credit=values["credit"], file=file)
            listing.propose_photo(product=item, photo=photo, reason=_("A new photo"), by=request.user)
        except DecoderBusy:
            form.add_error("file", busy())
        except ValidationError as fault:
            form.add_error("file", fault)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Sent to the department. It is shown as soon as it agrees."))
            return redirect("portal-product", pk)
    return _product_page(request, item, photo_form=form)


@require_http_methods(READ_AND_WRITE)
@never_cache
@login_required
def photo(request, pk: int):
    """One photo that is shown: where it stands, what it shows, what must not be cut off; or away with it."""
    row = photo_for(request.user, pk)
    initial = {"alt": row.photo.description, "focus": focus_of(row.photo)}
    step = request.POST.get("step", "")
    form = PhotoForm(request.POST if step == "describe" else None, initial=initial)
    if step in ("up", "down"):
        listing.move_photo(photo=row, places=-1 if step == "up" else 1)
        return redirect("portal-product", row.product_id)
    if step == "remove":
        listing.remove_photo(photo=row)
        messages.success(request, _("The photo is no longer shown."))
        return redirect("portal-product", row.product_id)
    if form.is_bound and form.is_valid():
        listing.describe_photo(photo=row, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("portal-product", row.product_id)
    context = {
        "producer": row.product.producer or row.product.parent.producer,
        "row": row,
        "picture": picture_of(row.photo, "text"),
    }
    return page(request, "products/photo", context, form=form)


@require_POST
@never_cache
@login_required
def withdraw(request, pk: int):
    """The producer no longer wants a change that waits."""
    change = listing_change_for(request.user, pk)
    listing.withdraw(change=change, by=request.user)
    messages.success(request, _("Taken back."))
    return redirect("portal-product", change.product_id)
