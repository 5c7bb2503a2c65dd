"""Forms of the page editor: what Wagtail's own validation does not know."""

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm, WagtailAdminPageForm
from wagtail.models import Revision

from catalogue.dates import PartialDate


class StoryForm(WagtailAdminPageForm):
    """A product has one story: refused here with the other story's title, and by the database."""

    def clean_product(self):
        product = self.cleaned_data.get("product")
        other = product and _story_of(product, others=type(self.instance).objects.exclude(pk=self.instance.pk))
        if other:
            raise ValidationError(
                _("This product has a story already: “%(title)s”. Edit that one, or choose another product."),
                code="story_exists",
                params={"title": other},
            )
        return product


def _story_of(product, *, others: QuerySet) -> str | None:
    """Title of another story of the product, in the database or in another page's unpublished draft."""
    saved = others.filter(product=product).values_list("title", flat=True).first()
    if saved is not None:
        return saved
    drafts = Revision.objects.filter(pk__in=others.values("latest_revision"), content__product=product.pk)
    return drafts.values_list("object_str", flat=True).first()


class StoryCopyForm(CopyForm):
    """A copy has no product yet, so it starts as a draft and cannot follow its original."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)


class FairForm(WagtailAdminPageForm):
    """A fair ends no earlier than it starts, as far as the dates are known."""

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and PartialDate.parse(ends).latest < PartialDate.parse(starts).earliest:
            self.add_error("ends", _("The last day lies before the first day."))
        return cleaned
