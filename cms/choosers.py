"""Choosing a product in the page editor: searched by name, producer or code, with or without marks."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from catalogue.products.models import Product
from catalogue.text import slug_of


class ProductFilterForm(BaseFilterForm):
    """Every word must occur in the product's name, its producer's name or the register code.

    Slugs hold the names without marks, so `mac ca` finds `Mắc ca`.
    """

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"placeholder": _("Product or producer")}),
    )

    def filter(self, objects):
        objects = super().filter(objects)
        query = self.cleaned_data["q"].strip()
        self.is_searching, self.search_query = bool(query), query
        for word in query.split():
            condition = Q(title__icontains=word) | Q(producer__name__icontains=word) | Q(code__iexact=word)
            if slug := slug_of(word):
                condition |= Q(slug__contains=slug) | Q(producer__slug__contains=slug)
            objects = objects.filter(condition)
        return objects


class _ProductColumns:
    filter_form_class = ProductFilterForm

    def get_object_list(self):
        return Product.objects.select_related("producer", "story").order_by("title", "pk")

    @property
    def columns(self):
        return [
            *super().columns,
            Column("producer", label=_("Producer"), accessor="producer"),
            Column("story", label=_("Story"), accessor=_story_title),
        ]


def _story_title(product: Product) -> str:
    story = getattr(product, "story", None)
    return story.title if story else ""


class ProductChooseView(_ProductColumns, ChooseView):
    pass


class ProductChooseResultsView(_ProductColumns, ChooseResultsView):
    pass


class ProductChooserViewSet(ChooserViewSet):
    model = Product
    icon = "tag"
    choose_one_text = _("Choose a product")
    choose_another_text = _("Choose another product")
    edit_item_text = _("Edit this product")
    choose_view_class = ProductChooseView
    choose_results_view_class = ProductChooseResultsView
    per_page = 20

    def get_urlpatterns(self):
        """Products are made in the register, so there is no form to make one here."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]
