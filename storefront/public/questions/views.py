"""The page of a product's questions: everybody reads and asks, without cookie; and the page of one number."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from catalogue.products.models import Product
from storefront.public.intake import IntakeView
from storefront.web.addresses import by_slug

from .forms import QuestionForm
from .models import PREFIX, Question
from .queries import by_reference, shown_questions
from .services import ask

PER_PAGE = 20


class QuestionsView(IntakeView):
    address = "product-questions"
    heading = _("Questions and answers")
    number_prefix = PREFIX
    form_class = QuestionForm
    template_name = "public/questions/questions.html"
    find = staticmethod(by_reference)

    @cached_property
    def product(self) -> Product:
        product = by_slug(Product.objects.select_related("producer"), self.kwargs["slug"])
        if not product.is_public or product.parent_id:
            raise Http404
        return product

    def form_url(self) -> str:
        return reverse(self.address, args=[self.product.slug])

    def keep(self, **values) -> Question:
        return ask(product=self.product, language=get_language(), **values)

    def get(self, request, *args, **kwargs):
        if self.product.slug != self.kwargs["slug"]:
            return redirect(self.form_url(), permanent=True)
        return super().get(request, *args, **kwargs)

    def get_initial(self) -> dict:
        return {}

    def get_context_data(self, **kwargs) -> dict:
        page = Paginator(shown_questions(self.product), PER_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(**kwargs) | {"product": self.product, "page": page}


questions = QuestionsView.as_view()


@require_safe
@never_cache
def question(request, slug: str, reference: str):
    """What became of a question, for whoever has its number."""
    item = by_reference(reference)
    if item is None or item.product.slug != slug or not item.product.is_public:
        raise Http404
    if item.reference != reference:
        return redirect(item)
    return render(request, "public/questions/received.html", {"question": item, "product": item.product})
