"""What a producer wants to be shown of its product: proposed by the producer, looked at by the department.

Name, packaging and description are what the certificate was given for and what the label must say (Decree
37/2026/NĐ-CP, chapter IV), and photos show the label: none of them changes before an officer has seen it. Price,
stock and net content of an offer are the seller's alone.
"""

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from catalogue import approvals
from catalogue.errors import Refusal
from catalogue.history import acting
from catalogue.products.models import ListingChange, Product, ProductPhoto
from catalogue.users import User
from media.focus import set_focus
from media.models import Photo

MODERATED = {"title": 255, "packaging": 200, "description": 4000}
"""Fields of a product that the department looks at, with the letters each may have."""
MAX_PHOTOS = 12


class ListingRefused(Refusal):
    """The product cannot be shown like this; `message` says why."""


@transaction.atomic
def propose_texts(*, product: Product, texts: Mapping[str, str], reason: str, by: User) -> ListingChange:
    """Ask for other texts (fields of `MODERATED`). Sent twice it is one request.

    ListingRefused where nothing would change and where another change waits.
    """
    product = _locked(product)
    after = {name: texts[name].strip() for name in MODERATED if name in texts}
    before = {name: getattr(product, name) for name in after}
    after = {name: text for name, text in after.items() if text != before[name]}
    before = {name: before[name] for name in after}
    waiting = product.listing_changes.waiting().filter(is_photo=False).first()
    if waiting:
        if waiting.asked_by_id == by.pk and waiting.after == after:
            return waiting
        raise ListingRefused(_("A change of this product waits for the department already."))
    if not after:
        raise ListingRefused(_("Nothing is different from what is shown now."))
    if not after.get("title", "x"):
        raise ListingRefused(_("A product needs a name."))
    return ListingChange.objects.create(product=product, before=before, after=after, reason=reason, asked_by=by)


@transaction.atomic
def propose_photo(*, product: Product, photo: Photo, reason: str, by: User) -> ListingChange:
    """Ask for one more photo, which is saved here. ListingRefused for more than `MAX_PHOTOS` with those that wait."""
    product = _locked(product)
    if product.photos.count() + product.listing_changes.waiting().filter(is_photo=True).count() >= MAX_PHOTOS:
        raise ListingRefused(_("A product has %(n)s photos at most. Please delete one first.") % {"n": MAX_PHOTOS})
    photo.save()
    return ListingChange.objects.create(product=product, photo=photo, is_photo=True, reason=reason, asked_by=by)


@transaction.atomic
def withdraw(*, change: ListingChange, by: User) -> None:
    """The producer no longer wants it. A second click changes nothing."""
    waiting = ListingChange.objects.select_for_update().filter(pk=change.pk, answered_at=None).first()
    if waiting:
        _refuse(waiting, by=by, note=_("Taken back by the producer."))


@transaction.atomic
def answer_change(*, change: ListingChange, is_agreed: bool, note: str, by: User) -> ListingChange:
    """Show it from now on, or say why not.

    ApprovalRefused for a second answer and for one's own request; ListingRefused without a reason for a refusal,
    where the product has been changed since, and where the producer has another product of that name.
    """
    product = _locked(change.product)
    change = ListingChange.objects.select_for_update().get(pk=change.pk)
    note = note.strip()
    if not is_agreed:
        if not note:
            raise ListingRefused(_("Please say why; the producer reads it."))
        return _refuse(change, by=by, note=note)
    outdated = [name for name, text in change.before.items() if getattr(product, name) != text]
    if change.is_open and outdated:
        raise ListingRefused(_("The product has been changed since. Refuse it, so that the producer asks anew."))
    change.answer_note = note
    approvals.answer(change, by=by, is_agreed=True)
    with acting(by, reason=change.reason):
        _show(product, change)
    return change


def _refuse(change: ListingChange, *, by: User, note: str) -> ListingChange:
    photo, change.photo, change.answer_note = change.photo, None, note
    approvals.answer(change, by=by, is_agreed=False)
    if photo:
        photo.delete()
    return change


def _show(product: Product, change: ListingChange) -> None:
    if change.photo:
        last = product.photos.aggregate(last=Max("position"))["last"]
        ProductPhoto.objects.create(product=product, photo=change.photo, position=0 if last is None else last + 1)
    for name, text in change.after.items():
        setattr(product, name, text)
    if change.after:
        try:
            with transaction.atomic():
                product.save(update_fields=[*change.after, "date_updated"])
        except IntegrityError:
            raise ListingRefused(_("The producer has another product of this name.")) from None


# -- photos that are shown already ---------------------------------------------------------------------------------


@transaction.atomic
def move_photo(*, photo: ProductPhoto, places: int) -> None:
    """So many places towards the end of the list, or the beginning for a negative number."""
    product = _locked(photo.product)
    rows = list(product.photos.order_by("position", "pk"))
    index = next((index for index, row in enumerate(rows) if row.pk == photo.pk), None)
    if index is None:
        return
    rows.insert(max(0, min(index + places, len(rows) - 1)), rows.pop(index))
    for position, row in enumerate(rows):
        if row.position != position:
            row.position = position
            row.save(update_fields=["position"])


@transaction.atomic
def describe_photo(*, photo: ProductPhoto, alt: str, focus: str) -> None:
    """What it shows, for those who cannot see it, and what must not be cut off (`media.focus`)."""
    picture = Photo.objects.select_for_update().get(pk=photo.photo_id)
    picture.description = alt.strip()
    set_focus(picture, focus)
    picture.save()


@transaction.atomic
def remove_photo(*, photo: ProductPhoto) -> None:
    """It is shown no more; its file goes, unless something else shows it. A second click changes nothing."""
    _locked(photo.product)
    if not ProductPhoto.objects.filter(pk=photo.pk).delete()[0]:
        return
    picture = Photo.objects.select_for_update().filter(pk=photo.photo_id).first()
    if picture and not picture.products.exists() and not picture.get_usage():
        picture.delete()


def _locked(product: Product) -> Product:
    """The product under the lock that every change of its listing takes first."""
    locked: Product = Product.objects.select_for_update(of=("self",)).get(pk=product.pk)
    return locked
